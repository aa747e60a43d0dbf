"""The demo's weeks and its day on paper: hours kept and weeks well filled, whatever the clock says."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

import pytest

from clinic.demo import opening
from clinic.demo.places_today import SHORTEST, day_places
from clinic.demo.plan import places, weeks
from tests.clinic.demo.clocks import CLOCKS, ZONE

MOMENTS = [
    *CLOCKS.values(),
    *(datetime(2026, 3, 3, hour, minute, tzinfo=ZONE) for hour in range(9, 18) for minute in (0, 7, 31, 59)),
    datetime(2026, 3, 7, 12, 59, tzinfo=ZONE),
]


def within_hours(start: datetime, end: datetime) -> bool:
    begins, ends = start.astimezone(ZONE), end.astimezone(ZONE)
    hours = opening.hours_of(begins.date())
    return hours is not None and hours[0] <= begins.time() < ends.time() <= hours[1]


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 3), (time(9), time(18))),
        (date(2026, 3, 7), (time(9), time(13))),
        (date(2026, 3, 8), None),
        (date(2026, 11, 26), None),
        (date(2026, 7, 4), None),
        (date(2026, 12, 25), None),
        (date(2026, 11, 27), (time(9), time(18))),
    ],
)
def test_the_clinic_is_closed_on_sundays_and_holidays(day: date, hours: tuple[time, time] | None) -> None:
    assert opening.hours_of(day) == hours


@pytest.mark.parametrize("now", CLOCKS.values(), ids=CLOCKS)
def test_every_week_is_sixty_to_eighty_percent_full_and_inside_the_hours(now: datetime) -> None:
    first, last = weeks(now.date())
    assert (first.weekday(), (last - first).days + 1) == (0, 7 * 7)
    found = list(places(first, last, zone=ZONE))
    assert [place for place in found if not within_hours(place.start, place.end)] == []
    for week in range(7):
        days = [first + timedelta(days=7 * week + number) for number in range(7)]
        open_minutes = sum(
            60 * (shift.closes.hour - shift.opens.hour)
            for day in days
            if opening.hours_of(day)
            for shift in opening.SHIFTS
            if shift.weekday == day.weekday()
        )
        booked = sum(
            (place.end - place.start).seconds / 60 for place in found if place.start.astimezone(ZONE).date() in days
        )
        assert 0.6 <= booked / open_minutes <= 0.8, days[0]


@pytest.mark.parametrize("now", MOMENTS, ids=str)
def test_while_the_clinic_is_open_somebody_is_in_the_room(now: datetime) -> None:
    day = opening.next_open_day(now.date())
    found = day_places(day, now=now, zone=ZONE)
    assert [place for place in found if not within_hours(place.start, place.end)] == []
    going_on = [place for place in found if place.start <= now < place.start + SHORTEST]
    assert bool(going_on) == opening.is_open(now, ZONE)
    for who in ("noor", "tomas", "mei"):
        mine = [place for place in found if place.who == who]
        assert all(before.end <= after.start for before, after in pairwise(mine))


@pytest.mark.parametrize(
    ("at", "last", "following"),
    [
        (datetime(2026, 3, 1, 23, 30), datetime(2026, 2, 28, 13), datetime(2026, 3, 2, 9, 35)),
        (datetime(2026, 11, 26, 11, 0), datetime(2026, 11, 25, 18), datetime(2026, 11, 27, 9, 5)),
        (datetime(2026, 11, 2, 5, 15), datetime(2026, 10, 31, 13), datetime(2026, 11, 2, 9, 20)),
        (datetime(2026, 3, 3, 12, 0), datetime(2026, 3, 3, 12), datetime(2026, 3, 3, 12)),
        (datetime(2026, 3, 3, 18, 0), datetime(2026, 3, 3, 18), datetime(2026, 3, 4, 9, 5)),
    ],
)
def test_work_is_done_in_the_opening_hours(at: datetime, last: datetime, following: datetime) -> None:
    at = at.replace(tzinfo=ZONE)
    assert opening.last_open_moment(at, ZONE) == last.replace(tzinfo=ZONE)
    assert opening.next_open_moment(at, ZONE) == following.replace(tzinfo=ZONE)
