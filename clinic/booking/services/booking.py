"""Booking a visit: by the patient, by the desk, with one practitioner or any, from a hold, or squeezed in."""

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import availability, letters, occupancy, schedule
from clinic.booking.cells import lock_schedule, reserve_cells
from clinic.booking.errors import BookingError, SlotTaken
from clinic.booking.models import Appointment, BookingSource, Hold, State, VisitType
from clinic.booking.services import policies
from clinic.booking.services.effects import Deed, history
from clinic.booking.services.slot_search import Candidate, SlotRequest, find_candidate
from clinic.booking.services.waits import end_wait
from clinic.text import collapse
from intake.review import next_visit


def book(
    *,
    patient: Patient,
    visit_type: VisitType,
    start: datetime,
    practitioner: int | None = None,
    place: int | None = None,
    by: User,
    at: datetime,
    hold: Hold | None = None,
    series: str = "",
) -> Appointment:
    """Take the time for a patient and write the letter; both stand or neither does.

    `practitioner` is the key of one, or None for any; `place` that of where the patient chose to come, or None for
    wherever the practitioner is then. `by` is the patient's own mailbox or somebody who runs the
    diary; staff are not bound to notice, horizon, shown steps and the limit of visits ahead. `hold` is the newcomer's:
    its cells become the visit's, and a hold that has lapsed is booked like any free time.
    Raises SlotTaken with the next free times, NotReady, TooMany, BookingError, PermissionDenied.
    """
    staff = policies.staff_or_own(by, patient)
    policies.require_patient(patient, staff=staff)
    policies.require_type(visit_type, staff=staff)
    policies.require_time(start, at=at)
    is_held = (
        hold is not None and hold.stands(at=at) and hold.starts_at == start and hold.visit_type_id == visit_type.pk
    )
    ask = SlotRequest(
        visit_type=visit_type,
        start=start,
        practitioner=hold.practitioner_id if hold and is_held else practitioner,
        patient=patient,
        # What is held was inside notice and horizon when it was shown.
        staff=staff or is_held,
        at=at,
        place=place,
        without_hold=hold.pk if hold and is_held else None,
    )
    try:
        with audited_transaction():
            return _book(ask, patient, by=by, series=series)
    except SlotTaken as lost:
        times = next_times(
            visit_type, start, practitioner=practitioner, patient=patient, staff=staff, at=at, place=place
        )
        raise SlotTaken(lost, times=times) from lost


def next_times(
    visit_type: VisitType,
    start: datetime,
    *,
    practitioner: int | None,
    patient: Patient | None,
    staff: bool,
    at: datetime,
    place: int | None = None,
) -> list[occupancy.Slot]:
    """Return what to offer to somebody who lost a time: the same practitioner's next ones, else anybody's; where a
    place was chosen, there.
    """
    arguments = {"after": start, "at": at, "patient": patient, "by_staff": staff, "place": place}
    slots = occupancy.next_slots(visit_type, practitioner=practitioner, **arguments)  # type: ignore[arg-type]  # as named
    if slots or practitioner is None:
        return slots
    return occupancy.next_slots(visit_type, **arguments)  # type: ignore[arg-type]  # as named


def _book(ask: SlotRequest, patient: Patient, *, by: User, series: str) -> Appointment:
    """Hold the diary, look once, write. Readiness is asked now: a question raised a moment ago still stops it."""
    rules = lock_schedule()
    place = find_candidate(ask)
    day = policies.day_of(ask.start)
    standing = policies.require_ready(patient, place.visit_type, day, staff=ask.staff, at=ask.at)
    ahead = policies.visits_ahead(patient, at=ask.at)
    if not by.is_staff:
        policies.require_room_for_more(patient, ahead, rules)
    visit = _write(place, ask, by=by, series=series)
    return _booked(visit, ahead, records=standing.records, by=by, at=ask.at)


