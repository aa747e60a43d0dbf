"""Answers as JSON, from outside: strictly checked, then screened. Nothing is screened unless all of it is sound.

An object is the bare answers, or ``{"questionnaire": …, "on": "YYYY-MM-DD", "answers": {…}}``; ``age`` may stand for
``date_of_birth``. None, "" and [] are unanswered. "None" together with other choices is accepted: a rule reads it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES, Kind, Question, Questionnaire
from intake.questionnaire.cleaning import OLDEST
from intake.questionnaire.dates import age_on, day_from
from intake.screening.finding import Finding, Screening
from intake.screening.readers import AGE, BIRTH_DATE, reader_of
from intake.screening.ruleset import screen

ENVELOPE = frozenset({"questionnaire", "on", "answers"})


class InputError(ValueError):
    """The input is not sound. `sentences` say what is wrong, one each; none repeats an answer."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True)
class Sitting:
    """One object of the input, found to be sound."""

    questionnaire: Questionnaire
    on: date
    answers: Mapping[str, Any]

    def screen(self) -> Screening:
        return screen(self.answers, on=self.on, questionnaire=self.questionnaire)


def sittings(text: str, *, lines: bool, today: date) -> list[Sitting]:
    """Read one object, or with `lines` one on every line that is not blank. Raises InputError: all that is wrong."""
    rows = [(f"Line {n}: ", row) for n, row in enumerate(text.split("\n"), 1) if row.strip()] if lines else [("", text)]
    found: list[Sitting] = []
    sentences: list[str] = []
    for where, row in rows:
        try:
            found.append(_sitting(row, today))
        except InputError as bad:
            sentences += [where + sentence for sentence in bad.sentences]
    if sentences:
        raise InputError(sentences)
    return found


def as_json(screening: Screening) -> dict[str, Any]:
    """The result as it is printed."""
    return {
        "tier": str(screening.tier),
        "ruleset": screening.ruleset,
        "findings": [_finding(finding) for finding in screening.findings],
        "unanswered": list(screening.unanswered),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "tier": str(finding.tier),
        "because": finding.because,
        "matched": [
            {
                "field": hit.field,
                "text": hit.text,
                "name": hit.name,
                "kind": str(hit.kind),
                "groups": list(hit.groups),
                "status": str(hit.status),
                "possible": hit.possible,
                "near": hit.near,
            }
            for hit in finding.matched
        ],
        "not_read": [item.text for item in finding.not_read],
        "facts": list(finding.facts),
        "why": finding.why,
        "action": finding.action,
        "advice": list(finding.advice),
        "contact": str(finding.contact),
        "source": finding.source,
        "icd10": list(finding.icd10),
        "under": finding.under,
    }


def _sitting(text: str, today: date) -> Sitting:
    given = _object(text)
    envelope = given if ENVELOPE & given.keys() else {"answers": given}
    sentences = [f'There is no place for "{key}" beside the answers.' for key in sorted(envelope.keys() - ENVELOPE)]
    questionnaire = QUESTIONNAIRES.get(str(envelope.get("questionnaire", NEW_PATIENT.code)))
    if questionnaire is None:
        sentences.append(f"There is no such questionnaire; there is {', '.join(QUESTIONNAIRES)}.")
    on = day_from(envelope["on"]) if "on" in envelope else today
    if on is None:
        sentences.append('"on" is a day written YYYY-MM-DD.')
    answers = envelope.get("answers")
    if not isinstance(answers, dict):
        sentences.append('"answers" is an object of question codes and answers.')
    if sentences or questionnaire is None or on is None or not isinstance(answers, dict):
        raise InputError(sentences)
    sentences = list(_wrong(questionnaire, answers, on))
    if sentences:
        raise InputError(sentences)
    return Sitting(questionnaire, on, answers)


def _object(text: str) -> dict[str, Any]:
    try:
        given = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except InputError:
        raise
    except (ValueError, RecursionError):
        raise InputError(["This is not one JSON object."]) from None
    if not isinstance(given, dict):
        raise InputError(["This is not one JSON object."])
    return given


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no key stands twice: of two answers to one question none may win silently."""
    given = dict(pairs)
    if len(given) < len(pairs):
        raise InputError(["A key stands twice in one object."])
    return given


def _no_constant(_name: str) -> NoReturn:
    raise ValueError


def _wrong(questionnaire: Questionnaire, answers: Mapping[str, Any], on: date) -> Iterator[str]:
    for code, answer in answers.items():
        if answer is None or answer == "" or answer == []:
            continue
        if code == AGE and BIRTH_DATE in questionnaire:
            if type(answer) is not int or not 0 <= answer <= OLDEST:
                yield f"age is a whole number from 0 to {OLDEST}."
        elif code not in questionnaire:
            yield f'There is no question "{code}" in {questionnaire.code}.'
        elif not _fits(questionnaire.question(code), answer, on):
            yield f"{code} is {_what_fits(questionnaire.question(code))}."
    yield from _contradiction(answers, on)


def _fits(question: Question, answer: Any, on: date) -> bool:
    """Strict, where a run is lenient: of a list every value must be known, and a box may be left unticked."""
    if question.is_many:
        return isinstance(answer, list) and all(isinstance(each, str) and each in question.values for each in answer)
    if question.kind is Kind.CHECKBOX:
        return isinstance(answer, bool)
    if isinstance(answer, str) and not answer.strip() and not question.choices:
        return True
    return reader_of(question)(answer, on) is not None


def _what_fits(question: Question) -> str:
    choices = ", ".join(choice.value for choice in question.choices)
    if question.is_many:
        return f"a list of: {choices}"
    match question.kind:
        case Kind.ONE:
            return f"one of: {choices}"
        case Kind.SCALE | Kind.NUMBER:
            return f"a whole number from {question.minimum} to {question.maximum}"
        case Kind.DATE:
            return f"a day written YYYY-MM-DD, not in the future and not over {OLDEST} years ago"
        case Kind.CHECKBOX:
            return "true or false"
    return "a text"


def _contradiction(answers: Mapping[str, Any], on: date) -> Iterator[str]:
    born, age = day_from(answers.get(BIRTH_DATE)), answers.get(AGE)
    if born and age is not None and age_on(born, on) != age:
        yield "age and date_of_birth do not agree: give one of them."
