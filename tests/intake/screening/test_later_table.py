"""The truth tables of the visit update and the check-in, through the pure function and through the command."""

import json
from collections import Counter
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from intake.screening import RULE_SETS, RULES
from tests.intake.screening.truth.case import ON
from tests.intake.screening.truth.judge import compared
from tests.intake.screening.truth.later import CASES, Later
from tests.intake.screening.truth.later.judge import disagreement
from tests.intake.screening.truth.later.tiers import CHECK_IN_TIERS, DAY_TIERS, LATER_TIERS, LEVEL

GROUPS = sorted({(case.form, case.group) for case in CASES})


@pytest.mark.parametrize(("form", "group"), GROUPS)
def test_every_row_comes_out_as_the_table_says(form: str, group: str) -> None:
    rows = [case for case in CASES if (case.form, case.group) == (form, group)]
    assert [line for row in rows if (line := disagreement(row))] == []


def test_the_command_screens_both_tables_alike(tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    table.write_text("".join(json.dumps(envelope(case)) + "\n" for case in CASES), encoding="utf-8")
    out = StringIO()
    call_command("screen", str(table), lines=True, stdout=out)
    screened = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(screened) == len(CASES)
    wrong = [told_wrongly(case, result) for case, result in zip(CASES, screened, strict=True)]
    assert [line for line in wrong if line] == []


def envelope(case: Later) -> dict[str, object]:
    return {
        "questionnaire": case.form,
        "on": ON.isoformat(),
        "intake": case.before(),
        "intake_on": (ON - timedelta(days=case.days)).isoformat(),
        "answers": case.answers(),
    }


def told_wrongly(case: Later, result: dict[str, object]) -> str | None:
    findings = result["findings"]
    assert isinstance(findings, list)
    found = {finding["code"]: finding["tier"] for finding in findings}
    tier = str(result["tier"])
    if case.form == "check_in" and not result["unanswered"] and result["level"] != LEVEL[tier]:
        return f"{case.id}: the level is {result['level']}"
    return compared(case, found, tier, LATER_TIERS[case.form])


def test_the_tables_speak_of_every_rule_both_ways() -> None:
    fired = Counter(code for case in CASES for code in case.fires | (case.exactly or frozenset()))
    missed = Counter(code for case in CASES for code in case.quiet)
    rules = (*DAY_TIERS, *CHECK_IN_TIERS)
    assert [code for code in rules if fired[code] < 1 or missed[code] < 1] == []


def test_the_program_has_the_rules_of_the_tables_and_no_others() -> None:
    update = {rule.code: str(rule.tier) for rule in RULE_SETS["visit_update"].rules}
    assert {code: update[code] for code in update if code.startswith("day_")} == DAY_TIERS
    assert sorted(code for code in update if not code.startswith("day_")) == sorted(rule.code for rule in RULES)
    assert {rule.code: str(rule.tier) for rule in RULE_SETS["check_in"].rules} == LATER_TIERS["check_in"]


def test_no_two_rows_have_the_same_id() -> None:
    assert [row for row, count in Counter(case.id for case in CASES).items() if count > 1] == []


CRISIS = "You matter more than this form. Call or text 988 now; if you may act on this, call 911."
PRESCRIBER = "Call the doctor who prescribed it today; do not stop it for acupuncture."
OF_THE_LEVEL = {
    (
        "emergency",
        "now",
    ): "Call 911 or go to an emergency room now. Tell them you had acupuncture and where the needles went.",
    ("hold", "same day"): "Please be seen by a doctor today. We are also being told.",
    ("caution", "same day"): "We will call you today.",
    ("caution", "next working day"): "We will call you by the next working day.",
    ("note", "none"): "We may call you to double-check one answer.",
}
OF_ITS_OWN = {
    "fu_crisis": CRISIS,
    "fu_crisis_check": "Thank you for telling us. If you ever think of hurting yourself, call or text 988.",
    "fu_needle_inside": "Do not pull or cut. Call us and be seen now.",
    "fu_thinner_stopped": PRESCRIBER,
    "fu_medicine_key": PRESCRIBER,
}


def test_after_a_visit_everybody_is_told_what_to_do() -> None:
    for rule in RULE_SETS["check_in"].rules:
        said = OF_ITS_OWN.get(rule.code) or OF_THE_LEVEL[str(rule.tier), str(rule.contact)]
        assert (rule.code, [line.text for line in rule.advice]) == (rule.code, [said])


def test_before_a_visit_everybody_is_told_what_to_do() -> None:
    told = {rule.code: rule for rule in RULE_SETS["visit_update"].rules if rule.code in DAY_TIERS}
    talk = "Thank you for telling us. We will talk before any needles."
    assert {code: rule.advice[0].text for code, rule in told.items()} == {
        "day_fever_after_needles": "Fever with back pain needs an emergency check today; go to an emergency room.",
        "day_sedated": "We may need to move your visit. Please do not drive.",
        "day_missed_thinner": "Call the doctor who prescribed it today; you do not need to stop it for acupuncture.",
        "day_new_event_hold": talk,
        "day_low_sugar_risk": "Eat before you come and bring your meter.",
        "day_unwell": "Tell us what is wrong before you lie down.",
        "day_missed_medicine": "Do not skip medicines for acupuncture; call the doctor who gave it.",
        "day_new_event_other": talk,
        "day_not_eaten": "Please eat something before your visit.",
        "day_sedative_usual": "Please do not drive if you feel sleepy.",
    }


CALLED = {
    "now": {code for code, tier in (CHECK_IN_TIERS | DAY_TIERS).items() if tier == "emergency"},
    "same day": {
        *(code for code, tier in (CHECK_IN_TIERS | DAY_TIERS).items() if tier == "hold"),
        *("fu_needle_left", "fu_medicine_key", "fu_text_today"),
    },
    "next working day": {
        *("fu_worse_mild", "fu_pain_up", "fu_nerve_brief", "fu_dizzy", "fu_sleepy", "fu_needle_surface"),
        *("fu_medicine_other", "fu_text_words", "fu_call_me"),
    },
}


def test_each_rule_is_called_in_its_time() -> None:
    due = {code: time for time, codes in CALLED.items() for code in codes}
    rules = {rule.code: rule for form in ("visit_update", "check_in") for rule in RULE_SETS[form].rules}
    asked = (*DAY_TIERS, *CHECK_IN_TIERS)
    assert {code: str(rules[code].contact) for code in asked} == {code: due.get(code, "none") for code in asked}
