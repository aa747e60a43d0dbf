"""From an unread form to the first needle: the desk, the practitioner, the form, its cautions, and then the visit."""

from datetime import datetime

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, State, VisitType
from tests.desk.forms import make_sent
from tests.journeys.conftest import OpenPage
from tests.journeys.known import known
from tests.journeys.staff import fine
from tests.journeys.test_desk import day_of, midday, soon, state_of, treatment  # noqa: F401  (fixtures of the same day)
from tests.support.answers import Answers
from tests.support.browser import follow


@pytest.fixture
def una(treatment: VisitType, answers: Answers) -> Patient:  # noqa: F811
    return make_sent(answers, at=timezone.now(), allergies=["latex"], allergies_other="Red hands from gloves")


@pytest.fixture
def visit(una: Patient, treatment: VisitType, rui: User, soon: datetime) -> Appointment:  # noqa: F811
    made = services.book(patient=una, visit_type=treatment, start=soon, by=rui, at=timezone.now())
    return services.arrive(made, by=rui, at=timezone.now())


def test_nobody_is_needled_on_a_form_that_nobody_has_read(open_page: OpenPage, visit: Appointment, rui: User) -> None:
    desk, noor = open_page(width="phone"), open_page(width="phone")
    known(desk, rui)
    desk.goto(day_of(visit))
    expect(desk.get_by_role("main")).to_contain_text("Not read yet")
    follow(desk.get_by_role("button", name="Start Una Unread"))
    expect(desk.get_by_role("main")).to_contain_text("Ask the practitioner to open it. Then start the visit.")
    assert state_of(visit) == State.ARRIVED
    known(noor, "noor@clinic.example")
    noor.goto(day_of(visit))
    follow(noor.get_by_role("button", name="Start Una Unread"))
    fine(noor)
    follow(noor.get_by_role("link", name="Open the form"))
    expect(noor.get_by_role("heading", level=1)).to_have_text("Una Unread")
    follow(noor.get_by_role("link", name="Back to the visit"))
    fine(noor)
    expect(noor.get_by_role("heading", level=2)).to_have_text("Latex or skin cleaner allergy")
    follow(noor.get_by_role("button", name="I have read it: start the visit"))
    assert state_of(visit) == State.WITH
    desk.goto(day_of(visit))
    expect(desk.get_by_role("main")).not_to_contain_text("Not read yet")
