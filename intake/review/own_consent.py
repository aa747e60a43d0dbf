"""A minor who may consent alone: a practitioner's deed after a call, and how it is taken back (decision 42).

California lets somebody of 15 or older who lives apart from their parents or guardian and manages their own money
consent to their own medical care (Family Code § 6922). Nothing but a practitioner's word says that it is so; from then
on no signature of a parent or guardian is waited for, until the 18th birthday.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.accounts.models import Patient
from clinic.audit.transaction import audited_transaction
from intake.questionnaire.dates import can_consent_alone
from intake.record.errors import ReviewError
from intake.record.models import OwnConsent
from intake.review.one_person import records_of

if TYPE_CHECKING:
    from clinic.accounts.models import User

LONGEST = 2000


def last_word(patient: Patient) -> OwnConsent | None:
    """Return what a practitioner said last of this person's consent, on any of their records; None: nothing yet."""
    return OwnConsent.objects.filter(patient__in=records_of(patient)).order_by("-at", "-id").first()


def consents_alone(patient: Patient, *, on: date) -> bool:
    """Say whether this is a minor who may consent alone today, by every record of theirs, as the standing asks. No
    query for anybody of another age.
    """
    if not can_consent_alone(patient.date_of_birth, on=on):
        return False
    last = last_word(patient)
    return last is not None and last.is_allowed and _is_of_age_on_each_record(patient, on=on)


def _is_of_age_on_each_record(patient: Patient, *, on: date) -> bool:
    born = Patient.objects.filter(pk__in=records_of(patient)).order_by("pk").values_list("date_of_birth", flat=True)
    return all(can_consent_alone(day, on=on) for day in born)


@audited_transaction()
def allow(
    patient: Patient, *, lives_apart: bool, manages_money: bool, reason: str, by: "User", at: datetime
) -> OwnConsent:
    """Write down that somebody of 15 to 17 may consent alone: a practitioner has called them and heard both.

    PermissionDenied for anyone but a practitioner. ReviewError without both facts or a reason, at another age, for who
    is no longer a patient, and where it stands already.
    """
    _require_practitioner(by)
    Patient.objects.select_for_update().get(pk=patient.pk)
    on = timezone.localdate(at)
    if patient.ended_why:
        raise ReviewError(patient.ended_words)
    if not can_consent_alone(patient.date_of_birth, on=on):
        raise ReviewError(_("Only a patient who is 15, 16 or 17 can consent alone."))
    if not _is_of_age_on_each_record(patient, on=on):
        raise ReviewError(_("A linked record has another birth date. Ask the front desk to correct it first."))
    if consents_alone(patient, on=on):
        raise ReviewError(_("This patient may consent alone already."))
    if not lives_apart:
        raise ReviewError(_("Check this box only if the patient lives apart from their parents."), about="lives_apart")
    if not manages_money:
        raise ReviewError(_("Check this box only if the patient manages their own money."), about="manages_money")
    return _written(patient, is_allowed=True, reason=reason, by=by, at=at)


@audited_transaction()
def take_back(patient: Patient, *, reason: str, by: "User", at: datetime) -> OwnConsent:
    """Write down that a parent or guardian has to sign after all. The same errors; and where nothing stands."""
    _require_practitioner(by)
    Patient.objects.select_for_update().get(pk=patient.pk)
    last = last_word(patient)
    if last is None or not last.is_allowed:
        raise ReviewError(_("Nobody has written that this patient may consent alone."))
    return _written(patient, is_allowed=False, reason=reason, by=by, at=at)


def _require_practitioner(by: "User") -> None:
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only a practitioner can say who may consent alone."))


def _written(patient: Patient, *, is_allowed: bool, reason: str, by: "User", at: datetime) -> OwnConsent:
    words = reason.strip()
    if not words or len(words) > LONGEST:
        raise ReviewError(_("Write what you heard on the call, in at most 2,000 characters."), about="reason")
    audit.record("consent.alone" if is_allowed else "consent.alone_ended", on=patient, by=by, at=at)
    return OwnConsent.objects.create(
        patient=patient, is_allowed=is_allowed, words={"reason": words}, by=by, by_name=by.name, at=at
    )
