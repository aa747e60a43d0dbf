"""The language of triggers and show-ifs: how it binds, what it compares, what it names, and what made it true."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from intake.questionnaire import Choice, Kind, Question, Questionnaire, Screen, Step
from intake.questionnaire.expression import Answered, ExpressionError, OneOf, RuleFired, leaves, parse, reasons
from intake.screening.finding import Record
from intake.screening.form import form_of
from intake.screening.run import Run
from intake.screening.text import scan

ON = date(2026, 3, 16)
LETTERS = tuple(Choice(letter, letter.upper()) for letter in "abc")
MANY = (Choice("none", "None"), *LETTERS)


def questionnaire(*questions: Question) -> Questionnaire:
    step = Step("step", "Step", (Screen("screen", "Screen", questions),))
    return Questionnaire("little", "Little", "1", (step,))


LITTLE = questionnaire(
    Question("one", "One?", Kind.ONE, LETTERS),
    Question("two", "Two?", Kind.ONE, LETTERS),
    Question("many", "Many?", Kind.MANY, MANY),
    Question("low", "Low?", Kind.SCALE, minimum=0, maximum=10),
    Question("high", "High?", Kind.SCALE, minimum=0, maximum=10),
    Question("date_of_birth", "Born?", Kind.DATE),
    Question("meds_list", "Medicines?", Kind.LONG_TEXT, scanned=True),
)


def run(
    answers: Mapping[str, object],
    *,
    fired: frozenset[str] = frozenset(),
    record: Record | None = None,
    form: Questionnaire = LITTLE,
) -> Run:
    facts = {"a_fact": parse("one = a").test}
    made = Run(form_of(form), answers, on=ON, record=record or Record(), facts=facts, scan=scan)
    made.fired |= fired
    return made


def holds(text: str, /, **answers: object) -> bool:
    made = run(answers)
    return parse(text).test(made.get, made)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("always", True),
        ("NOT always", False),
        ("one = a", True),
        ("one = b", False),
        ("one in {b, a}", True),
        ("one in {b, c}", False),
        ("many has b", True),
        ("many has a", False),
        ("many has {a, b}", True),
        ("many has {a, c}", False),
        ("picked(many)", True),
        ("answered(one)", True),
        ("answered(two)", False),
        ("none_mixed()", False),
        ("fact(a_fact)", True),
        ("NOT one = b", True),
        # a missing answer: the comparison is false, and so its NOT is true
        ("two = a", False),
        ("NOT two = a", True),
        ("NOT two in {a, b, c}", True),
    ],
)
def test_each_form_is_true_as_the_table_says(text: str, expected: bool) -> None:
    assert holds(text, one="a", many=["b"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("low < 5", True),
        ("low < 4", False),
        ("low <= 4", True),
        ("low <= 3", False),
        ("high > 6", True),
        ("high > 7", False),
        ("high >= 7", True),
        ("high >= 8", False),
        ("high >= low + 3", True),
        ("high >= low + 4", False),
        ("high > low", True),
        ("low > high", False),
    ],
)
def test_numbers_are_compared_at_the_edge(text: str, expected: bool) -> None:
    assert holds(text, low=4, high=7) is expected


@pytest.mark.parametrize("text", ["low < 99", "low >= 0", "high >= low + 0", "low <= high", "age < 200", "age >= 0"])
def test_a_comparison_without_an_answer_is_false(text: str) -> None:
    assert holds(text) is False
    assert holds(f"NOT {text}") is True
    assert holds(text, low=3) is (text in {"low < 99", "low >= 0"})


def test_zero_is_an_answer() -> None:
    assert holds("low < 1 AND answered(low)", low=0) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one = a OR one = b AND one = c", True),
        ("(one = a OR one = b) AND one = c", False),
        ("NOT one = b AND one = c", False),
        ("NOT (one = b AND one = c)", True),
        ("NOT one = a OR one = a", True),
        ("NOT NOT one = a", True),
        ("one = b OR one = c OR one = a", True),
        ("one = a AND many has b AND NOT two = a", True),
    ],
)
def test_not_binds_tighter_than_and_and_tighter_than_or(text: str, expected: bool) -> None:
    assert holds(text, one="a", many=["b"]) is expected


@pytest.mark.parametrize(
    ("many", "picked", "mixed"),
    [(["none"], False, False), (["a"], True, False), (["none", "a"], True, True), ([], False, False)],
)
def test_none_is_no_pick_and_is_mixed_only_with_another(many: list[str], picked: bool, mixed: bool) -> None:
    assert (holds("picked(many)", many=many), holds("none_mixed()", many=many)) == (picked, mixed)


@pytest.mark.parametrize(
    ("text", "meds", "expected"),
    [
        ("med(ANTICOAG)", "Eliquis", True),
        ("med(ANTICOAG)", "no Eliquis", False),
        ("med(ANTICOAG, negated)", "no Eliquis", True),
        ("med(ANTICOAG, cancelled)", "no Eliquis", True),
        ("cond(seizure)", "epilepsy", True),
        ("cond(seizure, remote)", "seizures as a child", True),
        ("words(crisis)", "I want to die", True),
        ("words(crisis, cancelled)", "I want to die", False),
        ("unread(meds_list)", "see photo", True),
        ("unread(meds_list)", "Eliquis", False),
        ("says_none(meds_list)", "none.", True),
        ("says_none(meds_list)", "Eliquis", False),
    ],
)
def test_the_scanned_text_is_asked(text: str, meds: str, expected: bool) -> None:
    assert holds(text, meds_list=meds) is expected


@pytest.mark.parametrize(
    "text", ["med(ANTICOAG)", "cond(seizure)", "words(crisis)", "unread(meds_list)", "says_none(meds_list)"]
)
def test_without_text_nothing_is_found(text: str) -> None:
    assert holds(text) is False


def test_rules_of_this_run_and_of_the_last_full_screening_are_told_apart() -> None:
    record = Record(answers={"low": 2}, fired=frozenset({"old_rule"}), facts=frozenset({"old_fact"}))
    later = replace(questionnaire(LITTLE.question("high")), from_intake=(LITTLE.question("low"),))
    made = run({"high": 5}, fired=frozenset({"new_rule"}), record=record, form=later)
    names = ("fired(new_rule)", "fired(old_rule)", "intake(old_rule)", "intake(new_rule)", "intake_fact(old_fact)")
    assert [parse(text).test(made.get, made) for text in names] == [True, False, True, False, True]
    assert parse("high >= low + 3").test(made.get, made) is True


def test_an_age_is_the_age_on_that_day() -> None:
    assert [holds("age >= 18", date_of_birth=born) for born in ("2008-03-16", "2008-03-17")] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one",
        "one =",
        "= a",
        "one = a b",
        "one = a AND",
        "AND one = a",
        "(one = a",
        "one = a)",
        "one in a",
        "one in {}",
        "one in {a b}",
        "one has",
        "picked()",
        "picked(many",
        "sum(many)",
        "med(ANTICOAG, )",
        "low >= high + x",
        "low < AND",
        "one == a",
        "one = 'a'",
        "one = a; two = b",
        "__import__('os')",
    ],
)
def test_what_is_no_expression_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_an_expression_names_all_its_leaves() -> None:
    tree = parse("one = a OR NOT (two in {b, c} AND fired(x)) OR answered(low)")
    assert list(leaves(tree)) == [OneOf("one", ("a",)), OneOf("two", ("b", "c")), RuleFired("x"), Answered("low")]


def reasons_of(text: str, /, **answers: object) -> list[tuple[str, bool]]:
    made = run(answers)
    return [(leaf.codes[0], holds) for leaf, holds in reasons(parse(text), made.get, made)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one = a OR two = b", [("one", True), ("two", True)]),
        ("one = a OR two = a", [("one", True)]),
        ("one = a AND two = b", [("one", True), ("two", True)]),
        ("one = a AND two = a", []),
        ("one = a AND NOT two = a", [("one", True), ("two", False)]),
        ("NOT (one = b OR two = a)", [("one", False), ("two", False)]),
        ("NOT (one = b AND two = b)", [("one", False)]),
        ("NOT (one = b AND two = a)", [("one", False), ("two", False)]),
        ("NOT one = a", []),
        ("(one = a AND two = a) OR many has c", [("many", True)]),
    ],
)
def test_all_that_made_it_true_is_told_and_nothing_else(text: str, expected: list[tuple[str, bool]]) -> None:
    assert reasons_of(text, one="a", two="b", many=["c"]) == expected
