"""The pain in numbers, asked in the update before visits 4, 8 and 12: given anew or not at all."""

from datetime import timedelta

import pytest

from clinic.accounts.models import Patient, User
from intake.pages import readings, sending
from intake.questionnaire import VISIT_UPDATE
from intake.record.models import Intake
from intake.review import outcomes
from intake.review.follow_up import needled as needles_told
from intake.review.follow_up import updates
from tests.intake.returning import full_form, needled, send_update
from tests.support.cast import sign_in
from tests.support.times import NOW, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]
NUMBERS = ("pain_now", "peg_pain", "peg_enjoy", "peg_activity")
SCREEN = len(VISIT_UPDATE.screens)


@pytest.fixture
def patient(ana: User) -> Patient:
    return full_form(ana, pain_now="7", peg_pain="6", peg_enjoy="6", peg_activity="6")


def after_visits(patient: Patient, count: int) -> None:
    for number in range(count):
        needled(patient, at=NOW - timedelta(days=20 - number), visit=f"VISIT{number}")


def asked(form: Intake) -> list[str]:
    shown = readings.reading_of(form, form.current(), on=TODAY).shown
    return [code for code in NUMBERS if code in shown]


def points(patient: Patient) -> list[tuple[str, int | None, float | None]]:
    return [(point.origin, point.pain, point.peg) for point in outcomes.series_of([patient.pk]).points]


@pytest.mark.parametrize(("visits", "codes"), [(2, []), (3, [*NUMBERS]), (4, []), (7, [*NUMBERS])])
def test_they_are_asked_before_visit_4_and_8_and_not_beside_them(
    visits: int, codes: list[str], patient: Patient, ana: User
) -> None:
    after_visits(patient, visits)
    assert asked(updates.begin(patient, by=ana, at=NOW)) == codes


def test_a_visit_entered_in_error_does_not_count(patient: Patient, ana: User) -> None:
    after_visits(patient, 4)
    needles_told.never_happened("VISIT0", at=NOW)
    assert asked(updates.begin(patient, by=ana, at=NOW)) == [*NUMBERS]


def test_whoever_does_not_want_them_is_not_asked(patient: Patient, ana: User) -> None:
    after_visits(patient, 3)
    outcomes.choose_outcomes(patient, is_asked=False, by=ana, at=NOW)
    assert asked(updates.begin(patient, by=ana, at=NOW)) == []


def test_a_new_number_lands_in_the_series_and_an_unasked_one_does_not(patient: Patient, ana: User) -> None:
    after_visits(patient, 2)
    send_update(patient, by=ana, at=NOW - timedelta(days=18))
    assert points(patient) == [("new_patient", 7, 6.0)]
    needled(patient, at=NOW - timedelta(days=8), visit="THIRD")
    form = send_update(patient, by=ana, at=NOW, pain_now="3", peg_pain="2", peg_enjoy="4", peg_activity="4")
    assert points(patient) == [("new_patient", 7, 6.0), ("visit_update", 3, 3.3)]
    assert outcomes.series_of([patient.pk]).changes[0].course is outcomes.Course.BETTER
    # An answer that is changed afterwards does not take the question away.
    draft = sending.change(form, by=ana, at=NOW)
    assert [c for c in NUMBERS if c in readings.reading_of(form, draft, on=TODAY).shown] == [*NUMBERS]


def test_the_page_shows_no_old_number_and_offers_none(patient: Patient, ana: User) -> None:
    after_visits(patient, 3)
    form = updates.begin(patient, by=ana, at=NOW)
    page = sign_in(ana).get(f"/intake/{form.ref}/{SCREEN}/")
    content = page.content.decode()
    assert page.status_code == 200
    assert "during the past week, pain has interfered with your general activity?" in content
    assert ("Last time" in content, "No change" in content, " checked" in content) == (False, False, False)
