"""The version goes up with the data: a digest beside it notices a change that nobody wrote down."""

from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import call_command

from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES, Kind, Question
from intake.screening import RULE_SETS
from intake.screening import digest as room
from intake.screening.digest import digest, parted
from intake.screening.ruleset import NEW_PATIENT_RULES
from intake.screening.text.lexicon import cue_denial
from intake.screening.version import DIGESTS, RULESET


def test_the_data_is_that_of_its_version() -> None:
    assert parted() == ""


def test_the_newest_version_stands_last() -> None:
    assert list(DIGESTS)[-1] == RULESET


def test_another_version_is_another_digest() -> None:
    assert digest("9.9.9") != digest()


def test_a_changed_rule_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    first, *others = NEW_PATIENT_RULES.rules
    changed = replace(NEW_PATIENT_RULES, rules=(replace(first, when=f"{first.when} OR rf_fever = yes"), *others))
    monkeypatch.setattr(room, "RULE_SETS", {**RULE_SETS, "new_patient": changed})
    assert digest() != before


def test_a_changed_question_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    fewer = replace(NEW_PATIENT, steps=NEW_PATIENT.steps[1:])
    monkeypatch.setattr(room, "QUESTIONNAIRES", {**QUESTIONNAIRES, "new_patient": fewer})
    assert digest() != before


def test_a_new_question_of_who_somebody_is_is_no_change_until_a_rule_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    about = NEW_PATIENT.steps[0]
    screen = about.screens[0]
    asked = Question("pronouns", "Which pronouns should we use?", Kind.TEXT, identity=True)
    wider = replace(about, screens=(replace(screen, questions=(*screen.questions, asked)), *about.screens[1:]))
    more = replace(NEW_PATIENT, steps=(wider, *NEW_PATIENT.steps[1:]))
    monkeypatch.setattr(room, "QUESTIONNAIRES", {**QUESTIONNAIRES, "new_patient": more})
    assert digest() == before
    first, *others = NEW_PATIENT_RULES.rules
    reading = replace(NEW_PATIENT_RULES, rules=(replace(first, questions=(*first.questions, "pronouns")), *others))
    monkeypatch.setattr(room, "RULE_SETS", {**RULE_SETS, "new_patient": reading})
    read = digest()
    monkeypatch.setattr(room, "QUESTIONNAIRES", QUESTIONNAIRES)
    assert digest() != read


def test_a_changed_word_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()
    monkeypatch.setattr(cue_denial, "NEGATION", (*cue_denial.NEGATION, "not a bit of"))
    assert digest() != before


def test_what_to_write_is_said() -> None:
    said = parted({}, "3.1.0")
    assert f'"3.1.0": "{digest("3.1.0")}"' in said
    assert "intake/screening/version.py" in said


def test_the_command_prints_the_version_with_its_digest() -> None:
    out = StringIO()
    call_command("screening_digest", stdout=out)
    assert out.getvalue() == f"{RULESET} {digest()}\n"


def test_the_command_fails_where_they_have_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("intake.management.commands.screening_digest.parted", lambda: "Write this.")
    err = StringIO()
    with pytest.raises(SystemExit) as end:
        call_command("screening_digest", stderr=err)
    assert (end.value.code, err.getvalue().strip()) == (1, "Write this.")
