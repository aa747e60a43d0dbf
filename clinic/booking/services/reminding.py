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
    for what in KINDS:
        times = hours[what]
        if len(set(times)) != len(times) or len(times) > MOST_TIMES:
            raise BookingError(_("Choose at most %(n)d different times.") % {"n": MOST_TIMES})
        if any(not 3 <= each <= LONGEST for each in times):
            raise BookingError(_("A reminder goes out between 3 hours and 30 days before the visit."))
    plan = ReminderPlan.objects.select_for_update().first()
    kept: dict[str, dict[str, str | None]] = {}
    for what in KINDS:
        before = plan.times(what) if plan else None
        known = dict.fromkeys(SHIPPED[what]) if before is None else dict(before)
        kept[what] = {str(each): _since(known, each, at=at) for each in sorted(hours[what], reverse=True)}
    row, _new = ReminderPlan.objects.update_or_create(
        pk=1, defaults={"hours": kept, "changed_at": at, "changed_by": by}
    )
    facts = {what: ",".join(kept[what]) for what in KINDS}
    audit.record("reminders.changed", on=row, by=by, at=at, **facts)
    return row


def _since(known: Mapping[int, datetime | None], hours: int, *, at: datetime) -> str | None:
    """Since when a time holds: what was there before goes on as it was."""
    if hours not in known:
        return at.isoformat()
    since = known[hours]
    return since.isoformat() if since else None
