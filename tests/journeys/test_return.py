"""Somebody comes back: what has changed, on a phone; then how they are since, and who hears of it."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, State, VisitType
from intake.questionnaire import VISIT_UPDATE
from intake.review import services as review
from intake.review.models import Case
from intake.review.services import case_version
from tests.intake.returning import DAY, full_form, needled
from tests.journeys import WHOLE, both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import at_work, known
from tests.journeys.patient import answer, field, fine, go_on, number_of, type_code
from tests.journeys.test_desk import day_of, midday, soon, state_of, treatment  # noqa: F401  (fixtures of the same day)
from tests.support.browser import follow

ADDRESS = "zed@example.com"


@pytest.fixture
def zoe(treatment: VisitType, zed: User) -> Patient:  # noqa: F811
    """Zoe: her form of last month is read and clear; needled a week ago."""
    now = timezone.now()
    patient = full_form(zed, at=now - timedelta(days=30), full_name="Zoe Wieder")
    noor = User.objects.get(email="noor@clinic.example")
    for case in Case.objects.not_closed():
        review.mark_read(case, by=noor, at=now, seen=case_version(case))
    needled(patient, at=now - timedelta(days=7))
    return patient


@pytest.fixture
def visit(zoe: Patient, treatment: VisitType, rui: User, soon: datetime) -> Appointment:  # noqa: F811
    return services.book(patient=zoe, visit_type=treatment, start=soon, by=rui, at=timezone.now())


def come_in(page: Page, door: str) -> None:
    """Read what an emergency is, type the address, then the code from the letter."""
    page.goto(door)
    expect(page.get_by_role("heading", name="Is this an emergency?")).to_be_visible()
    fine(page)
    page.get_by_label("Your email or mobile phone").fill(ADDRESS)
    follow(page.get_by_role("button", name="Send me a code"))
    type_code(page, ADDRESS)


@dataclass
class Walked:
    """How many screens an update had, and how often something was tapped or written."""

    screens: int = 0
    taps: int = 0


def walk(page: Page, changed: dict[str, Any]) -> Walked:
    """Tap through the update: "Still no to all of these", "No change", and what is new; return what it took.

    The first screen with each kind of question is looked at, and in the battery each screen.
    """
    walked, looked_at = Walked(), set[object]()
    while number := number_of(page):
        screen = VISIT_UPDATE.screen(number)
        walked.screens += 1
        at_once = page.get_by_role("button", name=re.compile("^(Still no to all of these|Still no|No change)$"))
        kinds = {at_once.count() > 0, *(question.kind for question in screen.questions)}
        if WHOLE or kinds - looked_at:
            fine(page)
            looked_at |= kinds
        if at_once.count() and not any(question.code in changed for question in screen.questions):
            follow(at_once)
            walked.taps += 1
            continue
        for question in screen.questions:
            keep = field(page, f"keep-{question.code}")
            if question.code in changed and field(page, question.code).count():
                details = field(page, question.code).first.locator("xpath=ancestor::details[1]")
                if details.count():
                    details.locator("summary").click()
                    walked.taps += 1
            elif keep.count():
                keep.check(force=True)
                walked.taps += 1
        told = {code: value for code, value in {**DAY, **changed}.items() if code in VISIT_UPDATE}
        answer(page, screen, told)
        walked.taps += 1 + sum(bool(told.get(question.code)) for question in screen.questions)
        go_on(page)
        assert number_of(page) != number, f"screen {number} stays: {page.locator('.error').all_inner_texts()}"
    return walked


@pytest.mark.parametrize(("news", "most"), [({}, 21), ({"meds_list": "lisinopril\nvitamin D"}, 23)])
def test_an_ordinary_update_is_short(open_page: OpenPage, visit: Appointment, news: dict[str, Any], most: int) -> None:
    """From the link of the message to "sent": nothing is new, or one medicine is; the code is not counted."""
    phone = open_page(width="phone")
    known(phone, User.objects.get(email=ADDRESS))
    phone.goto("/intake/update/")
    follow(phone.get_by_role("button", name="Begin"))
    walked = walk(phone, news)
    follow(phone.get_by_role("button", name="Send my answers"))
    expect(phone.get_by_role("main")).to_contain_text("Thank you")
    # The link, Begin and Send.
    assert (walked.screens <= 13, walked.taps + 3 <= most) == (True, True), walked


@both_ways
def test_a_new_blood_thinner_before_the_visit_reopens_the_case_and_no_needle_begins(
    open_page: OpenPage, scripts: bool, visit: Appointment, rui: User
) -> None:
    phone, desk, noor = open_page(width="phone"), open_page(width="desktop"), open_page(width="desktop")
    known(desk, rui)
    desk.goto(day_of(visit))
    expect(desk.get_by_role("main")).to_contain_text("Visit update due")
    come_in(phone, "/intake/update/")
    follow(phone.get_by_role("button", name="Begin"))
    news = {"blood_thinner": "yes", "meds_list": "Eliquis 5 mg", "inr_status": "not_warfarin", "rf_bleeding_now": "no"}
    assert walk(phone, news).screens <= 16
    fine(phone)
    follow(phone.get_by_role("button", name="Send my answers"))
    fine(phone)
    expect(phone.get_by_role("main")).to_contain_text("A practitioner will read them before we use needles.")
    services.arrive(visit, by=rui, at=timezone.now())
    desk.goto(day_of(visit))
    follow(desk.get_by_role("button", name="Start Zoe Wieder"))
    expect(desk.get_by_role("main")).to_contain_text("No one has read this form yet.")
    assert state_of(visit) == State.ARRIVED
    at_work(noor, "noor@clinic.example")
    follow(noor.get_by_role("link", name="Zoe Wieder").last)  # the queue stands after the day
    fine(noor)
    expect(noor.get_by_role("main")).to_contain_text("Eliquis 5 mg")


def test_short_of_breath_after_the_visit_is_an_emergency_page_and_a_task(open_page: OpenPage, zoe: Patient) -> None:
    phone, noor = open_page(width="phone"), open_page(width="phone")
    come_in(phone, "/intake/check-in/")
    follow(phone.get_by_role("button", name="Tell us how you are"))
    fine(phone)
    field(phone, "fu_breath", "yes").check(force=True)
    go_on(phone)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Please get help now")
    expect(phone.get_by_role("main")).to_contain_text("Tell them you had acupuncture")
    fine(phone)
    at_work(noor, "noor@clinic.example")
    follow(noor.get_by_role("link", name="Zoe Wieder").first)  # the calls stand before the forms
    fine(noor)
    expect(noor.get_by_role("main")).to_contain_text("Zoe Wieder")
    expect(noor.get_by_role("main")).to_contain_text("Call now")
