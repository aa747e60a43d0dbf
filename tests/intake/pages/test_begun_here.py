"""A draft that nobody signed in for rests like every session, and the next person at the browser finds nothing."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from intake.record.models import Intake
from tests.intake.conftest import TypeCode
from tests.intake.walker import Walker
from tests.support.cast import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

MINE = {"full_name": "Ana Invented", "email": "ana@example.com"}


@pytest.fixture
def ana_typed(walker: Walker) -> Walker:
    """Ana has saved the first screen, with her address on it."""
    walker.raw |= MINE
    walker.send(1)
    return walker


@pytest.mark.parametrize(
    ("minutes", "opens"),
    [([29], True), ([30], False), ([29, 29], True), ([20] * 24, False)],
    ids=["almost rested", "rested", "something was sent between", "eight hours"],
)
def test_a_draft_rests_after_half_an_hour_and_after_eight(
    minutes: list[int], opens: bool, ana_typed: Walker, frozen: time_machine.Traveller
) -> None:
    for pause in minutes[:-1]:
        frozen.shift(timedelta(minutes=pause))
        ana_typed.client.get(ana_typed.url("tasks"))  # looking keeps nothing awake
        ana_typed.send(1)
    frozen.shift(timedelta(minutes=minutes[-1]))
    assert ana_typed.get("tasks").status_code == (200 if opens else 404)
    assert (ana_typed.ref in ana_typed.client.get(reverse("intake:start")).text) is opens


def test_a_rested_draft_opens_by_a_code_with_what_was_typed_meanwhile(
    ana_typed: Walker, ana: User, frozen: time_machine.Traveller, type_code: TypeCode
) -> None:
    page = ana_typed.page(1)
    frozen.shift(timedelta(minutes=45))
    late = ana_typed.send(1, page=page, phone="213-555-0177")
    assert (late.status_code, "We kept what you typed" in late.text) == (403, True)
    asked = ana_typed.client.post(ana_typed.url("again"), {"email": MINE["email"]})
    type_code(ana_typed.client, asked)
    assert "213-555-0177" in ana_typed.get("again").text
    assert (ana_typed.intake.user, ana_typed.get("tasks").status_code) == (ana, 200)


@pytest.mark.parametrize("minutes", [1, 45])
def test_whoever_signs_in_next_finds_their_own_draft_and_nobody_elses(
    minutes: int, ana_typed: Walker, ana: User, zed: User, frozen: time_machine.Traveller
) -> None:
    frozen.shift(timedelta(minutes=minutes))
    answers: dict[str, Any] = {}
    for name, user in (("zed", zed), ("ana", ana)):
        client = sign_in(user, client=begun_by(ana_typed))
        answers[name] = client.get(ana_typed.url("tasks")).status_code
    assert answers == {"zed": 404, "ana": 200}


def begun_by(walker: Walker) -> Client:
    """A browser that knows what this one knows."""
    client, session = Client(), Client().session
    session.update(dict(walker.client.session.items()))
    session.save()
    client.cookies["session"] = str(session.session_key)
    return client


def test_a_browser_forgets_when_it_is_told_to(ana_typed: Walker) -> None:
    assert "Forget this browser" in ana_typed.get("tasks").text
    told = ana_typed.client.post(reverse("intake:forget"), follow=True)
    assert "This browser has forgotten your form." in told.text
    assert ana_typed.get("tasks").status_code == 404
    assert ana_typed.ref not in told.text
    assert Intake.objects.filter(ref=ana_typed.ref, expired_at=None).exists()
