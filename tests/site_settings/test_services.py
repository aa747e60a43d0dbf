"""What other rooms ask about the clinic."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import caches
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from clinic.accounts.models import User
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import AlertRecipient, ClinicProfile, ClosedDay, Price, StaffedHours
from tests.support.queries import Queries
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


def test_a_new_clinic_has_a_row_with_a_neutral_name() -> None:
    found = site_settings.current()
    assert (found.name, found.emergency_number, found.crisis_number) == ("The clinic", "911", "988")
    found.full_clean()


def test_the_profile_costs_one_query_and_then_none(queries: Queries) -> None:
    with queries(1):
        site_settings.current()
    with queries(0):
        site_settings.current()


def test_a_saved_profile_is_seen_at_once() -> None:
    found = site_settings.current()
    found.name = "Invented Spine Clinic"
    found.save()
    assert site_settings.current().name == "Invented Spine Clinic"


def test_a_profile_saved_by_another_process_is_seen_within_seconds(frozen: Any) -> None:
    site_settings.current()
    ClinicProfile.objects.update(name="Invented Spine Clinic")
    frozen.shift(timedelta(seconds=6))
    assert site_settings.current().name == "Invented Spine Clinic"


def test_an_emptied_table_gets_its_row_back() -> None:
    ClinicProfile.objects.all().delete()
    site_settings.forget()
    assert site_settings.current().name == "The clinic"
    assert ClinicProfile.objects.count() == 1


def test_there_is_one_row_only() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ClinicProfile.objects.create(id=2, name="Another")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Bob\r\nBcc: x@y.example"),
        ("tagline", "two\u2028lines"),
        ("phone", "555\n0100"),
        ("phone_tel", "555 0100"),
        ("phone_tel", "tel:5550100"),
        ("emergency_number", ""),
        ("crisis_number", "nine"),
        ("accent", "#7CC9A5"),
        ("email", "not an address"),
        ("directions_url", "http://maps.example/door"),
        ("licence_check_url", "javascript:alert(1)"),
        ("currency", "dollars"),
        ("records_years", 0),
        ("privacy_contact", "Ada\nSample"),
    ],
)
def test_what_would_break_a_page_or_letter_is_refused(field: str, value: object) -> None:
    found = site_settings.current()
    setattr(found, field, value)
    with pytest.raises(ValidationError) as refused:
        found.full_clean()
    assert list(refused.value.message_dict) == [field]


def _open(weekday: int, opens: int, closes: int) -> None:
    StaffedHours.objects.create(
        profile=site_settings.current(), weekday=weekday, opens=time(opens), closes=time(closes)
    )


def test_hours_are_those_of_the_clinics_zone() -> None:
    # NOW is Tuesday, 10:30 in the morning at the clinic.
    _open(1, 10, 11)
    profile = site_settings.current()
    assert site_settings.is_staffed(profile, at=NOW)
    assert not site_settings.is_staffed(profile, at=NOW + timedelta(minutes=30))
    # The clocks go forward in between: ten o'clock comes an hour earlier in UTC.
    assert site_settings.next_staffed(profile, at=NOW + timedelta(minutes=30)) == datetime(2026, 3, 10, 17, tzinfo=UTC)


def test_without_hours_nobody_is_there() -> None:
    assert not site_settings.is_staffed(site_settings.current(), at=NOW)
    assert site_settings.next_staffed(site_settings.current(), at=NOW) is None


def test_a_closed_day_is_closed() -> None:
    _open(1, 10, 11)
    ClosedDay.objects.create(profile=site_settings.current(), day=date(2026, 3, 3))
    assert not site_settings.is_staffed(site_settings.current(), at=NOW)


@pytest.mark.parametrize("rows", [1, 7])
def test_asking_twice_costs_two_queries_once(rows: int, queries: Queries) -> None:
    for weekday in range(rows):
        _open(weekday, 10, 11)
    profile = site_settings.current()
    with queries(2):
        site_settings.is_staffed(profile, at=NOW)
    with queries(0):
        site_settings.next_staffed(profile, at=NOW)


def test_alerts_go_to_people_who_work_here_in_their_order(noor: User, rui: User, ada: User, ana: User) -> None:
    for position, person in ((3, noor), (1, rui), (2, ada), (4, ana)):
        AlertRecipient.objects.create(profile=site_settings.current(), user=person, position=position)
    User.objects.filter(pk=ada.pk).update(is_active=False)
    assert site_settings.alert_recipients() == [rui, noor]


def test_nobody_gets_an_alert_twice(noor: User) -> None:
    AlertRecipient.objects.create(profile=site_settings.current(), user=noor)
    with pytest.raises(IntegrityError), transaction.atomic():
        AlertRecipient.objects.create(profile=site_settings.current(), user=noor)


def test_what_is_remembered_is_this_processs_own() -> None:
    site_settings.current()
    assert isinstance(caches["process"].get(ClinicProfile.CACHE_KEY), ClinicProfile)
    site_settings.forget()
    assert caches["process"].get(ClinicProfile.CACHE_KEY) is None


def test_changing_the_hours_is_forgotten_with_the_profile() -> None:
    assert not site_settings.is_staffed(site_settings.current(), at=NOW)
    _open(1, 10, 11)
    site_settings.tell_of_change(site_settings.current(), fields=["hours"], by=None, at=datetime.now(tz=NOW.tzinfo))
    assert site_settings.is_staffed(site_settings.current(), at=NOW)


def test_a_price_is_never_negative_not_even_in_the_database() -> None:
    with pytest.raises(ValidationError):
        Price(profile=site_settings.current(), name="Visit", amount=Decimal(-1)).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        Price.objects.create(profile=site_settings.current(), name="Visit", amount=Decimal(-1))
