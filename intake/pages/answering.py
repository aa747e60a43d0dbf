"""A patient answers a practitioner's question: kept in the thread of the case, screened like any free text."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from intake.pages import sending
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review import reply
from intake.review.models import Case
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
    raises the alarm. The case goes back into the queue. Raises IntakeError with a sentence where nothing was asked (any
    more), where nothing was written, or where a change was begun and not sent.
    """
    words = text.strip()
    if not words:
        raise IntakeError(_("Write your answer first."))
    if len(words) > LONGEST:
        raise IntakeError(_("Your answer is too long. Write the most important part, or call us."))
    case = Case.objects.select_for_update().filter(intake=intake, state=Case.State.WAITING).order_by("-pk").first()
    asked = reply.open_question(case)
    if asked is None or JOINS not in intake.definition:
        raise IntakeError(_("Your practitioner has no open question. Thank you."))
    before = str(intake.current().raw.get(JOINS) or "").strip()
    joined = f"{before}\n{words}".strip()
    if len(joined) > intake.definition.question(JOINS).longest:
        raise IntakeError(_("Your answer is too long. Write the most important part, or call us."))
    reading = sending.add_to_sent(intake, added={JOINS: joined}, deed="intake.question_answered", by=by, at=at)
    reply.keep(asked, text=words, by=by, at=at)
    audit.record("case.answered", on=asked.case, by=by, at=at)
    return reading
