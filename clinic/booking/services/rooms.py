"""Another room at the same time: the one that was booked is out of use."""

from datetime import datetime

from django.utils.translation import gettext as _

from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking import availability, occupancy, schedule
from clinic.booking.availability import Need, Taken
from clinic.booking.cells import keys_of, lock_schedule, reserve_cells
from clinic.booking.errors import NotAllowed, SlotTaken
from clinic.booking.models import Appointment, Cell, ResourceKind, State
from clinic.booking.querysets import AHEAD
from clinic.booking.services import policies
from clinic.booking.services.effects import Deed, history, locked


@audited_transaction()
def change_room(visit: Appointment, *, by: User, at: datetime) -> Appointment:
    """Give a visit the first other room of its place that is free at its time; nobody is told, for the patient comes
    as booked.

    Raises SlotTaken when every other room is taken, NotAllowed for a visit without a room or one that is over.
    """
    policies.staff_only(by)
    lock_schedule()
    found = locked(visit)
    if found.state not in (*AHEAD, State.ARRIVED) or found.room_id is None:
        raise NotAllowed(_("This visit has no room to change. Reload the day."))
    table, need = schedule.current(), Need(minutes=found.minutes, room_minutes=found.room_minutes)
    day = occupancy.load([], table, start=found.starts_at, end=found.ends_at, at=at, patient=found.patient)
    there = table.rooms_at((found.room.location_id if found.room else None) or schedule.OWN)
    others = {key: day.taken.get((ResourceKind.ROOM, key), frozenset()) for key in there if key != found.room_id}
    free = availability.at(found.starts_at, need, Taken(rooms=others))
    if free is None or free.room is None:
        raise SlotTaken(_("No other room is free then. Reschedule the visit."))
    Cell.objects.filter(visit=found, kind=ResourceKind.ROOM).delete()
    keys = keys_of(need, found.starts_at, practitioner=found.practitioner_id, room=free.room, patient=None)
    reserve_cells([key for key in keys if key[0] == ResourceKind.ROOM], taker=found, lapsed=day.lapsed)
    found.room = table.rooms[free.room]
    found.save(update_fields=["room"])
    history(found, Deed.ROOM, before=found.state, by=by, at=at)
    return found
