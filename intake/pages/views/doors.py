"""Who may open a form, and what happens to everybody else.

A draft opens in the browser that began it, and after its mailbox is confirmed for that mailbox alone. To anyone else it
does not exist. What somebody typed who is signed out by now is kept, sealed, until they have signed in again. A tablet
that the desk handed over opens one form, as long as somebody holds it (intake.pages.tablet.handed).
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from clinic.accounts import sessions
from clinic.accounts.models import User
from clinic.site_settings import services as site_settings
from intake.pages import access, cards, proxy_entry, red_line, resume
from intake.pages.access import SESSION_DRAFTS
from intake.pages.tablet import handed
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.record.models import Intake

type_view = Callable[..., HttpResponse]

MOST_DRAFTS = 20
ALIVE = "alive"
SIGN_OF_LIFE = timedelta(minutes=20)


def own_form(view: type_view) -> type_view:
    """Hand the view the form that this person may open; turn everybody else away."""

    @login_not_required
    @wraps(view)
    def opened(request: HttpRequest, ref: str, **kwargs: Any) -> HttpResponse:
        at = timezone.now()
        if (over := handed.closed(request, ref, number=kwargs.get("number", 0), at=at)) is not None:
            return over
        intake = _find(request, ref)
        if intake is None:
            return turned_away(request, ref, **kwargs)
        if intake.expired_at is not None:
            return render(request, "intake/expired.html", furniture(request), status=410)
        if request.method == "POST":
            keep_alive(request, at=at)
        return view(request, intake, **kwargs)

    # An ended session is told here, because an emergency in what was typed must be answered first.
    opened.answers_ended_sessions = True  # type: ignore[attr-defined]  # clinic.accounts.middleware looks for it
    return opened


def _find(request: HttpRequest, ref: str) -> Intake | None:
    """The form of that address, if this person may open it. A page that only looks gets its answers with it."""
    if request.method != "POST":
        answers = access.newest_answers_for(request, ref)
        if answers is None:
            return None
        answers.intake.looked_at = answers
        return answers.intake
    try:
        intake = access.open_for(request).get(ref=ref)
    except Intake.DoesNotExist:
        return None
    user = patient_user(request)
    if user is not None and user.pk == intake.user_id:
        intake.user = user
    return intake


def turned_away(request: HttpRequest, ref: str, number: int = 0, **_more: Any) -> HttpResponse:
    """Say that there is nothing here, in the same words for every address; keep what was typed for its owner."""
    if request.user.is_authenticated:
        raise Http404
    if tablet_session.key(request):
        return _not_on_this_tablet(request, ref)
    if tablet_session.is_over(request):
        return redirect("tablet:done")
    red_line = resume.emergencies_in(request.POST, number) if request.method == "POST" else ()
    if sessions.ENDED in request.session and not red_line:
        return redirect("accounts:signed_out")
    if request.method == "POST" and "asked" in request.POST:
        held = resume.is_held(request)
        if not held:
            resume.stash_typed(request, ref)
        told = {"cards": red_line, "kind": cards.kind_of_all(red_line), "advice": cards.advice_of(red_line)}
        context = {"ref": ref, "sign_in": held} | told | furniture(request)
        return render(request, "intake/signed_out.html", context, status=403)
    return render(request, "intake/not_here.html", {"ref": ref}, status=404)


def _not_on_this_tablet(request: HttpRequest, ref: str) -> HttpResponse:
    """Another form leads back to the one handed over; if that was sent from elsewhere meanwhile, the tablet closes."""
    here, at = handed.of(request), timezone.now()
    if here is not None and here.opened_at is not None and here.intake.ref == ref:
        tablets.end(here, how=handed.Ended.WITHDRAWN, at=at)
        return handed.over(request, here)
    return redirect("tablet:start")


def asks_for_code(request: HttpRequest, intake: Intake) -> bool:
    """Whether the mailbox has still to be confirmed: not where the desk knows the person."""
    known = intake.entered_by_id or tablet_session.key(request)
    return bool(intake.email) and not intake.is_confirmed and not known


def patient_user(request: HttpRequest) -> User | None:
    """Return the signed-in owner of a mailbox; None for somebody who is not signed in."""
    return request.user if isinstance(request.user, User) else None


def remember(request: HttpRequest, intake: Intake) -> None:
    """Let this browser open the draft it began."""
    request.session[SESSION_DRAFTS] = [*request.session.get(SESSION_DRAFTS, []), intake.ref][-MOST_DRAFTS:]


def keep_alive(request: HttpRequest, *, at: datetime) -> None:
    """Sending something keeps a browser's own drafts open; accounts does the same for those who are signed in."""
    if request.user.is_authenticated or SESSION_DRAFTS not in request.session:
        return
    if at.timestamp() - request.session.get(ALIVE, 0) >= SIGN_OF_LIFE.total_seconds():
        request.session[ALIVE] = at.timestamp()


def furniture(request: HttpRequest, intake: Intake | None = None) -> dict[str, Any]:
    """Return what every page of a form shows: for whom it is once somebody is signed in, whether nobody reads now."""
    return {
        "acting": request.user.is_authenticated,
        "leave_to": proxy_entry.way_back(request),
        "tablet": handed.BAR if tablet_session.key(request) else None,
        "acting_for": intake.full_name if intake else "",
        "nobody_reading": SimpleLazyObject(_nobody_reads),
        "red_line": SimpleLazyObject(lambda: _red_line(request, intake)),
    }


def _red_line(request: HttpRequest, intake: Intake | None) -> red_line.RedLine | None:
    """What an emergency answer leaves above the title of every later page, worded for who holds the form."""
    words = ""
    if proxy_entry.way_back(request):
        words = _("The patient told us something that needs care today. Get a practitioner now.")
    elif tablet_session.key(request):
        words = _("You told us something that needs care today. Tell the person at the front desk.")
    return red_line.of_form(intake, kept_back=lambda answers: handed.kept_back(request, answers), sentence=words)


def _nobody_reads() -> bool:
    return not site_settings.is_staffed(site_settings.current(), at=timezone.now())


def see_other(name: str, *args: Any, query: str = "") -> HttpResponseRedirect:
    """Redirect with a GET, whatever was sent."""
    response = HttpResponseRedirect(reverse(name, args=args) + (f"?{query}" if query else ""))
    response.status_code = 303
    return response
