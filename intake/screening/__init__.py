"""The screening: rules, as data, over answers, as data. It screens and routes; it does not diagnose or clear
anyone.

``screen(answers, on=day)`` is pure and deterministic: no database, no clock, no request. Fail-safe: "not
sure" and "I would rather not say" never count as No; of two answers that disagree the stricter one counts; a
hidden answer does not count; only a named practitioner clears a flag.
"""

from intake.screening.checks import problems
from intake.screening.finding import Finding, Record, Screening
from intake.screening.reading import Reading, opened_by_text, read
from intake.screening.rule import Advice, NamedFact, Rule
from intake.screening.rules import RULES
from intake.screening.ruleset import RULE_SETS, RuleSet, screen
from intake.screening.tier import Contact, Stage, Tier
from intake.screening.version import RULESET

__all__ = [
    "RULES",
    "RULESET",
    "RULE_SETS",
    "Advice",
    "Contact",
    "Finding",
    "NamedFact",
    "Reading",
    "Record",
    "Rule",
    "RuleSet",
    "Screening",
    "Stage",
    "Tier",
    "opened_by_text",
    "problems",
    "read",
    "screen",
]
