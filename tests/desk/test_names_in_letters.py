"""A name has a letter of some script, at every door where one is typed: "123" is refused at the field."""

from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as accounts
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.booking.forms import WhoForm
from clinic.desk.forms import ContactForm, IdentityForm, NewPatientForm
from intake.questionnaire import QUESTIONNAIRES
from intake.questionnaire.cleaning import AnswerError, clean
from tests.booking.builders import make_patient
from tests.support.times import NOW, TODAY

pytestmark = pytest.mark.django_db
SENTENCE = "Write the name in letters. Numbers and signs alone are not a name."
NO_NAMES = ("123", "4/27/1984", "213-555-0100", "---", "…", "😀")
NAMES = ("李小龙", "Đặng", "Нина", "محمد", "김", "नीना", "Ն", "Ana 2", "X Æ A-12", "Ng", "ʻOkina")
QUESTIONS = {question.code: question for whole in QUESTIONNAIRES.values() for question in whole.questions}


@pytest.mark.parametrize("code", ["full_name", "guardian_name", "signature", "guardian_signature"])
def test_on_the_form(code: str) -> None:
    for name in NO_NAMES:
        with pytest.raises(AnswerError) as refused:
            clean(QUESTIONS[code], name, on=TODAY)
        assert str(refused.value.sentence) == SENTENCE
    assert [clean(QUESTIONS[code], name, on=TODAY) for name in NAMES] == list(NAMES)


def test_where_a_patient_books() -> None:
    for name in (*NO_NAMES, *NAMES):
        sent = QueryDict(mutable=True)
        sent.update({"full_name": name, "date_of_birth": "4/27/1984"})
        form = WhoForm(sent)
        form.check(on=TODAY)
        assert form.problems.get("full_name", "") == (SENTENCE if name in NO_NAMES else "")


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (NewPatientForm, "full_name"),
        (IdentityForm, "full_name"),
        (IdentityForm, "preferred_name"),
        (ContactForm, "emergency_name"),
        (ContactForm, "guardian_name"),
    ],
)
def test_in_the_forms_of_the_desk(kind: type, field: str) -> None:
    patient = make_patient("una@example.com")
    patient.date_of_birth = date(2015, 2, 3)
    for name in (*NO_NAMES, *NAMES):
        more = {} if kind is NewPatientForm else {"patient": patient}
        form = kind({field: name}, **more)
        assert form.errors.get(field, []) == ([SENTENCE] if name in NO_NAMES else [])


def test_nobody_is_added_at_the_desk_and_what_was_typed_stays(desk: Client) -> None:
    sent = {"full_name": "123", "date_of_birth": "1984-04-27", "phone": "213-555-0142"}
    page = desk.post(reverse("desk:new_person"), sent)
    assert SENTENCE in page.text
    assert 'value="123"' in page.text
    assert not Patient.objects.filter(full_name="123").exists()
    assert desk.post(reverse("desk:new_person"), sent | {"full_name": "李小龙"}).status_code == 302


def test_the_service_behind_them(rui: User) -> None:
    with pytest.raises(AccountError, match="Write the name in letters"):
        accounts.take_in(identity={"full_name": "123", "date_of_birth": TODAY}, user=None, by=rui, at=NOW)
