"""How long ago people say it was."""

import pytest

from intake.screening.text import times
from tests.intake.screening.text.reading import TODAY


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("today", 0),
        ("tonight", 0),
        ("this morning", 0),
        ("last night", 1),
        ("yesterday", 1),
        ("this week", 0),
        ("last week", 1),
        ("last month", 30),
        ("since monday", 1),
        ("since tue", 1),
        ("tue", None),
        ("for this visit", 0),
        ("for the appointment", 0),
        ("this visit", None),
        ("3 days ago", 3),
        ("3days ago", 3),
        ("three days ago", 3),
        ("a week ago", 7),
        ("2 weeks ago", 14),
        ("a couple of weeks ago", 14),
        ("1.5 weeks ago", 10),
        ("a month ago", 30),
        ("2 years ago", 730),
        ("2 yrs ago", 730),
        ("years ago", 730),
        ("3 days", 3),
        ("for 3 days", 3),
        ("for the last 2 weeks", 14),
        ("in the past 3 days", 3),
        ("for 2 months", None),
        ("after 3 days", 3),
        ("for at 3 days", 3),
        ("5 to 10 days ago", 5),
        ("10 or 5 days ago", 5),
        ("10 5 days ago", 5),
        ("3 days ago and 2 years ago", 3),
        ("eliquis", None),
        ("12345678 days ago", None),
    ],
)
def test_a_time_is_counted_in_days(said: str, days: int | None) -> None:
    assert times.days_ago(said.split(), TODAY) == days


@pytest.mark.parametrize(
    ("said", "days"),
    [("3 days ago", 3), ("for 3 days", None), ("yesterday", None), ("10 years ago", 3650)],
)
def test_only_ago_counts_for_things_long_past(said: str, days: int | None) -> None:
    assert times.counted_days_ago(said.split()) == days


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("when i was 12", 12),
        ("when i was about 12", 12),
        ("when i was a little girl", 0),
        ("when i was twelve", 12),
        ("when i was tired", None),
        ("when i was", None),
        ("i was 12", None),
    ],
)
def test_an_age_is_read_from_when_i_was(said: str, age: int | None) -> None:
    assert times.age_then(said.split()) == age


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("2 years ago", True),
        ("3 weeks ago", True),
        ("3 days ago", False),
        ("last year", True),
        ("in 2019", True),
        ("until 1999", True),
        ("since 2019", False),
        ("was on it in 2019", True),
        ("on it in 2019", False),
        ("5 mg in 2019", False),
        ("5 in 2019", True),
        ("10 units in 2019", False),
        ("twice in 2019", False),
        ("a day in 2019", False),
        ("a nice day in 2019", True),
    ],
)
def test_a_bare_time_lies_in_the_past_when_nothing_tells_of_now(said: str, bare: bool) -> None:
    assert times.has_bare_time(said.split()) is bare


@pytest.mark.parametrize(
    ("word", "counts"),
    [("5", True), ("2.5", True), ("5mg", True), ("mg", True), ("5x", False), ("five", False), ("5mgs", True)],
)
def test_numbers_and_doses_are_bridges(word: str, counts: bool) -> None:
    assert times.is_number_or_dose(word) is counts
