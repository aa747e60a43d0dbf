"""The pages on which a clinic sets hours, days, visit types and prices look and ask like the rest of the house."""

import re

import pytest
from django.urls import reverse

from clinic.accounts.models import Practitioner, User
from clinic.booking.models import VisitType
from tests.support.cast import SignedIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
ADDED = ["weeklyhours", "dayexception", "practitionersettings", "visittype", "room", "location"]


@pytest.mark.parametrize("kind", ADDED)
def test_a_settings_page_has_no_clock_of_the_server_no_dashes_and_no_icons(
    kind: str, noors: Practitioner, consultation: VisitType, ada: User, signed_in: SignedIn
) -> None:
    page = signed_in(ada).get(reverse(f"admin:booking_{kind}_add")).text
    stock = ("DateTimeShortcuts", "vTimeField", "vDateField", "---------", "related-widget-wrapper-link")
    assert [sign for sign in stock if sign in page] == []


def test_the_clinic_settings_are_called_so_and_ask_for_hours_in_words(ada: User, signed_in: SignedIn) -> None:
    page = signed_in(ada).get(reverse("admin:site_settings_clinicprofile_changelist"), follow=True).text
    assert re.findall(r"<h1>(.*?)</h1>", page) == ["Clinic settings"]
    assert ("vTimeField" in page, "---------" in page, "For example 9:00 am." in page) == (False, False, True)


def test_a_choice_that_may_stay_empty_says_nothing_and_one_that_must_be_made_asks(
    noors: Practitioner, ada: User, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    week = client.get(reverse("admin:booking_weeklyhours_add")).text
    exception = client.get(reverse("admin:booking_dayexception_add")).text
    assert re.findall(r'<option value="" selected>(.*?)</option>', week) == ["Choose one", "Choose one"]
    assert re.findall(r'<option value="" selected>(.*?)</option>', exception) == ["Choose one", "–"]
