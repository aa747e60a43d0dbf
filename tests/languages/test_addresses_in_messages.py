"""Every address of ours in a message to a patient is that of the language the message is written in."""

import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.urls import translate_url
from django.utils import translation

from clinic.accounts import letters as account_letters
from clinic.accounts.erasure import services as erasure
from clinic.accounts.models import User
from clinic.audit.services import name_of
from clinic.booking import services as booking
from clinic.outbox import letters
from clinic.outbox.models import Letter
from intake.review.models import Case
from tests.booking.builders import TEN, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.intake.returning import full_form, needled

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

HOUR = timedelta(hours=1)
UNTIL = date(2026, 4, 1)
ADDRESS = re.compile(re.escape(settings.SITE_URL) + r"[^\s<>\"]*")
OF_THE_STAFF = {
    "account.erasure_asked",
    "article.review_overdue", "article.review_soon",
    "intake.alert", "intake.hold_before_visit", "intake.opinion", "intake.task",
    "intake.unread_before_visit", "operations.audit_end", "operations.test", "operations.unusual_reads",
}  # fmt: skip
SEALED = {"account.address", "account.code"}


def opened(letter: Letter) -> str:
    """Return the sealed words of a letter."""
    assert letter.sealed is not None
    return str(letter.sealed["body"])


def foreign(words: str) -> list[str]:
    """Return the addresses of ours that lead to a page in English though there is one in Spanish."""
    paths = [address.removeprefix(settings.SITE_URL) or "/" for address in ADDRESS.findall(words)]
    return [path for path in paths if not path.startswith("/es/") and translate_url(path, "es") != path]


def said(kind: str, about: Any, at: datetime) -> str:
    """Return all that one kind of message says in Spanish, as an email with its file and as a text."""
    letter = Letter(kind=kind, about=name_of(about), to="ana@example.com", channel=Letter.Channel.EMAIL)
    with translation.override("es"):
        message = letters.KINDS[kind](letter, at)
    assert message is not None, kind
    files = "".join(file.content.decode().replace("\r\n ", "") for file in message.files)
    return "\n".join((message.body, message.text, files))


@pytest.fixture
def about(ana: User, rui: User, now: datetime) -> dict[str, Any]:
    """What each kind of message to a patient can be about."""
    make_rules()
    make_room()
    noors = make_practitioner()
    consultation = make_type("consultation", noors)
    patient = full_form(ana)
    booked = booking.book(patient=patient, visit_type=consultation, start=TEN, by=rui, at=now)
    without = make_patient("bo@example.com", "Bo Invented", ready=False)
    visit = booking.book(patient=without, visit_type=consultation, start=TEN + HOUR, by=rui, at=now)
    gone = booking.book(patient=patient, visit_type=consultation, start=TEN + 2 * HOUR, by=rui, at=now)
    gone = booking.cancel(gone, reason="cannot_come", by=rui, at=now)
    wish = booking.join(patient=make_patient("pia@example.com"), visit_type=consultation, until=UNTIL, by=rui, at=now)
    case = Case.objects.filter(patient=patient).get()
    return {
        "account.erasure_answered": erasure.ask(patient, by=ana, at=now),
        "booking.cancelled": gone,
        "booking.changed": booked,
        "booking.confirmation": visit,
        "booking.form": visit,
        "booking.offer": booking.offer(entry=wish, start=TEN + 3 * HOUR, practitioner=noors.pk, by=rui, at=now),
        "booking.reminder": visit,
        "intake.check_in": needled(patient, at=now - 49 * HOUR),
        "intake.question": case,
        "intake.read": case,
        "intake.received": case.intake,
        "intake.written": case,
    }


def test_every_message_to_a_patient_leads_to_pages_in_its_own_language(about: dict[str, Any], now: datetime) -> None:
    assert set(about) | OF_THE_STAFF == set(letters.KINDS)
    Case.objects.filter(pk=about["intake.question"].pk).update(state=Case.State.WAITING)
    told = {kind: said(kind, each, now) for kind, each in about.items()}
    assert {kind: found for kind, words in told.items() if (found := foreign(words))} == {}
    assert [kind for kind, words in told.items() if "/es/" not in words] == []


def test_a_letter_about_signing_in_too(now: datetime) -> None:
    with translation.override("es"):
        for known, staff in ((True, False), (False, False)):
            account_letters.sign_in_code(to="a@example.com", code="BCDFGHJK", known=known, staff=staff, at=now)
        account_letters.address_changed(to="a@example.com", at=now)
        account_letters.address_is_now(to="a@example.com", at=now)
    told = [opened(letter) for letter in Letter.objects.filter(kind__in=SEALED).order_by("pk")]
    assert [foreign(words) for words in told] == [[], [], [], []]
    assert ["/es/" in words for words in told] == [True] * 4


def test_an_address_in_english_is_found() -> None:
    """The control: each of these leads to a page that is there in Spanish, but for the last, which the staff have."""
    site = settings.SITE_URL
    assert foreign(f"{site}/visits/ {site} {site}/es/visits/ {site}/desk/") == ["/visits/", "/"]
