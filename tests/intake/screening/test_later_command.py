"""`manage.py screen` over an update and a check-in: strict about both forms, and about the day of the first."""

from pathlib import Path
from typing import Any

import pytest

from tests.intake.screening.test_screen_command import file, one, refused, run, written
from tests.intake.screening.truth.case import HEALTHY
from tests.intake.screening.truth.later.case import AFTER, DAY

__all__ = ["file"]  # the fixture

Json = Any


def update(**envelope: Json) -> Json:
    return {"questionnaire": "visit_update", "intake": HEALTHY, "answers": DAY, **envelope}


def check_in(**envelope: Json) -> Json:
    return {"questionnaire": "check_in", "intake": HEALTHY, "answers": AFTER, **envelope}


def test_a_healthy_update_is_clear_and_a_healthy_check_in_routine(file: Path) -> None:
    result = one(file, update())
    assert (result["tier"], result["findings"], result["unanswered"]) == ("clear", [], [])
    assert "level" not in result
    result = one(file, check_in())
    assert (result["tier"], result["level"], result["findings"], result["unanswered"]) == ("clear", "routine", [], [])


@pytest.mark.parametrize(
    ("change", "tier", "level"),
    [
        ({"fu_breath": "yes"}, "emergency", "emergency"),
        ({"fu_nerve": ["numb_lasting"]}, "hold", "urgent"),
        ({"fu_call": "yes"}, "caution", "call_clinic"),
        ({"fu_skin": ["none", "small_bruise"]}, "note", "routine"),
        ({"fu_skin": ["small_bruise"]}, "clear", "routine"),
        ({"fu_breath": None}, "clear", None),
        ({"fu_breath": None, "fu_head": "yes"}, "emergency", "emergency"),
    ],
)
def test_a_check_in_has_levels_of_its_own(file: Path, change: Json, tier: str, level: str | None) -> None:
    result = one(file, check_in(answers={**AFTER, **change}))
    assert (result["tier"], result["level"]) == (tier, level)


def test_what_stands_in_the_full_form_counts(file: Path) -> None:
    ill = {**HEALTHY, "rf_chest": "yes"}
    result = one(file, update(intake=ill))
    assert ([each["code"] for each in result["findings"]], result["unanswered"]) == (
        ["rf_chest_or_aortic"],
        ["rf_chest"],
    )
    thinned = {**HEALTHY, "meds_list": "Eliquis"}
    result = one(file, check_in(intake=thinned, answers={**AFTER, "fu_nerve": ["numb_lasting"]}))
    assert [each["code"] for each in result["findings"]] == ["fu_spinal_bleed"]


def test_without_a_day_the_full_form_is_as_old_as_the_screening(file: Path) -> None:
    operated = {**HEALTHY, "surgery": ["spine_last_12w"]}
    today, long_ago = (
        update(intake=operated, on="2026-03-16"),
        update(intake=operated, on="2026-03-16", intake_on="2025-12-01"),
    )
    assert [each["code"] for each in one(file, today)["findings"]] == ["recent_spine_procedure"]
    assert [each["code"] for each in one(file, long_ago)["findings"]] == ["implant_or_spine_surgery"]


def test_with_an_empty_full_form_nothing_is_known_from_before(file: Path) -> None:
    result = one(file, update(intake={}))
    assert result["tier"] == "clear"
    assert {"pain_areas", "rf_chest", "meds_list", "devices"} <= set(result["unanswered"])


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (check_in(answers={"rf_chest": "no"}), 'There is no question "rf_chest" in check_in.'),
        (check_in(answers={"pain_now": 5}), 'There is no question "pain_now" in check_in.'),
        (check_in(answers={"age": 42}), 'There is no question "age" in check_in.'),
        (update(answers={"fu_breath": "no"}), 'There is no question "fu_breath" in visit_update.'),
        (update(answers={"bleeding": ["none"]}), 'There is no question "bleeding" in visit_update.'),
        (update(answers={"before_surgery": ["none"]}), 'There is no question "before_surgery" in visit_update.'),
        (update(answers={"visit_areas": ["limbs"]}), 'There is no question "visit_areas" in visit_update.'),
        (update(answers={"day_eaten": "maybe"}), "day_eaten is one of: yes, no."),
        (
            update(answers={"day_substances": "alcohol"}),
            "day_substances is a list of: none, alcohol, cannabis, calming_new, calming_usual.",
        ),
        (
            check_in(answers={"visit_areas": ["moon"]}),
            "visit_areas is a list of: limbs, low_back, abdomen_flank, chest_upper_back, neck_shoulder, head_ear.",
        ),
        (check_in(answers={"hours_since_visit": -1}), "hours_since_visit is a whole number from 0 to 100000."),
        (check_in(answers={"hours_since_visit": 47.5}), "hours_since_visit is a whole number from 0 to 100000."),
        (check_in(answers={"fu_text": ["chest"]}), "fu_text is a text."),
        (
            {"questionnaire": "check_in", "answers": AFTER},
            'Beside the answers of check_in stands "intake", the answers of the last full form.',
        ),
        (
            {"questionnaire": "visit_update", "answers": DAY},
            'Beside the answers of visit_update stands "intake", the answers of the last full form.',
        ),
        (check_in(intake=[]), '"intake" is an object of question codes and answers.'),
        (check_in(intake=None), '"intake" is an object of question codes and answers.'),
        (check_in(intake={"rf_chest": "maybe"}), "In the intake: rf_chest is one of: no, yes, not_sure."),
        (check_in(intake={"fu_breath": "no"}), 'In the intake: There is no question "fu_breath" in new_patient.'),
        (check_in(intake={"age": 111}), "In the intake: age is a whole number from 0 to 110."),
        (
            update(intake_on="yesterday"),
            '"intake_on" is a day written YYYY-MM-DD, not after the day of the screening.',
        ),
        (
            update(on="2026-03-16", intake_on="2026-03-17"),
            '"intake_on" is a day written YYYY-MM-DD, not after the day of the screening.',
        ),
        (update(answers=None), '"answers" is an object of question codes and answers.'),
        (update(patient=7), 'There is no place for "patient" beside the answers.'),
        ({"intake": HEALTHY, "answers": HEALTHY}, 'There is no place for "intake" beside the answers.'),
        ({"intake_on": "2026-01-01", "answers": HEALTHY}, 'There is no place for "intake_on" beside the answers.'),
        (
            {"questionnaire": "shoes", "intake": {}, "answers": {}},
            "There is no such questionnaire; there is new_patient, visit_update, check_in.",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence_and_exit_two(file: Path, given: Json, sentence: str) -> None:
    assert refused(file, given) == [sentence]


def test_both_forms_are_told_of_and_no_answer_is_repeated(file: Path) -> None:
    sentences = refused(file, update(intake={"rf_chest": "secret"}, answers={"day_eaten": "secret"}))
    assert sentences == [
        "In the intake: rf_chest is one of: no, yes, not_sure.",
        "day_eaten is one of: yes, no.",
    ]


def test_the_three_forms_are_screened_from_one_file(file: Path) -> None:
    written(file, dict(HEALTHY), update(), check_in(), update(intake={"rf_chest": "maybe"}))
    assert run(file, "--lines") == (2, "", "Line 4: In the intake: rf_chest is one of: no, yes, not_sure.\n")
    written(file, dict(HEALTHY), update(), check_in())
    code, out, err = run(file, "--lines")
    assert (code, len(out.splitlines()), err) == (0, 3, "")
