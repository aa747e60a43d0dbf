"""Consent to needles, withdrawn and given again. To withdraw it needs no reason; only a practitioner takes it anew."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from intake.record.errors import ReviewError
from intake.record.models import ConsentChange
from intake.review.cautions import case_to_read
from intake.review.coming_back import bring_back
from intake.review.models import Case
from intake.review.one_person import records_of

if TYPE_CHECKING:
    from clinic.accounts.models import User


def last_change(patient: Patient) -> ConsentChange | None:
    """Return the newest change of consent on this person's records, linked ones included; None: the form's stands."""
    return last_change_on(records_of(patient))


def last_change_on(records: Collection[int]) -> ConsentChange | None:
    """Return the newest change of consent on these records, by key."""
    return ConsentChange.objects.filter(patient__in=records).order_by("-at", "-id").first()


def is_withdrawn(patient: Patient) -> bool:
    """Say whether consent to needles is withdrawn now."""
    change = last_change(patient)
    return change is not None and not change.is_given


@audited_transaction()
def withdraw_consent(patient: Patient, *, reason: str = "", by: "User", at: datetime) -> ConsentChange:
    """Write down that a person wants no needles from now on; their last case comes back to the queue.

    By a practitioner, or by the patient's own mailbox: PermissionDenied for anyone else. ReviewError when it is
    withdrawn already.
    """
    if not (roles.is_practitioner(by) or _is_theirs(patient, by)):
        raise PermissionDenied(_("Only the patient or a practitioner can withdraw consent."))
    _lock(patient)
    if is_withdrawn(patient):
        raise ReviewError(_("Consent to needles is withdrawn already."))
    change = _written(patient, is_given=False, reason=reason, by=by, at=at)
    _bring_back(patient, at=at)
    audit.record("consent.withdrawn", on=patient, by=by, at=at)
    return change


@audited_transaction()
def give_consent_again(patient: Patient, *, reason: str, by: "User", at: datetime) -> ConsentChange:
    """Write down that a person consents to needles again, in person to a practitioner; `reason`, what they said, may
    be empty.

    PermissionDenied for anyone but a practitioner, ReviewError when it is not withdrawn.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only a practitioner can take consent again."))
    _lock(patient)
    if not is_withdrawn(patient):
        raise ReviewError(_("Consent to needles is not withdrawn."))
    change = _written(patient, is_given=True, reason=reason, by=by, at=at)
    audit.record("consent.given", on=patient, by=by, at=at)
    return change


def _written(patient: Patient, *, is_given: bool, reason: str, by: "User", at: datetime) -> ConsentChange:
    words = {"reason": reason.strip()}
    name = by.name or patient.full_name
    return ConsentChange.objects.create(patient=patient, is_given=is_given, words=words, by=by, by_name=name, at=at)


def _is_theirs(patient: Patient, by: "User") -> bool:
    return Patient.objects.on_mailbox(by).filter(pk=patient.pk).exists()


def _lock(patient: Patient) -> None:
    """One change at a time for one record."""
    Patient.objects.select_for_update().get(pk=patient.pk)


def _bring_back(patient: Patient, *, at: datetime) -> None:
    """Put the person's last case back into the queue; one that is open is there already."""
    last = case_to_read(patient)
    if last is not None and last.state == Case.State.CLOSED:
        bring_back(last, at=at)
