"""Walkers through the form: Ana in her browser, and a mailbox whose codes can be read."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.adapter import ClinicAccountAdapter
from clinic.accounts.models import Patient, User
from tests.booking.builders import make_patient
from tests.intake.tablets import hand_over
from tests.intake.walker import SIGN, Response, Walker

CODE = "BCDFGHJK"
TypeCode = Callable[[Client, Response], Response]


@pytest.fixture
def walker(client: Client) -> Walker:
    """Ana, healthy, on the first screen of a new form."""
    return Walker(client).begin()


@pytest.fixture
def type_code(monkeypatch: pytest.MonkeyPatch) -> TypeCode:
    """Type the code from the letter on the page that a sign-in led to; return where that leads."""
    monkeypatch.setattr(ClinicAccountAdapter, "generate_login_code", lambda self: CODE)

    def typed(client: Client, response: Response) -> Response:
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("account_confirm_login_code"))
        next_url = response["Location"].partition("?next=")[2]
        from urllib.parse import unquote

        return client.post(response["Location"].partition("?")[0], {"code": CODE, "next": unquote(next_url)})

    return typed


@pytest.fixture
def sent(walker: Walker, type_code: TypeCode) -> Walker:
    """Ana's healthy form: walked, signed, confirmed by code and sent."""
    walker.walk()
    response = walker.send(SIGN)
    assert response["Location"] == walker.url("confirm")
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    response = walker.client.post(walker.url("send"))
    assert response["Location"] == walker.url("sent")
    return walker


@pytest.fixture
def bo(db: None) -> Patient:
    """A patient whose form is missing, born on 1 February 1980."""
    return make_patient("bo@example.com", "Bo Costa", ready=False)


@pytest.fixture
def code(bo: Patient, rui: User) -> str:
    """The code for a tablet that Rui hands to Bo."""
    return hand_over(bo, rui)
