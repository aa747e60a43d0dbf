"""The demo clinic's weeks on paper: which visit stands where, four weeks back and two ahead. Pure.

Each shift is filled by one of a few patterns, so that every week is 60 to 80 % full by the minutes of practitioners.
Whoever has a story of their own takes a place first (`Plan.take`); the crowd gets the others.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from clinic.demo.opening import SHIFTS, hours_of

TALK, TREATMENT, PHONE = "consultation", "treatment", "phone-review"
# Minutes with the practitioner; the price list says the same.
MINUTES = {TALK: 60, TREATMENT: 45, "follow-up": 30, PHONE: 15}
WEEKS_BACK, WEEKS_AHEAD = 4, 2
_DAY = timedelta(days=1)
# Minutes after the beginning of a shift of four hours. Each fills 165 to 180 of 240 minutes.
_PATTERNS: tuple[tuple[tuple[int, str], ...], ...] = (
    ((0, TALK), (75, TREATMENT), (150, TALK)),
    ((0, TREATMENT), (60, TALK), (135, TALK), (195, PHONE)),
    ((15, TALK), (90, PHONE), (120, TALK), (195, TREATMENT)),
    ((0, TALK), (75, TALK), (165, TREATMENT)),
)
# The fifth hour of an afternoon.
_LATE = (240, TALK)


@dataclass(frozen=True, order=True)
class Place:
    """A time at which one practitioner (by the name before the @) sees somebody."""

    start: datetime
    who: str
    kind: str

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=MINUTES[self.kind])


def weeks(today: date) -> tuple[date, date]:
    """Return the first and the last day of the plan: whole weeks, Monday to Sunday."""
    monday = today - timedelta(days=today.weekday())
    return monday - timedelta(weeks=WEEKS_BACK), monday + timedelta(weeks=WEEKS_AHEAD + 1) - _DAY


def places(first: date, last: date, *, zone: ZoneInfo, without: Collection[date] = ()) -> Iterator[Place]:
    """Give every place from one day to another in order, but none on the days `without`."""
    day = first
    while day <= last:
        if hours_of(day) and day not in without:
            yield from sorted(_of_day(day, zone))
        day += _DAY


def _of_day(day: date, zone: ZoneInfo) -> Iterator[Place]:
    for number, shift in enumerate(shift for shift in SHIFTS if shift.weekday == day.weekday()):
        opens = datetime.combine(day, shift.opens, zone)
        pattern = _PATTERNS[(day.toordinal() + 2 * number) % len(_PATTERNS)]
        is_long = shift.closes.hour - shift.opens.hour > 4
        for minutes, kind in (*pattern, _LATE) if is_long else pattern:
            yield Place((opens + timedelta(minutes=minutes)).astimezone(UTC), shift.who, kind)


class Plan:
    """The places that nobody has taken yet."""

    def __init__(self, found: Iterator[Place]) -> None:
        self.left = list(found)

    def take(self, kind: str, *, after: datetime, before: datetime | None = None, who: str = "") -> Place | None:
        """Take the first place of a kind after a moment (and before another, with one practitioner); None for none."""
        for place in self.left:
            fits = place.kind == kind and place.start > after and who in ("", place.who)
            if fits and (before is None or place.end < before):
                self.left.remove(place)
                return place
        return None
