"""A screen of questions as one crispy layout object (decision 11).

A template per field costs several times the page itself. So a screen becomes plain dicts first, and ONE template
walks them. The names of the form's fields are known here only: `posted` reads them back.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from crispy_forms.utils import TEMPLATE_PACK
from django.http import QueryDict
from django.template import Context, loader
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from clinic.choices import Option
from intake.questionnaire import Kind, Question, Raw
from intake.questionnaire.expression import Has, Node, OneOf, Or, Picked, parse
from intake.questionnaire.model import NONE

TEMPLATE = "intake/_screen_fields.html"
DATE_PARTS = ("month", "day", "year")

_GROUPS = frozenset({Kind.ONE, Kind.MANY, Kind.BODY_MAP, Kind.SCALE, Kind.DATE})
_BOXES = frozenset({Kind.MANY, Kind.BODY_MAP})
# What a browser may fill in by itself: what belongs to whoever fills the form in, by the answer to "form_filler".
# Everything else is told to keep out: answers stay out of its memory.
SELF = "self"
_AUTOCOMPLETE: Mapping[str, Mapping[str, str]] = {
    SELF: {"full_name": "name", "phone": "tel", "email": "email", "date_of_birth": "bday"},
    "parent_guardian": {"guardian_name": "name", "guardian_phone": "tel", "email": "email"},
}
_INPUT = {Kind.PHONE: "tel", Kind.EMAIL: "email"}
_ENDS = re.compile(r"(0 .+?), (10 .+)")


@dataclass(frozen=True)
class Emergency:
    """What is said at the tap when this answer is chosen: 911 first, or 988 first, and the rule's own advice."""

    kind: Literal["emergency", "crisis"] = "emergency"
    advice: tuple[str, ...] = ()


class ScreenForm(Protocol):
    """What a form hands to the layout: the questions of a screen and all that is known about them."""

    @property
    def questions(self) -> Sequence[Question]: ...
    @property
    def raw(self) -> Mapping[str, Raw]: ...
    @property
    def shown(self) -> Collection[str]: ...
    @property
    def again(self) -> Collection[str]: ...
    @property
    def problems(self) -> Mapping[str, str]: ...
    @property
    def emergencies(self) -> Mapping[str, Mapping[str, Emergency]]: ...
    @property
    def question_is_heading(self) -> bool: ...
    @property
    def filled_in_by(self) -> str: ...
    @property
    def at_once(self) -> str: ...
    @property
    def last(self) -> Mapping[str, Any]: ...


class ScreenLayout:
    """The layout object of a screen; also usable without the crispy tag."""

    def render(self, form: ScreenForm, context: Context, template_pack: str = TEMPLATE_PACK, **_kw: Any) -> SafeString:
        """Return the fields of the screen as HTML; `clinic` and `nobody_reading` come from the page's context."""
        page = {name: context.get(name) for name in ("clinic", "nobody_reading")}
        return SafeString(loader.get_template(TEMPLATE).render({"questions": question_dicts(form), **page}))


def posted(questions: Iterable[Question], data: QueryDict) -> dict[str, Raw]:
    """Return what was typed, by code; only the questions asked for, every one of them."""
    return {question.code: _posted(question, data) for question in questions}


def error_links(form: ScreenForm) -> list[dict[str, str]]:
    """Return the sentences of the error summary, each with the id of the first field that can mend it."""
    return [
        {"id": first_id(question), "text": form.problems[question.code]}
        for question in form.questions
        if question.code in form.problems
    ]


def question_dicts(form: ScreenForm) -> list[dict[str, Any]]:
    """Return the screen as the template reads it: one dict a question, in order."""
    on_screen = {question.code for question in form.questions}
    rows = [_asked(question, form, on_screen) for question in form.questions]
    if form.question_is_heading:
        for first in [question for question in rows if not question["hidden"]][:1]:
            first["is_heading"] = True
    return rows


def _asked(question: Question, form: ScreenForm, on_screen: Collection[str]) -> dict[str, Any]:
    """What a question always is, and what this patient has made of it."""
    code, raw = question.code, form.raw.get(question.code, "")
    last = form.last.get(code)
    if last is not None and last.is_same:
        # "No change" is tapped: nothing else is.
        raw = ""
    is_shown, problem = code in form.shown, form.problems.get(code, "")
    reads = _simple_parts(parse(question.show_if))
    picked = frozenset(raw) if isinstance(raw, list | dict) else frozenset((raw,))
    fills = _AUTOCOMPLETE.get(form.filled_in_by, {}).get(code, "")
    row = _fixed(question) | {
        "autocomplete": fills or "off",
        "hidden": not is_shown,
        "error": problem,
        "again": code in form.again,
        "shown_by": _shown_by(reads, on_screen, shown=is_shown),
        "follow_up": any(other_code in on_screen for other_code, _values in reads[0]),
        "value": raw,
        "rows": _rows(question, picked),
        "parts": _date_parts(fills, raw if isinstance(raw, dict) else {}) if question.kind is Kind.DATE else [],
        "cards": _cards(code, form.emergencies.get(code, {}), picked),
        "last": last,
        "at_once": form.at_once == code,
        "is_changed": bool(problem) or bool(raw and any(raw.values() if isinstance(raw, dict) else raw)),
    }
    if last is not None and last.offered:
        # A box stands among the radio buttons: the group is a plain one.
        row["radio"] = False
        if last.is_edited and not raw:
            row["value"] = last.raw
    parts = {
        "last": last is not None and bool(last.words),
        "whole": last is not None and bool(last.whole_again),
        "hint": row["hint"] or row["ends"],
        "again": row["again"],
        "private": question.private,
    }
    notes = parts | {"error": problem}
    row["described"] = " ".join(f"{row['id']}-{name}" for name, stands in notes.items() if stands)
    return row


