"""What the rules read is worked out from the rules: no answer outside it can move a finding."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from intake.questionnaire import NEW_PATIENT
from intake.screening import RULE_SETS, screen
from intake.screening.read_codes import read_codes, safety_answers, safety_codes
from tests.intake.screening.test_properties import an_answer, forms, unhurried
from tests.intake.screening.truth.case import ON

UNREAD = sorted(question.code for question in NEW_PATIENT.questions if question.code not in read_codes(NEW_PATIENT))


def test_every_question_that_a_rule_says_it_reads_is_among_them() -> None:
    named = {code for rule in RULE_SETS["new_patient"].rules for code in rule.questions if code in NEW_PATIENT}
    assert named - read_codes(NEW_PATIENT) == set()


def test_the_birth_date_is_read_and_a_name_or_a_signature_is_not() -> None:
    assert "date_of_birth" in read_codes(NEW_PATIENT)
    assert {"full_name", "phone", "signature", "guardian_signature"} & safety_codes(NEW_PATIENT) == set()


def test_what_asks_more_about_an_answer_counts_though_no_rule_reads_it() -> None:
    assert {"lymph_side", "pregnancy_weeks"} <= safety_codes(NEW_PATIENT) - read_codes(NEW_PATIENT)


def test_a_rule_that_reads_one_question_more_makes_it_count() -> None:
    rules = RULE_SETS["new_patient"]
    longer = replace(rules, rules=(*rules.rules, replace(rules.rules[0], code="made_up", when="pain_now >= 9")))
    assert read_codes(NEW_PATIENT, longer) - read_codes(NEW_PATIENT) == {"pain_now"}


def test_safety_answers_leave_the_rest_out() -> None:
    answers: dict[str, Any] = {"full_name": "Ana", "seizure": "no", "date_of_birth": "1985-06-01"}
    assert safety_answers(NEW_PATIENT, answers) == {"seizure": "no", "date_of_birth": "1985-06-01"}


@given(answers=forms, code=st.sampled_from(UNREAD), data=st.data())
@unhurried
def test_no_answer_outside_what_is_read_moves_a_finding(answers: dict[str, Any], code: str, data: Any) -> None:
    other = answers | {code: data.draw(an_answer(NEW_PATIENT.question(code)))}
    assert screen(other, on=ON).findings == screen(answers, on=ON).findings
