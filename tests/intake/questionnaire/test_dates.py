"""Ages and days."""

from datetime import date

import pytest

from intake.questionnaire.dates import age_on, day_from


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2000, 3, 16), date(2018, 3, 15), 17),
        (date(2000, 3, 16), date(2018, 3, 16), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2026, 3, 16), date(2026, 3, 16), 0),
    ],
)
def test_the_birthday_counts_as_the_new_age(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@pytest.mark.parametrize("written", ["2026-3-16", "20260316", "2026-W12-1", "2026-02-30", "", None, 20260316, "x" * 10])
def test_a_day_is_written_in_one_way(written: object) -> None:
    assert day_from(written) is None


def test_a_day_is_read() -> None:
    assert day_from("2026-03-16") == date(2026, 3, 16)
