"""The lexicon is whole, and a slip in it is found."""

from dataclasses import replace
from typing import Any

import pytest

from intake.screening.text import LEXICON, problems
from intake.screening.text.lexicon import GROUPS, Condition, Group, Lexicon, Past, Scope, SubList, WordList

ANTICOAG = GROUPS[0]
COUNTS = {
    "names": 3168,
    "misspellings": 143,
    "look-alikes": 124,
    "stop words": 192,
    "other medicines": 1569,
    "for a condition": 774,
}


def test_every_name_of_the_paper_is_there() -> None:
    assert len(GROUPS) == 13
    counts = {
        "names": sum(len(group.names) for group in GROUPS),
        "misspellings": sum(map(len, LEXICON.misspellings.values())),
        "look-alikes": len(LEXICON.lookalikes),
        "stop words": len(LEXICON.stop_words),
        "other medicines": len(LEXICON.other_medicines),
        "for a condition": len({name for treats in LEXICON.treats for name in LEXICON.named_by(treats)}),
    }
    assert counts == COUNTS


def test_the_lexicon_is_sound() -> None:
    assert problems() == []


def test_no_phrase_that_raises_nothing_uses_up_a_name_that_points_at_a_condition() -> None:
    # 'metoprolol succinate' is metoprolol, and its name beside a water pill points at the heart.
    named = {name for treats in LEXICON.treats for name in LEXICON.named_by(treats)}
    swallowed = {
        phrase
        for phrase in LEXICON.other_medicines | LEXICON.lookalikes
        if phrase not in named and len(parts := phrase.split()) > 1 and not named.isdisjoint(parts)
    }
    assert swallowed == {"nirmatrelvir ritonavir"}  # Paxlovid is no treatment of HIV


def with_group(**changes: Any) -> Lexicon:
    return replace(LEXICON, groups=(replace(ANTICOAG, **changes), *GROUPS[1:]))


def with_condition(condition: Condition) -> Lexicon:
    return replace(LEXICON, conditions=(*LEXICON.conditions, condition))


def with_sublist(sublist: SubList) -> Lexicon:
    return replace(LEXICON, sublists=(*LEXICON.sublists, sublist))


@pytest.mark.parametrize(
    ("lexicon", "sentence"),
    [
        (
            replace(LEXICON, groups=(*GROUPS, Group(code="ANTICOAG", title="x", rule=None, exact=("abcdef",)))),
            "Two lists of the lexicon share the code ANTICOAG.",
        ),
        (
            replace(LEXICON, groups=(*GROUPS, Group(code="NEW", title="x", rule=None))),
            "Group NEW is empty.",
        ),
        (with_group(exact=("desirudin", "desirudin")), "Group ANTICOAG lists desirudin twice."),
        (
            with_sublist(SubList(code="NEW", meaning="x", members=("moonshine",))),
            "Sub-list NEW names moonshine, which is in no group.",
        ),
        (
            with_sublist(SubList(code="NEW", meaning="x", all_of="NOWHERE", but_not=("aspirin",))),
            "Sub-list NEW is part of NOWHERE, which is no group.",
        ),
        (with_sublist(SubList(code="NEW", meaning="x")), "Sub-list NEW names nothing."),
        (
            with_sublist(SubList(code="NEW", meaning="x", members=("aspirin", "aspirin"))),
            "Sub-list NEW lists aspirin twice.",
        ),
        (
            replace(LEXICON, misspellings={"moonshine": ("munshine",)}),
            "There are misspellings of moonshine, which is not listed.",
        ),
        (
            replace(LEXICON, misspellings={"aspirin": ("warfarin",)}),
            "warfarin is a misspelling of aspirin and a name of its own.",
        ),
        (
            replace(LEXICON, misspellings={"aspirin": ("aspren",), "advil": ("aspren",)}),
            "The misspelling aspren is listed twice.",
        ),
        (
            replace(LEXICON, other_medicines=frozenset({"warfarin"})),
            "warfarin is listed, and also among the other medicines that raise nothing.",
        ),
        (
            replace(LEXICON, stop_words=frozenset({"warfarin"})),
            "warfarin is listed, and also a stop word.",
        ),
        (
            replace(LEXICON, groups=GROUPS[1:]),
            "ANTICOAG is treated as a blood thinner, but no list has that code.",
        ),
        (
            with_condition(Condition(code="new", words=("hiccups",), past=Past.NEVER, counts_as="nothing")),
            "Condition new counts as nothing, which is no condition.",
        ),
        (
            with_condition(Condition(code="new", words=("hiccups",), past=Past.NEVER, only_in=("notes",))),
            "Condition new is looked for in notes, which is not read.",
        ),
        (with_condition(Condition(code="new", words=(), past=Past.NEVER)), "Condition new has no words."),
        (
            with_condition(Condition(code="new", words=("hiccups", "hiccups"), past=Past.NEVER)),
            "Condition new lists hiccups twice.",
        ),
        (
            replace(LEXICON, word_lists=(*LEXICON.word_lists, WordList(code="new", phrases=()))),
            "Word list new is empty.",
        ),
        (
            replace(LEXICON, word_lists=(*LEXICON.word_lists, WordList(code="new", phrases=("ow", "ow")))),
            "Word list new lists ow twice.",
        ),
        (
            replace(LEXICON, fields={**LEXICON.fields, "notes": Scope(word_lists=("poems",))}),
            "Field notes is read for poems, which is no list of words.",
        ),
        (
            replace(LEXICON, groups=tuple(group for group in GROUPS if group.code != "CHEMO")),
            "The topical names hold fluorouracil, which is in no group.",
        ),
    ],
)
def test_a_slip_is_told_in_a_sentence(lexicon: Lexicon, sentence: str) -> None:
    assert sentence in problems(lexicon)
