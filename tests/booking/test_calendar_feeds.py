"""A practitioner's private calendar: times and types, nobody's name, and one link at a time."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import CalendarFeed, VisitType
from tests.booking.builders import make_patient, make_practitioner, make_room, make_rules, make_type
from tests.desk.conftest import TWO
from tests.support.cast import make_staff, sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
PAGE = reverse("desk:calendar_link")


@pytest.fixture
def noors(db: None) -> Practitioner:
    make_rules()
    make_room()
    return make_practitioner()


@pytest.fixture
def visited(noors: Practitioner, rui: User) -> Patient:
    """Somebody who comes to Noor today at two."""
    patient = make_patient(name="Ana Costa Silva")
    kind: VisitType = make_type("treatment", noors, minutes=30, room_minutes=50, needling=True)
    services.book(patient=patient, visit_type=kind, start=TWO, by=rui, at=NOW)
    return patient


def link_of(client: Client, **said: str) -> str:
    """Make a link and return its path."""
    shown = client.post(PAGE, said, follow=True).text
    made = re.search(r'<code class="calendar-link">https?://[^/<]+([^<]+)</code>', shown)
    assert made is not None
    return made[1]


def test_the_page_loaded_again_makes_no_other_link(noors: Practitioner, visited: Patient) -> None:
    client = sign_in(noors.user)
    path = link_of(client)
    # Shown once: the page after it asks for nothing and ends nothing.
    assert path not in client.get(PAGE).text
    assert Client().get(path).status_code == 200


def test_the_link_shows_times_and_types_and_no_name(noors: Practitioner, visited: Patient) -> None:
    path = link_of(sign_in(noors.user))
    response = Client().get(path)
    text = response.content.decode()
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert re.findall(r"(?:DTSTART|DTEND|SUMMARY)[^\r]*", text) == [
        "SUMMARY:Treatment",
        "DTSTART:20260303T220000Z",
        "DTEND:20260303T225000Z",
    ]
    assert [word for word in ("Ana", "Costa", "Silva", visited.ref, "Noor") if word in text] == []


def test_initials_stand_there_only_where_the_practitioner_allows_them(noors: Practitioner, visited: Patient) -> None:
    path = link_of(sign_in(noors.user), initials="yes")
    assert "SUMMARY:Treatment\\, ACS" in Client().get(path).content.decode()


def test_a_new_link_ends_the_old_one_and_a_stopped_one_opens_nothing(noors: Practitioner, visited: Patient) -> None:
    client = sign_in(noors.user)
    old = link_of(client)
    new = link_of(client)
    assert [Client().get(path).status_code for path in (old, new)] == [404, 200]
    client.post(PAGE, {"do": "stop"})
    assert Client().get(new).status_code == 404
    deeds = list(Entry.objects.order_by("number").values_list("deed", flat=True))
    assert deeds[-4:] == ["calendar.renewed", "calendar.renewed", "calendar.read", "calendar.stopped"]


def test_the_first_reading_of_a_day_stands_in_the_audit_log(noors: Practitioner, visited: Patient) -> None:
    client = sign_in(noors.user)
    path = link_of(client)
    assert "No calendar has read it yet." in client.get(PAGE).text
    for hours, readings in ((0, 1), (1, 1), (24, 2), (25, 2)):
        with time_machine.travel(NOW + timedelta(hours=hours), tick=False):
            assert Client().get(path).status_code == 200
        assert Entry.objects.filter(deed="calendar.read", by=None).count() == readings
    assert "A calendar last read it on Wed, Mar 4, 2026." in client.get(PAGE).text


def test_the_link_is_shown_once_kept_nowhere_and_ends_with_its_owner(noors: Practitioner, visited: Patient) -> None:
    client = sign_in(noors.user)
    path = link_of(client)
    secret = path.split("/")[3]
    assert secret not in client.get(PAGE).text
    assert secret not in str(CalendarFeed.objects.values().get())
    noors.user.is_active = False
    noors.user.save()
    assert Client().get(path).status_code == 404


def test_a_colleague_s_visits_do_not_stand_in_it(noors: Practitioner, visited: Patient) -> None:
    mei = make_practitioner("mei@clinic.example", "Mei Beispiel")
    assert "SUMMARY" not in Client().get(link_of(sign_in(mei.user))).content.decode()


@pytest.mark.parametrize("role", ["front desk", "editor", "administrator"])
def test_only_practitioners_make_one(role: Any) -> None:
    client = sign_in(make_staff(f"{role.split()[0]}@clinic.example", "Somebody Invented", role))
    assert client.post(PAGE).status_code == 403
    assert CalendarFeed.objects.count() == 0
