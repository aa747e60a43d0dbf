"""Noor signs in with both factors, reads the queue, decides a case, calls a patient; six minutes between two visits."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts.models import User
from clinic.templatetags.contact import unbroken
from intake.pages import sending
from intake.record.models import Intake
from intake.review.models import Alert, CallLog, Case, Decision
from tests.accounts.helpers import app_of, digits
from tests.intake.forms import sent
from tests.journeys import ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import at_work, known
from tests.journeys.staff import either_end, enrol, fine, type_password
from tests.support.answers import Answers
from tests.support.browser import choose, follow, has_focus, led_on, press_on, tab_to
from tests.support.cast import PASSWORD

REASON = "No seizure for two years, cleared by the neurologist."


@pytest.fixture
def held(answers: Answers, ana: User) -> Intake:
    return sent(answers(seizure="active", meds_list="levetiracetam 500"), by=ana, at=timezone.now())


@pytest.fixture
def alarmed(answers: Answers, zed: User) -> Intake:
    raw = answers(full_name="Zed Invented", phone="213-555-0142", rf_saddle_numb="yes")
    return sent(raw, by=zed, at=timezone.now())


@pytest.fixture
def enrolled(noor: User) -> str:
    """The secret of Noor's app, set up on an earlier day."""
    return app_of(noor)


def open_case(page: Page, who: User, name: str) -> None:
    """Open somebody's case from the queue, signed in before."""
    known(page, who)
    page.goto("/admin/review/case/")
    follow(page.get_by_role("link", name=name, exact=True))


def save_the_decision(page: Page) -> None:
    follow(page.get_by_role("button", name="Save decision"))


