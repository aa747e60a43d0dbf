"""Harm that a check-in tells stands in the register, once, and waits for a practitioner."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from clinic.accounts.models import Patient, User
from intake.pages import drafts
from intake.review.follow_up import check_ins
from intake.review.follow_up.models import CheckIn
from intake.screening.ruleset import RULE_SETS
from intake.treatment import told_in_check_in
from intake.treatment.models import AdverseEvent
from tests.intake.returning import full_form, needled, send_check_in

pytestmark = pytest.mark.django_db
# Rules that ask for a call and tell of no harm from needles.
NO_HARM = {
    "fu_crisis",
    "fu_crisis_check",
    "fu_text_red_flag",
    "fu_thinner_stopped",
    "fu_medicine_key",
    "fu_medicine_other",
    "fu_text_today",
    "fu_text_words",
    "fu_call_me",
    "answers_conflict",
}


@pytest.fixture
def patient(ana: User, noor: User) -> Patient:
    return full_form(ana)


@pytest.fixture
def check_in(patient: Patient, now: datetime) -> CheckIn:
    return needled(patient, at=now - timedelta(days=2))


def test_every_rule_of_the_check_in_is_harm_or_is_none() -> None:
    codes = {rule.code for rule in RULE_SETS["check_in"].rules}
    assert set(told_in_check_in._KINDS) | NO_HARM == codes
    assert not set(told_in_check_in._KINDS) & NO_HARM


@pytest.mark.parametrize(
    ("answers", "events"),
    [
        ({}, set()),
        ({"fu_skin": ["small_bruise"], "fu_call": "yes"}, set()),
        ({"fu_breath": "yes"}, {("breath", "moderate")}),
        ({"fu_faint": "dizzy"}, {("faint", "mild")}),
        ({"fu_faint": "seizure"}, {("seizure", "moderate")}),
        ({"fu_skin": ["redness"]}, {("infection", "moderate")}),
        ({"fu_skin": ["redness", "large_bruise"]}, {("infection", "moderate"), ("bleeding", "moderate")}),
        ({"fu_nerve": ["brief"], "fu_needle": "whole_needle"}, {("nerve", "mild"), ("needle_left", "mild")}),
        ({"fu_nerve": ["numb_lasting", "brief"]}, {("nerve", "moderate")}),
    ],
)
def test_what_a_check_in_tells_of_harm_is_in_the_register(
    answers: dict[str, Any], events: set[tuple[str, str]], check_in: CheckIn, ana: User, now: datetime
) -> None:
    form = send_check_in(check_in, by=ana, at=now, **answers)
    rows = AdverseEvent.objects.values_list("kind", "severity")
    assert set(rows) == events
    assert all(
        (event.source, event.source_ref, event.visit_ref, event.happened_at, event.assessed_at)
        == ("check_in", form.ref, check_in.visit_ref, check_in.needled_at, None)
        for event in AdverseEvent.objects.all()
    )
    assert AdverseEvent.objects.to_assess().count() == len(events)


def test_an_emergency_is_in_the_register_before_the_form_is_sent(check_in: CheckIn, ana: User, now: datetime) -> None:
    form = check_ins.begin(check_in, by=ana, at=now)
    screen = form.definition.screen(1)
    drafts.save_screen(form, screen_=screen, raw={"fu_breath": "yes"}, asked={"fu_breath"}, seen=0, by=ana, at=now)
    assert list(AdverseEvent.objects.values_list("kind", "source_ref")) == [("breath", form.ref)]
