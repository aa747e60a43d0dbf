"""What a check-in knows from before: the last full screening, of the full form merged with the updates since."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from intake.questionnaire import NEW_PATIENT, VISIT_UPDATE
from intake.screening.finding import Record
from intake.screening.merge import Given, record_of
from intake.screening.ruleset import RULE_SETS, RuleSet, screen

# An update does not ask all of these each time; what it leaves out stands as it was told.
_ASKED_OF_ALL = frozenset(question.code for question in NEW_PATIENT.questions if question.show_if == "always")


def record_for_check_in(
    full: Given, updates: Sequence[Given] = (), *, rule_sets: Mapping[str, RuleSet] = RULE_SETS
) -> Record:
    """The answers, findings and facts as they stood on the day of the last of these sittings.

    A check-in comes two days after a visit, so that nothing ages in between.
    """
    day = updates[-1].on if updates else full.on
    merged = record_of(full, updates, on=day)
    screening = screen({}, on=day, questionnaire=VISIT_UPDATE, record=merged, rule_sets=rule_sets)
    counts = screening.shown | _ASKED_OF_ALL
    counting = {code: answer for code, answer in merged.answers.items() if code not in VISIT_UPDATE or code in counts}
    return replace(merged, answers=counting, fired=screening.codes, facts=screening.facts)
