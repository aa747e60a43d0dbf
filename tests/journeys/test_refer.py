"""Decided last week and found in one search; then changed, referred, a visit to cancel, and what the patient reads."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from intake.pages import sending
from intake.record.models import Intake
from intake.review.models import Case, DoctorLetter
from tests.booking.own import RECORD
from tests.desk.forms import decide, make_sent
from tests.intake.forms import fill
from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import known
from tests.journeys.staff import fine
from tests.journeys.test_desk import midday, soon, treatment  # noqa: F401  (fixtures of the same day)
from tests.support.answers import Answers
from tests.support.browser import follow

WORDS = "Please see your doctor about the seizure first. Then call us."


@pytest.fixture
def una(treatment: VisitType, answers: Answers) -> Patient:  # noqa: F811
    """A patient whom Noor cleared with limits last week."""
    at, noor = timezone.now() - timedelta(days=7), User.objects.get(email="noor@clinic.example")
    patient = make_sent(answers, at=at, seizure="remote")
    until = timezone.localdate() + timedelta(days=60)
    decide(patient, "limits", by=noor, at=at, limits=["no_electro"], until=until)
    return patient


@pytest.fixture
def visit(una: Patient, treatment: VisitType, rui: User, soon: datetime) -> Appointment:  # noqa: F811
    return services.book(patient=una, visit_type=treatment, start=soon, by=rui, at=timezone.now())


@both_ways
def test_a_decision_is_found_then_the_patient_is_referred_and_everybody_reads_what_follows(
    open_page: OpenPage, scripts: bool, visit: Appointment, answers: Answers, rui: User
) -> None:
    mailbox = visit.patient.user
    assert mailbox is not None
    noor, desk, phone = open_page(width="desktop"), open_page(width="desktop"), open_page(width="phone")
    known(noor, User.objects.get(email="noor@clinic.example"))
    noor.goto(reverse("admin:review_case_changelist"))
    noor.get_by_label("Name, reference, or birth date").fill("unread")
    follow(noor.get_by_role("button", name="Find"))
    for words in ("Closed", "Clear with limits", "No electrical stimulation", "Noor Inventada"):
        expect(noor.locator("table.queue tbody")).to_contain_text(words)
    fine(noor)

    form, at = Intake.objects.get(patient=visit.patient), timezone.now()
    sending.change(form, by=mailbox, at=at)
    fill(answers(full_name="Una Unread", email=mailbox.email, seizure="active"), intake=form, by=mailbox, at=at)
    sending.submit(Intake.objects.get(pk=form.pk), by=mailbox, at=at)

    noor.goto(reverse("admin:review_case_changelist"))
    follow(noor.get_by_role("link", name="Una Unread", exact=True))
    noor.get_by_label("Refer or do not needle").check()
    noor.get_by_label("What the patient reads").fill(WORDS)
    noor.get_by_label("Reason").fill("A seizure last month.")
    follow(noor.get_by_role("button", name="Save decision"))
    noor.goto(reverse("admin:review_case_change", args=[Case.objects.latest("pk").ref]))
    follow(noor.get_by_role("link", name="Write to the patient’s doctor"))
    noor.get_by_label("Doctor’s name and address").fill("Dr. Invented")
    noor.get_by_label("Please see this patient").check()
    noor.get_by_label("Seizures or epilepsy").first.check()
    follow(noor.get_by_role("button", name="Make the draft"))
    fine(noor)
    follow(noor.get_by_role("button", name="Keep and print"))
    expect(noor.locator(".doctor-letter")).to_contain_text("Seizures or epilepsy")
    fine(noor)
    assert DoctorLetter.objects.get().to == "Dr. Invented"

    known(desk, rui)
    desk.goto(reverse("desk:tasks"))
    expect(desk.get_by_role("main")).to_contain_text("Visits to change now")
    expect(desk.get_by_role("main")).not_to_contain_text("seizure")
    fine(desk)
    follow(desk.get_by_role("link", name="Una Unread").first)
    expect(desk.get_by_role("main")).to_contain_text("Consultation only")

    known(phone, mailbox)
    for address in (reverse("booking:mine"), RECORD):
        phone.goto(address)
        expect(phone.get_by_role("main")).to_contain_text(WORDS)
        fine(phone)
