"""Ada, Edda and Rui at work: every page they have, on a phone and at a desk, with scripts and without."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from clinic.accounts.models import User
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from intake.pages import sending
from intake.record.models import Intake
from tests.accounts.helpers import app_of, digits, words
from tests.audit.books import recorded
from tests.intake.forms import fill
from tests.journeys import WHOLE, both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import at_work
from tests.journeys.staff import either_end, enrol, fine, fine_at_both_widths, type_password
from tests.support.answers import Answers
from tests.support.browser import DESKTOP, follow
from tests.support.cast import PASSWORD


@pytest.fixture
def unsent(answers: Answers) -> Intake:
    """A form of somebody without an e-mail address, sent and waiting for the desk's call."""
    filled = fill(answers(email=""), by=None, at=timezone.now())
    return sending.submit(filled, by=None, at=timezone.now())


@both_ways
def test_ada_looks_at_every_page_she_has(open_page: OpenPage, scripts: bool, ada: User, noor: User) -> None:
    page = open_page(width="desktop")
    at_work(page, ada)
    expect(page.get_by_role("heading", level=1)).to_have_text("Home")
    fine_at_both_widths(page)
    # On a phone one list, one form and the widest form; in the battery the others too.
    on_a_phone = [
        "/admin/accounts/user/",
        f"/admin/accounts/user/{noor.pk}/change/",
        f"/admin/accounts/user/{noor.pk}/history/",
        f"/admin/site_settings/clinicprofile/{site_settings.current().pk}/change/",
        "/transfer/due/",
        "/account/second-factor/",
        "/account/password/",
    ]
    others = [
        "/admin/accounts/practitioner/",
        f"/admin/accounts/practitioner/{noor.practitioner.pk}/change/",
        "/admin/audit/entry/",
        f"/admin/audit/entry/{recorded('intake.read', by=noor, at=timezone.now()).pk}/change/",
        "/admin/outbox/letter/",
        "/admin/outbox/jobrun/",
    ]
    for address in [*others, *on_a_phone]:
        page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]  # a plain dict of two sizes
        page.goto(address)
        assert page.url.endswith(address)
        look = fine_at_both_widths if WHOLE or address in on_a_phone else fine
        look(page)


@either_end
def test_ada_invites_somebody_who_then_signs_in(open_page: OpenPage, width: str, scripts: bool, ada: User) -> None:
    page = open_page(width=width)
    at_work(page, ada)
    follow(page.get_by_role("link", name="Invite a staff member"))
    fine(page)
    follow(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator("p.errornote")).to_be_visible()
    fine(page)
    page.get_by_label("Name:").fill("Mei Invented")
    page.get_by_label("Email:").fill("mei@clinic.example")
    page.get_by_label("Role").select_option(label="Practitioner")
    follow(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".messagelist")).to_be_visible()
    page.goto("/admin/accounts/user/?q=mei")
    expect(page.locator("#result_list")).to_contain_text("Mei Invented")
    fine(page)
    page.goto("/admin/outbox/letter/")
    expect(page.locator("#result_list")).to_contain_text("mei@clinic.example")
    fine(page)
    letter = Letter.objects.get(to="mei@clinic.example")
    page.goto(f"/admin/outbox/letter/{letter.pk}/change/")
    link = re.search(r"https?://\S+/invitation/\S+", words(letter))
    assert link is not None
    assert link[0] not in page.content()
    fine(page)

    mei = open_page(width=width)
    mei.goto(link[0])
    fine(mei)
    follow(mei.get_by_role("button", name="Save my password"))
    expect(mei).to_have_title("Error: Choose your password – The clinic")
    fine(mei)
    for label in ("New password", "Repeat the new password"):
        mei.get_by_label(label, exact=True).fill(PASSWORD)
    follow(mei.get_by_role("button", name="Save my password"))
    expect(mei.get_by_text("Your password is set. Sign in with it now.")).to_be_visible()
    type_password(mei, "mei@clinic.example")
    enrol(mei)
    expect(mei.get_by_role("heading", level=1)).to_have_text("My day")
    expect(mei.get_by_text("Every form is read.")).to_be_visible()
    fine(mei)


