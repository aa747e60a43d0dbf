"""The pages for everyone, on a phone and at a desk, in light and dark, with and without scripts, by keyboard."""

from decimal import Decimal

import pytest
from playwright.sync_api import expect

from clinic.accounts.models import User
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import Price, StaffedHours
from clinic.website import pages
from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.staff import fine_at_both_widths
from tests.support.browser import assert_fits, follow, press_on, tab_to

NARROW, TWICE = {"width": 320, "height": 640}, {"width": 640, "height": 900}


@pytest.fixture(autouse=True)
def furnished(transactional_db: None, noor: User) -> None:
    """A clinic that says everything about itself."""
    about = site_settings.current()
    about.name, about.tagline = "Invented Acupuncture and Spine Clinic", "Careful acupuncture for backs"
    about.address, about.directions = "12 Lantern Street\nInventedtown", "The green door."
    about.directions_url, about.licence_check_url = "https://maps.example/door", "https://board.example/"
    about.phone, about.phone_tel, about.email = "213-555-0100", "+12135550100", "hello@clinic.example"
    about.prices_include, about.prices_exclude, about.getting_in = "Needles", "Letters to employers", "No step."
    about.save()
    for weekday in range(7):
        StaffedHours.objects.create(profile=about, weekday=weekday, opens="00:00", closes="23:59")
    Price.objects.create(profile=about, name="First consultation", minutes=60, amount=Decimal(120), note="A talk.")
    site_settings.forget()


def test_every_page_for_everyone_can_be_read_by_everybody(open_page: OpenPage) -> None:
    """At a desk in the dark, on a phone, at 320 pixels, and with text twice as large: one visit of each page."""
    page = open_page(width="desktop")
    for shown in pages.PAGES:
        page.goto(shown.path)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        fine_at_both_widths(page, desk_in_the_dark=True)
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dict of two sizes
        assert_fits(page)
        page.set_viewport_size(TWICE)  # type: ignore[arg-type]  # the same
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert_fits(page)


@both_ways
def test_the_menu_opens_by_keyboard_and_leads_on(open_page: OpenPage) -> None:
    page = open_page(width="phone")
    page.goto("/")
    menu = page.get_by_role("navigation", name="Main")
    expect(menu.get_by_role("link", name="Is this an emergency?")).to_be_visible()
    expect(menu.get_by_role("link", name="Prices")).to_be_hidden()

    press_on(menu.get_by_text("Menu"))
    press_on(menu.get_by_role("link", name="Prices"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Prices")
    expect(page.get_by_text("$120")).to_be_visible()


def test_where_there_is_room_the_menu_is_open_and_says_where_you_are(open_page: OpenPage) -> None:
    page = open_page(width="desktop")
    page.goto("/prices/")
    menu = page.get_by_role("navigation", name="Main")

    expect(menu.get_by_text("Menu")).to_be_hidden()
    expect(menu.get_by_role("link", name="Prices")).to_have_attribute("aria-current", "page")
    tab_to(menu.get_by_role("link", name="Contact"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Talk to us")


def test_from_the_first_page_to_the_form_and_to_a_time(open_page: OpenPage) -> None:
    page = open_page(width="phone")
    page.goto("/")
    follow(page.get_by_role("main").get_by_role("link", name="Book a consultation").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("What would you like to book?")
    expect(page.get_by_role("link", name="Call us: 213-555-0100").first).to_have_attribute("href", "tel:+12135550100")
    page.goto("/")
    follow(page.get_by_role("main").get_by_role("link", name="Start your intake").first)
    expect(page.get_by_role("heading", level=1)).to_have_text("Tell us about yourself before your visit")
