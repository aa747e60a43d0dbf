"""Dates and times as people read them, in the clinic's zone."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clinic import moments


def test_a_day_in_words() -> None:
    assert moments.day(date(2025, 3, 4)) == "Tuesday 4 March 2025"


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2025, 3, 4, 18, 30, tzinfo=UTC), "Tuesday 4 March 2025, 10:30 am"),
        (datetime(2025, 3, 4, 8, 0, tzinfo=UTC), "Tuesday 4 March 2025, 12:00 am"),
        (datetime(2025, 3, 4, 7, 59, tzinfo=UTC), "Monday 3 March 2025, 11:59 pm"),
        (datetime(2025, 3, 4, 20, 0, tzinfo=UTC), "Tuesday 4 March 2025, 12:00 pm"),
        # The clocks go forward at 2 am on 9 March 2025: 1:59 is followed by 3:00.
        (datetime(2025, 3, 9, 9, 59, tzinfo=UTC), "Sunday 9 March 2025, 1:59 am"),
        (datetime(2025, 3, 9, 10, 0, tzinfo=UTC), "Sunday 9 March 2025, 3:00 am"),
        # They go back at 2 am on 2 November 2025: the hour before comes twice, and says which it is.
        (datetime(2025, 11, 2, 8, 30, tzinfo=UTC), "Sunday 2 November 2025, 1:30 am PDT"),
        (datetime(2025, 11, 2, 9, 30, tzinfo=UTC), "Sunday 2 November 2025, 1:30 am PST"),
        (datetime(2025, 11, 2, 10, 0, tzinfo=UTC), "Sunday 2 November 2025, 2:00 am"),
    ],
)
def test_a_moment_in_the_clinics_zone(at: datetime, words: str) -> None:
    assert moments.moment(at) == words


@pytest.mark.parametrize(
    ("waited", "words"),
    [
        (timedelta(seconds=-5), "0 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=1), "1 h"),
        (timedelta(hours=47, minutes=59), "47 h"),
        (timedelta(hours=48), "2 days"),
        (timedelta(days=10), "10 days"),
    ],
)
def test_a_wait_in_its_largest_unit(waited: timedelta, words: str) -> None:
    assert moments.waited(waited) == words
