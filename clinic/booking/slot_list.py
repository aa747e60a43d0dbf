"""Free times as a person chooses among them: by day and part of the day, each one in full words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.booking import availability, occupancy, places, schedule
from clinic.booking.models import PartOfDay, VisitType
from clinic.booking.occupancy import Slot
from clinic.booking.querysets import day_bounds
from clinic.booking.schedule import Schedule, ScheduledPractitioner
from clinic.booking.services.waiting import part_of
from clinic.booking.spoken import speakers_first
from clinic.choices import Option

# Whole days are shown until so many times stand on the page: a phone loads it fast, and nobody scrolls for ever.
ENOUGH = 20
DAYS = timedelta(days=14)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DayPart:
    """A part of a day: its word, and its times to choose from."""

    title: str
    rows: list[Option]


@dataclass(frozen=True)
class SlotDay:
    """A day with free times."""

    day: date
    title: str
    parts: list[DayPart]


@dataclass(frozen=True)
class DayLink:
    """A day one may go to."""

    day: date
    is_shown: bool

    @property
    def iso(self) -> str:
        """What stands in its address."""
        return self.day.isoformat()

    @property
    def words(self) -> str:
        return formatting.short_day(self.day)


@dataclass(frozen=True)
class Times:
    """What stands on a page of times."""

    days: list[SlotDay]
    links: list[DayLink]
    first: date
    earlier: date | None = None
    later: date | None = None
    zone: str = ""
    # Nothing was free where one looked, so the page shows the next free day.
    moved_on: bool = False
    # The last day on which a practitioner's word allows this kind of visit, if that cuts the list.
    until: date | None = None

    @property
    def until_words(self) -> str:
        return formatting.day(self.until) if self.until else ""


@dataclass(frozen=True)
class SlotQuery:
    """What is looked for: a kind of visit with one practitioner or any, for a patient or somebody new."""

    visit_type: VisitType
    at: datetime
    practitioner: int | None = None
    patient: Patient | None = None
    until: date | None = None
    without_visit: int | None = None
    language: str = ""
    # The key of the place that was chosen; None for any.
    place: int | None = None

    @property
    def people(self) -> list[ScheduledPractitioner]:
        offering = speakers_first(schedule.current().offering(self.visit_type, self.place), self.language)
        return [person for person in offering if self.practitioner in (None, person.key)]

    def last_day(self) -> date:
        """Return the last day that may be booked with anybody who offers this kind of visit."""
        ahead = max((person.settings.horizon_days for person in self.people), default=0)
        last = timezone.localtime(self.at).date() + timedelta(days=ahead)
        return min(last, self.until) if self.until else last

    def load(self, first: date, last: date) -> "LoadedDays":
        """Read what is taken on these days. One query, none where nobody offers it."""
        begin, end = day_bounds(first, max(first, last))
        people, table = self.people, schedule.current()
        if not people or first > last:
            return LoadedDays(self, [], occupancy.Occupancy({}), table)
        days_occupancy = occupancy.load(
            people,
            table,
            start=begin,
            end=end,
            at=self.at,
            patient=self.patient,
            rooms=self.visit_type.room_minutes > 0,
            without_visit=self.without_visit,
        )
        return LoadedDays(self, people, days_occupancy, table)


@dataclass(frozen=True)
class LoadedDays:
    """Some days of the diary. Times are worked out day by day, as far as a page shows them."""

    search: SlotQuery
    people: list[ScheduledPractitioner]
    taken: occupancy.Occupancy
    table: Schedule

    def on(self, day: date) -> list[Slot]:
        """Return the free times of a day, each once: "any" names whoever is free and speaks the language, first by
        name.
        """
        once: dict[datetime, Slot] = {}
        for person in self.people:
            need = person.need(self.search.visit_type)
            for place, free in self._free(person, day):
                once.setdefault(free.start, occupancy.slot_of(free, person, need, place))
        return [once[start] for start in sorted(once)]

    def has(self, day: date) -> bool:
        """Say whether anything is free on a day."""
        return any(next(self._free(person, day), None) for person in self.people)

    def _free(self, who: ScheduledPractitioner, day: date) -> Iterator[tuple[int, availability.Free]]:
        need, window = who.need(self.search.visit_type), who.window(at=self.search.at)
        for place in occupancy.places_of(who, self.search.visit_type, self.search.place):
            taken_cells = self.taken.of(who, self.table, self.search.patient, place)
            spans = who.spans(day, day, place)
            for free in availability.free(spans, need, taken_cells, window, step=self.table.rules.step):
                yield place, free


def times(search: SlotQuery, *, wanted: date | None = None, chosen: str = "") -> Times:
    """Return the page of times from a day on; when nothing is free there, from the next free day on.

    One query, two where the first two weeks hold nothing. `chosen` is the code of the time that was picked before.
    """
    today, last = timezone.localtime(search.at).date(), search.last_day()
    zone = _zone_of(search.place)
    first = begin = wanted if wanted and today <= wanted <= last else today
    days, later_days = _look(search, begin, min(begin + DAYS - ONE_DAY, last))
    if moved_on := not days:
        begin += DAYS
        days, later_days = _look(search, begin, last)
    later = (
        later_days[0]
        if later_days
        else (days[-1].day if moved_on and days else begin) + (ONE_DAY if moved_on else DAYS)
    )
    links = [DayLink(day.day, True) for day in days] + [DayLink(day, False) for day in later_days]
    return Times(
        days=[_worded(day, chosen, zone) for day in days],
        links=links if len(links) > 1 else [],
        first=first,
        earlier=max(today, first - timedelta(days=7)) if first > today else None,
        later=later if later <= last else None,
        zone=zones((slot.start for day in days for slot in (day.slots[0], day.slots[-1])), zone=zone),
        moved_on=moved_on and bool(days),
        until=search.until if search.until == last else None,
    )


def _look(search: SlotQuery, first: date, last: date) -> tuple[list["_Day"], list[date]]:
    """Return whole days until there are enough times, and which of the two weeks after the first hold more."""
    loaded = search.load(first, last)
    days: list[_Day] = []
    later_days: list[date] = []
    day = first
    while day <= last and not (days and day >= days[0].day + DAYS):
        if sum(len(listed_day.slots) for listed_day in days) >= ENOUGH:
            later_days += [day] if loaded.has(day) else []
        elif slots := loaded.on(day):
            days.append(_Day(day, slots))
        day += ONE_DAY
    return days, later_days


def of(slots: Iterable[Slot], *, chosen: str = "") -> Times:
    """Return a few free times, for somebody who has lost one."""
    sorted_slots = sorted(slots)
    # Lost times are offered where they were wanted, so one zone is that of all.
    zone = _zone_of(sorted_slots[0].place if sorted_slots else None)
    days = [_Day(day, list(group)) for day, group in groupby(sorted_slots, key=lambda slot: slot.day)]
    first = sorted_slots[0].day if sorted_slots else date.max
    return Times(
        days=[_worded(day, chosen, zone) for day in days],
        links=[],
        first=first,
        zone=zones((slot.start for slot in sorted_slots), zone=zone),
    )


def zones(starts: Iterable[datetime], *, zone: tzinfo | None = None) -> str:
    """Return the clinic's zone, or that of the place, as people know it; both names where the clock changes between
    two of the times.
    """
    return " / ".join(dict.fromkeys(formatting.zone_name(start, zone=zone) for start in starts))


def _zone_of(key: int | None) -> tzinfo | None:
    place = places.numbered(key)
    return place.zone if place else None


@dataclass(frozen=True)
class _Day:
    day: date
    slots: list[Slot]


def _worded(day: _Day, chosen: str, zone: tzinfo | None) -> SlotDay:
    titles = {PartOfDay.MORNING: _("Morning"), PartOfDay.AFTERNOON: _("Afternoon"), PartOfDay.EVENING: _("Evening")}
    in_words = formatting.day(day.day)
    parts = [
        DayPart(titles[PartOfDay(part)], [_row(slot, in_words, chosen, zone) for slot in group])
        for part, group in groupby(day.slots, key=lambda slot: part_of(slot.start, zone))
    ]
    return SlotDay(day.day, in_words, parts)


def _row(slot: Slot, day: str, chosen: str, zone: tzinfo | None) -> Option:
    """A time to choose. Its day is read out and not shown: it stands above as a heading."""
    return Option(
        slot.code,
        checked=slot.code == chosen,
        day=day,
        time=formatting.clock(slot.start, zone=zone),
        about=formatting.visit_beside(minutes=slot.minutes, with_name=slot.with_name),
    )
