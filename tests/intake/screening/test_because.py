"""What a practitioner is shown as the reason: the answers that fired a rule, and the words in the text."""

import pytest

from intake.screening import screen
from tests.intake.screening.truth import CASES, ON
from tests.intake.screening.truth.judge import prepared

HEALTHY = prepared(next(case for case in CASES if case.group == "healthy"))


def test_no_rule_fires_without_a_reason_that_is_shown() -> None:
    bare = [
        f"{case.group}: {finding.code}"
        for case in CASES[::3]
        for finding in screen(prepared(case), on=ON).findings
        if not (finding.because or finding.facts)
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("text", "code", "words", "status"),
    [
        ("stopped Eliquis 3 days ago", "blood_thinner_stopped", "Eliquis", "past_recent"),
        ("no Eliquis", "text_hit_review", "Eliquis", "negated"),
        ("seizure as a child in 1990", "seizure_remote", "seizure", "remote"),
        ("chemo finished 3 weeks ago", "neutropenia_risk", "chemo", "past_6w"),
        ("I do not want to kill myself", "crisis_words_check", "kill myself", "negated"),
    ],
)
def test_words_that_are_not_of_today_are_shown_with_what_they_say(
    text: str, code: str, words: str, status: str
) -> None:
    findings = {finding.code: finding for finding in screen({**HEALTHY, "anything_else": text}, on=ON).findings}
    assert findings[code].because == {"anything_else": text}
    assert [(hit.text, str(hit.status)) for hit in findings[code].matched] == [(words, status)]


@pytest.mark.parametrize(
    ("changes", "code", "because"),
    [
        (
            {"conditions": ["osteoporosis", "heart_disease"]},
            "osteoporosis",
            {"conditions": ["osteoporosis"]},
        ),
        (
            {"conditions": ["osteoporosis", "heart_disease", "kidney_disease"]},
            "cardio_renal_liver",
            {"conditions": ["kidney_disease", "heart_disease"]},
        ),
        # what contradicts a missing tick shows the list that lacks it
        (
            {"conditions": ["osteoporosis"], "med_types": ["insulin_sugar"], "meds_list": None},
            "answers_conflict",
            {"conditions": ["osteoporosis"], "med_types": ["insulin_sugar"]},
        ),
        # a None beside an illness is shown whole
        (
            {"conditions": ["none", "osteoporosis"]},
            "answers_conflict",
            {"conditions": ["none", "osteoporosis"]},
        ),
    ],
)
def test_of_a_list_only_the_ticks_that_fired_are_quoted(
    changes: dict[str, object], code: str, because: dict[str, object]
) -> None:
    answers = {key: value for key, value in {**HEALTHY, **changes}.items() if value is not None}
    findings = {finding.code: finding for finding in screen(answers, on=ON).findings}
    assert {
        key: sorted(value) if isinstance(value, list) else value for key, value in findings[code].because.items()
    } == {key: sorted(value) if isinstance(value, list) else value for key, value in because.items()}


def test_the_items_of_a_list_that_were_not_read_are_told() -> None:
    answers = {**HEALTHY, "meds_list": "amlodipine, Zyvotrex 2 mg, Qudra forte"}
    (finding,) = screen(answers, on=ON).findings
    assert (finding.code, [item.text for item in finding.not_read]) == (
        "medicine_not_read",
        ["Zyvotrex 2 mg", "Qudra forte"],
    )


def test_a_medicine_that_points_at_a_condition_is_among_the_words() -> None:
    (finding,) = screen({**HEALTHY, "meds_list": "carvedilol 25, furosemide 40"}, on=ON).findings
    assert finding.code == "answers_conflict"
    assert [hit.text for hit in finding.matched] == ["carvedilol", "furosemide"]
    assert finding.facts[0] == (
        "Named: carvedilol, furosemide. Often given for: Heart disease (not just high cholesterol). "
        "It is not ticked: ask."
    )