def _write(
    place: Candidate,
    ask: SlotRequest,
    *,
    by: User,
    series: str = "",
    lane: int = 0,
    squeeze_reason: str = "",
) -> Appointment:
    assert ask.patient is not None  # noqa: S101  (only a hold has no patient)
    visit = Appointment.objects.create(
        patient=ask.patient,
        practitioner=place.who.practitioner,
        room_id=place.room,
        visit_type=place.visit_type,
        starts_at=place.start,
        minutes=place.need.minutes,
        room_minutes=place.need.room_minutes,
        state=State.BOOKED,
        series=series,
        source=BookingSource.DESK if by.is_staff else BookingSource.PATIENT,
        lane=lane,
        squeeze_reason=squeeze_reason,
        created_at=ask.at,
        created_by=by,
    )
    reserve_cells(place.keys(ask.patient, lane=lane), taker=visit, lapsed=place.lapsed)
    return visit


def _booked(
    visit: Appointment,
    ahead: list[tuple[int, datetime, int]],
    *,
    records: Collection[int],
    by: User,
    at: datetime,
) -> Appointment:
    """Tell the review, the patient and the book; `ahead` is who came when, and to whom, before this visit, `records`
    are the keys of the person's.
    """
    mine = [(start, practitioner) for key, start, practitioner in ahead if key == visit.patient_id]
    first, practitioner = min([(visit.starts_at, visit.practitioner_id), *mine])
    next_visit.set_next_visit(visit.patient, at=first, practitioner=practitioner, now=at, records=records)
    end_wait(visit, by=by, at=at)
    letters.confirmation(visit, by=by, at=at)
    history(visit, Deed.BOOKED, by=by, at=at)
    return visit


@audited_transaction()
def squeeze_in(
    *,
    patient: Patient,
    visit_type: VisitType,
    start: datetime,
    practitioner: int,
    reason: str,
    by: User,
    at: datetime,
) -> Appointment:
    """Put a second visit beside another one of a practitioner, on purpose: permitted, with a reason, and marked.

    Weekly hours and buffers do not bind it; days off do, a free room, and the patient's other visits. One at a time.
    Raises SlotTaken (without times), NotReady, BookingError, PermissionDenied.
    """
    policies.staff_only(by)
    if not by.has_perm(policies.SQUEEZE):
        raise PermissionDenied
    squeeze_reason = collapse(reason)[:120]
    if not squeeze_reason:
        raise BookingError(_("Enter a reason for squeezing in this visit."))
    policies.require_time(start, at=at)
    lock_schedule()
    table = schedule.current()
    visit_type = table.as_it_is(visit_type)
    policies.require_type(visit_type, staff=True)
    standing = policies.require_ready(patient, visit_type, policies.day_of(start), staff=True, at=at)
    person = next((person for person in table.offering(visit_type) if person.key == practitioner), None)
    if person is None:
        raise BookingError(_("This practitioner does not offer that visit type."))
    ask = SlotRequest(visit_type=visit_type, start=start, practitioner=practitioner, patient=patient, staff=True, at=at)
    if person.is_off(start, ask.end):
        raise BookingError(
            _("%(name)s is off then. Choose another time or another practitioner.") % {"name": person.name}
        )
    day = occupancy.load([person], table, start=start, end=ask.end, at=at, patient=patient)
    need = availability.Need(minutes=visit_type.minutes, room_minutes=visit_type.room_minutes)
    taken_cells = day.of(person, table, patient, person.place_at(start))
    free = availability.at(start, need, availability.Taken(rooms=taken_cells.rooms, patient=taken_cells.patient))
    if free is None:
        raise SlotTaken(_("No room is free then, or the patient has another visit. Choose another time."))
    place = Candidate(person, visit_type, need, start, free.room, day.lapsed)
    ahead = policies.visits_ahead(patient, at=at)
    try:
        visit = _write(place, ask, by=by, lane=1, squeeze_reason=squeeze_reason)
    except SlotTaken as lost:
        raise SlotTaken(_("Another visit is already squeezed in at that time. Choose another time.")) from lost
    return _booked(visit, ahead, records=standing.records, by=by, at=at)
