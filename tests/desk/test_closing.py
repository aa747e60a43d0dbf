"""The end of a day, a practitioner who is ill, and the waiting list."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, DayException, State, VisitType, WaitingEntry
from clinic.outbox import letters
from clinic.outbox.models import Letter
from tests.booking.builders import make_patient
from tests.desk.test_day import plain
from tests.desk.test_visits import state
from tests.support.cast import sign_in
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
CLOSE, ILL, WAITING = reverse("desk:close"), reverse("desk:ill"), reverse("desk:waiting")


def test_the_list_is_closed_in_the_evening(
    treatment: VisitType, consultation: VisitType, rui: User, frozen: Any
) -> None:
    bo, cy = make_patient("bo@example.com", "Bo Came"), make_patient("cy@example.com", "Cy Away")
    soon = NOW + timedelta(minutes=5)
    came = services.book(patient=bo, visit_type=treatment, start=soon, by=rui, at=NOW)
    away = services.book(patient=cy, visit_type=consultation, start=soon + timedelta(hours=1), by=rui, at=NOW)
    assert "Some visits are still ahead" in sign_in(rui).post(CLOSE).text
    frozen.shift(timedelta(hours=8))
    desk = sign_in(rui)
    page = plain(desk.get(CLOSE).text)
    assert "10:35 am, Bo Came, Treatment (Booked, late)" in page
    done = desk.post(CLOSE, {f"came-{came.ref}": "completed", f"came-{away.ref}": "no_show"}, follow=True)
    assert "The day is closed: 2 visits." in done.text
    assert (state(came), state(away)) == (State.COMPLETED, State.NO_SHOW)
    assert "This day is closed" in desk.get(CLOSE).text


def test_a_strange_outcome_is_a_sentence(visit: Appointment, rui: User, frozen: Any) -> None:
    frozen.shift(timedelta(hours=9))
    page = sign_in(rui).post(CLOSE, {f"came-{visit.ref}": "vanished"}).text
    assert "Choose “Arrived” or “No-show” for every visit." in page
    assert state(visit) == State.BOOKED


def test_yesterday_left_open_is_a_task(visit: Appointment, rui: User, frozen: Any) -> None:
    frozen.shift(timedelta(days=1))
    desk = sign_in(rui)
    assert "1 past visit not closed" in desk.get(reverse("desk:day")).text
    assert "/desk/close/?day=2026-03-03" in desk.get(reverse("desk:tasks")).text


def test_a_practitioner_is_ill_today(desk: Client, visit: Appointment, noors: Practitioner) -> None:
    page = desk.get(ILL, {"practitioner": str(noors.pk), "day": "2026-03-03"}).text
    assert "213-555-0101" in page
    done = desk.post(ILL, {"practitioner": str(noors.pk), "day": "2026-03-03"}, follow=True)
    assert "Noor Inventada is out" in done.text
    assert DayException.objects.get().practitioner == noors
    noted = desk.post(reverse("desk:call", args=[visit.ref]), {"outcome": "voicemail"}, follow=True)
    assert "Voicemail left, 10:30 am" in plain(noted.text)
    reached = desk.post(reverse("desk:call", args=[visit.ref]), {"outcome": "reached"}, follow=True)
    assert "reached" in plain(reached.text)
    assert (
        "Choose what happened on the call."
        in desk.post(reverse("desk:call", args=[visit.ref]), {"outcome": "eaten"}, follow=True).text
    )


def test_an_ill_practitioners_visit_is_moved_from_the_same_page(
    desk: Client, visit: Appointment, noors: Practitioner
) -> None:
    desk.post(ILL, {"practitioner": str(noors.pk), "day": "2026-03-03"})
    page = desk.get(ILL, {"practitioner": str(noors.pk), "day": "2026-03-03"}).text
    code = page.partition('<option value="')[2].partition('"')[0]
    sent = {"at": code, "started_by": "clinic", "reason": "practitioner_away"}
    desk.post(reverse("desk:move", args=[visit.ref]), sent)
    assert (state(visit), visit.ended_reason, visit.ended_by) == (State.MOVED, "practitioner_away", "clinic")


def test_nobodys_illness_is_not_found(desk: Client, noors: Practitioner) -> None:
    assert desk.get(ILL, {"practitioner": "999999"}).status_code == 404
    assert desk.get(ILL, {"practitioner": "x"}).status_code == 404


def test_somebody_is_put_on_the_waiting_list_and_taken_off(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner
) -> None:
    assert "No one is waiting" in desk.get(WAITING).text
    assert "Add Ana Costa Silva to the waiting list" in desk.get(WAITING, {"patient": anas.ref}).text
    sent = {"patient": anas.ref, "type": "treatment", "practitioner": noors.pk, "weekdays": ["0", "2"]}
    sent |= {"parts": ["morning"], "urgent": "1", "until": "2026-03-20"}
    page = plain(desk.post(WAITING, sent, follow=True).text)
    assert "Ana Costa Silva Urgent Treatment, Noor Inventada. Waiting 0 min." in page
    assert "Monday, Wednesday, Morning, before noon, until Fri, Mar 20, 2026" in page
    assert "1 person is waiting for a time" in desk.get(reverse("desk:day")).text
    desk.post(reverse("desk:leave", args=[WaitingEntry.objects.get().ref]))
    assert "No one is waiting" in desk.get(WAITING).text


def test_a_wrong_wish_is_a_sentence(desk: Client, anas: Patient, treatment: VisitType) -> None:
    page = desk.post(WAITING, {"patient": anas.ref, "type": "treatment", "until": "2027-03-01"})
    assert "Choose a last day within six months." in page.text
    assert "Choose the visit type." in desk.post(WAITING, {"patient": anas.ref}).text


def test_an_offer_is_declined_on_the_phone(
    desk: Client, anas: Patient, treatment: VisitType, noors: Practitioner, rui: User
) -> None:
    entry = services.join(patient=anas, visit_type=treatment, until=NOW.date(), by=rui, at=NOW)
    start = NOW + timedelta(hours=2)
    made = services.offer(entry=entry, start=start, practitioner=noors.pk, by=rui, at=NOW)
    page = plain(desk.get(WAITING).text)
    assert "Offered: Tue, Mar 3, 2026, 12:30 pm. Held until 12:30 pm." in page
    desk.post(reverse("desk:answer", args=[made.ref]), {"answer": "no"})
    made.refresh_from_db()
    assert made.state == "declined"


def test_a_letter_that_was_given_up_is_a_task_with_a_phone_number(desk: Client, visit: Appointment) -> None:
    assert "did not arrive" not in desk.get(reverse("desk:day")).text
    Letter.objects.filter(about=f"booking.appointment:{visit.ref}").update(state=Letter.State.DEAD)
    letters.enqueue("intake.received", key="k", to="zed@example.com", at=NOW)
    Letter.objects.filter(key="k").update(state=Letter.State.DEAD)
    assert "2 messages not delivered" in desk.get(reverse("desk:day")).text
    page = plain(desk.get(reverse("desk:tasks")).text)
    assert "Ana Costa Silva About a visit, to ana@example.com 213-555-0101" in page
    assert "zed@example.com About a form" in page
