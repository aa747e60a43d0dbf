"""A stranger who asks for codes in somebody's name neither keeps them out nor uses up what is theirs."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.outbox.models import Letter
from tests.accounts.helpers import ask_for_code, letters_to, newest_code, type_code
from tests.booking.builders import make_patient
from tests.support.times import NOW

RESET, RESET_CODE = "account_reset_password", "account_confirm_password_reset_code"


@pytest.fixture
def clock(db: None) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


def stranger_asks(address: str, *, times: int, every: timedelta, clock: time_machine.Traveller) -> None:
    for n in range(times):
        ask_for_code(Client(REMOTE_ADDR=f"198.51.100.{n}"), address)
        clock.shift(every)


@pytest.mark.parametrize(
    ("address", "strangers", "times", "every"),
    [
        ("ana@example.com", "ana@example.com", 3, timedelta()),
        ("ana@example.com", "ana@example.com", 3, timedelta(minutes=16)),
        ("ana@example.com", "ana@example.com", 30, timedelta(minutes=21)),
        ("ana@example.com", "ana+x@example.com", 4, timedelta()),
        ("ana+clinic@example.com", "ana+x@example.com", 4, timedelta()),
    ],
    ids=["three at once", "the newest is old", "all day", "with a tag", "whose own address has a tag"],
)
def test_a_patient_gets_in_whatever_a_stranger_asked(
    address: str, strangers: str, times: int, every: timedelta, clock: time_machine.Traveller
) -> None:
    patient = make_patient(address, "Ana Invented").user
    stranger_asks(strangers, times=times, every=every, clock=clock)
    client = Client()
    assert ask_for_code(client, address).status_code == 302
    type_code(client, newest_code(address) or "")
    assert client.session["_auth_user_id"] == str(patient and patient.pk)
    # Whoever has shown that the mailbox is theirs gets letters again.
    before = Letter.objects.count()
    ask_for_code(Client(), address)
    assert Letter.objects.count() == before + 1


def test_a_mailbox_gets_three_letters_an_hour_whoever_asks(ana: User, clock: time_machine.Traveller) -> None:
    stranger_asks(ana.email, times=8, every=timedelta(), clock=clock)
    assert len(letters_to(ana.email)) == 3


def test_a_stranger_uses_up_nobodys_tries(ana: User, clock: time_machine.Traveller) -> None:
    stranger, client = Client(REMOTE_ADDR="198.51.100.7"), Client()
    ask_for_code(client, ana.email)
    ask_for_code(stranger, ana.email)
    for _try in range(6):
        type_code(stranger, "XXXX-XXXX")
    code = newest_code(ana.email) or ""
    type_code(stranger, code)
    assert "_auth_user_id" not in stranger.session
    type_code(client, code)
    assert client.session["_auth_user_id"] == ana.pk
    # It was redeemed: no other session signs in with it.
    again = Client()
    ask_for_code(again, "stranger@example.com")
    type_code(again, code)
    assert "_auth_user_id" not in again.session


def test_a_colleague_resets_a_password_whatever_a_stranger_asked(noor: User, clock: time_machine.Traveller) -> None:
    for n in range(9):
        Client(REMOTE_ADDR=f"198.51.100.{n}").post(reverse(RESET), {"email": noor.email})
        ask_for_code(Client(REMOTE_ADDR=f"203.0.113.{n}"), noor.email)
    clock.shift(timedelta(minutes=30))
    client = Client()
    assert client.post(reverse(RESET), {"email": noor.email}).status_code == 302
    typed = client.post(reverse(RESET_CODE), {"code": newest_code(noor.email) or ""})
    assert typed.headers["Location"] == reverse("account_complete_password_reset")


@pytest.mark.parametrize(
    ("spellings", "places", "answered"),
    [
        (["ana@example.com"] * 4, ["192.0.2.1"] * 4, False),
        (["ana@example.com", "ANA@example.com", "ana+x@example.com", "ana+y@example.com"], ["192.0.2.1"] * 4, False),
        (["ana@example.com"] * 4, ["2001:db8::1", "2001:db8::2", "2001:db8::3:1", "2001:db8::4:1"], False),
        (["ana@example.com"] * 4, ["2001:db8::1", "2001:db8::2", "2001:db8::3:1", "2001:db8:0:9::1"], True),
        # A proxy for both kinds of address writes those of IPv4 as IPv6; they are many places, and each is one.
        (["ana@example.com"] * 4, ["::ffff:203.0.113.9"] * 3 + ["::ffff:198.51.100.7"], True),
        (["ana@example.com"] * 4, ["::ffff:203.0.113.9", "203.0.113.9"] * 2, False),
    ],
    ids=["one place", "tags and case", "one IPv6 network", "another IPv6 network", "IPv4 as IPv6", "both spellings"],
)
def test_one_place_asks_three_times_for_one_mailbox(
    spellings: list[str], places: list[str], answered: bool, ana: User, clock: time_machine.Traveller
) -> None:
    forged = {"X-Forwarded-For": "203.0.113.9", "X-Real-IP": "203.0.113.9"}
    answers = [
        ask_for_code(Client(REMOTE_ADDR=place, headers=forged), spelling)
        for spelling, place in zip(spellings, places, strict=True)
    ]
    assert [answer.status_code == 302 for answer in answers] == [True, True, True, answered]


@pytest.mark.parametrize("forwarded", ["x", "999.1.1.1", "203.0.113.9", "203.0.113.9,", ",", "::ffff:x, y"])
def test_a_chain_of_proxies_that_is_none_is_refused_and_no_error(
    forwarded: str, clock: time_machine.Traveller, settings: Any, db: None
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    client = Client(raise_request_exception=False, headers={"X-Forwarded-For": forwarded})
    assert ask_for_code(client, "ana@example.com").status_code in {302, 403}
    client = Client(headers={"X-Forwarded-For": "203.0.113.9, 10.0.0.2"})
    assert ask_for_code(client, "ana@example.com").status_code == 302
