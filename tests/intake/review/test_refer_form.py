""" "Refer or do not needle" asks for the words the patient reads; what was typed stays."""

from datetime import datetime

import pytest
from django.urls import reverse

from clinic.accounts.models import User
from intake.record.models import Intake
from intake.review.models import Decision
from tests.intake.cases import case_of, page, version
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import SignedIn

pytestmark = pytest.mark.django_db
WORDS = "Please see your doctor about the numbness first. Then call us, and we look at it together."


@pytest.fixture
def held(answers: Answers, ana: User, now: datetime) -> Intake:
    return sent(answers(seizure="active"), by=ana, at=now)


def test_the_words_are_asked_for_and_everything_typed_is_kept(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client = signed_in(noor)
    address = reverse("admin:review_case_decide", args=[case_of(held).ref])
    said = {"seen": version(client, held), "outcome": "refer", "reason": "Rule out a lesion first."}
    refused = client.post(address, said)
    assert refused.context["decision"].errors == {
        "patient_words": ["Tell the patient what happens next. They read it on their own page."]
    }
    assert 'href="#decision-patient_words"' in refused.text
    assert "Rule out a lesion first." in refused.text
    assert Decision.objects.count() == 0
    assert client.post(address, said | {"patient_words": WORDS}).status_code == 302
    decision = Decision.objects.get()
    assert (decision.outcome, decision.patient_words) == ("refer", WORDS)
    assert f"The patient reads: {WORDS}" in client.get(page(held)).text


def test_words_under_another_outcome_are_asked_about(held: Intake, noor: User, signed_in: SignedIn) -> None:
    client = signed_in(noor)
    address = reverse("admin:review_case_decide", args=[case_of(held).ref])
    said = {"seen": version(client, held), "outcome": "clear", "reason": "x", "patient_words": WORDS}
    refused = client.post(address, said)
    assert list(refused.context["decision"].errors) == ["patient_words"]
    assert WORDS in refused.text


def test_without_scripts_the_field_stands_on_the_page(held: Intake, noor: User, signed_in: SignedIn) -> None:
    text = signed_in(noor).get(page(held)).text
    assert '<textarea id="decision-patient_words" name="patient_words"' in text
