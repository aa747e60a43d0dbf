"""What the desk asks about a difference: the whole question, and both values in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic import formatting
from clinic.accounts.identity import IDENTITY
from clinic.accounts.models import Difference, Present
from clinic.booking.spoken import language_in_words
from intake.questionnaire import NEW_PATIENT

QUESTIONS: Mapping[str, Any] = {
    "full_name": gettext_lazy("What is the patient’s full name?"),
    "date_of_birth": gettext_lazy("What is the patient’s date of birth?"),
    "phone": gettext_lazy("Which phone number is right?"),
    "email": gettext_lazy("Which email address is right?"),
    "interpreter": gettext_lazy("Does the patient want an interpreter?"),
    "emergency_contact": gettext_lazy("Who is the emergency contact?"),
    "guardian_name": gettext_lazy("Who is the parent or guardian?"),
    "guardian_phone": gettext_lazy("What is the phone number of the parent or guardian?"),
    "guardian_present": gettext_lazy("Does a parent or guardian come to the visits?"),
}
"""How the desk asks about a field that a form can contradict; it asks about any other in the form’s own words."""


@dataclass(frozen=True)
class AskedDifference:
    """A difference as the desk reads it out."""

    difference: Difference
    question: str
    old: str
    new: str


def _question_about(field: str) -> str:
    code = next(code for code, kept in IDENTITY.items() if kept == field)
    return str(QUESTIONS.get(field) or NEW_PATIENT.question(code).wording)


def asked(differences: Iterable[Difference]) -> list[AskedDifference]:
    """Return each difference with its question and both values in words."""
    return [
        AskedDifference(row, _question_about(row.field), _in_words(row.field, row.old), _in_words(row.field, row.new))
        for row in differences
    ]


def _in_words(field: str, value: str) -> str:
    if not value:
        return _("nothing")
    if field == "date_of_birth":
        return formatting.calendar_date(date.fromisoformat(value))
    if field == "interpreter":
        return language_in_words(value)
    return str(dict(Present.choices).get(value, value)) if field == "guardian_present" else value
