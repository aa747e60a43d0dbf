"""A None given to a shorter list denies only what the list had."""

import pytest

from intake.questionnaire import NEW_PATIENT
from intake.screening import Record, read, screen
from tests.intake.questionnaire.typed import typed
from tests.intake.screening.truth.case import HEALTHY, ON

GROWN = frozenset({"devices", "spine_dx"})
BOTH = Record(grown=GROWN)


def codes(text: str, *, record: Record) -> set[str]:
    return set(screen({**HEALTHY, "anything_else": text}, on=ON, record=record).codes)


@pytest.mark.parametrize(("text", "rule"), [("bamboo spine", "ankylosed_spine"), ("mechanical valve", "heart_valve")])
def test_what_the_list_has_gained_contradicts_no_older_none(text: str, rule: str) -> None:
    assert codes(text, record=Record()) == {rule, "answers_conflict"}
    assert codes(text, record=BOTH) == {rule}


@pytest.mark.parametrize(
    ("text", "rule"),
    [("I have a pacemaker", "implanted_electronic_device"), ("spinal cord injury", "spine_cord_or_instability")],
)
def test_what_the_list_had_still_contradicts_it(text: str, rule: str) -> None:
    assert codes(text, record=BOTH) == {rule, "answers_conflict"}


def test_a_list_that_grew_is_shown_once_more_and_keeps_the_form_open() -> None:
    reading = read(NEW_PATIENT, typed(), on=ON, record=BOTH)
    assert (reading.again, reading.still_open) == (GROWN, GROWN)


def test_a_list_that_was_never_answered_is_merely_missing() -> None:
    reading = read(NEW_PATIENT, typed(devices=None), on=ON, record=BOTH)
    assert reading.again == {"spine_dx"}
    assert reading.missing == ("devices",)
    assert reading.still_open == GROWN
