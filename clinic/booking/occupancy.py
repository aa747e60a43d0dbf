"""From the database to availability and back: loads exactly what is needed, one query for whatever is booked."""

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Case, IntegerField, When
from django.utils import timezone

from clinic.accounts.models import Patient
from clinic.booking import availability, schedule
from clinic.booking.availability import Free, Need, Taken
from clinic.booking.grid import numbers, on_grid
from clinic.booking.models import Cell, ResourceKind, VisitType
from clinic.booking.models.booking_rules import LONGEST_BUFFER
from clinic.booking.querysets import day_bounds
from clinic.booking.schedule import OWN, SOONEST, Schedule, ScheduledPractitioner

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
    # The key of the place; None for a visit by phone.
    place: int | None = field(default=None, compare=False)

    @property
    def code(self) -> str:
        """What stands in a form: the moment in UTC and the practitioner's number, 20260304T183000Z-3; behind them the
        location's number, where it is not the clinic's own address.
        """
        where = f"-{self.place}" if self.place else ""
        return f"{self.start:%Y%m%dT%H%M%SZ}-{self.practitioner}{where}"

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.minutes)

    @property
    def day(self) -> date:
        """The day in the clinic's zone."""
        return timezone.localtime(self.start).date()


@dataclass(frozen=True)
class PickedTime:
    """What a slot's code says: the moment, the practitioner's key and the key of the place."""

    start: datetime
    practitioner: int
    place: int = OWN


def read_code(code: str) -> PickedTime | None:
    """Return what a slot's code says; None for anything else."""
    moment, *numbers = code.split("-")
    if not 1 <= len(numbers) <= 2 or not all(_is_key(number) for number in numbers):
        return None
    try:
        start = datetime.strptime(moment, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return PickedTime(start, *map(int, numbers)) if on_grid(start) else None


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 12


@dataclass(frozen=True)
class Occupancy:
    """What is taken between two moments, and the holds there that have lapsed."""

    taken: Mapping[tuple[int, int], Set[int]]
    lapsed: frozenset[int] = frozenset()

    def of(self, who: ScheduledPractitioner, table: Schedule, patient: Patient | None, place: int) -> Taken:
        """Return what is taken of a practitioner, of the rooms of the place where they are, and of the patient."""
        return Taken(
            practitioner=self.taken.get((ResourceKind.PRACTITIONER, who.key), frozenset()),
            rooms={key: self.taken.get((ResourceKind.ROOM, key), frozenset()) for key in table.rooms_at(place)},
            patient=self.taken.get((ResourceKind.PATIENT, patient.pk), frozenset()) if patient else frozenset(),
        )


def load(
    people: Iterable[ScheduledPractitioner],
    table: Schedule,
    *,
    start: datetime,
    end: datetime,
    at: datetime,
    patient: Patient | None = None,
    patients: Collection[int] = (),
    rooms: bool = True,
    without_hold: int | None = None,
    without_visit: int | None = None,
) -> Occupancy:
    """Read what is taken of these people, of every room and of the patients. One query, whatever is booked.

    Without `rooms` none of them is read: for a visit that needs none.
    A hold that has lapsed takes nothing, nor do the hold and the visit named here (those about to be replaced).
    """
    wanted = {
        int(ResourceKind.PRACTITIONER): [person.key for person in people],
        int(ResourceKind.ROOM): list(table.rooms) if rooms else [],
        int(ResourceKind.PATIENT): [*patients, *([patient.pk] if patient else [])],
    }
    touched = numbers(start - _REACH, end + _REACH)
    resources = {kind: keys for kind, keys in wanted.items() if keys}
    # A number, not the moment itself: SQLite keeps moments as text, and there may be thousands of these rows.
    over = Case(When(hold__expires_at__lte=at, then=1), output_field=IntegerField())
    cells = Cell.objects.filter(start__gte=touched.start, start__lt=touched.stop, lane=0).of_resources(resources)
    rows = cells.annotate(over=over).values_list("kind", "of", "start", "visit_id", "hold_id", "over")
    taken_cells: dict[tuple[int, int], set[int]] = {}
    lapsed: set[int] = set()
    for kind, of, cell, visit, hold, over in rows:
        if over:
            lapsed.add(hold)
        elif not (hold is not None and hold == without_hold) and not (visit is not None and visit == without_visit):
            taken_cells.setdefault((kind, of), set()).add(cell)
    return Occupancy(taken_cells, frozenset(lapsed))


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
    place: int | None = None,
) -> list[Slot]:
    """Return the free times of a type from one day of the clinic to another, with one practitioner or any, in order;
    at one place or any.

    For patients inside notice and horizon; for staff from now on. `patient`: their other visits are left out.
    One query beside the timetable.
    """
    search = _Search(visit_type, at, practitioner, patient, by_staff, without_visit, place=place)
    return search.on(search.load(first, last), first, last)


