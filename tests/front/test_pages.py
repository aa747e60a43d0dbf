import gzip
import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.profile import services
from clinic.profile.models import ClinicProfile, StaffedHours
from tests.support.queries import Queries

PAGES = ("home", "contact", "emergency", "privacy", "accessibility")


@pytest.fixture
def profile(db: None) -> ClinicProfile:
    services.forget()
    return services.current()


def change(profile: ClinicProfile, **fields: str) -> None:
    for name, value in fields.items():
        setattr(profile, name, value)
    profile.save()


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_anyone_may_read_a_front_page_with_one_heading_and_a_title(client: Client, name: str) -> None:
    response = client.get(reverse(f"front:{name}"))
    text = response.text

    assert response.status_code == 200
    assert len(re.findall(r"<h1\b", text)) == 1
    assert re.search(r"<title>\s*[^<]{5,}– [^<]+</title>", text)
    assert 'lang="en"' in text


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_the_first_view_of_a_page_weighs_under_30_kb(client: Client, name: str) -> None:
    page = gzip.compress(client.get(reverse(f"front:{name}")).content)
    files = [
        gzip.compress((settings.BASE_DIR / "static" / file).read_bytes())
        for file in ("site.css", "site.js", "icon.svg")
    ]

    assert sum(map(len, [page, *files])) < 30_000


@pytest.mark.parametrize("name", PAGES)
def test_a_front_page_needs_few_queries(client: Client, queries: Queries, name: str) -> None:
    services.forget()
    with queries(at_most=4):
        client.get(reverse(f"front:{name}"))


def test_the_emergency_page_takes_its_numbers_from_the_clinic(client: Client, profile: ClinicProfile) -> None:
    change(profile, emergency_number="112", crisis_number="116123")

    text = client.get(reverse("front:emergency")).text

    assert 'href="tel:112"' in text
    assert 'href="tel:116123"' in text
    assert "911" not in text


def test_contact_says_that_nobody_reads_outside_hours(client: Client, profile: ClinicProfile) -> None:
    StaffedHours.objects.all().delete()
    services.forget()

    assert "Nobody is reading messages right now." in client.get(reverse("front:contact")).text


def test_a_clinic_without_colours_of_its_own_needs_no_second_stylesheet(client: Client, profile: ClinicProfile) -> None:
    assert reverse("front:colours") not in client.get(reverse("front:privacy")).text


def test_a_clinics_own_colours_come_as_a_stylesheet_that_may_be_kept(client: Client, profile: ClinicProfile) -> None:
    change(profile, accent="#123456", accent_dark="#ABCDEF")

    page = client.get(reverse("front:privacy")).text
    css = client.get(reverse("front:colours"))

    assert page.count('rel="stylesheet"') == 2
    assert page.count('rel="icon"') == 1
    assert css.headers["Content-Type"] == "text/css"
    assert css.headers["Cache-Control"] == "public, max-age=300"
    assert "--green:#123456" in css.text
    assert "--green:#ABCDEF" in css.text


def test_the_home_page_shows_practitioners_with_their_licence(client: Client, noor: User) -> None:
    text = client.get(reverse("front:home")).text

    assert noor.name in text
    assert "License AC 00001" in text


@pytest.mark.django_db
def test_front_pages_answer_only_to_reading(client: Client) -> None:
    assert client.post(reverse("front:home")).status_code == 405


@pytest.mark.django_db
def test_a_form_sent_to_a_page_that_takes_none_says_what_to_do(client: Client) -> None:
    assert "<h1>That page does not open this way</h1>" in client.post(reverse("front:contact")).text
