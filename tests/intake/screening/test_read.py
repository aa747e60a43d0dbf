"""A draft as typed: what counts, what is asked again, what is missing, and what was never asked."""

from collections.abc import Iterator
from typing import Any

import pytest

from intake.questionnaire import NEW_PATIENT, Kind, Question, Raw
from intake.questionnaire.expression import leaves, parse
from intake.screening import opened_by_text, read, screen
from intake.screening.form import codes_read
from tests.intake.questionnaire.typed import as_typed, typed, without
from tests.intake.screening.truth.case import ON

# Each show-if by hand: what opens the question, and what leaves it closed.
SHOWN_IF: dict[str, tuple[list[Any], list[Any]]] = {
    "minor_independent": ([{"age": 15}, {"age": 17}], [{"age": 14}, {"age": 18}]),
    "guardian_name": (
        [{"age": 17}, {"age": 17, "minor_independent": "no"}, {"age": 14, "minor_independent": "yes"}],
        [{"age": 18}, {"age": 15, "minor_independent": "yes"}],
    ),
    "guardian_phone": ([{"age": 17}], [{"age": 18}, {"age": 17, "minor_independent": "yes"}]),
    "guardian_present": ([{"age": 17}], [{"age": 18}, {"age": 17, "minor_independent": "yes"}]),
    "guardian_signature": ([{"age": 17}], [{"age": 18}, {"age": 17, "minor_independent": "yes"}]),
    "rf_head_neck": ([{"pain_areas": ["neck"]}], [{"pain_areas": ["upper_back"]}]),
    "rf_iv_drugs": (
        [{"rf_fever": value} for value in ("yes", "yes_gone", "not_sure")]
        + [{"rf_night_pain": value} for value in ("yes", "not_sure")]
        + [{"rf_weight_loss": value} for value in ("yes", "not_sure")],
        [{}, {"rf_weight_loss": "explained"}],
    ),
    "rf_infection_recent": (
        [{"rf_fever": value} for value in ("yes", "yes_gone", "not_sure")]
        + [{"rf_night_pain": value} for value in ("yes", "not_sure")]
        + [{"rf_weight_loss": value} for value in ("yes", "not_sure")],
        [{}, {"rf_weight_loss": "explained"}],
    ),
    "rf_procedure_recent": (
        [{"rf_fever": value} for value in ("yes", "yes_gone", "not_sure")]
        + [{"rf_night_pain": value} for value in ("yes", "not_sure")]
        + [{"rf_weight_loss": value} for value in ("yes", "not_sure")],
        [{}, {"rf_weight_loss": "explained"}],
    ),
    "organ_pain_checked": ([{"pain_areas": ["chest"]}, {"pain_areas": ["neck", "abdomen"]}], [{}]),
    "weak_checked": ([{"rf_leg_weak": "weeks_stable"}], [{"rf_leg_weak": "old_stable"}, {}]),
    "needled_recent": ([{"rf_fever": value} for value in ("yes", "yes_gone", "not_sure")], [{}]),
    "skin_area": ([{"skin": ["shingles"]}, {"skin": ["none", "scars_fragile"]}], [{"skin": ["none"]}, {"skin": None}]),
    "cancer_treatment": ([{"conditions": ["cancer_now"]}, {"conditions": ["cancer_past"]}], [{}]),
    "lymph_side": ([{"conditions": ["lymphedema"]}], [{"conditions": ["cancer_now"]}]),
    "inr_status": (
        [
            {"blood_thinner": "yes"},
            {"blood_thinner": "not_sure"},
            {"meds_list": "warfarin"},
            {"anything_else": "Coumadin"},
        ],
        [{"blood_thinner": "stopped_recent"}, {"meds_list": "Eliquis"}, {"meds_list": "no warfarin"}],
    ),
    "rf_bleeding_now": (
        [{"blood_thinner": value} for value in ("yes", "not_sure", "stopped_recent")]
        + [{"med_types": ["antiplatelet"]}, {"med_types": ["nsaid_most_days"]}]
        + [{"meds_list": text} for text in ("Eliquis", "stopped Eliquis 3 days ago", "Plavix")],
        [{"blood_thinner": "stopped_past"}, {"med_types": ["aspirin_daily"]}, {"meds_list": "stopped Eliquis in 2019"}],
    ),
    "allergies_other": ([{"allergies": ["latex"]}], [{}]),
    "pregnancy": ([{"age": 10}, {"age": 60}], [{"age": 9}, {"age": 61}]),
    "pregnancy_weeks": ([{"pregnancy": "yes"}], [{"pregnancy": "maybe"}]),
    "pregnancy_warning": (
        [{"pregnancy": "yes"}, {"pregnancy": "maybe"}],
        [{"pregnancy": "trying"}, {"age": 61, "pregnancy": "yes"}],
    ),
    "postpartum_warning": ([{"pregnancy": "postpartum"}], [{"pregnancy": "yes"}]),
    "early_preg_warning": ([{"pregnancy": "trying"}, {"pregnancy": "prefer_not"}], [{"pregnancy": "maybe"}]),
    "injection_when": ([{"treatments_tried": ["injection"]}], [{"treatments_tried": ["surgery"]}]),
    "acupuncture_reaction": ([{"treatments_tried": ["acupuncture"]}], [{}]),
    "reaction_detail": (
        [{"treatments_tried": ["acupuncture"], "acupuncture_reaction": value} for value in ("moderate", "severe")],
        [{"treatments_tried": ["acupuncture"], "acupuncture_reaction": "mild"}, {"acupuncture_reaction": "severe"}],
    ),
    "imaging_when": ([{"imaging": ["mri"]}], [{}]),
    "provider_contact": ([{"share_permission": "yes"}], [{"share_permission": "no"}, {}]),
}

