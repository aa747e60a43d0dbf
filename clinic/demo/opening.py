"""When the demo clinic is open, and who is there: weekly hours, holidays, shifts. Pure: the day is handed in."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
# Monday is 0. On Sundays the clinic is closed.
HOURS: dict[int, tuple[time, time]] = {
    **{weekday: (time(9), time(18)) for weekday in range(5)},
    5: (time(9), time(13)),
}


@dataclass(frozen=True)
class Shift:
    """One practitioner's stretch of a weekday, by the name before the @ of their address."""

    who: str
    weekday: int
    opens: time
    closes: time


SHIFTS = (
    *(Shift("noor", weekday, time(9), time(13)) for weekday in range(5)),
    *(Shift("tomas", weekday, time(13), time(18)) for weekday in (0, 2, 4)),
    *(Shift("mei", weekday, time(13), time(18)) for weekday in (1, 3)),
    Shift("mei", 5, time(9), time(13)),
)


def holidays(year: int) -> dict[date, str]:
    """Return the days of a year on which the demo clinic is closed, and why."""
    november = date(year, 11, 1)
    thanksgiving = november + timedelta(days=(3 - november.weekday()) % 7 + 21)
    return {
        date(year, 1, 1): "New Year’s Day",
        date(year, 7, 4): "Independence Day",
        thanksgiving: "Thanksgiving",
        date(year, 12, 25): "Christmas Day",
    }


def hours_of(day: date) -> tuple[time, time] | None:
    """Return from when to when the clinic is open on a day; None where it is closed."""
    return None if day in holidays(day.year) else HOURS.get(day.weekday())


def next_open_day(day: date) -> date:
    """Return this day if the clinic is open on it, else the next one on which it is."""
    while hours_of(day) is None:
        day += _DAY
    return day


def last_open_day(day: date) -> date:
    """Return this day if the clinic is open on it, else the last one before it on which it was."""
    while hours_of(day) is None:
        day -= _DAY
    return day


def is_open(at: datetime, zone: ZoneInfo) -> bool:
    """Whether the clinic is open at a moment."""
    local = at.astimezone(zone)
    hours = hours_of(local.date())
    return hours is not None and hours[0] <= local.time() < hours[1]


def last_open_moment(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment itself while the clinic is open, else when it closed last."""
    if is_open(at, zone):
        return at
    local = at.astimezone(zone)
    day = last_open_day(local.date())
    if day == local.date() and local.time() < HOURS[day.weekday()][1]:  # it has not opened yet
        day = last_open_day(day - _DAY)
    return datetime.combine(day, HOURS[day.weekday()][1], zone)


def next_open_moment(at: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment itself while the clinic is open, else some minutes after it opens next."""
    if is_open(at, zone):
        return at
    local = at.astimezone(zone)
    day = local.date()
    hours = hours_of(day)
    if hours is None or local.time() >= hours[1]:
        day = next_open_day(day + _DAY)
    return datetime.combine(day, HOURS[day.weekday()][0], zone) + timedelta(minutes=5 + local.minute % 50)
