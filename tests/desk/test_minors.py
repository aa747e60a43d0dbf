"""Somebody under 18 without the signature of a parent or guardian: nobody says that they are ready."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.errors import NotReady
from clinic.booking.models import Appointment, VisitType
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record.consent_words import hash_in
from intake.record.models import Consent
from intake.review import guardian, standing, withdrawal
from tests.booking.builders import make_patient
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


def test_where_only_the_signature_is_missing_booking_asks_for_it_and_for_no_form(
    child: Patient, consultation: VisitType, treatment: VisitType, noors: Practitioner
) -> None:
    client = browser(child)
    choose = plain(client.get(reverse("booking:book")).text)
    assert "after a parent or guardian has signed" in choose
    first = client.get(reverse("booking:times", args=[treatment.pk])).text
    assert f'href="{reverse("booking:guardian")}"' in first
    told = choose + plain(first)
    untrue = ("after your health form", "Fill in your health form first", "A practitioner is reading your form")
    assert [sentence for sentence in untrue if sentence in told] == []


# ——— the signature alone


def test_a_parent_signs_at_the_desk_under_the_form_that_was_sent(
    child: Patient, visit: Appointment, treatment: VisitType, desk: Client, rui: User
) -> None:
    own = Consent.objects.get(intake__patient=child)
    url = reverse("desk:guardian", args=[child.ref])
    assert url in desk.get(reverse("desk:patient", args=[child.ref])).text
    assert "Risks of acupuncture" in desk.get(url).text
    signed = desk.post(url, {"name": " Invented Parent ", "agreed": "yes"}, follow=True)
    assert "Invented Parent signed the consent on Mar 3, 2026." in plain(signed.text)
    consent = Consent.objects.exclude(guardian_name="").get()
    assert (consent.intake, consent.revision, consent.by) == (own.intake, own.revision, rui)
    assert (consent.signed_name, consent.guardian_name) == ("", "Invented Parent")
    assert (consent.text_version, consent.text_hash) == (CONSENT_VERSION, hash_in("en"))
    own.refresh_from_db()
    assert own.guardian_name == ""  # what the child signed is as it was
    assert standing.of_one(child, on=TODAY, at=NOW).word == "ready"
    assert Entry.objects.get(deed="consent.guardian_signed").by == rui
    assert "under 18, and no parent" not in plain(desk.get(reverse("desk:tasks")).text)
    services.book(patient=child, visit_type=treatment, start=TWO + timedelta(hours=2), by=rui, at=NOW)


def test_a_parent_signs_after_signing_in(child: Patient, visit: Appointment) -> None:
    client, url = browser(child), reverse("booking:guardian")
    assert url in client.get(reverse("booking:visit", args=[visit.ref])).text
    done = client.post(url, {"name": "Invented Parent", "agreed": "yes", "for": child.ref})
    assert done["Location"].endswith(reverse("booking:mine"))
    consent = Consent.objects.exclude(guardian_name="").get()
    assert (consent.by, consent.guardian_name) == (child.user, "Invented Parent")
    assert standing.of_one(child, on=TODAY, at=NOW).word == "ready"
    assert "A parent or guardian has signed already." in plain(client.get(url).text)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"name": "Invented Parent"}, "Check the box if you agree."),
        ({"agreed": "yes"}, "Type the full name of the parent or guardian."),
        ({"agreed": "yes", "name": " . "}, "Type the full name of the parent or guardian."),
        ({"agreed": "yes", "name": "ANA  EJEMPLO"}, "Type the name of the parent or guardian, not the patient’s."),
    ],
)
def test_what_is_no_signature(child: Patient, desk: Client, sent: dict[str, str], sentence: str) -> None:
    Patient.objects.filter(pk=child.pk).update(full_name="Ana Ejemplo")
    for client, url in (
        (desk, reverse("desk:guardian", args=[child.ref])),
        (browser(child), reverse("booking:guardian")),
    ):
        assert sentence in plain(client.post(url, sent).text)
    assert not Consent.objects.exclude(guardian_name="").exists()


def test_nobody_signs_where_there_is_nothing_to_sign(child: Patient, desk: Client, edda: User, zed: User) -> None:
    at = {"on": TODAY}
    assert guardian.why_not(child, **at) == ""
    grown = Patient(date_of_birth=date(2008, 3, 3), pk=child.pk)
    assert guardian.why_not(grown, **at) == "This patient is 18 or older and signs for themselves."
    young = make_patient("bo@example.com", name="Bo Neu")
    Patient.objects.filter(pk=young.pk).update(date_of_birth=SIXTEEN)
    young.refresh_from_db()
    assert guardian.why_not(young, **at) == "The health form is missing. Fill in and sign the form together."
    for nobody in (edda, zed):
        with pytest.raises(PermissionDenied):
            guardian.sign(child, name="Invented Parent", has_agreed=True, language="en", by=nobody, at=NOW)
    withdrawal.withdraw_consent(child, by=child.user, at=NOW)  # type: ignore[arg-type]  # a mailbox
    assert guardian.why_not(child, **at).startswith("Consent to needles is withdrawn.")


def test_the_database_keeps_one_signature_a_form_and_text(child: Patient, rui: User) -> None:
    guardian.sign(child, name="Invented Parent", has_agreed=True, language="en", by=rui, at=NOW)
    kept = Consent.objects.exclude(guardian_name="").get()
    kept.pk, kept.guardian_name = None, "Another Parent"
    with pytest.raises(IntegrityError), transaction.atomic():
        kept.save(force_insert=True)
