"""How a time is said, on ordinary days and in the hour that comes twice."""

from datetime import UTC, datetime

from clinic.booking import words
from clinic.booking.occupancy import read_code
from tests.booking.builders import TEN


def test_a_choice_is_said_in_full_words() -> None:
    assert words.full(TEN, length=45, with_name="Noor Inventada") == (
        "Thursday 5 March 2026, 10:00 am, 45 minutes, with Noor Inventada"
    )
    assert words.minutes(1) == "1 minute"
    assert words.zone_name(TEN) == "Los Angeles time (PST)"


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first, second = datetime(2026, 11, 1, 8, 30, tzinfo=UTC), datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
    assert words.time_of_day(first) == "1:30 am PDT"
    assert words.time_of_day(second) == "1:30 am PST"
    assert words.time_of_day(datetime(2026, 11, 1, 10, 30, tzinfo=UTC)) == "2:30 am"


def test_a_slots_code_is_read_back_and_nonsense_is_not() -> None:
    assert read_code("20260305T180000Z-3") == (TEN, 3)
    for wrong in (
        "",
        "20260305T180000Z",
        "20260305T180200Z-3",
        "yesterday-3",
        "20260305T180000Z--3",
        "20260305T180000Z-³",
    ):
        assert read_code(wrong) is None
