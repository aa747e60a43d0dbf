"""The clinic's other locations as the contact page shows them: where each is, and when practitioners are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from clinic import formatting
from clinic.booking import photographs, places, schedule
from clinic.booking.models import Location
from clinic.booking.photographs import PhotographShown
from clinic.booking.places import VisitPlace
from clinic.weekdays import Weekday


@dataclass(frozen=True)
class LocationShown:
    """A place, its photographs, and a line for each day on which somebody is there: Monday, 9:00 am – 5:30 pm.

    Of the clinic's own address there are no photographs here: they stand where the page says how to find it.
    """

    place: VisitPlace
    hours: tuple[str, ...]
    photographs: tuple[PhotographShown, ...] = ()


@dataclass(frozen=True)
class PlaceSeen:
    """A place in photographs. `name` is empty where the clinic has no other."""

    name: str
    photographs: tuple[PhotographShown, ...]


def listed() -> list[LocationShown]:
    """Return every place of the clinic, its own address first; nothing where it has no other.

    The hours are those in which visits can be booked: the weekly hours of the practitioners there.
    """
    if not Location.objects.filter(active=True).exists():
        return []
    keys = [schedule.OWN, *schedule.current().locations]
    return [
        LocationShown(place, _hours_of(key), photographs.of_place(key) if key != schedule.OWN else ())
        for key in keys
        if (place := places.numbered(key))
    ]


def seen() -> list[PlaceSeen]:
    """Return every place that has photographs, the clinic's own address first. It alone needs no name."""
    keys = photographs.places_shown()
    is_own_alone = keys == (schedule.OWN,)
    return [PlaceSeen("" if is_own_alone else places.name_at(key), photographs.of_place(key)) for key in keys]


def _hours_of(key: int) -> tuple[str, ...]:
    people = schedule.current().people.values()
    week = sorted(stretch for person in people if key in person.hours for stretch in person.hours[key].week)
    return tuple(
        formatting.weekly_hours(str(day.label), opens, closes)
        for day in Weekday
        for opens, closes in _merged((opens, closes) for weekday, opens, closes in week if weekday == day)
    )


def _merged(stretches: Iterable[tuple[time, time]]) -> list[tuple[time, time]]:
    """Return stretches in order, those that touch as one."""
    whole: list[tuple[time, time]] = []
    for opens, closes in stretches:
        if whole and opens <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], closes))
        else:
            whole.append((opens, closes))
    return whole
