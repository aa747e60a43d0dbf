"""Who a person is, declared once: from the question to the column, the record and the desk's page."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from clinic.accounts.identity import CONTACT, IDENTITY
from clinic.accounts.models import Difference, Patient, User
from clinic.desk.forms import ContactForm
from intake.checks import identity_problems
from intake.pages import drafts, expiry
from intake.record.models import Intake
from tests.intake.forms import fill, sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

CHILD: dict[str, Any] = {
    "full_name": "Teo Ejemplo",
    "date_of_birth": {"day": "9", "month": "1", "year": "2014"},
    "form_filler": "parent_guardian",
    "guardian_name": "Invented Parent",
    "guardian_phone": "213-555-0133",
    "guardian_present": "yes",
    "guardian_signature": "Invented Parent",
}
GUARDIAN = ("guardian_name", "guardian_phone", "guardian_present")


@pytest.fixture
def teo(answers: Answers, ana: User, now: datetime) -> Patient:
    patient = sent(answers(**CHILD), by=ana, at=now).patient
    assert patient is not None
    return patient


def test_the_guardian_reaches_the_record(teo: Patient) -> None:
    assert [getattr(teo, field) for field in GUARDIAN] == ["Invented Parent", "213-555-0133", "yes"]


def test_all_that_is_told_of_a_person_reaches_the_record(teo: Patient, answers: Answers, ana: User) -> None:
    told = answers(**CHILD) | {"email": ana.email}
    assert {field: getattr(teo, field) for field in CONTACT} == {
        field: told.get(code, "") for code, field in IDENTITY.items() if field in CONTACT
    }


def test_a_guardian_who_reads_differently_later_is_a_task_for_the_desk(
    teo: Patient, answers: Answers, ana: User, now: datetime
) -> None:
    sent(answers(**CHILD | {"guardian_phone": "213-555-0144", "guardian_present": "no"}), by=ana, at=now)
    found = Difference.objects.filter(patient=teo).order_by("field").values_list("field", "new")
    assert list(found) == [("guardian_phone", "213-555-0144"), ("guardian_present", "no")]


def test_the_desk_reads_and_corrects_the_guardian(teo: Patient, rui: User, signed_in: SignedIn) -> None:
    desk, address = signed_in(rui), reverse("desk:patient", args=[teo.ref])
    page = desk.get(address).text
    assert "Under 18. A parent or guardian signs the form and comes to the visit." in page
    assert "Invented Parent" in page
    kept = {field: getattr(teo, field) for field in CONTACT}
    desk.post(address, kept | {"guardian_phone": "213-555-0155", "guardian_present": "no"})
    teo.refresh_from_db()
    assert (teo.guardian_phone, teo.guardian_present) == ("213-555-0155", "no")


def test_an_adult_is_asked_for_no_guardian(answers: Answers, ana: User, now: datetime) -> None:
    adult = sent(answers(), by=ana, at=now).patient
    assert adult is not None
    assert {*GUARDIAN, "may_bring"} & set(ContactForm(patient=adult).fields) == set()


def test_the_desk_can_correct_all_that_is_contact(teo: Patient) -> None:
    fields = set(ContactForm(patient=teo).fields)
    assert set(CONTACT) - fields == {"emergency_contact"}  # asked in its two parts
    assert {"emergency_name", "emergency_phone"} <= fields


def test_a_form_begun_for_somebody_knows_what_the_record_says(teo: Patient, rui: User, now: datetime) -> None:
    form = drafts.start(at=now, patient=teo, begun_by=rui)
    assert {code: form.current().raw[code] for code in GUARDIAN} == {field: getattr(teo, field) for field in GUARDIAN}
    assert [getattr(form, field) for field in GUARDIAN] == [getattr(teo, field) for field in GUARDIAN]


def test_an_emptied_draft_keeps_nothing_of_who_it_was(answers: Answers, now: datetime) -> None:
    form = fill(answers(**CHILD, email=""), by=None, at=now)
    assert form.guardian_name == "Invented Parent"
    expiry.expire_drafts(at=form.expires_at)
    form = Intake.objects.get(pk=form.pk)
    assert [getattr(form, code) for code in IDENTITY if code != "date_of_birth"] == [""] * (len(IDENTITY) - 1)
    assert form.date_of_birth is None


def test_both_ends_of_the_list_exist() -> None:
    assert identity_problems(IDENTITY) == []


def test_a_missing_end_is_named() -> None:
    assert identity_problems({**IDENTITY, "shoe_size": "shoe"}) == [
        "No question with identity=True asks shoe_size.",
        "The form has no column shoe_size.",
        "Patient has no field shoe.",
    ]
    without = {code: field for code, field in IDENTITY.items() if code != "phone"}
    assert identity_problems(without) == ["No record keeps phone, which says who a person is."]
