"""What may be booked, by where somebody stands: the page says so before they choose."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.demo.forms import typed
from tests.booking.builders import TEN, make_patient
from tests.booking.patient_pages.addresses import BOOK, code, form, slots_on, times_of
from tests.intake.forms import sent
from tests.support.cast import SignedIn

pytestmark = pytest.mark.usefixtures("frozen")


def test_without_a_form_a_talk_can_be_booked_and_needles_say_why_not(
    consultation: VisitType, treatment: VisitType, noors: Practitioner, signed_in: SignedIn
) -> None:
    patient = make_patient("new@example.com", "Nia Invented", ready=False)
    assert patient.user
    client = signed_in(patient.user)
    text = client.get(BOOK).text
    assert f'<h2><a href="{times_of(consultation)}?' in text
    assert f'<h2><a href="{times_of(treatment)}?' not in text
    assert "Fill in your health form before a treatment" in text
    page = client.get(times_of(treatment))
    assert "Fill in your health form first" in page.text
    assert 'href="/intake/"' in page.text
    refused = client.post(times_of(treatment), form(patient, TEN, noors))
    assert refused.status_code == 409
    assert "health form before this visit" in refused.text
    assert client.post(times_of(consultation), form(patient, TEN, noors)).status_code == 303


@pytest.fixture
def asks(ana_user: User, signed_in: SignedIn, now: datetime) -> Callable[..., tuple[Client, Patient]]:
    """Send a form with these answers from Ana's mailbox; return her browser and the patient of that form."""

    def send(**answers: str) -> tuple[Client, Patient]:
        intake = sent(typed(full_name="Ana Ejemplo", **answers), by=ana_user, at=now)
        assert intake.patient
        client = signed_in(ana_user)
        client.post("/account/patients/", {"patient": intake.patient.ref})
        return client, intake.patient

    return send


def test_with_an_open_hold_a_talk_can_be_booked(
    asks: Callable[..., tuple[Client, Patient]], consultation: VisitType, treatment: VisitType, noors: Practitioner
) -> None:
    client, patient = asks(seizure="active")
    assert "A practitioner is reading your form" in client.get(BOOK).text
    assert "A practitioner is reading your form" in client.get(times_of(treatment)).text
    assert client.post(times_of(treatment), form(patient, TEN, noors)).status_code == 409
    assert client.post(times_of(consultation), form(patient, TEN, noors)).status_code == 303


def test_with_an_open_emergency_nothing_can_be_booked_and_nothing_says_why(
    asks: Callable[..., tuple[Client, Patient]], consultation: VisitType, noors: Practitioner, rui: User, now: datetime
) -> None:
    client, patient = asks()
    visit = services.book(patient=patient, visit_type=consultation, start=TEN, by=rui, at=now)
    assert patient.user
    sent(typed(full_name="Ana Ejemplo", rf_saddle_numb="yes"), by=patient.user, at=now)
    for path in (
        BOOK,
        times_of(consultation),
        reverse("booking:wait", args=[consultation.pk]),
        f"/visits/{visit.ref}/move/",
    ):
        text = client.get(path).text
        assert "Let’s talk first" in text, path
        assert not slots_on(text)
        assert not re.search(
            "numb|saddle|alert|flag|hold|form", text.split("<h1>")[1].split("</main>")[0], re.IGNORECASE
        )
    refused = client.post(times_of(consultation), form(patient, TEN + timedelta(days=1), noors))
    assert (refused.status_code, "Let’s talk first" in refused.text) == (409, True)
    moved = client.post(f"/visits/{visit.ref}/move/", {"slot": code(TEN + timedelta(days=1), noors)})
    assert moved.status_code == 409
    assert Appointment.objects.count() == 1


def test_a_kind_that_is_booked_by_phone_says_so(
    ana: Client, anas: Patient, consultation: VisitType, noors: Practitioner
) -> None:
    consultation.booking = "contact"
    consultation.save()
    assert "call us to book" in ana.get(BOOK).text
    assert "Call us to book: Consultation" in ana.get(times_of(consultation)).text
    assert ana.post(times_of(consultation), form(anas, TEN, noors)).status_code == 409


def test_what_only_staff_book_is_not_there(ana: Client, consultation: VisitType) -> None:
    consultation.booking = "staff"
    consultation.save()
    assert ana.get(times_of(consultation)).status_code == 404
    assert "Consultation" not in ana.get(BOOK).text.split("<main")[1]
