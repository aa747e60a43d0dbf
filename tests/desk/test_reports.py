"""The diary in numbers, and as a file that no spreadsheet runs."""

import csv
import io
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.booking import services
from clinic.booking.models import Appointment, DayException, VisitType
from clinic.desk import reports
from clinic.spreadsheet import safe
from intake.review.models import Case, Decision
from intake.screening import Tier
from tests.booking.builders import make_form, make_patient
from tests.desk.conftest import TWO
from tests.desk.test_day import plain
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

REPORTS, EXPORT = reverse("desk:reports"), reverse("desk:export")


@pytest.fixture
def diary(visit: Appointment, consultation: VisitType, rui: User) -> None:
    """Ana is treated today (30 minutes of Noor's eight hours), Bo cancelled, Cy did not come."""
    bo, cy = make_patient("bo@example.com", "Bo Off"), make_patient("cy@example.com", "Cy Away")
    off = services.book(patient=bo, visit_type=consultation, start=TWO + timedelta(hours=1), by=rui, at=NOW)
    services.cancel(off, reason="cannot_come", started_by="patient", by=rui, at=NOW)
    soon = NOW + timedelta(minutes=5)
    away = services.book(patient=cy, visit_type=consultation, start=soon, by=rui, at=NOW)
    services.no_show(away, by=rui, at=soon + timedelta(minutes=30))


@pytest.mark.django_db
@pytest.mark.usefixtures("frozen", "diary")
def test_the_numbers_of_a_day() -> None:
    found = reports.report(TODAY, TODAY)
    (noor,) = found.filling
    assert (noor.name, noor.visits, noor.booked, noor.open) == ("Noor Inventada", 2, 75, 480)
    assert (noor.rate, noor.no_shows, noor.no_show_rate, noor.cancelled) == (16, 1, 50, 1)
    assert [(row.reason, row.by, row.count) for row in found.reasons] == [("Can’t make it", "Patient", 1)]
    assert found.total.rate == 16
    empty = reports.report(date(2025, 1, 1), date(2025, 1, 1))
    assert (empty.total.visits, empty.total.rate, empty.reviews) == (0, 0, 0)


@pytest.mark.django_db
def test_days_off_long_ago_were_not_open(noors: Practitioner) -> None:
    # A Monday and a Tuesday in January.
    monday, tuesday = date(2026, 1, 5), date(2026, 1, 6)
    assert reports.report(monday, tuesday).total.open == 2 * 480
    DayException(what="holiday", day=monday).save()
    DayException(what="off", practitioner=noors, day=tuesday, opens=time(9), closes=time(12)).save()
    DayException(what="extra", practitioner=noors, day=tuesday, opens=time(18), closes=time(19)).save()
    assert reports.report(monday, tuesday).total.open == 480 - 180 + 60


@pytest.mark.django_db
def test_reviews_are_timed_by_their_first_decision(anas: Patient, noor: User) -> None:
    for hours in (2, 10, 4):
        form = make_form(anas, accepted_at=NOW)
        answers = form.answers.create(document={"raw": {}}, saved_at=NOW, frozen_at=NOW)
        case = Case.objects.create(
            intake=form,
            patient=anas,
            tier=Tier.HOLD,
            opened_at=NOW,
            waiting_since=NOW,
            state="closed",
            closed_at=NOW,
        )
        for more in (0, 5):
            at = NOW + timedelta(hours=hours + more)
            Decision.objects.create(
                case=case, answers=answers, outcome="clear", words={}, by=noor, by_name=noor.name, at=at
            )
    found = reports.report(TODAY, TODAY)
    assert (found.reviews, found.review_hours) == (3, 4.0)


@pytest.mark.django_db
def test_a_form_that_was_read_and_closed_is_reviewed_and_one_that_waits_is_not(anas: Patient, noor: User) -> None:
    states: list[dict[str, Any]] = [
        {"state": "closed", "closed_at": NOW + timedelta(hours=3), "closed_by": noor},
        {"state": "closed", "closed_at": NOW + timedelta(hours=5), "closed_by": noor},
        # Nobody closed it: it says nothing of how long a practitioner took.
        {"state": "closed", "closed_at": NOW + timedelta(hours=1)},
        {"state": "open"},
    ]
    for state in states:
        form = make_form(anas, accepted_at=NOW)
        Case.objects.create(intake=form, patient=anas, tier=Tier.NOTE, opened_at=NOW, waiting_since=NOW, **state)
    found = reports.report(TODAY, TODAY)
    assert (found.reviews, found.review_hours) == (2, 4.0)


@pytest.mark.django_db
@pytest.mark.usefixtures("frozen", "diary")
def test_the_file_has_the_numbers_a_permission_and_a_line_in_the_book(desk: Client) -> None:
    sent = {"first": "2026-03-03", "last": "2026-03-03"}
    page = plain(desk.get(REPORTS, sent).text)
    assert "Noor Inventada 2 16% 1 (50%) 1" in page
    assert "Can’t make it (Patient): 1" in page
    response = desk.post(EXPORT, sent)
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(io.StringIO(response.text.removeprefix("\ufeff"))))
    assert ["Noor Inventada", "2", "75", "480", "16", "1", "1"] in rows
    assert ["Can’t make it", "Patient", "1"] in rows
    line = Entry.objects.get(deed="reports.exported")
    assert line.facts == {"first": "2026-03-03", "last": "2026-03-03"}
    noor = sign_in(User.objects.get(email="noor@clinic.example"))
    assert noor.post(EXPORT, sent).status_code == 403
    assert "Download as a file" not in noor.get(REPORTS).text
    assert Entry.objects.filter(deed="reports.exported").count() == 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"])
def test_a_formula_is_disarmed(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@given(st.text())
def test_no_cell_begins_like_a_formula(text: str) -> None:
    assert not safe(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_what_is_harmless_stays() -> None:
    assert [safe(cell) for cell in ("Noor", 3, 4.5, "")] == ["Noor", "3", "4.5", ""]
