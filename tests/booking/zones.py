"""Zones of the world, every change of their clocks, and how a time is said there, by arithmetic of its own."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

FIRST, LAST = 2025, 2032
ZONES = (
    *("America/Los_Angeles", "America/New_York", "America/Chicago", "America/Denver", "America/Halifax"),
    *("America/St_Johns", "America/Havana", "America/Santiago", "America/Asuncion", "Europe/London", "Europe/Berlin"),
    *("Europe/Lisbon", "Europe/Athens", "Europe/Chisinau", "Africa/Casablanca", "Africa/Cairo", "Asia/Jerusalem"),
    *("Asia/Beirut", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Asia/Tokyo"),
)
# Where nothing changes any more.
WITHOUT_CHANGES = {"America/Asuncion", "Asia/Tokyo"}
# The clinic's own, and the oddest: backwards in spring, half an hour. `make battery` tries them all.
FEW = ("America/Los_Angeles", "Africa/Casablanca", "Australia/Lord_Howe")
SHOWN = ZONES if os.environ.get("CLINIC_BATTERY") == "full" else FEW


def transitions(zone: ZoneInfo, first: int = FIRST, last: int = LAST) -> Iterator[datetime]:
    """Every moment from one year to another at which the zone's clock jumps."""
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        later = moment + timedelta(hours=6)
        if moment.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            low, high = moment, later
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) / 2
                same = middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset()
                low, high = (middle, high) if same else (low, middle)
            yield high.replace(second=0, microsecond=0)
        moment = later


def jump(change: datetime, zone: ZoneInfo) -> timedelta:
    """How far the clock jumps: an hour forward in spring, back in autumn."""
    return wall(change, zone) - wall(change - timedelta(minutes=1), zone) - timedelta(minutes=1)


def wall(moment: datetime, zone: tzinfo) -> datetime:
    """What a clock on the wall shows."""
    return moment.astimezone(zone).replace(tzinfo=None)


def comes_twice(at: datetime, zone: tzinfo) -> bool:
    """Whether the clock shows the same at another moment of that night: every quarter of an hour near it is asked."""
    near = (timedelta(minutes=15 * n) for n in range(-12, 13) if n)
    return any(wall(at + by, zone) == wall(at, zone) for by in near)


def time_of_day(at: datetime, zone: str) -> str:
    """Return the time as people say it: 10:30 am, with the zone's letters where it comes twice."""
    local = at.astimezone(ZoneInfo(zone))
    half = "am" if local.hour < 12 else "pm"
    letters = f" {local:%Z}" if comes_twice(at, local.tzinfo or UTC) else ""
    return f"{local.hour % 12 or 12}:{local:%M} {half}{letters}"


def in_words(at: datetime, zone: str) -> str:
    """Return day and time as people say it: Tue, Mar 4, 2025, 10:30 am."""
    local = at.astimezone(ZoneInfo(zone))
    return f"{local:%a, %b} {local.day}, {local.year}, {time_of_day(at, zone)}"
