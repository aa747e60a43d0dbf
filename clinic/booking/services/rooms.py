"""Another room at the same time: the one that was booked is out of use."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking import availability, occupancy, schedule
from clinic.booking.availability import Need, Taken
from clinic.booking.cells import keys_of, lock_schedule, reserve_cells
from clinic.booking.errors import BookingError, NotAllowed, SlotTaken
from clinic.booking.models import Appointment, Cell, ResourceKind, State
from clinic.booking.querysets import AHEAD
from clinic.booking.services import policies
from clinic.booking.services.effects import Deed, history, locked
from clinic.booking.stranding import Why, stranded_ahead


@dataclass
class RoomsChanged:
    """What came of giving every visit another room: those that have one, and those that have none, with why."""

    changed: list[Appointment] = field(default_factory=list)
    left: list[tuple[Appointment, str]] = field(default_factory=list)


def change_rooms(*, by: User, at: datetime) -> RoomsChanged:
    """Give each visit ahead that only lacks its room another one of its place, the next visit first.

    Each stands for itself: who finds none keeps the time and stays a task. A location that is out of use has no other
    room: its visits are called about. Raises PermissionDenied.
    """
    policies.staff_only(by)
    outcome = RoomsChanged()
    lacking = [row.visit.pk for row in stranded_ahead(at=at) if row.reasons == (Why.ROOM,)]
    visits = Appointment.objects.filter(pk__in=lacking, patient__ended_why="").with_people()
    for visit in visits.order_by("starts_at", "id"):
        try:
            outcome.changed.append(change_room(visit, by=by, at=at))
        except BookingError as wrong:
            outcome.left.append((visit, str(wrong)))
    return outcome


@audited_transaction()
def change_room(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """Give a visit the first other room of its place that is free at its time; nobody is told, for the patient comes
    as booked.

    Raises SlotTaken when every other room is taken, NotAllowed for a visit without a room or one that is over.
    """
    policies.staff_only(by)
    lock_schedule()
    locked_visit = locked(visit)
    if locked_visit.state not in (*AHEAD, State.ARRIVED) or locked_visit.room_id is None:
        raise NotAllowed(_("This visit has no room to change. Reload the day."))
    table, need = schedule.current(), Need(minutes=locked_visit.minutes, room_minutes=locked_visit.room_minutes)
    day = occupancy.load(
        [], table, start=locked_visit.starts_at, end=locked_visit.ends_at, at=at, patient=locked_visit.patient
    )
    room_keys = table.rooms_at((locked_visit.room.location_id if locked_visit.room else None) or schedule.OWN)
    other_rooms = {
        key: day.taken.get((ResourceKind.ROOM, key), frozenset()) for key in room_keys if key != locked_visit.room_id
    }
    free = availability.at(locked_visit.starts_at, need, Taken(rooms=other_rooms))
    if free is None or free.room is None:
        raise SlotTaken(_("No other room is free then. Reschedule the visit."))
    Cell.objects.filter(visit=locked_visit, kind=ResourceKind.ROOM).delete()
    keys = keys_of(
        need, locked_visit.starts_at, practitioner=locked_visit.practitioner_id, room=free.room, patient=None
    )
    reserve_cells([key for key in keys if key[0] == ResourceKind.ROOM], taker=locked_visit, lapsed=day.lapsed)
    locked_visit.room = table.rooms[free.room]
    locked_visit.save(update_fields=["room"])
    history(locked_visit, Deed.ROOM, before=locked_visit.state, by=by, at=at)
    return locked_visit
