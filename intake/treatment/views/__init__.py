"""The pages of the treatment. Practitioners only; administrators see how often something went wrong, in counts."""

from intake.treatment.views.notes import document, draft, note, paper
from intake.treatment.views.people import alone, consent, new_event, person, person_document, person_paper
from intake.treatment.views.register import event, register

__all__ = [
    "alone",
    "consent",
    "document",
    "draft",
    "event",
    "new_event",
    "note",
    "paper",
    "person",
    "person_document",
    "person_paper",
    "register",
]
