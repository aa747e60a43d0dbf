"""Somebody new books on a phone; a patient books at a desk by keyboard; both see, move and cancel."""

import re

import pytest
from playwright.sync_api import Page, expect

from clinic.accounts.models import Patient
from clinic.booking.models import Appointment, State, VisitType
from clinic.site_settings import services as site_settings
from tests.booking.builders import make_hours, make_patient, make_practitioner, make_room, make_rules, make_type
from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import known
from tests.journeys.patient import fine, type_code
from tests.support.browser import assert_fits, choose, follow, has_focus, press_on, tab_to

NIA = "nia@example.com"


@pytest.fixture
def consultation(transactional_db: None) -> VisitType:
    """Noor and Tomás talk to people every day of the week, from nine to five."""
    about = site_settings.current()
    about.address, about.phone, about.phone_tel = "12 Lantern Street", "213-555-0100", "+12135550100"
    about.save()
    site_settings.forget()
    make_rules()
    make_room()
    people = [make_practitioner(), make_practitioner("tomas@clinic.example", "Tomás Ejemplo")]
    for person in people:
        make_hours(person, weekdays=range(5, 7))
    return make_type("consultation", *people)


@pytest.fixture
def ana(consultation: VisitType) -> Patient:
    return make_patient()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


@both_ways
def test_somebody_new_books_moves_and_cancels_on_a_phone(phone: Page, consultation: VisitType, scripts: bool) -> None:
    phone.goto("/visits/book/")
    fine(phone)
    follow(phone.get_by_role("heading", name="Consultation").get_by_role("link"))
    heading(phone, "Consultation: choose a time")
    fine(phone)
    follow(phone.get_by_role("button", name="Hold this time"))
    expect(phone).to_have_title(re.compile("^Error: Choose a time"))
    if scripts:
        assert has_focus(phone.get_by_role("alert"))
    phone.get_by_role("radio").nth(1).check(force=True)
    follow(phone.get_by_role("button", name="Hold this time"))
    heading(phone, "Who is the visit for?")
    expect(phone.get_by_text("We are holding this time until")).to_be_visible()
    fine(phone)
    _tell(phone)
    follow(phone.get_by_role("button", name="Send me a code"))
    type_code(phone, NIA)
    heading(phone, "Is this right?")
    fine(phone)
    follow(phone.get_by_role("button", name="Book this visit"))
    heading(phone, "Your visit is booked")
    expect(phone.get_by_text("We don’t have your health form yet")).to_be_visible()
    fine(phone)
    booked = Appointment.objects.get()
    assert booked.patient.full_name == "Nia Newcomer"
    _moves(phone)
    _cancels(phone)
    assert [visit.state for visit in Appointment.objects.order_by("id")] == [State.MOVED, State.CANCELLED]


def _tell(page: Page) -> None:
    page.get_by_label("What is your full name?").fill("Nia Newcomer")
    for part, value in (("Month", "4"), ("Day", "27"), ("Year", "1984")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("Your phone number, in case we need to change the visit").fill("213-555-0177")
    page.get_by_label("Your email, so we can send you a code").fill(NIA)


def _moves(page: Page) -> None:
    follow(page.get_by_role("link", name="Reschedule", exact=True))
    heading(page, "Choose another time")
    fine(page)
    follow(page.get_by_role("link", name="Later days"))
    page.get_by_role("radio").first.check(force=True)
    follow(page.get_by_role("button", name="Reschedule my visit"))
    heading(page, "Your visit is rescheduled")
    expect(page.get_by_text("Your old time was")).to_be_visible()


def _cancels(page: Page) -> None:
    follow(page.get_by_role("link", name="Your visits"))
    heading(page, "Your visits")
    fine(page)
    follow(page.locator(".visits a").first)
    follow(page.get_by_role("link", name="Cancel", exact=True))
    heading(page, "Cancel this visit?")
    fine(page)
    page.get_by_label("I can’t make it").check(force=True)
    follow(page.get_by_role("button", name="Cancel the visit"))
    heading(page, "Your visit is canceled")


def test_a_patient_books_by_keyboard_and_joins_the_waiting_list(open_page: OpenPage, ana: Patient) -> None:
    page = open_page(width="desktop", dark=True)
    known(page, "ana@example.com")
    page.goto("/visits/book/")
    press_on(page.get_by_role("link", name="Tomás Ejemplo"))
    heading(page, "Consultation: choose a time")
    fine(page)
    choose(page.get_by_role("radio").nth(2))
    press_on(page.get_by_role("button", name="Book this time"))
    heading(page, "Your visit is booked")
    assert Appointment.objects.get().practitioner.user.name == "Tomás Ejemplo"
    fine(page)
    page.goto("/visits/book/")
    press_on(page.get_by_role("heading", name="Consultation").get_by_role("link"))
    press_on(page.get_by_role("link", name="Join the waiting list"))
    heading(page, "Join the waiting list")
    fine(page)
    press_on(page.get_by_label("Tuesday"), "Space")
    press_on(page.get_by_role("button", name="Join the waiting list"))
    heading(page, "Your visits")
    expect(page.get_by_text("With any practitioner. Days: Tuesday.")).to_be_visible()
    tab_to(page.get_by_role("button", name="Leave the waiting list"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("You are on the waiting list")).to_have_count(0)


def test_the_times_fit_the_smallest_phone(open_page: OpenPage, ana: Patient) -> None:
    page = open_page(width="phone")
    page.set_viewport_size({"width": 320, "height": 640})
    known(page, "ana@example.com")
    for path in ("/visits/book/", f"/visits/book/{VisitType.objects.get(code='consultation').pk}/", "/visits/"):
        page.goto(path)
        assert_fits(page)
