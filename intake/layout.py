"""A screen of questions as one crispy layout object (decision 11).

A template per field costs several times the page itself. So a screen becomes plain dicts first, and ONE template
walks them. What a question always is (its names, ids, labels in a language) is worked out once and kept; what a
patient typed is added at each view. The names of the form's fields are known here only: `posted` reads them back.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Protocol

from crispy_forms.utils import TEMPLATE_PACK
from django.http import QueryDict
from django.template import Context, loader
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from intake.questionnaire import Kind, Question, Raw
from intake.questionnaire.expression import Has, Node, OneOf, Or, Picked, parse
from intake.questionnaire.model import NONE

TEMPLATE = "intake/_screen_fields.html"
OPENING = "intake/_question_opening.html"
DATE_PARTS = ("month", "day", "year")

_GROUPS = frozenset({Kind.ONE, Kind.MANY, Kind.BODY_MAP, Kind.SCALE, Kind.DATE})
_BOXES = frozenset({Kind.MANY, Kind.BODY_MAP})
# What a browser may fill in by itself. Everything else is told to keep out: answers stay out of its memory.
_AUTOCOMPLETE = {"full_name": "name", "phone": "tel", "email": "email", "date_of_birth": "bday"}
_INPUT = {Kind.PHONE: "tel", Kind.EMAIL: "email"}
# What the opening of a question reads besides its state.
_ALWAYS = ("id", "kind", "group", "radio", "required", "hint", "private")
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


class ScreenLayout:
    """The layout object of a screen; also usable without the crispy tag."""

    def render(self, form: ScreenForm, context: Context, template_pack: str = TEMPLATE_PACK, **_kw: Any) -> SafeString:
        """Return the fields of the screen as HTML; `clinic` and `nobody_reading` come from the page's context."""
        asked = question_dicts(form)
        language = get_language() or ""
        for question in asked:
            question["opening"] = _opening(question)
            if question["kind"] == Kind.BODY_MAP:
                question["figures"] = _figures(language)
        if cards := [card for question in asked for card in question.get("cards", ())]:
            clinic, nobody_reads = context.get("clinic"), bool(context.get("nobody_reading", False))
            numbers = (getattr(clinic, "emergency_number", ""), getattr(clinic, "crisis_number", ""))
            for card in cards:
                card["html"] = _card_html(card["kind"], card["advice"], numbers, nobody_reads, language)
        return SafeString(loader.get_template(TEMPLATE).render({"questions": asked}))


def _opening(asked: Mapping[str, Any]) -> str:
    """What stands before the answer, drawn once for each state of the question; kept with what it always is."""
    state = {name: asked[name] for name in ("hidden", "shown_by", "follow_up", "title", "described", "again")}
    state["error"] = bool(asked["error"])
    drawn: dict[tuple[Any, ...], str] = asked["openings"]
    key = tuple(state.values())
    if key not in drawn:
        always = {name: asked[name] for name in _ALWAYS}
        drawn[key] = loader.get_template(OPENING).render({"q": always | state})
    return drawn[key]


@lru_cache(maxsize=256)
def _card_html(kind: str, advice: tuple[str, ...], numbers: tuple[str, str], nobody_reads: bool, language: str) -> str:
    """The card of an emergency, drawn once for each advice: it is the dearest part of a screen of red flags."""
    clinic = {"emergency_number": numbers[0], "crisis_number": numbers[1]}
    context = {"clinic": clinic, "kind": kind, "advice": advice, "heading": "h2", "nobody_reading": nobody_reads}
    return loader.get_template("components/emergency_card.html").render(context)


@lru_cache(maxsize=16)
def _figures(language: str) -> str:
    """The front and back of a body, drawn once for each language."""
    return loader.get_template("components/body_map.html").render({})


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
    language = get_language() or ""
    asked = [_asked(question, form, _fixed(question, language), on_screen) for question in form.questions]
    if form.question_is_heading:
        for first in [question for question in asked if not question["hidden"]][:1]:
            first["title"] = format_html("<h1>{}</h1>", first["wording"])
    return asked


def _asked(question: Question, form: ScreenForm, fixed: dict[str, Any], on_screen: set[str]) -> dict[str, Any]:
    """What a question always is, and what this patient has made of it."""
    code, raw = question.code, form.raw.get(question.code, "")
    shown, problem = code in form.shown, form.problems.get(code)
    asked = fixed | {
        "hidden": not shown,
        "error": problem,
        "again": code in form.again,
        "shown_by": _shown_by(fixed["reads"], on_screen, shown=shown),
        "follow_up": any(other in on_screen for other in fixed["reads_codes"]),
    }
    if asked["again"]:
        asked["described"] = f"{asked['described']} id_{code}-again".strip()
    if problem:
        asked["described"] = f"{asked['described']} id_{code}-error".strip()
    match question.kind:
        case Kind.ONE | Kind.SCALE | Kind.MANY | Kind.BODY_MAP:
            asked["picked"] = picked = frozenset(raw) if isinstance(raw, list) else frozenset((raw,))
            asked["rows"] = SafeString(
                "".join([row["checked"] if row["value"] in picked else row["plain"] for row in fixed["choices"]])
            )
        case Kind.DATE:
            typed = raw if isinstance(raw, dict) else {}
            asked["parts"] = [part | {"value": typed.get(part["name"], "")} for part in fixed["parts"]]
        case _:
            asked["value"] = raw
    if cards := form.emergencies.get(code):
        asked["cards"] = _cards(code, cards, asked["picked"])
    return asked


