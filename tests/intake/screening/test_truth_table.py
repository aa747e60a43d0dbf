"""The golden truth table: what the clinical paper says must fire, row by row."""

import json
from collections import Counter
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from intake.screening import RULES, screen
from tests.intake.screening.truth import CASES, ON, TIERS, Case
from tests.intake.screening.truth.judge import compared, disagreements, prepared
from tests.intake.screening.truth.words import groups_of, lexicon

GROUPS = sorted({case.group for case in CASES})
HEALTHY = prepared(next(case for case in CASES if case.group == "healthy"))


@pytest.mark.parametrize("group", GROUPS)
def test_every_row_comes_out_as_the_paper_says(group: str) -> None:
    assert disagreements(case for case in CASES if case.group == group) == []


def test_the_command_screens_the_whole_table_alike(tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    forms = [{"questionnaire": "new_patient", "on": ON.isoformat(), "answers": case.answers()} for case in CASES]
    table.write_text("".join(json.dumps(form) + "\n" for form in forms), encoding="utf-8")
    out = StringIO()
    call_command("screen", str(table), lines=True, stdout=out)
    screened = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(screened) == len(CASES)
    assert [line for case, result in zip(CASES, screened, strict=True) if (line := _told(case, result))] == []


def _told(case: Case, result: dict[str, object]) -> str | None:
    findings = result["findings"]
    assert isinstance(findings, list)
    return compared(case, {found["code"]: found["tier"] for found in findings}, str(result["tier"]))


def test_the_table_speaks_of_every_rule_both_ways() -> None:
    fired = Counter(code for case in CASES for code in case.fires | (case.exactly or frozenset()))
    missed = Counter(code for case in CASES for code in case.quiet)
    assert [code for code in TIERS if not fired[code] or not missed[code]] == []


def test_the_program_has_the_rules_of_the_paper_and_no_others() -> None:
    assert {rule.code: str(rule.tier) for rule in RULES} == TIERS


def test_the_table_holds_every_name_and_phrase_of_the_paper() -> None:
    kinds = Counter(entry["kind"] for entry in lexicon())
    spellings = [typed for entry in lexicon() if entry["kind"] == "misspellings" for typed in entry["accept"]]
    assert (kinds["name"], kinds["phrase"], len(spellings)) == (796, 178, 143)
    asked = {str(case.change.get("meds_list")) for case in CASES}
    assert [name for name in groups_of() if f"{name} daily" not in asked] == []


def test_no_two_rows_have_the_same_id() -> None:
    assert [row for row, count in Counter(case.id for case in CASES).items() if count > 1] == []


@pytest.mark.parametrize(
    "rewrite", [str.upper, str.title, lambda name: f"I take my {name}.", lambda name: f"• {name}\n"]
)
def test_a_name_fires_however_it_is_typed(rewrite) -> None:  # type: ignore[no-untyped-def]
    rows = [
        Case(
            case.id,
            case.group,
            {**case.change, "meds_list": rewrite(str(case.change["meds_list"])[: -len(" daily")])},
            exactly=case.exactly,
        )
        for case in CASES
        if case.group == "name"
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


@pytest.mark.parametrize(("born", "on", "codes"), BIRTHDAYS[:5])
def test_age_is_whole_years_on_the_day(born: str, on: date, codes: list[str]) -> None:
    result = screen({**HEALTHY, "date_of_birth": born}, on=on)
    assert sorted(found.code for found in result.findings) == sorted(codes)


@pytest.mark.parametrize(("born", "on", "codes"), BIRTHDAYS[5:])
def test_an_impossible_birth_date_is_no_age(born: str, on: date, codes: list[str]) -> None:
    result = screen({**HEALTHY, "date_of_birth": born}, on=on)
    assert sorted(found.code for found in result.findings) == sorted(codes)
