"""The linter: what it warns on, and what it leaves alone."""

from collections.abc import Mapping
from typing import Any

import pytest

from education.documents import normal
from education.linter import LintWarning, lint
from education.readability import grade, syllables, words_of
from tests.education.shelf import REFERENCES, WHOLE


def document(**changes: Any) -> dict[str, Any]:
    """An article without a fault, with changes."""
    plain: Mapping[str, Any] = {
        "title": "Needles and the back",
        "summary": "Short and plain.",
        "position": 1,
        "topics": [],
        "rule_codes": [],
        "related": [],
        "takeaways": ["It helps some."],
        "sections": [{"heading": "First", "body": "Some people feel better. Others do not."}],
        **{part: [] for part in ("claims", "questions", "side_effects", "guidelines")},
    }
    return normal({**plain, **changes}, REFERENCES)


def section(body: str) -> dict[str, Any]:
    return document(sections=[{"heading": "First", "body": body}])


def kinds(found: list[LintWarning]) -> list[tuple[str, str]]:
    return [(warning.kind, warning.words) for warning in found]


def test_a_plain_article_is_left_alone() -> None:
    assert lint(document()) == []


@pytest.mark.parametrize(
    "said",
    [
        "cure", "cures", "cured", "curing", "curative", "curable",
        "guarantee", "guaranteed", "guarantees", "works for everyone",
        "heal", "heals", "healed", "healing", "healing crisis", "healing response", "therapeutic reaction",
        "detox", "detoxify", "detoxification", "toxin", "toxins", "cleanse", "cleansing",
        "risk-free", "risk free", "100% safe", "100 % safe", "completely safe", "totally safe", "no risk",
        "no side effects", "no side-effects", "harmless",
        "painless", "painlessly", "pain-free", "pain free",
        "miracle", "miracles", "miraculous", "magic", "magical", "breakthrough", "revolutionary", "game-changer",
        "amazing", "amazingly", "incredible", "incredibly", "unbelievable", "astonishing", "life-changing",
        "clinically proven", "scientifically proven", "proven to", "proven results", "proven relief",
        "the best clinic", "the best treatment", "world-class", "leading experts", "number one", "award-winning",
        "top-rated",
        "instant", "instantly", "immediate relief", "permanent relief", "permanently gone", "forever",
        "boosts your immunity", "boost the immune", "boosting circulation", "balances your energy", "balancing qi",
    ],
)  # fmt: skip
@pytest.mark.parametrize("shape", ["It is {} here.", "{}", "**{}**, they say.", "WE SAY: {}!"])
def test_each_word_that_promises_is_told_once_in_any_dress(said: str, shape: str) -> None:
    found = [warning for warning in lint(section(shape.format(said.upper()))) if warning.kind == "advertising"]
    assert [(warning.where, warning.words) for warning in found] == [("First", said)]
    assert found[0].hint


@pytest.mark.parametrize(
    "said",
    ["secure", "obscure", "curious", "accurate", "health", "healthy", "wealth", "instance", "for instance",
     "bulletproof", "toxicology", "safe", "the best you can do", "leading to", "magician", "the risk is low",
     "it was not shown to work", "permanent damage", "energy"],
)  # fmt: skip
def test_words_that_only_look_alike_are_left_alone(said: str) -> None:
    assert [warning for warning in lint(section(f"It is {said} here.")) if warning.kind == "advertising"] == []


def test_promises_are_found_wherever_a_patient_reads() -> None:
    everywhere = document(
        title="It cures",
        summary="It cures.",
        takeaways=["It cures."],
        sections=[{"heading": "It cures", "body": "It cures.\n\n{{icons:1/2|It cures}}"}],
        questions=[{"question": "It cures?", "answer": "It cures."}],
        claims=[dict(WHOLE["claims"][1], statement="It cures.")],
        side_effects=[dict(WHOLE["side_effects"][0], what_to_do="It cures.")],
        guidelines=[dict(WHOLE["guidelines"][0], says="It cures.")],
    )
    assert [warning.where for warning in lint(everywhere) if warning.kind == "advertising"] == [
        "Title", "Summary", "Key takeaways", "It cures", "It cures", "It cures", "It cures?", "It cures?", "It cures.",
        "A bruise", "An invented board",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "figure",
    ["48 of 100", "1 in 4,000", "6 in every 100", "1 out of 3", "8 per million", "12%", "12 %", "12.5 percent",
     "12 per cent", "one in 10", "229,230 patients", "1,162 adults", "33 trials", "25 older people"],
)  # fmt: skip
def test_a_figure_wants_its_reference_in_the_same_paragraph(figure: str) -> None:
    sentence = f"It was {figure} of 100 people."
    assert ("reference", figure) in [
        (w.kind, w.words if w.words == figure else figure) for w in lint(section(sentence)) if w.kind == "reference"
    ]
    assert [w for w in lint(section(f"{sentence[:-1]} [@sample-2001].")) if w.kind == "reference"] == []
    elsewhere = lint(section(f"{sentence}\n\nAnother paragraph [@sample-2001]."))
    assert [w.kind for w in elsewhere if w.kind == "reference"] == ["reference"]


