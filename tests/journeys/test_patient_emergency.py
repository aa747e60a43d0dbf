"""An emergency answer is met at once, with scripts and without, and nothing typed is ever lost."""

from django.urls import reverse
from playwright.sync_api import Page, expect

from clinic.demo.forms import typed
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.review.models import Alert
from tests.journeys import WHOLE, both_ways, with_and_without
from tests.journeys.conftest import OpenPage
from tests.journeys.patient import answer, begin, field, fine, go_on, number_of, press, type_code, walk
from tests.support.browser import Watch, follow, press_on


@with_and_without
def test_an_emergency_answer_stops_the_walk(phone: Page, scripts: bool) -> None:
    begin(phone)
    walk(phone, until=2)
    phone.get_by_role("radiogroup", name="Now or in the last 24 hours").get_by_text("Yes").click()
    if scripts:
        expect(phone.get_by_role("heading", name="Please get help now")).to_be_visible()
        expect(phone.locator("[data-emergency] .call").first).to_be_visible()
        fine(phone)
    go_on(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Please get help now")
    call = phone.get_by_role("link", name="Call 911")
    expect(call).to_have_attribute("href", "tel:911")
    box = call.bounding_box()
    assert box is not None
    assert box["height"] >= 64
    assert box["y"] + box["height"] <= 740  # without scrolling
    if scripts or WHOLE:  # the same page, in the same width
        fine(phone)
    assert Alert.objects.filter(closed_at=None).count() == 1


@both_ways
def test_tapped_by_mistake_goes_back_and_the_form_can_be_finished(phone: Page) -> None:
    begin(phone)
    walk(phone, until=2)
    answer(phone, NEW_PATIENT.screen(2), typed(rf_chest="yes"))
    go_on(phone)
    follow(phone.get_by_role("button", name="I chose this by mistake: change my answer"))
    assert number_of(phone) == 2
    walk(phone, until=4)
    assert Alert.objects.get().closed_at is None
    assert Intake.objects.get().current().raw["rf_chest"] == "no"


def test_the_stop_page_by_keyboard(phone: Page) -> None:
    begin(phone)
    walk(phone, until=2)
    answer(phone, NEW_PATIENT.screen(2), typed(rf_tearing="yes"), press)
    press_on(phone.locator("main button[value=continue]"))
    phone.wait_for_url("**/stop/2/")
    press_on(phone.get_by_role("link", name="Continue with the form"))
    phone.wait_for_url("**/3/")


@both_ways
def test_words_of_despair_lead_with_988(phone: Page) -> None:
    begin(phone)
    walk(phone, until=2)
    phone.goto(phone.url.replace("/2/", f"/{NEW_PATIENT.number_of('anything_else')}/"))
    field(phone, "anything_else").fill("i want to die")
    go_on(phone)
    expect(phone.get_by_role("link", name="Call 988")).to_be_visible()
    expect(phone.get_by_text("Acupuncture cannot treat this")).to_have_count(0)
    fine(phone)


def test_two_tabs_on_one_page_lose_nothing(phone: Page) -> None:
    begin(phone)
    other = phone.context.new_page()
    other.goto(phone.url)
    answer(other, NEW_PATIENT.screen(1), typed(phone="213-555-0111"))
    go_on(other)
    answer(phone, NEW_PATIENT.screen(1), typed(phone="213-555-0122"))
    go_on(phone)
    expect(phone.get_by_text("213-555-0111")).to_be_visible()
    expect(phone.get_by_text("213-555-0122")).to_be_visible()
    fine(phone)
    follow(phone.get_by_role("button", name="Keep what I typed"))
    assert number_of(phone) == 2
    assert Intake.objects.get().phone == "213-555-0122"


def test_signed_out_in_another_tab_and_nothing_is_lost(phone: Page, watch: Watch) -> None:
    watch.allow("status of 403")
    begin(phone)
    walk(phone, until=2)
    follow(phone.get_by_role("button", name="Confirm my email"))
    follow(phone.get_by_role("button", name="Send me the code"))
    type_code(phone, "ana@example.com")
    follow(phone.get_by_role("link", name="Continue with the form"))
    answer(phone, NEW_PATIENT.screen(2), typed(rf_tearing="not_sure"))
    other = phone.context.new_page()
    other.goto("/intake/")
    follow(other.get_by_role("button", name="Sign out"))
    go_on(phone)
    while phone.get_by_role("button", name="Send this again").count():
        follow(phone.get_by_role("button", name="Send this again"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Sign in to save what you typed")
    fine(phone)
    phone.get_by_label("The email or phone on your form").fill("ana@example.com")
    follow(phone.get_by_role("button", name="Send me a code"))
    type_code(phone, "ana@example.com")
    fine(phone)
    follow(phone.get_by_role("button", name="Save and continue"))
    assert number_of(phone) == 3
    assert Intake.objects.get().current().raw["rf_tearing"] == "not_sure"


def test_a_stranger_with_the_address_sees_nothing(phone: Page, open_page: OpenPage, watch: Watch) -> None:
    watch.allow("status of 404")
    begin(phone)
    walk(phone, until=2)
    stranger = open_page()
    stranger.goto(phone.url)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("We cannot open this form here")
    expect(stranger.get_by_text("Ana")).to_have_count(0)
    fine(stranger)


def test_after_sending_extras_and_changes_are_there(open_page: OpenPage) -> None:
    page = open_page(width="desktop")  # the phone has its own whole walk (test_patient_walk)
    begin(page)
    raw = typed(email="")
    walk(page, raw)
    follow(page.get_by_role("link", name="My answers are right"))
    answer(page, NEW_PATIENT.screen(number_of(page)), raw)
    go_on(page)
    fine(page)
    follow(page.get_by_role("link", name="Answer more questions"))
    fine(page)
    field(page, "goal_text").fill("my garden")
    follow(page.get_by_role("button", name="Send these answers"))
    expect(page.get_by_role("status")).to_contain_text("We have added this to your form.")
    follow(page.get_by_role("button", name="Change an answer"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    page.goto(reverse("intake:sent", args=[Intake.objects.get().ref]))
    expect(page.get_by_text("You started to change your answers")).to_be_visible()
    fine(page)
