"""A booked visit with needles that cannot take place is a task with the phone number, until that changes."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.contact import link_of
from clinic.desk import tasks
from intake.pages.drafts import start
from intake.record.models import Intake
from intake.review.models import Alert, Case
from intake.review.services import case_version, decide
from intake.review.withdrawal import withdraw_consent
from intake.screening import Tier
from tests.booking.builders import make_patient
from tests.desk.conftest import TWO
from tests.intake.cases import seen_now
from tests.support.queries import Queries
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
TASKS_PAGE = reverse("desk:tasks")


def decided(
    patient: Patient | None, outcome: str, *, form: Intake | None = None, at: datetime = NOW, **more: Any
) -> None:
    """A practitioner decides on a person's form, or on one that is nobody's yet."""
    form = form or Intake.objects.get(patient=patient)
    if not form.answers.exists():
        form.answers.create(document={"raw": {}}, saved_at=NOW)
    case = Case.objects.create(intake=form, patient=patient, tier=Tier.HOLD, opened_at=at, waiting_since=at)
    noor = User.objects.get(email="noor@clinic.example")
    decide(case, by=noor, at=at, seen=seen_now(form), outcome=outcome, reason="Rule out.", **more)


def refer(patient: Patient | None, *, form: Intake | None = None) -> None:
    decided(patient, "refer", form=form, patient_words="Call us, please.")


def delay(patient: Patient, *, days: int) -> None:
    decided(patient, "delay", until=TODAY + timedelta(days=days))


def limit(patient: Patient, *, days: int) -> None:
    decided(patient, "limits", limits=["no_heat"], until=TODAY + timedelta(days=days))


def withdraw(patient: Patient) -> None:
    assert patient.user is not None
    withdraw_consent(patient, by=patient.user, at=NOW)


def to_change(*, on: date = TODAY, at: datetime = NOW) -> list[Appointment]:
    return [row.visit for row in tasks.to_change(on=on, at=at)]


# What happened, how many days from now the visit is, and whether the desk has to change it.
HAPPENED: list[tuple[str, Callable[[Patient], None], int, bool]] = [
    ("referred", refer, 0, True),
    ("delayed past the visit", lambda patient: delay(patient, days=4), 3, True),
    ("delayed until the visit", lambda patient: delay(patient, days=3), 3, False),
    ("consent withdrawn", withdraw, 30, True),
    ("cleared until the day before", lambda patient: limit(patient, days=2), 3, True),
    ("cleared until the visit", lambda patient: limit(patient, days=3), 3, False),
    ("a question", lambda patient: decided(patient, "more", question="Which one?"), 3, False),
    ("nothing", lambda patient: None, 3, False),
]


@pytest.mark.parametrize(("what", "happens", "days", "is_task"), HAPPENED, ids=[row[0] for row in HAPPENED])
def test_a_visit_that_cannot_take_place_is_a_task(
    desk: Client,
    anas: Patient,
    treatment: VisitType,
    rui: User,
    what: str,
    happens: Callable[[Patient], None],
    days: int,
    is_task: bool,
) -> None:
    visit = services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=days), by=rui, at=NOW)
    assert to_change() == []
    happens(anas)
    assert to_change() == ([visit] if is_task else [])
    words = "1 visit to change now" if days < 2 else "1 visit to change"
    assert (f">{words}</a>" in desk.get(reverse("desk:day")).text) is is_task


def test_a_case_that_is_decided_again_ends_the_visits_that_are_booked(
    anas: Patient, treatment: VisitType, rui: User
) -> None:
    limit(anas, days=20)
    visit = services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=3), by=rui, at=NOW)
    case = Case.objects.get(patient=anas)
    assert (case.state, to_change()) == ("closed", [])
    said: dict[str, Any] = {"outcome": "refer", "patient_words": "Call us, please.", "reason": "Her doctor called."}
    noor = User.objects.get(email="noor@clinic.example")
    decide(case, by=noor, at=NOW, seen=case_version(case), again=True, **said)
    assert to_change() == [visit]


def test_a_clearance_that_has_run_out_ends_the_visits_that_are_booked(
    anas: Patient, treatment: VisitType, rui: User
) -> None:
    limit(anas, days=1)
    visit = services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=1), by=rui, at=NOW)
    assert to_change() == []
    Appointment.objects.update(starts_at=TWO + timedelta(days=3))
    later = NOW + timedelta(days=2)
    assert to_change(on=later.date(), at=later) == [visit]


def test_it_says_what_to_do_and_never_why(desk: Client, anas: Patient, treatment: VisitType, rui: User) -> None:
    services.book(patient=anas, visit_type=treatment, start=TWO + timedelta(days=3), by=rui, at=NOW)
    delay(anas, days=10)
    page = desk.get(TASKS_PAGE).text
    assert "No needles before Fri, Mar 13, 2026. Cancel the visit or book a consultation instead." in page
    assert "Visits to change now" not in page
    assert "Rule out" not in page


def test_a_person_who_has_to_be_called_is_called_first(visit: Appointment, anas: Patient) -> None:
    refer(anas)
    case = Case.objects.get()
    Alert.objects.create(case=case, intake=case.intake, raised_at=NOW, last_at=NOW)
    assert to_change() == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_task_costs_the_same_whoever_comes(
    noors: Practitioner, treatment: VisitType, queries: Queries, count: int
) -> None:
    for number in range(count):
        patient = make_patient(f"p{number}@example.com", f"Pat Number{number}")
        Appointment.objects.create(
            patient=patient,
            practitioner=noors,
            visit_type=treatment,
            starts_at=TWO + timedelta(hours=number),
            minutes=30,
            source="desk",
            created_at=NOW,
        )
        refer(patient)
    with queries(3):  # who may be concerned, with whom they are linked, and where they stand
        assert len(to_change()) == count


def test_the_visit_is_a_task_with_the_phone_number(desk: Client, visit: Appointment, anas: Patient) -> None:
    assert "Visits to change now" not in desk.get(TASKS_PAGE).text
    refer(anas)
    page = desk.get(TASKS_PAGE).text
    assert "Visits to change now" in page
    assert f'href="{link_of(anas.phone)}"' in page
    assert reverse("desk:visit", args=[visit.ref]) in page
    assert "Rule out" not in page
    assert "Call us, please" not in page
    assert "1 visit to change now" in desk.get(reverse("desk:day")).text


def test_it_is_no_task_once_it_is_canceled(visit: Appointment, anas: Patient, rui: User) -> None:
    refer(anas)
    assert to_change() == [visit]
    services.cancel(visit, reason="cannot_come", by=rui, at=NOW)
    assert to_change() == []


def test_a_consultation_is_no_task(anas: Patient, consultation: VisitType, rui: User) -> None:
    refer(anas)
    start_at = NOW + timedelta(hours=4)
    services.book(patient=anas, visit_type=consultation, start=start_at.replace(minute=0), by=rui, at=NOW)
    assert to_change() == []


def test_the_visit_of_a_linked_record_is_one_too(visit: Appointment, anas: Patient, rui: User) -> None:
    other = make_patient("old@example.com", "Ana Old")
    people.link(anas, other, by=rui, at=NOW)
    refer(other)
    assert to_change() == [visit]


def test_a_word_on_an_unsent_form_of_the_mailbox_counts(visit: Appointment, anas: Patient) -> None:
    form = start(at=NOW, by=anas.user)
    refer(None, form=form)
    assert to_change() == [visit]


def test_a_newer_decision_takes_it_back(visit: Appointment, anas: Patient) -> None:
    refer(anas)
    decided(anas, "clear", at=NOW + timedelta(hours=1), lifts="Her doctor wrote.")
    assert to_change() == []