@dataclass(frozen=True)
class _Search:
    """A kind of visit that is looked for by somebody, by the timetable as it is now."""

    visit_type: VisitType
    at: datetime
    practitioner: int | None
    patient: Patient | None
    by_staff: bool
    without_visit: int | None = None
    preferred: Collection[int] = ()
    place: int | None = None
    table: Schedule = field(default_factory=schedule.current)

    @cached_property
    def people(self) -> list[ScheduledPractitioner]:
        offering = self.table.offering(self.visit_type, self.place)
        return [person for person in offering if self.practitioner in (None, person.key)]

    def load(self, first: date, last: date) -> Occupancy:
        """Read what is taken on some days; nothing where nobody offers it."""
        if not self.people:
            return Occupancy({})
        begin, end = day_bounds(first, last)
        arguments: dict[str, Any] = {"start": begin, "end": end, "at": self.at, "patient": self.patient}
        arguments |= {"rooms": self.visit_type.room_minutes > 0, "without_visit": self.without_visit}
        return load(self.people, self.table, **arguments)

    def on(self, day: Occupancy, first: date, last: date) -> list[Slot]:
        """Return the free times from one day to another, in order."""
        free_slots = []
        for person in self.people:
            window = person.window(at=self.at)
            if self.by_staff:
                window = availability.Window(self.at + SOONEST, day_bounds(first, last)[1])
            need = person.need(self.visit_type)
            for place in places_of(person, self.visit_type, self.place):
                taken_cells = day.of(person, self.table, self.patient, place)
                spans = person.spans(first, last, place)
                times = availability.free(spans, need, taken_cells, window, step=self.table.rules.step)
                free_slots += [slot_of(free, person, need, place) for free in times]
        return sorted(
            free_slots, key=lambda slot: (slot.start, slot.practitioner not in self.preferred, slot.practitioner)
        )


def next_slots(
    visit_type: VisitType,
    *,
    after: datetime,
    at: datetime,
    practitioner: int | None = None,
    patient: Patient | None = None,
    by_staff: bool = False,
    preferred: Collection[int] = (),
    most: int = NEXT_TIMES,
    place: int | None = None,
) -> list[Slot]:
    """Return the next free times from the day of `after` on, looking two weeks ahead; those after it come first.

    "Any practitioner" shows a time once, with whoever is free: the `preferred` before the others. Days are worked out
    one by one, as far as they are needed: somebody has just lost a time and waits.
    """
    search = _Search(visit_type, at, practitioner, patient, by_staff, preferred=preferred, place=place)
    today = timezone.localtime(max(after, at)).date()
    once: dict[datetime, Slot] = {}
    for begin, end in _SEARCHED_DAYS:
        occupancy = search.load(today + timedelta(days=begin), today + timedelta(days=end))
        for number in range(begin, end + 1):
            day = today + timedelta(days=number)
            for slot in search.on(occupancy, day, day):
                once.setdefault(slot.start, slot)
            later = [slot for slot in once.values() if slot.start >= after]
            if len(later) >= most:
                return later[:most]
    earlier = [slot for slot in once.values() if slot.start < after]
    return (later + earlier[::-1])[:most]


def places_of(who: ScheduledPractitioner, visit_type: VisitType, wanted: int | None) -> list[int]:
    """Return the places of a practitioner that count for a kind of visit: the wanted one; by phone it is all one."""
    return [place for place in who.hours if wanted in (None, place) or not visit_type.room_minutes]


def slot_of(free: Free, who: ScheduledPractitioner, need: Need, place: int) -> Slot:
    return Slot(free.start, who.key, free.room, need.length, who.name, place if need.room_minutes else None)