@pytest.mark.parametrize(
    "said",
    ["Lie down for 30 minutes.", "Call 911.", "In 2007 it began.", "Wait 48 hours.", "Two of us.", "Step 3 of it."],
)
def test_numbers_that_are_no_findings_need_no_reference(said: str) -> None:
    assert lint(section(said)) == []


def test_what_carries_its_references_beside_it_needs_none_in_the_text() -> None:
    claim = dict(WHOLE["claims"][0])
    assert lint(document(claims=[claim])) == []
    assert kinds(lint(document(claims=[claim | {"references": []}]))) == [("reference", "10 of 100")]
    effect = dict(WHOLE["side_effects"][0])
    assert lint(document(side_effects=[effect])) == []
    assert kinds(lint(document(side_effects=[effect | {"references": []}]))) == [("reference", "9 in 100")]


def test_icons_want_a_reference_in_their_section() -> None:
    assert kinds(lint(section("{{icons:9/100|had a bruise}}"))) == [("reference", "9 of 100")]
    assert lint(section("Read it there [@sample-2001].\n\n{{icons:9/100|had a bruise}}")) == []


@pytest.mark.parametrize(
    ("said", "warned"),
    [
        ("It helped 44% [@sample-2001].", ["44%"]),
        ("It helped 44% of patients [@sample-2001].", ["44%"]),
        ("It helped 44% of 387 patients [@sample-2001].", []),
        ("Of 387 patients, it helped 44% [@sample-2001].", []),
        ("In a trial of 387 people 44 percent gained [@sample-2001].", []),
        ("Among 387, 44 per cent gained [@sample-2001].", []),
        ("It asked 387 people. It helped 44% [@sample-2001].", ["44%"]),
        ("It helped 44 of 100 [@sample-2001].", []),
    ],
)
def test_a_percentage_wants_its_denominator_in_the_sentence(said: str, warned: list[str]) -> None:
    assert [w.words for w in lint(section(said)) if w.kind == "denominator"] == warned


HARD = (
    "Electroacupuncture administration in anticoagulated individuals necessitates multidisciplinary consideration of "
    "haemorrhagic complications, particularly where concomitant pharmacological interventions demonstrably potentiate "
    "intramuscular haematoma formation following inadvertent penetration of deep vasculature during paraspinal "
    "needling procedures performed by insufficiently experienced practitioners. "
) * 2
EASY = "We ask you some things first. Tell us what you take. Then we look at your back. " * 4


def test_a_hard_section_and_a_hard_article_are_told_with_their_grade() -> None:
    found = [(w.where, float(w.words) > 9) for w in lint(section(HARD)) if w.kind == "grade"]
    assert found == [("First", True), ("Whole article", True)]
    assert [w for w in lint(section(EASY)) if w.kind == "grade"] == []


def test_a_hard_answer_among_easy_sections_is_told_alone() -> None:
    mixed = document(
        sections=[{"heading": "First", "body": EASY * 6}], questions=[{"question": "Why?", "answer": HARD}]
    )
    assert [w.where for w in lint(mixed) if w.kind == "grade"] == ["Why?"]


def test_a_short_passage_has_no_grade() -> None:
    assert lint(section("Electroacupuncture necessitates multidisciplinary consideration.")) == []


# ——— the grade itself


@pytest.mark.parametrize(
    ("word", "count"),
    [("back", 1), ("needle", 2), ("made", 1), ("people", 2), ("started", 2), ("asked", 1), ("needed", 2),
     ("acupuncture", 4), ("medicine", 3), ("patient", 2), ("pregnancy", 3), ("the", 1), ("hmm", 1)],
)  # fmt: skip
def test_syllables_of_english_words(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_the_formula_of_flesch_and_kincaid() -> None:
    # 6 words, 2 sentences, 6 syllables: 0.39 × 3 + 11.8 × 1 - 15.59 is below 0.
    assert grade("The cat sat. The dog ran.") == 0.0
    # 10 words, 1 sentence; every word of two syllables: 0.39 × 10 + 11.8 × 2 - 15.59 = 11.91.
    assert grade("paper " * 10) == 11.9
    assert grade("") == grade("1 2 3 …") == 0.0


def test_list_items_and_headings_are_sentences_of_their_own() -> None:
    assert grade("paper\n" * 10) < grade("paper " * 10)
    assert grade("1.5 of it is paper.") == grade("15 of it is paper.")
    assert words_of("It's 5 o'clock — go!") == ["It's", "o'clock", "go"]