def _fixed(question: Question) -> dict[str, Any]:
    """What a question is for everybody, in the language of the page."""
    hint = gettext(question.hint) if question.hint else ""
    ends = _ENDS.fullmatch(hint) if question.kind is Kind.SCALE else None
    return {
        "code": question.code,
        "id": _id(question),
        "kind": question.kind.value,
        "group": question.kind in _GROUPS,
        "radio": question.kind in {Kind.ONE, Kind.SCALE},
        "type": "radio" if question.kind is Kind.ONE else "checkbox",
        "wording": gettext(question.wording),
        "is_heading": False,
        "hint": "" if ends else hint,
        "ends": ends.groups() if ends else (),
        "required": question.required,
        "private": question.private,
        "short": len(question.choices) == 3 and all(len(gettext(choice.label)) < 12 for choice in question.choices),
        "input": _INPUT.get(question.kind, "text"),
    }


def _rows(question: Question, picked: Collection[str]) -> list[Option]:
    """The choices of a question. "None of these" comes last, set apart: it answers for all the others."""
    if question.kind is Kind.CHECKBOX:
        return [Option("on", gettext(question.wording), checked=picked != {""}, id=_id(question))]
    if question.kind is Kind.SCALE:
        pairs = [(str(n), str(n)) for n in range(question.minimum or 0, (question.maximum or 10) + 1)]
    else:
        pairs = [(choice.value, gettext(choice.label)) for choice in question.choices]
    rows = [
        Option(
            value,
            label,
            checked=value in picked,
            id=f"{_id(question)}_{number}",
            apart=question.has_none and value == NONE,
        )
        for number, (value, label) in enumerate(pairs)
    ]
    return sorted(rows, key=lambda row: row.apart)


def _date_parts(fills: str, typed: Mapping[str, str]) -> list[dict[str, str]]:
    """The three fields of a date, in the order in which they are spoken here."""
    labels = {"month": gettext("Month"), "day": gettext("Day"), "year": gettext("Year")}
    return [
        {
            "name": part,
            "label": labels[part],
            "autocomplete": f"{fills}-{part}" if fills else "off",
            "value": typed.get(part, ""),
        }
        for part in DATE_PARTS
    ]


def _posted(question: Question, data: QueryDict) -> Raw:
    if question.kind is Kind.DATE:
        return {part: data.get(f"{question.code}-{part}", "") for part in ("day", "month", "year")}
    return data.getlist(question.code) if question.kind in _BOXES else data.get(question.code, "")


def first_id(question: Question) -> str:
    """Return the id of the field that a link to the question leads to."""
    if question.kind is Kind.DATE:
        return f"id_{question.code}-month"
    if question.kind in _GROUPS:
        return f"{_id(question)}_{0 if not question.has_none else _first_row(question)}"
    return _id(question)


def _id(question: Question) -> str:
    return f"id_{question.code}"


def _first_row(question: Question) -> int:
    """The number of the row that stands first once "None of these" has moved to the end."""
    return next((n for n, choice in enumerate(question.choices) if choice.value != NONE), 0)


type_parts = tuple[list[tuple[str, str]], bool]


def _simple_parts(node: Node) -> type_parts:
    """The parts of a show-if that a tap can decide, as (code, values), any one being enough; and whether that is all.

    Ages, NOT, AND and what the recogniser reads are left to the server: the question then appears after Continue.
    """
    parts: list[tuple[str, str]] = []
    rest = False
    for part in node.parts if isinstance(node, Or) else (node,):
        match part:
            case OneOf(code=code, values=values) | Has(code=code, values=values):
                parts.append((code, "|".join(values)))
            case Picked(code=code):
                parts.append((code, "*"))
            case _:
                rest = True
    return parts, not rest


def _shown_by(reads: type_parts, on_screen: Collection[str], *, shown: bool) -> str:
    """Return the rule of `data-shown-by`, or "" where only the server can say.

    A show-if that also reads other screens may reveal a question at the tap, never hide one that the server showed.
    """
    parts = [part for part in reads[0] if part[0] in on_screen]
    decides_all = reads[1] and len(parts) == len(reads[0])
    if not parts or (shown and not decides_all):
        return ""
    return ";".join(f"{code}={values}" for code, values in parts)


def _cards(code: str, emergencies: Mapping[str, Emergency], picked: Collection[str]) -> list[dict[str, Any]]:
    """One card for each different advice, with the answers that open it."""
    values: dict[Emergency, list[str]] = {}
    for value, emergency in emergencies.items():
        values.setdefault(emergency, []).append(value)
    return [
        {
            "kind": emergency.kind,
            "advice": emergency.advice,
            "rule": f"{code}={'|'.join(answers)}",
            "hidden": frozenset(picked).isdisjoint(answers),
        }
        for emergency, answers in values.items()
    ]
