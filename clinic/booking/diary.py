"""From the database to availability and back: loads exactly what is needed, one query for whatever is booked."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone

from clinic.accounts.models import Patient
from clinic.booking import availability, timetable
from clinic.booking.availability import Free, Need, Taken
from clinic.booking.grid import on_grid
from clinic.booking.models import Cell, Kind, VisitType
from clinic.booking.models.timetable import LONGEST_BUFFER
from clinic.booking.querysets import day_bounds
from clinic.booking.timetable import SOONEST, Timetable, Who

# Buffers reach over both ends.
_REACH = timedelta(minutes=LONGEST_BUFFER)
NEXT_TIMES = 5
# The days around are searched first, then two weeks: a diary is seldom that full.
_SEARCHED_DAYS = ((0, 2), (3, 14))


@dataclass(frozen=True, order=True)
class Slot:
    """A free time of one practitioner, as shown and as booked."""

    start: datetime
    practitioner: int
    room: int | None = field(compare=False)
    minutes: int = field(compare=False)
    with_name: str = field(compare=False)

    @property
    def code(self) -> str:
        """What stands in a form: the moment in UTC and the practitioner's number, 20260304T183000Z-3."""
        return f"{self.start:%Y%m%dT%H%M%SZ}-{self.practitioner}"

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)

    @property
    def day(self) -> date:
        """The day in the clinic's zone."""
        return timezone.localtime(self.start).date()


def read_code(code: str) -> tuple[datetime, int] | None:
    """Return moment and practitioner's number of a slot's code; None for anything else."""
    moment, dash, number = code.partition("-")
    if not dash or not (number.isascii() and number.isdigit()) or len(number) > 12:
        return None
    try:
        start = datetime.strptime(moment, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return (start, int(number)) if on_grid(start) else None


@dataclass(frozen=True)
class Day:
    """What is taken between two moments, and the holds there that have lapsed."""

    taken: Mapping[tuple[int, int], Set[int]]
    lapsed: frozenset[int] = frozenset()

    def of(self, who: Who, table: Timetable, patient: Patient | None) -> Taken:
        return Taken(
            practitioner=self.taken.get((Kind.PRACTITIONER, who.key), frozenset()),
            rooms={key: self.taken.get((Kind.ROOM, key), frozenset()) for key in table.rooms},
            patient=self.taken.get((Kind.PATIENT, patient.pk), frozenset()) if patient else frozenset(),
        )


def load(
    people: Iterable[Who],
    table: Timetable,
    *,
    start: datetime,
    end: datetime,
    at: datetime,
    patient: Patient | None = None,
    patients: Collection[int] = (),
    without_hold: int | None = None,
    without_visit: int | None = None,
) -> Day:
    """Read what is taken of these people, of every room and of the patients. One query, whatever is booked.

    A hold that has lapsed takes nothing, nor do the hold and the visit named here (those about to be replaced).
    """
    wanted: dict[int, Collection[int]] = {
        Kind.PRACTITIONER: [who.key for who in people],
        Kind.ROOM: list(table.rooms),
    }
    if persons := [*patients, *([patient.pk] if patient else [])]:
        wanted[Kind.PATIENT] = persons
    rows = Cell.objects.between(start - _REACH, end + _REACH).of_resources(wanted).filter(lane=0)
    taken: dict[tuple[int, int], set[int]] = {}
    lapsed: set[int] = set()
    columns = ("kind", "of", "start", "visit_id", "hold_id", "hold__expires_at")
    for kind, of, cell, visit, hold, expires in rows.values_list(*columns):
        if expires is not None and expires <= at:
            lapsed.add(hold)
        elif not (hold is not None and hold == without_hold) and not (visit is not None and visit == without_visit):
            taken.setdefault((kind, of), set()).add(cell)
    return Day(taken, frozenset(lapsed))


def slots(
    visit_type: VisitType,
    *,
    first: date,
    last: date,
    at: datetime,
    practitioner: int | None = None,
    patient: Patient | None = None,
    by_staff: bool = False,
    without_visit: int | None = None,
) -> list[Slot]:
    """Return the free times of a type from one day of the clinic to another, with one practitioner or any, in order.

    For patients inside notice and horizon; for staff from now on. `patient`: their other visits are left out.
    One query beside the timetable.
    """
    table = timetable.current()
    people = [who for who in table.offering(visit_type) if practitioner in (None, who.key)]
    if not people:
        return []
    begin, end = day_bounds(first, last)
    day = load(people, table, start=begin, end=end, at=at, patient=patient, without_visit=without_visit)
    found = []
    for who in people:
        window = availability.Window(at + SOONEST, end) if by_staff else who.window(at=at)
        need = who.need(visit_type)
        times = availability.free(
            who.spans(first, last), need, day.of(who, table, patient), window, step=table.rules.step
        )
        found += [slot_of(free, who, need) for free in times]
    return sorted(found)


def next_slots(
    visit_type: VisitType,
    *,
    after: datetime,
    at: datetime,
    practitioner: int | None = None,
    patient: Patient | None = None,
    by_staff: bool = False,
    most: int = NEXT_TIMES,
) -> list[Slot]:
    """Return the next free times from the day of `after` on, looking two weeks ahead; those after it come first.

    "Any practitioner" shows a time once, with whoever is free first by name.
    """
    first = timezone.localtime(max(after, at)).date()
    once: dict[datetime, Slot] = {}
    for begin, end in _SEARCHED_DAYS:
        found = slots(
            visit_type,
            first=first + timedelta(days=begin),
            last=first + timedelta(days=end),
            at=at,
            practitioner=practitioner,
            patient=patient,
            by_staff=by_staff,
        )
        for slot in found:
            once.setdefault(slot.start, slot)
        if sum(start >= after for start in once) >= most:
            break
    later = [slot for slot in once.values() if slot.start >= after]
    earlier = [slot for slot in once.values() if slot.start < after]
    return (later + earlier[::-1])[:most]


def slot_of(free: Free, who: Who, need: Need) -> Slot:
    return Slot(free.start, who.key, free.room, need.length, who.name)
