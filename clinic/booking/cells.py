"""Taking and giving back cells. The unique constraint decides who has a time; nothing here looks before it leaps.

Every deed of the diary first holds the one row of rules (`hold_the_diary`). So deeds queue instead of waiting for
each other's cells crosswise, on PostgreSQL as on SQLite, and the constraint refuses whoever comes second.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db import IntegrityError, models, transaction

from clinic.booking.availability import Need
from clinic.booking.errors import SlotTaken
from clinic.booking.grid import numbers
from clinic.booking.models import Block, BookingRules, Cell, Hold, Kind

Key = tuple[int, int, int, int]


def hold_the_diary() -> BookingRules:
    """Make this deed the only one that writes the diary until its transaction ends; return the rules."""
    found = BookingRules.objects.select_for_update(no_key=True).filter(pk=1).first()
    if found is None:
        BookingRules.objects.get_or_create(pk=1)
        return hold_the_diary()
    return found


def keys_of(
    need: Need, start: datetime, *, practitioner: int, room: int | None, patient: int | None, lane: int = 0
) -> list[Key]:
    """Return every cell a visit takes, in the one order in which everybody takes them."""
    keys: list[Key] = [(Kind.PRACTITIONER, practitioner, cell, lane) for cell in need.of_practitioner(start)]
    if room is not None:
        keys += [(Kind.ROOM, room, cell, 0) for cell in need.of_room(start)]
    if patient is not None:
        keys += [(Kind.PATIENT, patient, cell, 0) for cell in need.of_patient(start)]
    return sorted(keys)


def take(keys: Iterable[Key], *, taker: models.Model, lapsed: Collection[int] = ()) -> None:
    """Take cells for a visit, a hold or a block, after giving back those of holds that have lapsed.

    Raises SlotTaken, without times, when one of them belongs to somebody else; then nothing is taken or given back.
    """
    named = {taker._meta.model_name or "": taker}
    owner = {"visit": named.get("appointment"), "hold": named.get("hold"), "block": named.get("block")}
    rows = [Cell(kind=kind, of=of, start=start, lane=lane, **owner) for kind, of, start, lane in keys]
    try:
        with transaction.atomic():
            if lapsed:
                Hold.objects.filter(pk__in=lapsed).delete()
            Cell.objects.bulk_create(rows)
    except IntegrityError as collision:
        if "one_taker_a_cell" not in str(collision) and "UNIQUE" not in str(collision):
            raise
        raise SlotTaken from collision


def give_back(taker: models.Model) -> None:
    """Give back every cell of a visit, a hold or a block."""
    column = "visit" if taker._meta.model_name == "appointment" else str(taker._meta.model_name)
    Cell.objects.filter(**{column: taker}).delete()


def keys_of_block(block: Block) -> list[Key]:
    """Return the cells of a block."""
    kind, of = (Kind.PRACTITIONER, block.practitioner_id) if block.practitioner_id else (Kind.ROOM, block.room_id)
    assert of is not None  # noqa: S101  (a constraint: a block is of one thing)
    return sorted((kind, of, cell, 0) for cell in numbers(block.starts_at, block.ends_at))
