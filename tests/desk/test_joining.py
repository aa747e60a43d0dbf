"""The desk puts somebody on the waiting list: a day that cannot be loses no choice."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from clinic.accounts.models import Patient, User
from clinic.booking import services
from clinic.booking.models import Appointment, VisitType, WaitingEntry
from clinic.transfer.importing.written_times import DAY_FIRST, MONTH_FIRST, order_of
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.support.times import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


@pytest.mark.parametrize("until", ["2020-01-01", "9999-12-31", "2126-03-03", "tomorrow"])
def test_a_last_day_that_cannot_be_is_said_at_the_field_and_loses_no_choice(
    desk: Client, anas: Patient, treatment: VisitType, until: str
) -> None:
    told = {"patient": anas.ref, "type": treatment.code, "until": until, "weekdays": ["2"], "urgent": "1"}
    answer = desk.post(reverse("desk:waiting"), told)
    assert (answer.status_code, WaitingEntry.objects.count()) == (200, 0)
    assert 'id="until-problem">Choose a last day within six months.' in answer.text
    assert answer.text.count(" checked") == 2
    assert f'value="{treatment.code}" selected' in answer.text
    assert desk.post(reverse("desk:waiting"), told | {"until": "2026-04-01"}).status_code == 302


def test_a_visit_that_was_rescheduled_and_lies_ahead_is_no_past_one(
    desk: Client, visit: Appointment, rui: User
) -> None:
    services.move(visit, start=TWO + timedelta(hours=1), by=rui, at=NOW)
    past = plain(desk.get(reverse("desk:patient", args=[visit.patient.ref])).text).split("Past visits")[1]
    assert "2:00 pm" not in past.split("Forms")[0]


def test_a_visit_that_was_canceled_and_lies_ahead_is_no_past_one(desk: Client, visit: Appointment, rui: User) -> None:
    services.cancel(visit, reason="cannot_come", by=rui, at=NOW, started_by="patient")
    page = plain(desk.get(reverse("desk:patient", args=[visit.patient.ref])).text)
    canceled, past = page.split("Canceled visits")[1].split("Past visits")
    assert ("Canceled" in canceled, past.split("Forms")[0].strip()) == (True, "None.")


def test_one_day_that_is_none_turns_no_file_round() -> None:
    assert order_of(["03/04/1980", "31/02/1990", "05/06/1970"]) == MONTH_FIRST
    assert order_of(["03/04/1980", "31/01/1990"]) == DAY_FIRST
