"""The clock keeps the open minutes of every day that is over: once, all of them, and never a day that still runs."""

from datetime import date, time, timedelta

import pytest

from clinic.accounts.models import Practitioner, User
from clinic.booking import open_days
from clinic.booking.models import OpenDay, WeeklyHours
from clinic.outbox.worker import JOBS
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
DAY = timedelta(days=1)


def keep(*, after: timedelta = timedelta()) -> None:
    """The job as the worker does it."""
    JOBS["clinic.booking.keep_open_days"].do(NOW + after)


def kept() -> dict[date, int]:
    return dict(OpenDay.objects.order_by("day").values_list("day", "minutes"))


@pytest.fixture
def long_here(noors: Practitioner) -> Practitioner:
    """Noor, who works nine to five on weekdays, since last Friday."""
    User.objects.filter(pk=noors.user.pk).update(date_joined=NOW - timedelta(days=4))
    return noors


def test_the_days_that_are_over_are_kept_by_the_clock(long_here: Practitioner) -> None:
    keep()
    # NOW is a Tuesday: Friday, the weekend, Monday; nothing before Noor came, and not today.
    assert kept() == {TODAY - 4 * DAY: 480, TODAY - 3 * DAY: 0, TODAY - 2 * DAY: 0, TODAY - DAY: 480}


def test_what_was_kept_is_not_moved_by_later_hours(long_here: Practitioner) -> None:
    keep()
    WeeklyHours.objects.filter(practitioner=long_here).update(closes=time(12))
    monday = (long_here.pk, TODAY - DAY)
    keep()
    assert open_days.open_minutes(TODAY - DAY, TODAY - DAY)[monday] == 480
    # The control: a day that nobody kept is reckoned by the hours as they are now.
    OpenDay.objects.all().delete()
    keep()
    assert open_days.open_minutes(TODAY - DAY, TODAY - DAY)[monday] == 180


def test_a_worker_that_rested_for_days_keeps_each_of_them_once(long_here: Practitioner) -> None:
    keep()
    rows = OpenDay.objects.count()
    keep(after=timedelta(hours=1))
    assert OpenDay.objects.count() == rows
    keep(after=3 * DAY)
    assert [day for day in kept() if day >= TODAY] == [TODAY, TODAY + DAY, TODAY + 2 * DAY]
    assert OpenDay.objects.count() == rows + 3
