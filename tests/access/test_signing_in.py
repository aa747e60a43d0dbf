"""What a session id is worth to somebody who planted it, and where the sign-in leads. The cast alone: no house."""

from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from tests.access import odd
from tests.access.house import new_browser, undone
from tests.access.test_elsewhere import leads_away
from tests.accounts.helpers import CONFIRM, app_of, ask_for_code, digits, newest_code, type_code, type_password
from tests.support.cast import PASSWORD

pytestmark = pytest.mark.usefixtures("quiet")


def who_is(key: str) -> str | None:
    """Whose sign-in a session id opens."""
    row = Session.objects.filter(session_key=key).first()
    return row.get_decoded().get("_auth_user_id") if row else None


def planted() -> tuple[Client, str]:
    """A browser in which somebody else has put the id of a session they know."""
    attacker = Client()
    attacker.post(reverse("intake:begin"))
    key = attacker.cookies[django_settings.SESSION_COOKIE_NAME].value
    victim = Client()
    victim.cookies[django_settings.SESSION_COOKIE_NAME] = key
    return victim, key


def sign_in_by_code(client: Client, user: User) -> None:
    ask_for_code(client, user.email)
    type_code(client, newest_code(user.email) or "")


def sign_in_by_password(client: Client, user: User) -> None:
    secret = app_of(user)
    type_password(client, user.email, PASSWORD)
    client.post(reverse("mfa_authenticate"), {"code": digits(secret)})


@pytest.mark.parametrize(("who", "enter"), [("ana", sign_in_by_code), ("noor", sign_in_by_password)])
def test_a_session_id_from_before_the_sign_in_is_worth_nothing_after_it(
    who: str, enter: Callable[[Client, User], None], request: pytest.FixtureRequest
) -> None:
    user = request.getfixturevalue(who)
    victim, key = planted()
    enter(victim, user)
    now = victim.cookies[django_settings.SESSION_COOKIE_NAME].value
    assert who_is(now) == user.pk
    assert (now != key, who_is(key)) == (True, None)
    # And the one from the sign-in is worth nothing after signing out.
    victim.post(reverse("account_logout"))
    assert who_is(now) is None


def test_an_id_that_survives_the_sign_in_is_found(ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.sessions.backends.db import SessionStore

    monkeypatch.setattr(SessionStore, "cycle_key", lambda self: None)
    victim, key = planted()
    sign_in_by_code(victim, ana)
    assert who_is(key) == ana.pk


def test_signing_in_leads_to_no_other_site(db: None, ana: User, rui: User) -> None:
    away = []
    for target in odd.NEXT[::3]:
        client = new_browser()
        with undone():
            ask_for_code(client, ana.email, next=target)
            response = client.post(reverse(CONFIRM), {"code": newest_code(ana.email), "next": target})
            assert response.status_code in (302, 400), (target, response.status_code)
            away += [target] if leads_away(response.headers.get("Location", "")) else []
        with undone():
            response = type_password(new_browser(), rui.email, PASSWORD, next=target)
            away += [target] if leads_away(response.headers.get("Location", "")) else []
    assert away == []