CONDITIONAL = [question for question in NEW_PATIENT.questions if question.show_if != "always"]


def wrong(question: Question) -> Raw:
    """Something that cannot be read as an answer to this question."""
    if question.kind in {Kind.TEXT, Kind.LONG_TEXT}:
        return "x" * 5000
    return ["no such choice"] if question.is_many else "no such answer"


def some_answer(question: Question) -> Raw:
    if question.choices:
        last = question.choices[-1].value
        return [last] if question.is_many else last
    return {Kind.NUMBER: "7", Kind.PHONE: "213-555-0100"}.get(question.kind, "word")


def toggles() -> Iterator[tuple[str, str, Raw]]:
    """Every value of every question that some show-if reads."""
    for child in CONDITIONAL:
        for parent in sorted({code for leaf in leaves(parse(child.show_if)) for code in codes_read(leaf)}):
            question = NEW_PATIENT.question(parent)
            values: list[Raw] = [""]
            if question.kind is Kind.DATE:
                values = [as_typed(parent, f"{ON.year - age}-03-16") for age in (9, 10, 14, 15, 17, 18, 60, 61)]
            elif question.is_many:
                values = [[], *([value] for value in sorted(question.values)), sorted(question.values)]
            else:
                values += sorted(question.values)
            for value in values:
                yield child.code, parent, value


def test_every_conditional_question_stands_in_the_table() -> None:
    assert {question.code for question in CONDITIONAL} == set(SHOWN_IF)


@pytest.mark.parametrize("code", SHOWN_IF)
def test_a_question_is_shown_only_where_it_is_needed(code: str) -> None:
    opens, stays_closed = SHOWN_IF[code]
    assert [changes for changes in opens if code not in read(NEW_PATIENT, typed(**changes), on=ON).shown] == []
    assert [changes for changes in stays_closed if code in read(NEW_PATIENT, typed(**changes), on=ON).shown] == []


