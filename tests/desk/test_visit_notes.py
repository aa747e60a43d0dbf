"""From my day to the note: one is begun, gone on with, read, and missed where a completed visit has none."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import User
from clinic.booking.models import Appointment, State
from intake.treatment.models import NoteDraft
from tests.desk.test_day import plain
from tests.intake.treatment.notes import begun, signed
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
MINE = reverse("desk:my_day")


@pytest.fixture
def noor_(noors: object) -> User:
    return User.objects.get(email="noor@clinic.example")


@pytest.fixture
def practitioner(noor_: User) -> Client:
    return sign_in(noor_)


def at_state(visit: Appointment, state: str, *, days: int = 0) -> None:
    """Put a visit where it stands at this moment, some days ago."""
    Appointment.objects.filter(pk=visit.pk).update(state=state, starts_at=NOW - timedelta(days=days, minutes=1))
    visit.refresh_from_db()


@pytest.mark.parametrize("state", [State.WITH, State.COMPLETED])
def test_the_note_of_a_visit_is_one_press_away(
    practitioner: Client, noor_: User, visit: Appointment, state: str
) -> None:
    at_state(visit, state)
    opens = reverse("desk:note", args=[visit.ref])
    page = practitioner.get(MINE).text
    assert (f'formaction="{opens}"' in page, "Write the note" in page) == (True, True)
    opened = practitioner.post(opens)
    draft = NoteDraft.objects.get(visit_ref=visit.ref)
    assert opened["Location"] == reverse("treatment:draft", args=[draft.ref])
    assert "Continue the note" in practitioner.get(MINE).text


@pytest.mark.parametrize("state", [State.BOOKED, State.ARRIVED, State.NO_SHOW])
def test_a_visit_that_has_not_begun_has_none(practitioner: Client, visit: Appointment, state: str) -> None:
    at_state(visit, state)
    assert reverse("desk:note", args=[visit.ref]) not in practitioner.get(MINE).text


@pytest.mark.parametrize(("days", "asked"), [(0, True), (3, True), (14, False)])
def test_a_completed_visit_without_a_note_is_missed_for_two_weeks(
    practitioner: Client, visit: Appointment, days: int, asked: bool
) -> None:
    at_state(visit, State.COMPLETED, days=days)
    page = plain(practitioner.get(MINE).text)
    assert ("Notes to sign" in page, "note missing" in page) == (asked, asked)


def test_begun_it_is_not_signed_yet_and_signed_it_is_missed_no_more(
    practitioner: Client, noor_: User, visit: Appointment
) -> None:
    at_state(visit, State.COMPLETED, days=3)
    begun(visit.patient, noor_, at=visit.starts_at, visit_ref=visit.ref)
    page = plain(practitioner.get(MINE).text)
    assert ("not signed yet" in page, "note missing" in page) == (True, False)
    NoteDraft.objects.all().delete()
    note = signed(visit.patient, noor_, at=visit.starts_at)
    Appointment.objects.filter(pk=visit.pk).update(ref=note.visit_ref)
    assert "Notes to sign" not in plain(practitioner.get(MINE).text)


def test_a_consultation_and_a_colleague_s_visit_are_not_missed(
    practitioner: Client, visit: Appointment, consultation: object
) -> None:
    at_state(visit, State.COMPLETED, days=3)
    Appointment.objects.filter(pk=visit.pk).update(visit_type=consultation)
    assert "Notes to sign" not in plain(practitioner.get(MINE).text)
