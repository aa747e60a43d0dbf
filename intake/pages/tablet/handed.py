"""A tablet at the door of a form: who may go in, what ends it, and what is kept of a page that came too late."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from clinic import languages
from clinic.redirects import see_other
from intake.pages import cards, drafts
from intake.pages.forms import StepForm
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.pages.tablet.models import HandOver
from intake.pages.tablet.services import LATE
from intake.pages.viewer import Visibility, is_helped, told_before
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.screening import Finding

Ended = HandOver.Ended
# What the page itself does (static/tablet.js), in seconds without a tap: earlier than the server, and with a warning.
BAR = {"warns": 210, "closes": 270}


def closed(
    request: HttpRequest, handed: HandOver | None, ref: str = "", *, number: int = 0, at: datetime
) -> HttpResponse | None:
    """Let a tablet go on with its form and return None; or end it, and return the way to the last page.

    What was typed on a page that closed meanwhile is kept in the draft, and an emergency in it is met.
    """
    if handed is None:
        return None
    how = handed.end_by_now(at)
    if not how:
        _note_life(request, handed, at=at)
        return None
    findings: tuple[Finding, ...] = ()
    if how == Ended.RESTED and handed.intake.ref == ref:
        findings = _keep_late(request, handed, number, at=at)
    tablets.end(handed, how=how, at=at)
    return over(request, handed, findings=findings)


def _note_life(request: HttpRequest, handed: HandOver, *, at: datetime) -> None:
    # Browsers say whether a person opened the page or something fetched it ahead.
    if request.method == "POST" or request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate":
        tablets.seen(handed, at=at)


def _keep_late(request: HttpRequest, handed: HandOver, number: int, *, at: datetime) -> tuple[Finding, ...]:
    """Keep a page that was sent after the five minutes, once; nothing of the form is shown for it."""
    active, questionnaire = handed.active_at, handed.intake.definition
    in_time = handed.opened_at is not None and active is not None and at - active < LATE
    if "asked" not in request.POST or not in_time or not 1 <= number <= len(questionnaire.main_screens):
        return ()
    form = StepForm(questionnaire.screen(number), data=request.POST)
    with suppress(IntakeError):
        return drafts.save_screen(
            handed.intake,
            screen_=form.screen,
            raw=form.raw,
            asked=form.asked,
            seen=form.seen,
            language=languages.read_in(request).code,
            by=None,
            at=at,
        ).emergencies
    return ()


def give_back(request: HttpRequest, handed: HandOver, *, rested: bool = False, at: datetime) -> HttpResponse:
    """The patient is done, or the page itself has seen that nobody holds the tablet any more."""
    tablets.end(handed, how=Ended.RESTED if rested else Ended.GIVEN_BACK, at=at)
    # Whoever left the tablet lying did not ask that the next person reads about them.
    findings = () if rested else emergencies(handed.intake, at=at)
    return over(request, handed, findings=findings)


def sent(request: HttpRequest, handed: HandOver, *, at: datetime) -> HttpResponse:
    """The form is sent: the last page thanks, and says again what to do now if an answer was an emergency."""
    handed.refresh_from_db()
    return over(request, handed, findings=emergencies(handed.intake, at=at))


def over(request: HttpRequest, handed: HandOver, *, findings: tuple[Finding, ...] = ()) -> HttpResponse:
    """Forget the form in this browser and lead to the last page."""
    ending: dict[str, Any] = {"how": str(handed.ended_how), "at": timezone.now().timestamp()}
    if findings:
        # What was told before this tablet was handed over is an emergency still, but in no words of its own.
        shown = Visibility(told_before(handed, handed.intake.current())).in_sight(findings)
        ending |= {"kind": cards.kind_of_all(shown), "advice": [str(line) for line in cards.advice_of(shown)]}
    tablet_session.leave(request, **ending)
    response = see_other("tablet:done")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def emergencies(intake: Intake, *, at: datetime) -> tuple[Finding, ...]:
    """Return the emergencies in the form as it stands, without what only the patient may read if somebody helped."""
    on, answers = timezone.localtime(at).date(), intake.current()
    reading = drafts.reading_of(intake, answers, on=on)
    visibility = Visibility(is_helped=is_helped(reading.answers))
    return tuple(visibility.may_be_told(drafts.emergencies_in(intake, answers, reading, on=on)))


def somebody_signed_in(request: HttpRequest, **_said: Any) -> None:
    """Somebody signed in in the tablet's browser: the patient's form closes, the two never mix."""
    handed = HandOver.objects.filter(pk=tablet_session.forget(request)).first()
    if handed is not None:
        tablets.end(handed, how=Ended.SIGNED_IN, at=timezone.now())
