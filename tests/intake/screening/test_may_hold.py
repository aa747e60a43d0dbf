"""Which expressions have to be asked at all: those of which something that they need is given."""

import pytest

from intake.questionnaire.expression import parse
from intake.screening.may_hold import NAMED, MayHold, needs_one_of
from intake.screening.rule import NamedFact

FACTS = {"sore": NamedFact(name="sore", when="back = yes OR neck has {left, right}", meaning="")}


@pytest.mark.parametrize(
    ("when", "needs"),
    [
        ("back = yes", {("back", "yes")}),
        ("neck has {left, right}", {("neck", "left"), ("neck", "right")}),
        ("med(ANTICOAG)", {(NAMED, "ANTICOAG")}),
        ("cond(seizure, remote)", {(NAMED, "seizure")}),
        ("words(crisis)", {(NAMED, "crisis")}),
        ("fact(sore)", {("back", "yes"), ("neck", "left"), ("neck", "right")}),
        ("back = yes AND age > 60", {("back", "yes")}),
        ("neck has {left, right} AND back = yes", {("back", "yes")}),
        ("back = yes OR med(ANTICOAG)", {("back", "yes"), (NAMED, "ANTICOAG")}),
        ("back = yes OR age > 60", None),
        ("NOT back = yes", None),
        ("age > 60 AND NOT back = yes", None),
        ("fired(pregnancy)", None),
        ("fact(nobody_knows_it)", None),
        ("unread(meds_list)", None),
    ],
)
def test_an_expression_needs_one_of(when: str, needs: set[tuple[str, str]] | None) -> None:
    assert needs_one_of(parse(when), FACTS) == needs


@pytest.mark.parametrize(
    ("values", "named", "asked"),
    [
        ({}, frozenset(), ["age > 60"]),
        ({"back": "no", "age": 70}, frozenset(), ["age > 60"]),
        ({"back": "yes"}, frozenset(), ["back = yes", "fact(sore)", "age > 60"]),
        ({"neck": frozenset({"left", "middle"})}, frozenset(), ["fact(sore)", "age > 60"]),
        ({"neck": frozenset({"middle"})}, frozenset({"ANTICOAG"}), ["med(ANTICOAG)", "age > 60"]),
    ],
)
def test_what_lacks_all_it_needs_is_not_asked(
    values: dict[str, str | int | frozenset[str]], named: frozenset[str], asked: list[str]
) -> None:
    trees = {when: parse(when) for when in ("back = yes", "fact(sore)", "med(ANTICOAG)", "age > 60")}
    may_hold = MayHold(trees.values(), FACTS).among(values, named)
    assert [when for when, tree in trees.items() if tree.test in may_hold] == asked
