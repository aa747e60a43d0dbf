"""The timetable in the admin: kept by the administrator, read by practitioners, every change in the book."""

from datetime import datetime, time

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from clinic.accounts.models import Practitioner, User
from clinic.audit.models import Entry
from clinic.booking import occupancy
from clinic.booking.models import DayException, VisitType, WeeklyHours
from tests.booking.builders import THURSDAY
from tests.support.cast import SignedIn


def test_hours_changed_in_the_admin_are_offered_at_once(
    consultation: VisitType, noors: Practitioner, ada: User, signed_in: SignedIn, now: datetime
) -> None:
    before = len(occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now))
    client = signed_in(ada)
    evening = {"practitioner": noors.pk, "weekday": 3, "opens": "18:00", "closes": "20:00"}
    assert client.post(reverse("admin:booking_weeklyhours_add"), evening).status_code == 302
    assert len(occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)) == before + 6
    assert Entry.objects.latest("number").deed == "diary.weeklyhours_added"
    row = WeeklyHours.objects.get(opens="18:00")
    assert client.post(reverse("admin:booking_weeklyhours_delete", args=[row.pk]), {"post": "yes"}).status_code == 302
    assert len(occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)) == before
    assert Entry.objects.latest("number").deed == "diary.weeklyhours_deleted"


def test_who_offers_a_kind_is_ticked(
    consultation: VisitType, noors: Practitioner, ada: User, signed_in: SignedIn, now: datetime
) -> None:
    data = {
        "name": "Consultation",
        "minutes": 45,
        "room_minutes": 45,
        "booking": "online",
        "active": "on",
        "position": 1,
        "practitioners": [],
    }
    url = reverse("admin:booking_visittype_change", args=[consultation.pk])
    assert occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now)
    assert signed_in(ada).post(url, data).status_code == 302
    assert occupancy.slots(consultation, first=THURSDAY, last=THURSDAY, at=now) == []
    consultation.refresh_from_db()
    assert consultation.code == "consultation"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"what": "holiday", "practitioner": "noor"}, "A closed day is for everyone"),
        ({"what": "off"}, "Choose a practitioner"),
        ({"what": "extra", "practitioner": "noor"}, "Extra hours need a start time"),
        ({"what": "off", "practitioner": "noor", "opens": "10:00"}, "Enter both times"),
        ({"what": "off", "practitioner": "noor", "opens": "10:00", "closes": "09:00"}, "The end must be after"),
        ({"what": "off", "practitioner": "noor", "opens": "10:02", "closes": "11:00"}, "steps of five minutes"),
    ],
)
def test_an_exception_that_makes_no_sense_is_told(
    noors: Practitioner, ada: User, signed_in: SignedIn, wrong: dict[str, str], says: str
) -> None:
    data = {"day": "2026-03-05"} | wrong
    if "practitioner" in data:
        data["practitioner"] = str(noors.pk)
    response = signed_in(ada).post(reverse("admin:booking_dayexception_add"), data)
    assert response.status_code == 200
    assert says in response.text
    assert not DayException.objects.exists()


def test_a_practitioner_reads_and_changes_nothing(noors: Practitioner, signed_in: SignedIn) -> None:
    client = signed_in(noors.user)
    row = WeeklyHours.objects.all()[0]
    assert client.get(reverse("admin:booking_weeklyhours_changelist")).status_code == 200
    url = reverse("admin:booking_weeklyhours_change", args=[row.pk])
    assert "9:00 am" in client.get(url).text
    assert client.post(url, {"weekday": 6}).status_code == 403


def test_days_and_hours_stand_and_are_typed_as_everywhere_else(
    noors: Practitioner, ada: User, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    data = {"what": "extra", "practitioner": noors.pk, "day": "3/5/2026", "opens": "6:30 pm", "closes": "8 pm"}
    assert client.post(reverse("admin:booking_dayexception_add"), data).status_code == 302
    row = DayException.objects.get()
    assert (row.day, row.opens, row.closes) == (THURSDAY, time(18, 30), time(20))
    listed = client.get(reverse("admin:booking_dayexception_changelist")).text
    assert all(words in listed for words in ("Thu, Mar 5, 2026", ">6:30 pm<", ">8:00 pm<"))
    form = client.get(reverse("admin:booking_dayexception_change", args=[row.pk])).text
    assert all(f'value="{typed}"' in form for typed in ("03/05/2026", "06:30 PM", "08:00 PM"))


def test_the_history_of_a_row_says_when_as_everywhere_else(
    noors: Practitioner, ada: User, signed_in: SignedIn, now: datetime
) -> None:
    client = signed_in(ada)
    row = WeeklyHours.objects.all()[0]
    url = reverse("admin:booking_weeklyhours_history", args=[row.pk])
    assert "Nothing was changed here yet." in client.get(url).text
    data = {"practitioner": noors.pk, "weekday": row.weekday, "opens": "9:30 am", "closes": "5 pm"}
    assert client.post(reverse("admin:booking_weeklyhours_change", args=[row.pk]), data).status_code == 302
    LogEntry.objects.update(action_time=now)
    assert ">Tue, Mar 3, 2026, 10:30 am<" in client.get(url).text
