"""The document that is signed: nothing of the data is missing in it, and it says what changed."""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

import pytest
from django.core.management import call_command

from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES
from intake.questionnaire.visit_update.windows import WINDOWS
from intake.screening import RULES, RULESET
from intake.screening.changes import CHANGES
from intake.screening.digest import digest
from intake.screening.dossier import SIGNATURES, DossierEntry, _cell, _entries, dossier
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


def test_of_medicines_that_count_only_together_the_sides_are_told_apart(table: list[dict[str, str]]) -> None:
    pairs = {row["code"]: row["text"] for row in table if row["label"] == "Pairs"}
    assert pairs["for_vessels"] == "ANTIPLATELET + ASPIRIN"
    assert pairs["for_kidney_disease"] == (
        "calcitriol, rocaltrol + sodium bicarbonate, sodium bicarb, bicarbonate, bicarb, bicarbonato; "
        "epoetin, epogen, procrit, retacrit, aranesp + calcitriol, rocaltrol"
    )


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
    assert document.count('class="line"') == 7


def test_it_says_what_changed(document: str) -> None:
    assert f"What changed since {CHANGES.before}" in document
    assert "breath_pain, red_flag_in_text" in document
    assert "visit_update, check_in" in document
    assert "(new in 3.0)" in document


def test_the_changes_name_rules_that_exist_and_retired_ones_that_do_not() -> None:
    codes = {rule.code for rule in RULES}
    assert set(CHANGES.new) | set(CHANGES.wider) | set(CHANGES.narrower) <= codes
    assert set(CHANGES.retired) == set(RETIRED)
    assert codes.isdisjoint(CHANGES.retired)
    assert CHANGES.now == NEW_PATIENT.version
    assert {NEW_PATIENT.code, *CHANGES.forms} == set(QUESTIONNAIRES)
    assert len(codes) - len(CHANGES.new) + len(CHANGES.retired) == 68


def test_the_table_has_a_line_for_each_rule_condition(table: list[dict[str, str]]) -> None:
    when = {row["code"]: row["text"] for row in table if row["label"] == "Fires when"}
    assert when == {rule.code: rule.when for rules in RULE_SETS.values() for rule in rules.rules}
    assert {row["tier"] for row in table if row["label"] == "Fires when"} == {"emergency", "hold", "caution", "note"}


def test_a_rule_that_runs_over_two_forms_stands_in_it_once(table: list[dict[str, str]]) -> None:
    lines = Counter(row["code"] for row in table if row["label"] == "Fires when")
    assert {code: lines[code] for code in lines if lines[code] > 1} == {"answers_conflict": 2}


def test_what_ages_and_what_may_not_stand_unchanged_stands_in_it(table: list[dict[str, str]]) -> None:
    told = {(row["code"], row["label"]): row["text"] for row in table}
    assert [told[f"{each.code}: {each.value}", "Counts for"] for each in WINDOWS] == [
        f"{each.days} days" for each in WINDOWS
    ]
    assert told["devices", "No change is not offered when"] == "NOT answered(before_rf_breath_pain)"
    assert told["hours_since_visit", "Step"] == "The record of the visit: nobody is asked"


def test_the_table_begins_with_what_changed_and_who_signs(table: list[dict[str, str]]) -> None:
    changed = [(row["code"], row["text"]) for row in table if row["label"] == "Changed"]
    kinds = {"New": CHANGES.new, "Wider": CHANGES.wider, "Narrower": CHANGES.narrower, "Retired": CHANGES.retired}
    assert changed == [(code, kind) for kind, codes in kinds.items() for code in codes]
    reasons = {row["name"]: row["text"] for row in table if row["section"] == "What changed since 2.1" and row["name"]}
    assert reasons == dict(CHANGES.reasons)
    signed = [(row["text"], row["name"]) for row in table if row["section"] == "Who must sign"]
    assert signed == list(SIGNATURES)


def test_no_cell_is_run_as_a_formula(table: list[dict[str, str]]) -> None:
    assert [text for row in table for text in row.values() if text.startswith(("=", "+", "-", "@"))] == []


def entry(section: str, code: str) -> DossierEntry:
    return next(
        each for part in dossier().sections if part.title == section for each in part.entries if each.code == code
    )