_KEPT: dict[tuple[int, str], dict[str, Any]] = {}


def _fixed(question: Question, language: str) -> dict[str, Any]:
    """What a question always is in a language; worked out once.

    Kept by identity: a question is a constant, and hashing all its words would cost more than it saves. The kept dict
    holds the question itself, so that its identity is never given to another one.
    """
    kept = _KEPT.get((id(question), language))
    if kept is None:
        kept = _KEPT[id(question), language] = _work_out(question)
    return kept


def _work_out(question: Question) -> dict[str, Any]:
    code = question.code
    hint = gettext(question.hint) if question.hint else ""
    ends = _ENDS.fullmatch(hint) if question.kind is Kind.SCALE else None
    reads = _simple_parts(parse(question.show_if))
    return {
        "question": question,
        "code": code,
        "id": f"id_{code}",
        "kind": question.kind.value,
        "group": question.kind in _GROUPS,
        "radio": question.kind in {Kind.ONE, Kind.SCALE},
        "wording": gettext(question.wording),
        "title": gettext(question.wording),
        "hint": "" if ends else hint,
        "ends": ends.groups() if ends else (),
        "required": question.required,
        "private": question.private,
        "described": " ".join(
            f"id_{code}-{what}"
            for what in ("hint", "private")
            if (what == "hint" and hint) or (what == "private" and question.private)
        ),
        "openings": {},
        "reads": reads,
        "reads_codes": {other for other, _values in reads[0]},
        "choices": _choices(question),
        "short": len(question.choices) == 3 and all(len(gettext(choice.label)) < 12 for choice in question.choices),
        "parts": _date_parts(code) if question.kind is Kind.DATE else [],
        "input": _INPUT.get(question.kind, "text"),
        "autocomplete": _AUTOCOMPLETE.get(code, "off"),
    }


def _choices(question: Question) -> list[dict[str, Any]]:
    """The rows of a question. "None of these" comes last, set apart: it answers for all the others."""
    if question.kind is Kind.SCALE:
        pairs = [(str(n), str(n)) for n in range(question.minimum or 0, (question.maximum or 10) + 1)]
    else:
        pairs = [(choice.value, gettext(choice.label)) for choice in question.choices]
    kind = "checkbox" if question.kind in _BOXES else "radio"
    rows = [_row(question, kind, number, value, label) for number, (value, label) in enumerate(pairs)]
    return sorted(rows, key=lambda row: bool(row["apart"]))


def _row(question: Question, kind: str, number: int, value: str, label: str) -> dict[str, Any]:
    """A choice with its two looks, picked and not: they never change, so a page only puts them one after the other."""
    apart = question.has_none and value == NONE
    before = format_html('<p class="or">{}</p>', gettext("or")) if apart else SafeString("")
    scale = question.kind is Kind.SCALE
    pattern = (
        "{}<label><input {}{}>{}</label>" if scale else ('{}<label class="choice"><input {}{}><span>{}</span></label>')
    )
    fixed = format_html(
        'type="{}" name="{}" value="{}" id="id_{}_{}"', kind, question.code, value, question.code, number
    )
    return {
        "value": value,
        "apart": apart,
        "plain": format_html(pattern, before, fixed, "", label),
        "checked": format_html(pattern, before, fixed, " checked", label),
    }


def _date_parts(code: str) -> list[dict[str, str]]:
    """The three fields of a date, in the order in which they are spoken here."""
    labels = {"month": gettext("Month"), "day": gettext("Day"), "year": gettext("Year")}
    fills = _AUTOCOMPLETE.get(code)
    return [
        {"name": part, "label": labels[part], "autocomplete": f"{fills}-{part}" if fills else "off"}
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
    found: list[tuple[str, str]] = []
    rest = False
    for part in node.parts if isinstance(node, Or) else (node,):
        match part:
            case OneOf(code=code, values=values) | Has(code=code, values=values):
                found.append((code, "|".join(values)))
            case Picked(code=code):
                found.append((code, "*"))
            case _:
                rest = True
    return found, not rest


def _shown_by(reads: type_parts, on_screen: Collection[str], *, shown: bool) -> str:
    """Return the rule of `data-shown-by`, or "" where only the server can say.

    A show-if that also reads other screens may reveal a question at the tap, never hide one that the server showed.
    """
    here = [part for part in reads[0] if part[0] in on_screen]
    decides_all = reads[1] and len(here) == len(reads[0])
    if not here or (shown and not decides_all):
        return ""
    return ";".join(f"{code}={values}" for code, values in here)


def _cards(code: str, emergencies: Mapping[str, Emergency], picked: Collection[str]) -> list[dict[str, Any]]:
    """One card for each different advice, with the answers that open it."""
    values: dict[Emergency, list[str]] = {}
    for value, emergency in emergencies.items():
        values.setdefault(emergency, []).append(value)
    return [
        {
            "kind": emergency.kind,
            "advice": emergency.advice,
            "rule": f"{code}={'|'.join(those)}",
            "hidden": picked.isdisjoint(those) if isinstance(picked, frozenset) else True,
        }
        for emergency, those in values.items()
    ]
