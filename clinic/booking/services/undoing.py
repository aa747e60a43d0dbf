"""Undo: what somebody at the desk has just done is taken back whole, before anybody was told of it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking import letters, schedule
from clinic.booking.availability import Need
from clinic.booking.cells import keys_of, lapsed_on, lock_schedule, release_cells, reserve_cells
from clinic.booking.errors import NotAllowed, SlotTaken
from clinic.booking.models import Appointment, AppointmentEvent, State
from clinic.booking.services import policies
from clinic.booking.services.effects import Deed, history, locked, sync_next_visit
from clinic.booking.services.waits import resume_waits
from clinic.text import new_reference

_UNDOABLE = (Deed.BOOKED, Deed.CANCELLED)


@dataclass(frozen=True)
class _Part:
    """One visit of a deed, locked, and what the deed did to it."""

    visit: Appointment
    event: AppointmentEvent


@audited_transaction()
def undo(visit: Appointment, *, by: User, at: datetime) -> list[Appointment]:
    """Take back the booking, the move or the cancellation that this person did last to a visit; return what stands.

    A series, and two visits that changed places, are one deed and go back together. The messages that waited are
    taken back, and waits that the booking ended go on. What was booked stays in the history, as entered in error.
    Raises NotAllowed after UNDO_FOR, for a colleague's deed, where something was done since or a message has left,
    NotReady where the visit would stand again for somebody who is no longer a patient,
    and SlotTaken where somebody else has the time now.
    """
    policies.staff_only(by)
    lock_schedule()
    parts = [_Part(locked(event.visit), event) for event in _deed(visit, by=by, at=at)]
    back = [part for part in parts if part.event.deed == Deed.BOOKED]
    canceled = [part for part in parts if part.event.deed == Deed.CANCELLED]
    for part in canceled:
        policies.require_patient(part.visit.patient, staff=True)
    if not letters.take_back(booked=[part.visit for part in back], canceled=[part.visit for part in canceled]):
        raise NotAllowed(_("The message has left already. Change the visit again instead."))
    before = [(locked(part.visit.moved_from), part) for part in back if part.visit.moved_from]
    for part in back:
        _never_booked(part, by=by, at=at)
    standing = [_stands_again(old, Deed.MOVED, when=part.event.at, by=by, at=at) for old, part in before]
    standing += [_stands_again(part.visit, Deed.CANCELLED, when=part.event.at, by=by, at=at) for part in canceled]
    for part in parts:
        sync_next_visit(part.visit.patient, at=at)
    return standing


def _deed(visit: Appointment, *, by: User, at: datetime) -> list[AppointmentEvent]:
    """Return the events of the deed: everything this person did at that very moment, each the last of its visit."""
    last = AppointmentEvent.objects.filter(visit=visit).order_by("-id").first()
    if last is None or last.deed not in _UNDOABLE or last.by_id != by.pk:
        raise NotAllowed(_("There is nothing to undo. Check the schedule again."))
    if at >= last.at + letters.UNDO_FOR:
        raise NotAllowed(_("It is too late to undo this. Change the visit again instead."))
    events = list(
        AppointmentEvent.objects.filter(by=by, at=last.at, deed__in=_UNDOABLE).select_related("visit").order_by("id")
    )
    visits = [event.visit_id for event in events]
    if AppointmentEvent.objects.filter(visit__in=visits, id__gt=events[-1].pk).exists():
        raise NotAllowed(_("Something has been done since. Change the visit again instead."))
    return events


def _never_booked(part: _Part, *, by: User, at: datetime) -> None:
    visit, before = part.visit, part.visit.state
    release_cells(visit)
    # The chain of moves and its name in calendars stay with the visit that stands again.
    visit.state, visit.moved_from, visit.uid = State.IN_ERROR, None, new_reference()
    visit.save(update_fields=["state", "moved_from", "uid"])
    history(visit, Deed.UNDONE, before=before, by=by, at=at)
    resume_waits(visit, by=by, at=at, booked_at=part.event.at)


def _stands_again(visit: Appointment, deed: str, *, when: datetime, by: User, at: datetime) -> Appointment:
    """Give a visit its state and its time back."""
    ended = AppointmentEvent.objects.filter(visit=visit, deed=deed, at=when).order_by("-id").first()
    before, visit.state = visit.state, State(ended.before) if ended and ended.before else State.BOOKED
    visit.ended_reason, visit.ended_by = "", ""
    visit.save(update_fields=["state", "ended_reason", "ended_by"])
    person = schedule.current().who(visit.practitioner_id)
    buffers = (
        (person.settings.buffer_before, person.settings.buffer_after) if person and not visit.is_squeezed_in else (0, 0)
    )
    need = Need(visit.minutes, visit.room_minutes, *buffers)
    keys = keys_of(
        need,
        visit.starts_at,
        practitioner=visit.practitioner_id,
        room=visit.room_id,
        patient=visit.patient_id,
        lane=visit.lane,
    )
    try:
        reserve_cells(keys, taker=visit, lapsed=lapsed_on(keys, at=at))
    except SlotTaken as lost:
        raise SlotTaken(_("Someone else has that time now. Choose another one.")) from lost
    history(visit, Deed.UNDONE, before=before, by=by, at=at)
    return visit
