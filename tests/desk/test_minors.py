"""Somebody under 18 without the signature of a parent or guardian: nobody says that they are ready."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.errors import NotReady
from clinic.booking.models import Appointment, VisitType
from intake.record.models import Consent
from intake.review import standing
from tests.booking.own import browser
from tests.desk.conftest import TWO
from tests.desk.forms import make_sent, open_form
from tests.desk.test_day import plain
from tests.support.answers import Answers
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
SIXTEEN = date(2010, 2, 3)
MISSING = "Guardian’s signature missing"


@pytest.fixture
def child(answers: Answers, treatment: VisitType, visit: Appointment, rui: User) -> Patient:
    """Una, read and cleared as an adult, whose birth date the desk corrects: she is 16."""
    noor = User.objects.get(email="noor@clinic.example")
    patient = make_sent(answers, at=NOW, email="una@example.com")
    open_form(patient, by=noor, at=NOW)
    Appointment.objects.filter(pk=visit.pk).update(patient=patient)
    assert standing.of_one(patient, on=TODAY, at=NOW).word == "ready"
    patient.date_of_birth = SIXTEEN
    patient.save()
    return patient


def test_a_corrected_birth_date_ends_ready_until_a_guardian_has_signed(
    child: Patient, visit: Appointment, rui: User
) -> None:
    stands = standing.of_one(child, on=TODAY, at=NOW)
    assert (stands.word, stands.reasons, stands.label) == ("waiting", ("guardian",), MISSING)
    assert stands.allows_consultation
    visit.refresh_from_db()
    services.arrive(visit, by=rui, at=NOW)
    with pytest.raises(NotReady, match="no parent or guardian has signed"):
        services.start(visit, by=rui, at=NOW)
    Consent.objects.filter(intake__patient=child).update(guardian_name="Invented Parent")
    assert standing.of_one(child, on=TODAY, at=NOW).word == "ready"


@pytest.mark.parametrize("name", ["desk:day", "desk:visit", "desk:patient"])
def test_the_desk_says_so(child: Patient, visit: Appointment, desk: Client, name: str) -> None:
    args = {"desk:visit": [visit.ref], "desk:patient": [child.ref]}.get(name, [])
    text = plain(desk.get(reverse(name, args=args)).text)
    assert (MISSING in text, "We look forward" in text, "Waiting for practitioner" in text) == (True, False, False)


def test_the_visit_is_a_task_and_my_day_says_the_age(child: Patient, desk: Client) -> None:
    page = plain(desk.get(reverse("desk:tasks")).text)
    assert "This patient is under 18, and no parent or guardian has signed." in page
    my_day = plain(sign_in(User.objects.get(email="noor@clinic.example")).get(reverse("desk:my_day")).text)
    assert ("16 years old" in my_day, MISSING in my_day) == (True, True)


def test_neither_desk_nor_patient_books_needles(child: Patient, treatment: VisitType, rui: User) -> None:
    assert child.user is not None
    for by in (rui, child.user):
        with pytest.raises(NotReady, match="parent or guardian"):
            services.book(patient=child, visit_type=treatment, start=TWO + timedelta(hours=2), by=by, at=NOW)


def test_their_own_page_asks_for_the_signature(child: Patient, visit: Appointment) -> None:
    text = plain(browser(child).get(reverse("booking:visit", args=[visit.ref])).text)
    assert "A parent or guardian needs to sign before a treatment." in text
    assert "A practitioner is reading your form" not in text
