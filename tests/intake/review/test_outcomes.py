"""Pain over time: which numbers make the line, what counts as a change, and when we ask."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string

from clinic.accounts.models import Patient, User
from clinic.accounts.services import link
from clinic.audit.models import Entry
from clinic.text import new_reference
from intake.record.models import Answers, Intake
from intake.review import outcomes
from intake.review.one_person import own_records_of
from intake.review.outcome_drawing import drawn
from intake.review.outcomes import Course, Measure, OutcomePoint, Series
from intake.review.templatetags.outcomes import outcome_line
from tests.booking.builders import make_patient

PEG = {"peg_pain": 6, "peg_enjoy": 5, "peg_activity": 5}


def answered(
    patient: Patient, questionnaire: str, clean: dict[str, Any], *, at: datetime, accepted: bool = True
) -> Intake:
    """A form that was sent with these valid answers; a later one is laid over a full one."""
    is_full = questionnaire == "new_patient"
    form = Intake.objects.create(
        ref=new_reference(),
        questionnaire=questionnaire,
        version="1",
        patient=patient,
        over=None
        if is_full
        else Intake.objects.full().filter(patient=patient).first() or answered(patient, "new_patient", {}, at=at),
        started_at=at,
        saved_at=at,
        expires_at=at + timedelta(days=30),
        submitted_at=at,
        accepted_at=at if accepted else None,
    )
    Answers.objects.create(intake=form, document={"raw": {}, "clean": clean}, saved_at=at, frozen_at=at)
    return form


# ——— what counts as a change (Ostelo 2008: 2 points, or 30 % of where it began)


@pytest.mark.parametrize(
    ("first", "last", "course"),
    [
        (8, 6, Course.BETTER),
        (8, 7, Course.UNCLEAR),
        (10, 8.1, Course.UNCLEAR),
        (5, 3.5, Course.BETTER),
        (5, 3.6, Course.UNCLEAR),
        (3, 2, Course.BETTER),
        (1, 0.5, Course.UNCLEAR),
        (6, 8, Course.WORSE),
        (3, 4, Course.WORSE),
        (4, 5, Course.UNCLEAR),
        (0, 1, Course.UNCLEAR),
        (0, 2, Course.WORSE),
        (5, 5, Course.UNCLEAR),
    ],
)
def test_two_points_or_thirty_percent_matter_and_less_does_not(first: float, last: float, course: Course) -> None:
    assert outcomes.course_of(first, last) is course


# ——— which numbers make the line


@pytest.mark.parametrize(
    ("questionnaire", "clean", "pain", "peg"),
    [
        ("new_patient", {"pain_now": 7, **PEG}, 7, 5.3),
        ("visit_update", {"pain_now": 0}, 0, None),
        ("visit_update", {**PEG, "peg_pain": None}, None, None),
        ("check_in", {"fu_pain_now": 3, "pain_now": 7}, 3, None),
        ("check_in", {"pain_now": 7}, None, None),
        ("new_patient", {"pain_now": True}, None, None),
    ],
)
def test_a_number_nobody_gave_is_no_point(
    questionnaire: str, clean: dict[str, Any], pain: int | None, peg: float | None, now: datetime
) -> None:
    point = outcomes.point_of(questionnaire, clean, at=now)
    assert ((point.pain, point.peg) if point else (None, None)) == (pain, peg)


@pytest.mark.django_db
def test_every_form_of_every_linked_record_counts_once_with_its_newest_answers(
    noor: User, ana: User, now: datetime
) -> None:
    patient, other = make_patient(ready=False), make_patient("zed@example.com", "Ana Invented", ready=False)
    form = answered(patient, "new_patient", {"pain_now": 9, **PEG}, at=now - timedelta(days=60))
    Answers.objects.create(
        intake=form, revision=2, document={"clean": {"pain_now": 7, **PEG}}, saved_at=now, frozen_at=now
    )
    answered(other, "visit_update", {"pain_now": 4}, at=now - timedelta(days=30))
    answered(patient, "check_in", {"fu_pain_now": 3}, at=now - timedelta(days=10), accepted=False)
    answered(patient, "new_patient", {"pain_now": 1}, at=now, accepted=False)
    link(patient, other, by=noor, at=now)
    series = outcomes.read_outcomes(patient, by=noor, at=now)
    assert [(point.origin, point.pain, point.peg) for point in series.points] == [
        ("new_patient", 7, 5.3),
        ("visit_update", 4, None),
        ("check_in", 3, None),
    ]
    assert [(change.measure, change.points, change.course) for change in series.changes] == [
        (Measure.PAIN, -4, Course.BETTER)
    ]
    assert Entry.objects.filter(deed="outcomes.read", by=noor).count() == 1
    own = outcomes.series_of(own_records_of(patient))
    assert [point.pain for point in own.points] == [7, 3], "a linked record on another mailbox keeps its numbers"


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3])
def test_one_question_to_the_database_for_any_number_of_forms(
    count: int, now: datetime, django_assert_num_queries: Any
) -> None:
    patient = make_patient(ready=False)
    for number in range(count):
        answered(patient, "visit_update", {"pain_now": number}, at=now + timedelta(days=number))
    with django_assert_num_queries(1):
        assert len(outcomes.series_of([patient.pk]).points) == count


# ——— when we ask


@pytest.mark.django_db
def test_we_ask_before_visits_4_8_and_12_until_the_person_says_stop(ana: User, now: datetime, today: date) -> None:
    patient = make_patient(ready=False)
    asked = [number for number in range(1, 30) if outcomes.outcome_due(patient, visit_number=number, on=today)]
    assert asked == [4, 8, 12]
    outcomes.choose_outcomes(patient, is_asked=False, by=ana, at=now)
    assert not outcomes.outcome_due(patient, visit_number=4, on=today)
    outcomes.choose_outcomes(patient, is_asked=True, by=ana, at=now)
    assert outcomes.outcome_due(patient, visit_number=4, on=today)
    assert list(Entry.objects.order_by("number").values_list("deed", flat=True)) == [
        "outcomes.stopped",
        "outcomes.asked",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "due"), [(6, False), (7, True)])
def test_the_same_week_is_not_asked_about_twice(days: int, due: bool, now: datetime, today: date) -> None:
    patient = make_patient(ready=False)
    answered(patient, "visit_update", PEG, at=now - timedelta(days=days))
    assert outcomes.outcome_due(patient, visit_number=8, on=today) is due


# ——— the drawing


def test_the_line_begins_and_ends_at_the_edges_and_the_table_has_every_number(now: datetime) -> None:
    series = Series(
        (OutcomePoint(now, "new_patient", 10, 5.3), OutcomePoint(now + timedelta(days=30), "visit_update", 0, None))
    )
    drawing = drawn(series)
    assert drawing is not None
    assert [(line.measure, line.path) for line in drawing.lines] == [
        (Measure.PAIN, "M26.0 12.0L310.0 156.0"),
        (Measure.PEG, "M26.0 79.7"),
    ]
    shown = render_to_string("components/outcome_line.html", outcome_line(series))
    assert shown.count("<tr>") == 3
    assert shown.count("Not asked") == 1
    assert "Better by an amount that matters" in shown
    assert "Ostelo" in shown


def test_without_a_number_nothing_is_drawn() -> None:
    assert render_to_string("components/outcome_line.html", outcome_line(Series())).strip() == ""
