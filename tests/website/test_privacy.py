"""The privacy notice says what the code does: its times are the code's own, its promises are settings."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from clinic.accounts import sessions
from clinic.audit.services import KEPT_FOR
from clinic.outbox import querysets as letters
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ClinicProfile
from intake.pages import drafts

pytestmark = pytest.mark.django_db


@pytest.fixture
def profile() -> Iterator[ClinicProfile]:
    site_settings.forget()
    yield site_settings.current()
    site_settings.forget()


def notice(client: Client, profile: ClinicProfile, **fields: object) -> str:
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.full_clean()
    profile.save()
    return " ".join(client.get(reverse("website:privacy")).text.split())


def test_its_times_are_those_of_the_code(client: Client, profile: ClinicProfile) -> None:
    text = notice(client, profile)

    assert f"{drafts.DRAFT_LIVES.days} days after you last saved it" in text
    assert f"{letters.SENT_ARE_KEPT_FOR.days} days after it was sent; a sign-in code one day" in text
    assert letters.SEALED_ARE_KEPT_FOR.days == 1
    assert f"At least {KEPT_FOR.days // 366} years" in text
    assert f"signed out after {sessions.IDLE_PATIENT.seconds // 60} minutes" in text
    assert f"after {sessions.ABSOLUTE.seconds // 3600} hours at the latest" in text


def test_its_two_cookies_go_with_the_browser() -> None:
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE
    assert settings.CSRF_COOKIE_AGE is None


def test_it_knows_how_long_and_whom_to_ask_where_the_clinic_said_so(client: Client, profile: ClinicProfile) -> None:
    text = notice(
        client,
        profile,
        name="Invented Clinic",
        records_years=7,
        privacy_contact="Ada Sample",
        service_companies="Invented Hosting\nInvented Mail",
        complaints_to="Invented Office for Privacy",
        phone="555-0100",
        phone_tel="+15550100",
    )

    assert "This is the privacy notice of Invented Clinic for this site." in text
    assert text.count("7 years after your last visit") == 6
    assert "Ada Sample can answer questions about privacy." in text
    assert "<li>Invented Hosting</li><li>Invented Mail</li>" in text
    assert "Invented Office for Privacy" in text
    assert 'href="tel:+15550100"' in text


def test_it_says_to_ask_where_the_clinic_said_nothing(client: Client, profile: ClinicProfile) -> None:
    text = notice(client, profile)

    assert text.count("Ask us how long that is for you") == 6
    assert "The front desk will pass your question" in text
    assert "Ask us for their names." in text
    assert "You can also complain to" not in text
