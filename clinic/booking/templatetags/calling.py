"""Before somebody dials: the number, the language, the interpreter, and who speaks for a child.

`{% load calling %}{% call_line patient %}`, on every list from which a person is called.
"""

from datetime import date
from typing import Any

from django import template
from django.utils import timezone

from clinic.accounts.models import Patient
from clinic.booking.spoken import facts_of
from intake.questionnaire.dates import ADULT, age_on
from intake.record.models import Intake
from intake.review import own_consent

register = template.Library()


@register.inclusion_tag("components/call_line.html")
def call_line(person: Patient | Intake, *, number: bool = True) -> dict[str, Any]:
    """Show how to call the person of a record or a form; without `number` only what is to be known before."""
    born = person.date_of_birth
    is_minor = born is not None and age_on(born, on := timezone.localdate()) < ADULT and not _speaks_alone(person, on)
    return {
        "phone": person.phone,
        "shows_number": number,
        "facts": facts_of(person),
        "is_minor": is_minor,
        "guardian": getattr(person, "guardian_name", "") if is_minor else "",
        "guardian_phone": getattr(person, "guardian_phone", "") if is_minor else "",
    }


def _speaks_alone(person: Patient | Intake, on: date) -> bool:
    """Whether a minor may consent alone: nobody speaks with a parent then. Of a form that is nobody's, no."""
    patient = person if isinstance(person, Patient) else person.patient
    return patient is not None and own_consent.consents_alone(patient, on=on)
