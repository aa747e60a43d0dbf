"""A patient comes back: reads what they told us, takes it along, and asks for erasure; an administrator answers."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts import roles
from clinic.accounts.erasure import services as erasing
from clinic.accounts.erasure.models import ErasureRequest
from clinic.accounts.models import Patient, User
from tests.desk.forms import make_sent, open_form
from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import known
from tests.journeys.patient import fine, type_code
from tests.journeys.test_booking_patient import heading
from tests.support.answers import Answers
from tests.support.browser import follow
from tests.support.cast import make_staff

UNA = "una@example.com"


@pytest.fixture
def una(transactional_db: None, answers: Answers) -> Patient:
    """Una sent a form two days ago, and Noor has read it."""
    at = timezone.now() - timedelta(days=2)
    patient = make_sent(answers, at=at, email=UNA, blood_thinner="yes", inr_status="in_range")
    noor = make_staff("noor@clinic.example", "Noor Inventada", roles.PRACTITIONER)
    open_form(patient, by=noor, at=at + timedelta(hours=1))
    return patient


@pytest.fixture
def ada(transactional_db: None) -> User:
    return make_staff("ada@clinic.example", "Ada Sample", roles.ADMINISTRATOR)


@both_ways
def test_a_patient_reads_takes_along_and_asks_for_erasure(
    una: Patient, ada: User, open_page: OpenPage, live_server: object
) -> None:
    page = open_page(width="phone")
    page.goto("/visits/record/")
    page.get_by_label("Your email or mobile phone").fill(UNA)
    follow(page.get_by_role("button", name="Send me a code"))
    type_code(page, UNA)
    heading(page, "Your record")
    expect(page.get_by_text("Noor Inventada (practitioner) read your answers.")).to_be_visible()
    fine(page)
    follow(page.get_by_role("link", name="Read what you told us"))
    heading(page, "What you told us")
    fine(page)
    follow(page.get_by_role("link", name="Your record"))
    follow(page.get_by_role("link", name="Download my record"))
    heading(page, "Download your record")
    fine(page)
    assert _download(page, "A health record file (FHIR R4)")["resourceType"] == "Bundle"
    page.goto("/visits/record/erasure/")
    heading(page, "Ask us to erase your data")
    fine(page)
    follow(page.get_by_role("button", name="Send my request"))
    expect(page.get_by_text("Nothing is erased before that.")).to_be_visible()
    fine(page)
    erasing.answer(
        ErasureRequest.objects.get(), outcome="kept", words="We keep it until 2034.", by=ada, at=timezone.now()
    )
    page.reload()
    expect(page.get_by_text("We keep it until 2034.")).to_be_visible()
    fine(page)


def test_an_administrator_answers_a_request(una: Patient, ada: User, open_page: OpenPage) -> None:
    assert una.user is not None
    request = erasing.ask(una, by=una.user, at=timezone.now())
    page = open_page(width="desktop")
    known(page, ada)
    page.goto("/admin/accounts/erasurerequest/")
    page.goto(f"/admin/accounts/erasurerequest/{request.pk}/change/")
    expect(page.get_by_text("The law asks us to keep patient records")).to_be_visible()
    page.get_by_label("What was done").select_option("partly")
    page.get_by_label("Words to the patient").fill("We erased your phone number.")
    follow(page.get_by_role("button", name="Save", exact=True))
    page.goto(f"/admin/accounts/erasurerequest/{request.pk}/change/")
    expect(page.get_by_text("We erased your phone number.")).to_be_visible()


def _download(page: Page, kind: str) -> dict[str, object]:
    with page.expect_download() as download:
        page.locator("li.card").filter(has_text=kind).get_by_role("button").click()
    told: dict[str, object] = json.loads(download.value.path().read_text())
    return told