@either_end
def test_ada_changes_the_clinics_profile(open_page: OpenPage, width: str, scripts: bool, ada: User) -> None:
    page = open_page(width=width)
    at_work(page, ada)
    follow(page.get_by_role("link", name="Clinic settings: hours, address, colors"))
    page.get_by_label("Name:", exact=True).fill("")
    follow(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator("p.errornote")).to_be_visible()
    fine(page)
    page.get_by_label("Name:", exact=True).fill("Lantern Street, invented")
    page.locator("#id_hours-0-weekday").select_option(label="Monday")
    page.locator("#id_hours-0-opens").fill("09:00")
    page.locator("#id_hours-0-closes").fill("17:00")
    follow(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".messagelist")).to_be_visible()
    fine(page)
    clinic = site_settings.current()
    assert (clinic.name, clinic.hours.count()) == ("Lantern Street, invented", 1)


@either_end
def test_edda_finds_her_work_and_has_no_dead_end(open_page: OpenPage, width: str, scripts: bool, edda: User) -> None:
    page = open_page(width=width)
    at_work(page, edda)
    expect(page.get_by_role("main")).to_contain_text("You write the articles that patients read.")
    fine(page)
    follow(page.get_by_role("link", name="Drafts"))
    fine(page)
    page.go_back()
    follow(page.get_by_role("link", name="Write an article"))
    fine(page)
    follow(page.get_by_role("link", name="Home").first)
    expect(page.get_by_role("main")).to_contain_text("You write the articles that patients read.")


@either_end
def test_rui_accepts_a_form_by_phone_and_sees_no_answer(
    open_page: OpenPage, width: str, scripts: bool, rui: User, unsent: Intake
) -> None:
    page = open_page(width=width)
    at_work(page, rui)
    expect(page).to_have_title("Day – The clinic")
    fine(page)
    follow(page.get_by_role("link", name="1 form to confirm by phone"))
    fine(page)
    follow(page.get_by_role("button", name="I talked to them: accept"))
    expect(page.get_by_role("button", name="I talked to them: accept")).to_have_count(0)
    fine(page)
    unsent.refresh_from_db()
    assert unsent.accepted_at is not None
    page.goto("/admin/")
    expect(page).to_have_url(re.compile(r"/desk/$"))
    expect(page.get_by_text("Your work is here, not in the admin.")).to_be_visible()


def test_the_pages_around_signing_in(open_page: OpenPage, noor: User) -> None:
    secret = app_of(noor)
    page = open_page(width="phone")
    page.goto("/account/password/forgotten/")
    fine(page)
    page.get_by_label("Work email").fill(noor.email)
    follow(page.get_by_role("button", name="Send me a code"))
    fine(page)
    page.get_by_label("Code").fill("WRNG-CODE")
    follow(page.get_by_role("button", name="Continue"))
    expect(page).to_have_title("Error: Enter your code – The clinic")
    fine(page)
    page.goto("/account/sign-in/")
    type_password(page, noor.email)
    page.get_by_label("Code", exact=True).fill("12345")
    follow(page.get_by_role("button", name="Continue"))
    expect(page).to_have_title("Error: Your second factor – The clinic")
    fine(page)
    page.get_by_label("Code", exact=True).fill(digits(secret))
    follow(page.get_by_role("button", name="Continue"))
    page.goto("/admin/review/case/")
    follow(page.get_by_role("button", name="Sign out"))
    fine(page)
    page.goto("/admin/review/case/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_letters_that_were_given_up_are_found_and_sent_again(open_page: OpenPage, ada: User) -> None:
    now = timezone.now()
    letters.enqueue("intake.received", key="given up", to="zed@example.com", at=now - timedelta(days=2))
    Letter.objects.update(state=Letter.State.DEAD)
    page = open_page(width="desktop")
    at_work(page, ada)
    follow(page.get_by_role("link", name="See messages that could not be sent"))
    expect(page.locator("#result_list")).to_contain_text("zed@example.com")
    page.locator("input.action-select").check()
    page.get_by_label("Action:").select_option(label="Send again")
    follow(page.get_by_role("button", name="Go"))
    expect(page.locator(".messagelist")).to_have_text("1 email will be sent again.")
    fine(page)
