"""What counts as an answer when it comes as JSON: the right type, within its limits, not empty."""

import pytest

from intake.questionnaire import NEW_PATIENT
from intake.screening.readers import read_age, reader_of
from tests.intake.screening.truth.case import ON


def counts(code: str, answer: object) -> object:
    return reader_of(NEW_PATIENT.question(code))(answer, ON)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("rf_chest", "not_sure"),
        ("skin", ["infected", "none"]),
        ("pain_now", 0),
        ("pain_now", 10),
        ("pregnancy_weeks", 1),
        ("pregnancy_weeks", 43),
        ("date_of_birth", "2026-03-16"),
        ("date_of_birth", "1915-03-17"),
        ("consent_truth", True),
        ("anything_else", " as it was written "),
    ],
)
def test_an_answer_is_taken_as_it_is(code: str, answer: object) -> None:
    assert counts(code, answer) == answer


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("rf_chest", "maybe"),
        ("rf_chest", ""),
        ("rf_chest", ["no"]),
        ("rf_chest", None),
        ("skin", []),
        ("skin", ["itchy"]),
        ("skin", "infected"),
        ("pain_now", -1),
        ("pain_now", 11),
        ("pain_now", 5.0),
        ("pain_now", True),
        ("pregnancy_weeks", 0),
        ("pregnancy_weeks", 44),
        ("date_of_birth", "2026-03-17"),
        ("date_of_birth", "1915-03-16"),
        ("date_of_birth", ""),
        ("consent_truth", False),
        ("consent_truth", 1),
        ("anything_else", " \n"),
        ("anything_else", 7),
    ],
)
def test_what_is_no_answer_is_none(code: str, answer: object) -> None:
    assert counts(code, answer) is None


@pytest.mark.parametrize(
    ("age", "read"), [(0, 0), (110, 110), (111, None), (-1, None), (True, None), (18.0, None), ("18", None)]
)
def test_an_age_is_whole_years(age: object, read: int | None) -> None:
    assert read_age(age, ON) == read
