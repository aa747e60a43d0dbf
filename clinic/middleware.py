"""What happens to every request, whoever asks."""

import re
import secrets
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import unquote

import structlog
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions import middleware as sessions
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from clinic import uploads
from clinic.lost_database import is_lost
from clinic.website import errors

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

type_get = Callable[[HttpRequest], HttpResponse]

METHODS = ("GET", "HEAD", "POST")
_CHARSET = re.compile(r";\s*charset\s*=\s*[^;]*", re.IGNORECASE)


def read_as_utf8(application: "WSGIApplication") -> "WSGIApplication":
    """Wrap the whole application: what is sent is read as UTF-8, whatever codec the sender names.

    Django believes the sender: with some codecs a form becomes letters that no database stores, with others the
    request fails before any middleware runs, and with it our pages and headers.
    """

    def in_utf8(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if "CONTENT_TYPE" in environ:
            environ["CONTENT_TYPE"] = _CHARSET.sub("", environ["CONTENT_TYPE"])
        return application(environ, start_response)

    return in_utf8


def request_id(get_response: type_get) -> type_get:
    """Give the request a number that stands in every log line and on the error page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(6)
        request.META["CLINIC_REQUEST_ID"] = number
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=number)
        response = get_response(request)
        response.headers["X-Request-ID"] = number
        return response

    return middleware


def no_body_for_head(get_response: type_get) -> type_get:
    """Answer HEAD with the headers of GET and nothing else; gunicorn would drop the body, and complain each time."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "HEAD" and not response.streaming:
            response.headers.setdefault("Content-Length", str(len(response.content)))
            response.content = b""
        return response

    return middleware


def own_headers(get_response: type_get) -> type_get:
    """Nothing is kept by a browser or proxy unless the view says so; nothing is shared with other sites."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        # The name that report-to of the Content-Security-Policy speaks of.
        response.headers.setdefault("Reporting-Endpoints", 'csp="/csp-report"')
        return response

    return middleware


def refuse_odd_requests(get_response: type_get) -> type_get:
    """Answer at once what no page of ours sends: another method than GET, HEAD and POST, or a NUL in the address.

    Django's form views take a PUT for a POST; PostgreSQL refuses to look for a NUL at all.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            response = errors.method_not_allowed(request)
            response.headers["Allow"] = ", ".join(METHODS)
            return response
        if "\0" in request.path or "\0" in unquote(request.META.get("QUERY_STRING", "")):
            return errors.bad_request(request)
        return get_response(request)

    return middleware


def refuse_huge_bodies(get_response: type_get) -> type_get:
    """Answer 413 before a byte of an over-long body is read; a page that takes a file has a limit of its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = uploads.most_bytes(request.path_info) or settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        if not (length.isascii() and length.isdecimal()) or int(length) > most:
            response = errors.too_large(request)
            response.headers["Connection"] = "close"
            return response
        return get_response(request)

    return middleware


class SessionMiddleware(sessions.SessionMiddleware):
    """Django's own; but what somebody signed in has done is not asked for again because the message about it was lost.

    The deed is in the database when the session is saved. Were the database lost between the two, “Try again” would do
    the deed a second time. Whoever signs in, or is not signed in, has what they need in the session: they try again,
    unless it was saved together with the deed (clinic.one_commit); then clinic.session_store lets the message go.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except (SessionInterrupted, OperationalError, InterfaceError) as unsaved:
            if _is_done(request, response) and is_lost(unsaved):
                return response
            raise


def _is_done(request: HttpRequest, response: HttpResponse) -> bool:
    view = request.resolver_match.view_name if request.resolver_match else ""
    wants_session = view.startswith(("account", "mfa", "tablet", "booking:record_again"))
    is_done = request.method == "POST" and response.status_code < 400
    return is_done and SESSION_KEY in request.session and not wants_session


def database_away(get_response: type_get) -> type_get:
    """A lost database is a 503 page that holds what was typed, never a bare error."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.database_away(request) if is_lost(exception) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]  # Django looks for it on the function
    return middleware
