"""A visit with needles, and a note of it as a practitioner writes it."""

from datetime import datetime
from typing import Any

from clinic.accounts.models import Patient, Practitioner, User
from clinic.text import new_reference
from intake.treatment import services
from intake.treatment.models import NoteDraft, TreatmentNote

CONTENT: dict[str, Any] = {
    "regions": ["low_back"],
    "points": [{"words": "BL23", "code": "BL23", "side": "both"}, {"words": "the sore spot"}],
    "techniques": ["manual"],
    "depth": "usual",
    "position": "prone",
    "supervision": "bell",
    "needles": 8,
    "minutes": 25,
    "is_counted": True,
    "has_reactions": "no",
    "reactions": [],
    "severity": "",
    "reaction_words": "",
    "advice": "Walk a little today.",
    "remarks": "",
}


def content(**changes: Any) -> dict[str, Any]:
    return CONTENT | changes


def begun(patient: Patient, by: User, *, at: datetime, visit_ref: str = "") -> NoteDraft:
    """A draft of the note of a visit at this moment."""
    draft = services.open_note(
        patient=patient,
        practitioner=Practitioner.objects.get(user=by),
        visit_ref=visit_ref or new_reference(),
        visit_at=at,
        by=by,
        at=at,
    )
    assert isinstance(draft, NoteDraft)
    return draft


def signed(patient: Patient, by: User, *, at: datetime, past_reason: str = "", **changes: Any) -> TreatmentNote:
    """A signed note of a visit at this moment."""
    draft = begun(patient, by, at=at)
    return services.sign_note(
        draft, content=content(**changes), has_agreed=True, past_reason=past_reason, seen=draft.version, by=by, at=at
    )
