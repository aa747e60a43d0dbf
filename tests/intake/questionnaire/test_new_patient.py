"""The new-patient intake as data: what is asked, in which order, and on which screens."""

from collections.abc import Mapping

import pytest

from intake.questionnaire import NEW_PATIENT, Kind
from intake.questionnaire.expression import Has, OneOf, leaves, parse
from intake.questionnaire.healthy import nothing_to_tell
from intake.screening import read, screen
from intake.screening.ruleset import NEW_PATIENT_RULES
from tests.intake.questionnaire.typed import typed
from tests.intake.screening.truth.case import HEALTHY, ON

STEPS = (
    ("about", "Who you are"),
    ("safety", "Safety questions"),
    ("pain", "Your back pain"),
    ("history", "Your health"),
    ("medicines", "Medicines and allergies"),
    ("pregnancy", "Pregnancy"),
    ("previous", "What you have tried"),
    ("needles", "Needles and advice"),
    ("else", "Anything else"),
    ("consent", "Consent"),
    ("extras", "Helpful extras (optional)"),
)

# Kept for the practitioner, read by no rule; an answer that means "no" is not listed.
READ_BY_NO_RULE = {
    "weak_checked": {"not_sure"},
    "organ_pain_checked": {"not_sure"},
    "cancer_treatment": {"radiation_6w", "immunotherapy", "other"},
    "lymph_side": {
        "left_arm",
        "right_arm",
        "left_leg",
        "right_leg",
        "left_breast_trunk",
        "right_breast_trunk",
        "other",
    },
    "spine_dx": {"fracture_old", "arthritis"},
    "surgery": {"other_older"},
    "treatments_tried": {
        "acupuncture",
        "injection",
        "physical_therapy",
        "chiropractic",
        "massage",
        "medicines",
        "other",
    },
    "injection_when": {"older"},
    "acupuncture_reaction": {"mild"},
    "needle_feelings": {"nervous"},
    "pain_areas": {"neck", "upper_back", "mid_back", "low_back", "other"},
    "med_types": {"supplements_herbs"},
    "allergies": {"medicine", "other"},
    "imaging": {"xray", "mri", "ct", "other"},
}


def shown_screens(**changes: str | int | list[str]) -> list[str]:
    shown = screen({**HEALTHY, **changes}, on=ON).shown
    return [
        each.code for each in NEW_PATIENT.main_screens if any(question.code in shown for question in each.questions)
    ]


def test_the_steps_are_those_of_the_form() -> None:
    assert tuple((step.code, step.title) for step in NEW_PATIENT.steps) == STEPS


def test_only_the_extras_come_after_the_form_is_sent() -> None:
    assert [step.code for step in NEW_PATIENT.steps if step.optional] == ["extras"]
    assert [
        question.code
        for question in NEW_PATIENT.questions
        if question.required and question not in NEW_PATIENT.main_questions
    ] == []


def test_everybody_is_asked_sixty_questions_at_most() -> None:
    assert sum(question.show_if == "always" for question in NEW_PATIENT.main_questions) <= 60


def test_who_has_nothing_to_tell_says_no_to_what_everybody_is_asked() -> None:
    told = nothing_to_tell(NEW_PATIENT)
    assert (told["rf_chest"], told["devices"]) == ("no", ["none"])
    always = {question.code for question in NEW_PATIENT.questions if question.required and question.show_if == "always"}
    # What has no "no" stands in a healthy form by its own words; what only some people are asked is not answered.
    assert {"full_name", "pregnancy", "rf_iv_drugs"}.isdisjoint(told)
    assert set(told) < always


def test_the_red_flags_come_right_after_name_and_phone() -> None:
    first, second = NEW_PATIENT.screen(1), NEW_PATIENT.screen(2)
    assert {"full_name", "date_of_birth", "phone", "email"} <= {question.code for question in first.questions}
    assert second.has_red_flag
    assert [NEW_PATIENT.step_of(number).code for number in range(2, 7)] == ["safety"] * 5


def test_a_screen_with_red_flags_asks_at_most_four_questions_at_once() -> None:
    for each in NEW_PATIENT.screens:
        if each.has_red_flag:
            here = {question.code for question in each.questions}
            reads = [{code for leaf in leaves(parse(q.show_if)) for code in leaf.codes} for q in each.questions]
            assert sum(here.isdisjoint(codes) for codes in reads) <= 4, each.code


def test_a_question_that_follows_up_an_answer_stands_right_below_it() -> None:
    """It opens on the same page, so that nobody has to look for it."""
    places = {question.code: place for place, question in enumerate(NEW_PATIENT.questions)}
    for child, parent in (
        ("organ_pain_checked", "pain_areas"),
        ("weak_checked", "rf_leg_weak"),
        ("needled_recent", "rf_fever"),
    ):
        assert places[child] == places[parent] + 1
        assert NEW_PATIENT.number_of(child) == NEW_PATIENT.number_of(parent)


def test_every_screen_is_walked_once() -> None:
    walked = [each.code for each in NEW_PATIENT.screens]
    assert sorted(walked) == sorted(each.code for step in NEW_PATIENT.steps for each in step.screens)
    assert NEW_PATIENT.extra_screens == NEW_PATIENT.screens[-len(NEW_PATIENT.extra_screens) :]


