"""A room is out of use: its visits get another one together, and the desk is told which could not."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking.models import Appointment, Room, VisitType
from clinic.booking.services import book, change_rooms
from clinic.booking.stranding import stranded_ahead
from clinic.outbox.models import Letter
from tests.booking.builders import make_patient, make_practitioner, make_room
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
HOUR = timedelta(hours=1)


@pytest.fixture
def three(visit: Appointment, treatment: VisitType, noors: Practitioner, rui: User) -> list[Appointment]:
    """Noor's room at two and at three, and Mei's beside it at two: two rooms, and then the first is out of use."""
    mei = make_practitioner("mei@example.com", "Mei Beispiel")
    treatment.practitioners.add(mei)
    make_room("Second room")
    bo, zed = make_patient("bo@example.com", name="Bo Neu"), make_patient("zed@example.com", name="Zed Alt")
    later = book(patient=bo, visit_type=treatment, start=TWO + HOUR, practitioner=noors.pk, by=rui, at=NOW)
    beside = book(patient=zed, visit_type=treatment, start=TWO, practitioner=mei.pk, by=rui, at=NOW)
    assert (visit.room, later.room) != (beside.room, beside.room)
    assert visit.room is not None
    visit.room.active = False
    visit.room.save()
    return [visit, later, beside]


def test_all_get_another_room_and_who_finds_none_is_named(desk: Client, three: list[Appointment]) -> None:
    visit, later, beside = three
    letters = Letter.objects.count()
    page = desk.get(reverse("desk:tasks")).text
    assert ("Use another room for all 2" in page, reverse("desk:rooms") in page) == (True, True)
    after = plain(desk.post(reverse("desk:rooms"), follow=True).text)
    assert "1 visit has another room." in after
    assert "Ana Costa Silva, Tue, Mar 3, 2026, 2:00 pm: No other room is free then. Reschedule the visit." in after
    for row in three:
        row.refresh_from_db()
    assert (later.room, beside.room, visit.state) == (beside.room, beside.room, "booked")
    assert [row.visit for row in stranded_ahead(at=NOW)] == [visit]
    assert Letter.objects.count() == letters  # they come as booked: nobody is told


def test_only_those_that_lack_nothing_but_the_room(three: list[Appointment], rui: User) -> None:
    """Whoever has ended is canceled, and a time outside of the hours needs another one, whatever the room."""
    visit, later, _other = three
    Patient.objects.filter(pk=later.patient_id).update(ended_why="moved", ended_at=NOW)
    outcome = change_rooms(by=rui, at=NOW)
    assert (outcome.changed, [row for row, _why in outcome.left]) == ([], [visit])
    for hours in visit.practitioner.hours.all():
        hours.delete()
    outcome = change_rooms(by=rui, at=NOW)
    assert (outcome.changed, outcome.left) == ([], [])
    assert Room.objects.filter(active=True).count() == 1


def test_once_is_enough(desk: Client, three: list[Appointment]) -> None:
    desk.post(reverse("desk:rooms"))
    Appointment.objects.filter(pk=three[0].pk).update(state="cancelled", ended_reason="cannot_come", ended_by="patient")
    assert "No visit lacks only its room." in plain(desk.post(reverse("desk:rooms"), follow=True).text)
