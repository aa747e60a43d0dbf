"""The golden truth table: what the specification says must fire, row by row."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from intake.questionnaire import NEW_PATIENT
from intake.screening import RULE_SETS, RULES, screen
from intake.screening.text import Recogniser
from tests.intake.screening.truth import CASES, ON, TIERS, Case
from tests.intake.screening.truth.case import Value, fires
from tests.intake.screening.truth.judge import compared, disagreement, disagreements, prepared
from tests.intake.screening.truth.words import groups_of, lexicon

NEW_PATIENT_RULES = RULE_SETS[NEW_PATIENT.code]
GROUPS = sorted({case.group for case in CASES})
HEALTHY = prepared(next(case for case in CASES if case.group == "healthy"))


@pytest.mark.parametrize("group", GROUPS)
def test_every_row_comes_out_as_it_says(group: str) -> None:
    assert disagreements(case for case in CASES if case.group == group) == []


def test_a_program_compiled_anew_reads_the_table_alike() -> None:
    """What is built once, at import, is built here again: else nobody would try the building of it."""
    built = replace(
        NEW_PATIENT_RULES,
        rules=tuple(replace(rule) for rule in NEW_PATIENT_RULES.rules),
        facts=tuple(replace(fact) for fact in NEW_PATIENT_RULES.facts),
        scan=Recogniser().scan,
    )
    asked = replace(NEW_PATIENT)
    assert [line for case in CASES[::9] if (line := disagreement(case, by=built.screen, asked=asked))] == []


def test_the_command_screens_the_table_alike(tmp_path: Path) -> None:
    table, rows = tmp_path / "table.jsonl", CASES[::7]
    forms = [{"questionnaire": "new_patient", "on": ON.isoformat(), "answers": case.answers()} for case in rows]
    table.write_text("".join(json.dumps(form) + "\n" for form in forms), encoding="utf-8")
    out = StringIO()
    call_command("screen", str(table), lines=True, stdout=out)
    screened = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(screened) == len(rows)
    assert [line for case, result in zip(rows, screened, strict=True) if (line := _told(case, result))] == []


def _told(case: Case, result: dict[str, object]) -> str | None:
    findings = result["findings"]
    assert isinstance(findings, list)
    return compared(case, {found["code"]: found["tier"] for found in findings}, str(result["tier"]))


def test_the_table_speaks_of_every_rule_both_ways() -> None:
    fired = Counter(code for case in CASES for code in case.fires | (case.exactly or frozenset()))
    missed = Counter(code for case in CASES for code in case.quiet)
    assert [code for code in TIERS if not fired[code] or not missed[code]] == []


def test_the_program_has_the_rules_of_the_table_and_no_others() -> None:
    assert {rule.code: str(rule.tier) for rule in RULES} == TIERS


def test_the_table_holds_every_name_and_phrase_of_its_list() -> None:
    kinds = Counter(entry["kind"] for entry in lexicon())
    spellings = [typed for entry in lexicon() if entry["kind"] == "misspellings" for typed in entry["accept"]]
    assert (kinds["name"], kinds["phrase"], len(spellings)) == (2686, 427, 137)
    asked = {str(case.change.get("meds_list")) for case in CASES}
    assert [name for name in groups_of() if f"{name} daily" not in asked] == []


def test_no_two_rows_have_the_same_id() -> None:
    assert [row for row, count in Counter(case.id for case in CASES).items() if count > 1] == []


WAYS: list[Callable[[str], str]] = [str.upper, str.title, lambda name: f"I take my {name}.", lambda name: f"• {name}\n"]


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_a_name_fires_however_it_is_typed(way: int) -> None:
    # Each name in one of the ways: what one of them does to a name, it does to all.
    rewrite = WAYS[way]
    rows = [
        Case(
            case.id,
            case.group,
            {**case.change, "meds_list": rewrite(str(case.change["meds_list"])[: -len(" daily")])},
            exactly=case.exactly,
        )
        for case in [case for case in CASES if case.group == "name"][way :: len(WAYS)]
    ]
    assert disagreements(rows) == []


BIRTHDAYS = [
    ("2008-03-16", date(2026, 3, 16), []),  # eighteen today
    ("2008-03-17", date(2026, 3, 16), ["minor", "answers_conflict"]),  # tomorrow
    ("2008-02-29", date(2026, 2, 28), ["minor", "answers_conflict"]),
    ("2008-02-29", date(2026, 3, 1), []),  # a leap day's child turns on 1 March
    ("2008-02-29", date(2028, 2, 29), []),
    ("2010-02-29", date(2026, 3, 1), []),  # no such day: no age
    ("2026-03-17", date(2026, 3, 16), []),  # not born yet: no age
]


@pytest.mark.parametrize(("born", "on", "codes"), BIRTHDAYS)
def test_age_is_whole_years_on_the_day(born: str, on: date, codes: list[str]) -> None:
    result = screen({**HEALTHY, "date_of_birth": born}, on=on)
    assert sorted(found.code for found in result.findings) == sorted(codes)


WAY_IN = (
    "Back pain with fever, or with injected drugs and bad nights, "
    "needs an emergency check today; go to an emergency room."
)
FEVER_ALONE = "Fever with back pain needs an emergency check today; go to an emergency room."
FEVER: dict[str, Value] = {"rf_fever": "yes", "needled_recent": "no", "rf_iv_drugs": "no", "rf_infection_recent": "no"}
CALL_FIRST = (
    "Call your pregnancy doctor or midwife right now, or go to the hospital. "
    "Say that you are pregnant, or were pregnant this year."
)
THOUGHTS = "If you have thoughts of hurting yourself or the baby, call or text 988, or call 911."
EYELID = "Call 911 now: a droopy eyelid, uneven pupils or a change in sight needs a scan at once."
NECK: dict[str, Value] = {"pain_areas": ["neck"], "rf_head_neck": ["eyelid_sight", "scalp_jaw"]}
ADVICE: list[tuple[Case, list[str]]] = [
    (fires("rf_sudden_neuro", rf_stroke="yes"), ["Call 911 now, even if it went away."]),
    (fires("rf_sudden_neuro", rf_leg_weak="new_or_worse"), ["Go to an emergency room today."]),
    (fires("rf_sudden_neuro", **NECK, age=49), [EYELID]),
    (fires("rf_sudden_neuro", **NECK, age=50), [EYELID, "Go to an emergency room today; your sight may be at risk."]),
    (fires("rf_pregnancy_warning", pregnancy="yes", pregnancy_warning="yes"), [CALL_FIRST]),
    (fires("rf_pregnancy_warning", pregnancy="trying", early_preg_warning="yes"), [CALL_FIRST]),
    (fires("rf_pregnancy_warning", pregnancy="postpartum", postpartum_warning="yes"), [CALL_FIRST, THOUGHTS]),
    (fires("rf_pregnancy_warning", pregnancy="postpartum", postpartum_warning="not_sure"), [CALL_FIRST, THOUGHTS]),
    (fires("rf_pregnancy_warning", pregnancy="postpartum", rf_fever="yes"), [CALL_FIRST]),
    (
        fires("crisis_words", goal_text="end my life"),
        ["You matter more than this form. Call or text 988 now; if you may act on this, call 911."],
    ),
    (fires("weight_loss_explained", rf_weight_loss="explained"), []),
    (fires("rf_spinal_infection", **FEVER, conditions=["diabetes"]), [WAY_IN]),
    (fires("rf_spinal_infection", **FEVER, conditions=["diabetes"], rf_weight_loss="yes"), [WAY_IN]),
    (fires("rf_spinal_infection", **FEVER, rf_weight_loss="yes"), [FEVER_ALONE]),
    (fires("rf_spinal_infection", **{**FEVER, "needled_recent": "yes"}), [FEVER_ALONE]),
    (fires("rf_spinal_infection", **FEVER, pain_duration="under_4w", age=70), [FEVER_ALONE]),
]


@pytest.mark.parametrize(("case", "advice"), ADVICE, ids=lambda value: value.id if isinstance(value, Case) else "")
def test_the_advice_is_that_of_the_answer(case: Case, advice: list[str]) -> None:
    (found,) = [found for found in screen(prepared(case), on=ON).findings if found.code in case.fires]
    assert list(found.advice) == advice


CALLED = {
    "now": {code for code, tier in TIERS.items() if tier == "emergency"},
    "same day": {
        *("blood_thinner_stopped", "spinal_infection_possible", "recent_vascular_event", "head_neck_warning"),
        *("red_flag_unsure", "crisis_words_check", "breath_pain", "red_flag_in_text", "stiff_spine_injury"),
    },
    "2 days": {
        *("possible_malignancy", "spine_cord_or_instability", "aneurysm_known", "child_red_flag"),
        "chest_or_belly_pain",
    },
}


def test_each_rule_is_called_in_its_time() -> None:
    due = {code: time for time, codes in CALLED.items() for code in codes}
    assert {rule.code: str(rule.contact) for rule in RULES} == {code: due.get(code, "none") for code in TIERS}
