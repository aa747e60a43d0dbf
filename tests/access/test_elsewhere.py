"""No way in or out leads to another site, no other name is taken for ours, and no log line is anybody else's."""

import logging
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from tests.access import odd, sinks
from tests.access.house import House, undone

pytestmark = pytest.mark.usefixtures("quiet")


def leads_away(location: str) -> bool:
    """Say whether a browser would leave our site for this address, as leniently as browsers read."""
    plain = location.strip("".join(chr(n) for n in range(33))).replace("\t", "").replace("\n", "").replace("\r", "")
    plain = plain.replace("\\", "/")
    return plain.startswith("//") or bool(urlsplit(plain).scheme)


def test_no_way_in_or_out_leads_to_another_site(house: House) -> None:
    away = []
    for who in ("anonymous", "ana"):
        for name in ("account_login", "account_request_login_code", "account_confirm_login_code", "account_logout"):
            for target in odd.NEXT:
                for method in ("get", "post"):
                    with undone():
                        client = house.client(who)
                        url = f"{reverse(name)}?{urlencode({'next': target})}"
                        response = getattr(client, method)(url, {"next": target} if method == "post" else None)
                    location = response.headers.get("Location", "")
                    assert response.status_code < 500, (name, target)
                    away += [(name, who, method, target, location)] if leads_away(location) else []
    assert away == []


def test_an_address_with_two_slashes_leads_to_no_other_site(db: None) -> None:
    for path in (
        "//evil.example",
        "//evil.example/..",
        "/\\evil.example",
        "///evil.example/%2f..",
        "//intake//evil.example",
    ):
        for who in (Client(), Client(headers={"x-forwarded-host": "evil.example", "forwarded": "host=evil.example"})):
            response = who.get(path)
            assert not leads_away(response.headers.get("Location", "")), path


def test_leaving_is_seen() -> None:
    assert [target for target in odd.NEXT[:20] if not leads_away(target)] == []
    assert not leads_away("/intake/?next=https://evil.example")


# ——— other names for this site


def test_another_name_for_this_site_is_refused(house: House) -> None:
    for host in odd.HOSTS:
        for path in ("/", "/intake/", "/account/sign-in/", "/admin/", "/desk/", "/no-such-page/"):
            for method in ("get", "post"):
                response = getattr(house.client("ana"), method)(path, headers={"host": host})
                assert response.status_code == 400, (host, path, response.status_code)
                assert "evil" not in response.text


def test_a_forwarded_name_changes_nothing(house: House) -> None:
    for name in (
        "x-forwarded-host",
        "x-host",
        "forwarded",
        "x-original-url",
        "x-rewrite-url",
        "x-http-method-override",
    ):
        response = house.client("ana").get("/intake/", headers={name: "evil.example"})
        assert (response.status_code, "evil" in response.text) == (200, False), name
    assert django_settings.USE_X_FORWARDED_HOST is False


def test_a_line_break_in_an_address_is_one_line_in_the_log(db: None) -> None:
    logging.disable(logging.NOTSET)
    with sinks.listening(sinks.clinics_formatter()) as heard:
        Client().get("/no-such%0aFAKE%20200%20OK%0d%1b[31m/")
    said = [line for who, line in heard.lines if who == "log django.request"]
    assert [line.count("\n") + line.count("\r") + line.count("\x1b") for line in said] == [0]
