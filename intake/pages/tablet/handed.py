"""A tablet at the door of a form: who may go in, what ends it, and what is kept of a page that came too late."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from clinic.redirects import see_other
from intake.pages import cards, readings
from intake.pages.tablet import late
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.pages.tablet.late import LatePage
from intake.pages.tablet.models import HandOver
from intake.pages.viewer import Visibility, is_helped, told_before
from intake.record.models import Intake
from intake.screening import Finding

Ended = HandOver.Ended
# What the page itself does (static/tablet.js), in seconds without a tap: earlier than the server, and with a warning.
BAR = {"warns": 210, "closes": 270}
# How long the last page says again what to do about an emergency; then it only thanks.
SAYS_AGAIN = 15 * 60


def closed(
    request: HttpRequest, handed: HandOver | None, ref: str = "", *, number: int = 0, at: datetime
) -> HttpResponse | None:
    """Let a tablet go on with its form and return None; or end it, and return the way to the last page.

    What was typed on a page that closed meanwhile, for whatever reason, is kept in the draft where that is open, and an
    emergency in it is met.
    """
    if handed is None:
        return None
    how = handed.end_by_now(at)
    if not handed.ended_how and handed.intake.submitted_at is not None:
        how = Ended.ELSEWHERE
    if not how:
        _note_life(request, handed, at=at)
        return None
    page = late.take(request, handed, number, at=at) if handed.intake.ref == ref else late.NOTHING
    tablets.end(handed, how=how, at=at)
    return over(request, handed, findings=page.findings, page=page)


def closed_before(request: HttpRequest, ref: str, *, number: int, at: datetime) -> HttpResponse | None:
    """Meet a page of a form that was closed in this browser before it was sent; None for any other request."""
    key, may_keep = tablet_session.closed_here(request)
    handed = HandOver.objects.select_related("intake").filter(pk=key, intake__ref=ref).first() if key else None
    if handed is None:
        return None
    page = late.take(request, handed, number, may_keep=may_keep, at=at)
    if not page.is_there:
        return None
    if not request.user.is_authenticated:
        return over(request, handed, findings=page.findings, page=page)
    # Somebody signed in here: their session stays, and the form is forgotten.
    tablet_session.forget(request)
    context = {"is_alone": True} | shown_at_the_end(_ending(handed, page.findings, page))
    return render(request, "tablet/done.html", context)


def _note_life(request: HttpRequest, handed: HandOver, *, at: datetime) -> None:
    # Browsers say whether a person opened the page or something fetched it ahead.
    if request.method == "POST" or request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate":
        tablets.seen(handed, at=at)


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


def over(
    request: HttpRequest, handed: HandOver, *, findings: tuple[Finding, ...] = (), page: LatePage = late.NOTHING
) -> HttpResponse:
    """Forget the form in this browser and lead to the last page."""
    tablet_session.leave(request, **_ending(handed, findings, page))
    response = see_other("tablet:done")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def _ending(handed: HandOver, findings: tuple[Finding, ...], page: LatePage) -> dict[str, Any]:
    ending: dict[str, Any] = {
        "how": str(handed.ended_how),
        "at": timezone.now().timestamp(),
        "form": handed.pk,
        "keeps": not page.is_there,
        "is_lost": page.is_lost,
        # Whoever left the tablet lying did not ask that the next person reads about them.
        "typed": [] if handed.ended_how == Ended.RESTED else page.typed,
    }
    if findings:
        # What was told before this tablet was handed over is an emergency still, but in no words of its own.
        shown = Visibility(told_before(handed, handed.intake.current())).in_sight(findings)
        ending |= {"kind": cards.kind_of_all(shown), "advice": [str(line) for line in cards.advice_of(shown)]}
    return ending


def shown_at_the_end(ending: dict[str, Any]) -> dict[str, Any]:
    """Return what the last page says; of an emergency and of what was typed only for a quarter of an hour."""
    fresh = timezone.now().timestamp() - ending.get("at", 0) < SAYS_AGAIN
    return {
        "how": ending.get("how", ""),
        "is_lost": fresh and ending.get("is_lost", False),
        "typed": ending.get("typed", []) if fresh else [],
        "kind": ending.get("kind", "") if fresh else "",
        "advice": ending.get("advice", []),
    }


def emergencies(intake: Intake, *, at: datetime) -> tuple[Finding, ...]:
    """Return the emergencies in the form as it stands, without what only the patient may read if somebody helped."""
    on, answers = timezone.localtime(at).date(), intake.current()
    reading = readings.reading_of(intake, answers, on=on)
    visibility = Visibility(is_helped=is_helped(reading.answers))
    return tuple(visibility.may_be_told(readings.emergencies_in(intake, answers, reading, on=on)))


def somebody_signed_in(request: HttpRequest, **_said: Any) -> None:
    """Somebody signed in in the tablet's browser: the patient's form closes, the two never mix."""
    handed = HandOver.objects.filter(pk=tablet_session.sign_in(request)).first()
    if handed is not None:
        tablets.end(handed, how=Ended.SIGNED_IN, at=timezone.now())
