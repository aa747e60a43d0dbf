"""Reading a case: which version of the answers it shows, and what was sent before. Who has read it stays."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Exists, F, Max, OuterRef, Q, When
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts import roles
from clinic.audit.transaction import audited_transaction
from intake.questionnaire import CHECK_IN, VISIT_UPDATE
from intake.record.errors import ReviewError
from intake.record.models import Answers, Intake
from intake.review.models import Case, Decision

if TYPE_CHECKING:
    from clinic.accounts.models import User


def version_of(answers: Answers) -> str:
    """Name one state of the answers: revision and number of saves that changed something."""
    return f"{answers.revision}.{answers.document.get('saves', 0)}"


def answers_at(answers: Answers, version: str) -> dict[str, Any]:
    """Return the raw answers of the sitting as they stood at `version`; raises ReviewError for an unknown one."""
    revision, _dot, saves = version.partition(".")
    if not revision.isdigit() or not saves.isdigit():
        raise ReviewError(_("This page is out of date. Open the case again."))
    row = answers.intake.answers.filter(revision=int(revision)).first()
    if row is None:
        raise ReviewError(_("This page is out of date. Open the case again."))
    raw = row.raw
    for step in reversed(row.document.get("history", [])):
        if int(step["n"]) > int(saves):
            raw.update(step["was"])
    return {code: value for code, value in raw.items() if value not in (None, "", [])}


def open_case(case: Case, *, by: "User", at: datetime) -> Answers:
    """Read a case: writes the reading in the book and returns the newest answers."""
    require_practitioner(by)
    with audited_transaction():
        answers = case.intake.current()
        note_opened(case, by=by, at=at)
        audit.record("case.read", on=case, by=by, at=at, version=version_of(answers))
    return answers


def note_opened(case: Case, *, by: "User", at: datetime) -> None:
    """Keep that a practitioner has the case before them: its form as sent, and the patient's forms before it, which
    it replaces, count as read from now on.
    """
    unread = Answers.objects.filter(frozen_at__isnull=False, opened_at=None)
    last = case.intake.answers.aggregate(sent_at=Max("frozen_at"))["sent_at"]
    unread.filter(intake=case.intake_id).update(opened_at=at, opened_by=by)
    if case.patient_id is not None and last is not None and case.intake.questionnaire != CHECK_IN.code:
        # What was sent counts, not what was begun: of two forms the one sent last replaces the other.
        before = unread.filter(intake__patient=case.patient_id, frozen_at__lte=last)
        before.update(opened_at=at, opened_by=by)


def compare(case: Case, answers: Answers, *, by: "User", at: datetime) -> Answers | None:
    """Return what the patient had sent before these answers, and write that reading in the book; None for a first form.

    That is the revision of the same sitting on which a practitioner last decided, or else the first that was sent:
    what was changed twice since is no less of a change. Without one it is the patient's sitting before it; of an update
    the form it is laid over, or the update since.
    """
    require_practitioner(by)
    sent = Answers.objects.exclude(frozen_at=None).order_by("-frozen_at", "-revision")
    before = _of_same_sitting(answers)
    if before is None and case.patient_id:
        older = sent.filter(intake__patient=case.patient_id, frozen_at__lt=answers.frozen_at or at)
        older = older.filter(_comparable(answers.intake))
        before = older.exclude(intake=answers.intake_id).first()
    if before is not None:
        with audited_transaction():
            audit.record("case.compared", on=case, by=by, at=at, version=version_of(before))
    return before


def _of_same_sitting(answers: Answers) -> Answers | None:
    """Return the revision before these on which a practitioner decided last, or else the first one sent."""
    earlier = Answers.objects.filter(intake=answers.intake_id, revision__lt=answers.revision).exclude(frozen_at=None)
    weighed = earlier.annotate(is_decided=Exists(Decision.objects.filter(answers=OuterRef("pk"))))
    turned = When(is_decided=True, then=-F("revision"))
    return weighed.order_by(
        "-is_decided", models.Case(turned, default=F("revision"), output_field=models.IntegerField())
    ).first()


def _comparable(intake: Intake) -> Q:
    if intake.questionnaire != VISIT_UPDATE.code:
        return Q(intake__questionnaire=intake.questionnaire)
    return Q(intake=intake.over_id) | Q(intake__over=intake.over_id, intake__questionnaire=VISIT_UPDATE.code)


def require_practitioner(by: "User") -> None:
    """Raise PermissionDenied for anyone but a practitioner."""
    if not roles.is_practitioner(by):
        raise PermissionDenied(_("Only practitioners can review cases."))
