"""What other programs read, to the letter: the printed finding, the printed questionnaire, the order of the tiers."""

import json
import re
from datetime import date
from itertools import product

import pytest

from clinic.birth_dates import OLDEST
from intake.questionnaire import NEW_PATIENT, Choice, Kind, Question, Questionnaire, Screen, Step
from intake.questionnaire.export import as_json, as_text
from intake.screening import RULES, RULESET, Tier, batch, read, screen
from intake.screening.text import clauses

DAY = date(2026, 3, 3)

SORE = Question(
    code="sore",
    wording="Is it sore?",
    kind=Kind.ONE,
    choices=(Choice("no", "No"), Choice("yes", "Yes")),
    required=True,
    why="Baseline",
    red_flag=True,
)
MUCH = Question(
    code="much",
    wording="How much?",
    kind=Kind.NUMBER,
    show_if="sore = yes",
    private=True,
    minimum=1,
    maximum=9,
    hint="1",
)
SMALL = Questionnaire(
    code="small",
    title="Small form",
    version="7",
    steps=(
        Step(code="one", title="One", intro="Hello", screens=(Screen("first", "First", (SORE,)),)),
        Step(code="two", title="Two", optional=True, screens=(Screen("second", "Second", (MUCH,)),)),
    ),
)


def test_a_questionnaire_is_printed_with_these_very_keys() -> None:
    assert as_json(SMALL) == {
        "code": "small",
        "title": "Small form",
        "version": "7",
        "steps": [
            {
                "code": "one",
                "title": "One",
                "intro": "Hello",
                "optional": False,
                "screens": [{"code": "first", "number": 1, "title": "First", "questions": ["sore"]}],
            },
            {
                "code": "two",
                "title": "Two",
                "intro": "",
                "optional": True,
                "screens": [{"code": "second", "number": 2, "title": "Second", "questions": ["much"]}],
            },
        ],
        "questions": [
            {
                "code": "sore",
                "step": "one",
                "screen": 1,
                "wording": "Is it sore?",
                "hint": "",
                "type": "one",
                "choices": [{"value": "no", "label": "No"}, {"value": "yes", "label": "Yes"}],
                "minimum": None,
                "maximum": None,
                "required": True,
                "show_if": "always",
                "private": False,
                "red_flag": True,
                "why": "Baseline",
            },
            {
                "code": "much",
                "step": "two",
                "screen": 2,
                "wording": "How much?",
                "hint": "1",
                "type": "number",
                "choices": [],
                "minimum": 1,
                "maximum": 9,
                "required": False,
                "show_if": "sore = yes",
                "private": True,
                "red_flag": False,
                "why": "",
            },
        ],
    }


def test_a_questionnaire_is_read_as_text() -> None:
    assert as_text(SMALL).splitlines() == [
        "Small form, version 7",
        "",
        "One",
        "",
        "  sore: Is it sore?",
        "    one, required",
        "    - no: No",
        "    - yes: Yes",
        "",
        "Two",
        "",
        "  much: How much?",
        "    number, may be left empty, private, shown if sore = yes",
    ]


def test_a_finding_is_printed_with_these_very_keys() -> None:
    rule = next(rule for rule in RULES if rule.code == "anticoagulant")
    sitting = batch.Sitting(NEW_PATIENT, date(2026, 3, 3), {"meds_list": "eliquas 5 mg"})
    said = json.loads(json.dumps(batch.as_json(sitting.screen())))
    assert set(said) == {"tier", "ruleset", "findings", "unanswered"}
    assert (said["tier"], said["ruleset"]) == ("caution", RULESET)
    assert said["findings"][0] == {
        "code": "anticoagulant",
        "name": "Blood thinner",
        "tier": "caution",
        "because": {"meds_list": "eliquas 5 mg"},
        "matched": [
            {
                "field": "meds_list",
                "text": "eliquas",
                "name": "eliquis",
                "kind": "drug",
                "groups": ["ANTICOAG"],
                "status": "current",
                "possible": True,
                "near": "eliquas 5 mg",
            }
        ],
        "not_read": [],
        "facts": [],
        "why": rule.why,
        "action": rule.action,
        "advice": ["Keep taking your blood thinner. If we treat you, you may bruise more than others."],
        "contact": "none",
        "source": rule.source,
        "icd10": ["Z79.01"],
        "under": "",
    }


