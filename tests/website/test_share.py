"""Booking on another site of the clinic: what is copied, and where it leads."""

import html
import re

import pytest
from django.conf import settings
from django.test import Client

from clinic.accounts.models import User
from clinic.booking.models import VisitType
from tests.booking.builders import make_practitioner, make_rules, make_type
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.fixture
def talk() -> VisitType:
    make_rules()
    return make_type("talk", make_practitioner())


def copied(text: str) -> list[str]:
    return [html.unescape(box) for box in re.findall(r"<textarea[^>]*>(.*?)</textarea>", text, re.DOTALL)]


def test_what_is_copied_is_a_link_without_script_that_fetches_nothing(
    ada: User, signed_in: SignedIn, talk: VisitType
) -> None:
    who = talk.practitioners.get()
    page = signed_in(ada).get(f"/book/share/?type=talk&with={who.pk}")
    link = f"{settings.SITE_URL}/visits/book/?type=talk&with={who.pk}"
    button, card = copied(page.text)
    for snippet in (button, card):
        assert re.findall(r'href="([^"]+)"', html.unescape(snippet)) == [link]
        assert re.findall(r"<(?:script|iframe|img|link|form)\b|src=|url\(", snippet) == []
    assert "Noor Inventada" in card
    assert f'<a href="{settings.SITE_URL}/visits/book/">' in page.text


@pytest.mark.parametrize("asked", ["type=nothing&with=1", "type=&with=", "with=1", "type=TALK&with=%27"])
def test_what_is_not_offered_is_left_out(ada: User, signed_in: SignedIn, talk: VisitType, asked: str) -> None:
    button, _card = copied(signed_in(ada).get(f"/book/share/?{asked}").text)
    assert f'href="{settings.SITE_URL}/visits/book/"' in button


def test_the_link_leads_to_the_times_it_names_as_far_as_they_are_offered(client: Client, talk: VisitType) -> None:
    who, times = talk.practitioners.get(), f"/visits/book/{talk.pk}/"
    assert client.get(f"/visits/book/?type=talk&with={who.pk}")["Location"] == f"{times}?with={who.pk}"
    for wrong in ("0", "-1", "x", "٣", "1;drop"):
        assert client.get(f"/visits/book/?type=talk&with={wrong}")["Location"] == times
    for wrong in ("nothing", "", "TALK", "https://elsewhere.example/"):
        assert client.get("/visits/book/", {"type": wrong, "with": str(who.pk)}).status_code == 200
    talk.active = False
    talk.save()
    assert client.get(f"/visits/book/?type=talk&with={who.pk}").status_code == 200
