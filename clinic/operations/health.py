"""Whether the clinic's site works: database, worker, messages, tasks, clock, disk and backups, each with what to do.

Nothing here holds a secret, a name or an address. A page of staff shows the first red line, /healthz and /metrics and
`manage.py health` show all of them.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, InterfaceError
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.audit.models import Entry
from clinic.database_waits import at_most
from clinic.outbox.models import JobRun, Letter, WorkerState
from clinic.outbox.reachable import may_leave_since
from clinic.outbox.urgency import Urgency

# The worker notes the time every two seconds. A task in hand may take longer.
WORKER_SILENT = timedelta(seconds=8)
WORKER_AT_A_TASK = timedelta(minutes=5)
WAITS = {
    Urgency.ALERT: timedelta(minutes=1),
    Urgency.CODE: timedelta(minutes=2),
    Urgency.CONFIRMATION: timedelta(minutes=30),
    Urgency.REMINDER: timedelta(hours=6),
}
LEAST_FREE_BYTES = 500 * 1024 * 1024
# One a day, and some hours for it to be made.
BACKUP_OLD = timedelta(hours=30)
BACKUP_DEED = "clinic.exported"
DATABASE_SECONDS = 1.5
_KEPT, _KEPT_SECONDS = "clinic.operations.health", 2


class HealthLevel(StrEnum):
    GOOD = "good"
    # Somebody should look, today.
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True)
class HealthCheck:
    """One thing that was looked at: how it is, in words, what to do about it, and a figure to draw (seconds, bytes)."""

    name: str
    level: HealthLevel
    words: str
    do: str = ""
    figure: float | None = None


def current(*, at: datetime) -> tuple[HealthCheck, ...]:
    """Return the findings; some seconds old at most."""
    checks: tuple[HealthCheck, ...] | None = caches["process"].get(_KEPT)
    if checks is None:
        keep(checks := look(at=at))
    return checks


def keep(findings: tuple[HealthCheck, ...]) -> None:
    """Let this process show these findings for two seconds."""
    caches["process"].set(_KEPT, findings, _KEPT_SECONDS)


def first_trouble(*, at: datetime) -> HealthCheck | None:
    """Return what is worst now, for a line on the pages of staff; None while nothing is bad."""
    return next((finding for finding in current(at=at) if finding.level is HealthLevel.BAD), None)


def is_good(findings: tuple[HealthCheck, ...]) -> bool:
    return all(finding.level is not HealthLevel.BAD for finding in findings)


def look(*, at: datetime) -> tuple[HealthCheck, ...]:
    """Look at everything now. A database that does not answer is the one thing found of all that lies in it."""
    try:
        with at_most(DATABASE_SECONDS):
            in_database = tuple(_in_database(at))
    except (DatabaseError, InterfaceError):
        words, do = (
            _("The database does not answer."),
            _("Call the person who runs the server. Use the printed day sheet."),
        )
        in_database = (HealthCheck("database", HealthLevel.BAD, words, do),)
    return (*in_database, _disk())


def _in_database(at: datetime) -> Iterator[HealthCheck]:
    state = WorkerState.objects.filter(pk=1).first()
    runs = list(JobRun.objects.all())
    yield HealthCheck("database", HealthLevel.GOOD, _("The database answers."))
    yield _worker(state, runs, at)
    yield from _messages(at)
    yield _tasks(runs)
    yield _clock(state)
    yield _backup(at)


def _worker(state: WorkerState | None, runs: list[JobRun], at: datetime) -> HealthCheck:
    do = _("Messages do not leave. Call the person who runs the server: the worker must be started again.")
    if state is None:
        return HealthCheck("worker", HealthLevel.BAD, _("The worker has never run."), do)
    age = abs(at - state.at)
    is_at_a_task = any(run.claimed_until and run.claimed_until > at for run in runs)
    if age > (WORKER_AT_A_TASK if is_at_a_task else WORKER_SILENT):
        words = _("The worker has not been seen since %(when)s.") % {"when": formatting.short_moment(state.at)}
        return HealthCheck("worker", HealthLevel.BAD, words, do, age.total_seconds())
    return HealthCheck("worker", HealthLevel.GOOD, _("The worker is at work."), figure=age.total_seconds())


def _messages(at: datetime) -> Iterator[HealthCheck]:
    oldest = Letter.objects.oldest_waiting(at, texts_since=may_leave_since(at))
    late = {Urgency(u): at - since for u, since in oldest.items() if at - since > WAITS[Urgency(u)]}
    sentences = {
        Urgency.ALERT: _("An emergency alert has been waiting for %(minutes)d minutes."),
        Urgency.CODE: _("A sign-in code has been waiting for %(minutes)d minutes."),
        Urgency.CONFIRMATION: _("A confirmation has been waiting for %(minutes)d minutes."),
        Urgency.REMINDER: _("A reminder has been waiting for %(minutes)d minutes."),
    }
    in_time = {
        Urgency.ALERT: _("No emergency alert waits for long."),
        Urgency.CODE: _("No sign-in code waits for long."),
        Urgency.CONFIRMATION: _("No confirmation waits for long."),
        Urgency.REMINDER: _("No reminder waits for long."),
    }
    do = _(
        "Look at the queue and at To do, and call people. Then call the person who runs the server: is the mail down?"
    )
    for urgency in Urgency:
        name = f"messages_{urgency.name.lower()}"
        waits = (at - oldest[urgency]).total_seconds() if urgency in oldest else 0.0
        if urgency in late:
            words = sentences[urgency] % {"minutes": late[urgency].total_seconds() // 60}
            yield HealthCheck(name, HealthLevel.BAD, words, do, waits)
        else:
            yield HealthCheck(name, HealthLevel.GOOD, in_time[urgency], figure=waits)


def _tasks(runs: list[JobRun]) -> HealthCheck:
    failing = sorted(run.name for run in runs if run.ok is False)
    if not failing:
        return HealthCheck("tasks", HealthLevel.GOOD, _("Every background task ended well."), figure=0)
    words = _("Background tasks fail: %(names)s.") % {"names": ", ".join(failing)}
    return HealthCheck(
        "tasks", HealthLevel.BAD, words, _("Call the person who runs the server: the log says why."), len(failing)
    )


def _clock(state: WorkerState | None) -> HealthCheck:
    if state is None or not state.doubt:
        return HealthCheck("clock", HealthLevel.GOOD, _("The clock of the server agrees with what was written."))
    words = _("The clock of the server may be wrong: %(why)s") % {"why": state.get_doubt_display()}
    do = _("Nothing is deleted and no reminder leaves until an administrator confirms the clock under System health.")
    return HealthCheck("clock", HealthLevel.BAD, words, do)


def _backup(at: datetime) -> HealthCheck:
    last = Entry.objects.filter(deed=BACKUP_DEED).order_by("-number").values_list("at", flat=True).first()
    do = _("Call the person who runs the server: a copy of the clinic’s data must be made and kept elsewhere.")
    if last is None:
        return HealthCheck("backup", HealthLevel.WATCH, _("No backup is known."), do)
    words = _("The last known backup was made on %(when)s.") % {"when": formatting.short_moment(last)}
    age = at - last
    if age > BACKUP_OLD:
        return HealthCheck("backup", HealthLevel.BAD, words, do, age.total_seconds())
    return HealthCheck("backup", HealthLevel.GOOD, words, figure=age.total_seconds())


def _disk() -> HealthCheck:
    settings.VAR_DIR.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(settings.VAR_DIR).free
    words = _("%(megabytes)d MB of the disk are free.") % {"megabytes": free // 1024 // 1024}
    if free < LEAST_FREE_BYTES:
        return HealthCheck(
            "disk", HealthLevel.BAD, words, _("Call the person who runs the server: the disk is nearly full."), free
        )
    return HealthCheck("disk", HealthLevel.GOOD, words, figure=free)
