"""Proof that every code, value and name that an expression uses exists: a misspelt value would never fire.

``problems()`` is run by the system checks, so that a broken rule set stops the server and not a patient.
"""

from collections.abc import Iterator, Mapping

from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES, Questionnaire
from intake.screening import candidate as carried
from intake.screening import text
from intake.screening.checks.questions import question_problems
from intake.screening.checks.rules import rule_problems
from intake.screening.ruleset import RULE_SETS, RuleSet


def problems(
    questionnaires: Mapping[str, Questionnaire] = QUESTIONNAIRES, rule_sets: Mapping[str, RuleSet] = RULE_SETS
) -> list[str]:
    """Return a sentence for everything that is wrong with the questions and the rules, those of the candidate too;
    nothing if all is well.
    """
    return [*_problems(questionnaires, rule_sets), *_candidate_problems(carried.CANDIDATE)]


def _problems(questionnaires: Mapping[str, Questionnaire], rule_sets: Mapping[str, RuleSet]) -> Iterator[str]:
    yield from text.problems()
    for code, questionnaire in questionnaires.items():
        yield from question_problems(questionnaire)
        if code not in rule_sets:
            yield f"The questionnaire {code} has no rules."
        else:
            yield from rule_problems(rule_sets[code], questionnaire)


def _candidate_problems(candidate: carried.CandidateRules | None) -> Iterator[str]:
    """What is wrong with the rules that a release carries beside its own."""
    if candidate is None:
        return
    yield from candidate.misfits()
    for code, questionnaire in QUESTIONNAIRES.items():
        rules = candidate.rule_sets[code]
        for sentence in rule_problems(rules, questionnaire, intake=candidate.rule_sets[NEW_PATIENT.code]):
            yield f"In the candidate {candidate.version}: {sentence}"


__all__ = ["problems"]
