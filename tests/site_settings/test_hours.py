"""When somebody is there: the clinic's wall clock, over midnight, closed days and the nights the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clinic.site_settings.hours import Week

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
MON, TUE, FRI, SAT, SUN = 0, 1, 4, 5, 6
# Tuesday in the morning and afternoon, Friday night into Saturday.
WEEK = Week(((TUE, time(9), time(12)), (TUE, time(14), time(18)), (FRI, time(22), time(2))))


def at(day: int, hour: int, minute: int = 0, second: int = 0, *, month: int = 3, fold: int = 0) -> datetime:
    """A moment of 2026 on the clinic's wall clock; 3 March is a Tuesday."""
    return datetime(2026, month, day, hour, minute, second, tzinfo=LOS_ANGELES, fold=fold).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (at(3, 8, 59, 59), False),
        (at(3, 9), True),
        (at(3, 11, 59, 59), True),
        (at(3, 12), False),
        (at(3, 14), True),
        (at(3, 18), False),
        (at(4, 10), False),
        (at(6, 21, 59, 59), False),
        (at(6, 22), True),
        (at(7, 0), True),
        (at(7, 1, 59, 59), True),
        (at(7, 2), False),
        (at(7, 22), False),
    ],
)
def test_somebody_is_there_from_the_first_second_to_the_last(moment: datetime, there: bool) -> None:
    assert WEEK.is_open(moment, LOS_ANGELES) is there


@pytest.mark.parametrize(
    ("moment", "again"),
    [
        (at(3, 8), at(3, 9)),
        (at(3, 10), at(3, 10)),
        (at(3, 12), at(3, 14)),
        (at(3, 18), at(6, 22)),
        (at(7, 1), at(7, 1)),
        (at(7, 2), at(10, 9)),
    ],
)
def test_the_next_time_somebody_is_there(moment: datetime, again: datetime) -> None:
    assert WEEK.next_open(moment, LOS_ANGELES) == again


def test_a_day_from_midnight_to_midnight_is_the_whole_day() -> None:
    week = Week(((TUE, time(0), time(0)),))
    assert [week.is_open(moment, LOS_ANGELES) for moment in (at(2, 23, 59), at(3, 0), at(3, 23, 59), at(4, 0))] == [
        False,
        True,
        True,
        False,
    ]


def test_without_hours_nobody_is_ever_there() -> None:
    assert not Week(()).is_open(at(3, 10), LOS_ANGELES)
    assert Week(()).next_open(at(3, 10), LOS_ANGELES) is None


def test_on_a_closed_day_nobody_is_there() -> None:
    week = Week(WEEK.stretches, frozenset({date(2026, 3, 3)}))
    assert not week.is_open(at(3, 10), LOS_ANGELES)
    assert week.next_open(at(3, 8), LOS_ANGELES) == at(6, 22)


def test_a_night_before_a_closed_day_ends_at_midnight() -> None:
    week = Week(WEEK.stretches, frozenset({date(2026, 3, 7)}))
    assert week.is_open(at(6, 23, 59, 59), LOS_ANGELES)
    assert not week.is_open(at(7, 0), LOS_ANGELES)


def test_a_night_that_begins_on_a_closed_day_is_closed_to_its_end() -> None:
    week = Week(WEEK.stretches, frozenset({date(2026, 3, 6)}))
    assert not week.is_open(at(7, 1), LOS_ANGELES)


def test_a_year_of_closed_days_is_never() -> None:
    days = frozenset(date(2026, 1, 1) + timedelta(days=n) for n in range(800))
    assert Week(WEEK.stretches, days).next_open(at(3, 10), LOS_ANGELES) is None


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        # 8 March 2026, clocks go forward at 02:00: 01:59:59 is followed by 03:00.
        (at(8, 0, 59, 59), False),
        (at(8, 1), True),
        (datetime(2026, 3, 8, 9, 59, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 8, 10, 0, tzinfo=UTC), True),  # 03:00
        (at(8, 3, 59, 59), True),
        (at(8, 4), False),
        # 1 November 2026, clocks go back at 02:00: 01:00 to 02:00 comes twice.
        (at(1, 0, 59, 59, month=11), False),
        (at(1, 1, 0, month=11, fold=0), True),
        (at(1, 1, 30, month=11, fold=1), True),
        (at(1, 3, 59, 59, month=11), True),
        (at(1, 4, 0, month=11), False),
    ],
)
def test_the_nights_the_clocks_change(moment: datetime, there: bool) -> None:
    assert Week(((SUN, time(1), time(4)),)).is_open(moment, LOS_ANGELES) is there


def test_hours_that_end_inside_the_repeated_hour_end_at_its_second_passing() -> None:
    week = Week(((SUN, time(0), time(1, 30)),))
    assert week.is_open(at(1, 1, 29, month=11, fold=1), LOS_ANGELES)
    assert not week.is_open(at(1, 1, 30, month=11, fold=1), LOS_ANGELES)


def test_hours_inside_the_skipped_hour_come_an_hour_later_on_the_wall() -> None:
    week = Week(((SUN, time(2, 15), time(2, 45)),))
    assert week.next_open(at(8, 0), LOS_ANGELES) == at(8, 3, 15)
    assert week.is_open(at(8, 3, 15), LOS_ANGELES)
    assert not week.is_open(at(8, 3, 45), LOS_ANGELES)


def test_hours_swallowed_by_the_skipped_hour_are_none_that_night() -> None:
    week = Week(((SUN, time(2, 15), time(3, 10)),))
    assert week.next_open(at(8, 0), LOS_ANGELES) == at(15, 2, 15)


TIMES = st.times().map(lambda t: t.replace(second=0, microsecond=0))
WEEKS = st.lists(st.tuples(st.integers(0, 6), TIMES, TIMES), max_size=5).map(lambda found: Week(tuple(found)))
ZONES = st.sampled_from(["America/Los_Angeles", "Europe/Madrid", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2032, 1, 1), timezones=st.just(UTC))


@given(WEEKS, ZONES, MOMENTS)
@example(Week(((SUN, time(2, 15), time(2, 45)),)), "America/Los_Angeles", at(8, 0))
@example(Week(((SUN, time(2, 15), time(3, 10)),)), "America/Los_Angeles", at(8, 0))
@example(Week(((SUN, time(1, 30), time(1, 15)),)), "America/Los_Angeles", at(1, 0, month=11))
def test_the_next_time_is_one_when_somebody_is_there_and_nobody_was_before(
    week: Week, zone: str, moment: datetime
) -> None:
    found = week.next_open(moment, ZoneInfo(zone))
    if found is None:
        assert not week.stretches
        return
    assert found >= moment
    assert week.is_open(found, ZoneInfo(zone))
    if found > moment:
        assert not week.is_open(moment, ZoneInfo(zone))
        assert not week.is_open(found - timedelta(microseconds=1), ZoneInfo(zone))


@given(st.integers(0, 6), st.times(), ZONES, MOMENTS)
def test_on_an_ordinary_day_the_wall_clock_decides(weekday: int, opens: time, zone: str, moment: datetime) -> None:
    local = moment.astimezone(ZoneInfo(zone))
    changes = (local + timedelta(days=1)).utcoffset() != (local - timedelta(days=1)).utcoffset()
    closes = time(23, 59, 59)
    if not changes and opens < closes:
        expected = local.weekday() == weekday and opens <= local.time() < closes
        assert Week(((weekday, opens, closes),)).is_open(moment, ZoneInfo(zone)) is expected
