"""Send is send: once she has pressed it, the right code is the only thing missing."""

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from intake.record.models import Consent, Intake
from tests.intake.conftest import TypeCode
from tests.intake.walker import SIGN, Walker, number_of
from tests.support.cast import sign_in

pytestmark = pytest.mark.django_db

NOT_SENT = "One last step: your form is not sent yet"


@pytest.fixture
def pressed(walker: Walker) -> Walker:
    """Ana has signed and pressed Send."""
    walker.walk()
    assert walker.send(SIGN)["Location"] == walker.url("confirm")
    return walker


def test_the_page_says_that_the_form_is_not_sent_yet(pressed: Walker) -> None:
    page = pressed.get("confirm").text
    assert NOT_SENT in page
    assert "Enter it on the next page and your form is sent." in page
    assert pressed.intake.submitted_at is None


def test_the_right_code_sends_the_form(pressed: Walker, type_code: TypeCode) -> None:
    landed = type_code(pressed.client, pressed.client.post(pressed.url("confirm")))
    assert pressed.client.get(landed["Location"])["Location"] == pressed.url("sent")
    assert pressed.intake.accepted_at is not None
    consent = Consent.objects.get()
    assert (consent.signed_name, consent.by) == (pressed.raw["signature"], pressed.intake.user)
    assert "We have your form." in pressed.get("sent").text


def test_a_wrong_code_sends_nothing(pressed: Walker, type_code: TypeCode) -> None:
    asked = pressed.client.post(pressed.url("confirm"))
    pressed.client.post(asked["Location"].partition("?")[0], {"code": "XXXXXXXX"})
    assert pressed.intake.submitted_at is None


def test_an_answer_changed_after_pressing_send_is_not_sent_by_the_code(pressed: Walker, type_code: TypeCode) -> None:
    pressed.send(number_of("anything_else"), anything_else="One more thing.")
    assert NOT_SENT not in pressed.get("confirm").text
    type_code(pressed.client, pressed.client.post(pressed.url("confirm")))
    assert (pressed.intake.is_confirmed, pressed.intake.submitted_at) == (True, None)
    assert "Your form is not sent yet." in pressed.get("confirm").text


def test_confirming_early_sends_nothing(walker: Walker, type_code: TypeCode) -> None:
    walker.send(1)
    assert "Confirm your email" in walker.get("confirm").text
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    assert (walker.intake.is_confirmed, walker.intake.submitted_at) == (True, None)


def test_whoever_is_signed_in_with_another_mailbox_sends_by_the_code_too(zed: User, type_code: TypeCode) -> None:
    walker = Walker(sign_in(zed)).begin()
    walker.walk()
    walker.send(SIGN)
    type_code(walker.client, walker.client.post(walker.url("confirm")))
    assert walker.intake.submitted_at is not None


def test_a_form_sent_off_in_another_browser_is_not_sent_by_signing_in_here(
    pressed: Walker, type_code: TypeCode
) -> None:
    other = Client()
    type_code(other, other.post(reverse("intake:resume"), {"email": pressed.intake.email}))
    assert Intake.objects.get().submitted_at is None
