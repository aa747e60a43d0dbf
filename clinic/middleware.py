"""What happens to every request, whoever asks."""

import secrets
from collections.abc import Callable

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from clinic.front import errors

type_get = Callable[[HttpRequest], HttpResponse]


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
        return response

    return middleware


def refuse_huge_bodies(get_response: type_get) -> type_get:
    """Answer 413 before a byte of an over-long body is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        said = request.META.get("CONTENT_LENGTH") or "0"
        if not said.isdigit() or int(said) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            response = errors.too_large(request)
            response.headers["Connection"] = "close"
            return response
        return get_response(request)

    return middleware


def database_away(get_response: type_get) -> type_get:
    """A lost database is a 503 page that holds what was typed, never a bare error."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return errors.database_away(request) if isinstance(exception, OperationalError | InterfaceError) else None

    middleware.process_exception = process_exception  # type: ignore[attr-defined]  # Django looks for it on the function
    return middleware
