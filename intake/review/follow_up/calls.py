"""Calls that are owed, each with a clock: what raises them, and how a person closes them."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.audit.transaction import audited_transaction
from intake.record.errors import ReviewError
from intake.record.models import Intake
from intake.review.follow_up import clock, letters, needled
from intake.review.follow_up.models import CheckIn, FollowUpTask
from intake.screening import Contact, Finding, Level, Tier

if TYPE_CHECKING:
    from clinic.accounts.models import User

Kind, Closed = FollowUpTask.Kind, FollowUpTask.Closed


def kind_for(level: Level, findings: Collection[Finding]) -> str | None:
    """Return which call an answered check-in asks for; None where it asks for none."""
    if level is Level.EMERGENCY:
        return Kind.EMERGENCY
    if level is Level.URGENT:
        return Kind.URGENT
    if level is Level.CALL_CLINIC:
        today = any(finding.contact in {Contact.NOW, Contact.SAME_DAY} for finding in findings if _asks(finding))
        return Kind.CALL_TODAY if today else Kind.CALL_NEXT_DAY
    return None


def _asks(finding: Finding) -> bool:
    return finding.tier >= Tier.CAUTION


def raise_task(check_in: CheckIn, kind: str, *, intake: Intake | None = None, at: datetime) -> FollowUpTask:
    """Put a call on the list; one that stands already keeps its clock."""
    task, is_new = FollowUpTask.objects.get_or_create(
        check_in=check_in,
        kind=kind,
        closed_at=None,
        defaults={
            "patient": check_in.patient,
            "intake": intake,
            "raised_at": at,
            "due_at": clock.due_at(kind, at=at),
        },
    )
    if is_new:
        audit.record("task.raised", on=task, by=None, at=at, kind=kind)
        letters.tell_of_task(task, at=at)
    return task


@audited_transaction()
def close(task: FollowUpTask, *, how: str, note: str, seen: str, by: "User", at: datetime) -> None:
    """A practitioner has done what the task asks for, as it was `seen` (`version_of`), and says what came of it.

    Raises ReviewError without words, for a task that is closed, for one whose answers changed since, and for an
    emergency whose call is not logged yet.
    """
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can close this task."))
    locked = _locked(task)
    if how not in {Closed.SPOKEN, Closed.DONE}:
        raise ReviewError(_("Choose how it was done."), about="how")
    if not note.strip():
        raise ReviewError(_("Write in a sentence what came of it. It stays with the task."), about="note")
    if locked.kind == Kind.EMERGENCY and locked.intake and locked.intake.alerts.filter(closed_at=None).exists():
        raise ReviewError(_("Log the call in the case first. That closes the emergency and this task."))
    if seen != version_of(FollowUpTask.objects.with_answers().get(pk=locked.pk)):
        sentence = _("The patient told us something new after you opened this page. Read it, then close the call.")
        raise ReviewError(sentence)
    _close(locked, how=how, note=note, by=by, at=at)


def version_of(task: FollowUpTask) -> str:
    """Name what a task rests on, read `with_answers`: which answers, and when they were saved last."""
    key, saved_at = getattr(task, "answers_key"), getattr(task, "answers_saved_at")  # noqa: B009  (the query added them)
    return f"{key}.{saved_at:%Y%m%d%H%M%S%f}" if key else "none"


@audited_transaction()
def tried(task: FollowUpTask, *, by: "User", at: datetime) -> None:
    """Somebody called and reached nobody: the task stays, and says how often."""
    _staff(by)
    locked = _locked(task)
    FollowUpTask.objects.filter(pk=locked.pk).update(tries=locked.tries + 1, tried_at=at)
    audit.record("task.tried", on=locked, by=by, at=at)


@audited_transaction()
def hand_on(task: FollowUpTask, *, by: "User", at: datetime) -> FollowUpTask:
    """The front desk has reached the patient, who has something to tell: a practitioner calls today.

    What it is about, the desk neither asks nor writes down. Raises ReviewError for any other kind of task.
    """
    _staff(by)
    locked = _locked(task)
    if locked.kind != Kind.NO_ANSWER:
        raise ReviewError(_("This call is a practitioner’s to make."))
    _close(locked, how=Closed.HANDED_ON, note="", by=by, at=at)
    return raise_task(locked.check_in, Kind.CALL_TODAY, at=at)


def answered(check_in: CheckIn, *, at: datetime) -> None:
    """The patient told us how they are: nobody has to call for want of an answer."""
    for task in FollowUpTask.objects.open().filter(check_in=check_in, kind=Kind.NO_ANSWER).select_for_update():
        task.closed_at, task.closed_how = at, Closed.ANSWERED
        task.save(update_fields=["closed_at", "closed_how"])
        audit.record("task.answered", on=task, by=None, at=at)


def close_with_call(intake: Intake, *, note: str, by: "User", at: datetime) -> None:
    """The call about an emergency was logged and closed: so is the task it raised, in the same words."""
    for task in FollowUpTask.objects.open().filter(intake=intake, kind=Kind.EMERGENCY).select_for_update():
        _close(task, how=Closed.DONE, note=note, by=by, at=at)


def _close(task: FollowUpTask, *, how: str, note: str, by: "User", at: datetime) -> None:
    task.closed_at, task.closed_how, task.closed_by, task.closed_by_name = at, how, by, by.name or by.email
    task.words = {"note": note.strip()}
    task.save()
    if task.kind == Kind.NO_ANSWER and how != Closed.HANDED_ON:
        needled.end(task.check_in, how=CheckIn.Ended.CALLED, at=at)
    audit.record("task.closed", on=task, by=by, at=at, how=how)


def _locked(task: FollowUpTask) -> FollowUpTask:
    locked = (
        FollowUpTask.objects.select_for_update(of=("self",))
        .select_related("check_in__patient", "intake")
        .get(pk=task.pk)
    )
    if locked.closed_at is not None:
        raise ReviewError(_("This task is already closed."))
    return locked


def _staff(by: "User") -> None:
    if not (roles.is_practitioner(by) or roles.role_of(by) == roles.DESK):
        raise PermissionDenied(_("Only the clinic’s staff can do this."))
