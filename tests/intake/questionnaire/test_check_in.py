"""The check-in as data."""

import pytest

from intake.questionnaire import CHECK_IN, NEW_PATIENT, clean
from intake.questionnaire.cleaning import AnswerError
from tests.intake.screening.truth.case import ON
from tests.intake.screening.truth.later.case import AFTER

GERMS = ("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent")


def test_all_but_the_last_text_is_required() -> None:
    assert [question.code for question in CHECK_IN.questions if not question.required] == ["fu_text"]


def test_its_questions_are_those_of_the_specification() -> None:
    asked = [question.code for question in CHECK_IN.questions]
    own = [code for code in AFTER if code.startswith("fu_")]
    assert sorted(asked) == sorted((*own, "fu_preg", "fu_text", *GERMS))


def test_what_a_fever_opens_is_asked_in_the_words_of_the_full_form() -> None:
    for code in GERMS:
        again, first = CHECK_IN.question(code), NEW_PATIENT.question(code)
        assert (again.wording, again.choices, again.private) == (first.wording, first.choices, first.private)
        assert again.show_if == "fu_fever in {yes, not_sure}"


def test_the_record_of_the_visit_is_asked_of_nobody() -> None:
    assert {"visit_areas", "hours_since_visit"} <= CHECK_IN.answerable.keys()
    assert not {"visit_areas", "hours_since_visit"} & {question.code for question in CHECK_IN.questions}


def test_it_reads_three_answers_of_the_last_full_form() -> None:
    assert [question.code for question in CHECK_IN.from_intake] == ["date_of_birth", "pain_now", "pregnancy"]
    assert CHECK_IN.carried == ()


def test_no_with_something_else_is_asked_about_and_the_rest_counts() -> None:
    question = CHECK_IN.question("fu_meds")
    assert clean(question, ["no"], on=ON) == ["no"]
    with pytest.raises(AnswerError, match="none") as asked:
        clean(question, ["no", "seizure"], on=ON)
    assert asked.value.answer == ["no", "seizure"]
