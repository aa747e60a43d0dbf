"""Holds a row of an update or a check-in against what the screening finds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from intake.questionnaire import QUESTIONNAIRES, Questionnaire
from intake.screening import RULE_SETS, RuleSet, Screening
from intake.screening.before import record_for_check_in
from intake.screening.finding import Record
from intake.screening.form import form_of
from intake.screening.merge import Given, record_of
from tests.intake.screening.truth.case import ON
from tests.intake.screening.truth.judge import compared, misasked, misread
from tests.intake.screening.truth.later.case import Later
from tests.intake.screening.truth.later.tiers import LATER_TIERS


@dataclass(frozen=True)
class House:
    """The program under judgement, or a mutant of it."""

    rules: Mapping[str, RuleSet] = field(default_factory=lambda: RULE_SETS)
    asked: Mapping[str, Questionnaire] = field(default_factory=lambda: QUESTIONNAIRES)

    def screen(self, case: Later) -> Screening:
        """Screen one row, after the full form before it."""
        asked = self.asked[case.form]
        return self.rules[case.form].screen(case.answers(), on=ON, questionnaire=asked, record=record_before(case))


def record_before(case: Later) -> Record:
    """What the last full form of the row hands on."""
    day = ON - timedelta(days=case.days)
    full = Given(form_of(QUESTIONNAIRES["new_patient"]).valid(case.before(), day), day)
    return record_for_check_in(full) if case.form == "check_in" else record_of(full, on=ON)


def disagreement(case: Later, house: House | None = None) -> str | None:
    """None when a row comes out as the table says, else one line that tells the difference."""
    result = (house or House()).screen(case)
    found = {finding.code: str(finding.tier) for finding in result.findings}
    told = compared(case, found, str(result.tier), LATER_TIERS[case.form])
    return told or misread(case, result) or misasked(case, result)
