"""Pain over time, drawn: where each point lies in the picture. Pure numbers; the table beside it says all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from intake.review.outcomes import Measure, Series

WIDTH, HEIGHT = 320, 180
_LEFT, _RIGHT, _TOP, _BOTTOM = 26, 310, 12, 156
_HIGHEST = 10


class Mark(NamedTuple):
    """A point in the picture."""

    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """One measure: its marks, and the path through them."""

    measure: Measure
    marks: tuple[Mark, ...]

    @property
    def path(self) -> str:
        return "M" + "L".join(f"{mark.x} {mark.y}" for mark in self.marks)


@dataclass(frozen=True)
class Drawing:
    """All lines over one span of time, with the height of each number that is written at the side."""

    width: int
    height: int
    lines: tuple[Line, ...]
    begins: datetime
    ends: datetime

    @property
    def grid(self) -> list[tuple[int, float]]:
        return [(value, _height(value)) for value in (0, 5, _HIGHEST)]

    @property
    def left(self) -> int:
        return _LEFT

    @property
    def right(self) -> int:
        return _RIGHT


def drawn(series: Series) -> Drawing | None:
    """Draw a person's points over time; None where there are none. A single moment stands in the middle."""
    if not series:
        return None
    moments = [point.at for point in series.points]
    begins, ends = moments[0], moments[-1]
    lines = (Line(measure, _marks(series.values(measure), begins, ends)) for measure in Measure)
    return Drawing(WIDTH, HEIGHT, tuple(line for line in lines if line.marks), begins, ends)


def _marks(values: Sequence[tuple[datetime, float]], begins: datetime, ends: datetime) -> tuple[Mark, ...]:
    span = (ends - begins).total_seconds()
    shares = [(at - begins).total_seconds() / span if span else 0.5 for at, _value in values]
    widths = [round(_LEFT + share * (_RIGHT - _LEFT), 1) for share in shares]
    return tuple(Mark(x, _height(value)) for x, (_at, value) in zip(widths, values, strict=True))


def _height(value: float) -> float:
    return round(_BOTTOM - value / _HIGHEST * (_BOTTOM - _TOP), 1)