def test_a_rule_is_written_out_line_by_line() -> None:
    found = entry("New patient intake: rules, caution", "limb_weakness_stable")
    rule = next(rule for rule in RULES if rule.code == found.code)
    assert (found.name, found.tier) == ("Weakness that a doctor has examined", "caution")
    assert found.rows == (
        ("Fires when", "rf_leg_weak = weeks_stable AND NOT fired(spine_cord_or_instability)"),
        ("Round", "unless"),
        ("Why", rule.why),
        ("Practitioner", rule.action),
        ("Patient reads", "Tell us at once if you get weaker, numb, or your bladder changes."),
        ("Call", "none"),
        ("Source", "IFOMPT 2020; clinical teaching (from memory)"),
        ("ICD-10-CM", "R29.898"),
        ("Reads", "rf_leg_weak, weak_checked"),
    )


def test_advice_with_a_condition_says_so_and_a_stronger_rule_names_what_folds_under_it() -> None:
    sudden = dict(entry("New patient intake: rules, emergency", "rf_sudden_neuro").rows)
    assert sudden["Folds under it"] == "nerve_compression, herniated_disc"
    advice = [text for label, text in entry("New patient intake: rules, emergency", "rf_sudden_neuro").rows]
    assert "Call 911 now, even if it went away. (when rf_stroke = yes)" in advice


def test_a_fact_and_a_question_are_written_out() -> None:
    assert entry("New patient intake: facts", "ankylosis").rows == (
        ("Holds when", "spine_dx has ankylosis OR cond(ankylosis)"),
    )
    assert entry("New patient intake: questions", "weak_checked").rows == (
        ("Step", "Safety questions"),
        ("Kind", "one, required"),
        ("Asked when", "rf_leg_weak = weeks_stable"),
        ("Why we ask", "Decides caution or hold"),
        ("New in", "3.0"),
        ("Choice", "no: No"),
        ("Choice", "yes: Yes"),
        ("Choice", "not_sure: Not sure"),
    )
    grown = entry("New patient intake: questions", "devices").rows
    assert grown[-1] == ("Choice", "valve_disease: A damaged or leaking heart valve that a doctor checks (new in 3.0)")


def test_rules_stand_from_the_most_serious_tier_down_then_facts_questions_and_words() -> None:
    titles = [section.title for section in dossier().sections if section.title.startswith("New patient intake")]
    assert titles == [
        *(f"New patient intake: rules, {tier}" for tier in ("emergency", "hold", "caution", "note")),
        "New patient intake: facts",
        "New patient intake: questions",
    ]
    assert "Words: anticoagulants" in [section.title for section in dossier().sections]


@dataclass(frozen=True)
class Shape:
    code: str = "SHAPE"
    title: str = "A shape"
    words: tuple[str, ...] = ("b", "a")
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {"x": ("y", "z"), "w": ()})
    kinds: frozenset[str] = frozenset({"d", "c"})
    rule: str | None = None
    small: bool = False


@pytest.mark.parametrize(
    ("value", "entries"),
    [
        (
            Shape(),
            [DossierEntry("SHAPE", "A shape", (("Words", "b, a"), ("By name", "x: y, z; w"), ("Kinds", "c, d")))],
        ),
        ((Shape(words=()), Shape(code="OTHER", by_name={}, kinds=frozenset())), None),
        (("one", "two"), [DossierEntry("LIST", "", (("Words", "one, two"),))]),
        (frozenset(), []),
        (None, []),
        (14, [DossierEntry("LIST", "", (("Words", "14"),))]),
    ],
)
def test_a_list_of_any_shape_is_told_in_words(value: object, entries: list[DossierEntry] | None) -> None:
    told = list(_entries("LIST", value))
    assert told == entries if entries is not None else [each.code for each in told] == ["SHAPE", "OTHER"]


def test_the_table_begins_with_its_headings_and_ends_its_lines_as_spreadsheets_do() -> None:
    first, second, *_rest = printed(csv=True).split("\r\n")
    assert first == "section,code,name,tier,label,text"
    assert second == "What changed since 2.1,breath_pain,,,Changed,New"
    assert [_cell(text) for text in ("=1", "+1", "-1", "@a", "a")] == ["'=1", "'+1", "'-1", "'@a", "a"]
