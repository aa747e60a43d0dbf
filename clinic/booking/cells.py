"""Taking and giving back cells. The unique constraint decides who has a time; nothing here looks before it leaps.

Every deed of the diary first holds the one row of rules (`lock_schedule`). So deeds queue instead of waiting for
each other's cells crosswise, on PostgreSQL as on SQLite, and the constraint refuses whoever comes second. From then on
the timetable is the newest as well: whoever changes it writes its version into the same row.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import reduce
from operator import or_

from django.db import IntegrityError, connection, models
from django.db.models import Q, QuerySet
from django.db.transaction import TransactionManagementError

from clinic.booking import schedule
from clinic.booking.availability import Need
from clinic.booking.errors import SlotTaken
from clinic.booking.grid import number, numbers
from clinic.booking.models import Block, BookingRules, Cell, Hold, ResourceKind

Key = tuple[int, int, int, int]


def the_rules() -> "QuerySet[BookingRules]":
    """Return the row that every deed of the diary holds."""
    return BookingRules.objects.select_for_update(no_key=True).filter(pk=1)


def lock_schedule() -> BookingRules:
    """Make this deed the only one that writes the diary until its transaction ends; return the rules.

    What `timetable.current` gives afterwards is of their version, whatever this process remembered.
    """
    if not connection.in_atomic_block:
        raise TransactionManagementError("The diary is held until a transaction ends, and there is none.")
    rules = the_rules().first()
    if rules is None:
        BookingRules.objects.get_or_create(pk=1)
        return lock_schedule()
    schedule.require(rules.version)
    return rules


def keys_of(
    need: Need, start: datetime, *, practitioner: int, room: int | None, patient: int | None, lane: int = 0
) -> list[Key]:
    """Return every cell a visit takes, in the one order in which everybody takes them."""
    first = number(start)
    keys: list[Key] = [(ResourceKind.PRACTITIONER, practitioner, cell, lane) for cell in need.of_practitioner(first)]
    if room is not None:
        keys += [(ResourceKind.ROOM, room, cell, 0) for cell in need.of_room(first)]
    if patient is not None:
        keys += [(ResourceKind.PATIENT, patient, cell, 0) for cell in need.of_patient(first)]
    return sorted(keys)


def reserve_cells(keys: Iterable[Key], *, taker: models.Model, lapsed: Collection[int] = ()) -> None:
    """Take cells for a visit, a hold or a block, after giving back those of holds that have lapsed.

    Raises SlotTaken, without times, when one of them belongs to somebody else. The caller's transaction (or savepoint,
    where it goes on and tries another place) ends with it, and with it everything that was done here.
    """
    named = {taker._meta.model_name or "": taker}
    owner = {"visit": named.get("appointment"), "hold": named.get("hold"), "block": named.get("block")}
    rows = [Cell(kind=kind, of=of, start=start, lane=lane, **owner) for kind, of, start, lane in keys]
    try:
        if lapsed:
            Hold.objects.filter(pk__in=lapsed).delete()
        Cell.objects.bulk_create(rows)
    except IntegrityError as collision:
        if "one_taker_a_cell" not in str(collision) and "UNIQUE" not in str(collision):
            raise
        raise SlotTaken from collision


def lapsed_on(keys: Iterable[Key], *, at: datetime) -> list[int]:
    """Return the holds that have lapsed and still lie on these cells: whoever takes the cells takes them from those."""
    wanted: dict[tuple[int, int], list[int]] = {}
    for kind, of, cell, _lane in keys:
        wanted.setdefault((kind, of), []).append(cell)
    conditions = (Q(kind=kind, of=of, start__in=cells) for (kind, of), cells in wanted.items())
    under = Cell.objects.filter(reduce(or_, conditions), hold__expires_at__lte=at)
    return list(under.values_list("hold", flat=True).distinct())


def release_cells(taker: models.Model) -> None:
    """Give back every cell of a visit, a hold or a block."""
    column = "visit" if taker._meta.model_name == "appointment" else str(taker._meta.model_name)
    Cell.objects.filter(**{column: taker}).delete()


def keys_of_block(block: Block) -> list[Key]:
    """Return the cells of a block."""
    kind, of = (
        (ResourceKind.PRACTITIONER, block.practitioner_id)
        if block.practitioner_id
        else (ResourceKind.ROOM, block.room_id)
    )
    assert of is not None  # noqa: S101  (a constraint: a block is of one thing)
    return sorted((kind, of, cell, 0) for cell in numbers(block.starts_at, block.ends_at))
