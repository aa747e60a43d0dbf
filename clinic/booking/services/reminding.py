"""When people are reminded: the administrator's times in place of the shipped ones."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking.errors import BookingError
from clinic.booking.models import ReminderPlan
from clinic.booking.reminders import KINDS, SHIPPED

MOST_TIMES, LONGEST = 4, 24 * 30


@audited_transaction()
def set_reminders(hours: Mapping[str, Sequence[int]], *, by: User, at: datetime) -> ReminderPlan:
    """Keep at how many hours before a visit people are reminded of it, and of their form. A new time holds for visits
    whose moment comes from now on; one that was there before goes on. Raises BookingError with a sentence.
    """
    for kind in KINDS:
        times = hours[kind]
        if len(set(times)) != len(times) or len(times) > MOST_TIMES:
            raise BookingError(_("Choose at most %(n)d different times.") % {"n": MOST_TIMES})
        if any(not 3 <= each <= LONGEST for each in times):
            raise BookingError(_("A reminder goes out between 3 hours and 30 days before the visit."))
    plan = ReminderPlan.objects.select_for_update().first()
    plan_hours: dict[str, dict[str, str | None]] = {}
    for kind in KINDS:
        before = plan.times(kind) if plan else None
        since_by_hours = dict.fromkeys(SHIPPED[kind]) if before is None else dict(before)
        plan_hours[kind] = {
            str(each): _since(since_by_hours, each, at=at) for each in sorted(hours[kind], reverse=True)
        }
    row, _new = ReminderPlan.objects.update_or_create(
        pk=1, defaults={"hours": plan_hours, "changed_at": at, "changed_by": by}
    )
    facts = {kind: ",".join(plan_hours[kind]) for kind in KINDS}
    audit.record("reminders.changed", on=row, by=by, at=at, **facts)
    return row


def _since(known: Mapping[int, datetime | None], hours: int, *, at: datetime) -> str | None:
    """Since when a time holds: what was there before goes on as it was."""
    if hours not in known:
        return at.isoformat()
    since = known[hours]
    return since.isoformat() if since else None
