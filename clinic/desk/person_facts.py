"""What the desk needs to know of a person beside their visits: their language, and what being a minor asks for."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.booking.spoken import facts_of as facts_of
from intake.questionnaire.dates import ADULT as ADULT
from intake.questionnaire.dates import age_on, can_consent_alone
from intake.record.models import Consent
from intake.review import own_consent

# So long before the birthday somebody is asked how it goes on.
SOON_DAYS = 60


def is_minor(patient: Patient, *, on: date) -> bool:
    return age_on(patient.date_of_birth, on) < ADULT


@dataclass(frozen=True)
class Guardianship:
    """Who speaks for a minor: who has signed and when, who may bring the child, and what changes at 18."""

    is_minor: bool
    signed_by: str
    signed_on: str
    turns: str
    signs_anew: bool
    # A practitioner has said that no parent or guardian signs; why is not the desk's to know.
    consents_alone: bool = False
    # Of an age at which a practitioner may say so.
    may_be_asked: bool = False

    @property
    def matters(self) -> bool:
        return self.is_minor or self.signs_anew


def guardianship_of(patient: Patient, *, on: date) -> Guardianship:
    """Return what is to be known today. The signature is that of the newest form that is part of the record."""
    minor, born = is_minor(patient, on=on), patient.date_of_birth
    consents = Consent.objects.filter(intake__patient=patient).order_by("-at", "-pk")
    # Of somebody under 18 it is the guardian's that counts, whoever signed a newer sheet beside it.
    signed = (consents.exclude(guardian_name="") if minor else consents).first()
    leap_day = (born.month, born.day) == (2, 29)
    birthday = date(born.year + ADULT, 3, 1) if leap_day else born.replace(year=born.year + ADULT)
    return Guardianship(
        is_minor=minor,
        signed_by=signed.guardian_name if signed else "",
        signed_on=formatting.calendar_date(timezone.localdate(signed.at)) if signed and signed.guardian_name else "",
        turns=formatting.calendar_date(birthday) if minor and (birthday - on).days <= SOON_DAYS else "",
        signs_anew=not minor and bool(signed and signed.guardian_name),
        consents_alone=own_consent.consents_alone(patient, on=on),
        may_be_asked=can_consent_alone(born, on=on),
    )
