"""What a patient is offered to read: by the rules that fired, with no word of why."""

from datetime import datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.demo.forms import typed
from clinic.outbox.delivery import send_next
from clinic.outbox.models import Letter
from intake.record.models import Intake
from intake.review.models import Case, Flag
from tests.education.shelf import SHORT, shelve
from tests.intake.forms import sent
from tests.support.cast import SignedIn

TOLD: dict[str, Any] = {
    "for-one-reason": {**SHORT, "title": "For one reason", "rule_codes": ["seizure_disorder"]},
    "for-another": {**SHORT, "title": "For another", "rule_codes": ["pregnant"]},
}


@pytest.fixture
def shelf(noor: User, now: datetime) -> None:
    shelve(TOLD, by=noor, at=now)


def page_of(intake: Intake, client: Client) -> str:
    return client.get(reverse("intake:sent", args=[intake.ref])).text


def test_the_result_page_offers_what_fits_and_names_no_rule(
    shelf: None, ana: User, signed_in: SignedIn, now: datetime
) -> None:
    intake = sent(typed(seizure="active"), by=ana, at=now)
    text = page_of(intake, signed_in(ana))

    assert '<a href="/articles/for-one-reason/">For one reason</a>' in text
    assert "For another" not in text
    assert '<a href="/articles/">' in text
    codes = set(Flag.objects.values_list("code", flat=True))
    assert [code for code in codes if code in text] == []


def test_somebody_without_a_flag_is_led_to_all_articles(
    shelf: None, ana: User, signed_in: SignedIn, now: datetime
) -> None:
    text = page_of(sent(typed(), by=ana, at=now), signed_in(ana))

    assert "What to read" in text
    assert "/articles/for-" not in text


def test_letters_lead_to_the_page_behind_the_sign_in_and_say_the_same_to_everybody(
    shelf: None, ana: User, zed: User, now: datetime
) -> None:
    for who, answers in ((ana, typed(seizure="active", email=ana.email)), (zed, typed(email=zed.email))):
        sent(answers, by=who, at=now)
    Letter.objects.exclude(kind="intake.received").delete()
    while send_next(at=now):
        pass
    said = {}
    for letter, intake in zip(mail.outbox, Intake.objects.order_by("id"), strict=True):
        assert "/articles/" not in letter.body
        said[intake.ref] = str(letter.body).replace(intake.ref, "REF").replace(intake.reference, "SHORT")

    assert len(said) == 2
    assert len(set(said.values())) == 1


def test_the_practitioner_sees_what_the_patient_can_read(
    shelf: None, ana: User, noor: User, signed_in: SignedIn, now: datetime
) -> None:
    sent(typed(seizure="active"), by=ana, at=now)
    text = signed_in(noor).get(reverse("admin:review_case_change", args=[Case.objects.get().ref])).text

    assert '<a href="/articles/for-one-reason/">For one reason</a>' in text
    assert "For another" not in text
