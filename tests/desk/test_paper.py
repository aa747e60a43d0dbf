"""The day on paper: a sheet whose limits only practitioners get, and a copy that needs nothing else."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from intake.questionnaire import NEW_PATIENT
from tests.booking.builders import make_patient
from tests.booking.test_readiness import put
from tests.desk.conftest import TWO
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
LIMIT = "Superficial needling only"


@pytest.fixture
def limited(anas: Patient, rui: User, visit: Appointment) -> None:
    """A practitioner has set a limit, on another record of the same person."""
    noor = User.objects.get(email="noor@clinic.example")
    other = make_patient("ana.old@example.com", "Ana Silva", ready=False)
    put(other, "lapses_later", by=noor, at=NOW)
    people.link(anas, other, by=rui, at=NOW)


@pytest.mark.usefixtures("limited")
def test_limits_are_printed_for_practitioners_alone(desk: Client, visit: Appointment) -> None:
    address = reverse("desk:sheet")
    noor = sign_in(User.objects.get(email="noor@clinic.example"))
    assert LIMIT in noor.get(address).text
    page = desk.get(address).text
    assert "Ana Costa Silva" in page
    assert LIMIT not in page
    assert "Limits" not in page
    told = Entry.objects.filter(deed="day.printed").order_by("number")
    whom = [visit.patient.ref]
    assert [(line.facts["limits"], line.facts["whom"]) for line in told] == [(True, whom), (False, whom)]


@pytest.mark.usefixtures("limited")
def test_the_copy_needs_nothing_else_and_is_a_file(desk: Client, visit: Appointment) -> None:
    response = desk.get(reverse("desk:paper"))
    assert response.headers["Content-Disposition"] == 'attachment; filename="visits-2026-03-03.html"'
    assert "Ana Costa Silva" in response.text
    assert "213-555-0101" in response.text
    assert "Wed, Mar 4, 2026" in response.text
    assert re.findall(r"<(?:link|script|img|form|a)\b|https?://|url\(", response.text) == []
    assert LIMIT not in response.text
    assert "Limits" not in response.text
    noor = sign_in(User.objects.get(email="noor@clinic.example"))
    assert LIMIT in noor.get(reverse("desk:paper")).text
    told = Entry.objects.filter(deed="days.copied").order_by("number")
    whom = [visit.patient.ref]
    assert [(line.facts["limits"], line.facts["whom"]) for line in told] == [(False, whom), (True, whom)]


def test_the_copy_holds_today_and_tomorrow_each_with_its_own_visits(
    desk: Client, visit: Appointment, treatment: VisitType, rui: User
) -> None:
    """Whoever holds the copy in an outage sees who comes: nobody of another day, and nobody who canceled."""
    others = {"Tom Tomorrow": 1, "Cai Canceled": 1, "Fay Farther": 2}
    for number, (name, days) in enumerate(others.items()):
        start = TWO + timedelta(days=days, hours=number)
        patient = make_patient(f"p{number}@example.com", name)
        booked = services.book(patient=patient, visit_type=treatment, start=start, by=rui, at=NOW)
        if name == "Cai Canceled":
            services.cancel(booked, reason="other", started_by="patient", by=rui, at=NOW)
    text = desk.get(reverse("desk:paper")).text
    today, tomorrow = text.split("Wed, Mar 4, 2026")
    shown = ("Ana Costa Silva", *others)
    assert [name for name in shown if name in today] == ["Ana Costa Silva"]
    assert [name for name in shown if name in tomorrow] == ["Tom Tomorrow"]
    names = ["Ana Costa Silva", "Tom Tomorrow"]
    whom = sorted(Patient.objects.filter(full_name__in=names).values_list("ref", flat=True))
    assert Entry.objects.get(deed="days.copied").facts["whom"] == whom


def test_the_empty_form_asks_every_question(desk: Client) -> None:
    from django.utils.html import escape

    page = desk.get(reverse("desk:blank")).text
    asked = [question for step in NEW_PATIENT.steps if not step.optional for question in step.questions]
    assert [question.code for question in asked if escape(question.wording) not in page] == []
    labels = {choice.label for question in asked for choice in question.choices}
    assert [label for label in labels if escape(label) not in page] == []


def test_the_empty_form_shows_the_body_to_mark(desk: Client) -> None:
    page = desk.get(reverse("desk:blank")).text
    question = re.search(r'<p class="blank-words">Where does it hurt.*?</ul>', page, re.DOTALL)
    assert question is not None
    assert (question[0].count("<svg"), question[0].count('class="region')) == (1, 16)


def test_a_time_and_a_phone_number_stay_on_one_line(desk: Client, visit: Appointment) -> None:
    page = desk.get(reverse("desk:sheet")).text
    assert re.findall(r'<td class="as-one">([^<]+)</td>', page)[:2] == ["2:00 pm", visit.patient.phone]
