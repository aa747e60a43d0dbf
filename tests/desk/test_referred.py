"""A visit with needles of somebody who may have a consultation only is a task, until it is canceled or moved."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts import services as people
from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType
from clinic.contact import link_of
from clinic.desk import tasks
from intake.pages.drafts import start
from intake.record.models import Intake
from intake.review.models import Case
from intake.review.services import decide, version_of
from intake.screening import Tier
from tests.booking.builders import make_patient
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
TASKS_PAGE = reverse("desk:tasks")


def refer(form: Intake, *, patient: Patient | None) -> None:
    """A practitioner decides that there are no needles."""
    case = Case.objects.create(intake=form, patient=patient, tier=Tier.HOLD, opened_at=NOW, waiting_since=NOW)
    seen = version_of(form.current())
    noor = User.objects.get(email="noor@clinic.example")
    decide(case, by=noor, at=NOW, seen=seen, outcome="refer", reason="Rule out.", patient_words="Call us, please.")


def put_off(patient: Patient) -> None:
    form = Intake.objects.get(patient=patient)
    form.answers.create(document={"raw": {}}, saved_at=NOW)
    refer(form, patient=patient)


def referred() -> list[Appointment]:
    return list(tasks.referred(on=TODAY, at=NOW))


def test_the_visit_is_a_task_with_the_phone_number(desk: Client, visit: Appointment, anas: Patient) -> None:
    assert "Visits to change now" not in desk.get(TASKS_PAGE).text
    put_off(anas)
    page = desk.get(TASKS_PAGE).text
    assert "Visits to change now" in page
    assert f'href="{link_of(anas.phone)}"' in page
    assert reverse("desk:visit", args=[visit.ref]) in page
    assert "Rule out" not in page
    assert "Call us, please" not in page
    assert "1 visit to change now" in desk.get(reverse("desk:day")).text


def test_it_is_no_task_once_it_is_canceled(visit: Appointment, anas: Patient, rui: User) -> None:
    put_off(anas)
    assert referred() == [visit]
    services.cancel(visit, reason="cannot_come", by=rui, at=NOW)
    assert referred() == []


def test_a_consultation_is_no_task(anas: Patient, consultation: VisitType, rui: User) -> None:
    put_off(anas)
    start_at = NOW + timedelta(hours=4)
    services.book(patient=anas, visit_type=consultation, start=start_at.replace(minute=0), by=rui, at=NOW)
    assert referred() == []


def test_the_visit_of_a_linked_record_is_one_too(visit: Appointment, anas: Patient, rui: User) -> None:
    other = make_patient("old@example.com", "Ana Old")
    people.link(anas, other, by=rui, at=NOW)
    put_off(other)
    assert referred() == [visit]


def test_a_word_on_an_unsent_form_of_the_mailbox_counts(visit: Appointment, anas: Patient) -> None:
    form = start(at=NOW, by=anas.user)
    refer(form, patient=None)
    assert referred() == [visit]


def test_a_newer_decision_takes_it_back(visit: Appointment, anas: Patient) -> None:
    put_off(anas)
    form = Intake.objects.get(patient=anas)
    case = Case.objects.create(intake=form, patient=anas, tier=Tier.HOLD, opened_at=NOW, waiting_since=NOW)
    noor = User.objects.get(email="noor@clinic.example")
    later = NOW + timedelta(hours=1)
    decide(case, by=noor, at=later, seen=version_of(form.current()), outcome="clear", reason="Seen by a doctor.")
    assert referred() == []