@pytest.mark.parametrize(("one", "other"), list(product(Tier, Tier)))
def test_tiers_stand_in_one_order(one: Tier, other: Tier) -> None:
    order = ["clear", "note", "caution", "hold", "emergency"]
    a, b = order.index(one.value), order.index(other.value)
    assert (one < other, one <= other, one > other, one >= other) == (a < b, a <= b, a > b, a >= b)


@pytest.mark.parametrize("compare", ["__lt__", "__le__", "__gt__", "__ge__"])
def test_a_tier_is_not_compared_with_a_word(compare: str) -> None:
    assert getattr(Tier.NOTE, compare)("zzz") is NotImplemented


@pytest.mark.parametrize(
    ("words", "goes"),
    [
        ("my insulin resistance is better", True),
        ("insulin every day", False),
        ("shingles vaccine in may", True),
        ("shingles on my back", False),
        ("roofing shingles fell", True),
        ("hoping get pregnant", False),
        ("trying to get pregnant", True),
        ("want to become pregnant", True),
        ("would like to be pregnant", True),
        ("become pregnant", False),
        ("planning pregnant", False),
        ("seizure free", True),
        ("xseizure free", False),
        ("seizure freely", False),
    ],
)
def test_what_only_looks_like_a_hit_is_taken_out(words: str, goes: bool) -> None:
    pattern = clauses._removal_pattern()
    assert isinstance(pattern, re.Pattern)
    assert (pattern.search(words) is not None) is goes


@pytest.mark.parametrize(
    ("said", "code", "matched"),
    [
        ("I have hemophilia", "bleeding_disorder", ("hemophilia", "hemophilia", "condition", "current")),
        ("I want to kill myself", "crisis_words", ("kill myself", "kill myself", "words", "current")),
        ("I take eliquis", "anticoagulant", ("eliquis", "eliquis", "drug", "current")),
    ],
)
def test_a_finding_shows_the_words_that_made_it(said: str, code: str, matched: tuple[str, ...]) -> None:
    found = {finding.code: finding for finding in screen({"anything_else": said}, on=DAY).findings}
    assert [(hit.text, hit.name, str(hit.kind), str(hit.status)) for hit in found[code].matched] == [matched]


def test_what_was_read_already_is_not_read_again() -> None:
    nothing_read = read(NEW_PATIENT, {}, on=DAY).text
    assert [finding.code for finding in screen({"anything_else": "I have hemophilia"}, on=DAY).findings] != []
    assert screen({"anything_else": "I have hemophilia"}, on=DAY, text=nothing_read).findings == ()


@pytest.mark.parametrize("age", [0, OLDEST])
def test_the_youngest_and_the_oldest_age_are_ages(age: int) -> None:
    (sitting,) = batch.sittings(json.dumps({"age": age}), lines=False, today=DAY)
    assert sitting.answers == {"age": age}


@pytest.mark.parametrize("empty", [None, "", []])
def test_an_empty_answer_hides_no_wrong_one(empty: object) -> None:
    with pytest.raises(batch.InputError) as refused:
        batch.sittings(json.dumps({"rf_chest": empty, "pain_now": empty, "nosuch": "yes"}), lines=False, today=DAY)
    assert str(refused.value) == 'There is no question "nosuch" in new_patient.'


def test_all_that_is_wrong_is_said_in_one_message() -> None:
    with pytest.raises(batch.InputError) as refused:
        batch.sittings(json.dumps({"one": "x", "two": "y"}), lines=False, today=DAY)
    assert str(refused.value) == (
        'There is no question "one" in new_patient. There is no question "two" in new_patient.'
    )
