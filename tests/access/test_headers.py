"""What an answer tells the browser when the house says no; test_matrix asks it of every page of every person."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from clinic import middleware, public
from clinic.accounts import middleware as gates
from clinic.site_settings import services as site_settings
from clinic.website import errors
from tests.access.looking import wrong_headers
from tests.access.production import browser
from tests.access.score import score

# Headers and cookies come from the settings and the middleware, whatever the database.
pytestmark = [pytest.mark.usefixtures("quiet"), pytest.mark.either_database]


def raise_(error: Exception) -> Callable[..., HttpResponse]:
    def view(*args: Any, **kwargs: Any) -> HttpResponse:
        raise error

    return view


def refusals() -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Every way in which the house says no before a page is reached: status, method, request."""
    yield 404, "get", {"path": "/no-such-page/"}
    yield 404, "get", {"path": "/static/no-such-file.css"}
    yield 400, "get", {"path": "/", "headers": {"host": "evil.example"}}
    yield 400, "get", {"path": "/%00"}
    yield 405, "put", {"path": "/"}
    yield 405, "post", {"path": "/contact/"}
    yield 413, "post", {"path": "/intake/start/", "data": {"x": "x" * 600_000}}
    yield 301, "get", {"path": "/contact"}


def test_every_refusal_says_how_it_may_be_used(db: None, production: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client, said = browser(), []
    for status, method, request in refusals():
        response = getattr(client, method)(**request)
        assert response.status_code == status, request
        said += wrong_headers(request["path"], response)
    response = browser(csrf=True).post("/intake/start/")
    assert response.status_code == 403
    said += wrong_headers("/intake/start/", response)
    response = browser(https=False).get("/intake/")
    assert response.status_code == 301
    said += wrong_headers("/intake/", response)
    public._last_shown.clear()  # what was shown before would be shown again
    for error, status in ((ValueError("x"), 500), (OperationalError("x"), 503)):
        with monkeypatch.context() as broken:
            broken.setattr(site_settings, "current", raise_(error))
            response = client.get("/contact/")
            assert response.status_code == status
            said += wrong_headers("/contact/", response)
    for status in (400, 403, 404, 405, 413, 429, 500, 503):
        words = getattr(errors, NAMES[status])(HttpRequest()).text
        # No version, no place in our code, no statement of a database.
        assert [w for w in ("Traceback", "Django", "django", "Python", ".py", "SELECT", "gunicorn") if w in words] == []
    assert not said, "\n".join(said)


NAMES = {
    400: "bad_request",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    429: "too_many",
    500: "server_error",
    503: "database_away",
}


@pytest.mark.parametrize(
    "path", ["/static/site.css", "/static/site.js", "/static/admin/css/base.css", "/static/icon.svg"]
)
def test_a_file_says_how_it_may_be_used(path: str, db: None, production: Any) -> None:
    response = browser().get(path)
    assert (response.status_code, wrong_headers(path, response)) == (200, [])
    assert "max-age" in response.headers["Cache-Control"]
    assert b"".join(response)  # read to its end, which closes the file and, unlike close(), not the database


def test_the_site_scores_155_of_the_160_that_nobody_can_promise(db: None, production: Any) -> None:
    client = browser()
    page, begun = client.get("/"), client.post("/intake/start/")
    assert {cookie.key for cookie in begun.cookies.values()} == {"__Host-session"}
    insecure = browser(https=False).get("/")
    to_https = (insecure.status_code, insecure.headers["Location"]) == (301, "https://clinic.example/")
    assert page.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
    assert score(page.headers, begun.cookies.values(), redirects_to_https=to_https) == 155


def test_cookies_live_as_long_as_the_browser(db: None, production: Any) -> None:
    client = browser()
    cookies = [*client.post("/intake/start/").cookies.values(), *client.get("/account/sign-in/").cookies.values()]
    assert {cookie.key: (cookie["max-age"], cookie["expires"]) for cookie in cookies}["__Host-session"] == ("", "")
    assert {cookie.key for cookie in cookies} == {"__Host-session", "__Host-csrf"}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (
            "CONTENT_SECURITY_POLICY",
            {"DIRECTIVES": {"default-src": ["'none'"], "script-src": ["'unsafe-inline'"]}},
            "unsafe",
        ),
        ("SECURE_CROSS_ORIGIN_OPENER_POLICY", None, "Cross-Origin-Opener-Policy"),
        ("SECURE_REFERRER_POLICY", "unsafe-url", "Referrer-Policy"),
        ("SESSION_COOKIE_HTTPONLY", False, "httponly"),
        ("SESSION_COOKIE_NAME", "session", "__Host-"),
        ("SESSION_COOKIE_SAMESITE", "None", "SameSite"),
        ("PERMISSIONS_POLICY", {}, "Permissions-Policy"),
    ],
)
def test_a_setting_that_is_weakened_is_found(name: str, value: Any, told: str, db: None, production: Any) -> None:
    setattr(production, name, value)
    found = wrong_headers("/intake/start/", browser().post("/intake/start/"))
    assert any(told in line for line in found), found


def test_a_middleware_that_is_forgotten_is_found(db: None, production: Any) -> None:
    production.MIDDLEWARE = [name for name in production.MIDDLEWARE if "own_headers" not in name]
    assert any(
        "no-store" in line or "Cache-Control" in line for line in wrong_headers("/intake/", browser().get("/intake/"))
    )


def test_a_score_falls_with_each_control() -> None:
    assert score({}, [], redirects_to_https=False) == 100 - 25 - 20 - 20 - 5 - 20


def test_the_gates_stand_in_the_settings() -> None:
    # The controls above take one out at a time; that they are in at all is seen here.
    wanted = {f"{gates.__name__}.session_ends", f"{gates.__name__}.staff_second_factor"}
    wanted |= {f"{middleware.__name__}.{name}" for name in ("own_headers", "refuse_huge_bodies", "refuse_odd_requests")}
    assert wanted <= set(django_settings.MIDDLEWARE)
