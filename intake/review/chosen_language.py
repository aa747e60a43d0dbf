"""A language that a patient chose: what they have begun is read in it, and what waits for them leaves in it."""

from datetime import datetime

from django.db.models import Q

from clinic.accounts.models import Patient
from clinic.languages import of_messages
from clinic.outbox import letters
from intake.record.models import Intake
from intake.review.models import Case


def follow(patient: Patient, *, at: datetime) -> None:
    """Let the forms that somebody has begun, and messages about their forms, follow the language on their record."""
    own = Q(patient=patient) | Q(meant_for=patient)
    Intake.objects.unsent().filter(own, entered_by=None).update(language=patient.language, language_chosen_at=at)
    about = [*Intake.objects.filter(own), *Case.objects.not_closed().filter(patient=patient)]
    letters.speak(about, of_messages(patient.language))
