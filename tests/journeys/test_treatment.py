"""A treatment and its note: begun on the visit, signed, added to, on paper; and consent withdrawn."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from intake.review import withdrawal
from intake.review.models import Case
from intake.review.services import case_version, decide, open_case
from intake.treatment.models import TreatmentNote
from tests.desk.forms import make_sent
from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.known import known
from tests.journeys.staff import fine
from tests.journeys.test_desk import midday, soon, treatment  # noqa: F401  (fixtures of the same day)
from tests.support.answers import Answers
from tests.support.browser import follow

NOOR = "noor@clinic.example"


@pytest.fixture
def una(treatment: VisitType, answers: Answers) -> Patient:  # noqa: F811
    """A patient whom Noor has cleared, with no electrical stimulation and never face down."""
    at, noor = timezone.now(), User.objects.get(email=NOOR)
    patient = make_sent(answers, at=at, seizure="active")
    case = Case.objects.get(patient=patient)
    seen = case_version(case, open_case(case, by=noor, at=at))
    until = timezone.localdate(at) + timedelta(days=60)
    decide(
        case,
        by=noor,
        at=at,
        seen=seen,
        outcome="limits",
        reason="Controlled.",
        limits=["no_electro", "no_prone"],
        until=until,
        question="",
        patient_words="",
    )
    return patient


@pytest.fixture
def visit(una: Patient, treatment: VisitType, rui: User, soon: datetime) -> Appointment:  # noqa: F811
    made = services.book(patient=una, visit_type=treatment, start=soon, by=rui, at=timezone.now())
    services.arrive(made, by=rui, at=timezone.now())
    return services.start(made, by=rui, at=timezone.now())


def write(page: Page) -> None:
    page.get_by_label("I went over the risks").check()
    page.get_by_label("Low back", exact=True).check()
    page.locator("[name=points]").fill("BL23 both, ST36 L, the sore spot")
    page.get_by_label("Electrical stimulation").check()
    page.get_by_label("Usual").check()
    page.get_by_label("On the side").check()
    page.get_by_label("Number of needles").fill("8")
    page.get_by_label("Minutes in place").fill("20")
    page.get_by_label("I counted all the needles out").check()
    page.get_by_role("group", name="Was there a reaction?").get_by_label("No", exact=True).check()


@both_ways
def test_a_note_from_the_visit_to_paper(open_page: OpenPage, scripts: bool, visit: Appointment) -> None:
    page = open_page(width="phone")
    known(page, NOOR)
    page.goto(f"/desk/visits/{visit.ref}/")
    follow(page.get_by_role("button", name="Treatment note"))
    expect(page.get_by_role("main")).to_contain_text("No electrical stimulation")
    fine(page)
    write(page)
    follow(page.get_by_role("button", name="Sign the note"))
    fine(page)
    expect(page.get_by_role("main")).to_contain_text("This note goes past a limit")
    page.get_by_label("Electrical stimulation").uncheck()
    page.get_by_label("Needles by hand").check()
    follow(page.get_by_role("button", name="Sign the note"))
    expect(page.get_by_role("main")).to_contain_text("The note is signed.")
    fine(page)
    page.get_by_label("Add to this note").fill("She called: no bruise.")
    follow(page.get_by_role("button", name="Add"))
    expect(page.get_by_role("main")).to_contain_text("She called: no bruise.")
    follow(page.get_by_role("link", name="Print this note"))
    fine(page)
    expect(page.get_by_role("main")).to_contain_text("BL23 (both), ST36 (left), the sore spot")
    assert TreatmentNote.objects.get().content["past"] == []
    follow(page.get_by_role("link", name="All notes"))
    fine(page)
    page.get_by_text("The patient withdraws consent").click()
    page.get_by_label("What the patient said").fill("No more needles for now.")
    follow(page.get_by_role("button", name="No needles from now on"))
    expect(page.get_by_role("main")).to_contain_text("Consent is withdrawn: no needles")
    fine(page)
    assert withdrawal.is_withdrawn(visit.patient)
    page.goto("/treatment/register/")
    fine(page)
    expect(page.get_by_role("main")).to_contain_text("1 signed treatment")


@both_ways
def test_a_reaction_is_described_where_it_is_told(open_page: OpenPage, scripts: bool, visit: Appointment) -> None:
    """With scripts the fields open at "Yes" and stay while something stands in them; without, they stand there."""
    page = open_page(width="phone")
    known(page, NOOR)
    page.goto(f"/desk/visits/{visit.ref}/")
    follow(page.get_by_role("button", name="Treatment note"))
    write(page)
    page.get_by_label("Electrical stimulation").uncheck()
    page.get_by_label("Needles by hand").check()
    described, told = (
        page.get_by_label("More about the reaction"),
        page.get_by_role("group", name="Was there a reaction?"),
    )
    expect(described).to_be_visible(visible=not scripts)
    told.get_by_label("Yes", exact=True).check()
    expect(described).to_be_visible()
    fine(page)
    described.fill("Fainted when she sat up.")
    told.get_by_label("No", exact=True).check()
    follow(page.get_by_role("button", name="Sign the note"))
    expect(page.get_by_role("main")).to_contain_text("This note says “no reaction” and describes one.")
    expect(described).to_have_value("Fainted when she sat up.")
    fine(page)
    told.get_by_label("Yes", exact=True).check()
    page.get_by_role("group", name="What happened?").get_by_role("checkbox").first.check()
    page.get_by_role("group", name="How bad was it?").get_by_role("radio").first.check()
    follow(page.get_by_role("button", name="Sign the note"))
    expect(page.get_by_role("main")).to_contain_text("Fainted when she sat up.")
    assert TreatmentNote.objects.get().content["has_reactions"] == "yes"
