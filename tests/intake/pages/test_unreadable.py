"""Nobody learns an answer that is kept from them by guessing: every page answers a right and a wrong guess alike."""

import html
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from clinic.accounts.models import Patient, User
from clinic.demo.forms import typed
from intake.pages.tablet import services as tablets
from intake.questionnaire import NEW_PATIENT
from tests.intake.forms import fill, sent
from tests.intake.tablets import type_birth_date, type_code
from tests.intake.walker import Walker, number_of
from tests.support.cast import SignedIn
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

GUESS = "trying"
PAGE = number_of("pregnancy")
Someone = Callable[[str], Walker]


def guess(walker: Walker, *, seen: int | None = None, query: str = "") -> Any:
    version = walker.intake.current().screen_version("pregnancy") if seen is None else seen
    data = {"asked": "pregnancy", "seen": str(version), "pregnancy": GUESS}
    return walker.client.post(walker.url("screen", PAGE) + query, data)


def on_another_page(walker: Walker) -> list[Any]:
    return [guess(walker, seen=0)]


def saved(walker: Walker) -> list[Any]:
    return [guess(walker), walker.get("check"), walker.get("screen", PAGE)]


def while_checking(walker: Walker) -> list[Any]:
    return [guess(walker, query="?then=check")]


def tells(walker: Walker, pages: list[Any]) -> list[object]:
    """What a page gives away: where it leads, and whether it speaks of the question and of the guess."""
    question = NEW_PATIENT.question("pregnancy")
    said = next(choice.label for choice in question.choices if choice.value == GUESS)
    words = (
        "also saved somewhere else",
        "already been sent",
        str(question.wording),
        str(said),
        "You answered this before",
    )
    return [
        (
            page.status_code,
            page.headers.get("Location", "").replace(walker.ref, "form"),
            [word for word in words if word in html.unescape(page.text)],
            "checked" in page.text,
        )
        for page in pages
    ]


@pytest.fixture
def tablet(bo: Patient, rui: User, frozen: time_machine.Traveller) -> Someone:
    """The tablet is handed over again, after Bo answered everything at home."""

    def someone(stored: str) -> Walker:
        frozen.shift(timedelta(minutes=1))
        handed, _code = tablets.hand_over(bo, by=rui, at=timezone.now())
        raw = typed(full_name="Bo Costa", pregnancy=stored, early_preg_warning="no")
        fill(raw, intake=handed.intake, by=None, at=timezone.now())
        frozen.shift(timedelta(minutes=1))
        client = Client()
        type_code(client, tablets.hand_over(bo, by=rui, at=timezone.now())[1])
        type_birth_date(client)
        return Walker(client, ref=handed.intake.ref)

    return someone


@pytest.fixture
def helper() -> Someone:
    """Somebody fills in for the patient, in one browser."""

    def someone(stored: str) -> Walker:
        walker = Walker(Client()).begin()
        raw = typed(form_filler="helper", pregnancy=stored, early_preg_warning="no")
        fill(raw, intake=walker.intake, by=None, at=NOW)
        return walker

    return someone


@pytest.fixture
def helper_of_sent(ana: User, signed_in: SignedIn) -> Someone:
    """Somebody who has filled in for Ana, with a page from before it was sent."""

    def someone(stored: str) -> Walker:
        raw = typed(form_filler="helper", helper_name="Invented Helper", pregnancy=stored, early_preg_warning="no")
        return Walker(signed_in(ana), ref=sent(raw, by=ana, at=NOW).ref)

    return someone


@pytest.mark.parametrize(
    ("who", "asks"),
    [
        ("tablet", on_another_page),
        ("tablet", saved),
        ("tablet", while_checking),
        ("helper", on_another_page),
        ("helper", saved),
        ("helper", while_checking),
        ("helper_of_sent", on_another_page),
    ],
)
def test_a_right_guess_and_a_wrong_one_are_answered_alike(
    who: str, asks: Callable[[Walker], list[Any]], request: pytest.FixtureRequest
) -> None:
    someone: Someone = request.getfixturevalue(who)
    right = someone(GUESS)
    told = tells(right, asks(right))
    wrong = someone("prefer_not")
    assert told == tells(wrong, asks(wrong))
