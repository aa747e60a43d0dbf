"""From codes to the words a person reads: questions, answers, names of rules."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import formatting
from intake.questionnaire import QUESTIONNAIRES, Kind, Question, Questionnaire
from intake.questionnaire.wording import _ as noop
from intake.screening import RULE_SETS
from intake.screening import candidate as carried
from intake.screening.retired import RETIRED


def said(question: Question, value: Any) -> list[str]:
    """Return an answer, raw or cleaned, in the words of the form; a list of several for 'tap all that fit'."""
    if value in (None, "", [], {}):
        return []
    if question.kind is Kind.CHECKBOX:
        return [_("Agreed")] if value in (True, "on") else []
    if question.kind is Kind.DATE and isinstance(value, dict):
        return [_date_in_words(value)]
    labels = question.labels
    picked = value if isinstance(value, list) else [value]
    return [_(labels[choice]) if choice in labels else str(choice) for choice in picked]


def _date_in_words(parts: Mapping[str, Any]) -> str:
    """Return a date as the house writes one; what was typed, where it is none or not whole."""
    typed = [str(parts.get(part) or "?") for part in ("month", "day", "year")]
    on = formatting.read_date("/".join(typed))
    return formatting.calendar_date(on) if on else "/".join(typed)


def wording_of(questionnaire: str, code: str) -> str:
    """Return the question as the patient read it; the code itself for one that no longer exists."""
    try:
        return _(QUESTIONNAIRES[questionnaire].known[code].wording)
    except KeyError:
        return code


def answer_of(questionnaire: str, code: str, value: Any) -> str:
    """Return an answer in words on one line."""
    try:
        question = QUESTIONNAIRES[questionnaire].known[code]
    except KeyError:
        return str(value)
    return ", ".join(said(question, value)) or _("Not answered")


def by_step(
    questionnaire: Questionnaire, raw: dict[str, Any]
) -> Iterator[tuple[str, list[tuple[Question, list[str]]]]]:
    """Yield each step's title with its answered questions and their words."""
    for step in questionnaire.steps:
        rows = [(question, said(question, raw[question.code])) for question in step.questions if raw.get(question.code)]
        if rows:
            yield _(step.title), rows


def rule_name(code: str) -> str:
    """Return the name of a rule that people read, also of one that is retired; the code itself for a stranger."""
    if code in _NAMES:
        return _(_NAMES[code])
    new = carried.CANDIDATE.changes() if carried.CANDIDATE else []
    return next((_(change.name) for change in new if change.code == code), code)


# What a practitioner writes down of a treatment, and no rule reads in an answer.
REACTION = "serious_reaction"
_NAMES: Mapping[str, str] = {
    REACTION: noop("Serious reaction after needles"),
    **RETIRED,
    **{rule.code: rule.name for rules in RULE_SETS.values() for rule in rules.rules},
}

# How far a source was looked up, in the marks of the data: for whoever signs the rules, not for the page.
MARKS = re.compile(r"\s*\[V[^\]]*\]")
FROM_MEMORY = re.compile(r"[^;]*\bfrom memory\b[^;]*")


def source_of(source: str) -> str:
    """Return where a rule comes from as people read it.

    What nobody has looked up is marked so in the data. Until a practitioner signs it, a page calls it what it is.
    """
    teaching = _("Clinical teaching")
    parts = [teaching if FROM_MEMORY.fullmatch(part) else part.strip() for part in MARKS.sub("", source).split(";")]
    return "; ".join(dict.fromkeys(part for part in parts if part))


CONTACT = {
    "now": gettext_lazy("Call now"),
    "same day": gettext_lazy("Call the same day"),
    "2 days": gettext_lazy("Call within 2 working days"),
    "next working day": gettext_lazy("Call the next working day"),
    "none": gettext_lazy("No call is due"),
}
