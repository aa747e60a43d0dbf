"""What a patient answered to a practitioner's question. Append-only: the thread of a case says who wrote what, when."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.encryption import SealedJSONField

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from clinic.accounts.models import User
    from intake.record.models import Intake
    from intake.review.models import Case, Decision


class Reply(models.Model):
    """One answer, to the question of one decision."""

    decision = models.ForeignKey("review.Decision", models.PROTECT, related_name="replies")
    # What they wrote, sealed; it stands in the answers of the form too, where the screening reads it.
    words = SealedJSONField(editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("patient's answer")
        verbose_name_plural = _("patients' answers")
        default_permissions = ("view",)
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"

    @property
    def text(self) -> str:
        return str(self.words.get("text", ""))


def open_question(case: "Case | None") -> "Decision | None":
    """Return the decision whose question waits for the patient; None where none does."""
    from intake.review.models import Case, Decision

    if case is None or case.state != Case.State.WAITING:
        return None
    return case.decisions.filter(outcome=Decision.Outcome.MORE).first()


def question_to_answer(case: "Case | None") -> "Decision | None":
    """Return the decision whose question can be answered: it waits, or it was answered and nobody has decided since."""
    from intake.review.models import Case, Decision

    if case is None or case.state not in (Case.State.WAITING, Case.State.OPEN):
        return None
    last = case.decisions.first()
    if last is None or last.outcome != Decision.Outcome.MORE:
        return None
    return last if case.state == Case.State.WAITING or last.replies.exists() else None


def question_for(records: "Collection[int]") -> "Decision | None":
    """Return the question that waits for the person of these records, by key; None where none does."""
    from intake.review.models import Case

    return open_question(Case.objects.filter(patient__in=records, state=Case.State.WAITING).order_by("-pk").first())


def answered_for(records: "Collection[int]") -> "Decision | None":
    """Return the question that the person of these records has answered and that nobody has decided on since: more can
    be added to the answer. None where there is none.
    """
    from intake.review.models import Case

    return question_to_answer(Case.objects.filter(patient__in=records).order_by("-opened_at", "-id").first())


def forms_asked(intakes: "Collection[Intake]") -> "frozenset[int]":
    """Return which of these forms a question is about that waits for an answer, by key. One query."""
    from intake.review.models import Case

    waiting = Case.objects.filter(intake__in=intakes, state=Case.State.WAITING)
    return frozenset(waiting.values_list("intake_id", flat=True))


def keep(decision: "Decision", *, text: str, by: "User", at: "datetime") -> Reply:
    """Keep an answer and put the case back into the queue; part of the patient's own deed, which writes the log."""
    from intake.review.models import Case

    reply = Reply.objects.create(decision=decision, words={"text": text}, by=by, at=at)
    waiting = Case.objects.filter(pk=decision.case_id, state=Case.State.WAITING)
    waiting.update(state=Case.State.OPEN, waiting_since=at)
    return reply
