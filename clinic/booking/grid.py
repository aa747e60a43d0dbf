"""The grid of the diary: five minutes a cell, counted in UTC, so that no change of the clocks moves a cell."""

from datetime import UTC, datetime

CELL_MINUTES = 5
_SECONDS = CELL_MINUTES * 60


def on_grid(at: datetime) -> bool:
    """Say whether a moment is the start of a cell. Raises ValueError for a time without a zone."""
    return floor(at) == at


def floor(at: datetime) -> datetime:
    """Return the start of the cell a moment lies in, in UTC."""
    return moment(number(at))


def number(at: datetime) -> int:
    """Return the number of the cell a moment lies in, counted from 1970. Raises ValueError without a zone."""
    if at.tzinfo is None:
        raise ValueError("The diary wants a time with its zone.")
    return int(at.timestamp() // _SECONDS)


def number_after(at: datetime) -> int:
    """Return the number of the first cell that begins at a moment or after it."""
    cell = number(at)
    return cell if moment(cell) == at else cell + 1


def cells_in(minutes: int) -> int:
    """Return how many cells so many minutes touch, from the beginning of one on."""
    return -(-minutes // CELL_MINUTES)


def numbers(start: datetime, end: datetime) -> range:
    """Return the numbers of every cell that [start, end) touches."""
    return range(number(start), -int(-end.timestamp() // _SECONDS))


def moment(cell: int) -> datetime:
    """Return the start of the cell with this number, in UTC."""
    return datetime.fromtimestamp(cell * _SECONDS, UTC)
