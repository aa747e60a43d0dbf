"""The demo clinic's day on paper: all three treat, and the places lie around the moment of its start. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.demo.opening import hours_of

TREATERS = ("noor", "tomas", "mei")
# The second begins this long after the first, and so on: somebody is in the room, somebody has just come.
STAGGER, LONGEST, SHORTEST = timedelta(minutes=20), timedelta(minutes=60), timedelta(minutes=45)
# So long before now the visit began that is going on.
_UNDER_WAY = timedelta(minutes=10)
_GRID = timedelta(minutes=5)


@dataclass(frozen=True, order=True)
class DayPlace:
    """A free stretch of one practitioner (by the name before the @)."""

    start: datetime
    who: str
    end: datetime

    @property
    def is_long(self) -> bool:
        """Whether a consultation fits; a treatment always does."""
        return self.end - self.start >= LONGEST


def day_places(day: date, *, now: datetime, zone: ZoneInfo) -> list[DayPlace]:
    """Return the places of an open day in order. While the clinic is open one of the first practitioner's holds now."""
    hours = hours_of(day)
    assert hours is not None  # noqa: S101  (the caller chose an open day)
    opens, closes = (datetime.combine(day, at, zone).astimezone(UTC) for at in hours)
    first = opens
    if opens <= now < closes:
        under_way = now - _UNDER_WAY
        under_way -= timedelta(seconds=under_way.timestamp() % _GRID.total_seconds())
        first = min(max(under_way, opens), closes - SHORTEST)
    places = [
        place
        for number, treater in enumerate(TREATERS)
        for place in _column(treater, first + number * STAGGER, opens, closes)
    ]
    return sorted(places)


def _column(who: str, anchor: datetime, opens: datetime, closes: datetime) -> Iterator[DayPlace]:
    start = anchor - (anchor - opens) // LONGEST * LONGEST
    while start + SHORTEST <= closes:
        yield DayPlace(start, who, min(start + LONGEST, closes))
        start += LONGEST
