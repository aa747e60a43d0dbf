"""Confirming, moving, swapping and cancelling visits."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking import availability, letters, schedule
from clinic.booking.availability import Need
from clinic.booking.cells import Key, keys_of, lapsed_on, lock_schedule, release_cells, reserve_cells
from clinic.booking.errors import BookingError, CallUs, SlotTaken
from clinic.booking.models import Appointment, Cell, Reason, State
from clinic.booking.services import policies
from clinic.booking.services.booking import next_times
from clinic.booking.services.effects import Deed, change_state, history, locked, require, sync_next_visit
from clinic.booking.services.slot_search import SlotRequest, find_candidate


def may_change_online(visit: Appointment, *, at: datetime) -> bool:
    """Say whether the patient may still move or cancel it online; else the button is "Call us".

    Free for some minutes after booking whatever the cut-off (house rule: mistakes are taken back at once).
    """
    rules = schedule.current().rules
    if not visit.is_ahead or visit.starts_at <= at:
        return False
    fresh = at < visit.created_at + timedelta(minutes=rules.grace_minutes)
    return fresh or at <= visit.starts_at - timedelta(hours=rules.cutoff_hours)


def _require_in_time(visit: Appointment, *, staff: bool, at: datetime) -> None:
    if not staff and not may_change_online(visit, at=at):
        raise CallUs(policies.call_us(_("It is too late to change this visit online.")))


def _code(reason: str) -> str:
    if reason not in Reason.values:
        raise BookingError(_("Choose a reason."))
    return reason


@audited_transaction()
def confirm(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """The patient says they will come (or the desk heard it). Confirming twice changes nothing."""
    locked_visit = locked(visit)
    policies.staff_or_own(by, locked_visit.patient)
    if locked_visit.state != State.CONFIRMED:
        change_state(locked_visit, State.CONFIRMED, Deed.CONFIRMED, by=by, at=at)
    return locked_visit


@audited_transaction()
def cancel(visit: Appointment, *, reason: str, by: User, at: datetime, started_by: str | None = None) -> Appointment:
    """Cancel a visit: coded reason, who started it, time given back, letter written. Nothing is deleted.

    `started_by` is what staff say ("patient" called, or the "clinic"); patients are always themselves.
    Raises CallUs inside the cut-off for patients, NotAllowed for a visit that is over, BookingError, PermissionDenied.
    """
    locked_visit = locked(visit)
    staff = policies.staff_or_own(by, locked_visit.patient)
    require(locked_visit, State.CANCELLED)
    _require_in_time(locked_visit, staff=staff, at=at)
    party = policies.party(by, started_by)
    change_state(locked_visit, State.CANCELLED, Deed.CANCELLED, by=by, at=at, reason=_code(reason), started_by=party)
    release_cells(locked_visit)
    sync_next_visit(locked_visit.patient, at=at)
    letters.cancelled(locked_visit, by=by, at=at)
    return locked_visit


def move(
    visit: Appointment,
    *,
    start: datetime,
    practitioner: int | None = None,
    place: int | None = None,
    by: User,
    at: datetime,
    reason: str = Reason.BETTER_TIME,
    started_by: str | None = None,
) -> Appointment:
    """Move a visit to another time, to one practitioner or any; return the new visit, linked to the old one. `place`
    is where the patient chose to come, or None for wherever the practitioner is then.

    One transaction: cells that both times share are kept, the new ones taken, the others given back. The rules are
    those of booking and, for patients, of the cut-off. When the new time is lost, the old visit stands untouched.
    Raises SlotTaken with the next free times, CallUs, NotReady, NotAllowed, BookingError, PermissionDenied.
    """
    try:
        with audited_transaction():
            return _move(
                visit,
                start=start,
                practitioner=practitioner,
                place=place,
                by=by,
                at=at,
                reason=reason,
                started_by=started_by,
            )
    except SlotTaken as lost:
        times = next_times(
            visit.visit_type,
            start,
            practitioner=practitioner,
            patient=visit.patient,
            staff=by.is_staff,
            at=at,
            place=place,
        )
        raise SlotTaken(lost, times=times) from lost


def _move(
    visit: Appointment,
    *,
    start: datetime,
    practitioner: int | None,
    place: int | None,
    by: User,
    at: datetime,
    reason: str,
    started_by: str | None,
) -> Appointment:
    lock_schedule()
    old = locked(visit)
    staff = policies.staff_or_own(by, old.patient)
    require(old, State.MOVED)
    policies.require_type(old.visit_type, staff=staff)
    _require_in_time(old, staff=staff, at=at)
    policies.require_time(start, at=at)
    if start == old.starts_at and practitioner in (None, old.practitioner_id):
        raise BookingError(_("The visit is already at that time."))
    policies.require_ready(old.patient, old.visit_type, policies.day_of(start), staff=staff, at=at)
    ask = SlotRequest(
        visit_type=old.visit_type,
        start=start,
        practitioner=practitioner,
        patient=old.patient,
        staff=staff,
        at=at,
        place=place,
        without_visit=old.pk,
    )
    candidate = find_candidate(ask)
    party = policies.party(by, started_by)
    change_state(old, State.MOVED, Deed.MOVED, by=by, at=at, reason=_code(reason), started_by=party)
    new = _successor(old, candidate.start, candidate.who.practitioner.pk, candidate.room, candidate.need, by=by, at=at)
    _carry_over(old, new, candidate.keys(old.patient), lapsed=candidate.lapsed)
    _moved(new, by=by, at=at)
    return new


def _successor(
    old: Appointment,
    start: datetime,
    practitioner: int,
    room: int | None,
    need: Need,
    *,
    by: User,
    at: datetime,
) -> Appointment:
    return Appointment.objects.create(
        uid=old.uid,
        sequence=old.sequence,
        patient=old.patient,
        practitioner_id=practitioner,
        room_id=room,
        visit_type=old.visit_type,
        starts_at=start,
        minutes=need.minutes,
        room_minutes=need.room_minutes,
        state=State.BOOKED,
        moved_from=old,
        series=old.series,
        source=old.source,
        created_at=at,
        created_by=by,
    )


def _carry_over(old: Appointment, new: Appointment, wanted: list[Key], *, lapsed: Collection[int]) -> None:
    """Keep the cells both visits share, take the new ones, give back the others."""
    mine = {(c.kind, c.of, c.start, c.lane): c.pk for c in Cell.objects.filter(visit=old)}
    reserve_cells([key for key in wanted if key not in mine], taker=new, lapsed=lapsed)
    Cell.objects.filter(pk__in=[mine[key] for key in wanted if key in mine]).update(visit=new)
    release_cells(old)


def _moved(new: Appointment, *, by: User, at: datetime) -> None:
    sync_next_visit(new.patient, at=at)
    letters.changed(new, by=by, at=at)
    history(new, Deed.BOOKED, by=by, at=at)


@audited_transaction()
def swap(one: Appointment, other: Appointment, *, by: User, at: datetime) -> tuple[Appointment, Appointment]:
    """Let two visits change places (time, practitioner and room); return the two new visits. Staff only.

    Raises SlotTaken when one of them does not fit the other's place, NotReady, NotAllowed, PermissionDenied.
    """
    policies.staff_only(by)
    lock_schedule()
    first, second = sorted((one, other), key=lambda visit: visit.pk)
    if first.pk == second.pk:
        raise BookingError(_("Choose two different visits."))
    a, b = locked(first), locked(second)
    for visit, place in ((a, b), (b, a)):
        require(visit, State.MOVED)
        policies.require_time(place.starts_at, at=at)
        policies.require_ready(visit.patient, visit.visit_type, policies.day_of(place.starts_at), staff=True, at=at)
        if visit.is_squeezed_in:
            raise BookingError(_("A squeezed-in visit cannot be swapped. Cancel it and book another time."))
    new_visits = []
    for visit in (a, b):
        change_state(
            visit,
            State.MOVED,
            Deed.MOVED,
            by=by,
            at=at,
            reason=Reason.BETTER_TIME,
            started_by=policies.party(by, None),
        )
        release_cells(visit)
    for visit, place in ((a, b), (b, a)):
        new_visits.append(_put(visit, place, by=by, at=at))
    for new in new_visits:
        _moved(new, by=by, at=at)
    mine = {new.moved_from_id: new for new in new_visits}
    return mine[one.pk], mine[other.pk]


def _put(visit: Appointment, place: Appointment, *, by: User, at: datetime) -> Appointment:
    table = schedule.current()
    person = next((person for person in table.offering(visit.visit_type) if person.key == place.practitioner_id), None)
    if person is None:
        raise BookingError(_("One of the practitioners does not offer the other visit type."))
    need = person.need(visit.visit_type)
    day, where = policies.day_of(place.starts_at), table.place_of(place.room_id)
    if not availability.fits(person.spans(day, day, where), place.starts_at, need.length):
        raise BookingError(_("One of the visits is too long for the other’s time."))
    if need.room_minutes and place.room_id is None:
        raise BookingError(_("One of the visits has no room, and the other needs one."))
    room = place.room_id if need.room_minutes else None
    new = _successor(visit, place.starts_at, place.practitioner_id, room, need, by=by, at=at)
    keys = keys_of(need, new.starts_at, practitioner=new.practitioner_id, room=room, patient=new.patient_id)
    reserve_cells(keys, taker=new, lapsed=lapsed_on(keys, at=at))
    return new
