"""When somebody reads what comes in: a pure function of the week, the closed days and the clinic's zone.

Hours are wall-clock times. On the night the clocks go back, an opening time that comes twice means the first and a
closing time the second. On the night they go forward, a time that is skipped means as long after the jump as it was
meant to be after the hour before; hours of which nothing is left by that are none.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
# After a year without an open hour there is none.
_FAR = 366


@dataclass(frozen=True)
class Week:
    """The stretches of a week as (weekday, opens, closes), Monday is 0, and the dates on which nobody is there.

    A stretch that closes at or before its opening time ends on the next day.
    """

    stretches: tuple[tuple[int, time, time], ...]
    closed: Collection[date] = ()

    def is_open(self, at: datetime, zone: tzinfo) -> bool:
        """Return whether somebody is there at a moment."""
        today = at.astimezone(zone).date()
        return any(begins <= at < ends for begins, ends in self._between(today - _DAY, today, zone))

    def next_open(self, at: datetime, zone: tzinfo) -> datetime | None:
        """Return the moment itself if somebody is there, else the next one when somebody is; None if never."""
        if self.is_open(at, zone):
            return at
        today = at.astimezone(zone).date()
        for ahead in range(-1, _FAR):
            day = today + ahead * _DAY
            if later := [begins for begins, _ends in self._between(day, day, zone) if begins > at]:
                return min(later)
        return None

    def open_until(self, at: datetime, zone: tzinfo) -> datetime | None:
        """Return when the stretch that is open at a moment ends, with those that follow it without a gap.

        None if nobody is there. Hours that never end are followed for a week.
        """
        until = at
        while until - at < _WEEK:
            day = until.astimezone(zone).date()
            running = [ends for begins, ends in self._between(day - _DAY, day, zone) if begins <= until < ends]
            if not running:
                break
            until = max(running)
        return until if until > at else None

    def _between(self, first: date, last: date, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
        """The stretches that begin on these dates, in UTC."""
        day = first
        while day <= last:
            for weekday, opens, closes in self.stretches:
                if weekday == day.weekday() and day not in self.closed:
                    begins = datetime.combine(day, opens, zone).astimezone(UTC)
                    if begins < (ends := self._end(day, opens, closes, zone)):
                        yield begins, ends
            day += _DAY

    def _end(self, day: date, opens: time, closes: time, zone: tzinfo) -> datetime:
        """When a stretch ends: past midnight on the next day, at midnight where the next day is closed."""
        if closes <= opens:
            day += _DAY
            closes = time.min if day in self.closed else closes
        ends = datetime.combine(day, closes, zone)
        return max(ends.astimezone(UTC), ends.replace(fold=1).astimezone(UTC))
