"""One short number for everything the screening is made of: rules, facts, questions and word lists."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from hashlib import sha256
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from intake.questionnaire import QUESTIONNAIRES
from intake.questionnaire.model import Question, Questionnaire
from intake.questionnaire.visit_update.windows import WINDOWS
from intake.screening.parts import ONLY_NEW, PASSING, PASSING_DAYS
from intake.screening.ruleset import RULE_SETS, RuleSet
from intake.screening.text import lexicon
from intake.screening.version import DIGESTS, RULESET


def digest(version: str = RULESET, rule_sets: Mapping[str, RuleSet] | None = None) -> str:
    """Return the digest of the data as it stands under that version: another version is another digest. Other
    `rule_sets` than the release's are those of a candidate.
    """
    rule_sets = RULE_SETS if rule_sets is None else rule_sets
    read = {code for rules in rule_sets.values() for rule in rules.rules for code in rule.questions}
    made_of = {
        "version": version,
        "questions": {code: _asked(questionnaire, read) for code, questionnaire in QUESTIONNAIRES.items()},
        "rules": {code: [_plain(rule) for rule in rules.rules] for code, rules in rule_sets.items()},
        "facts": {code: [_plain(fact) for fact in rules.facts] for code, rules in rule_sets.items()},
        "windows": _plain(WINDOWS),
        "passing": _plain({"only new": ONLY_NEW, "passing": PASSING, "days": PASSING_DAYS}),
        "words": dict(_word_lists()),
    }
    return sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()[:16]


def parted(digests: Mapping[str, str] = DIGESTS, version: str = RULESET) -> str:
    """Return what to do about a digest that is not that of the data; nothing where the two agree."""
    now = digest(version)
    if digests.get(version) == now:
        return ""
    return (
        f"The screening data no longer is what version {version} says. If a clinic uses {version} already, raise "
        f"RULESET in intake/screening/version.py first and run this again. Then write there: "
        f'"{version}": "{now}",'
    )


def _asked(questionnaire: Questionnaire, read: Set[str]) -> Any:
    """What it asks, without what only says who somebody is: of that the screening knows what a rule reads."""
    steps = [
        replace(step, screens=tuple(replace(each, questions=_screened(each.questions, read)) for each in step.screens))
        for step in questionnaire.steps
    ]
    return {
        "version": questionnaire.version,
        "walk": questionnaire.walk,
        "steps": _plain(steps),
        "before": _plain(_screened(questionnaire.from_intake + questionnaire.from_visit, read)),
    }


def _screened(questions: Iterable[Question], read: Set[str]) -> tuple[Question, ...]:
    return tuple(question for question in questions if not question.identity or question.code in read)


def _word_lists() -> Iterator[tuple[str, Any]]:
    """Every list of every file of the lexicon."""
    for module in sorted(iter_modules(lexicon.__path__), key=lambda each: each.name):
        lists = vars(import_module(f"{lexicon.__name__}.{module.name}"))
        yield module.name, {name: _plain(value) for name, value in sorted(lists.items()) if name.isupper()}


def _plain(value: Any) -> Any:
    """The value in JSON types, in an order that does not depend on the run."""
    if isinstance(value, re.Pattern):
        return value.pattern
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(value[key])] for key in sorted(value, key=str)]
    if isinstance(value, Set):
        return sorted((_plain(each) for each in value), key=str)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value if isinstance(value, str | int | float | bool | None) else type(value).__name__
