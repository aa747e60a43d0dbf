"""What a language for emergencies must say: computed from the questionnaires, and from named templates and modules.

A template brings what it extends and includes. The words of the questionnaire are those of its screens with a red
flag; the lines for the patient are those of the rules that are an emergency.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from intake.questionnaire import QUESTIONNAIRES, Screen
from intake.screening import Tier
from intake.screening.rules import CHECK_IN_RULES, RULES, VISIT_UPDATE_RULES
from tests.support.catalogs.gather import BASE

TEMPLATES: tuple[str, ...] = ("intake/screen.html", "intake/stop.html", "website/emergency.html")
MODULES: tuple[str, ...] = (
    "clinic/website/opening_hours.py",
    "intake/pages/red_line.py",
    "intake/questionnaire/cleaning.py",
    "intake/questionnaire/new_patient/quotes.py",
)
_BRINGS = re.compile(r"{%\s*(?:extends|include)\s+\"([^\"]+)\"")


def words_of_red_flags() -> set[str]:
    """Return the English words of every screen with a red flag."""
    return {
        word
        for questionnaire in QUESTIONNAIRES.values()
        for screen in questionnaire.screens
        if screen.has_red_flag
        for word in _words(screen)
    }


def advice() -> set[str]:
    """Return the lines for the patient of every rule that is an emergency."""
    rules = (*RULES, *VISIT_UPDATE_RULES, *CHECK_IN_RULES)
    return {line.text for rule in rules if rule.tier is Tier.EMERGENCY for line in rule.advice}


def _words(screen: Screen) -> Iterator[str]:
    yield from filter(None, (screen.title, screen.intro))
    for question in screen.questions:
        yield from filter(None, (question.wording, question.hint))
        yield from (choice.label for choice in question.choices)


def files() -> set[str]:
    """Return the files whose every string is needed, as they stand in a catalog's places."""
    return {f"templates/{name}" for name in closure(TEMPLATES)} | set(MODULES)


def closure(names: tuple[str, ...], base: Path = BASE) -> set[str]:
    """Return the templates with those that they extend and include, and so on."""
    whole: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in whole:
            whole.add(name)
            waiting += _BRINGS.findall((base / "templates" / name).read_text(encoding="utf-8"))
    return whole
