"""The reports of other systems, each as it happens: somebody books by phone, is written down and fills in the form."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import VisitType
from clinic.demo.forms import born, typed
from clinic.demo.stories import send
from intake.review import standing
from intake.review.standing import Word
from tests.desk.conftest import TWO
from tests.intake.walker import ABOUT_YOU, Walker, problems
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

# As the desk wrote it, and as the form says it.
TWICE_WRITTEN = [
    ("Sean O'Neil", "Sean O’Neil"),
    ("María López", "María López Hernández"),
    ("Đặng Thị Hồng", "Dang Thi Hong"),
    ("Łukasz Wójcik", "Lukasz Wojcik"),
    ("Søren Ø. Kjær", "Soren Kjaer"),
    ("Vandenberg Jan", "Jan van den Berg"),
    ("Muhammad Khan", "Mohamed Khan"),
    ("Kim Min-jun", "김민준"),
]


def written_down(name: str, *, by: User, **other: Any) -> Patient:
    """The desk takes somebody in who calls."""
    facts = {"full_name": name, "date_of_birth": date(1984, 4, 27), "phone": "213-555-0142", "email": "one@example.com"}
    return people.register(identity=facts | other, by=by, at=NOW - timedelta(hours=2))


def form_of(name: str, **other: Any) -> dict[str, Any]:
    facts = {"date_of_birth": born(1984, 4, 27), "phone": "213-555-0142", "email": "one@example.com"}
    return typed(full_name=name, **facts | other)


@pytest.mark.parametrize(("booked", "filled_in"), TWICE_WRITTEN)
def test_whoever_booked_by_phone_and_fills_in_the_form_is_one_person_with_a_form(
    booked: str, filled_in: str, desk: Client, rui: User, consultation: VisitType
) -> None:
    patient = written_down(booked, by=rui)
    services.book(patient=patient, visit_type=consultation, start=TWO, by=rui, at=NOW - timedelta(hours=2))
    assert standing.of_one(patient, on=TODAY, at=NOW).word is Word.FORM_MISSING
    assert "Form missing" in desk.get(reverse("desk:day")).text
    form = send(form_of(filled_in), at=NOW - timedelta(hours=1))
    assert (form.patient, Patient.objects.count()) == (patient, 1)
    assert standing.of_one(patient, on=TODAY, at=NOW).word is Word.READY
    assert "Form missing" not in desk.get(reverse("desk:day")).text


@pytest.mark.parametrize(("booked", "filled_in"), TWICE_WRITTEN)
def test_on_another_birth_date_they_are_two_and_the_form_stays_missing(
    booked: str, filled_in: str, rui: User, consultation: VisitType
) -> None:
    patient = written_down(booked, by=rui)
    services.book(patient=patient, visit_type=consultation, start=TWO, by=rui, at=NOW - timedelta(hours=2))
    form = send(form_of(filled_in, date_of_birth=born(1984, 4, 28)), at=NOW - timedelta(hours=1))
    assert (form.patient == patient, Patient.objects.count()) == (False, 2)
    assert standing.of_one(patient, on=TODAY, at=NOW).word is Word.FORM_MISSING


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"email": "maria@exmaple"}, "This address looks incomplete. Write it like name@example.com."),
        ({"phone": "555-0100"}, "Write a phone number with its area code, for example 213-555-0100."),
    ],
)
def test_what_no_message_would_reach_is_said_on_the_screen_that_asks(
    client: Client, wrong: dict[str, str], sentence: str
) -> None:
    walker = Walker(client, form_of("Maria Tester")).begin()
    stays = walker.send(ABOUT_YOU, **wrong)
    assert (stays.status_code, problems(stays)) == (200, [sentence])
    right = {"email": "\u200bmaria@example.com", "phone": "\u202a+1 (213) 555\u20110100\u202c"}
    assert walker.send(ABOUT_YOU, **right).status_code == 303
    assert (walker.intake.email, walker.intake.phone) == ("maria@example.com", "213-555-0100")


def test_a_father_and_a_son_of_one_name_on_one_mailbox_are_two(rui: User) -> None:
    father = written_down("Juan García", by=rui)
    son = written_down("Juan García", by=rui, date_of_birth=date(2012, 4, 27))
    form = send(form_of("Juan Garcia", date_of_birth=born(1984, 4, 27)), at=NOW - timedelta(hours=1))
    assert (form.patient, father == son) == (father, False)
