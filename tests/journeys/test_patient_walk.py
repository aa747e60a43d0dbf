"""Ana fills in the whole form on her phone: with scripts, without, and by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from clinic.demo.forms import typed
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.screening import Tier
from tests.journeys import WHOLE, both_ways, ways, with_and_without
from tests.journeys.conftest import OpenPage
from tests.journeys.patient import answer, begin, fine, go_on, number_of, press, type_code, walk
from tests.support.browser import assert_fits, follow, has_focus, press_on, tab_to


@pytest.mark.heavy
@with_and_without
def test_the_healthy_walk_ends_on_the_result_page_and_is_clear(phone: Page, scripts: bool) -> None:
    # Without scripts the same pages come in the same width: whether they are accessible has been seen with scripts.
    look = fine if scripts or WHOLE else assert_fits
    phone.goto("/intake/")
    look(phone)
    begin(phone)
    walk(phone, look=scripts, every_kind=True)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Check your answers")
    look(phone)
    change_an_answer(phone)
    follow(phone.get_by_role("link", name="My answers are right"))
    look(phone)
    answer(phone, NEW_PATIENT.screen(number_of(phone)), typed())
    go_on(phone)
    look(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text("One last step: your form is not sent yet")
    follow(phone.get_by_role("button", name="Send me the code"))
    type_code(phone, "ana@example.com")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you, Ana")
    expect(phone.get_by_text("Keep taking all your medicines.")).to_be_visible()
    look(phone)
    intake = Intake.objects.get()
    assert intake.tier is Tier.CLEAR
    assert intake.accepted_at is not None
    expect(phone.get_by_text(intake.reference)).to_be_visible()


@pytest.mark.heavy
def test_the_whole_walk_by_keyboard(phone: Page) -> None:
    phone.goto("/intake/")
    press_on(phone.get_by_role("button", name="Start your intake"))
    phone.wait_for_url("**/1/")
    raw = typed(email="")
    walk(phone, raw, how=press, every_kind=True)
    press_on(phone.get_by_role("link", name="My answers are right"))
    phone.wait_for_url("**/25/")
    answer(phone, NEW_PATIENT.screen(25), raw, press)
    press_on(phone.locator("main button[value=continue]"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you, Ana")
    assert Intake.objects.get().tier is Tier.CLEAR


@both_ways
def test_mistakes_are_named_and_one_tab_away(phone: Page, scripts: bool) -> None:
    begin(phone)
    go_on(phone)
    expect(phone).to_have_title("Error: Up to 25 pages left – The clinic")
    summary = phone.get_by_role("alert")
    expect(summary).to_contain_text("What is your full name? – Enter your full name.")
    if scripts:
        assert has_focus(summary)
    fine(phone)
    follow(summary.get_by_role("link").first)
    assert has_focus(phone.get_by_label("What is your full name?"))


def test_enter_in_a_field_goes_on_and_not_back(phone: Page) -> None:
    begin(phone)
    answer(phone, NEW_PATIENT.screen(1), typed())
    phone.get_by_label("What is your full name?").press("Enter")
    phone.wait_for_url("**/2/")


@both_ways
def test_what_was_typed_is_there_after_a_refresh_and_back(phone: Page) -> None:
    begin(phone)
    phone.get_by_label("What is your full name?").fill("Ana Ejemplo")
    go_on(phone)
    expect(phone).to_have_title(re.compile("^Error: "))
    phone.wait_for_load_state()
    phone.reload()
    expect(phone.get_by_label("What is your full name?")).to_have_value("Ana Ejemplo")
    walk(phone, until=2)
    follow(phone.get_by_role("button", name="Back", exact=True))
    expect(phone.get_by_label("What is your full name?")).to_have_value("Ana Ejemplo")
    expect(phone.get_by_text("Saved ")).to_be_visible()


@both_ways
def test_a_follow_up_is_asked_with_and_without_scripts(phone: Page, scripts: bool) -> None:
    begin(phone)
    number = NEW_PATIENT.number_of("skin_area")
    walk(phone, until=number)
    raw = typed(skin=["infected"], skin_area="left knee" if scripts else "")
    answer(phone, NEW_PATIENT.screen(number), raw)
    if scripts:
        expect(phone.get_by_label("Where on your body?")).to_be_visible()
    go_on(phone)
    if not scripts:
        expect(phone.get_by_text("Your answer added one more question")).to_be_visible()
        fine(phone)
        phone.get_by_label("Where on your body?").fill("left knee")
        go_on(phone)
    assert number_of(phone) > number
    assert Intake.objects.get().current().raw["skin_area"] == "left knee"


def test_finish_later_and_go_on_on_another_device(phone: Page, open_page: OpenPage) -> None:
    begin(phone)
    walk(phone, until=3)
    follow(phone.get_by_role("button", name="Finish later"))
    expect(phone.get_by_text("Your answers are saved")).to_be_visible()
    fine(phone)
    follow(phone.get_by_role("button", name="Send me a code"))
    type_code(phone, "ana@example.com")
    other = open_page(width="desktop")
    other.goto("/intake/")
    other.get_by_label("Your email or mobile phone").fill("ana@example.com")
    follow(other.get_by_role("button", name="Send me a code"))
    type_code(other, "ana@example.com")
    fine(other)
    follow(other.get_by_role("link", name="Continue the form for Ana Ejemplo"))
    fine(other)
    follow(other.get_by_role("link", name="Continue"))
    assert number_of(other) == 3


def change_an_answer(phone: Page) -> None:
    """A change returns to the summary."""
    follow(phone.get_by_role("link", name="Change Lately, is your pain"))
    phone.get_by_text("Getting better").click()
    follow(phone.get_by_role("button", name="Save and return to your answers"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Check your answers")
    expect(phone.get_by_text("Getting better")).to_be_visible()


def test_the_first_thing_the_keyboard_meets_is_a_way_past_the_header(phone: Page) -> None:
    begin(phone)
    phone.keyboard.press("Tab")
    assert has_focus(phone.get_by_role("link", name="Skip to main content"))
    tab_to(phone.get_by_role("button", name="Back", exact=True))


@ways("width", first=["phone"], rest=["desktop"])
def test_pages_are_readable_in_the_dark(open_page: OpenPage, width: str) -> None:
    page = open_page(width=width, dark=True)
    page.goto("/intake/")
    fine(page)
    begin(page)
    walk(page, until=3, look=True)
