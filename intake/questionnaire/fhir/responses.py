"""Answers as a FHIR R4 QuestionnaireResponse."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from intake.questionnaire.fhir.link_ids import RECORD_GROUP, RETIRED_GROUP, canonical, choice_system, group_of
from intake.questionnaire.model import Answer, Kind, Question, Questionnaire

type_words = Callable[[str], str]


def response_resource(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    *,
    ref: str,
    authored: datetime,
    version: str = "",
    subject: Mapping[str, str] | None = None,
    words: type_words = str,
) -> dict[str, Any]:
    """Return cleaned answers as a completed response. `authored` is aware; hidden and empty questions are left out."""
    response: dict[str, Any] = {
        "resourceType": "QuestionnaireResponse",
        "id": ref,
        "questionnaire": canonical(questionnaire, version),
        "status": "completed",
        "authored": authored.isoformat(timespec="seconds"),
    }
    if subject:
        response["subject"] = dict(subject)
    if groups := list(_groups(questionnaire, answers, words)):
        response["item"] = groups
    return response


def _groups(questionnaire: Questionnaire, answers: Mapping[str, Answer], words: type_words) -> Iterator[dict[str, Any]]:
    for step in questionnaire.steps:
        if items := _items(step.questions, answers, words):
            yield {"linkId": group_of(step), "text": words(step.title), "item": items}
    if items := _items(questionnaire.from_visit, answers, words):
        yield {"linkId": RECORD_GROUP, "item": items}
    retired = [code for code in answers if code not in questionnaire.answerable]
    if retired:
        yield {"linkId": RETIRED_GROUP, "item": [_retired(code, answers[code]) for code in retired]}


def _items(questions: Iterable[Question], answers: Mapping[str, Answer], words: type_words) -> list[dict[str, Any]]:
    return [
        {
            "linkId": question.code,
            "text": words(question.wording),
            "answer": [_value(question, part, words) for part in _parts(answers[question.code])],
        }
        for question in questions
        if question.code in answers
    ]


def _parts(answer: Answer) -> list[str | int | bool]:
    return list(answer) if isinstance(answer, list) else [answer]


def _value(question: Question, part: str | int | bool, words: type_words) -> dict[str, Any]:
    if question.choices and isinstance(part, str):
        coding = {"system": choice_system(question), "code": part}
        if part in question.labels:
            coding["display"] = words(question.labels[part])
        return {"valueCoding": coding}
    if question.kind is Kind.DATE:
        return {"valueDate": part}
    return _plain(part)


def _plain(part: str | int | bool) -> dict[str, Any]:
    if isinstance(part, bool):
        return {"valueBoolean": part}
    return {"valueInteger": part} if isinstance(part, int) else {"valueString": part}


def _retired(code: str, answer: Answer) -> dict[str, Any]:
    """An answer to a question of an older version: its value as it stands, a list as codes."""
    if isinstance(answer, list):
        return {"linkId": code, "answer": [{"valueCoding": {"code": part}} for part in answer]}
    return {"linkId": code, "answer": [_plain(answer)]}
