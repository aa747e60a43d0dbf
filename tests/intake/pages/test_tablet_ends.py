"""A form on the clinic's tablet is closed for good when it is sent, given back or left lying."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from clinic.accounts.models import Difference, Patient, User
from clinic.audit.models import Entry
from intake.pages import accepting
from intake.pages.tablet import services as tablets
from intake.pages.tablet import session as tablet_session
from intake.pages.tablet.models import HandOver
from intake.record.models import Intake
from intake.review import standing
from intake.review.models import Alert
from tests.booking.builders import make_patient
from tests.intake.tablets import (
    BACK,
    DONE,
    HERE,
    Ended,
    closed_for_good,
    deeds,
    hand_over,
    now,
    opened,
    type_birth_date,
    type_code,
)
from tests.intake.walker import SIGN, number_of
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


# ——— the end


def test_sending_needs_no_code_and_ends_it(client: Client, code: str, bo: Patient, rui: User) -> None:
    walker = opened(client, code, phone="213-555-0166")
    walker.walk()
    assert "Have your inbox ready" not in walker.get("check").text
    last = walker.send(SIGN)
    assert (last.status_code, last["Location"], last["Clear-Site-Data"]) == (303, DONE, '"cache"')
    thanks = client.get(DONE)
    assert "Thank you. Please return the tablet." in thanks.text
    assert "Costa" not in thanks.text
    form = walker.intake
    assert (form.patient, bool(form.accepted_at), form.entered_by) == (bo, True, None)
    assert Entry.objects.get(deed="intake.accepted").by == rui
    assert Difference.objects.get(field="phone").new == "213-555-0166"
    assert standing.of_one(bo, on=TODAY, at=NOW).word == "ready"
    assert closed_for_good(walker)
    assert set(client.session.keys()) == {tablet_session.OVER}
    assert deeds() == ["handed_over", "tablet_opened", "tablet_ended sent"]
    # Pressed twice, the second press finds the same page.
    assert walker.client.post(walker.url("send"))["Location"] == DONE


def test_it_is_sent_without_an_e_mail_too(client: Client, code: str) -> None:
    walker = opened(client, code, email="")
    walker.walk()
    assert walker.send(SIGN)["Location"] == DONE
    assert walker.intake.accepted_at is not None


def test_what_is_still_open_is_asked_for(client: Client, code: str) -> None:
    walker = opened(client, code)
    assert walker.client.post(walker.url("send"))["Location"] == walker.url("check")
    assert now().ended_at is None


def test_the_tablet_is_given_back_from_any_page(client: Client, code: str) -> None:
    walker = opened(client, code)
    # On a screen, what is typed is saved first.
    assert walker.send(1, go="hand_back", phone="213-555-0188")["Location"] == DONE
    assert walker.kept["phone"] == "213-555-0188"
    assert "They are not sent yet" in client.get(DONE).text
    assert closed_for_good(walker)
    assert deeds()[-1] == "tablet_ended given_back"


@pytest.mark.parametrize("name", ["tasks", "check"])
def test_the_tablet_is_given_back_from_pages_without_questions(client: Client, code: str, name: str) -> None:
    walker = opened(client, code)
    assert f'action="{BACK}"' in walker.get(name).text
    assert client.post(BACK)["Location"] == DONE
    assert client.post(BACK)["Location"] == DONE
    assert closed_for_good(walker)


def test_handed_over_again_the_draft_goes_on(client: Client, code: str, bo: Patient, rui: User) -> None:
    walker = opened(client, code)
    walker.send(1)
    client.post(BACK)
    again = Client()
    type_code(again, hand_over(bo, rui))
    assert type_birth_date(again)["Location"] == walker.url("tasks")
    assert "Your answers are saved" in again.get(walker.url("tasks")).text
    assert Intake.objects.count() == 1


def test_a_form_sent_before_is_followed_by_a_new_one(client: Client, code: str, bo: Patient, rui: User) -> None:
    walker = opened(client, code)
    walker.walk()
    walker.send(SIGN)
    hand_over(bo, rui)
    assert now().intake.ref != walker.ref


@pytest.mark.parametrize(
    ("address", "theirs"), [("bo@example.com", True), ("Bo@Example.com", True), ("x@example.com", False), ("", False)]
)
def test_at_home_the_owner_of_the_mailbox_goes_on(
    client: Client, code: str, bo: Patient, zed: User, address: str, theirs: bool
) -> None:
    walker = opened(client, code)
    walker.send(1, email=address)
    owner = bo.user
    assert owner is not None
    home = sign_in(owner)
    assert home.get(walker.url("tasks")).status_code == 404
    client.post(BACK)
    assert home.get(walker.url("tasks")).status_code == (200 if theirs else 404)
    assert sign_in(zed).get(walker.url("tasks")).status_code == 404


def test_a_mailbox_that_confirmed_the_form_at_home_keeps_it(
    client: Client, code: str, bo: Patient, rui: User, zed: User
) -> None:
    walker = opened(client, code)
    walker.send(1, email="zed@example.com")
    client.post(BACK)
    accepting.confirm_email(walker.intake, user=zed, at=NOW)
    other = Client()
    opened(other, hand_over(bo, rui))
    other.post(BACK)
    assert walker.intake.user == zed


# ——— five minutes


@pytest.mark.parametrize(("seconds", "open_"), [(299, True), (300, False)])
def test_after_five_idle_minutes_it_is_closed(
    client: Client, code: str, frozen: time_machine.Traveller, seconds: int, open_: bool
) -> None:
    walker = opened(client, code)
    frozen.shift(timedelta(seconds=seconds))
    page = walker.get("screen", 1)
    assert page.status_code == (200 if open_ else 303)
    if not open_:
        assert page["Location"] == DONE
        assert "No one used the form for five minutes" in client.get(DONE).text
        assert closed_for_good(walker)
        assert deeds()[-1] == "tablet_ended rested"


def test_every_page_and_every_tap_keeps_it_open(client: Client, code: str, frozen: time_machine.Traveller) -> None:
    walker = opened(client, code)
    for _time in range(3):
        frozen.shift(timedelta(minutes=4))
        assert client.post(HERE).status_code == 204
        frozen.shift(timedelta(minutes=4))
        assert walker.get("screen", 1).status_code == 200
    frozen.shift(timedelta(minutes=5))
    assert client.post(HERE).status_code == 410
    assert walker.get("screen", 1)["Location"] == DONE


def test_what_a_browser_fetches_ahead_keeps_nothing_open(
    client: Client, code: str, frozen: time_machine.Traveller
) -> None:
    walker = opened(client, code)
    frozen.shift(timedelta(minutes=4))
    client.get(walker.url("screen", 1), headers={"sec-fetch-mode": "no-cors"})
    frozen.shift(timedelta(minutes=1))
    assert walker.get("screen", 1)["Location"] == DONE


def test_nothing_keeps_it_open_for_longer_than_two_hours(
    client: Client, code: str, frozen: time_machine.Traveller
) -> None:
    walker = opened(client, code)
    for _time in range(29):
        frozen.shift(timedelta(minutes=4))
        assert client.post(HERE).status_code == 204
    frozen.shift(timedelta(minutes=4))
    assert walker.get("screen", 1)["Location"] == DONE


def test_the_birth_date_waits_for_five_minutes_only(client: Client, code: str, frozen: time_machine.Traveller) -> None:
    type_code(client, code)
    frozen.shift(timedelta(minutes=5))
    assert type_birth_date(client)["Location"] == DONE
    assert now().opened_at is None


def test_the_clock_ends_what_nobody_touches(
    client: Client, code: str, bo: Patient, rui: User, frozen: time_machine.Traveller
) -> None:
    opened(client, code)
    other = make_patient("ida@example.com", "Ida Idle", ready=False)
    hand_over(other, rui)
    assert tablets.end_rested(at=NOW + timedelta(seconds=299)) == 0
    assert tablets.end_rested(at=NOW + timedelta(minutes=10)) == 2
    assert set(HandOver.objects.values_list("ended_how", flat=True)) == {Ended.RESTED, Ended.LAPSED}
    assert tablets.end_rested(at=NOW + timedelta(minutes=10)) == 0


@pytest.mark.parametrize("by_the_clock", [False, True])
def test_a_page_sent_too_late_is_kept_and_shown_to_nobody(
    client: Client, code: str, frozen: time_machine.Traveller, by_the_clock: bool
) -> None:
    walker = opened(client, code)
    page = walker.page(1)
    frozen.shift(timedelta(minutes=6))
    if by_the_clock:
        tablets.end_rested(at=NOW + timedelta(minutes=6))
    late = walker.send(1, page=page, phone="213-555-0188")
    assert late["Location"] == DONE
    assert walker.kept["phone"] == "213-555-0188"
    assert walker.send(1, page=page, phone="213-555-0189")["Location"] == DONE
    assert walker.kept["phone"] == "213-555-0188"


def test_a_page_sent_far_too_late_is_not_kept(client: Client, code: str, frozen: time_machine.Traveller) -> None:
    walker = opened(client, code)
    page = walker.page(1)
    frozen.shift(timedelta(minutes=30))
    assert walker.send(1, page=page, phone="213-555-0189")["Location"] == DONE
    assert walker.kept["phone"] == "213-555-0101"


def test_the_page_itself_closes_and_saves_when_nobody_holds_it(client: Client, code: str) -> None:
    walker = opened(client, code)
    assert walker.send(1, go="rested", phone="213-555-0188")["Location"] == DONE
    assert walker.kept["phone"] == "213-555-0188"
    assert now().ended_how == Ended.RESTED


# ——— emergencies


def test_an_emergency_stops_at_once_and_says_to_tell_the_desk(client: Client, code: str, bo: Patient) -> None:
    walker = opened(client, code)
    walker.send(1)
    number = number_of("rf_saddle_numb")
    stop = walker.send(number, rf_saddle_numb="yes")
    assert stop["Location"] == walker.url("stop_at", number)
    page = client.get(stop["Location"]).text
    assert "Please get help now" in page
    assert "Tell the person at the front desk now." in page
    assert Alert.objects.get().intake.ref == walker.ref
    assert standing.of_one(bo, on=TODAY, at=NOW).word == "call"


@pytest.mark.parametrize("way", ["sent", "given back", "too late"])
def test_the_last_page_says_again_what_to_do(
    client: Client, code: str, frozen: time_machine.Traveller, way: str
) -> None:
    number = number_of("rf_saddle_numb")
    walker = opened(client, code, rf_saddle_numb="yes")
    walker.send(1)
    page = walker.page(number)
    if way == "too late":
        frozen.shift(timedelta(minutes=6))
    walker.send(number, page=page)
    if way == "sent":
        for n in range(2, SIGN + 1):
            if walker.get("screen", n).status_code == 200:
                walker.send(n)
    if way == "given back":
        client.post(BACK)
    assert Alert.objects.count() == 1
    last = client.get(DONE).text
    assert ("Please get help now" in last, "Tell the person at the front desk now." in last) == (True, True)
    # Sealed in the session, and gone when it was read.
    assert "emergency" not in str(dict(client.session))
    assert client.post(DONE)["Location"] == DONE
    assert "get help now" not in client.get(DONE).text


def test_the_last_page_of_a_tablet_left_lying_says_nothing_about_anybody(
    client: Client, code: str, frozen: time_machine.Traveller
) -> None:
    walker = opened(client, code, rf_saddle_numb="yes")
    walker.send(1)
    walker.send(number_of("rf_saddle_numb"))
    frozen.shift(timedelta(minutes=5))
    walker.get("tasks")
    assert "get help now" not in client.get(DONE).text


def test_the_last_page_says_it_for_a_quarter_of_an_hour(
    client: Client, code: str, frozen: time_machine.Traveller
) -> None:
    walker = opened(client, code, rf_saddle_numb="yes")
    walker.send(1)
    walker.send(number_of("rf_saddle_numb"))
    client.post(BACK)
    frozen.shift(timedelta(minutes=15))
    page = client.get(DONE).text
    assert ("get help now" in page, "Please return the tablet" in page) == (False, True)
