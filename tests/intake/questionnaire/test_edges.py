"""The exact edges: the last digit, the odd line break, and the sentence that tells an author what is wrong."""

from datetime import date

import pytest

from intake.questionnaire import Kind, Question, Questionnaire, Screen, Step
from intake.questionnaire.cleaning import AnswerError, clean
from intake.questionnaire.expression import ExpressionError, parse
from intake.questionnaire.expression.leaf import Compare, OneOf
from intake.questionnaire.expression.tree import And, Not, Or
from intake.questionnaire.model import Raw
from intake.screening.checks.questions import question_problems

TODAY = date(2026, 3, 3)


def asked(kind: Kind, *, minimum: int | None = None, maximum: int | None = None, code: str = "it") -> Question:
    return Question(code=code, wording="It?", kind=kind, minimum=minimum, maximum=maximum)


@pytest.mark.parametrize(
    ("kind", "raw", "answer"),
    [
        (Kind.LONG_TEXT, "one\rtwo", "one\ntwo"),
        (Kind.LONG_TEXT, "one\r\ntwo\tthree", "one\ntwo\tthree"),
        (Kind.TEXT, "XX", "XX"),
        (Kind.PHONE, "+44 7911 123456", "+44 7911 123456"),
        (Kind.PHONE, "2135550142", "213-555-0142"),
        (Kind.DATE, {}, None),
        (Kind.DATE, {"year": " ", "month": "", "day": ""}, None),
        (Kind.DATE, {"year": "1962", "month": "0004", "day": "27"}, "1962-04-27"),
    ],
)
def test_what_just_fits_is_an_answer(kind: Kind, raw: Raw, answer: str | None) -> None:
    assert clean(asked(kind), raw, on=TODAY) == answer


@pytest.mark.parametrize(
    ("kind", "raw", "sentence"),
    [
        (Kind.TEXT, "one\ntwo", "This has a character we cannot read. Type it again instead of pasting it."),
        (Kind.LONG_TEXT, "one\x07two", "This has a character we cannot read. Type it again instead of pasting it."),
        (Kind.PHONE, "1234567890123456", "Write a phone number with its area code, for example 213-555-0100."),
        (Kind.PHONE, "213555014", "Write a phone number with its area code, for example 213-555-0100."),
        (Kind.DATE, {"year": "1962"}, "Tell us the month, for example 4 or April."),
        (
            Kind.DATE,
            {"year": "1962", "month": "4", "day": "00027"},
            "Tell us the day as a number, for example 27.",
        ),
    ],
)
def test_what_just_does_not_fit_gets_its_sentence(kind: Kind, raw: Raw, sentence: str) -> None:
    with pytest.raises(AnswerError) as refused:
        clean(asked(kind), raw, on=TODAY)
    assert str(refused.value.sentence) == sentence


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("5000", 5000), (" 12 ", 12)])
def test_a_number_of_up_to_four_digits_is_read(typed: str, number: int) -> None:
    assert clean(asked(Kind.NUMBER, minimum=0, maximum=5000), typed, on=TODAY) == number


@pytest.mark.parametrize("typed", ["5001", "00012", "XXXX", "-1", "1.5"])
def test_another_number_is_refused(typed: str) -> None:
    with pytest.raises(AnswerError):
        clean(asked(Kind.NUMBER, minimum=0, maximum=5000), typed, on=TODAY)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a = b", OneOf("a", ("b",))),
        ("(a = b)", OneOf("a", ("b",))),
        ("a = b AND c = d", And((OneOf("a", ("b",)), OneOf("c", ("d",))))),
        ("a = b OR NOT c = d", Or((OneOf("a", ("b",)), Not(OneOf("c", ("d",)))))),
        ("now > before", Compare("now", ">", "before", 0)),
        ("now > before + 2", Compare("now", ">", "before", 2)),
        ("now > 7", Compare("now", ">", None, 7)),
    ],
)
def test_an_expression_becomes_this_very_tree(text: str, tree: object) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a = b ?", "Cannot read '?' in 'a = b ?'."),
        ("a = b c", "Something is left over from 'c' on in 'a = b c'."),
        ("a", "'a' is compared with nothing in 'a'."),
        ("boo(a)", "There is no boo(…), in 'boo(a)'."),
        ("a > b + c", "'c' is no number, in 'a > b + c'."),
        ("a in b", "Expected {, not 'b', in 'a in b'."),
        ("a =", "Expected a name, not 'the end', in 'a ='."),
    ],
)
def test_an_author_is_told_what_is_wrong_and_where(text: str, sentence: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        parse(text)
    assert str(refused.value) == sentence


def problems(*steps: Step) -> list[str]:
    return list(question_problems(Questionnaire(code="small", title="Small", version="1", steps=steps)))


def step(code: str, question: Question) -> Step:
    return Step(code=code, title=code, screens=(Screen(f"of-{question.code}", "", (question,)),))


def test_two_steps_of_one_code_are_found() -> None:
    found = problems(step("one", asked(Kind.TEXT, code="a")), step("one", asked(Kind.TEXT, code="b")))
    assert found == ["The step one stands twice."]


def test_a_number_needs_both_its_ends() -> None:
    found = problems(step("one", asked(Kind.NUMBER, minimum=1, code="a")))
    assert found == ["The question a: a number, and only a number, has a smallest and a largest value."]


def test_a_text_needs_none_of_them() -> None:
    found = problems(step("one", asked(Kind.TEXT, maximum=1, code="a")))
    assert found == []


def test_a_show_if_that_cannot_be_read_is_told_with_its_sentence() -> None:
    bad = Question(code="a", wording="A?", kind=Kind.TEXT, show_if="b = c ?")
    assert problems(step("one", bad)) == ["The show-if of a: Cannot read '?' in 'b = c ?'."]
