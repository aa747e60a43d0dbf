"""A questionnaire on paper: as JSON for other programs, as text for people."""

from collections.abc import Iterator
from typing import Any

from intake.questionnaire.model import Question, Questionnaire, Step


def as_json(questionnaire: Questionnaire) -> dict[str, Any]:
    """Everything about the questions, in JSON types. Screens are numbered as they are walked."""
    return {
        "code": questionnaire.code,
        "title": questionnaire.title,
        "version": questionnaire.version,
        "steps": [_step(step, questionnaire) for step in questionnaire.steps],
        "questions": [
            _question(question, step, questionnaire) for step in questionnaire.steps for question in step.questions
        ],
    }


def as_text(questionnaire: Questionnaire) -> str:
    """The questions as a list to read."""
    return "\n".join(_lines(questionnaire))


def _step(step: Step, questionnaire: Questionnaire) -> dict[str, Any]:
    return {
        "code": step.code,
        "title": step.title,
        "intro": step.intro,
        "optional": step.optional,
        "screens": [
            {
                "code": screen.code,
                "number": questionnaire.screens.index(screen) + 1,
                "title": screen.title,
                "questions": [question.code for question in screen.questions],
            }
            for screen in step.screens
        ],
    }


def _question(question: Question, step: Step, questionnaire: Questionnaire) -> dict[str, Any]:
    return {
        "code": question.code,
        "step": step.code,
        "screen": questionnaire.number_of(question.code),
        "wording": question.wording,
        "hint": question.hint,
        "type": str(question.kind),
        "choices": [{"value": choice.value, "label": choice.label} for choice in question.choices],
        "minimum": question.minimum,
        "maximum": question.maximum,
        "required": question.required,
        "show_if": question.show_if,
        "private": question.private,
        "red_flag": question.red_flag,
        "why": question.why,
    }


def _lines(questionnaire: Questionnaire) -> Iterator[str]:
    yield f"{questionnaire.title}, version {questionnaire.version}"
    for step in questionnaire.steps:
        yield f"\n{step.title}"
        for question in step.questions:
            yield f"\n  {question.code}: {question.wording}"
            yield f"    {_terms(question)}"
            yield from (f"    - {choice.value}: {choice.label}" for choice in question.choices)


def _terms(question: Question) -> str:
    terms = [str(question.kind), "required" if question.required else "may be left empty"]
    if question.private:
        terms.append("private")
    if question.show_if != "always":
        terms.append(f"shown if {question.show_if}")
    return ", ".join(terms)
