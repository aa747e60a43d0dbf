"""The document that is signed: nothing of the data is missing in it, and it says what changed."""

import csv
import io
from html import unescape

import pytest
from django.core.management import call_command

from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES
from intake.screening import RULES, RULESET
from intake.screening.changes import CHANGES
from intake.screening.digest import digest
from intake.screening.retired import RETIRED
from intake.screening.ruleset import RULE_SETS
from intake.screening.text.lexicon import LEXICON


def printed(**options: bool) -> str:
    out = io.StringIO()
    call_command("clinical_dossier", stdout=out, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def document() -> str:
    return unescape(printed())


@pytest.fixture(scope="module")
def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed(csv=True))))


def test_every_rule_stands_in_it_with_all_it_says(document: str) -> None:
    rules = [rule for rules in RULE_SETS.values() for rule in rules.rules]
    wanted = [text for rule in rules for text in (rule.code, rule.name, rule.when, rule.why, rule.action, rule.source)]
    assert [text for text in wanted if text not in document] == []


def test_every_question_choice_and_fact_stands_in_it(document: str) -> None:
    questions = [question for form in QUESTIONNAIRES.values() for question in form.questions]
    choices = [f"{choice.value}: {choice.label}" for question in questions for choice in question.choices]
    facts = [text for rules in RULE_SETS.values() for fact in rules.facts for text in (fact.meaning, fact.when)]
    wanted = [*(question.wording for question in questions), *choices, *facts]
    assert [text for text in wanted if text not in document] == []


def test_every_name_of_a_medicine_stands_in_it(table: list[dict[str, str]]) -> None:
    words: dict[str, list[str]] = {row["code"]: [] for row in table}
    for row in table:
        words[row["code"]].append(row["text"])
    for group in LEXICON.groups:
        text = " ".join(words[group.code])
        assert [name for name in group.names if name not in text] == []


def test_it_says_which_version_it_is_and_that_nobody_has_signed(document: str) -> None:
    assert f"screening {RULESET}" in document
    assert digest() in document
    assert "Until it is signed" in document
    assert document.count('class="line"') == 6


def test_it_says_what_changed(document: str) -> None:
    assert f"What changed since {CHANGES.before}" in document
    assert "breath_pain, red_flag_in_text" in document
    assert "(new in 3.0)" in document


def test_the_changes_name_rules_that_exist_and_retired_ones_that_do_not() -> None:
    codes = {rule.code for rule in RULES}
    assert set(CHANGES.new) | set(CHANGES.wider) | set(CHANGES.narrower) <= codes
    assert set(CHANGES.retired) == set(RETIRED)
    assert codes.isdisjoint(CHANGES.retired)
    assert CHANGES.now == NEW_PATIENT.version
    assert len(codes) - len(CHANGES.new) + len(CHANGES.retired) == 68


def test_the_table_has_a_line_for_each_rule_condition(table: list[dict[str, str]]) -> None:
    when = {row["code"]: row["text"] for row in table if row["label"] == "Fires when"}
    assert when == {rule.code: rule.when for rules in RULE_SETS.values() for rule in rules.rules}
    assert {row["tier"] for row in table if row["label"] == "Fires when"} == {"emergency", "hold", "caution", "note"}


def test_no_cell_is_run_as_a_formula(table: list[dict[str, str]]) -> None:
    assert [text for row in table for text in row.values() if text.startswith(("=", "+", "-", "@"))] == []
