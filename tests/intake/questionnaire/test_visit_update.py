"""The visit update as data: what is carried over, when it is asked again, and how its screens are laid out."""

from typing import Any

import pytest

from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES, VISIT_UPDATE
from intake.questionnaire.carried import BEFORE
from tests.intake.screening.truth.later.update_shown import AGING, DANGER_SIGNS, TODAY

NUMBERS = ("pain_now", "peg_pain", "peg_enjoy", "peg_activity")
CARRIED = {
    *("pain_areas", "pain_trend", "rf_head_neck", "rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent"),
    *("organ_pain_checked", "weak_checked", "skin", "skin_area", "blood_thinner", "med_types", "meds_list"),
    *("inr_status", "rf_bleeding_now", "pregnancy", "pregnancy_weeks", "pregnancy_warning", "postpartum_warning"),
    *("early_preg_warning", "anything_else", "injection_when"),
    *DANGER_SIGNS,
    *AGING,
    *NUMBERS,
}


def test_what_is_carried_over_is_that_of_the_specification() -> None:
    assert {question.code for question in VISIT_UPDATE.carried} == CARRIED
    assert len(CARRIED) == 47
    new = [question.code for question in VISIT_UPDATE.questions if question.code not in CARRIED]
    assert new == ["day_new_event", *TODAY]


def test_a_carried_question_is_asked_in_the_same_words() -> None:
    for question in VISIT_UPDATE.carried:
        first = NEW_PATIENT.question(question.code)
        same: Any = (question.wording, question.choices, question.kind, question.required, question.private)
        assert same == (first.wording, first.choices, first.kind, first.required, first.private)
        assert question.red_flag is first.red_flag


def test_the_record_knows_when_this_clinic_needled() -> None:
    assert "needled_recent" not in VISIT_UPDATE
    assert "hours_since_visit" not in VISIT_UPDATE
    assert "hours_since_visit" in VISIT_UPDATE.answerable


def test_only_what_ages_and_the_numbers_have_a_show_if_of_its_own() -> None:
    changed = {q.code for q in VISIT_UPDATE.carried if q.show_if != NEW_PATIENT.question(q.code).show_if}
    assert changed == {*AGING, "injection_when", *NUMBERS}


def test_a_red_flag_may_stand_only_after_a_no() -> None:
    for question in VISIT_UPDATE.carried:
        if question.red_flag:
            before = f"{BEFORE}{question.code}"
            assert question.anew_if == (f"picked({before})" if question.is_many else f"NOT {before} = no")
        else:
            assert bool(question.anew_if) is (question.code in ("devices", "spine_dx", *NUMBERS))


def test_the_numbers_come_last_and_never_stand() -> None:
    assert [question.code for question in VISIT_UPDATE.screens[-1].questions] == [*NUMBERS]
    assert {question.anew_if for question in VISIT_UPDATE.screens[-1].questions} == {"always"}
    assert "numbers_due" in VISIT_UPDATE.answerable
    assert "numbers_due" not in VISIT_UPDATE


def test_only_the_last_text_is_added_to() -> None:
    assert [question.code for question in VISIT_UPDATE.questions if question.appended] == ["anything_else"]


def test_what_ages_is_asked_on_a_screen_of_its_own() -> None:
    screens = [screen for screen in VISIT_UPDATE.screens if {q.code for q in screen.questions} & {*AGING}]
    assert [len(screen.questions) for screen in screens] == [1] * len(AGING)


DANGERS = ("update_chest", "update_head", "update_legs", "update_body", "update_falls", "update_germs")


def test_the_red_flags_come_first() -> None:
    flags = [number for number, screen in enumerate(VISIT_UPDATE.screens) if screen.has_red_flag]
    assert flags[:6] == list(range(6))


def test_what_is_no_red_flag_stands_with_none() -> None:
    """So that "Still no to all of these" is one tap wherever a person was well."""
    mixed = [screen for screen in VISIT_UPDATE.screens if screen.has_red_flag and screen.code in DANGERS]
    others = {q.code for screen in mixed for q in screen.questions if not q.red_flag}
    assert (len(mixed), others) == (len(DANGERS), {"weak_checked", "rf_procedure_recent"})


@pytest.mark.parametrize("code", ["visit_update", "check_in"])
def test_every_screen_says_what_it_is_for_and_every_question_why(code: str) -> None:
    questionnaire = QUESTIONNAIRES[code]
    assert [each.code for each in questionnaire.screens if not each.title or not each.intro] == []
    assert [question.code for question in questionnaire.known.values() if not question.wording] == []
    assert [question.code for question in questionnaire.questions if not question.why] == []
