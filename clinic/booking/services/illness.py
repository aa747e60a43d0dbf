"""A practitioner is ill today: close the day, list its visits with phones and other times, tick who was reached."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Practitioner, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import occupancy
from clinic.booking.errors import BookingError
from clinic.booking.models import Appointment, AppointmentEvent, DayException
from clinic.booking.querysets import AHEAD
from clinic.booking.services import policies
from clinic.booking.services.effects import Deed, history, locked

CALLS = {Deed.REACHED, Deed.VOICEMAIL, Deed.NOT_REACHED}


@dataclass(frozen=True)
class IllLine:
    """One visit of the day: whom to call, whether they were reached, and what can be offered."""

    visit: Appointment
    phone: str
    calls: tuple[AppointmentEvent, ...]
    # Today with somebody else, then the practitioner's own next free times.
    with_others: tuple[occupancy.Slot, ...]
    later: tuple[occupancy.Slot, ...]

    @property
    def reached(self) -> bool:
        return any(call.deed == Deed.REACHED for call in self.calls)


@audited_transaction()
def ill_today(*, practitioner: int, day: date, by: User, at: datetime) -> DayException:
    """Take the practitioner off for a day, so that nobody books it any more. Doing it twice changes nothing.

    The visits stand until each is moved or cancelled: `ill_lines` lists them.
    """
    policies.staff_only(by)
    person = Practitioner.objects.select_for_update(no_key=True, of=("self",)).filter(pk=practitioner).first()
    if person is None:
        raise BookingError(_("Choose a practitioner."))
    if day < policies.day_of(at):
        raise BookingError(_("That day is in the past."))
    whole_day = {"what": DayException.What.OFF, "practitioner": person, "day": day, "opens": None, "closes": None}
    existing = DayException.objects.filter(**whole_day).first()
    if existing is not None:
        return existing
    day_off = DayException(**whole_day)
    day_off.save()
    audit.record("diary.day_off", on=day_off, by=by, at=at)
    return day_off


@audited_transaction()
def ill_lines(*, practitioner: int, day: date, by: User, at: datetime) -> list[IllLine]:
    """Return the visits of that day that still stand, with phone numbers and other times. A line in the book."""
    policies.staff_only(by)
    visits = list(
        Appointment.objects.on_day(day).filter(practitioner=practitioner, state__in=AHEAD).with_people().with_history()
    )
    times: dict[int, tuple[tuple[occupancy.Slot, ...], tuple[occupancy.Slot, ...]]] = {}
    for visit in visits:
        if visit.visit_type_id not in times:
            today = occupancy.slots(visit.visit_type, first=day, last=day, at=at, by_staff=True)
            later = occupancy.next_slots(visit.visit_type, after=at, at=at, practitioner=practitioner, by_staff=True)
            slots_of_others = tuple(slot for slot in today if slot.practitioner != practitioner)
            times[visit.visit_type_id] = (slots_of_others, tuple(later))
    person = Practitioner.objects.filter(pk=practitioner).first()
    if person is None:
        raise BookingError(_("Choose a practitioner."))
    audit.record(
        "diary.phones_read", on=person, by=by, at=at, shown=len(visits), whom=[visit.patient.ref for visit in visits]
    )
    return [
        IllLine(
            visit=visit,
            phone=visit.patient.phone,
            calls=tuple(event for event in visit.events.all() if event.deed in CALLS),
            with_others=times[visit.visit_type_id][0],
            later=times[visit.visit_type_id][1],
        )
        for visit in visits
    ]


@audited_transaction()
def note_call(visit: Appointment, *, outcome: str, by: User, at: datetime) -> None:
    """Tick that a patient was called about a visit: "reached", "voicemail" or "not_reached"."""
    policies.staff_only(by)
    if outcome not in CALLS:
        raise BookingError(_("Choose what happened on the call."))
    locked_visit = locked(visit)
    history(locked_visit, outcome, before=locked_visit.state, by=by, at=at)
