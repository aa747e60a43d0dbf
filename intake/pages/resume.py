"""Coming back to a form: by e-mail and code, and with what was typed after the sign-in had ended.

A code proves the mailbox; together with the form's own random reference it opens the draft that names this mailbox.
What somebody typed while signed out waits in the session, sealed, for an hour at most; a page shows it as one button.
"""

import base64
from contextlib import suppress
from datetime import date
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from clinic.accounts import sessions
from clinic.accounts.models import User
from clinic.encryption import UnsealError, seal, unseal
from intake.pages import accepting, begun_here, sending
from intake.pages.forms import StepForm, typed_fields
from intake.questionnaire import QUESTIONNAIRES, Questionnaire
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review.case_reading import version_of
from intake.screening import Finding, Tier, read, screen

CONFIRMING, KEPT, SENDING = "confirming", "kept", "sending"
KEPT_FOR = 60 * 60  # seconds
MOST_KEPT = 60_000  # characters


def is_held(request: HttpRequest) -> bool:
    """Whether the end of a sign-in has already put what was typed aside (clinic.accounts)."""
    return bool(request.session.get(sessions.HELD))


def stash_typed(request: HttpRequest, ref: str) -> None:
    """Put what was typed aside, sealed, in the session of this browser; not more than a screen can hold."""
    fields = typed_fields(request.POST)
    if sum(len(name) + len(text) for name, text in fields) > MOST_KEPT:
        return
    value = {
        "ref": ref,
        "path": request.get_full_path(),
        "fields": fields,
        "at": timezone.now().timestamp(),
    }
    request.session[KEPT] = base64.b64encode(seal(value)).decode()


def kept_for(request: HttpRequest, ref: str) -> dict[str, Any] | None:
    """Return path and fields that wait for this form, or None; nothing older than an hour."""
    sealed = request.session.get(KEPT)
    if not sealed:
        return None
    try:
        value: dict[str, Any] = unseal(base64.b64decode(sealed))
    except UnsealError:
        return None
    fresh = timezone.now().timestamp() - value["at"] < KEPT_FOR
    return value if fresh and value["ref"] == ref else None


def forget(request: HttpRequest) -> None:
    """It was saved: nothing waits any more."""
    request.session.pop(KEPT, None)
    sessions.drop_held(request)


def confirming(request: HttpRequest, ref: str) -> None:
    """Remember which form asked for a code."""
    request.session[CONFIRMING] = ref


def press_send(request: HttpRequest, intake: Intake) -> None:
    """Remember that the person signed and pressed Send, and on which answers: only the code is missing."""
    request.session[SENDING] = {"ref": intake.ref, "version": version_of(intake.current())}


def has_pressed_send(request: HttpRequest, intake: Intake) -> bool:
    """Whether these very answers were signed and sent off in this browser; a later change takes that back."""
    pressed = request.session.get(SENDING) or {}
    return pressed.get("ref") == intake.ref and pressed.get("version") == version_of(intake.current())


def own(request: HttpRequest, intake: Intake, *, user: User) -> None:
    """The mailbox on the form is proven: the form is theirs, and what they had sent off is sent. Raises IntakeError."""
    at, pressed = timezone.now(), has_pressed_send(request, intake)
    accepting.confirm_email(intake, user=user, at=at)
    request.session.pop(SENDING, None)
    if pressed:
        sending.submit(intake, by=user, at=at)


def confirm_begun(request: HttpRequest, user: User, **_said: Any) -> None:
    """Somebody signed in: the form that asked for the code is theirs, if it names their mailbox."""
    ref = request.session.pop(CONFIRMING, None)
    if user.is_staff:
        request.session.pop(begun_here.DRAFTS, None)
        return
    begun_here.signed_in(request, user, besides=ref, at=timezone.now())
    if not ref:
        return
    intake = Intake.objects.filter(ref=ref, expired_at=None).first()
    if intake is not None:
        # Another mailbox than the one on the form: nothing happens, and the form's page says so.
        with suppress(IntakeError):
            own(request, intake, user=user)


def emergencies_in(posted: QueryDict, number: int) -> tuple[Finding, ...]:
    """Return the emergencies in what was typed on a screen, read alone: for people whose form we cannot open.

    Which questionnaire it was is told by the questions that stood on the page: no form is looked up.
    """
    questionnaire = _asking(posted, number)
    if questionnaire is None:
        return ()
    form = StepForm(questionnaire.screen(number), data=posted)
    today: date = timezone.localdate()
    reading = read(questionnaire, form.raw, on=today)
    findings = screen(reading.answers, on=today, questionnaire=questionnaire).findings
    return tuple(finding for finding in findings if finding.tier is Tier.EMERGENCY)


def _asking(posted: QueryDict, number: int) -> Questionnaire | None:
    """The questionnaire whose screen of that number asks what was sent; else the first that has such a screen."""
    able = [each for each in QUESTIONNAIRES.values() if 1 <= number <= len(each.screens)]
    codes = set(posted.get("asked", "").split(",")) - {""}
    fitting = (each for each in able if codes <= {question.code for question in each.screen(number).questions})
    return next(fitting, able[0] if able else None)
