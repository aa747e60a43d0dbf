"""What a language for emergencies must say: computed from questionnaires, rules, and named templates and modules.

A template brings what it extends and includes, but for what an emergency language leaves out. The words of the
questionnaires are those of the screens with a red flag: what they ask, and what they answer to a slip; the lines for
the patient are those of the rules that are an emergency.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils import translation

from clinic.website import pages
from intake.questionnaire import QUESTIONNAIRES, Question, Screen
from intake.questionnaire.cleaning import AnswerError, clean, what_to_do
from intake.questionnaire.visit_record import VISIT_AREAS
from intake.screening import Tier
from intake.screening.rules import CHECK_IN_RULES, RULES, VISIT_UPDATE_RULES
from tests.support.catalogs.gather import BASE

TEMPLATES: tuple[str, ...] = (
    *("intake/screen.html", "intake/_screen_fields.html", "intake/stop.html", "intake/_in_english.html"),
    *("components/emergency_card.html", "website/emergency.html"),
    # A page in English, with the words of the chosen language inside it.
    *("429.html", "components/request_line.html"),
)
# What stands in these is never shown in an emergency language (tests/languages/test_emergency_languages.py).
LEFT_OUT = frozenset(
    {
        *("components/demo_banner.html", "components/site_nav.html", "components/footer_menu.html"),
        *(
            "components/in_other_words.html",
            "website/_articles.html",
            "website/_begin.html",
            "intake/_risk_sheet.html",
            "intake/_about_email.html",
        ),
    }
)
# How long to wait, on the page that asks for it.
WAITS = frozenset({"%(n)d minute", "%(n)d hour"})
MODULES: tuple[str, ...] = (
    "intake/pages/reading_hours.py",
    "intake/pages/red_line.py",
    "intake/pages/last_answers.py",
    "intake/pages/forms.py",
    "intake/pages/viewer.py",
    "intake/questionnaire/new_patient/quotes.py",
)
_BRINGS = re.compile(r"{%\s*(?:extends|include)\s+\"([^\"]+)\"")
# Slips: an answer that is none, of every shape in which one can be sent.
_SLIPS = ("no such answer", ["no such answer"])
_DAY = date(2026, 1, 15)


def words() -> set[str]:
    """Return the English words that stand in no template: questions, answers, advice, the title of the page."""
    page = pages.page("emergency")
    with translation.override("en"):
        own = {str(page.title), str(page.description)}
    return own | words_of_red_flags() | advice() | WAITS


def words_of_red_flags() -> set[str]:
    """Return the English words of every screen with a red flag, and of where the last needles were."""
    return {
        word
        for questionnaire in QUESTIONNAIRES.values()
        for screen in questionnaire.screens
        if screen.has_red_flag
        for word in (*_words(screen), questionnaire.step_of(questionnaire.screens.index(screen) + 1).title)
    } | {choice.label for choice in VISIT_AREAS.choices}


def advice() -> set[str]:
    """Return the lines for the patient of every rule that is an emergency."""
    rules = (*RULES, *VISIT_UPDATE_RULES, *CHECK_IN_RULES)
    return {line.text for rule in rules if rule.tier is Tier.EMERGENCY for line in rule.advice}


def _words(screen: Screen) -> Iterator[str]:
    yield from filter(None, (screen.title, screen.intro, screen.why))
    for question in screen.questions:
        yield from filter(None, (question.wording, question.hint))
        yield from (choice.label for choice in question.choices)
        yield from slips(question)


def slips(question: Question) -> Iterator[str]:
    """Yield what a question says when it is left empty, and to every answer that is none."""
    yield what_to_do(question).template
    named = [choice.value for choice in question.choices]
    for slip in (*_SLIPS, named):
        try:
            clean(question, slip, on=_DAY)
        except AnswerError as wrong:
            yield wrong.sentence.template


def files() -> set[str]:
    """Return the files whose every string is needed, as they stand in a catalog's places."""
    return {f"templates/{name}" for name in closure(TEMPLATES)} | set(MODULES)


def closure(names: tuple[str, ...], base: Path = BASE) -> set[str]:
    """Return the templates with those that they extend and include, and so on, without what is left out."""
    whole: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in whole and name not in LEFT_OUT:
            whole.add(name)
            waiting += _BRINGS.findall((base / "templates" / name).read_text(encoding="utf-8"))
    return whole
