"""Answers read back from a FHIR R4 QuestionnaireResponse: nothing of them was lost on the way out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from intake.questionnaire.fhir import canonical
from intake.questionnaire.model import Answer, Question, Questionnaire

_KINDS = ("valueBoolean", "valueInteger", "valueDate", "valueString", "valueCoding")


def answers_of(response: Mapping[str, Any], questionnaire: Questionnaire) -> dict[str, Answer]:
    """Return the cleaned answers of a response, in the order in which it holds them.

    Raises ValueError for a response to another questionnaire.
    """
    named = str(response.get("questionnaire", "")).partition("|")[0]
    if named != canonical(questionnaire).partition("|")[0]:
        raise ValueError(f"This response answers {named or 'no questionnaire'}, not {questionnaire.code}.")
    return {
        item["linkId"]: _read(questionnaire.answerable.get(item["linkId"]), item["answer"])
        for item in _answered(response.get("item", ()))
    }


def _answered(items: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for item in items:
        if item.get("answer"):
            yield item
        yield from _answered(item.get("item", ()))


def _read(question: Question | None, parts: list[Mapping[str, Any]]) -> Answer:
    values = [_read_value(part) for part in parts]
    several = question.is_many if question else "valueCoding" in parts[0]
    return [str(value) for value in values] if several else values[0]


def _read_value(part: Mapping[str, Any]) -> str | int | bool:
    name = next(name for name in _KINDS if name in part)
    value: Any = part[name]["code"] if name == "valueCoding" else part[name]
    return value if isinstance(value, bool | int) else str(value)
