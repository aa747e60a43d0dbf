"""Time that nobody can book: a meeting, a broken room."""

from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from clinic import audit, formatting
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking.cells import keys_of_block, lapsed_on, lock_schedule, release_cells, reserve_cells
from clinic.booking.errors import BookingError, SlotTaken
from clinic.booking.grid import on_grid
from clinic.booking.models import Appointment, Block
from clinic.booking.querysets import STANDING
from clinic.booking.services import policies
from clinic.text import collapse

LONGEST_HOURS = 16


@audited_transaction()
def block(
    *,
    start: datetime,
    end: datetime,
    practitioner: int | None = None,
    room: int | None = None,
    words: str = "",
    by: User,
    at: datetime,
) -> Block:
    """Keep a stretch of a practitioner or of a room free of visits; `words` is a short note, never a clinical one.

    Raises SlotTaken (without times) when visits stand in it: move them first. Raises BookingError for a stretch that
    is empty, longer than a day, off the grid, or of both a practitioner and a room.
    """
    policies.staff_only(by)
    # Two hours of one name on the night the clocks go back are told apart in UTC only.
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if (practitioner is None) == (room is None):
        raise BookingError(_("Choose a practitioner or a room."))
    if not on_grid(start) or not on_grid(end):
        raise BookingError(_("Choose times in steps of five minutes."))
    if not start < end or (end - start).total_seconds() > LONGEST_HOURS * 3600:
        raise BookingError(_("The end must be after the start, on the same day."))
    lock_schedule()
    new_block = Block.objects.create(
        practitioner_id=practitioner,
        room_id=room,
        starts_at=start,
        ends_at=end,
        note=collapse(words)[:80],
        made_at=at,
        made_by=by,
    )
    keys = keys_of_block(new_block)
    try:
        with transaction.atomic():  # what is in the way is asked after it failed
            reserve_cells(keys, taker=new_block, lapsed=lapsed_on(keys, at=at))
    except SlotTaken as lost:
        raise SlotTaken(_in_the_way(new_block)) from lost
    audit.record("diary.blocked", on=new_block, by=by, at=at)
    return new_block


@audited_transaction()
def unblock(blocked: Block, *, by: User, at: datetime) -> Block:
    """Give blocked time back. Doing it twice changes nothing."""
    policies.staff_only(by)
    locked_block = Block.objects.select_for_update().get(pk=blocked.pk)
    if locked_block.lifted_at is None:
        release_cells(locked_block)
        locked_block.lifted_at, locked_block.lifted_by = at, by
        locked_block.save(update_fields=["lifted_at", "lifted_by"])
        audit.record("diary.unblocked", on=locked_block, by=by, at=at)
    return locked_block


def _in_the_way(block: Block) -> str:
    """Say when the visits are that stand in a stretch; it may be other blocked or held time, or the gap by a visit."""
    visits = Appointment.objects.filter(state__in=STANDING, starts_at__lt=block.ends_at)
    visits = visits.filter(starts_at__gt=block.starts_at - timedelta(days=1)).order_by("starts_at")
    visits = (
        visits.filter(practitioner=block.practitioner_id)
        if block.practitioner_id
        else visits.filter(room=block.room_id)
    )
    times = [formatting.clock(visit.starts_at) for visit in visits if visit.ends_at > block.starts_at]
    if not times:
        return _("That time is blocked or held already, or too close to a visit. Look at the schedule.")
    words = _("There are visits in that time: %(times)s. Reschedule them before you block it.")
    return words % {"times": ", ".join(times)}
