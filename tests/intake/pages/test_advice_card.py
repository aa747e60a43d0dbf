"""Until a practitioner has read the form: one card by topic, and nothing that promises a treatment."""

import re
from datetime import date
from typing import Any

import pytest

from intake.pages import advice_card
from intake.pages.advice_card import OTHER, STRONGER, TOPICS, topic_of, topics
from intake.questionnaire import NEW_PATIENT
from intake.screening import RULE_SETS, RULES, Tier, read, screen
from tests.support.answers import Answers as Form

SPEAKING = [r for r in {r.code: r for s in RULE_SETS.values() for r in s.rules}.values() if r.advice]
# Words that say as a fact that somebody will be treated.
PROMISE = re.compile(
    r"\bwe(?: will|’ll|'ll)? (?:treat|start|begin|needle|rebook|place needles|plan a)\b"
    r"|\bwe can (?:treat|begin|start|use)\b"
    r"|\bexpect (?:a|more)\b|\b(?:before|at|after) your treatment\b",
    re.IGNORECASE,
)


def card(answers: Form, **changes: Any) -> dict[str, tuple[str, ...]]:
    given = read(NEW_PATIENT, answers(**changes), on=date(2026, 3, 3)).answers
    found = screen(given, on=date(2026, 3, 3)).findings
    return {one.title: one.lines for one in topics(NEW_PATIENT, found)}


def test_every_rule_that_speaks_to_a_patient_has_a_topic() -> None:
    forms = (*RULE_SETS["new_patient"].rules, *RULE_SETS["visit_update"].rules)
    others = {rule.code for rule in forms if rule.advice and rule.tier is not Tier.EMERGENCY}
    assert {code for code in others if topic_of(code) == str(OTHER)} == set()
    named = [code for _title, codes in TOPICS for code in codes]
    assert len(named) == len(set(named))
    assert set(named) <= others
    assert STRONGER.keys() | frozenset().union(*STRONGER.values()) <= others


@pytest.mark.parametrize("rule", [r for r in SPEAKING if r in RULES], ids=lambda rule: rule.code)
def test_no_line_promises_a_treatment_before_anybody_has_decided(rule: Any) -> None:
    for line in rule.advice:
        said = re.sub(r"If we treat you, \w+ \w+", "", line.text)
        assert not PROMISE.search(said), line.text


def test_promises_are_noticed() -> None:
    for promise in (
        *("We will start gently.", "We can use the safer points.", "Expect a bit more bruising."),
        "We will talk about it before your treatment.",
    ):
        assert PROMISE.search(promise)


def test_a_stronger_line_silences_a_weaker_one_on_other_answers(answers: Form) -> None:
    # Warfarin out of range from the question, ibuprofen from the list: one line about the blood thinner.
    told = card(answers, blood_thinner="yes", inr_status="not_sure", med_types=["nsaid"], meds_list="ibuprofen")
    assert told["Blood thinners and bleeding"] == (
        "Keep taking your blood thinner. We will check a few facts before any needles.",
    )


def test_the_card_is_grouped_in_a_fixed_order_and_says_nothing_twice(answers: Form) -> None:
    told = card(
        answers,
        devices=["pacemaker"],
        allergies=["metal"],
        blood_thinner="yes",
        inr_status="in_range",
        needle_feelings="very_anxious",
        rf_clumsy="not_sure",
    )
    order = [str(title) for title, _codes in TOPICS]
    assert list(told) == [title for title in order if title in told]
    lines = [line for lines in told.values() for line in lines]
    assert len(lines) == len(set(lines))
    assert "We may call you to double-check one answer." not in lines


def test_silence_is_only_for_what_was_said(answers: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    before = card(answers, devices=["pacemaker"], needle_feelings="very_anxious")
    assert "You and needles" in before
    monkeypatch.setattr(advice_card, "STRONGER", {"implanted_electronic_device": frozenset({"needle_worry"})})
    assert "You and needles" not in card(answers, devices=["pacemaker"], needle_feelings="very_anxious")


def test_nobody_without_findings_gets_a_card(answers: Form) -> None:
    assert card(answers) == {}
