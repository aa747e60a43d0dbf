"""The day as a grid: each visit stands where it begins, whatever the lengths; a table that stays a table."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.desk import board
from tests.support.times import NOW

NINE = NOW.replace(hour=17, minute=0)
DAY_END = NINE + timedelta(hours=8)
BEFORE = NINE - timedelta(hours=1)


@dataclass(frozen=True)
class Thing:
    begins: datetime
    ends: datetime


def at(minutes: int) -> datetime:
    return NINE + timedelta(minutes=minutes)


def thing(begins: int, length: int) -> Thing:
    return Thing(at(begins), at(begins + length))


def laid(things: list[Thing], *, now: datetime = BEFORE) -> list[board.BoardRow[Thing]]:
    return board.rows([board.BoardColumn(things, [(NINE, DAY_END)])], (NINE, DAY_END), at=now)


def taken(rows: list[board.BoardRow[Thing]]) -> list[tuple[int, int, int]]:
    """Row, rows and how many things of each cell that holds something."""
    return [
        (number, cell.rows, len(cell.things))
        for number, row in enumerate(rows)
        for _place, cell in row.cells
        if cell.things
    ]


@pytest.mark.parametrize(
    ("things", "cells"),
    [
        ([thing(0, 45)], [(0, 3, 1)]),
        ([thing(30, 30), thing(60, 15)], [(2, 2, 1), (4, 1, 1)]),
        # Both touch the quarter of 9:30: they share a cell.
        ([thing(10, 25), thing(35, 30)], [(0, 5, 2)]),
        # A squeeze-in beside another one.
        ([thing(0, 60), thing(15, 15)], [(0, 4, 2)]),
        # One that reaches over the end of the day still has a cell.
        ([thing(470, 60)], [(31, 1, 1)]),
    ],
)
def test_visits_take_the_rows_they_last(things: list[Thing], cells: list[tuple[int, int, int]]) -> None:
    assert taken(laid(things)) == cells


def test_a_quarter_is_free_inside_the_hours_and_ahead_of_now() -> None:
    rows: list[board.BoardRow[Thing]] = board.rows(
        [board.BoardColumn([], [(at(30), at(90))])], (NINE, at(120)), at=at(40)
    )
    free = [number for number, row in enumerate(rows) for _place, cell in row.cells if cell.free]
    assert free == [3, 4, 5]
    assert [row.now for row in rows].index(True) == 2


def test_time_in_which_nothing_fits_is_tight_and_never_free() -> None:
    column: board.BoardColumn[Thing] = board.BoardColumn([], [(NINE, at(60))], lambda start: start <= at(15))
    rows = board.rows([column], (NINE, at(90)), at=BEFORE)
    cells = [
        (number, cell.rows, cell.free, cell.tight) for number, row in enumerate(rows) for _place, cell in row.cells
    ]
    assert cells == [(0, 1, True, False), (1, 1, True, False), (2, 2, False, True), (4, 2, False, False)]


def test_the_edges_are_whole_quarters_around_everything() -> None:
    assert board.edges([(at(10), at(50)), (at(40), at(65))]) == (at(0), at(75))
    assert board.edges([]) is None


@given(st.lists(st.tuples(st.integers(0, 94), st.integers(1, 24)), max_size=30))
def test_whatever_stands_in_it_every_row_is_covered_once(drawn: list[tuple[int, int]]) -> None:
    things = [thing(5 * begins, 5 * length) for begins, length in drawn]
    rows = laid(things)
    covered = [
        number + extra for number, row in enumerate(rows) for _p, cell in row.cells for extra in range(cell.rows)
    ]
    assert sorted(covered) == list(range(len(rows)))
    assert sum(count for _row, _rows, count in taken(rows)) == len(things)
