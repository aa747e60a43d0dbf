"""Whether the clock of this machine can be believed: a wrong one would delete what is not old, and remind too late.

Each pass of the worker notes the time. A time that is hours from the last one noted, from the audit log's last line or
from the database's own clock is in doubt: until it agrees again, or somebody confirms it, only alerts and sign-in codes
leave and only the jobs run that harm nobody by running early (`in_doubt`). The doubt is kept in the database: what is
written meanwhile under the wrong clock does not make it right.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import caches
from django.db import connection

from clinic import audit
from clinic.audit.models import Entry
from clinic.audit.transaction import audited_transaction
from clinic.outbox.models import WorkerState

log = structlog.get_logger(__name__)

# The worker notes the time every second or two: a machine that was off this long has to be looked at.
FORWARD = timedelta(hours=12)
BACKWARD = timedelta(hours=1)
# Between this machine and the database's.
APART = timedelta(hours=1)
SECONDS_BETWEEN_NOTES = 2
_NOTED = "clinic.outbox.machine_clock"


def note(at: datetime, *, database: Callable[[], datetime | None] = lambda: None) -> bool:
    """Note that the worker is at work, at most every two seconds; return whether its clock is believed.

    `database` is asked what time the database's machine has.
    """
    noted: tuple[datetime, bool] | None = caches["process"].get(_NOTED)
    if noted and timedelta() <= at - noted[0] < timedelta(seconds=SECONDS_BETWEEN_NOTES):
        return noted[1]
    state = WorkerState.objects.filter(pk=1).first() or WorkerState(pk=1)
    doubt = "" if settings.DEMO else doubt_about(state, at, database=database())
    if doubt and not state.doubt:
        log.error("clock.doubted", reason=doubt)
    state.at, state.doubt = at, doubt
    state.believed_at = state.believed_at if doubt else at
    WorkerState.objects.update_or_create(
        pk=1, defaults={"at": state.at, "doubt": state.doubt, "believed_at": state.believed_at}
    )
    caches["process"].set(_NOTED, (at, not doubt))
    return not doubt


def doubt_about(state: WorkerState, at: datetime, *, database: datetime | None = None) -> str:
    """Return the reason to doubt this time (a value of WorkerState.Doubt), or nothing."""
    last_line = Entry.objects.order_by("-number").values_list("at", flat=True).first()
    times = [time for time in (state.believed_at, last_line) if time]
    if database and abs(database - at) > APART:
        return WorkerState.Doubt.DATABASE
    # Lines written ahead of time stay in the log when the clock is right again: what the worker noted comes first.
    if (before := state.believed_at or last_line) and before - at > BACKWARD:
        return WorkerState.Doubt.BEHIND
    if state.doubt and state.believed_at and at - state.believed_at > FORWARD:
        return state.doubt
    if times and not state.doubt and at - max(times) > FORWARD:
        return WorkerState.Doubt.AHEAD
    # A page may have written a line under the wrong clock before the worker looked: time that passed left lines.
    if state.believed_at and at - state.believed_at > FORWARD and not _time_has_passed(state.believed_at, at):
        return WorkerState.Doubt.AHEAD
    return ""


def _time_has_passed(since: datetime, at: datetime) -> bool:
    return Entry.objects.filter(at__gt=since + BACKWARD, at__lt=at - BACKWARD).exists()


def of_database() -> datetime | None:
    """Return what time PostgreSQL's machine has; None on SQLite, which has no other clock than ours."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
        return moment


@audited_transaction()
def confirm(*, by: AbstractBaseUser | None, at: datetime) -> bool:
    """Somebody has looked at the clock, and it is right; False when nobody doubted it."""
    doubted = WorkerState.objects.filter(pk=1).exclude(doubt="")
    if not doubted.update(doubt="", believed_at=at, at=at):
        return False
    caches["process"].delete(_NOTED)
    audit.record("clock.confirmed", on=None, by=by, at=at)
    return True
