"""A questionnaire as a FHIR R4 Questionnaire."""

from collections.abc import Callable, Iterable
from typing import Any

from intake.questionnaire.fhir.link_ids import RECORD_GROUP, SYSTEM, choice_system, fhir_id, group_of
from intake.questionnaire.model import COUNTED, Kind, Question, Questionnaire, Step
from intake.questionnaire.wording import _

type_words = Callable[[str], str]

TYPES = {
    Kind.TEXT: "string",
    Kind.PHONE: "string",
    Kind.EMAIL: "string",
    Kind.LONG_TEXT: "text",
    Kind.DATE: "date",
    Kind.ONE: "choice",
    Kind.MANY: "choice",
    Kind.BODY_MAP: "choice",
    Kind.SCALE: "integer",
    Kind.NUMBER: "integer",
    Kind.CHECKBOX: "boolean",
}
_LIMITS = "http://hl7.org/fhir/StructureDefinition"


def questionnaire_resource(questionnaire: Questionnaire, *, words: type_words = str) -> dict[str, Any]:
    """Return the whole form, step by step; `words` puts a wording into the reader's language."""
    items = [_step(step, words) for step in questionnaire.steps]
    if questionnaire.from_visit:
        items.append(_record(questionnaire.from_visit, words))
    return {
        "resourceType": "Questionnaire",
        "id": fhir_id(questionnaire.code),
        "url": f"{SYSTEM}:questionnaire:{questionnaire.code}",
        "version": questionnaire.version,
        "name": "".join(part.capitalize() for part in questionnaire.code.split("_")),
        "title": words(questionnaire.title),
        "status": "active",
        "subjectType": ["Patient"],
        "item": items,
    }


def _step(step: Step, words: type_words) -> dict[str, Any]:
    items = [_question(question, words) for question in step.questions]
    return {"linkId": group_of(step), "type": "group", "text": words(step.title), "item": items}


def _record(questions: Iterable[Question], words: type_words) -> dict[str, Any]:
    """What nobody is asked: the record of the visit answers it."""
    items = [_question(question, words) | {"readOnly": True} for question in questions]
    return {"linkId": RECORD_GROUP, "type": "group", "text": words(_("From the record of the visit")), "item": items}


def _question(question: Question, words: type_words) -> dict[str, Any]:
    item: dict[str, Any] = {
        "linkId": question.code,
        "type": TYPES[question.kind],
        "text": words(question.wording),
        "required": question.required,
        "repeats": question.is_many,
    }
    if question.choices:
        item["answerOption"] = [
            {"valueCoding": {"system": choice_system(question), "code": choice.value, "display": words(choice.label)}}
            for choice in question.choices
        ]
    if TYPES[question.kind] in {"string", "text"}:
        item["maxLength"] = question.longest
    if extensions := [*_limits(question), *_shown(question)]:
        item["extension"] = extensions
    if question.hint:
        item["item"] = [{"linkId": f"{question.code}.hint", "type": "display", "text": words(question.hint)}]
    return item


def _limits(question: Question) -> list[dict[str, Any]]:
    if question.kind not in COUNTED:
        return []
    ends = (("minValue", question.minimum), ("maxValue", question.maximum))
    return [{"url": f"{_LIMITS}/{name}", "valueInteger": end} for name, end in ends if end is not None]


def _shown(question: Question) -> list[dict[str, Any]]:
    if question.show_if == "always":
        return []
    return [{"url": f"{SYSTEM}:show-if", "valueString": question.show_if}]
