"""Asking, taking back, answering."""

from datetime import datetime

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.erasure import letters
from clinic.accounts.erasure.models import ErasureRequest
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction

ANSWERS = (ErasureRequest.Outcome.ERASED, ErasureRequest.Outcome.PARTLY, ErasureRequest.Outcome.KEPT)
LONGEST_ANSWER = 2000


@audited_transaction()
def ask(patient: Patient, *, by: User, at: datetime) -> ErasureRequest:
    """Ask for the erasure of a patient's data; asking again while it is open changes nothing."""
    Patient.objects.select_for_update().get(pk=patient.pk)
    standing = ErasureRequest.objects.open().filter(patient=patient).first()
    if standing is not None:
        return standing
    request = ErasureRequest.objects.create(patient=patient, asked_at=at, asked_by=by)
    audit.record("erasure.asked", on=patient, by=by, at=at)
    letters.asked(request, at=at)
    return request


@audited_transaction()
def take_back(patient: Patient, *, by: User, at: datetime) -> ErasureRequest | None:
    """The patient does not want it any more. Returns the request, or None where none is open."""
    request = ErasureRequest.objects.select_for_update().filter(patient=patient, closed_at=None).first()
    if request is not None:
        _close(request, outcome=ErasureRequest.Outcome.TAKEN_BACK, by=by, at=at)
        audit.record("erasure.taken_back", on=patient, by=by, at=at)
    return request


@audited_transaction()
def answer(request: ErasureRequest, *, outcome: str, words: str, by: User, at: datetime) -> ErasureRequest:
    """An administrator says what was erased and what is kept. Raises AccountError.

    The words are for the patient. This erases nothing: two people erase what is due (clinic.transfer.retention).
    """
    if not roles.is_administrator(by):
        raise AccountError(_("Only an administrator answers this."))
    if outcome not in ANSWERS:
        raise AccountError(_("Choose what was done."))
    if not words.strip() or len(words) > LONGEST_ANSWER:
        raise AccountError(_("Write to the patient what was erased and what is kept, in at most 2,000 characters."))
    locked = ErasureRequest.objects.select_for_update(of=("self",)).select_related("patient").get(pk=request.pk)
    if locked.closed_at is not None:
        raise AccountError(_("This request is closed already."))
    locked.words = {"answer": words.strip()}
    _close(locked, outcome=outcome, by=by, at=at)
    audit.record("erasure.answered", on=locked.patient, by=by, at=at, outcome=outcome)
    letters.answered(locked, at=at)
    return locked


def _close(request: ErasureRequest, *, outcome: str, by: User, at: datetime) -> None:
    request.outcome, request.closed_by, request.closed_at = outcome, by, at
    request.save()
