"""The clinic's other locations as the contact page shows them: where each is, and when practitioners are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from clinic import formatting
from clinic.booking import places, schedule
from clinic.booking.models import Location
from clinic.booking.places import VisitPlace
from clinic.weekdays import Weekday


@dataclass(frozen=True)
class LocationShown:
    """A place, and a line for each day on which somebody is there: Monday, 9:00 am – 5:30 pm."""

    place: VisitPlace
    hours: tuple[str, ...]


def listed() -> list[LocationShown]:
    """Return every place of the clinic, its own address first; nothing where it has no other.

    The hours are those in which visits can be booked: the weekly hours of the practitioners there.
    """
    if not Location.objects.filter(active=True).exists():
        return []
    keys = [schedule.OWN, *schedule.current().locations]
    return [LocationShown(place, _hours_of(key)) for key in keys if (place := places.numbered(key))]


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
