"""`manage.py questionnaire`: the questions for other programs and for people."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from intake.questionnaire import NEW_PATIENT


def printed(*args: str) -> str:
    out = StringIO()
    call_command("questionnaire", *args, stdout=out)
    return out.getvalue()


@pytest.fixture
def exported() -> dict[str, Any]:
    exported: dict[str, Any] = json.loads(printed("new_patient", "--json"))
    return exported


def test_every_question_is_exported_in_the_order_of_the_form(exported: dict[str, Any]) -> None:
    assert [question["code"] for question in exported["questions"]] == [each.code for each in NEW_PATIENT.questions]


def test_a_question_is_exported_with_all_that_is_needed_to_ask_it(exported: dict[str, Any]) -> None:
    weak = next(question for question in exported["questions"] if question["code"] == "rf_iv_drugs")
    assert weak == {
        "code": "rf_iv_drugs",
        "step": "safety",
        "screen": 6,
        "wording": "In the past year, have you injected drugs? (Private. It changes how fast you need to be seen.)",
        "hint": "",
        "type": "one",
        "choices": [
            {"value": "no", "label": "No"},
            {"value": "yes", "label": "Yes"},
            {"value": "prefer_not", "label": "I would rather not say"},
        ],
        "minimum": None,
        "maximum": None,
        "required": True,
        "show_if": "rf_fever in {yes, yes_gone, not_sure} OR rf_night_pain in {yes, not_sure} "
        "OR rf_weight_loss in {yes, not_sure}",
        "private": True,
        "red_flag": True,
        "why": "Raises spine infection risk; asked only when it matters",
    }


def test_the_screens_of_each_step_are_exported_with_their_numbers(exported: dict[str, Any]) -> None:
    about = exported["steps"][0]
    assert [(each["code"], each["number"]) for each in about["screens"]] == [("about_you", 1), ("about_help", 7)]
    listed = [code for step in exported["steps"] for each in step["screens"] for code in each["questions"]]
    assert listed == [question.code for question in NEW_PATIENT.questions]


def test_people_read_a_list() -> None:
    text = printed("new_patient")
    assert text.startswith("New patient intake, version 3.0\n")
    assert "    - new_or_worse: Yes - new or getting worse in the last 2 weeks\n" in text
    assert "    one, required, private, shown if pregnancy = postpartum\n" in text


def test_an_unknown_questionnaire_is_refused() -> None:
    with pytest.raises(CommandError, match="new_patient"):
        printed("shoe_sizes")
