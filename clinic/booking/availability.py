"""Which times are free: a pure function over hours, exceptions and what is taken. No database, no clock.

Hours are wall-clock times in the clinic's zone; everything that comes out is UTC. On the night the clocks go back, an
opening time that comes twice means the first and a closing time the second, so the hour that comes twice is open
twice. On the night they go forward nothing lies inside the gap: a time that is skipped means as long after the jump.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property

from clinic.booking.grid import CELL_MINUTES, cells_in, moment, number, number_after

Span = tuple[datetime, datetime]
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Exceptional:
    """A date on which the week does not hold: `off` takes away, otherwise hours are added. No times: all day."""

    day: date
    off: bool
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True)
class Hours:
    """One practitioner's week as (weekday, opens, closes), Monday is 0, and the exceptions."""

    week: tuple[tuple[int, time, time], ...] = ()
    exceptions: tuple[Exceptional, ...] = ()

    @cached_property
    def by_day(self) -> dict[date, list[Exceptional]]:
        """The exceptions of each date that has any."""
        by_date: dict[date, list[Exceptional]] = {}
        for exception in self.exceptions:
            by_date.setdefault(exception.day, []).append(exception)
        return by_date


@dataclass(frozen=True)
class Need:
    """What a visit needs: minutes with the practitioner, in the room, and kept free around it."""

    minutes: int
    room_minutes: int = 0
    before: int = 0
    after: int = 0

    @property
    def length(self) -> int:
        """Minutes from arriving to leaving."""
        return max(self.minutes, self.room_minutes)

    # A visit begins on the grid, so its cells are counted from the number of its first one.

    def of_practitioner(self, first: int) -> range:
        """The cells of the practitioner by number, buffers included."""
        return range(first - cells_in(self.before), first + cells_in(self.minutes + self.after))

    def of_room(self, first: int) -> range:
        return range(first, first + cells_in(self.room_minutes))

    def of_patient(self, first: int) -> range:
        return range(first, first + cells_in(self.length))


@dataclass(frozen=True)
class Window:
    """Between which moments a visit may begin: after the notice, before the horizon."""

    earliest: datetime
    latest: datetime

    def holds(self, start: datetime) -> bool:
        return self.earliest <= start <= self.latest

    @property
    def cells(self) -> range:
        """The cells that begin in it."""
        return range(number_after(self.earliest), number(self.latest) + 1)


@dataclass(frozen=True)
class Taken:
    """The cells that are taken, by number: of the practitioner, of each room in use, and of the patient if known."""

    practitioner: Set[int] = frozenset()
    rooms: Mapping[int, Set[int]] | None = None
    patient: Set[int] = frozenset()


@dataclass(frozen=True, order=True)
class Free:
    """A free time, and the first room that is free for it (None where none is needed)."""

    start: datetime
    room: int | None = None


def spans(hours: Hours, first: date, last: date, zone: tzinfo) -> list[Span]:
    """Return when a practitioner is there, from one date to another, in UTC, in order and without overlaps."""
    open_spans: list[Span] = []
    day = first
    while day <= last:
        open_spans += _spans_of(hours, day, zone)
        day += _DAY
    return open_spans


def _spans_of(hours: Hours, day: date, zone: tzinfo) -> list[Span]:
    today = hours.by_day.get(day, [])
    openings = [(opens, closes) for weekday, opens, closes in hours.week if weekday == day.weekday()]
    openings += [(e.opens, e.closes) for e in today if not e.off and e.opens and e.closes]
    open_spans = merged(_span(day, opens, closes, zone) for opens, closes in openings)
    for e in today:
        if e.off and (e.opens is None or e.closes is None):
            return []
        if e.off and e.opens and e.closes:
            open_spans = without(open_spans, _span(day, e.opens, e.closes, zone))
    return open_spans


def _span(day: date, opens: time, closes: time, zone: tzinfo) -> Span:
    """From the first time the clock shows `opens` to the last time it shows `closes`."""
    begins = datetime.combine(day, opens, zone).astimezone(UTC)
    ends = datetime.combine(day, closes, zone)
    return begins, max(ends.astimezone(UTC), ends.replace(fold=1).astimezone(UTC))


def merged(found: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that touch as one, empty ones left out."""
    whole: list[Span] = []
    for begins, ends in sorted(span for span in found if span[0] < span[1]):
        if whole and begins <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], ends))
        else:
            whole.append((begins, ends))
    return whole


def without(found: Iterable[Span], gone: Span) -> list[Span]:
    """Return spans with one cut out of them."""
    remaining: list[Span] = []
    for begins, ends in found:
        remaining += [(begins, min(ends, gone[0])), (max(begins, gone[1]), ends)]
    return [(begins, ends) for begins, ends in remaining if begins < ends]


def free(open_spans: Iterable[Span], need: Need, taken: Taken, window: Window, *, step: int) -> Iterator[Free]:
    """Give every free time, each `step` minutes from the beginning of its span, in order.

    The whole visit lies inside one span; buffers may reach over its edges, but never onto something taken.
    """
    length, bookable, stride = cells_in(need.length), window.cells, step // CELL_MINUTES
    for begins, ends in open_spans:
        for cell in range(number_after(begins), number(ends) - length + 1, stride):
            if cell in bookable and (place := _at(cell, need, taken)):
                yield Free(moment(cell), place.room)


def at(start: datetime, need: Need, taken: Taken) -> Free | None:
    """Return one time with the first room that is free for it; None when something is taken."""
    place = _at(number(start), need, taken)
    return Free(start, place.room) if place else None


@dataclass(frozen=True)
class _Place:
    """Where a visit can be: in a room, or in none if it needs none."""

    room: int | None


_NO_ROOM = _Place(None)


def _at(cell: int, need: Need, taken: Taken) -> _Place | None:
    if taken.practitioner and not taken.practitioner.isdisjoint(need.of_practitioner(cell)):
        return None
    if taken.patient and not taken.patient.isdisjoint(need.of_patient(cell)):
        return None
    if not need.room_minutes:
        return _NO_ROOM
    wanted = need.of_room(cell)
    for room, cells_of_room in (taken.rooms or {}).items():
        if cells_of_room.isdisjoint(wanted):
            return _Place(room)
    return None


def fits(open_spans: Iterable[Span], start: datetime, length: int) -> bool:
    """Say whether a visit of so many minutes lies inside one span."""
    end = start + timedelta(minutes=length)
    return any(begins <= start and end <= ends for begins, ends in open_spans)


def shown(begins: datetime, start: datetime, step: int) -> bool:
    """Say whether a time is one of those shown to patients in a span that begins there."""
    first = moment(number_after(begins))
    return (start - first) % timedelta(minutes=step) == timedelta(0)
