"""Answers as JSON, from outside: strictly checked, then screened. Nothing is screened unless all of it is sound.

An object is the bare answers, or ``{"questionnaire": …, "on": "YYYY-MM-DD", "answers": {…}}``; ``age`` may stand for
``date_of_birth``. None, "" and [] are unanswered. "None" together with other choices is accepted: a rule reads it.

Beside the answers of a visit update or a check-in stand those of the last full form, ``"intake": {…}``, and if it is
known the day they were given, ``"intake_on"``: without it they are as old as the screening. What the record of the
visit tells (``hours_since_visit``, ``visit_areas``) stands among the answers. An update answers only what changed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn

from clinic.birth_dates import OLDEST
from intake.questionnaire import CHECK_IN, NEW_PATIENT, QUESTIONNAIRES, Kind, Question, Questionnaire
from intake.questionnaire.dates import age_on, day_from
from intake.screening.before import record_for_check_in
from intake.screening.finding import Finding, Record, Screening
from intake.screening.form import form_of
from intake.screening.merge import Given, record_of
from intake.screening.readers import AGE, BIRTH_DATE, reader_of
from intake.screening.ruleset import NO_RECORD, screen

ENVELOPE = frozenset({"questionnaire", "on", "answers"})
BEFORE = frozenset({"intake", "intake_on"})
"""What else an envelope holds where the questionnaire reads the last full form."""


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
    intake: Given | None = None

    def screen(self) -> Screening:
        return screen(self.answers, on=self.on, questionnaire=self.questionnaire, record=self._record())

    def _record(self) -> Record:
        if self.intake is None:
            return NO_RECORD
        if self.questionnaire.code == CHECK_IN.code:
            return record_for_check_in(self.intake)
        return record_of(self.intake, on=self.on)


def sittings(text: str, *, lines: bool, today: date) -> list[Sitting]:
    """Read one object, or with `lines` one on every line that is not blank. Raises InputError: all that is wrong."""
    rows = [(f"Line {n}: ", row) for n, row in enumerate(text.split("\n"), 1) if row.strip()] if lines else [("", text)]
    all_sittings: list[Sitting] = []
    sentences: list[str] = []
    for where, row in rows:
        try:
            all_sittings.append(_sitting(row, today))
        except InputError as bad:
            sentences += [where + sentence for sentence in bad.sentences]
    if sentences:
        raise InputError(sentences)
    return all_sittings


def as_json(screening: Screening, questionnaire: Questionnaire = NEW_PATIENT) -> dict[str, Any]:
    """The result as it is printed."""
    return {
        "tier": str(screening.tier),
        **({"level": screening.level} if questionnaire.has_levels else {}),
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
    raw = _object(text)
    envelope = raw if (ENVELOPE | BEFORE) & raw.keys() else {"answers": raw}
    questionnaire = QUESTIONNAIRES.get(str(envelope.get("questionnaire", NEW_PATIENT.code)))
    on = day_from(envelope["on"]) if "on" in envelope else today
    before_on = day_from(envelope["intake_on"]) if "intake_on" in envelope else on
    sentences = list(_misplaced(envelope, questionnaire, on, before_on))
    if sentences or questionnaire is None or on is None or before_on is None:
        raise InputError(sentences)
    before, answers = envelope.get("intake", {}), envelope["answers"]
    sentences = [f"In the intake: {wrong}" for wrong in _wrong(NEW_PATIENT, before, before_on)]
    sentences += _wrong(questionnaire, answers, on)
    if sentences:
        raise InputError(sentences)
    valid_before = form_of(NEW_PATIENT).valid(before, before_on)
    return Sitting(questionnaire, on, answers, Given(valid_before, before_on) if questionnaire.from_intake else None)


def _misplaced(
    envelope: Mapping[str, Any], questionnaire: Questionnaire | None, on: date | None, before_on: date | None
) -> Iterator[str]:
    """What the envelope may not hold, lacks, or holds wrongly."""
    places = ENVELOPE | BEFORE if questionnaire is None or questionnaire.from_intake else ENVELOPE
    yield from (f'There is no place for "{key}" beside the answers.' for key in sorted(envelope.keys() - places))
    if questionnaire is None:
        yield f"There is no such questionnaire; there is {', '.join(QUESTIONNAIRES)}."
    if on is None:
        yield '"on" is a day written YYYY-MM-DD.'
    elif "intake_on" in places and (before_on is None or before_on > on):
        yield '"intake_on" is a day written YYYY-MM-DD, not after the day of the screening.'
    if "intake" in places and "intake" not in envelope and questionnaire is not None:
        yield f'Beside the answers of {questionnaire.code} stands "intake", the answers of the last full form.'
    elif not isinstance(envelope.get("intake", {}), dict) and "intake" in places:
        yield '"intake" is an object of question codes and answers.'
    if not isinstance(envelope.get("answers"), dict):
        yield '"answers" is an object of question codes and answers.'


def _object(text: str) -> dict[str, Any]:
    try:
        decoded = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except InputError:
        raise
    except (ValueError, RecursionError):
        raise InputError(["This is not one JSON object."]) from None
    if not isinstance(decoded, dict):
        raise InputError(["This is not one JSON object."])
    return decoded


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no key stands twice: of two answers to one question none may win silently."""
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        raise InputError(["A key stands twice in one object."])
    return mapping


def _no_constant(_name: str) -> NoReturn:
    raise ValueError


def _wrong(questionnaire: Questionnaire, answers: Mapping[str, Any], on: date) -> Iterator[str]:
    for code, answer in answers.items():
        if answer is None or answer == "" or answer == []:
            continue
        if code == AGE and BIRTH_DATE in questionnaire:
            if type(answer) is not int or not 0 <= answer <= OLDEST:
                yield f"age is a whole number from 0 to {OLDEST}."
        elif code not in questionnaire.answerable:
            yield f'There is no question "{code}" in {questionnaire.code}.'
        elif not _fits(questionnaire.answerable[code], answer, on):
            yield f"{code} is {_what_fits(questionnaire.answerable[code])}."
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
