"""The desk hands over a tablet, the patient fills in the form and gives it back; afterwards it shows nothing of it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts.models import Patient, User
from clinic.demo.forms import typed
from intake.pages.tablet import services as tablets
from intake.pages.tablet.models import HandOver
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from tests.booking.builders import make_patient
from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import known
from tests.journeys.patient import answer, fine, number_of, walk
from tests.support.browser import follow, press_on

TABLET = {"width": 768, "height": 1024}
BORN = {"day": "1", "month": "2", "year": "1980"}
RAW = typed(full_name="Bo Costa", date_of_birth=BORN, phone="213-555-0101", email="bo@example.com")


@pytest.fixture
def bo(transactional_db: None) -> Patient:
    return make_patient("bo@example.com", "Bo Costa", ready=False)


def a_tablet(open_page: OpenPage) -> Page:
    page = open_page(width="phone")
    page.set_viewport_size(TABLET)  # type: ignore[arg-type]  # a plain dict of two sizes
    return page


def open_form(page: Page, code: str, *, look: bool = False) -> None:
    """Type the code and the birth date, by keyboard."""
    page.goto("/tablet/")
    if look:
        fine(page)
    page.get_by_label("Code from the front desk").fill(f"{code[:3].lower()} {code[3:]}")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tablet/who/")
    if look:
        fine(page)
    for part, text in BORN.items():
        page.locator(f'[name="date_of_birth-{part}"]').fill(text)
    press_on(page.get_by_role("button", name="Go to my form"))
    page.wait_for_url("**/intake/**")


def shows_nothing(page: Page, ref: str) -> None:
    """Going back leads to the last page, and so does the address of the form."""
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("return the tablet")
    page.go_back()
    assert "Costa" not in page.content()
    page.goto(f"/intake/{ref}/1/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("return the tablet")
    assert "Costa" not in page.content()


def test_the_desk_hands_over_and_the_patient_sends(open_page: OpenPage, bo: Patient, rui: User) -> None:
    desk = open_page(width="desktop")
    known(desk, rui)
    desk.goto(f"/desk/people/{bo.ref}/")
    follow(desk.get_by_role("button", name="Fill in on a tablet"))
    fine(desk)
    code = desk.locator(".spoken-code").inner_text().replace(" ", "").replace("\n", "")
    assert code not in desk.url
    desk.reload()
    assert code == desk.locator(".spoken-code").inner_text().replace(" ", "").replace("\n", "")
    page = a_tablet(open_page)
    open_form(page, code, look=True)
    fine(page)
    # The desk's page looks by itself.
    expect(desk.locator(".badge")).to_have_text("Open on the tablet", timeout=15_000)
    walk(page, RAW)
    fine(page)
    follow(page.get_by_role("link", name="My answers are right"))
    answer(page, NEW_PATIENT.screen(number_of(page)), RAW)
    follow(page.get_by_role("button", name="Send my answers"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Please return the tablet.")
    fine(page)
    shows_nothing(page, Intake.objects.get(meant_for=bo).ref)
    expect(desk.locator(".badge")).to_have_text("Sent", timeout=15_000)
    assert Intake.objects.get(meant_for=bo).accepted_at is not None


@both_ways
def test_the_tablet_is_given_back_and_shows_nothing(open_page: OpenPage, scripts: bool, bo: Patient, rui: User) -> None:
    page = open_page(width="phone")
    page.goto("/tablet/")
    page.get_by_label("Code from the front desk").fill("222 222")
    follow(page.get_by_role("button", name="Open my form"))
    expect(page.get_by_role("alert")).to_contain_text("This code does not work")
    fine(page)
    open_form(page, tablets.hand_over(bo, by=rui, at=timezone.now())[1])
    fine(page)
    page.locator("[name=phone]").fill("213-555-0188")
    follow(page.get_by_role("button", name="return the tablet"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. Please return the tablet.")
    fine(page)
    shows_nothing(page, Intake.objects.get(meant_for=bo).ref)
    assert Intake.objects.get().current().raw["phone"] == "213-555-0188"


def test_an_emergency_says_to_tell_the_desk(open_page: OpenPage, bo: Patient, rui: User) -> None:
    page = a_tablet(open_page)
    open_form(page, tablets.hand_over(bo, by=rui, at=timezone.now())[1])
    # Enter goes on: it does not give the tablet back, though that button stands first.
    page.locator("[name=phone]").press("Enter")
    expect(page.get_by_role("alert").first).to_contain_text("Who is filling this in?")
    walk(page, RAW | {"rf_chest": "yes"}, until=NEW_PATIENT.number_of("rf_chest"))
    answer(page, NEW_PATIENT.screen(number_of(page)), RAW | {"rf_chest": "yes"})
    follow(page.get_by_role("button", name="Continue").last)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Please get help now")
    expect(page.get_by_role("main")).to_contain_text("Tell the person at the front desk now.")
    fine(page)
    follow(page.get_by_role("button", name="return the tablet"))
    expect(page.get_by_role("main")).to_contain_text("Tell the person at the front desk now.")
    fine(page)
    follow(page.get_by_role("button", name="I have told the front desk"))
    expect(page.get_by_role("main")).not_to_contain_text("get help now")
    fine(page)


def test_a_tablet_left_lying_warns_saves_and_closes(open_page: OpenPage, bo: Patient, rui: User) -> None:
    page = a_tablet(open_page)
    # So long that nothing on it scrolls: a scroll is a tap too, and a busy browser tells of it late.
    page.set_viewport_size({"width": 768, "height": 4096})
    page.clock.install()
    open_form(page, tablets.hand_over(bo, by=rui, at=timezone.now())[1])
    page.locator("[name=phone]").fill("213-555-0188")
    warning = page.locator("[data-still-here]")
    page.clock.run_for(200_000)
    expect(warning).to_be_hidden()
    page.clock.run_for(15_000)
    expect(warning).to_be_visible()
    fine(page)
    # A tap anywhere goes on, and tells the server.
    with page.expect_response("**/tablet/here/") as told:
        page.get_by_role("heading", level=1).click()
    assert told.value.status == 204
    expect(warning).to_be_hidden()
    page.clock.run_for(275_000)
    page.wait_for_url("**/tablet/done/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This form is closed. Please return the tablet.")
    fine(page)
    shows_nothing(page, Intake.objects.get(meant_for=bo).ref)
    assert HandOver.objects.get().ended_how == HandOver.Ended.RESTED
    assert Intake.objects.get().current().raw["phone"] == "213-555-0188"


def test_without_scripts_the_server_closes_it(open_page: OpenPage, bo: Patient, rui: User) -> None:
    page = open_page(width="phone", with_scripts=False)
    open_form(page, tablets.hand_over(bo, by=rui, at=timezone.now())[1])
    HandOver.objects.update(active_at=timezone.now() - timedelta(minutes=5))
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("This form is closed. Please return the tablet.")
    fine(page)
