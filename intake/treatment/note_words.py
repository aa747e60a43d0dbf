"""A note in words: rows for the page and for paper, and the document that is taken out as JSON."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from clinic import formatting
from intake.treatment.models import Addendum, TreatmentNote
from intake.treatment.past_limits import points_of
from intake.treatment.vocabulary import Depth, EventKind, Position, Region, Severity, Supervision, Technique

FORMAT = "clinic-treatment-note-1"
_BETWEEN_PRACTITIONERS = frozenset({"limits", "past", "past_reason", "remarks"})


def rows_for_the_patient(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the rows without what is between practitioners: the limits, and what went past them."""
    return rows_of({key: value for key, value in content.items() if key not in _BETWEEN_PRACTITIONERS})


def rows_of(content: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the label and the words of everything a note says; what it does not say has no row."""
    rows = (
        (_("Where"), _labels(Region, content.get("regions", []))),
        (_("Points"), ", ".join(point.label for point in points_of(content))),
        (_("What was done"), _labels(Technique, content.get("techniques", []))),
        (_("How deep"), _label(Depth, content.get("depth"))),
        (_("Position"), _label(Position, content.get("position"))),
        (_("Needles"), _needles(content)),
        (_("Time in place"), formatting.length(content["minutes"]) if content.get("minutes") is not None else ""),
        (_("Who stayed"), _label(Supervision, content.get("supervision"))),
        (_("Reaction"), _reaction(content)),
        (_("Advice"), str(content.get("advice") or "")),
        (_("Remarks"), str(content.get("remarks") or "")),
        (_("Limits on the day"), "; ".join(content.get("limits", []))),
        (_("Past a limit"), " ".join([*content.get("past", []), str(content.get("past_reason") or "")]).strip()),
    )
    return [(label, words) for label, words in rows if words]


def short(content: Mapping[str, Any]) -> str:
    """Return a note in one line, for lists."""
    parts = (
        _labels(Region, content.get("regions", [])),
        ", ".join(point.label for point in points_of(content)),
        _needles(content),
    )
    return ". ".join(part for part in parts if part)


def document_of(note: TreatmentNote, addenda: Iterable[Addendum]) -> dict[str, Any]:
    """Return a note as a document: the codes as they are stored, and times in UTC."""
    return {
        "format": FORMAT,
        "reference": note.ref,
        "visit": {"reference": note.visit_ref, "at": note.visit_at.isoformat()},
        "patient": {
            "reference": note.patient.ref,
            "name": note.patient.full_name,
            "date_of_birth": note.patient.date_of_birth.isoformat(),
        },
        "practitioner": {"name": note.practitioner.user.name, "licence": note.practitioner.licence},
        "agreed_at": note.agreed_at.isoformat() if note.agreed_at else None,
        "signed": {"by": note.signed_name, "at": note.signed_at.isoformat()},
        "content": note.content,
        "addenda": [{"text": row.text, "by": row.by_name, "at": row.at.isoformat()} for row in addenda],
    }


def _label(choices: Any, code: Any) -> str:
    return str(dict(choices.choices).get(code, code or ""))


def _labels(choices: Any, codes: Iterable[str]) -> str:
    return ", ".join(_label(choices, code) for code in codes)


def _needles(content: Mapping[str, Any]) -> str:
    count = content.get("needles")
    if count is None:
        return ""
    words = ngettext("%(n)d needle", "%(n)d needles", count) % {"n": count}
    return _("%(needles)s, all counted out") % {"needles": words} if content.get("is_counted") else words


def _reaction(content: Mapping[str, Any]) -> str:
    if content.get("has_reactions") == "no":
        return pgettext("reaction", "None")
    if content.get("has_reactions") != "yes":
        return ""
    parts = (
        _labels(EventKind, content.get("reactions", [])),
        _label(Severity, content.get("severity")),
        str(content.get("reaction_words") or ""),
    )
    return ". ".join(part for part in parts if part)
