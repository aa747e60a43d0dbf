"""The signature of a parent or guardian alone, under a form that is here already (decision 40).

A child signed without one, or somebody became known as under 18: the parent reads today's sheet of risks and signs,
without answering the form anew and without reading the child's answers.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Patient
from clinic.accounts.roles import DESK, PRACTITIONER, role_of
from clinic.audit.transaction import audited_transaction
from clinic.characters import clean_line, fold, has_letter
from intake.questionnaire.consent import CONSENT_VERSION
from intake.questionnaire.dates import ADULT, age_on
from intake.record import later
from intake.record.consent_words import hash_in
from intake.record.errors import ReviewError
from intake.record.models import Consent
from intake.review import own_consent, withdrawal
from intake.review.one_person import records_of, seen_on

if TYPE_CHECKING:
    from clinic.accounts.models import User


def why_not(patient: Patient, *, on: date) -> str:
    """Return why nobody can sign for this person now, as a sentence with what to do; empty where somebody can."""
    records = records_of(patient)
    if patient.ended_why:
        return patient.ended_words
    if age_on(patient.date_of_birth, on) >= ADULT:
        return _("This patient is 18 or older and signs for themselves.")
    if own_consent.consents_alone(patient, on=on):
        return _("No guardian needed.")
    if withdrawal.is_withdrawn(patient):
        return _("Consent to needles is withdrawn. Take it again on the treatment page first.")
    if Consent.objects.filter(intake__patient__in=records).exclude(guardian_name="").exists():
        return _("A parent or guardian has signed already.")
    if later.last_full_form(records) is None:
        return _("The health form is missing. Fill in and sign the form together.")
    return ""


@audited_transaction()
def sign(patient: Patient, *, name: str, has_agreed: bool, language: str, by: "User", at: datetime) -> Consent:
    """Keep that a parent or guardian read today's sheet of risks in this language and agreed, under the last full form
    as it was sent. `by` is the mailbox they signed on, or whoever was with them at the desk.

    PermissionDenied for anybody else; ReviewError without the box or a name, for the patient's own name, and for what
    `why_not` says.
    """
    if role_of(by) not in (DESK, PRACTITIONER) and patient.pk not in seen_on(by):
        raise PermissionDenied
    Patient.objects.select_for_update().get(pk=patient.pk)
    if refused := why_not(patient, on=timezone.localdate(at)):
        raise ReviewError(refused)
    signed = clean_line(name)[:200]
    if not has_agreed:
        raise ReviewError(_("Check the box if you agree."), about="agreed")
    if not has_letter(signed):
        raise ReviewError(_("Type the full name of the parent or guardian."), about="name")
    if fold(signed) == fold(patient.full_name):
        raise ReviewError(_("Type the name of the parent or guardian, not the patient’s."), about="name")
    form = later.last_full_form(records_of(patient))
    assert form is not None  # noqa: S101  (why_not has looked)
    consent = Consent.objects.create(
        intake=form,
        revision=form.answers.exclude(frozen_at=None).latest("revision").revision,
        text_version=CONSENT_VERSION,
        language=language,
        text_hash=hash_in(language),
        guardian_name=signed,
        at=at,
        by=by,
    )
    audit.record("consent.guardian_signed", on=patient, by=by, at=at, version=CONSENT_VERSION)
    return consent
