"""Free times as a person chooses among them: by day and part of the day, each one in full words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from clinic import moments
from clinic.accounts.models import Patient
from clinic.booking import diary, timetable, words
from clinic.booking.diary import Slot
from clinic.booking.models import Part, VisitType
from clinic.booking.services.waiting import part_of

# Whole days are shown until so many times stand on the page: a phone loads it fast, and nobody scrolls for ever.
ENOUGH = 20
DAYS = timedelta(days=14)
ONE_DAY = timedelta(days=1)
FIRST_FIELD = "slot"


@dataclass(frozen=True)
class Stretch:
    """A part of a day: its word, and the radio buttons of its times."""

    title: str
    rows: SafeString


@dataclass(frozen=True)
class Day:
    """A day with free times."""

    day: date
    title: str
    parts: list[Stretch]


@dataclass(frozen=True)
class DayLink:
    """A day one may go to."""

    day: date
    title: str
    is_shown: bool


@dataclass(frozen=True)
class Times:
    """What stands on a page of times."""

    days: list[Day]
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
        return moments.day(self.until) if self.until else ""

    @property
    def first_words(self) -> str:
        return moments.day(self.first)


@dataclass(frozen=True)
class Search:
    """What is looked for: a kind of visit with one practitioner or any, for a patient or somebody new."""

    visit_type: VisitType
    at: datetime
    practitioner: int | None = None
    patient: Patient | None = None
    until: date | None = None
    without_visit: int | None = None

    def between(self, first: date, last: date) -> list[Slot]:
        """Return the free times of these days, each time once: "any" names whoever is free first by name."""
        if first > last:
            return []
        found = diary.slots(
            self.visit_type,
            first=first,
            last=last,
            at=self.at,
            practitioner=self.practitioner,
            patient=self.patient,
            without_visit=self.without_visit,
        )
        once: dict[datetime, Slot] = {}
        for slot in found:
            once.setdefault(slot.start, slot)
        return [slot for slot in once.values() if self.until is None or slot.day <= self.until]

    def last_day(self) -> date:
        """Return the last day that anybody who offers this kind of visit can be booked for."""
        people = timetable.current().offering(self.visit_type)
        ahead = max((who.settings.horizon_days for who in people if self.practitioner in (None, who.key)), default=0)
        return timezone.localtime(self.at).date() + timedelta(days=ahead)


def times(search: Search, *, wanted: date | None = None, chosen: str = "") -> Times:
    """Return the page of times from a day on; when nothing is free there, from the next free day on.

    One query, two where the first two weeks hold nothing. `chosen` is the code of the time that was picked before.
    """
    today, last = timezone.localtime(search.at).date(), search.last_day()
    first = wanted if wanted and today <= wanted <= last else today
    found, moved_on = search.between(first, min(first + DAYS - ONE_DAY, last)), False
    if not found:
        found, moved_on = search.between(first + DAYS, last), True
        found = [slot for slot in found if slot.day < found[0].day + DAYS]
    days = _enough(found)
    shown = {day.day for day in days}
    later = _later(found, shown, first if not moved_on else (found[0].day if found else last), last)
    return Times(
        days=[_drawn(day, chosen) for day in days],
        links=_links(found, shown),
        first=first,
        earlier=max(today, first - timedelta(days=7)) if first > today else None,
        later=later,
        zone=zones(slot.start for day in days for slot in day.slots),
        moved_on=moved_on and bool(days),
        until=search.until if search.until and search.until <= last else None,
    )


def of(slots: Iterable[Slot], *, chosen: str = "") -> Times:
    """Return a few free times, for somebody who has lost one."""
    found = sorted(slots)
    days = [_Day(day, list(group)) for day, group in groupby(found, key=lambda slot: slot.day)]
    first = found[0].day if found else date.max
    return Times(
        days=[_drawn(day, chosen) for day in days], links=[], first=first, zone=zones(slot.start for slot in found)
    )


def zones(starts: Iterable[datetime]) -> str:
    """Return the clinic's zone as people know it; both names where the clock changes between two of the times."""
    return " / ".join(dict.fromkeys(words.zone_name(start) for start in starts))


@dataclass(frozen=True)
class _Day:
    day: date
    slots: list[Slot]


def _enough(found: list[Slot]) -> list[_Day]:
    days: list[_Day] = []
    for day, group in groupby(found, key=lambda slot: slot.day):
        if sum(len(shown.slots) for shown in days) >= ENOUGH:
            break
        days.append(_Day(day, list(group)))
    return days


def _later(found: list[Slot], shown: set[date], first: date, last: date) -> date | None:
    after = next((slot.day for slot in found if slot.day not in shown), first + DAYS)
    return after if after <= last else None


def _links(found: list[Slot], shown: set[date]) -> list[DayLink]:
    days = dict.fromkeys(slot.day for slot in found)
    return [DayLink(day, moments.day(day), day in shown) for day in days] if len(days) > 1 else []


def _drawn(day: _Day, chosen: str) -> Day:
    titles = {Part.MORNING: _("Morning"), Part.AFTERNOON: _("Afternoon"), Part.EVENING: _("Evening")}
    parts = [
        Stretch(titles[Part(part)], _rows(group, chosen))
        for part, group in groupby(day.slots, key=lambda slot: part_of(slot.start))
    ]
    return Day(day.day, moments.day(day.day), parts)


def _rows(slots: Iterable[Slot], chosen: str) -> SafeString:
    """Draw the radio buttons. A template for each of sixty rows costs more than the page itself."""
    return format_html_join(
        "",
        '<label class="choice"><input type="radio" name="slot" value="{}"{}><span>{}</span></label>',
        ((slot.code, format_html(" checked") if slot.code == chosen else "", _in_words(slot)) for slot in slots),
    )


def _in_words(slot: Slot) -> SafeString:
    """Return the whole sentence of a choice. Its day is read out and not shown: it stands above as a heading."""
    when, time = escape(words.when(slot.start)), escape(words.time_of_day(slot.start))
    whole = escape(words.full(slot.start, length=slot.minutes, with_name=slot.with_name))
    before, _when, after = whole.partition(when)
    day, comma = when.removesuffix(time), ", " if after.startswith(", ") else ""
    length = after.removeprefix(comma)
    sentence = f'{before}<i>{day}</i><b>{time}</b><i>{comma}</i><small>{length}</small>'
    return mark_safe(sentence)  # noqa: S308  (every part of it is escaped above)
