"""The questions and answers as FHIR R4: valid to a stranger's validator, and nothing is lost on the way and back."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from fhir.resources.R4B.questionnaire import Questionnaire as Validated
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse

from clinic.demo.forms import born, typed
from intake.questionnaire import CHECK_IN, NEW_PATIENT, QUESTIONNAIRES, VISIT_UPDATE, Questionnaire
from intake.questionnaire.fhir import questionnaire_resource, response_resource
from intake.screening import Record, Screening, read, screen
from intake.screening.form import form_of
from tests.intake.screening.truth.case import ON
from tests.intake.screening.truth.later import CASES
from tests.intake.screening.truth.later.judge import record_before
from tests.support.fhir_answers import answers_of

AT = datetime(2026, 3, 3, 18, 30, tzinfo=UTC)
DAY = date(2026, 3, 3)

# Five of the cast, as they type.
CAST: dict[str, dict[str, Any]] = {
    "ana": typed(),
    "zed": typed(full_name="Zed Invented", blood_thinner="yes", inr_status="in_range", devices=["pacemaker"]),
    "milo": typed(full_name="Milo Inventado", meds_list="warfarina 5 mg\nglipizida", conditions=["diabetes", "copd"]),
    "sven": typed(
        full_name="Sven Påhittad", rf_saddle_numb="yes", pain_now="9", anything_else="line\nbreaks  and\ttabs"
    ),
    "nia": typed(full_name="Nia Young", date_of_birth=born(2011, 5, 1), form_filler="parent", guardian_name="Pia Old"),
}


def signature(screening: Screening) -> list[tuple[Any, ...]]:
    return [(one.code, one.tier, one.because, one.advice, one.icd10) for one in screening.findings]


def there_and_back(questionnaire: Questionnaire, answers: dict[str, Any]) -> dict[str, Any]:
    response = response_resource(questionnaire, answers, ref="BCDF2345", authored=AT)
    checked = QuestionnaireResponse.model_validate(response).model_dump(mode="json", exclude_none=True)
    return answers_of(checked, questionnaire)


@pytest.mark.parametrize("code", sorted(QUESTIONNAIRES))
def test_a_questionnaire_is_valid_and_whole(code: str) -> None:
    questionnaire = QUESTIONNAIRES[code]
    resource = questionnaire_resource(questionnaire)
    Validated.model_validate(resource)
    questions = [item for group in resource["item"] for item in group["item"]]
    assert [item["linkId"] for item in questions] == [
        q.code for q in (*questionnaire.questions, *questionnaire.from_visit)
    ]
    links = [group["linkId"] for group in resource["item"]] + [item["linkId"] for item in questions]
    assert len(links) == len(set(links))
    shown = {
        item["linkId"]: ext["valueString"]
        for item in questions
        for ext in item.get("extension", ())
        if "show-if" in ext["url"]
    }
    assert shown == {
        q.code: q.show_if for q in (*questionnaire.questions, *questionnaire.from_visit) if q.show_if != "always"
    }


@pytest.mark.parametrize("who", sorted(CAST))
def test_the_cast_round_trip_to_the_same_answers_and_findings(who: str) -> None:
    answers = read(NEW_PATIENT, CAST[who], on=DAY).answers
    back = there_and_back(NEW_PATIENT, answers)
    assert back == answers
    assert signature(screen(back, on=DAY)) == signature(screen(answers, on=DAY))


def test_the_cast_is_worth_asking() -> None:
    fired = {who: screen(read(NEW_PATIENT, raw, on=DAY).answers, on=DAY).codes for who, raw in CAST.items()}
    assert fired["ana"] == frozenset()
    assert all(fired[who] for who in ("zed", "milo", "sven"))


@pytest.mark.parametrize("questionnaire", [VISIT_UPDATE, CHECK_IN], ids=lambda one: one.code)
def test_updates_and_check_ins_round_trip_over_their_truth_table(questionnaire: Questionnaire) -> None:
    rows = [case for case in CASES if case.form == questionnaire.code][::12]
    assert len(rows) > 5
    for case in rows:
        answers = form_of(questionnaire).valid(case.answers(), ON)
        back = there_and_back(questionnaire, answers)
        assert back == answers, case.id
        record = record_before(case)
        assert signature(_screened(questionnaire, back, record)) == signature(_screened(questionnaire, answers, record))


def _screened(questionnaire: Questionnaire, answers: dict[str, Any], record: Record) -> Screening:
    return screen(answers, on=ON, questionnaire=questionnaire, record=record)


def test_a_question_that_is_gone_keeps_its_answer() -> None:
    answers = {"full_name": "Ana", "shoe_size": 38, "colors": ["red", "blue"], "since": "spring"}
    assert there_and_back(NEW_PATIENT, answers) == answers


def test_a_response_says_under_which_version_it_was_answered() -> None:
    response = response_resource(NEW_PATIENT, {}, ref="B", authored=AT, version="2.0")
    assert response["questionnaire"] == "urn:clinic:questionnaire:new_patient|2.0"
    assert "item" not in response
    assert answers_of(response, NEW_PATIENT) == {}


def test_a_response_to_another_form_is_refused() -> None:
    response = response_resource(CHECK_IN, {}, ref="B", authored=AT)
    with pytest.raises(ValueError, match="not new_patient"):
        answers_of(response, NEW_PATIENT)
