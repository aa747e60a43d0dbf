"""An update or a check-in by phone: a practitioner asks, and types what the patient says.

The old answers stand beside the questions, so nobody else may do it. The form is marked as one by phone, names who
typed it, and is screened and read like any other.
"""

from datetime import datetime
from enum import StrEnum

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from intake.record.errors import IntakeError
from intake.record.models import Intake, Source
from intake.review.follow_up import check_ins, updates
from intake.review.standing import Standing


class PhoneForm(StrEnum):
    """What is asked on the phone."""

    UPDATE = "update"
    CHECK_IN = "check-in"


@audited_transaction()
def begin(patient: Patient, asked: PhoneForm, *, by: User, at: datetime) -> Intake:
    """Begin what is asked, or go on with what the patient or a colleague has begun, as a form by phone typed by `by`.

    Raises PermissionDenied for anyone but a practitioner, IntakeError where it is not asked of this patient now.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can fill this in by phone."))
    if patient.ended_why:
        raise IntakeError(patient.ended_words)
    intake = _update(patient, by=by, at=at) if asked is PhoneForm.UPDATE else _check_in(patient, by=by, at=at)
    intake.source, intake.entered_by = Source.PHONE, by
    intake.save(update_fields=["source", "entered_by"])
    audit.record("intake.phoned", on=intake, by=by, at=at)
    return intake


def offered(patient: Patient, standing: Standing, *, at: datetime) -> list[PhoneForm]:
    """Return what may be asked of this patient on the phone now, as they stand; nothing once they have ended."""
    if patient.ended_why:
        return []
    forms = [PhoneForm.UPDATE] if standing.wants_update and updates.full_form_of(patient, at=at) else []
    return [*forms, PhoneForm.CHECK_IN] if check_ins.to_answer(patient) else forms


def _update(patient: Patient, *, by: User, at: datetime) -> Intake:
    if not updates.is_due(patient, at=at):
        raise IntakeError(_("No visit update is due for this patient."))
    return updates.begin(patient, source=Source.PHONE, by=by, at=at)


def _check_in(patient: Patient, *, by: User, at: datetime) -> Intake:
    check_in = check_ins.to_answer(patient)
    if check_in is None:
        raise IntakeError(_("This patient has not had needles here yet, so there is nothing to check in about."))
    return check_ins.begin(check_in, source=Source.PHONE, by=by, at=at)
