"""The page behind the link of an invitation."""

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import roles, services
from clinic.accounts.models import Invitation, User
from clinic.outbox.models import Letter
from tests.accounts.helpers import type_password
from tests.accounts.test_staff import token_in
from tests.support.cast import PASSWORD, SignedIn

NEW = {"password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def address(ada: User, frozen: object) -> str:
    """The address in Nia's letter."""
    from tests.support.times import NOW

    services.invite(email="nia@clinic.example", name="Nia Nova", role=roles.DESK, by=ada, at=NOW)
    return reverse("accounts:invitation", args=[token_in(Letter.objects.get())])


def test_looking_changes_nothing_however_often(address: str) -> None:
    before = list(Invitation.objects.values())
    for agent in ("Mozilla/5.0", "Barracuda Sentinel", "SkypeUriPreview", "Slackbot", "curl/8"):
        for _time in range(10):
            client = Client(headers={"User-Agent": agent})
            assert client.get(address).status_code == 200
            assert client.head(address).status_code == 200
    assert list(Invitation.objects.values()) == before
    assert Client().post(address, NEW).headers["Location"] == reverse("account_login")


def test_the_link_leads_to_a_password_and_never_signs_in(client: Client, address: str) -> None:
    assert "Welcome, Nia Nova" in client.get(address).text
    done = client.post(address, NEW)
    assert done.headers["Location"] == reverse("account_login")
    assert "_auth_user_id" not in client.session
    entered = type_password(client, "nia@clinic.example", PASSWORD)
    assert client.get(entered.headers["Location"]).headers["Location"] == reverse("mfa_activate_totp")


def test_the_secret_in_the_address_is_told_to_no_other_page(client: Client, address: str) -> None:
    assert client.get(address).headers["Referrer-Policy"] == "strict-origin"
    assert client.post(address, NEW).headers["Referrer-Policy"] == "strict-origin"
    assert "no-store" in client.get(address).headers["Cache-Control"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"password1": "short", "password2": "short"}, "too short"),
        ({"password1": PASSWORD, "password2": "something-else"}, "Enter the same password both times"),
        ({"password1": "nia@clinic.example", "password2": "nia@clinic.example"}, "too similar"),
    ],
)
def test_a_bad_password_is_explained_and_costs_nothing(
    client: Client, address: str, typed: dict[str, str], said: str
) -> None:
    page = client.post(address, typed)
    assert said in page.text
    assert "<title>Error:" in page.text
    assert client.post(address, NEW).status_code == 302


def test_used_replaced_withdrawn_and_invented_links_read_alike(client: Client, ada: User, address: str) -> None:
    from tests.support.times import NOW

    services.invite_again(User.objects.get(email="nia@clinic.example"), by=ada, at=NOW)
    replaced = client.get(address)
    invented = client.get(reverse("accounts:invitation", args=["x" * 43]))
    assert (replaced.status_code, invented.status_code) == (404, 404)
    assert replaced.text.replace(address.rstrip("/").split("/")[-1], "x" * 43) == invented.text
    assert "no longer works" in replaced.text
    assert client.post(address, NEW).status_code == 404


def test_an_invitation_works_for_somebody_signed_in_as_somebody_else(
    signed_in: SignedIn, ana: User, address: str
) -> None:
    client = signed_in(ana)
    client.post(address, NEW)
    assert User.objects.get(email="nia@clinic.example").check_password(PASSWORD)
    assert client.session["_auth_user_id"] == ana.pk
