"""The drafts that a browser began without a sign-in. They rest like every session: 30 minutes after something was sent,
and 8 hours after the first was begun, they open by a code to the email on them.
"""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest

from clinic.accounts.sessions import ABSOLUTE, GRAIN, IDLE_PATIENT
from intake.pages import accepting
from intake.record.errors import IntakeError
from intake.record.models import Intake

if TYPE_CHECKING:
    from clinic.accounts.models import User

DRAFTS, BEGAN, ALIVE = "drafts", "drafts_began", "alive"
MOST_DRAFTS = 20


def refs(request: HttpRequest, *, at: datetime) -> tuple[str, ...]:
    """Return the drafts that this browser may still open; none once it rested."""
    return () if _rests(request, at=at) else tuple(request.session.get(DRAFTS, ()))


def remember(request: HttpRequest, intake: Intake, *, at: datetime) -> None:
    """Let this browser open the draft it began; those that rest stay shut."""
    before = refs(request, at=at)
    if not before:
        request.session[BEGAN] = at.timestamp()
    request.session[DRAFTS] = [*before, intake.ref][-MOST_DRAFTS:]
    request.session[ALIVE] = at.timestamp()


def keep_alive(request: HttpRequest, *, at: datetime) -> None:
    """Sending something keeps a browser's own drafts open; accounts does the same for those who are signed in."""
    if request.user.is_authenticated or not refs(request, at=at):
        return
    if at.timestamp() - request.session.get(ALIVE, 0) >= GRAIN.total_seconds():
        request.session[ALIVE] = at.timestamp()


def signed_in(request: HttpRequest, user: "User", *, besides: str | None, at: datetime) -> None:
    """Somebody signed in here: the drafts that name their mailbox are theirs, and the browser forgets the others.

    `besides` is the form that asked for the code: its page says where it names another mailbox.
    """
    begun = list(request.session.get(DRAFTS, ()))
    open_here = set(refs(request, at=at))
    stay: list[str] = []
    for intake in Intake.objects.filter(ref__in=begun, email_confirmed_at=None, expired_at=None):
        if intake.names(user) and intake.submitted_at is None:
            with suppress(IntakeError):
                accepting.confirm_email(intake, user=user, at=at)
        elif intake.ref in open_here and (
            # It may be theirs: it asked for this code, names their mailbox, or says nothing yet of who began it.
            intake.ref == besides or intake.names(user) or not (intake.full_name or intake.email)
        ):
            stay.append(intake.ref)
    if begun:
        request.session[DRAFTS] = stay


def forget(request: HttpRequest) -> None:
    """Forget what this browser began, and all else it knew: for whoever uses it next."""
    request.session.flush()


def _rests(request: HttpRequest, *, at: datetime) -> bool:
    began, alive = request.session.get(BEGAN, 0), request.session.get(ALIVE, 0)
    now = at.timestamp()
    return bool(now - alive >= IDLE_PATIENT.total_seconds() or now - began >= ABSOLUTE.total_seconds())
