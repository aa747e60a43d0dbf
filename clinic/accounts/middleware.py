"""What every request passes: the language of staff, sessions that end, and staff who must show both factors."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone, translation

from clinic import languages
from clinic.accounts import second_factor, sessions
from clinic.accounts.models import User

type_get = Callable[[HttpRequest], HttpResponse]
type_view = Callable[..., HttpResponse]

# Where somebody without a second factor may go to set one up; nothing else that wants a sign-in.
ENROLMENT = frozenset({"mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_reauthenticate"})
# Where somebody shows the factor they have.
SHOWING = frozenset({"mfa_reauthenticate", "mfa_reauthenticate_webauthn"})
# Where the end of a session is not worth a page of its own.
ON_THE_WAY_OUT = frozenset({"account_logout", "account_login", "account_request_login_code", "signed_out", "logout"})


def language_of_staff(get_response: type_get) -> type_get:
    """Speak, on the pages of the staff, the language their reader chose; any other page speaks that of its address.

    The first of those that know who is asking: the pages that say no speak it too.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user if languages.is_of_staff(request.path_info) else None
        code = user.language if isinstance(user, User) and user.is_staff else ""
        if code not in {language.code for language in languages.whole()}:
            return get_response(request)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = get_response(request)
        response.headers["Content-Language"] = code
        return response

    return middleware


def session_ends(get_response: type_get) -> type_get:
    """End a sign-in that lasted or rested too long, and one whose user has left; lose nothing that was typed."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: type_view, args: Any, kwargs: Any) -> HttpResponse | None:
        # After the CSRF check, so that only what was typed on our own page is ever kept.
        if SESSION_KEY not in request.session:
            return None
        user, now = request.user, timezone.now()
        if not isinstance(user, User):
            sessions.forget(request)
            return None
        if not sessions.is_over(request, user, at=now):
            sessions.note_activity(request, user, at=now)
            return None
        out = _name_of(request) in ON_THE_WAY_OUT
        sessions.end(request, user, hold=request.method == "POST" and not out)
        # A patient's page answers by itself: an emergency in what was typed is met before anything else.
        answers = request.method == "POST" and getattr(view, "answers_ended_sessions", False)
        return None if out or answers else HttpResponseRedirect(reverse("accounts:signed_out"))

    middleware.process_view = process_view  # type: ignore[attr-defined]  # Django looks for it on the function
    return middleware


def staff_second_factor(get_response: type_get) -> type_get:
    """Let staff see what wants a sign-in only in a session that passed password and second factor.

    Every view that is not public is behind this, also one written tomorrow. In the demo clinic a password is enough.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: type_view, args: Any, kwargs: Any) -> HttpResponse | None:
        user = request.user
        if not isinstance(user, User) or not user.is_staff or not getattr(view, "login_required", True):
            return None
        if not second_factor.passed_password(request, user):
            # A session from an e-mailed code, or from when this person was no staff yet: never a staff session.
            logout(request)
            return _to(resolve_url(settings.LOGIN_URL), request)
        if settings.DEMO or second_factor.passed_both(request, user):
            return None
        name = _name_of(request)
        if second_factor.is_enrolled(user):
            return None if name in SHOWING else _to(_showing_page(user), request)
        return None if name in ENROLMENT else HttpResponseRedirect(reverse("mfa_activate_totp"))

    middleware.process_view = process_view  # type: ignore[attr-defined]  # Django looks for it on the function
    return middleware


def _showing_page(user: User) -> str:
    pages = [method["url"] for method in get_adapter().get_reauthentication_methods(user)]
    return str(next(page for page in pages if page != reverse("account_reauthenticate")))


def _to(page: str, request: HttpRequest) -> HttpResponse:
    query = f"?{urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})}" if request.method == "GET" else ""
    return HttpResponseRedirect(page + query)


def _name_of(request: HttpRequest) -> str | None:
    return request.resolver_match.url_name if request.resolver_match else None
