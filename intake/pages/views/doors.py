"""Who may open a form, and what happens to everybody else.

A draft opens in the browser that began it until it rests (intake.pages.begun_here), and after its mailbox is confirmed
for that mailbox alone. To anyone else it does not exist. What somebody typed who is signed out by now is kept, sealed,
until they have signed in again. A tablet that the desk handed over opens one form, as long as somebody holds it
(intake.pages.tablet.handed).
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from clinic import languages
from clinic.accounts import acting, sessions
from intake.pages import access, begun_here, cards, chosen, reading_hours, red_line, resume
from intake.pages.tablet import handed
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.pages.viewer import FormViewer, Viewer, viewer_of
from intake.record.models import Intake
from intake.screening import Finding

type_view = Callable[..., HttpResponse]


def own_form(view: type_view) -> type_view:
    """Hand the view who is looking, at the form that this person may open; turn everybody else away."""

    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, ref: str, **kwargs: Any) -> HttpResponse:
        at, viewer = timezone.now(), viewer_of(request)
        if (over := handed.closed(request, viewer.hand_over, ref, number=kwargs.get("number", 0), at=at)) is not None:
            return over
        intake = _find(request, viewer, ref)
        if intake is None:
            return turned_away(request, viewer, ref, **kwargs)
        if intake.expired_at is not None:
            return render(request, "intake/expired.html", form_context(request, viewer), status=410)
        if request.method == "POST":
            begun_here.keep_alive(request, at=at)
        return view(request, viewer.of_form(intake), **kwargs)

    # An ended session is told here, because an emergency in what was typed must be answered first.
    opened.answers_ended_sessions = True  # type: ignore[attr-defined]  # clinic.accounts.middleware looks for it
    return opened


def _find(request: HttpRequest, viewer: Viewer, ref: str) -> Intake | None:
    """The form of that address, if this person may open it. A page that only looks gets its answers with it."""
    if request.method != "POST":
        answers = access.newest_answers_for(viewer, ref)
        if answers is None:
            return None
        answers.intake.looked_at = answers
        return answers.intake
    try:
        intake = access.open_for(viewer).get(ref=ref)
    except Intake.DoesNotExist:
        return None
    if viewer.user is not None and viewer.user.pk == intake.user_id:
        intake.user = viewer.user
    return intake


def turned_away(request: HttpRequest, viewer: Viewer, ref: str, number: int = 0, **_more: Any) -> HttpResponse:
    """Say that there is nothing here, in the same words for every address; keep what was typed for its owner."""
    if (over := handed.closed_before(request, ref, number=number, at=timezone.now())) is not None:
        return over
    if viewer.user is not None:
        raise Http404
    if viewer.is_on_tablet:
        return _not_on_this_tablet(request, viewer, ref)
    if tablet_session.is_over(request):
        return redirect("tablet:done")
    emergencies = resume.emergencies_in(request.POST, number) if request.method == "POST" else ()
    if sessions.ENDED in request.session and not emergencies:
        return redirect("accounts:signed_out")
    if request.method == "POST" and "asked" in request.POST:
        is_held = resume.is_held(request)
        if not is_held:
            resume.stash_typed(request, ref)
        context = {"ref": ref, "sign_in": is_held} | form_context(request, viewer)
        return render(request, "intake/signed_out.html", context | alarm(request, viewer, emergencies), status=403)
    return render(request, "intake/not_here.html", {"ref": ref}, status=404)


def alarm(request: HttpRequest, viewer: Viewer, emergencies: Sequence[Finding]) -> dict[str, Any]:
    """Return what to do at once about what was typed, in the language of the screen it was typed on: the page around
    it is there in whole languages only. Nothing where it was no emergency.
    """
    if not emergencies:
        return {}
    with languages.reading(request) as language:
        about = {"kind": cards.kind_of_all(emergencies), "advice": cards.advice_of(emergencies), "heading": "h2"}
        context = about | form_context(request, viewer)
        words = render_to_string("components/emergency_card.html", context, request=request)
    return {"alarm": words, "alarm_in": language.code}


def _not_on_this_tablet(request: HttpRequest, viewer: Viewer, ref: str) -> HttpResponse:
    """Another form leads back to the one handed over; if that is gone, the tablet closes."""
    hand_over = viewer.hand_over
    if hand_over is not None and hand_over.opened_at is not None and hand_over.intake.ref == ref:
        tablets.end(hand_over, how=handed.Ended.WITHDRAWN, at=timezone.now())
        return handed.over(request, hand_over)
    return redirect("tablet:start")


def form_context(request: HttpRequest, viewer: Viewer) -> dict[str, Any]:
    """Return what every page of a form shows: for whom it is once somebody is signed in, whether nobody reads now."""
    intake = viewer.intake if isinstance(viewer, FormViewer) else None
    return acting.page_context(request, intake) | {
        "leave_to": viewer.leave_to,
        "tablet": handed.BAR if viewer.is_on_tablet else None,
        "nobody_reading": SimpleLazyObject(reading_hours.nobody_reads),
        "read_next": SimpleLazyObject(reading_hours.read_next),
        "red_line": SimpleLazyObject(lambda: red_line.of_form(intake, viewer) if intake else None),
        "chosen_language": chosen.beside_english(intake, viewer),
    }
