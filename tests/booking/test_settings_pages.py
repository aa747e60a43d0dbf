"""The pages on which a clinic sets hours, days, visit types and prices look and ask like the rest of the house."""

import re
from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint
from django.urls import reverse

from clinic.accounts.models import Practitioner, User
from clinic.booking.models import DayException, VisitType, WeeklyHours
from clinic.site_settings.models import Price
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


def test_a_room_shorter_than_the_visit_is_refused(consultation: VisitType) -> None:
    consultation.minutes = 45
    for room in (0, 45, 60):
        consultation.room_minutes = room
        consultation.full_clean()
    consultation.room_minutes = 40
    with pytest.raises(ValidationError) as refused:
        consultation.full_clean()
    assert list(refused.value.message_dict) == ["room_minutes"]


def test_the_same_day_off_is_entered_once(noors: Practitioner) -> None:
    told = {"what": "off", "practitioner": noors, "day": date(2026, 3, 5)}
    DayException(**told).save()
    with pytest.raises(ValidationError, match="entered already"):
        DayException(**told).full_clean()
    DayException(**told, opens=time(9), closes=time(10)).full_clean()


@pytest.mark.parametrize("model", [VisitType, WeeklyHours, DayException, Price])
def test_no_administrator_reads_the_name_of_a_rule(model: Any) -> None:
    rules = [rule for rule in model._meta.constraints if isinstance(rule, CheckConstraint)]
    assert rules
    assert [rule.name for rule in rules if rule.violation_error_message == rule.default_violation_error_message] == []
