"""An emergency answer is met at once, whatever else is on the page, and never keeps anybody from going on."""

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from clinic.audit.models import Entry
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import StaffedHours
from intake.review.models import Alert
from tests.intake.walker import SIGN, Response, Walker, number_of

pytestmark = pytest.mark.django_db

NIGHT = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)  # 2 am at the clinic


def stop_page(walker: Walker, number: int, **changed: Any) -> Response:
    response = walker.send(number, **changed)
    assert response.status_code == 303
    assert response["Location"] == walker.url("stop_at", number)
    return walker.client.get(response["Location"])


def test_an_emergency_answer_stops_at_once_even_if_another_field_is_wrong(walker: Walker) -> None:
    walker.send(1)
    page = stop_page(walker, 2, rf_chest="yes", rf_tearing="")
    assert "Please get help now" in page.text
    assert 'href="tel:911"' in page.text
    assert "Acupuncture cannot treat this." in page.text
    assert "We sent the clinic an alert, but it is closed. Don’t wait for us." in page.text
    # The advice of the rule, and no general one beside it.
    assert page.text.count("Call 911") == 2
    assert "have someone take you to an emergency room" not in page.text
    assert Alert.objects.count() == 1
    assert walker.kept["rf_chest"] == "yes"


@pytest.mark.parametrize("go", ["continue", "back", "later"])
def test_an_emergency_stops_whatever_button_was_pressed(walker: Walker, go: str) -> None:
    walker.send(1)
    assert walker.send(2, go=go, rf_chest="yes")["Location"] == walker.url("stop_at", 2)


def test_the_stop_page_comes_again_when_the_same_answer_is_saved_again(walker: Walker) -> None:
    walker.send(1)
    stop_page(walker, 2, rf_chest="yes")
    stop_page(walker, 2)
    assert Alert.objects.count() == 1


def test_an_emergency_never_keeps_anybody_from_finishing(walker: Walker) -> None:
    walker.send(1)
    page = stop_page(walker, 2, rf_chest="yes")
    assert f'<a href="{walker.url("screen", 3)}">Continue with the form</a>' in page.text
    assert walker.send(3)["Location"] == walker.url("screen", 4)


def test_go_on_leads_back_to_a_page_that_is_not_whole(walker: Walker) -> None:
    walker.send(1)
    page = stop_page(walker, 2, rf_chest="yes", rf_tearing="")
    assert f'<a href="{walker.url("screen", 2)}">Continue with the form</a>' in page.text


def test_tapped_by_mistake_is_written_down_and_the_alert_stays(walker: Walker) -> None:
    walker.send(1)
    stop_page(walker, 2, rf_chest="yes")
    response = walker.client.post(walker.url("stop_at", 2), {"go": "mistake"})
    assert response["Location"] == walker.url("screen", 2)
    assert walker.send(2, rf_chest="no")["Location"] == walker.url("screen", 3)
    assert [event["what"] for event in walker.intake.current().document["events"]] == ["mistake"]
    alert = Alert.objects.get()
    assert alert.closed_at is None
    assert alert.changed_at is not None
    assert walker.get("stop")["Location"] == walker.url("tasks")
    assert Entry.objects.filter(deed="intake.mistake").count() == 1


def test_words_of_despair_lead_with_988_and_not_with_acupuncture(walker: Walker) -> None:
    walker.send(1)
    page = stop_page(walker, number_of("anything_else"), anything_else="i want to die").text
    assert page.index('href="tel:988"') < page.index('href="tel:911"')
    assert "Acupuncture cannot treat this" not in page


def test_with_both_911_leads_and_988_is_there_too(walker: Walker) -> None:
    walker.send(1)
    stop_page(walker, 2, rf_chest="yes")
    page = stop_page(walker, number_of("anything_else"), anything_else="i want to die").text
    assert page.index('href="tel:911"') < page.index('href="tel:988"')


def test_the_cards_for_scripts_stand_on_the_page(walker: Walker) -> None:
    walker.send(1)
    page = walker.page(2).text
    assert 'data-emergency="rf_chest=yes"' in page
    assert 'data-emergency="rf_chest=no' not in page


def test_the_numbers_are_the_clinics_own(walker: Walker) -> None:
    clinic = site_settings.current()
    clinic.emergency_number, clinic.crisis_number = "112", "116123"
    clinic.save()
    walker.send(1)
    assert 'href="tel:112"' in stop_page(walker, 2, rf_chest="yes").text
    assert 'href="tel:116123"' in stop_page(walker, number_of("anything_else"), anything_else="i want to die").text


def test_an_emergency_answer_is_told_in_the_result_too(client: Client) -> None:
    ana = Walker(client).begin()
    ana.send(1, email="")
    stop_page(ana, 2, rf_chest="yes")
    for number in [n for n in range(3, SIGN + 1) if ana.get("screen", n).status_code == 200]:
        response = ana.send(number)
    assert response["Location"] == ana.url("sent")
    assert "Please get help now" in ana.get("sent").text


# Nobody is reading


@pytest.fixture
def day_hours(db: None) -> None:
    """Somebody reads on weekdays from 9 to 5."""
    StaffedHours.objects.all().delete()
    for weekday in range(5):
        StaffedHours.objects.create(weekday=weekday, opens="09:00", closes="17:00")
    site_settings.forget()


@pytest.mark.usefixtures("day_hours")
def test_by_night_first_and_last_page_and_stop_page_say_that_nobody_reads(client: Client) -> None:
    with time_machine.travel(NIGHT):
        ana = Walker(client).begin()
        start, first = client.get(reverse("intake:start")).text, ana.page(1).text
        ana.raw["email"] = ""
        ana.walk()
        last = ana.page(SIGN).text
        ana.send(SIGN)
        result = ana.get("sent").text
        for page in (start, first, last, result):
            assert "We are closed right now" in page
            assert "988" in page
        other = Walker(client).begin()
        other.send(1)
        stop = stop_page(other, 2, rf_chest="yes").text
        assert "We sent the clinic an alert, but it is closed. Don’t wait for us." in stop
        opens = "We will read your form when we open today at 9:00 am."
        assert [opens in page for page in (first, result, stop)] == [True, True, True]
        assert ["You can fill in the form now." in page for page in (first, result)] == [True, False]


@pytest.mark.usefixtures("day_hours", "frozen")
def test_by_day_they_do_not(walker: Walker) -> None:
    assert "We are closed right now" not in walker.page(1).text
    walker.send(1)
    stop = stop_page(walker, 2, rf_chest="yes").text
    assert "closed" not in stop
    assert "We have told the clinic. This does not replace calling." in stop