@either_end
def test_the_first_day_from_the_password_to_a_decision(
    open_page: OpenPage, width: str, scripts: bool, noor: User, held: Intake
) -> None:
    page = open_page(width=width)
    page.goto("/account/sign-in/")
    fine(page)
    type_password(page, noor.email, "not-the-password")
    expect(page).to_have_title("Error: Sign in – The clinic")
    fine(page)
    type_password(page, noor.email)

    expect(page.get_by_role("heading", level=1)).to_have_text("Set up your second factor")
    fine(page)
    page.get_by_label("Six digits").fill("000000")
    follow(page.get_by_role("button", name="Set up"))
    expect(page).to_have_title("Error: Set up your second factor – The clinic")
    fine(page)
    enrol(page)

    expect(page.get_by_role("heading", level=1)).to_have_text("My day")
    fine(page)
    follow(page.get_by_role("link", name="Open the queue"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Review")
    fine(page)
    follow(page.get_by_role("link", name="Ana Ejemplo", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Ana Ejemplo")
    flag = page.locator("article.flag").first
    expect(flag).to_contain_text("Have you ever had a seizure or epilepsy?")
    expect(flag).to_contain_text("Yes - in the last 12 months")
    fine(page)

    save_the_decision(page)
    summary = page.locator(".errors")
    expect(summary).to_contain_text("Choose one of the five outcomes.")
    assert has_focus(summary)
    fine(page)

    page.get_by_label("Clear with limits").check()
    page.get_by_label("Reason").fill(REASON)
    save_the_decision(page)
    expect(page.locator(".errors")).to_have_text("Not saved yet Choose at least one limit.")
    follow(page.get_by_role("link", name="Choose at least one limit."))
    expect(page.get_by_label("Reason")).to_have_value(REASON)
    fine(page)

    page.get_by_label("No electrical stimulation").check()
    page.get_by_label("Never left alone").check()
    save_the_decision(page)
    expect(page.locator(".messagelist")).to_contain_text("Your decision is saved.")
    expect(page.get_by_text("Every form is read.")).to_be_visible()
    fine(page)

    follow(page.get_by_role("link", name="Closed"))
    follow(page.get_by_role("link", name="Ana Ejemplo", exact=True))
    expect(page.locator(".history")).to_contain_text(REASON)
    expect(page.locator(".history")).to_contain_text("No electrical stimulation")
    fine(page)
    decision = Decision.objects.get()
    assert (decision.outcome, decision.limits, decision.by) == ("limits", ["no_electro", "not_alone"], noor)


# The practitioner's walk without scripts.
@ways(
    ("width", "scripts"),
    first=[pytest.param("phone", False, marks=pytest.mark.walk, id="phone, scripts off")],
    rest=[pytest.param("desktop", True, id="desktop")],
    indirect=["scripts"],
)
def test_an_emergency_is_called_logged_closed_and_then_decided(
    open_page: OpenPage, width: str, noor: User, enrolled: str, held: Intake, alarmed: Intake
) -> None:
    page = open_page(width=width)
    page.goto("/account/sign-in/")
    type_password(page, noor.email)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your second factor")
    fine(page)
    page.get_by_label("Code", exact=True).fill(digits(enrolled))
    follow(page.get_by_role("button", name="Continue"))
    fine(page)
    follow(page.get_by_role("link", name="Open the queue"))

    first = page.locator("table.queue tbody tr").first
    expect(first).to_contain_text("Zed Invented")
    expect(first).to_contain_text("Call now")
    fine(page)
    follow(page.get_by_role("link", name="Next case: Zed Invented"))
    number = page.get_by_role("link", name=f"Call {unbroken('213-555-0142')}")
    expect(number).to_have_attribute("href", "tel:+12135550142")
    box = number.bounding_box()
    assert box is not None
    assert (box["height"] >= 64, box["y"] < 740) == (True, True)
    expect(page.get_by_role("button", name="Save decision")).to_have_count(0)
    fine(page)

    follow(page.get_by_role("button", name="Take this case"))
    expect(page.get_by_text("You took this case.")).to_be_visible()
    follow(page.get_by_role("button", name="Log the call"))
    expect(page.locator(".errors")).to_contain_text("Choose what happened on the call.")
    fine(page)
    page.get_by_label("Not reached").check()
    page.get_by_label("Close this emergency with this call").check()
    follow(page.get_by_role("button", name="Log the call"))
    expect(page.locator(".errors")).to_contain_text("write what you did instead")
    fine(page)

    page.get_by_label("Voicemail left").check()
    page.get_by_label("Close this emergency with this call").uncheck()
    follow(page.get_by_role("button", name="Log the call"))
    expect(page.locator(".messagelist")).to_contain_text("The call is logged.")
    expect(page.locator(".calls")).to_contain_text("Voicemail left")
    page.get_by_label("Reached, advice given").check()
    page.get_by_label("Note").fill("Spoke to Zed, who is on the way to the hospital with a friend.")
    page.get_by_label("Close this emergency with this call").check()
    follow(page.get_by_role("button", name="Log the call"))

    expect(page.locator(".messagelist")).to_contain_text("The emergency is closed.")
    fine(page)
    page.get_by_label("Refer or do not needle").check()
    page.get_by_label("What the patient reads").fill("Please see a doctor first. Call us when you are home.")
    page.get_by_label("Reason").fill("Sent to the emergency room.")
    save_the_decision(page)
    expect(page.locator("table.queue tbody tr")).to_have_count(1)
    expect(page.locator("table.queue tbody tr")).to_contain_text("Ana Ejemplo")
    assert list(CallLog.objects.order_by("id").values_list("outcome", "closes")) == [
        ("voicemail", False),
        ("advised", True),
    ]
    assert (Alert.objects.open().count(), Decision.objects.get().outcome) == (0, "refer")


@either_end
def test_a_decision_on_an_older_version_is_shown_both_and_sent_again(
    open_page: OpenPage, width: str, scripts: bool, noor: User, held: Intake, answers: Answers, ana: User
) -> None:
    page = open_page(width=width)
    open_case(page, noor, "Ana Ejemplo")
    sending.change(held, by=ana, at=timezone.now())
    sent(answers(seizure="remote", meds_list="levetiracetam 500"), intake=held, by=ana, at=timezone.now())

    page.get_by_label("Clear", exact=True).check()
    page.get_by_label("Reason").fill(REASON)
    save_the_decision(page)

    stale = page.locator(".stale")
    expect(stale).to_contain_text("Not saved: the answers changed after you opened the case")
    expect(stale).to_contain_text("Yes - in the last 12 months")
    expect(stale).to_contain_text("Yes - over 10 years ago or only as a child")
    assert has_focus(stale)
    expect(page).to_have_title(f"Error: Case {held.reference} – The clinic")
    expect(page.get_by_role("heading", name="What changed since the last form")).to_be_visible()
    fine(page)
    assert Decision.objects.count() == 0

    expect(page.get_by_label("Reason")).to_have_value(REASON)
    save_the_decision(page)
    expect(page.locator(".messagelist")).to_contain_text("Your decision is saved.")
    assert Decision.objects.get().words["version"].startswith("2.")


def test_the_whole_way_by_keyboard(open_page: OpenPage, noor: User, enrolled: str, held: Intake) -> None:
    page = open_page(width="desktop")
    page.goto("/account/sign-in/")
    tab_to(page.get_by_label("Work email"))
    page.keyboard.type(noor.email)
    tab_to(page.get_by_label("Password", exact=True))
    page.keyboard.type(PASSWORD)
    with led_on(page):
        press_on(page.get_by_role("button", name="Sign in with password"))
    tab_to(page.get_by_label("Code", exact=True))
    page.keyboard.type(digits(enrolled))
    with led_on(page):
        page.keyboard.press("Enter")
    assert page.url.endswith("/desk/my-day/")
    with led_on(page):
        press_on(page.get_by_role("link", name="Open the queue"))

    page.keyboard.press("Tab")
    assert has_focus(page.get_by_role("link", name="Skip to main content"))
    with led_on(page):
        press_on(page.get_by_role("link", name="Next case: Ana Ejemplo"))
    assert page.url.endswith(f"/{Case.objects.get().ref}/")
    with led_on(page):
        press_on(page.get_by_role("button", name="Save decision"))
    expect(page.locator(".errors")).to_be_visible()
    assert has_focus(page.locator(".errors"))
    press_on(page.get_by_role("link", name="Choose one of the five outcomes."))
    choose(page.get_by_label("Delay until a date"))
    tab_to(page.get_by_label("Review again on"))
    day = timezone.localdate().replace(year=timezone.localdate().year + 1, day=1)
    page.keyboard.type(f"{day:%m%d%Y}")
    tab_to(page.get_by_label("Reason"))
    page.keyboard.type(REASON)
    press_on(page.get_by_role("button", name="Save decision"))
    expect(page.locator(".messagelist")).to_contain_text("Your decision is saved.")
    assert (Decision.objects.get().until, Case.objects.get().state) == (day, "delayed")


def test_only_what_belongs_to_the_chosen_outcome_is_open_and_sent(
    open_page: OpenPage, noor: User, held: Intake
) -> None:
    page = open_page(width="desktop")
    open_case(page, noor, "Ana Ejemplo")
    expect(page.get_by_label("No electrical stimulation")).to_be_hidden()
    page.get_by_label("Clear with limits").check()
    page.get_by_label("No electrical stimulation").check()
    page.get_by_label("Clear", exact=True).check()
    expect(page.get_by_label("No electrical stimulation")).to_be_hidden()
    page.get_by_label("Reason").fill(REASON)
    save_the_decision(page)
    expect(page.locator(".messagelist")).to_contain_text("Your decision is saved.")
    assert (Decision.objects.get().outcome, Decision.objects.get().limits) == ("clear", [])


@pytest.mark.parametrize("scripts", [False], indirect=True)
def test_without_scripts_limits_under_another_outcome_are_asked_about(
    open_page: OpenPage, noor: User, held: Intake
) -> None:
    page = open_page(width="phone")
    open_case(page, noor, "Ana Ejemplo")
    page.get_by_label("No electrical stimulation").check()
    page.get_by_label("Clear", exact=True).check()
    page.get_by_label("Reason").fill(REASON)
    save_the_decision(page)
    expect(page.locator(".errors")).to_contain_text("You checked limits. Choose “Clear with limits” or uncheck them.")
    assert Decision.objects.count() == 0


@ways("width", first=["desktop"], rest=["phone"])
def test_the_pages_are_readable_in_the_dark(
    open_page: OpenPage, width: str, noor: User, held: Intake, alarmed: Intake
) -> None:
    page = open_page(width=width, dark=True)
    at_work(page, noor)
    fine(page)
    for name in ("Zed Invented", "Ana Ejemplo"):
        page.goto("/admin/review/case/")
        follow(page.get_by_role("link", name=name, exact=True))
        page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true })")
        fine(page)


def test_on_paper_every_answer_is_there_and_no_button(open_page: OpenPage, noor: User, held: Intake) -> None:
    page = open_page(width="desktop")
    open_case(page, noor, "Ana Ejemplo")
    answer = page.locator(".answers dd").filter(has_text="levetiracetam 500")
    expect(answer).to_be_hidden()
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(answer).to_be_visible()
    expect(page.get_by_role("heading", name="Seizures or epilepsy")).to_be_visible()
    expect(page.locator("main button:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(answer).to_be_hidden()
