"""Free times: a pure function, held by examples, by properties, and by every change of the clocks."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clinic.booking.availability import Exceptional, Free, Hours, Need, Span, Taken, Window, at, fits, free, spans
from clinic.booking.grid import floor, moment, number, numbers, on_grid
from tests.booking.zones import WITHOUT_CHANGES, ZONES, transitions, wall

LA = ZoneInfo("America/Los_Angeles")
ALWAYS = Window(datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))
DAY = date(2026, 3, 5)
NINE_TO_FIVE = Hours(week=tuple((weekday, time(9), time(17)) for weekday in range(5)))
TALK = Need(minutes=45, room_minutes=0)


def local(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute), LA).astimezone(UTC)


def starts(open_spans: list[Span], need: Need = TALK, taken: Taken | None = None, step: int = 15) -> list[datetime]:
    return [found.start for found in free(open_spans, need, taken or Taken(), ALWAYS, step=step)]


def test_a_day_is_shown_in_steps_and_a_visit_ends_inside_it() -> None:
    found = starts(spans(Hours(week=((3, time(9), time(10, 15)),)), DAY, DAY, LA))
    assert found == [local(9), local(9, 15), local(9, 30)]


def test_a_break_is_what_lies_between_two_stretches() -> None:
    hours = Hours(week=((3, time(9), time(10)), (3, time(13), time(14))))
    assert starts(spans(hours, DAY, DAY, LA), step=60) == [local(9), local(13)]


@pytest.mark.parametrize(
    ("exceptions", "expected"),
    [
        ((Exceptional(DAY, off=True),), []),
        ((Exceptional(DAY, off=True, opens=time(9), closes=time(16)),), [local(16)]),
        ((Exceptional(DAY, off=False, opens=time(17), closes=time(18)),), [local(h) for h in range(9, 18)]),
        ((Exceptional(DAY + timedelta(days=1), off=True),), [local(h) for h in range(9, 17)]),
        # Off all day wins over extra hours: a holiday is a holiday.
        ((Exceptional(DAY, off=False, opens=time(18), closes=time(20)), Exceptional(DAY, off=True)), []),
    ],
)
def test_a_date_may_differ_from_the_week(exceptions: tuple[Exceptional, ...], expected: list[datetime]) -> None:
    hours = Hours(week=NINE_TO_FIVE.week, exceptions=exceptions)
    assert starts(spans(hours, DAY, DAY, LA), step=60) == expected


def test_what_is_taken_takes_only_what_overlaps() -> None:
    taken = Taken(practitioner=frozenset(numbers(local(11), local(11, 45))))
    found = starts(spans(NINE_TO_FIVE, DAY, DAY, LA), taken=taken)
    assert local(10, 15) in found
    assert not {local(10, 30), local(11), local(11, 30)} & set(found)
    assert {local(11, 45), local(13)} <= set(found)


def test_buffers_keep_their_distance_but_may_reach_over_the_edge_of_the_day() -> None:
    need = Need(minutes=30, before=10, after=15)
    taken = Taken(practitioner=frozenset(numbers(local(11), local(12))))
    found = starts(spans(NINE_TO_FIVE, DAY, DAY, LA), need, taken, step=5)
    assert found[0] == local(9)
    assert local(10, 15) in found
    assert local(10, 20) not in found
    assert local(12, 5) not in found
    assert local(12, 10) in found
    assert found[-1] == local(16, 30)


def test_the_first_free_room_is_taken_and_resting_needles_keep_it() -> None:
    need = Need(minutes=30, room_minutes=50)
    rooms = {1: frozenset(numbers(local(10, 45), local(11))), 2: frozenset[int]()}
    assert at(local(10), need, Taken(rooms=rooms)) == Free(local(10), 2)
    assert at(local(9, 45), need, Taken(rooms=rooms)) == Free(local(9, 45), 1)
    assert at(local(10), need, Taken(rooms={1: rooms[1]})) is None
    assert at(local(10), need, Taken(rooms={})) is None
    assert at(local(10), Need(minutes=30), Taken(rooms={})) == Free(local(10))


def test_a_patient_who_is_elsewhere_is_not_free() -> None:
    taken = Taken(patient=frozenset(numbers(local(10), local(10, 5))))
    assert at(local(9, 15), TALK, taken) == Free(local(9, 15))
    assert at(local(9, 20), TALK, taken) is None


def test_notice_and_horizon_are_edges_that_still_count() -> None:
    window = Window(earliest=local(10), latest=local(11))
    found = [f.start for f in free(spans(NINE_TO_FIVE, DAY, DAY, LA), TALK, Taken(), window, step=30)]
    assert found == [local(10), local(10, 30), local(11)]


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="with its zone"):
        floor(datetime(2026, 3, 5, 10))


moments = st.datetimes(datetime(2025, 1, 1), datetime(2032, 12, 31)).map(lambda d: floor(d.replace(tzinfo=UTC)))


@given(moments, st.integers(1, 300))
def test_cells_cover_exactly_what_they_touch(start: datetime, length: int) -> None:
    end = start + timedelta(minutes=length)
    found = [moment(cell) for cell in numbers(start, end)]
    assert found[0] == start
    assert found[-1] < end <= found[-1] + timedelta(minutes=5)
    assert len(found) == len(set(found)) == -(-length // 5)


quarters = st.integers(0, 24 * 12 - 1).map(lambda n: time(n // 12, n % 12 * 5))
stretches = st.tuples(st.integers(0, 6), quarters, quarters).filter(lambda s: s[1] < s[2])
needs = st.builds(
    Need,
    minutes=st.integers(1, 24).map(lambda n: n * 5),
    room_minutes=st.sampled_from([0, 5, 50, 90]),
    before=st.sampled_from([0, 5, 10]),
    after=st.sampled_from([0, 5, 15]),
)
MONDAY = number(datetime(2026, 3, 2, 8, tzinfo=UTC))
taken_cells = st.frozensets(st.integers(MONDAY, MONDAY + 7 * 24 * 12))


@given(st.lists(stretches, max_size=5), needs, taken_cells, taken_cells, st.sampled_from([5, 15, 30]))
def test_what_is_shown_is_free_inside_the_hours_and_complete(
    week: list[tuple[int, time, time]],
    need: Need,
    busy: frozenset[int],
    room: frozenset[int],
    step: int,
) -> None:
    open_spans = spans(Hours(week=tuple(week)), date(2026, 3, 2), date(2026, 3, 8), LA)
    taken = Taken(practitioner=busy, rooms={1: room})
    shown = list(free(open_spans, need, taken, ALWAYS, step=step))
    assert shown == sorted(set(shown))
    for found in shown:
        assert on_grid(found.start)
        assert fits(open_spans, found.start, need.length)
        assert not busy & frozenset(need.of_practitioner(number(found.start)))
        assert found.room is None or not room & frozenset(need.of_room(number(found.start)))
    everything = [
        begins + timedelta(minutes=step * n)
        for begins, ends in open_spans
        for n in range(int((ends - begins) / timedelta(minutes=step)) + 1)
    ]
    missing = set(everything) - {found.start for found in shown}
    for start in missing:
        assert not fits(open_spans, start, need.length) or at(start, need, taken) is None


@given(st.lists(stretches, min_size=1, max_size=4), needs, st.data())
def test_booking_one_shown_time_removes_only_what_overlaps_it(
    week: list[tuple[int, time, time]], need: Need, data: st.DataObject
) -> None:
    open_spans = spans(Hours(week=tuple(week)), date(2026, 3, 2), date(2026, 3, 8), LA)
    rooms = {1: frozenset[int]()}
    before = list(free(open_spans, need, Taken(rooms=rooms), ALWAYS, step=15))
    if not before:
        return
    chosen = data.draw(st.sampled_from(before)).start
    busy = frozenset(need.of_practitioner(number(chosen)))
    room = {1: frozenset(need.of_room(number(chosen))) if need.room_minutes else frozenset[int]()}
    after = {found.start for found in free(open_spans, need, Taken(practitioner=busy, rooms=room), ALWAYS, step=15)}
    for found in before:
        mine, rooms_own = (
            frozenset(need.of_practitioner(number(found.start))),
            frozenset(need.of_room(number(found.start))),
        )
        overlaps = bool(busy & mine or room[1] & rooms_own)
        assert (found.start in after) == (not overlaps)


# ——— the clocks


def check_days_around(moment: datetime, zone: ZoneInfo, days: int) -> None:
    """Every time shown exists, lies in the hours on the wall clock, is shown once, and no real time is left out."""
    middle = moment.astimezone(zone).date()
    first, last = middle - timedelta(days=days), middle + timedelta(days=days)
    whole = Hours(week=tuple((n, time(0), time(23, 55)) for n in range(7)))
    office = Hours(week=tuple((n, time(9), time(17)) for n in range(7)))
    need = Need(minutes=15)
    shown = starts(spans(office, first, last, zone), need)
    for start in shown:
        assert time(9) <= wall(start, zone).time() <= time(16, 45)
        assert on_grid(start)
    # An office day by day is thirty-two quarter hours, however long the night was.
    assert len(shown) == 32 * (2 * days + 1)
    around = starts(spans(whole, middle, middle, zone), need)
    assert len(set(around)) == len(around)
    day_begins = datetime.combine(middle, time(0), zone).astimezone(UTC)
    # Where the last hour of the day comes twice, the second counts.
    last_start = datetime.combine(middle, time(23, 40), zone).replace(fold=1).astimezone(UTC)
    real = {start for start in _quarters(day_begins, last_start) if wall(start, zone).date() == middle}
    assert real == set(around)


def _quarters(start: datetime, end: datetime) -> Iterator[datetime]:
    while start <= end:
        yield start
        start += timedelta(minutes=15)


@pytest.mark.heavy
@pytest.mark.parametrize("name", ZONES)
def test_times_are_right_across_every_change_of_the_clocks(name: str, size: Any) -> None:
    zone = ZoneInfo(name)
    first, last = size((2026, 2026), (2025, 2032))
    changes = list(transitions(zone, first, last))
    assert changes or name in WITHOUT_CHANGES
    for change in changes or [datetime(2026, 3, 29, tzinfo=UTC)]:
        check_days_around(change, zone, size(2, 8))


def test_nothing_is_offered_inside_the_gap_and_the_hour_that_comes_twice_is_open_twice() -> None:
    hours = Hours(week=((6, time(1), time(4)),))
    spring = starts(spans(hours, date(2026, 3, 8), date(2026, 3, 8), LA), Need(minutes=30), step=30)
    assert [f"{wall(start, LA):%H:%M}" for start in spring] == ["01:00", "01:30", "03:00", "03:30"]
    autumn = starts(spans(hours, date(2026, 11, 1), date(2026, 11, 1), LA), Need(minutes=30), step=30)
    assert [f"{start.astimezone(LA):%H:%M %Z}" for start in autumn] == [
        *("01:00 PDT", "01:30 PDT", "01:00 PST", "01:30 PST"),
        *("02:00 PST", "02:30 PST", "03:00 PST", "03:30 PST"),
    ]


def test_an_opening_time_inside_the_gap_means_as_long_after_the_jump() -> None:
    hours = Hours(week=((6, time(2, 30), time(4)),))
    found = starts(spans(hours, date(2026, 3, 8), date(2026, 3, 8), LA), Need(minutes=30), step=30)
    assert [f"{wall(start, LA):%H:%M}" for start in found] == ["03:30"]
