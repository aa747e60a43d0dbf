"""When people are reminded of a visit and of their form: the shipped times, or those the administrator has set.

Reminders are written when their time has come (`remind`, done by the clock): nothing is to be taken back when a visit
is moved or cancelled, and a visit booked inside the lead time never gets that reminder. Keys are unique, so each time
goes once a visit, whoever changes the times how often.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from clinic.booking import schedule
from clinic.booking.models import Appointment, ReminderPlan, State
from clinic.booking.stranding import stranded
from clinic.outbox import letters
from intake.review import standing

VISIT, FORM = "reminder", "form"
KINDS = {VISIT: "booking.reminder", FORM: "booking.form"}
# Hours before the visit.
SHIPPED: Mapping[str, tuple[int, ...]] = {VISIT: (72, 24), FORM: (120, 48)}
# The last one is of no use later than this before the visit.
LATEST = {VISIT: timedelta(hours=1), FORM: timedelta(hours=2)}
# From then on the update before needles is open; what goes out earlier cannot ask for it.
UPDATE_OPENS = timedelta(days=3)


@dataclass(frozen=True)
class Reminder:
    """One reminder: how long before the visit, and how late it still makes sense: sent late (the clock stood still), it
    must not meet the next one.
    """

    what: str
    before: timedelta
    until: timedelta
    is_last: bool
    # A time the administrator has set holds for visits whose moment comes after that.
    since: datetime | None = None

    @property
    def name(self) -> str:
        """The part of a key that names it: reminder-3d, form-36h."""
        hours = int(self.before.total_seconds() // 3600)
        return f"{self.what}-{hours // 24}d" if hours % 24 == 0 else f"{self.what}-{hours}h"

    @property
    def asks_update(self) -> bool:
        """Whether it asks for the update before needles too, which is not open yet when the first ones go out."""
        return self.is_last or self.before <= UPDATE_OPENS


def plan() -> list[Reminder]:
    """Return every reminder, those of the visit first, the earliest first. One query."""
    saved = ReminderPlan.objects.first()
    return [reminder for kind in KINDS for reminder in _of(kind, saved.times(kind) if saved else None)]


def _of(what: str, times: Mapping[int, datetime | None] | None) -> list[Reminder]:
    chosen = dict.fromkeys(SHIPPED[what]) if times is None else times
    hours = sorted(chosen, reverse=True)
    return [
        Reminder(
            what,
            timedelta(hours=each),
            LATEST[what] if following is None else timedelta(hours=following),
            is_last=following is None,
            since=chosen[each],
        )
        for each, following in zip(hours, [*hours[1:], None], strict=False)
    ]


def remind(*, at: datetime) -> int:
    """Write every reminder whose time has come and that was not written; return how many. Done by the clock.

    Whom no message can reach is called once, for the last of each kind.
    """
    count = 0
    for reminder in plan():
        due = {_key(visit.ref, visit.starts_at, reminder): visit for visit in _due(reminder, at=at)}
        if reminder.what == FORM:
            due = _without_form(due, at=at, asks_update=reminder.asks_update)
        for key, visit in due.items():
            expires = visit.starts_at - reminder.until
            ways = _ways(visit, reminder)
            letters.enqueue(KINDS[reminder.what], key=key, to=ways, about=visit, at=at, expires=expires)
            count += 1
    return count


def _ways(visit: Appointment, reminder: Reminder) -> tuple[letters.Way, ...]:
    return visit.patient.ways if reminder.is_last else visit.patient.message_ways


def _key(ref: str, starts_at: datetime, reminder: Reminder) -> str:
    return f"visit:{ref}:{reminder.name}:{starts_at:%Y%m%dT%H%MZ}"


def _due(reminder: Reminder, *, at: datetime) -> list[Appointment]:
    """Visits whose reminder is due and not written: not too late, and booked before the reminder's own time.

    Of those that were told already nothing is read but the key: a pass costs what is due, not what is booked.
    """
    since: dict[str, Any] = {"starts_at__gt": reminder.since + reminder.before} if reminder.since else {}
    ahead = Appointment.objects.filter(**since).filter(
        state__in=(State.BOOKED, State.CONFIRMED),
        starts_at__gt=at + reminder.until,
        starts_at__lte=at + reminder.before,
        created_at__lt=F("starts_at") - reminder.before,
    )
    keys = {_key(ref, starts, reminder): pk for pk, ref, starts in ahead.values_list("pk", "ref", "starts_at")}
    written = letters.written(keys) if keys else set()
    if not (untold := [pk for key, pk in keys.items() if key not in written]):
        return []
    of_them = Appointment.objects.filter(pk__in=untold).select_related("patient__user", "visit_type")
    visits = [visit for visit in of_them.order_by("starts_at", "id") if _ways(visit, reminder)]
    # Nobody is reminded of a closed door: the desk calls. It is asked again when the reminder is sent.
    closed = {row.visit.pk for row in stranded(visits, schedule.current())}
    return [visit for visit in visits if visit.pk not in closed]


def _without_form(due: dict[str, Appointment], *, at: datetime, asks_update: bool) -> dict[str, Appointment]:
    """Those whose form, or (`asks_update`) whose update before needles, is still missing."""
    standings = standing.of({visit.patient_id for visit in due.values()}, on=timezone.localtime(at).date(), at=at)
    missing = {key: visit for key, visit in due.items() if is_missing(visit, standings[visit.patient_id], at=at)}
    if asks_update:
        return missing
    updates = {key for key, v in missing.items() if standings[v.patient_id].asks_for_update(v.starts_at, at=at)}
    return {key: visit for key, visit in missing.items() if key not in updates}


def is_missing(visit: Appointment, theirs: standing.Standing, *, at: datetime) -> bool:
    """Say whether the form that this visit wants is missing."""
    word = theirs.word_for(visit.starts_at, needling=visit.visit_type.needling, at=at)
    return word is standing.Word.FORM_MISSING
