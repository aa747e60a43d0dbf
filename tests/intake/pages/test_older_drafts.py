"""A form begun under an older questionnaire: it goes on under today's, and asks only what is new."""

import re
from datetime import datetime

import pytest
from django.utils import timezone

from intake.pages import readings, sending
from intake.questionnaire import NEW_PATIENT
from intake.record.errors import IntakeError
from intake.record.models import Answers, Intake
from intake.review.models import Flag
from intake.screening import RULESET
from tests.intake.conftest import TypeCode
from tests.intake.forms import fill
from tests.intake.walker import SIGN, Walker, number_of

pytestmark = pytest.mark.django_db

ADDED = "We added a choice. Is this still right?"
NEW = ("rf_breath_pain", "organ_pain_checked", "weak_checked", "needled_recent", "rf_procedure_recent")


@pytest.fixture
def older(walker: Walker) -> Walker:
    """A whole form that was filled in before the questionnaire grew, not yet sent."""
    walker.raw["email"] = ""
    answers = fill(walker.raw, intake=walker.intake, by=None, at=timezone.now()).current()
    answers.document["raw"] = {code: value for code, value in answers.raw.items() if code not in NEW}
    answers.document.pop("under")
    answers.save()
    Intake.objects.filter(ref=walker.ref).update(version="2.1")
    return walker


def open_screens(walker: Walker) -> list[str]:
    """The screens that still want something before the form is signed, in order."""
    reading = readings.reading_of(walker.intake, walker.intake.current(), on=walker.intake.saved_at.date())
    numbers = sorted({NEW_PATIENT.number_of(code) for code in reading.still_open})
    return [NEW_PATIENT.screen(number).code for number in numbers if number != SIGN]


def test_only_the_pages_with_something_new_are_asked(older: Walker) -> None:
    assert open_screens(older) == ["safety_chest", "history_devices", "history_spine"]
    assert older.get("tasks").context["go_on"] == older.url("screen", number_of("rf_breath_pain"))


def test_a_list_that_grew_is_shown_with_its_old_ticks_and_a_line_that_says_why(older: Walker) -> None:
    page = older.page(number_of("devices"))
    assert page.text.count(ADDED) == 1
    assert re.findall(r'name="devices" value="(\w+)"[^>]* checked', page.text) == ["none"]
    assert ADDED in older.get("check").text
    assert ADDED not in older.page(number_of("conditions")).text


def test_it_cannot_be_sent_before_they_were_shown(older: Walker, now: datetime) -> None:
    with pytest.raises(IntakeError) as not_yet:
        sending.submit(older.intake, by=None, at=now)
    signed = {question.code for question in NEW_PATIENT.screen(SIGN).questions}
    assert set(not_yet.value.missing) - signed == {"rf_breath_pain", "devices", "spine_dx"}


def test_a_page_that_was_shown_once_more_is_not_asked_again(older: Walker) -> None:
    older.send(number_of("devices"), query="?then=check")
    older.send(number_of("rf_breath_pain"), query="?then=check", rf_breath_pain="no")
    assert open_screens(older) == ["history_spine"]
    assert ADDED not in older.page(number_of("devices")).text
    older.send(number_of("spine_dx"), query="?then=check")
    assert open_screens(older) == []
    assert older.send(number_of("signature"))["Location"] == older.url("sent")


def test_the_record_keeps_both_versions(older: Walker) -> None:
    older.send(number_of("rf_breath_pain"), rf_breath_pain="yes")
    assert older.intake.version == "2.1"
    assert older.intake.current().document["under"] == {"safety_chest": NEW_PATIENT.version}
    flag = Flag.objects.get(answers__intake=older.intake, code="breath_pain")
    assert flag.ruleset == RULESET


def test_a_flag_raised_again_by_newer_rules_carries_their_version(older: Walker) -> None:
    older.send(number_of("rf_breath_pain"), rf_breath_pain="yes")
    Flag.objects.filter(answers__intake=older.intake).update(ruleset="2.1.0")
    older.send(number_of("rf_breath_pain"), rf_breath_pain="not_sure")
    older.send(number_of("rf_breath_pain"), rf_breath_pain="no")
    older.send(number_of("rf_breath_pain"), rf_breath_pain="yes")
    assert Flag.objects.get(answers__intake=older.intake, code="breath_pain").ruleset == RULESET


def test_a_change_of_a_sent_form_does_not_ask_again_what_was_asked_already(
    older: Walker, type_code: TypeCode, now: datetime
) -> None:
    for code in ("rf_breath_pain", "devices", "spine_dx"):
        older.send(number_of(code), query="?then=check", rf_breath_pain="no")
    older.send(number_of("signature"))
    draft: Answers = sending.change(older.intake, by=None, at=now)
    assert draft.frozen_at is None
    assert open_screens(older) == []


def test_a_sitting_of_today_is_never_asked_twice(walker: Walker) -> None:
    fill(walker.raw, intake=walker.intake, by=None, at=timezone.now())
    assert open_screens(walker) == []
