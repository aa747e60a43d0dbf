"""Mutants of the visit update and the check-in: their rules, their show-ifs, what ages, and the words after a visit."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from unittest.mock import patch

from intake.questionnaire import QUESTIONNAIRES, VISIT_UPDATE, Question, Questionnaire
from intake.questionnaire.visit_update import windows
from intake.screening import RULE_SETS, Rule, Tier, parts
from intake.screening.rules import CHECK_IN_RULES, VISIT_UPDATE_RULES
from intake.screening.text import LEXICON, Lexicon, Recogniser
from tests.intake.screening.truth.later import CASES, Later
from tests.intake.screening.truth.later.judge import House, disagreement
from tests.mutants.expressions import mutations
from tests.mutants.mutant import Mutant

TIERS = [tier for tier in Tier if tier is not Tier.CLEAR]
AFTER_A_VISIT = ("followup_today", "followup_next_day")
LISTS = ("phrases", "bridge", "negation", "still_negation")


@dataclass(frozen=True)
class LaterProgram:
    """The screening of both forms as a mutant would run it."""

    house: House

    def misses(self, case: Later) -> bool:
        """The row comes out differently, or not at all."""
        try:
            return disagreement(case, self.house) is not None
        except Exception:
            return True  # a program that falls over is noticed


def later_rule_mutants() -> Iterator[Mutant]:
    """Each rule of the two forms dropped, with another tier, and with every broken form of its condition."""
    for form, rules in (("visit_update", VISIT_UPDATE_RULES), ("check_in", CHECK_IN_RULES)):
        for rule in rules:
            about = frozenset({rule.code})
            yield _mutant(rule.code, "dropped", _with_rule(form, rule), about)
            for tier in TIERS:
                if tier is not rule.tier:
                    yield _mutant(rule.code, f"tier {tier}", _with_rule(form, rule, replace(rule, tier=tier)), about)
            for change, when in mutations(rule.when):
                yield _mutant(rule.code, change, _with_rule(form, rule, replace(rule, when=when)), about)


def later_condition_mutants() -> Iterator[Mutant]:
    """Each show-if that the two forms have of their own, and each that says what may stand unchanged, broken."""
    for form in ("visit_update", "check_in"):
        for question in QUESTIONNAIRES[form].questions:
            for field in ("show_if", "anew_if"):
                expression = getattr(question, field)
                if expression not in ("", "always") and (field == "anew_if" or _is_own(form, question)):
                    changes = [("always", "always"), *mutations(expression)]
                    for change, broken in changes:
                        asked = _asking(form, question, _changed(question, **{field: broken}))
                        yield _mutant(f"{field} {question.code} of {form}", change, asked)


def later_data_mutants() -> Iterator[Mutant]:
    """Each window forgotten or shifted by a day, each kind of text that passes, each answer from before unread."""
    for window in windows.WINDOWS:
        others = tuple(other for other in windows.WINDOWS if other is not window)
        yield _patched(f"window {window.code}", f"{window.value} forgotten", windows, WINDOWS=others)
        for days in (window.days - 1, window.days + 1):
            shifted = tuple(replace(each, days=days) if each is window else each for each in windows.WINDOWS)
            yield _patched(f"window {window.code}", f"{window.value} in {days} days", windows, WINDOWS=shifted)
    for name in ("ONLY_NEW", "PASSING"):
        kinds = getattr(parts, name)
        for kind in sorted(kinds):
            yield _patched("old text", f"{kind} taken from {name}", parts, **{name: kinds - {kind}})
    for days in (parts.PASSING_DAYS - 1, parts.PASSING_DAYS + 1):
        yield _patched("old text", f"passes in {days} days", parts, PASSING_DAYS=days)
    for form in ("visit_update", "check_in"):
        for field in ("from_intake", "from_visit"):
            yield from _unread_mutants(form, field)
    text = next(question for question in VISIT_UPDATE.questions if question.appended)
    yield _mutant("appended", text.code, _asking("visit_update", text, replace(text, appended=False)))


def later_word_mutants() -> Iterator[Mutant]:
    """Each word, bridge and denial of the two word lists of the check-in dropped, and each list unread."""
    for words in LEXICON.word_lists:
        if words.code in AFTER_A_VISIT:
            for field in LISTS:
                for word in getattr(words, field):
                    fewer = _changed(words, **{field: _without(getattr(words, field), word)})
                    lists = tuple(fewer if each is words else each for each in LEXICON.word_lists)
                    made = _with_lexicon(word_lists=lists)
                    yield _mutant(f"{words.code} {field}", f"{word} dropped", made, words=word)
    scope = LEXICON.fields["fu_text"]
    for code in scope.word_lists:
        read = replace(scope, word_lists=_without(scope.word_lists, code))
        yield _mutant("fu_text", f"{code} unread", _with_lexicon(fields={**LEXICON.fields, "fu_text": read}))


def _is_own(form: str, question: Question) -> bool:
    """The form asks it on other terms than the full form does: those have mutants already."""
    first = QUESTIONNAIRES["new_patient"]
    return question.code not in first or question.show_if != first.question(question.code).show_if


def _unread_mutants(form: str, field: str) -> Iterator[Mutant]:
    known: tuple[Question, ...] = getattr(QUESTIONNAIRES[form], field)
    read = known if form == "check_in" or field == "from_visit" else ()  # of the update all of them: the rules tell
    for question in read:
        fewer = tuple(other for other in known if other is not question)
        asked = partial(_house, asked={form: _changed(QUESTIONNAIRES[form], **{field: fewer})})
        yield _mutant(f"{field} of {form}", f"{question.code} unread", asked)


Made = Callable[[], House]


def _mutant(group: str, change: str, made: Made, about: frozenset[str] = frozenset(), words: str = "") -> Mutant:
    return Mutant(group, change, partial(_ready, made), about, words.lower(), table=CASES)


def _patched(group: str, change: str, module: Any, **values: Any) -> Mutant:
    return Mutant(group, change, partial(_while_patched, module, values), table=CASES)


@contextmanager
def _ready(made: Made) -> Iterator[LaterProgram]:
    yield LaterProgram(made())


@contextmanager
def _while_patched(module: Any, values: Mapping[str, Any]) -> Iterator[LaterProgram]:
    with patch.multiple(module, **values):
        yield LaterProgram(House())


def _house(*, rules: Mapping[str, Any] | None = None, asked: Mapping[str, Questionnaire] | None = None) -> House:
    return House(rules={**RULE_SETS, **(rules or {})}, asked={**QUESTIONNAIRES, **(asked or {})})


def _with_rule(form: str, rule: Rule, *others: Rule) -> Made:
    """The house with other rules in the place of this one."""

    def made() -> House:
        kept = [each for each in RULE_SETS[form].rules if each is not rule]
        return _house(rules={form: replace(RULE_SETS[form], rules=(*kept, *others))})

    return made


def _asking(form: str, question: Question, changed: Question) -> Made:
    """The house with one question of the form changed."""

    def made() -> House:
        steps = tuple(
            replace(
                step,
                screens=tuple(
                    replace(screen, questions=tuple(changed if each is question else each for each in screen.questions))
                    for screen in step.screens
                ),
            )
            for step in QUESTIONNAIRES[form].steps
        )
        return _house(asked={form: replace(QUESTIONNAIRES[form], steps=steps)})

    return made


def _with_lexicon(**changes: Any) -> Made:
    """The house with other word lists, for what is written after a visit."""

    def made() -> House:
        scan = Recogniser(replace(Lexicon(), **changes)).scan
        return _house(rules={form: replace(rules, scan=scan) for form, rules in RULE_SETS.items()})

    return made


def _changed(entry: Any, **change: Any) -> Any:
    return replace(entry, **change)


def _without(words: tuple[str, ...], word: str) -> tuple[str, ...]:
    return tuple(kept for kept in words if kept != word)
