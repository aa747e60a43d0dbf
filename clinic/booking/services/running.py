"""Running the day: arrived, with the practitioner, completed, not come; and closing the list in the evening."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking import letters
from clinic.booking.cells import release_cells
from clinic.booking.errors import BookingError, NotAllowed
from clinic.booking.models import Appointment, AppointmentEvent, State
from clinic.booking.querysets import day_bounds
from clinic.booking.services import policies
from clinic.booking.services.effects import Deed, change_state, locked, require, sync_next_visit, tell_of_needles
from clinic.booking.services.needles import require_read
from intake.review.follow_up import needled as needles_told


class Gate(Protocol):
    """What is asked of a visit before its state changes; refuses with a BookingError."""

    def __call__(self, visit: Appointment, *, by: User, at: datetime) -> None: ...


OUTCOMES = {State.NO_SHOW: Deed.NO_SHOW, State.COMPLETED: Deed.COMPLETED}


def _run(visit: Appointment, after: str, what: str, *, gate: Gate | None = None, by: User, at: datetime) -> Appointment:
    policies.staff_only(by)
    locked_visit = locked(visit)
    if locked_visit.state == after:
        return locked_visit
    require(locked_visit, after)
    if gate is not None:
        gate(locked_visit, by=by, at=at)
    change_state(locked_visit, after, what, by=by, at=at)
    sync_next_visit(locked_visit.patient, at=at)
    if after == State.COMPLETED:
        tell_of_needles(locked_visit, at=at)
    return locked_visit


def _unless_begun(visit: Appointment, *, by: User, at: datetime) -> None:
    if visit.state != State.WITH:
        require_read(visit, by=by, at=at)


@audited_transaction()
def arrive(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """The patient is here. Only on the day of the visit. Ticking twice changes nothing, as with every deed here."""
    if policies.day_of(visit.starts_at) != policies.day_of(at):
        raise NotAllowed(_("This visit is not today. Reschedule it first."))
    return _run(visit, State.ARRIVED, Deed.ARRIVED, by=by, at=at)


@audited_transaction()
def undo_arrival(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """The wrong person was ticked: back to what the visit was."""
    return _undo(visit, Deed.ARRIVED, Deed.ARRIVAL_UNDONE, State.ARRIVED, by=by, at=at)


@audited_transaction()
def start(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """The patient is with the practitioner. Raises NotReady, NotRead or NotSeen where needles may not begin yet."""
    return _run(visit, State.WITH, Deed.STARTED, gate=require_read, by=by, at=at)


@audited_transaction()
def complete(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """The visit is done. Straight from the waiting room the same is asked as by `start`."""
    return _run(visit, State.COMPLETED, Deed.COMPLETED, gate=_unless_begun, by=by, at=at)


@audited_transaction()
def no_show(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """The patient did not come. Only once the visit has begun; it can be taken back."""
    if visit.starts_at > at:
        raise NotAllowed(_("This visit has not started yet."))
    return _run(visit, State.NO_SHOW, Deed.NO_SHOW, by=by, at=at)


@audited_transaction()
def undo_no_show(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """A no-show was ticked wrongly: back to what the visit was."""
    return _undo(visit, Deed.NO_SHOW, Deed.NO_SHOW_UNDONE, State.NO_SHOW, by=by, at=at)


def _undo(visit: Appointment, wrong: str, what: str, state: str, *, by: User, at: datetime) -> Appointment:
    policies.staff_only(by)
    locked_visit = locked(visit)
    if locked_visit.state != state:
        raise NotAllowed(_("There is nothing to undo. Check the schedule again."))
    before = (
        AppointmentEvent.objects.filter(visit=locked_visit, deed=wrong).order_by("-id").values_list("before", flat=True)
    )
    change_state(locked_visit, before.first() or State.BOOKED, what, by=by, at=at)
    sync_next_visit(locked_visit.patient, at=at)
    return locked_visit


@audited_transaction()
def enter_in_error(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """The visit should never have stood here. It stays readable, takes no time and counts nowhere."""
    marked_visit = _run(visit, State.IN_ERROR, Deed.IN_ERROR, by=by, at=at)
    needles_told.never_happened(marked_visit.ref, at=at)
    release_cells(marked_visit)
    if marked_visit.starts_at > at:
        letters.cancelled(marked_visit, by=by, at=at)
    return marked_visit


@audited_transaction()
def close_the_list(
    *, day: date, outcomes: Mapping[str, str] | None = None, by: User, at: datetime
) -> list[Appointment]:
    """Close a day: nothing stays booked in the past. Returns the visits that were closed.

    `outcomes` says for single visits, by reference, "no_show" or "completed". For the others: who was here is
    completed, who was not is a no-show. Raises BookingError while a visit of the day is still to begin.
    """
    policies.staff_only(by)
    _begin, end = day_bounds(day)
    if Appointment.objects.on_day(day).filter(state__in=(State.BOOKED, State.CONFIRMED), starts_at__gt=at).exists():
        raise BookingError(_("Some visits are still ahead today. Close the day after the last one."))
    closed = []
    for visit in Appointment.objects.on_day(day).unclosed(before=end).order_by("pk"):
        has_arrived = visit.state in (State.ARRIVED, State.WITH)
        after = State(str((outcomes or {}).get(visit.ref) or (State.COMPLETED if has_arrived else State.NO_SHOW)))
        if after not in OUTCOMES:
            raise BookingError(_("Choose “Arrived” or “No-show” for every visit."))
        if after == State.COMPLETED and not has_arrived:
            _run(visit, State.ARRIVED, Deed.ARRIVED, by=by, at=at)
        if after == State.NO_SHOW and has_arrived:
            raise NotAllowed(_("This patient arrived. Undo the arrival before you mark a no-show."))
        closed.append(_run(visit, after, OUTCOMES[after], by=by, at=at))
    return closed
