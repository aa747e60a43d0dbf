"""What stands in the addresses of the treatment: a draft, a signed note, an event, and whose they are."""

from datetime import datetime
from typing import Any

from clinic.accounts.models import Patient, User
from intake.treatment.models import AdverseEvent, NoteDraft, TreatmentNote
from tests.intake.treatment.notes import begun, signed

MODELS = {
    "draft": NoteDraft,
    "note": TreatmentNote,
    "paper": TreatmentNote,
    "document": TreatmentNote,
    "event": AdverseEvent,
}


def furnish(ana: User, noor: User, *, at: datetime) -> None:
    """A note that Noor writes about Ana, one she signed, and what went wrong with it."""
    patient = Patient.objects.get(user=ana)
    begun(patient, noor, at=at)
    happened = {"has_reactions": "yes", "reactions": ["bleeding"], "severity": "mild"}
    # Nobody has decided about Ana yet: needles all the same are explained.
    signed(patient, noor, at=at, past_reason="We talked about it.", **happened)


def place(name: str) -> Any:
    """Return what stands in an address of this room."""
    model = MODELS.get(name.removeprefix("treatment:"), Patient)
    return model.objects.order_by("pk").values_list("ref", flat=True)[0]  # type: ignore[attr-defined]  # each has one
