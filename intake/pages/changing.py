"""A change of a sent form that was begun and is not sent: whether it changes anything, and dropping it."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from clinic import audit
from clinic.audit.transaction import audited_transaction
from intake.pages import sending
from intake.pages.saved_screen import differs
from intake.record.errors import IntakeError
from intake.record.models import Answers, Intake
from intake.review.models import Case, Flag
from intake.review.triage import settle_tier

if TYPE_CHECKING:
    from clinic.accounts.models import User


def is_begun(intake: Intake) -> bool:
    """Whether a change of a sent form is begun and not sent."""
    return intake.submitted_at is not None and intake.answers.filter(frozen_at=None).exists()


def has_changed(intake: Intake) -> bool:
    """Whether the change that is begun changes an answer; what is signed anew each time does not count."""
    draft = intake.current()
    sent = intake.answers.exclude(frozen_at=None).order_by("-revision").first()
    before = sent.raw if sent else {}
    codes = (before.keys() | draft.raw.keys()) - sending.SIGNED_ANEW
    return any(differs(before.get(code), draft.raw.get(code)) for code in codes)


@audited_transaction()
def drop(intake: Intake, *, by: "User | None", at: datetime) -> None:
    """Drop a change that was begun: what was sent stands. Without a change nothing happens.

    Raises IntakeError where it flagged what the sent answers do not, or was decided on: a practitioner has to see it.
    """
    draft = Answers.objects.select_for_update(of=("self",)).filter(intake=intake, frozen_at=None).first()
    if draft is None or intake.submitted_at is None:
        return
    flags = Flag.objects.filter(answers=draft)
    known = Flag.objects.filter(answers__intake=intake, answers__frozen_at__isnull=False).values("code")
    if draft.decisions.exists() or flags.exclude(code__in=known).exists():
        raise IntakeError(_("A practitioner has to see what you changed. Send it, or call us."))
    cases = list(Case.objects.filter(flags__in=flags).distinct())
    revision = draft.revision
    flags.delete()
    draft.delete()
    for case in cases:
        settle_tier(case)
    audit.record("intake.change_dropped", on=intake, by=by, at=at, revision=revision)
