"""A page of a tablet whose form was closed meanwhile: kept where it can be, and an emergency on it met, whoever closed
it and however.
"""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from clinic.accounts.models import Patient, User
from intake.pages import sending
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.record.models import Intake
from intake.review.models import Alert
from tests.intake.forms import fill
from tests.intake.tablets import BACK, DONE, Ended, hand_over, now, opened
from tests.intake.walker import Walker, number_of
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]

RED = number_of("rf_saddle_numb")
WAYS = [Ended.WITHDRAWN, Ended.GIVEN_BACK, Ended.RESTED, Ended.SIGNED_IN]


def close(walker: Walker, how: str, *, by: User) -> None:
    """Close the form as it is closed from elsewhere while a page of it stands on the tablet."""
    if how == Ended.GIVEN_BACK:
        # In another tab of the same browser.
        walker.client.post(BACK)
    elif how == Ended.SIGNED_IN:
        walker.client.force_login(by)
    else:
        tablets.end(now(), how=how, by=by, at=NOW)


@pytest.mark.parametrize("how", WAYS)
def test_what_is_typed_on_a_page_that_was_closed_is_kept(client: Client, code: str, rui: User, how: str) -> None:
    walker = opened(client, code)
    page = walker.page(1)
    close(walker, how, by=rui)
    walker.send(1, page=page, phone="213-555-0188")
    assert (walker.kept["phone"], now().ended_how) == ("213-555-0188", how)
    # Once: whoever finds the tablet types nothing more into it.
    walker.send(1, page=page, phone="213-555-0189")
    assert walker.kept["phone"] == "213-555-0188"


@pytest.mark.parametrize("how", WAYS)
def test_an_emergency_on_a_page_that_was_closed_raises_the_alert_and_stops(
    client: Client, code: str, rui: User, how: str
) -> None:
    walker = opened(client, code)
    walker.send(1)
    page = walker.page(RED)
    close(walker, how, by=rui)
    last = walker.send(RED, page=page, rf_saddle_numb="yes")
    shown = client.get(last["Location"]).text if last.status_code == 303 else last.text
    assert ("Please get help now" in shown, "Tell the person at the front desk now." in shown) == (True, True)
    assert (walker.kept["rf_saddle_numb"], Alert.objects.get().intake.ref) == ("yes", walker.ref)


def test_whoever_signed_in_stays_signed_in(client: Client, code: str, rui: User) -> None:
    walker = opened(client, code)
    page = walker.page(1)
    close(walker, Ended.SIGNED_IN, by=rui)
    last = walker.send(1, page=page)
    assert (last.status_code, "Please return the tablet" in last.text) == (200, True)
    assert "_auth_user_id" in client.session
    assert (tablet_session.BEFORE in client.session, walker.send(1, page=page).status_code) == (False, 404)


def test_a_second_page_that_cannot_be_kept_says_so_and_meets_an_emergency(client: Client, code: str, rui: User) -> None:
    walker = opened(client, code)
    walker.send(1)
    first, red = walker.page(1), walker.page(RED)
    close(walker, Ended.WITHDRAWN, by=rui)
    walker.send(1, page=first, phone="213-555-0188")
    assert "The answers are saved" in client.get(DONE).text
    walker.send(RED, page=red, rf_saddle_numb="yes")
    last = client.get(DONE).text
    assert ("Please get help now" in last, "What you typed last is not saved" in last) == (True, True)
    assert "The answers are saved" not in last
    assert (Alert.objects.count(), "rf_saddle_numb" in walker.kept) == (1, False)


@pytest.mark.parametrize("minutes", [30, 119])
def test_far_too_late_an_emergency_is_met_though_nothing_is_kept(
    client: Client, code: str, frozen: time_machine.Traveller, minutes: int
) -> None:
    walker = opened(client, code)
    walker.send(1)
    page = walker.page(RED)
    frozen.shift(timedelta(minutes=minutes))
    walker.send(RED, page=page, rf_saddle_numb="yes")
    last = client.get(DONE).text
    assert ("Please get help now" in last, "What was typed last is not saved." in last) == (True, True)
    assert (Alert.objects.count(), "rf_saddle_numb" in walker.kept) == (1, False)


# ——— sent from home meanwhile


def send_from_home(walker: Walker, by: User) -> None:
    Intake.objects.filter(ref=walker.ref).update(email_confirmed_at=NOW, user=by)
    fill(walker.raw, intake=walker.intake, by=by, at=NOW)
    sending.submit(walker.intake, by=by, at=NOW)


def test_sent_from_home_the_tablet_says_so_and_shows_what_was_typed(client: Client, code: str, bo: Patient) -> None:
    walker = opened(client, code)
    page = walker.page(1)
    assert bo.user is not None
    send_from_home(walker, bo.user)
    assert walker.send(1, page=page, full_name="Invented Aunt")["Location"] == DONE
    last = client.get(DONE).text
    assert "This form was sent from another device while it was open here." in last
    assert ("Invented Aunt" in last, "The front desk closed this form" in last) == (True, False)
    assert (now().ended_how, walker.kept["full_name"]) == (Ended.ELSEWHERE, "Bo Costa")
    # Sealed in the session, and gone when it was read.
    assert "Invented Aunt" not in str(dict(client.session))
    assert client.post(DONE)["Location"] == DONE
    assert "Invented Aunt" not in client.get(DONE).text


def test_sent_from_home_an_emergency_raises_the_alert_and_is_kept_as_a_change(
    client: Client, code: str, bo: Patient
) -> None:
    walker = opened(client, code)
    walker.send(1)
    page = walker.page(RED)
    assert bo.user is not None
    send_from_home(walker, bo.user)
    walker.send(RED, page=page, rf_saddle_numb="yes")
    assert "Please get help now" in client.get(DONE).text
    assert Alert.objects.get().intake.ref == walker.ref
    newest = walker.intake.current()
    assert (newest.raw["rf_saddle_numb"], newest.frozen_at, newest.revision) == ("yes", None, 2)


def test_a_page_that_changes_nothing_begins_no_change(client: Client, code: str, bo: Patient) -> None:
    walker = opened(client, code)
    walker.send(1)
    page = walker.page(RED)
    assert bo.user is not None
    send_from_home(walker, bo.user)
    walker.send(RED, page=page)
    assert "What you typed last is not saved" not in client.get(DONE).text
    assert walker.intake.current().frozen_at is not None


def test_the_next_person_with_a_code_is_asked_nothing_of_the_last(
    client: Client, code: str, bo: Patient, rui: User
) -> None:
    walker = opened(client, code)
    page = walker.page(1)
    opened(client, hand_over(bo, rui))
    assert walker.send(1, page=page, phone="213-555-0188").status_code in {200, 303}
