"""From a form to a patient: confirming the mailbox, and accepting what was sent."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import services as people
from clinic.accounts.identity import IDENTITY
from clinic.audit.transaction import audited_transaction
from intake.pages import text_consent
from intake.record.errors import IntakeError
from intake.record.identities import keep_identity
from intake.record.models import Intake
from intake.review import duty
from intake.review.coming_back import ask_about_twins
from intake.review.models import NO_VISIT, NOBODYS, Alert, Case, Flag
from intake.review.next_visit import next_visit

if TYPE_CHECKING:
    from clinic.accounts.models import User


@audited_transaction()
def confirm_email(intake: Intake, *, user: "User", at: datetime) -> Intake:
    """The person who signed in by code with the address on the form now owns it. Raises IntakeError otherwise.

    A form that was sent before its mailbox was confirmed is accepted by this.
    """
    locked = Intake.objects.select_for_update().get(pk=intake.pk)
    if user.is_staff:
        raise IntakeError(_("A staff account cannot own a patient's form."))
    if not locked.names(user):
        raise IntakeError(_("You signed in with a different email or phone than the one on this form."))
    if locked.email_confirmed_at is None or locked.user_id != user.pk:
        locked.user, locked.email_confirmed_at = user, at
        locked.save(update_fields=["user", "email_confirmed_at"])
        keep_identity(locked, at=at)
        Case.objects.filter(intake=locked, visit_at=NOBODYS).update(visit_at=NO_VISIT)
        audit.record("intake.email_confirmed", on=locked, by=user, at=at)
    if locked.submitted_at and not locked.accepted_at:
        accept(locked, by=None, at=at)
    return locked


@audited_transaction()
def accept(intake: Intake, *, by: "User | None", at: datetime) -> Intake:
    """Make the form part of a patient's record. `by` is the member of staff who spoke to the person, or None when the
    mailbox was confirmed: then a form that was begun for a patient is theirs as long as the birth date is, and the name
    is not quite another one (two children on one mailbox). Accepting twice changes nothing. What an existing record
    lacks is filled in; nothing in it is changed (a difference is a task for the desk). Raises IntakeError for a form
    that was not sent, or has neither mailbox nor a person's word.
    """
    locked = Intake.objects.select_for_update().get(pk=intake.pk)
    if locked.accepted_at is not None:
        return locked
    if locked.submitted_at is None:
        raise IntakeError(_("This form has not been sent yet."))
    if by is None and locked.email_confirmed_at is None:
        raise IntakeError(_("The email on this form is not confirmed yet. Call the patient, then accept the form."))
    identity = {field: getattr(locked, code) for code, field in IDENTITY.items() if code in locked.definition}
    user = locked.user if locked.email_confirmed_at else None
    if locked.meant_for is not None and (by is not None or people.is_still(locked.meant_for, identity)):
        locked.patient = locked.meant_for
        people.note_differences(locked.meant_for, identity, at=at)
    else:
        locked.patient = people.take_in(identity=identity, user=user, by=by or user, at=at)
    locked.accepted_at = at
    locked.save(update_fields=["patient", "accepted_at"])
    _keep_language(locked, at=at)
    text_consent.keep(locked, locked.patient, by=by or user, at=at)
    _join(locked, at=at)
    ask_about_twins(locked.patient, at=at)
    _tell_of_hold(locked, at=at)
    audit.record("intake.accepted", on=locked, by=by or user, at=at)
    intake.patient, intake.accepted_at = locked.patient, at
    return locked


def accept_later(intake: Intake, *, by: "User | None", at: datetime) -> None:
    """An update or a check-in was sent: it counts from now on. Sent again after a change it stays accepted."""
    if intake.accepted_at is None:
        intake.accepted_at = at
        intake.save(update_fields=["accepted_at"])
        _keep_language(intake, at=at)
        audit.record("intake.accepted", on=intake, by=by, at=at)


def _keep_language(intake: Intake, *, at: datetime) -> None:
    """The person reads the language of the form they sent; what the desk typed for them says nothing of it."""
    if intake.patient is not None and intake.entered_by_id is None:
        people.read_in(intake.patient, intake.language, at=at, chosen_at=intake.language_chosen_at)


def _tell_of_hold(intake: Intake, *, at: datetime) -> None:
    """The form has found its patient, who may come today: what holds it is told to the practitioner on duty."""
    coming = next_visit(intake.patient_id)
    if duty.is_near(coming, at=at):
        case = Case.objects.not_closed().filter(patient=intake.patient_id).first()
        if case is not None:
            duty.tell_of_hold(case, visit_at=coming, at=at)


def _join(intake: Intake, *, at: datetime) -> None:
    """One open case a patient: what this form raised moves to the patient's open case, if there is one. What was
    decided on the form before it was anybody's is about its patient from now on.
    """
    Case.objects.filter(intake=intake, patient=None, state=Case.State.CLOSED).update(patient=intake.patient)
    mine = Case.objects.not_closed().select_for_update().filter(intake=intake).first()
    patient_case = Case.objects.not_closed().select_for_update().filter(patient=intake.patient).first()
    if mine is None or mine == patient_case:
        return
    if patient_case is None:
        mine.patient, mine.visit_at = intake.patient, next_visit(intake.patient_id)
        mine.save(update_fields=["patient", "visit_at"])
        return
    Flag.objects.filter(case=mine).update(case=patient_case)
    Alert.objects.filter(case=mine).update(case=patient_case)
    if mine.decisions.exists():
        mine.patient, mine.state, mine.closed_at = intake.patient, Case.State.CLOSED, intake.accepted_at
        mine.delayed_until = None
        mine.save()
    else:
        # The log knows what was read of it by its name: the patient's own page finds it through this line.
        audit.record("case.joined", on=patient_case, by=None, at=at, other=mine.ref)
        mine.delete()
    replaced = patient_case.intake.submitted_at
    if replaced is None or intake.submitted_at is None or replaced <= intake.submitted_at:
        patient_case.intake = intake
    patient_case.state, patient_case.delayed_until = Case.State.OPEN, None
    patient_case.tier, patient_case.is_alarmed = (
        max(patient_case.tier, mine.tier),
        patient_case.is_alarmed or mine.is_alarmed,
    )
    patient_case.waiting_since = min(patient_case.waiting_since, mine.waiting_since)
    patient_case.save()
