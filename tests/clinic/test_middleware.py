"""What happens to every request, whoever asks."""

import re
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.exceptions import SessionInterrupted
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from clinic import middleware
from clinic.middleware import SessionMiddleware

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "report-uri": "/csp-report",
    "report-to": "csp",
}


def policy_of(response: Any) -> dict[str, str]:
    said = response.headers["Content-Security-Policy"].split(";")
    return {name: rest for name, _space, rest in (part.strip().partition(" ") for part in said)}


@pytest.mark.parametrize("path", ["/", "/no-such-page/", "/admin/", "/account/no-such-page/"])
def test_every_answer_carries_the_whole_policy(client: Client, db: None, path: str) -> None:
    response = client.get(path)
    assert policy_of(response) == POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "camera=()" in response.headers["Permissions-Policy"]


def test_nothing_is_kept_by_a_browser_or_proxy(client: Client, db: None) -> None:
    assert "no-store" in client.get(reverse("account_login")).headers["Cache-Control"]


def test_every_answer_has_a_number_of_its_own(client: Client, db: None) -> None:
    numbers = [client.get("/").headers["X-Request-ID"] for _n in range(3)]
    assert len(set(numbers)) == 3
    assert all(re.fullmatch(r"[0-9a-f]{12}", number) for number in numbers)


def test_a_stranger_cannot_choose_the_number(client: Client, db: None) -> None:
    response = client.get("/", headers={"X-Request-ID": "forged\nline"})
    assert re.fullmatch(r"[0-9a-f]{12}", response.headers["X-Request-ID"])


def test_head_answers_with_the_headers_of_get_and_no_body(db: None) -> None:
    request = RequestFactory().head("/")
    whole = middleware.no_body_for_head(lambda _request: HttpResponse("five!"))
    response = whole(request)
    assert (response.content, response.headers["Content-Length"]) == (b"", "5")


@pytest.mark.parametrize("length", ["524289", "10485760", "-1", "ten"])
def test_an_over_long_body_is_refused_unread(db: None, length: str) -> None:
    class Unreadable:
        def read(self, *_args: Any) -> bytes:
            raise AssertionError("A refused body must not be read.")

    request = RequestFactory().post("/", data={})
    request.META["CONTENT_LENGTH"] = length
    request.META["wsgi.input"] = Unreadable()
    response = middleware.refuse_huge_bodies(lambda _request: HttpResponse("in"))(request)
    assert response.status_code == 413
    assert response.headers["Connection"] == "close"


def test_a_body_of_the_largest_size_is_let_in(db: None) -> None:
    request = RequestFactory().post("/", data={})
    request.META["CONTENT_LENGTH"] = "524288"
    response = middleware.refuse_huge_bodies(lambda _request: HttpResponse("in"))(request)
    assert response.content == b"in"


PHOTOGRAPH = settings.LARGEST_PHOTOGRAPH


@pytest.mark.parametrize(
    ("path", "length", "answer"),
    [
        ("/admin/booking/placephotograph/add/", PHOTOGRAPH, 200),
        ("/admin/booking/placephotograph/7/change/", PHOTOGRAPH, 200),
        ("/admin/accounts/practitioner/7/change/", PHOTOGRAPH, 200),
        ("/desk/my-day/page/", PHOTOGRAPH, 200),
        ("/admin/booking/placephotograph/add/", 2 * PHOTOGRAPH, 413),
        ("/admin/booking/placephotograph/7/delete/", PHOTOGRAPH, 413),
        ("/contact/admin/booking/placephotograph/add/", PHOTOGRAPH, 413),
    ],
)
def test_a_page_that_takes_a_photograph_takes_one_as_a_phone_makes_it(
    db: None, path: str, length: int, answer: int
) -> None:
    request = RequestFactory().post(path, data={})
    request.META["CONTENT_LENGTH"] = str(length)
    response = middleware.refuse_huge_bodies(lambda _request: HttpResponse("in"))(request)
    assert response.status_code == answer


def test_a_hundred_thousand_fields_are_refused(client: Client, db: None) -> None:
    body = "&".join(f"a{n}=1" for n in range(60_000))
    response = client.post(reverse("account_login"), body, content_type="application/x-www-form-urlencoded")
    assert 400 <= response.status_code < 500


def test_ten_megabytes_are_refused(client: Client, db: None) -> None:
    response = client.post(reverse("account_login"), {"login": "x" * 10_000_000})
    assert response.status_code == 413


# ——— the session is lost after the deed


class Unsaved(SessionStore):
    """A session that the database does not take; for which reason, a test says."""

    reason: Exception | None = OperationalError("gone")

    def save(self, must_create: bool = False) -> None:
        raise UpdateError from self.reason


def answered(
    view: str, method: str = "post", *, signed_in: bool = True, reason: Exception | None, status: int = 302
) -> int:
    """Return the status with which a request ends whose session cannot be saved; 0: it ends with an error."""
    request = getattr(RequestFactory(), method)("/")
    request.session = Unsaved("a" * 32)
    request.session._session_cache = {SESSION_KEY: "1"} if signed_in else {}
    request.session["_messages"] = "Saved."
    request.session.reason = reason
    request.resolver_match = SimpleNamespace(view_name=view)
    middleware = SessionMiddleware(lambda _request: HttpResponse(status=status))
    try:
        return middleware.process_response(request, HttpResponse(status=status)).status_code
    except SessionInterrupted:
        return 0


def test_what_was_done_is_not_asked_for_again_because_the_message_about_it_is_lost() -> None:
    gone = OperationalError("gone")
    assert answered("desk:call", reason=gone) == 302
    # Whose session is the deed, or who did nothing, tries again; a session that was deleted meanwhile is no loss.
    assert answered("account_login", reason=gone) == 0
    assert answered("mfa_reauthenticate", reason=gone) == 0
    assert answered("tablet:who", reason=gone) == 0
    assert answered("intake:begin", signed_in=False, reason=gone) == 0
    assert answered("desk:call", "get", reason=gone) == 0
    assert answered("desk:call", reason=gone, status=409) == 0
    assert answered("desk:call", reason=None) == 0
