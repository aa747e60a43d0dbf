"""A patient answers a practitioner's question: kept in the thread of the case, screened like any free text."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from intake.pages import changing, sending, too_late
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review import reply
from intake.review.models import Case, Decision
from intake.screening import Finding
from intake.screening.reading import Reading

if TYPE_CHECKING:
    from clinic.accounts.models import User

# The free text of a form that the answer joins: the rules read it, the practitioner sees it among the answers.
JOINS = "anything_else"
LONGEST = 1000


@audited_transaction()
def answer(intake: Intake, *, text: str, by: "User", at: datetime) -> Reading:
    """Answer the question that waits on this form's case; return the reading of the form with the answer in it.

    The answer joins the form's last free text as a new revision, which the rules read at once: an emergency in it
    raises the alarm. The case goes back into the queue. A change that was begun and changes nothing is dropped. Raises
    IntakeError with a sentence where nothing was asked (any more), where nothing was written, or where a change was
    begun and not sent; then nothing is kept, and an emergency in it raises the alarm all the same (`alarm`).
    """
    words = text.strip()
    if not words:
        raise IntakeError(_("Write your answer first."))
    if len(words) > LONGEST:
        raise IntakeError(_("Your answer is too long. Write the most important part, or call us."))
    about = Q(intake=intake) if intake.patient_id is None else Q(patient=intake.patient_id)
    case = Case.objects.select_for_update().filter(about, state=Case.State.WAITING).order_by("-pk").first()
    asked = reply.open_question(case)
    if asked is None or JOINS not in intake.definition:
        raise IntakeError(_("Your practitioner has no open question any more, so we did not send this."))
    if changing.is_begun(intake):
        if changing.has_changed(intake):
            raise IntakeError(_("You started to change your answers. Send that change or drop it, then answer here."))
        changing.drop(intake, by=by, at=at)
    joined = _joined(intake, words)
    if len(joined) > intake.definition.question(JOINS).longest:
        raise IntakeError(_("Your answer is too long. Write the most important part, or call us."))
    reading = sending.add_to_sent(intake, added={JOINS: joined}, deed="intake.question_answered", by=by, at=at)
    reply.keep(asked, text=words, by=by, at=at)
    audit.record("case.answered", on=asked.case, by=by, at=at)
    return reading


def form_of(asked: Decision) -> Intake | None:
    """Return the form that the answer to a question joins: the one it is about, or the person's last full form."""
    about = asked.case.intake
    if JOINS in about.definition and about.submitted_at is not None:
        return about
    sent = Intake.objects.full().filter(patient=asked.case.patient_id, submitted_at__isnull=False)
    return sent.order_by("-submitted_at", "-pk").first()


def alarm(intake: Intake, *, text: str, by: "User", at: datetime) -> tuple[Finding, ...]:
    """Meet an emergency in words that were not kept as an answer: raise the alert, and return what to show now."""
    screen_ = intake.definition.screen(intake.definition.number_of(JOINS))
    raw = {JOINS: _joined(intake, text.strip()[:LONGEST])}
    return too_late.alarm(intake, screen_=screen_, raw=raw, asked={JOINS}, by=by, at=at) if text.strip() else ()


def _joined(intake: Intake, words: str) -> str:
    before = str(intake.current().raw.get(JOINS) or "").strip()
    return f"{before}\n{words}".strip()
