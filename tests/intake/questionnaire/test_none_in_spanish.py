"""“None” answers what was asked: in Spanish no masculine “Ninguno” stands below a surgery, an allergy or a medicine."""

import re

import pytest
from django.utils import translation
from django.utils.translation import gettext

from intake.questionnaire import CHECK_IN, NEW_PATIENT, VISIT_UPDATE
from intake.questionnaire.model import Question
from intake.treatment.note_words import rows_of

ASKED = [
    pytest.param(question, id=f"{questionnaire.code}-{question.code}")
    for questionnaire in (NEW_PATIENT, VISIT_UPDATE, CHECK_IN)
    for question in questionnaire.questions
    if any(choice.value == "none" for choice in question.choices)
]
GENDERED = re.compile(r"\bningun[oa]s?\b", re.IGNORECASE)


@pytest.mark.parametrize("question", ASKED)
def test_nothing_has_no_gender(question: Question) -> None:
    with translation.override("es"):
        said = gettext(question.labels["none"])
    assert said != question.labels["none"] or said == "No"
    assert not GENDERED.search(said)


def test_no_reaction_agrees_with_its_noun() -> None:
    with translation.override("es"):
        assert dict(rows_of({"has_reactions": "no"}))["Reacción"] == "Ninguna"
