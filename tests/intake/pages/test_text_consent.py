"""Consent to text messages, asked where the phone number is asked: only who ticks the box agrees."""

import re
from typing import Any

import pytest

from clinic.accounts.texting.reached import TextConsent
from tests.intake.conftest import TypeCode
from tests.intake.walker import ABOUT_YOU, SIGN, Walker, number_of, problems

pytestmark = pytest.mark.django_db
ASKS = "Text me about my visits at this phone number. Message and data rates may apply."
TICKED = {"texts_asked": "1", "texts_agreed": "yes"}


def sent(walker: Walker, type_code: TypeCode, also: dict[str, str]) -> Any:
    """Ana sends her form with this on its first screen; return her record."""
    walker.walk()
    assert walker.send(ABOUT_YOU, also=also).status_code == 303
    walker.send(SIGN)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    patient = walker.intake.patient
    assert patient is not None
    return patient


def test_the_box_is_empty_says_what_it_means_and_counts_when_ticked(walker: Walker, type_code: TypeCode) -> None:
    page = walker.page(ABOUT_YOU).text
    assert ASKS in page
    assert "Reply STOP at any time to end texts" in page
    assert 'name="texts_agreed" value="yes" id="texts_agreed-yes" checked' not in page
    assert "texts_agreed" not in walker.page(number_of("pain_now")).text
    patient = sent(walker, type_code, TICKED)
    consent = TextConsent.objects.get()
    assert (consent.patient, consent.agreed, consent.how, consent.number) == (patient, True, "form", patient.texts_to)
    assert [way.channel for way in patient.ways] == ["email", "text"]


@pytest.mark.parametrize("also", [{"texts_asked": "1"}, {}])
def test_who_leaves_it_empty_gets_no_texts(walker: Walker, type_code: TypeCode, also: dict[str, str]) -> None:
    patient = sent(walker, type_code, also)
    assert (patient.texts_to, TextConsent.objects.count()) == ("", 0)


def test_a_number_that_gets_no_texts_is_said_at_once_and_nothing_typed_is_lost(walker: Walker) -> None:
    stays = walker.send(ABOUT_YOU, also=TICKED, phone="+44 20 7946 0958")
    assert problems(stays) == [
        "This phone cannot get texts. Use a mobile number in the United States, or leave the box about texts empty."
    ]
    assert "+44 20 7946 0958" in stays.text
    assert walker.send(ABOUT_YOU, also={"texts_asked": "1"}).status_code == 303


def test_where_no_texts_are_sent_nobody_is_asked(walker: Walker, settings: Any) -> None:
    settings.SMS_URL = ""
    assert ASKS not in walker.page(ABOUT_YOU).text
    # What somebody sends all the same is kept by nobody.
    walker.send(ABOUT_YOU, also=TICKED)
    assert "texts_agreed" not in walker.intake.current().document


@pytest.mark.parametrize(("also", "said"), [(TICKED, "Yes"), ({"texts_asked": "1"}, "No")])
def test_it_is_checked_with_the_answers(walker: Walker, also: dict[str, str], said: str) -> None:
    walker.walk()
    walker.send(ABOUT_YOU, also=also)
    words = " ".join(re.sub(r"<[^>]+>", " ", walker.client.get(walker.url("check")).text).split())
    assert re.search(rf"HELP for help\. {said}\b", words)


def test_where_no_texts_are_sent_the_check_says_nothing_of_them(walker: Walker, settings: Any) -> None:
    settings.SMS_URL = ""
    walker.walk()
    assert "HELP for help" not in walker.client.get(walker.url("check")).text
