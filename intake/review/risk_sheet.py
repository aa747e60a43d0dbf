"""The risk sheet signed in person: before needles it is signed in its current version, on a form or here.

Whether it is, `intake.review.standing` says (`has_signed_risks`).
"""

from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from clinic.languages import SOURCE
from intake.questionnaire.consent import CONSENT_VERSION
from intake.record import later
from intake.record.consent_words import hash_in
from intake.record.errors import ReviewError
from intake.record.models import Consent
from intake.review import withdrawal
from intake.review.one_person import records_of

if TYPE_CHECKING:
    from clinic.accounts.models import User


@audited_transaction()
def sign_in_person(patient: Patient, *, signed_name: str, by: "User", at: datetime) -> Consent:
    """Keep that the patient heard today's risk sheet from a practitioner and agreed to it, by the name they gave.

    It stands beside the person's last full form. PermissionDenied for anyone but a practitioner; ReviewError without a
    name, without a form, while consent is withdrawn, and where this version is signed already.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only a practitioner can go over the risks with a patient."))
    if not signed_name.strip():
        raise ReviewError(_("Write the full name of the person who agreed."), about="signed_name")
    Patient.objects.select_for_update().get(pk=patient.pk)
    records = records_of(patient)
    if withdrawal.is_withdrawn(patient):
        raise ReviewError(_("Consent to needles is withdrawn. Take it again on the treatment page first."))
    if Consent.objects.filter(intake__patient__in=records, text_version=CONSENT_VERSION).exists():
        raise ReviewError(_("The current risks of acupuncture are signed already."))
    form = later.last_full_form(records)
    if form is None:
        raise ReviewError(_("The health form is missing. Ask the patient to fill it in first."))
    language = language_of(patient)
    consent = Consent.objects.create(
        intake=form,
        revision=form.answers.exclude(frozen_at=None).latest("revision").revision,
        text_version=CONSENT_VERSION,
        language=language,
        text_hash=hash_in(language),
        signed_name=signed_name.strip(),
        at=at,
        by=by,
    )
    audit.record("consent.signed_in_person", on=patient, by=by, at=at, version=CONSENT_VERSION)
    return consent


def language_of(patient: Patient) -> str:
    """Return the language in which the patient is shown the sheet: the one they read."""
    return patient.language or SOURCE.code
