"""A checker of the diary that trusts nothing: it counts anew, from the visits as they stand, what may be taken.

It shares no code with the booking: five minutes are counted from 1970 by plain arithmetic, what stands is a list of
its own, and which state may follow which is written down a second time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from clinic.booking.models import Appointment, AppointmentEvent, Block, Cell, Hold

PRACTITIONER, ROOM, PATIENT = 1, 2, 3
TAKES_TIME = {"booked", "confirmed", "arrived", "with", "completed", "no_show"}
FOLLOWS = {
    "": {"booked"},
    "booked": {"confirmed", "arrived", "no_show", "cancelled", "moved", "in_error"},
    "confirmed": {"arrived", "no_show", "cancelled", "moved", "in_error"},
}
# A deed and the state it leads to.
LEADS = {"booked": "booked", "confirmed": "confirmed", "cancelled": "cancelled", "moved": "moved"}


def fives(start: datetime, minutes: int) -> set[int]:
    """Return the numbers of the five minutes from a moment on, counted from 1970."""
    first = int(start.timestamp()) // 300
    return set(range(first, first + minutes // 5))


def taken_by(visit: Appointment) -> dict[tuple[int, int], set[int]]:
    """Return what a visit takes of its practitioner, room and patient, without what is kept free around it."""
    whole = max(visit.minutes, visit.room_minutes)
    taken = {
        (PRACTITIONER, visit.practitioner_id): fives(visit.starts_at, visit.minutes),
        (PATIENT, visit.patient_id): fives(visit.starts_at, whole),
    }
    if visit.room_id:
        taken[ROOM, visit.room_id] = fives(visit.starts_at, visit.room_minutes)
    return taken


def double_bookings(visits: Iterable[Appointment]) -> list[str]:
    """Return every practitioner, room or patient whom two standing visits take at one time, from the visits alone.

    A squeeze-in stands beside an ordinary visit of its practitioner, never beside another squeeze-in; in rooms and for
    patients it is a visit like any other. Blocked time is taken like a visit.
    """
    takers: dict[tuple[int, int, int, int], list[str]] = defaultdict(list)
    for visit in visits:
        if visit.state in TAKES_TIME:
            for (kind, of), numbers in taken_by(visit).items():
                for number in numbers:
                    takers[kind, of, visit.lane if kind == PRACTITIONER else 0, number].append(visit.ref)
    for block in Block.objects.filter(lifted_at=None):
        kind = PRACTITIONER if block.practitioner_id else ROOM
        for number in fives(block.starts_at, int((block.ends_at - block.starts_at).total_seconds()) // 60):
            takers[kind, block.practitioner_id or block.room_id or 0, 0, number].append(f"block {block.ref}")
    pairs = {(kind, of, " and ".join(refs)) for (kind, of, *_place), refs in takers.items() if len(refs) > 1}
    return [f"double booking: kind {kind}, {of}: {refs}" for kind, of, refs in sorted(pairs)]


def wrong_cells(*, buffers: int = 0) -> list[str]:
    """Return what is wrong with the cells: one taken twice, one of a visit that is over, one that is missing.

    `buffers` are the most minutes that may be kept free before and after a visit; beyond those a cell is wrong.
    """
    rows = list(Cell.objects.values_list("kind", "of", "start", "lane", "visit_id", "hold_id", "block_id"))
    twice = [place for place, count in Counter(row[:4] for row in rows).items() if count > 1]
    found = [f"cell taken twice: {place}" for place in twice]
    cells: dict[int | None, dict[tuple[int, int], set[int]]] = defaultdict(lambda: defaultdict(set))
    for kind, of, start, _lane, taker, _hold, _block in rows:
        cells[taker][kind, of].add(start)
    for visit in Appointment.objects.all():
        wanted = taken_by(visit) if visit.state in TAKES_TIME else {}
        has = cells.pop(visit.pk, {})
        found += [f"{visit.ref}: {what}" for what in _differences(wanted, has, buffers // 5)]
    cells.pop(None, None)  # those of holds and blocks
    found += [f"cells of a visit that does not exist: {key}" for key in cells]
    return found + _wrong_blocks()


def _differences(
    wanted: dict[tuple[int, int], set[int]], has: dict[tuple[int, int], set[int]], around: int
) -> list[str]:
    found = [f"takes {place} for nothing" for place in set(has) - set(wanted)]
    for (kind, of), numbers in wanted.items():
        mine, reach = has.get((kind, of), set()), around if kind == PRACTITIONER else 0
        if numbers and not numbers <= mine <= set(range(min(numbers) - reach, max(numbers) + reach + 1)):
            found.append(f"{kind} {of}: {len(mine)} cells for {len(numbers)}")
        if mine and len(mine) != max(mine) - min(mine) + 1:
            found.append(f"{kind} {of}: its cells do not hang together")
    return found


def _wrong_blocks() -> list[str]:
    """A standing block has all its cells, a lifted one none; no cell belongs to a hold or block that is gone."""
    found = []
    cells: dict[int, int] = Counter(Cell.objects.exclude(block=None).values_list("block_id", flat=True))
    for block in Block.objects.all():
        length = int((block.ends_at - block.starts_at).total_seconds()) // 300
        if cells.get(block.pk, 0) != (0 if block.lifted_at else length):
            found.append(f"block {block.ref}: {cells.get(block.pk, 0)} cells for {length}")
    gone = Cell.objects.exclude(hold=None).exclude(hold__in=Hold.objects.all())
    return found + [f"cell of a hold that is gone: {cell}" for cell in gone]


def wrong_histories() -> list[str]:
    """Return what is wrong between visits and their histories: each is told from the first event to the last."""
    found = []
    events: dict[int, list[AppointmentEvent]] = defaultdict(list)
    for event in AppointmentEvent.objects.order_by("id"):
        events[event.visit_id].append(event)
    visits = {visit.pk: visit for visit in Appointment.objects.all()}
    after = Counter(visit.moved_from_id for visit in visits.values() if visit.moved_from_id)
    for key, visit in visits.items():
        found += [f"{visit.ref}: {what}" for what in _wrong_history(visit, events.pop(key, []))]
        if after.get(key, 0) != (visit.state == "moved"):
            found.append(f"{visit.ref}: {visit.state} with {after.get(key, 0)} successors")
        before = visits.get(visit.moved_from_id) if visit.moved_from_id else None
        if before and (before.uid, before.patient_id) != (visit.uid, visit.patient_id):
            found.append(f"{visit.ref}: moved from a visit of somebody else")
        ended = visit.state in ("cancelled", "moved")
        if visit.sequence != (before.sequence if before else 0) + ended:
            found.append(f"{visit.ref}: sequence {visit.sequence}")
    return found


def _wrong_history(visit: Appointment, told: list[AppointmentEvent]) -> list[str]:
    if not told:
        return ["no history"]
    found = []
    state = ""
    for event in told:
        if event.before not in (state, "") or event.after not in FOLLOWS.get(state, set()):
            found.append(f"{event.deed} from {state or 'nothing'} to {event.after}")
        if LEADS.get(event.deed, event.after) != event.after:
            found.append(f"{event.deed} led to {event.after}")
        state = event.after
    for one, other in pairwise(told):
        if one.at > other.at or other.before != one.after:
            found.append(f"{other.deed} does not follow {one.deed}")
    return found if state == visit.state else [*found, f"is {visit.state}, told {state}"]
