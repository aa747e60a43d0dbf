"""How it stands now, in a sentence, on the clinic's wall clock; NOW is Tuesday 3 March 2026, 10:30 in the morning."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile, ClosedDay, StaffedHours
from clinic.website import opening_hours
from tests.support.times import NOW, TODAY

MON, TUE, WED, SUN = 0, 1, 2, 6

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile() -> ClinicProfile:
    site_settings.forget()
    return site_settings.current()


def open_on(profile: ClinicProfile, weekday: int, opens: str, closes: str) -> None:
    StaffedHours.objects.create(
        profile=profile, weekday=weekday, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes)
    )
    site_settings.forget()


@pytest.mark.parametrize(
    ("weekday", "opens", "closes", "said"),
    [
        (TUE, "09:00", "18:00", "Open now, until 6:00 pm"),
        (TUE, "10:30", "10:31", "Open now, until 10:31 am"),
        (TUE, "22:00", "10:30", "Closed now. Opens at 10:00 pm today"),
        (TUE, "10:31", "18:00", "Closed now. Opens at 10:31 am today"),
        (WED, "09:00", "18:00", "Closed now. Opens tomorrow at 9:00 am"),
        (SUN, "09:00", "18:00", "Closed now. Opens Sunday at 9:00 am"),
        (MON, "09:00", "18:00", "Closed now. Opens Monday at 9:00 am"),
        (TUE, "08:00", "10:30", "Closed now. Opens Tue, Mar 10, 2026, 8:00 am"),
        (MON, "12:00", "11:00", "Open now, until 11:00 am"),
    ],
)
def test_the_sentence_says_the_next_thing_that_changes(
    profile: ClinicProfile, weekday: int, opens: str, closes: str, said: str
) -> None:
    open_on(profile, weekday, opens, closes)
    found = opening_hours.state(profile, at=NOW)

    assert found is not None
    assert (found.words, found.is_open) == (said, said.startswith("Open"))


def test_stretches_that_join_are_one(profile: ClinicProfile) -> None:
    open_on(profile, TUE, "09:00", "12:00")
    open_on(profile, TUE, "12:00", "18:00")

    assert site_settings.open_until(profile, at=NOW) == datetime(2026, 3, 4, 2, tzinfo=UTC)


def test_a_clinic_that_never_closes_is_just_open(profile: ClinicProfile) -> None:
    for weekday in range(7):
        open_on(profile, weekday, "00:00", "00:00")

    assert opening_hours.state(profile, at=NOW) == opening_hours.OpenState(True, "Open now")


def test_without_hours_nothing_is_said(profile: ClinicProfile) -> None:
    assert opening_hours.state(profile, at=NOW) is None
    assert opening_hours.week(profile, on=TODAY) == []
    assert site_settings.open_until(profile, at=NOW) is None


def test_a_closed_day_is_closed_and_said_ahead(profile: ClinicProfile) -> None:
    open_on(profile, TUE, "09:00", "18:00")
    for day, why in ((TODAY, "training"), (TODAY - timedelta(days=1), "gone"), (TODAY + timedelta(days=28), "far")):
        ClosedDay.objects.create(profile=profile, day=day, why=why)
    site_settings.forget()
    found = opening_hours.state(profile, at=NOW)

    assert found is not None
    assert found.words == "Closed now. Opens Tue, Mar 10, 2026, 9:00 am"
    assert opening_hours.closed(profile, on=TODAY) == [opening_hours.Off(day=TODAY, why="training")]


def test_the_week_begins_on_monday_in_order_of_the_day_and_knows_today(profile: ClinicProfile) -> None:
    open_on(profile, TUE, "14:00", "18:00")
    open_on(profile, TUE, "09:00", "12:30")
    found = opening_hours.week(profile, on=date(2026, 3, 3))

    assert [day.name for day in found][:2] == ["Monday", "Tuesday"]
    assert found[0].stretches == ()
    assert found[1].stretches == ("9:00 am – 12:30 pm", "2:00 pm – 6:00 pm")
    assert [day.today for day in found] == [False, True, False, False, False, False, False]
