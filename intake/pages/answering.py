"""A patient answers a practitioner's question: kept in the thread of the case, screened like any free text."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from intake.pages import changing, sending, too_late
from intake.record.errors import IntakeError
from intake.record.models import Answers, Intake
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
def answer(intake: Intake, *, text: str, by: "User", at: datetime) -> Reading | None:
    """Answer the question that waits on this form's case; return the reading of the form with the answer in it, None
    where the same words were sent just before.

    The answer joins the form's last free text as a new revision, which the rules read at once: an emergency in it
    raises the alarm. The case goes back into the queue. A change that was begun goes on, with the answer in it; one
    that changes nothing is dropped. Until somebody decides, more can be added to an answer. Raises IntakeError with a
    sentence where nothing was asked (any more) or nothing was written.
    """
    words = text.strip()
    if not words:
        raise IntakeError(_("Write your answer first."))
    if len(words) > LONGEST:
        raise IntakeError(_("Your answer is too long. Write the most important part, or call us."))
    open_question = reply.question_to_answer(case_about(intake, lock=True))
    if open_question is None or JOINS not in intake.definition:
        raise IntakeError(_("Your practitioner has no open question any more, so this was not sent."))
    last = open_question.replies.order_by("pk").last()
    if last is not None and last.text == words:
        return None
    frozen = intake.answers.exclude(frozen_at=None).order_by("-revision").first()
    joined = _joined(frozen, words)
    if len(joined) > intake.definition.question(JOINS).longest:
        raise IntakeError(_("Your answer is too long. Write the most important part, or call us."))
    if changing.is_begun(intake) and not changing.has_changed(intake):
        with suppress(IntakeError):  # one that a practitioner has to see goes on beside the answer
            changing.drop(intake, by=by, at=at)
    reading = sending.add_to_sent(
        intake, added={JOINS: joined}, deed="intake.question_answered", beside=True, by=by, at=at
    )
    begun = intake.answers.filter(frozen_at=None).first()
    if begun is not None:
        begun.document["raw"][JOINS] = _joined(begun, words)
        begun.save(update_fields=["document"])
    reply.keep(open_question, text=words, by=by, at=at)
    audit.record("case.answered", on=open_question.case, by=by, at=at)
    return reading


def case_about(intake: Intake, *, lock: bool = False) -> Case | None:
    """Return the case of a form or of its patient on which a question waits, else the newest: what is asked there is
    asked on the form's own page.
    """
    mine = Q(intake=intake)
    if intake.patient_id:
        mine |= Q(patient=intake.patient_id)
    cases = Case.objects.select_for_update() if lock else Case.objects.all()
    waiting_first = cases.filter(mine).annotate(is_waiting=Q(state=Case.State.WAITING))
    return waiting_first.order_by("-is_waiting", "-opened_at", "-id").first()


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
    raw = {JOINS: _joined(intake.current(), text.strip()[:LONGEST])}
    return too_late.alarm(intake, screen_=screen_, raw=raw, asked={JOINS}, by=by, at=at) if text.strip() else ()


def _joined(answers: Answers | None, words: str) -> str:
    before = str(answers.raw.get(JOINS) or "").strip() if answers else ""
    return f"{before}\n{words}".strip()
