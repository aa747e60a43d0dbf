"""Whoever tried too often is told for how long to wait, and after that it works."""

import re
import time
from datetime import timedelta

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.urls import reverse

from clinic.accounts import newest_code
from clinic.accounts.limits import seconds_to_wait
from clinic.accounts.models import User
from tests.accounts.helpers import type_password
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


def waits(seconds: float, *, key: str | None = None) -> int:
    request = RequestFactory().post("/")
    with time_machine.travel(NOW + timedelta(seconds=seconds), tick=False):
        asker = newest_code.asker_of(request, key) if key else None
        return seconds_to_wait(request, now=time.time(), action="request_login_code" if key else "", key=asker)


def test_nobody_who_has_not_tried_waits() -> None:
    assert (waits(0), waits(0, key="ana@example.com")) == (0, 0)


def test_the_wait_ends_when_the_oldest_try_is_forgotten() -> None:
    request = RequestFactory().post("/")
    for minute in (0, 10, 20):
        with time_machine.travel(NOW + timedelta(minutes=minute), tick=False):
            assert newest_code.may_ask(request, "ana@example.com")

    assert waits(20 * 60, key="ana@example.com") == 40 * 60
    assert waits(60 * 60 - 1, key="ana@example.com") == 1
    assert waits(60 * 60, key="ana@example.com") == 0
    with time_machine.travel(NOW + timedelta(minutes=60), tick=False):
        assert newest_code.may_ask(request, "ana@example.com")


def test_the_page_says_how_long(client: Client, noor: User) -> None:
    with time_machine.travel(NOW, tick=False):
        for _time in range(30):
            assert client.get(reverse("account_login")).status_code == 200
            type_password(client, noor.email, "not-this-one")
        response = type_password(client, noor.email, "not-this-one")

    assert response.status_code == 429
    assert response.headers["Retry-After"] == "60"
    assert re.search(r"Wait <strong>1 minute</strong>, then go back and try again", response.text)
