"""The day as a grid: a column a practitioner, a row a quarter of an hour. Pure: no database, no clock of its own.

Visits may begin at any five minutes, and two of them may touch one quarter. Rows that are shared become one cell that
holds both, so that the table stays a table: each visit stands where it begins, whatever the lengths.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, Protocol, TypeVar

QUARTER = timedelta(minutes=15)
Span = tuple[datetime, datetime]


class Timed(Protocol):
    """Something that takes time in a column."""

    @property
    def begins(self) -> datetime: ...
    @property
    def ends(self) -> datetime: ...


T = TypeVar("T", bound=Timed)


@dataclass
class BoardCell(Generic[T]):
    """One cell: what stands in it, or a free time, or time in which nothing fits, or nothing; over how many rows."""

    start: datetime
    rows: int = 1
    things: list[T] = field(default_factory=list)
    free: bool = False
    tight: bool = False


@dataclass(frozen=True)
class BoardColumn(Generic[T]):
    """What stands in a column, when the practitioner is there, and whether any visit can begin at a moment."""

    things: Sequence[T]
    spans: Sequence[Span]
    fits: Callable[[datetime], bool] = lambda _start: True


@dataclass
class BoardRow(Generic[T]):
    """A quarter of an hour. A column whose cell began in an earlier row has none here."""

    start: datetime
    cells: list[tuple[int, BoardCell[T]]]
    now: bool = False


def edges(spans: Iterable[Span]) -> Span | None:
    """Return the first and the last moment of all spans, on quarters of an hour; None when there are none."""
    nonempty_spans = [span for span in spans if span[0] < span[1]]
    if not nonempty_spans:
        return None
    return _down(min(begins for begins, _ends in nonempty_spans)), _up(max(ends for _begins, ends in nonempty_spans))


def rows(columns: Sequence[BoardColumn[T]], edge: Span, *, at: datetime) -> list[BoardRow[T]]:
    """Return the rows of a day. A quarter that is inside the hours, not taken and not over is free if something fits
    that begins then; otherwise it is tight.
    """
    begins, ends = edge
    count = int((ends - begins) / QUARTER)
    starts = [begins + QUARTER * number for number in range(count)]
    laid = [_laid(column, starts, at=at) for column in columns]
    return [
        BoardRow(
            start,
            [(place, column[number]) for place, column in enumerate(laid) if number in column],
            now=start <= at < start + QUARTER,
        )
        for number, start in enumerate(starts)
    ]


def _laid(column: BoardColumn[T], starts: Sequence[datetime], *, at: datetime) -> dict[int, BoardCell[T]]:
    number_of = _numbers(starts)
    cells: dict[int, BoardCell[T]] = {}
    for piece in sorted(column.things, key=lambda piece: (piece.begins, piece.ends)):
        first, last = number_of(piece.begins), max(number_of(piece.ends - timedelta(seconds=1)), 0)
        open_cell = next((cell for row, cell in cells.items() if row <= first < row + cell.rows), None)
        if open_cell is None:
            cells[first] = BoardCell(starts[first], last - first + 1, [piece])
        else:
            row = number_of(open_cell.start)
            open_cell.things.append(piece)
            open_cell.rows = max(open_cell.rows, last - row + 1)
    taken_quarters = {number for row, cell in cells.items() for number in range(row, row + cell.rows)}
    return cells | _gaps(taken_quarters, column, starts, at=at)


def _gaps(
    taken: set[int], column: BoardColumn[T], starts: Sequence[datetime], *, at: datetime
) -> dict[int, BoardCell[T]]:
    """Free quarters one by one; quarters that cannot be booked run together, the tight ones apart from the others."""
    cells: dict[int, BoardCell[T]] = {}
    last: BoardCell[T] | None = None
    for number, start in enumerate(starts):
        if number in taken:
            last = None
            continue
        is_open = any(begins <= start and start + QUARTER <= ends for begins, ends in column.spans)
        ahead = is_open and start > at
        if ahead and column.fits(start):
            cells[number], last = BoardCell(start, free=True), None
        elif last is None or last.tight != ahead:
            cells[number] = last = BoardCell(start, tight=ahead)
        else:
            last.rows += 1
    return cells


def _numbers(starts: Sequence[datetime]) -> Callable[[datetime], int]:
    first, most = starts[0], len(starts) - 1

    def number_of(moment: datetime) -> int:
        return min(max(int((moment - first) // QUARTER), 0), most)

    return number_of


def _down(moment: datetime) -> datetime:
    return moment - timedelta(seconds=moment.timestamp() % QUARTER.total_seconds())


def _up(moment: datetime) -> datetime:
    down = _down(moment)
    return down if down == moment else down + QUARTER
