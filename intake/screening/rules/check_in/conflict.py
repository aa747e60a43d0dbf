"""The check-in: "none" ticked together with something else. The stricter answer counts until somebody asks."""

from dataclasses import replace

from intake.screening.rules.answers import ANSWERS

CONFLICT = tuple(replace(rule, when="none_mixed()") for rule in ANSWERS if rule.code == "answers_conflict")
