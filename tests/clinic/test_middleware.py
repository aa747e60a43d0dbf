"""What happens to every request, whoever asks."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from clinic import middleware

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


def test_a_hundred_thousand_fields_are_refused(client: Client, db: None) -> None:
    body = "&".join(f"a{n}=1" for n in range(60_000))
    response = client.post(reverse("account_login"), body, content_type="application/x-www-form-urlencoded")
    assert 400 <= response.status_code < 500


def test_ten_megabytes_are_refused(client: Client, db: None) -> None:
    response = client.post(reverse("account_login"), {"login": "x" * 10_000_000})
    assert response.status_code == 413
