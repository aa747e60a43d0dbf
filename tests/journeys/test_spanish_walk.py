"""A patient who reads Spanish: from the first page into the form, a red flag on the way, sent, and booked."""

import re
from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts.models import Patient, User
from clinic.booking.models import Appointment, VisitType
from clinic.demo.forms import typed
from clinic.site_settings import services as site_settings
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Intake
from intake.review.models import Alert, CallLog
from intake.review.services import log_call
from tests.journeys import WHOLE
from tests.journeys.patient import answer, code_for, fine, go_on, number_of, walk
from tests.journeys.test_booking_patient import consultation as consultation
from tests.support.browser import follow

ANA = "ana@example.com"
NUMB = NEW_PATIENT.number_of("rf_saddle_numb")
# Words that stand in nearly every English sentence and in no Spanish one.
ENGLISH = re.compile(r"\b(?:the|you|your|and|we|with|this|that|are|is|of|for|from|to|please|our|will)\b", re.IGNORECASE)

# But for what is told to be English, and the title of a study.
WHAT_IS_SAID = """() => {
  const body = document.body.cloneNode(true);
  body.querySelectorAll("[lang=en], .source").forEach((part) => part.remove());
  return body.textContent;
}"""


@pytest.fixture
def spanish(phone: Page, consultation: VisitType) -> Iterator[Page]:
    """A phone on which every page that was opened is looked at: no sentence of it is English."""
    VisitType.objects.update(about="")  # the clinic writes it in one language
    about = site_settings.current()
    about.name = "Lantern Street"
    about.save()
    site_settings.forget()
    read: dict[str, str] = {}

    def note(page: Page) -> None:
        if "/es/" in page.url:
            read[page.url] = page.evaluate(WHAT_IS_SAID)

    phone.on("domcontentloaded", note)
    yield phone
    phone.remove_listener("domcontentloaded", note)
    found = {url: words for url, text in read.items() if (words := sorted(set(ENGLISH.findall(text))))}
    assert len(read) > (20 if WHOLE else 15)
    assert found == {}


@pytest.mark.heavy
def test_the_whole_way_in_spanish_with_a_red_flag(spanish: Page) -> None:
    page, noor = spanish, User.objects.get(email="noor@clinic.example")
    page.goto("/")
    follow(page.get_by_role("banner").get_by_role("link", name="Español"))
    fine(page)
    follow(page.get_by_role("main").locator('a[href="/es/intake/"]').first)
    follow(page.locator('main form[action="/es/intake/start/"] button').first)
    walk(page, every_kind=True, until=NUMB)
    answer(page, NEW_PATIENT.screen(NUMB), typed(rf_saddle_numb="yes"))
    fine(page)
    go_on(page)
    expect(page.get_by_role("link", name="Llamar al 911")).to_have_attribute("href", "tel:911")
    fine(page)
    follow(page.locator("button[value=mistake]"))
    walk(page, every_kind=True)
    fine(page)
    follow(page.locator('main a[href$="/25/"].button'))
    answer(page, NEW_PATIENT.screen(number_of(page)), typed())
    go_on(page)
    follow(page.locator("main form .button").first)
    page.locator("[name=code]").fill(code_for(ANA))
    follow(page.locator("main form .button").first)
    fine(page)
    sent = Intake.objects.get()
    assert (sent.language, Patient.objects.get().language, sent.submitted_at is not None) == ("es", "es", True)
    # A practitioner calls: until then nothing can be booked.
    log_call(
        Alert.objects.get(),
        by=noor,
        at=timezone.now(),
        outcome=CallLog.Outcome.REACHED,
        note="",
        close=True,
        seen=Alert.objects.get().version,
    )
    page.goto("/es/visits/book/")
    follow(page.locator("main .cards a, main h2 a, main h3 a").first)
    page.locator("main input[type=radio]").nth(1).check(force=True)
    follow(page.locator("main form .button").first)
    fine(page)
    assert Appointment.objects.get().patient.full_name == sent.full_name
    page.goto("/es/visits/")
    fine(page)