@pytest.mark.parametrize(("child", "parent", "value"), [*toggles()])
def test_a_hidden_question_is_never_validated_kept_or_missed(child: str, parent: str, value: Raw) -> None:
    question = NEW_PATIENT.question(child)
    draft = typed() | {parent: value, child: wrong(question)}
    reading = read(NEW_PATIENT, draft, on=ON)
    assert (child in reading.problems) is (child in reading.shown)
    assert {*reading.answers, *reading.problems, *reading.missing} <= reading.shown
    kept = read(NEW_PATIENT, draft | {child: some_answer(question)}, on=ON)
    assert (child in kept.answers) is (child in kept.shown)
    empty = read(NEW_PATIENT, without(draft, child), on=ON)
    assert (child in empty.missing) is (child in empty.shown and question.required)


@pytest.mark.parametrize(("child", "parent", "value"), [*toggles()])
def test_the_form_and_the_rules_agree_on_what_is_shown(child: str, parent: str, value: Raw) -> None:
    draft = typed() | {parent: value, child: some_answer(NEW_PATIENT.question(child))}
    reading = read(NEW_PATIENT, draft, on=ON)
    result = screen(reading.answers, on=ON)
    assert result.shown == reading.shown
    assert result.unanswered == reading.missing


def test_a_draft_that_was_just_begun_misses_everything_and_has_no_problem() -> None:
    reading = read(NEW_PATIENT, {}, on=ON)
    required = [question for question in NEW_PATIENT.main_questions if question.required]
    assert reading.missing == tuple(question.code for question in required if question.show_if == "always")
    assert (reading.answers, reading.problems) == ({}, {})


def test_a_wrong_answer_is_a_problem_and_not_also_missing() -> None:
    reading = read(NEW_PATIENT, typed() | {"phone": "12"}, on=ON)
    assert list(reading.problems) == ["phone"]
    assert reading.missing == ()
    assert "phone" not in reading.answers


def test_a_none_ticked_with_an_illness_is_asked_about_and_screened_meanwhile() -> None:
    reading = read(NEW_PATIENT, typed(conditions=["none", "lung_disease"]), on=ON)
    assert reading.problems == {"conditions": "You chose “none” and something else. Clear one of them."}
    assert reading.answers["conditions"] == ["none", "lung_disease"]
    assert screen(reading.answers, on=ON).codes == {"lung_disease", "answers_conflict"}


def test_a_text_that_is_too_long_is_screened_as_far_as_it_may_go() -> None:
    reading = read(NEW_PATIENT, typed() | {"anything_else": "I want to die. " + "x" * 4000}, on=ON)
    assert list(reading.problems) == ["anything_else"]
    assert screen(reading.answers, on=ON).codes == {"crisis_words"}


def test_answers_stand_in_the_order_of_the_form_whatever_was_typed_first() -> None:
    turned = dict(reversed(typed().items()))
    order = [question.code for question in NEW_PATIENT.questions]
    codes = list(read(NEW_PATIENT, turned, on=ON).answers)
    assert codes == sorted(codes, key=order.index)


def test_fields_that_no_question_has_are_passed_over() -> None:
    assert read(NEW_PATIENT, typed() | {"csrf": "x", "age": "12"}, on=ON) == read(NEW_PATIENT, typed(), on=ON)


# ——— a page that only shows does not search free text


def test_only_what_bleeding_asks_depends_on_free_text() -> None:
    assert opened_by_text(NEW_PATIENT) == {"inr_status", "rf_bleeding_now"}


def test_unread_text_opens_nothing() -> None:
    raw = typed(meds_list="warfarin 5 mg")
    whole, unread = read(NEW_PATIENT, raw, on=ON), read(NEW_PATIENT, raw, on=ON, scan=False)
    assert (whole.text.med("ANTICOAG"), unread.text.med("ANTICOAG")) == (True, False)
    assert whole.shown - unread.shown == {"inr_status", "rf_bleeding_now"}
