"""The numbers of a report by the week, and their picture. Pure: no database, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from clinic import formatting
from clinic.booking.models import State


@dataclass(frozen=True)
class Happened:
    """One visit as the reports count it: with whom, on which day, how long, and what became of it."""

    practitioner: int
    day: date
    minutes: int
    state: str

    @property
    def is_cancelled(self) -> bool:
        return self.state == State.CANCELLED

    @property
    def is_no_show(self) -> bool:
        return self.state == State.NO_SHOW


@dataclass
class ReportWeek:
    """The days of one week, Monday first, that lie in the report."""

    first: date
    visits: int = 0
    booked: int = 0
    open: int = 0
    no_shows: int = 0
    cancelled: int = 0
    new_patients: int = 0
    waits: list[float] = field(default_factory=list)

    @property
    def label(self) -> str:
        return formatting.month_day(self.first)

    @property
    def rate(self) -> int:
        """Booked minutes of a hundred open ones."""
        return round(100 * self.booked / self.open) if self.open else 0

    @property
    def review_hours(self) -> float | None:
        """The median of the hours until the first decision; None where none was made."""
        return round(median(self.waits), 1) if self.waits else None


def weeks_of(
    first: date,
    last: date,
    *,
    happened: Iterable[Happened],
    there: Mapping[tuple[int, date], int],
    reviews: Iterable[tuple[date, float]],
    newcomers: Iterable[date],
) -> list[ReportWeek]:
    """Return the weeks that the days from one to another touch, in order, each with what lies in those days."""
    begin, count = _monday(first), (_monday(last) - _monday(first)).days // 7 + 1
    weeks = {
        begin + timedelta(days=7 * number): ReportWeek(begin + timedelta(days=7 * number)) for number in range(count)
    }
    for visit in happened:
        week = weeks[_monday(visit.day)]
        if visit.is_cancelled:
            week.cancelled += 1
        else:
            week.visits, week.booked = week.visits + 1, week.booked + visit.minutes
            week.no_shows += visit.is_no_show
    for (_key, day), minutes in there.items():
        weeks[_monday(day)].open += minutes
    for day, waited in reviews:
        weeks[_monday(day)].waits.append(waited)
    for day in newcomers:
        weeks[_monday(day)].new_patients += 1
    return list(weeks.values())


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Bar:
    """One week in the picture: where its bar stands, and what is written at it."""

    x: int
    y: int
    height: int
    words: str
    label: str
    # Where the words stand: in the middle of the bar.
    middle: int
    shows_label: bool


@dataclass(frozen=True)
class Chart:
    """Bars of a hundred units at most, on one line."""

    width: int
    height: int
    base: int
    bar_width: int
    bars: Sequence[Bar]


_STEP, _BAR, _TOP, _HIGH, _FOOT = 48, 32, 20, 100, 24
# So many dates can be read below the line; of more weeks, some have none.
_MOST_LABELS = 14


def picture_of(weeks: Sequence[ReportWeek]) -> Chart:
    """Return how full each week was, as bars from left to right; one that was overfull reaches the top."""
    return _chart([(week.label, min(week.rate, _HIGH), f"{week.rate}%") for week in weeks])


def counts_picture(labels: Sequence[str], counts: Sequence[int]) -> Chart:
    """Return a count for each week, as bars from left to right; the highest reaches the top, none has no words."""
    most = max(*counts, 1)
    columns = zip(labels, counts, strict=True)
    return _chart([(label, round(_HIGH * count / most), str(count or "")) for label, count in columns])


def _chart(columns: Sequence[tuple[str, int, str]]) -> Chart:
    """Lay out columns of what stands below a bar, how high it is, and what stands on it."""
    every = -(-len(columns) // _MOST_LABELS)
    bars = [
        Bar(
            x=number * _STEP + (_STEP - _BAR) // 2,
            y=_TOP + _HIGH - height,
            height=height,
            words=words,
            label=label,
            middle=number * _STEP + _STEP // 2,
            shows_label=number % every == 0,
        )
        for number, (label, height, words) in enumerate(columns)
    ]
    return Chart(len(columns) * _STEP, _TOP + _HIGH + _FOOT, _TOP + _HIGH, _BAR, bars)
