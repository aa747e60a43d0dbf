"""What a stranger sends makes rows only so often: every address that takes a form without a sign-in is known here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.outbox.models import Letter
from intake.record.models import Intake
from tests.access.table import RULES, cells

Deed = Callable[[int], dict[str, Any]]


def address(number: int) -> dict[str, str]:
    return {"email": f"nobody{number}@example.com"}


# Each makes a row; and how many one network makes at most, however often it asks.
MAKES: dict[str, tuple[type[Model], Deed, int]] = {
    "intake:begin": (Intake, lambda _n: {}, 10),
    "intake:resume": (User, address, 20),
    "account_request_login_code": (Letter, address, 20),
    "account_reset_password": (Letter, address, 10),
}
PROVED_ELSEWHERE = {
    "booking:times": "test_one_address_cannot_keep_the_whole_diary",
    "booking:you": "needs a time held before, and sends its code as the others do",
    "intake:update": "sends its code as intake:resume does",
    "intake:how_are_you": "sends its code as intake:resume does",
    "intake:again": "needs a form that is theirs, and sends its code as the others do",
}
# These make no row: they look, sign in, sign out, or do nothing without what another address gave.
MAKES_NONE = {
    *("intake:forget", "website:search", "account_login", "account_logout", "admin:logout", "booking:drop"),
    "csp-report",  # two words for the log
    *("account_confirm_login_code", "account_complete_password_reset"),
    *("tablet:start", "tablet:who", "tablet:back", "tablet:here", "tablet:done"),
}


def test_every_address_that_takes_a_form_from_a_stranger_is_known() -> None:
    closed = ("403", "404", "405")
    taken = {name: cells(rule.post)["anonymous"] for name, rule in RULES.items()}
    open_to_strangers = {
        name for name, cell in taken.items() if cell not in closed and not (cell.startswith((">sign-in", ">door")))
    }
    assert open_to_strangers == {*MAKES, *PROVED_ELSEWHERE, *MAKES_NONE}


@pytest.mark.django_db
@pytest.mark.parametrize("name", MAKES)
def test_one_network_makes_rows_only_so_often(name: str) -> None:
    model, deed, most = MAKES[name]
    before = model._default_manager.count()
    places = [f"2001:db8::{n:x}" for n in range(1, most + 6)]
    forged = {"X-Forwarded-For": "203.0.113.9"}
    answers = [Client(REMOTE_ADDR=place, headers=forged).post(reverse(name), deed(n)) for n, place in enumerate(places)]
    assert model._default_manager.count() - before == most
    assert answers[-1].status_code in {200, 429}
    assert Client(REMOTE_ADDR="192.0.2.1").post(reverse(name), deed(99)).status_code in {200, 302, 303}