def test_the_steps_of_an_uncomplicated_patient_have_one_to_four_screens_each() -> None:
    shown = set(shown_screens())
    counts = [sum(each.code in shown for each in step.screens) for step in NEW_PATIENT.steps if not step.optional]
    assert {*counts} <= {1, 2, 3, 4}


def test_an_uncomplicated_patient_walks_at_most_25_screens() -> None:
    assert len(shown_screens()) == 21


@pytest.mark.parametrize(
    ("changes", "opened"),
    [
        ({"rf_night_pain": "yes"}, "safety_germs"),
        ({"blood_thinner": "yes"}, "medicines_bleeding"),
        ({"pregnancy": "yes"}, "pregnancy_warning"),
        ({"treatments_tried": ["acupuncture"]}, "previous_results"),
    ],
)
def test_some_screens_open_only_for_those_who_need_them(changes: Mapping[str, str | list[str]], opened: str) -> None:
    assert (opened in shown_screens(), opened in shown_screens(**changes)) == (False, True)


def test_a_screen_with_nothing_to_ask_is_skipped_by_age() -> None:
    assert "pregnancy" not in shown_screens(age=61)


def test_a_number_of_a_screen_leads_back_to_its_questions() -> None:
    numbers = [NEW_PATIENT.number_of(question.code) for question in NEW_PATIENT.questions]
    assert all(
        question in NEW_PATIENT.screen(number).questions
        for question, number in zip(NEW_PATIENT.questions, numbers, strict=True)
    )
    assert min(numbers) == 1
    assert max(numbers) == len(NEW_PATIENT.screens)


@pytest.mark.parametrize("number", [0, -1, 99])
def test_there_is_no_screen_outside_the_form(number: int) -> None:
    with pytest.raises(IndexError):
        NEW_PATIENT.screen(number)


def test_an_unknown_question_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        NEW_PATIENT.question("shoe_size")
    assert "shoe_size" not in NEW_PATIENT
    assert "rf_chest" in NEW_PATIENT


def test_identity_is_who_the_person_is_and_nothing_medical() -> None:
    identity = {question.code for question in NEW_PATIENT.questions if question.identity}
    assert identity >= {"full_name", "date_of_birth", "phone", "email"}
    read = {code for rule in NEW_PATIENT_RULES.rules for code in rule.questions}
    assert identity & read == {"date_of_birth"}
    assert not any(question.red_flag or question.scanned for question in NEW_PATIENT.questions if question.identity)


def test_private_questions_are_injection_and_pregnancy() -> None:
    assert [question.code for question in NEW_PATIENT.questions if question.private] == [
        "rf_iv_drugs",
        "pregnancy",
        "pregnancy_weeks",
        "pregnancy_warning",
        "postpartum_warning",
        "early_preg_warning",
    ]


def test_red_flags_are_required_taps_that_can_be_unsure() -> None:
    flags = [question for question in NEW_PATIENT.questions if question.red_flag]
    assert len(flags) == 21
    assert [flag.code for flag in flags if not flag.required] == []
    unsure = {"not_sure", "prefer_not"}
    assert [flag.code for flag in flags if not flag.values & unsure] == []


def test_lists_of_illnesses_can_be_denied_in_one_tap() -> None:
    lists = [
        question.code for question in NEW_PATIENT.questions if question.kind is Kind.MANY and not question.has_none
    ]
    assert lists == ["lymph_side"]


def test_every_choice_has_words_of_its_own() -> None:
    for question in NEW_PATIENT.questions:
        assert len(set(question.labels.values())) == len(question.choices), question.code
        assert all(question.labels.values()), question.code


def test_every_screen_says_what_it_is_about() -> None:
    assert [each.code for each in NEW_PATIENT.screens if not each.title or not each.intro] == []


def test_a_value_that_no_rule_reads_is_kept_on_purpose() -> None:
    rules = NEW_PATIENT_RULES
    trees = [rule.tree for rule in rules.rules] + [fact.tree for fact in rules.facts]
    named = {
        (leaf.code, value)
        for tree in trees
        for leaf in leaves(tree)
        if isinstance(leaf, OneOf | Has)
        for value in leaf.values
    }
    for question in NEW_PATIENT.main_questions:
        if question.identity or question.code == "imaging_when":
            continue
        silent = {value for value in question.values if (question.code, value) not in named} - {"no", "none", "fine"}
        assert silent == READ_BY_NO_RULE.get(question.code, set()), question.code


def test_the_pain_scale_keeps_its_published_wording() -> None:
    peg = [NEW_PATIENT.question(code) for code in ("peg_pain", "peg_enjoy", "peg_activity")]
    assert [question.wording for question in peg] == [
        "What number best describes your pain on average in the past week?",
        "What number best describes how, during the past week, pain has interfered with your enjoyment of life?",
        "What number best describes how, during the past week, pain has interfered with your general activity?",
    ]
    assert [(question.minimum, question.maximum) for question in peg] == [(0, 10)] * 3


def test_the_healthy_form_as_typed_is_complete() -> None:
    reading = read(NEW_PATIENT, typed(), on=ON)
    assert (reading.problems, reading.missing) == ({}, ())
