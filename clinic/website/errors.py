"""Pages for when something went wrong: each says what to do next and shows the number of the request.

None of them needs the database. The one for a lost database keeps what was typed: the page itself carries every posted
field and sends it again to the same address, so nothing depends on the browser's memory or on a session.
"""

import sys
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException, UnreadablePostError
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils import timezone, translation
from django.utils.functional import lazy
from django.utils.translation import ngettext

from clinic import languages, uploads
from clinic.accounts.limits import seconds_to_wait
from clinic.languages import Language
from clinic.lost_database import is_lost
from clinic.website.context import without_database

RETRY_AFTER_SECONDS = "30"

_LAST_RESORT = "Something went wrong. Please try again in a few minutes, or call the clinic. In an emergency, call 911."
_TOO_MUCH = (RequestDataTooBig, TooManyFieldsSent)
# A typed password or sign-in code never goes back into a page; in the admin a code names a visit type.
_PASSWORDS = frozenset({"password", "password1", "password2", "oldpassword"})
_SECRETS = _PASSWORDS | {"code"}


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 413 where the form was simply too long; 503 where a lost database kept the session from being saved."""
    if is_lost(exception):
        return database_away(request)
    return too_large(request) if isinstance(exception, _TOO_MUCH) else _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: signed in as somebody who may not see this."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    return _page(request, 404)


def method_not_allowed(request: HttpRequest) -> HttpResponse:
    """405: an address that only takes a form, opened as a page, or the other way round."""
    return _page(request, 405)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: nothing of the body was read. A page that takes a file says how large one may be."""
    most = uploads.most_bytes(request.path_info)
    return _page(request, 413, held={"megabytes": most // (1024 * 1024)})


def too_many(request: HttpRequest, seconds: int | None = None) -> HttpResponse:
    """429: how long to wait, as far as it is known, then try again; in the emergency language that somebody chose or
    reads as well.
    """
    chosen = languages.asked(request) or getattr(request, "LANGUAGE_CODE", "")
    held: dict[str, object] = {"wait": _wait(seconds)} if seconds else {}
    response = _page(request, 429, held=held | {"chosen": chosen})
    if seconds:
        response.headers["Retry-After"] = str(seconds)
    return response


def too_often(request: HttpRequest) -> HttpResponse:
    """429 of the sign-in pages (allauth asks for it), with the wait that its counters say."""
    return too_many(request, seconds_to_wait(request, now=timezone.now().timestamp()))


def server_error(request: HttpRequest) -> HttpResponse:
    """500; or the page of the lost database where that is the reason (it may be lost before any view runs)."""
    return database_away(request) if is_lost(sys.exc_info()[1]) else _page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a valid token.

    After signing in elsewhere the token of an open page is stale. A browser that says the form came from our own page
    gets it back to send again; anyone else gets no form to press.
    """
    is_same_origin = request.META.get("HTTP_SEC_FETCH_SITE") == "same-origin"
    return _page(request, 403, template="403_form.html", held=_held(request) if is_same_origin else None)


def database_away(request: HttpRequest) -> HttpResponse:
    """503 without a query, with what was typed and a button that sends it again."""
    response = _page(request, 503, held=_held(request) if _is_ours(request) else None)
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def friendly_bodies(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: an empty 405, 413 or 429 from a decorator gets the page that says what to do."""
    pages: dict[int, Callable[[HttpRequest], HttpResponse]] = {
        405: method_not_allowed,
        413: too_large,
        429: too_many,
    }

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        page = pages.get(response.status_code)
        if page is None or response.streaming or response.content:
            return response
        seconds = response.headers.get("Retry-After", "")
        friendly = too_many(request, int(seconds)) if page is too_many and seconds.isdecimal() else page(request)
        if "Allow" in response.headers:
            friendly.headers["Allow"] = response.headers["Allow"]
        return friendly

    return middleware


def _page(
    request: HttpRequest, status: int, *, template: str = "", held: dict[str, object] | None = None
) -> HttpResponse:
    path = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    with languages.whole_site():
        context = {**without_database(request), "here": path, **(held or {})}
        try:
            translations = _in_other_words(request, template or f"{status}.html", context)
            body = render_to_string(template or f"{status}.html", context | {"others": translations})
        except Exception:  # the page about an error must not become one itself: plain words are better than none
            return HttpResponse(_LAST_RESORT, status=status, content_type="text/plain; charset=utf-8")
        return HttpResponse(body, status=status, headers={"Content-Language": languages.now().code})


def _in_other_words(request: HttpRequest, template: str, context: dict[str, object]) -> list[tuple[Language, str]]:
    """Return the words of an error page in the other languages, of a `chosen` emergency language first; none on pages
    of the staff, who have one.
    """
    if is_of_the_staff(request.path_info):
        return []
    translations: list[tuple[Language, str]] = []
    chosen = [language for language in languages.urgent() if language.code == context.get("chosen")]
    for language in (*chosen, *languages.whole()):
        if language is not languages.now():
            with translation.override(language.code):
                words = context | {"words_only": "components/error_words.html"}
                translations.append((language, render_to_string(template, words)))
    return translations


def is_of_the_staff(path: str) -> bool:
    """Whether a page that is there in one language only was asked for; an address that leads nowhere is anybody's."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return not languages.same_page(path)


def _is_ours(request: HttpRequest) -> bool:
    """A foreign page's form must not come back with a valid token, ready to be pressed."""
    check = CsrfViewMiddleware(lambda _request: HttpResponse())
    return check.process_view(request, lambda _request: HttpResponse(), (), {}) is None


def _held(request: HttpRequest) -> dict[str, object]:
    """The posted fields to send again: long ones to be read, short ones hidden, and whether a file was with them."""
    if request.method != "POST":
        return {}
    try:
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
        has_file = any(request.FILES.values())
    except (*_TOO_MUCH, MultiPartParserError, RawPostDataException, UnreadablePostError):
        return {}
    secrets = _PASSWORDS if request.path_info.startswith("/admin/") else _SECRETS
    if any(name in secrets for name, _value in pairs):
        return {}
    fields = [(name, value) for name, value in pairs if name != "csrfmiddlewaretoken"]
    return {
        "again": request.get_full_path(),
        "csrf_value": get_token(request),
        "has_file": has_file,
        "typed": [field for field in fields if _is_long(field[1])],
        "kept": [field for field in fields if not _is_long(field[1])],
    }


def _in_words(seconds: int) -> str:
    """A wait, rounded up to minutes, and from two hours on to hours."""
    minutes = -(-seconds // 60)
    if minutes < 120:
        return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    hours = -(-minutes // 60)
    return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}


# Said anew in each language of the page.
_wait = lazy(_in_words, str)


def _is_long(value: str) -> bool:
    return len(value) > 30 or "\n" in value
