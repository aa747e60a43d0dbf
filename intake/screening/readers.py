"""Typed answers, as they are stored or exchanged: what counts as one, and how the expressions read it.

Whatever is of the wrong type, outside the choices or empty is no answer. Of a list the known values count.
"""

from collections.abc import Callable
from datetime import date

from clinic.birth_dates import OLDEST
from intake.questionnaire import Answer, Kind, Question
from intake.questionnaire.dates import age_on, day_from
from intake.questionnaire.expression import Value

Reader = Callable[[object, date], Answer | None]

AGE = "age"
"""May stand for the birth date where only the age is known."""

BIRTH_DATE = "date_of_birth"


def reader_of(question: Question) -> Reader:
    """How a typed answer to this question is read; None where it is none."""
    values, low, high = question.values, question.minimum or 0, question.maximum or 0

    def one(answer: object, _on: date) -> str | None:
        return answer if isinstance(answer, str) and answer in values else None

    def many(answer: object, _on: date) -> list[str] | None:
        if not isinstance(answer, list):
            return None
        picked = [value for value in answer if isinstance(value, str) and value in values]
        return list(dict.fromkeys(picked)) or None

    def number(answer: object, _on: date) -> int | None:
        return answer if type(answer) is int and low <= answer <= high else None

    def words(answer: object, _on: date) -> str | None:
        return answer if isinstance(answer, str) and answer.strip() else None

    if question.kind is Kind.ONE:
        return one
    if question.is_many:
        return many
    if question.kind in {Kind.SCALE, Kind.NUMBER}:
        return number
    if question.kind is Kind.DATE:
        return _birth_date
    return _tick if question.kind is Kind.CHECKBOX else words


def _tick(answer: object, _on: date) -> bool | None:
    return True if answer is True else None


def _birth_date(answer: object, on: date) -> str | None:
    born = day_from(answer)
    return born.isoformat() if born and born <= on and age_on(born, on) <= OLDEST else None


def read_age(answer: object, _on: date) -> int | None:
    """Whole years, where the birth date is not known."""
    return answer if type(answer) is int and 0 <= answer <= OLDEST else None


def as_value(answer: Answer) -> Value:
    """The answer as the expressions read it."""
    return frozenset(answer) if isinstance(answer, list) else answer
