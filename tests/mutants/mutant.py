"""What a mutant is, and how the truth table judges it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Protocol
from unittest.mock import patch

from intake.questionnaire import NEW_PATIENT, Questionnaire
from intake.screening import RULE_SETS, NamedFact, Rule, RuleSet
from intake.screening.text import Lexicon, Recogniser, terms
from tests.intake.screening.truth import CASES, Case
from tests.intake.screening.truth.judge import disagreement
from tests.intake.screening.truth.later import CASES as LATER_CASES

SOUND: RuleSet = RULE_SETS[NEW_PATIENT.code]


@dataclass(frozen=True)
class Program:
    """The screening as a mutant would run it: rules, recogniser and questions."""

    rules: RuleSet
    asked: Questionnaire = NEW_PATIENT

    def misses(self, case: Case) -> bool:
        """The row comes out differently, or not at all."""
        try:
            return disagreement(case, by=self.rules.screen, asked=self.asked) is not None
        except Exception:
            return True  # a program that falls over is noticed


class Broken(Protocol):
    """A program that may come out differently for a row."""

    def misses(self, case: Any) -> bool: ...


@dataclass(frozen=True)
class Mutant:
    """One broken piece. `about` are the rules it touches and `words` the text, to ask the likeliest rows first.

    `table` are the rows that judge it.
    """

    group: str
    change: str
    made: Callable[[], AbstractContextManager[Broken]]
    about: frozenset[str] = frozenset()
    words: str = ""
    table: tuple[Case, ...] = CASES

    def __str__(self) -> str:
        return f"{self.group}: {self.change}"

    def killer(self) -> Case | None:
        """The first row that notices, or None: the mutant survives."""
        with self.made() as program:
            return next((case for case in self.likeliest() if program.misses(case)), None)

    def likeliest(self) -> Iterator[Case]:
        """Every row, those that speak of this rule or hold this word first."""
        near = [case for case in self.table if self._is_near(case)]
        yield from near
        ids = {case.id for case in near}
        yield from (case for case in self.table if case.id not in ids)

    def _is_near(self, case: Case) -> bool:
        if self.words:
            return self.words in texts_of(case)
        return case.group == self.group or (bool(self.about) and not self.about.isdisjoint(case.named))


@cache
def _texts() -> dict[str, str]:
    return {case.id: _text(case) for case in (*CASES, *LATER_CASES)}


def texts_of(case: Case) -> str:
    """Everything typed in a row, in small letters."""
    return _texts()[case.id]


def _text(case: Case) -> str:
    return "\n".join(value for value in case.change.values() if isinstance(value, str)).lower().replace("’", "'")


@contextmanager
def _ready(build: Callable[[], Program]) -> Iterator[Program]:
    yield build()


def _lazily(build: Callable[[], Program]) -> Callable[[], AbstractContextManager[Program]]:
    return lambda: _ready(build)


def with_rules(rules: Iterable[Rule]) -> Callable[[], AbstractContextManager[Program]]:
    """The program with other rules."""
    kept = tuple(rules)
    return _lazily(lambda: Program(replace(SOUND, rules=kept)))


def with_facts(facts: Iterable[NamedFact]) -> Callable[[], AbstractContextManager[Program]]:
    """The program with other facts."""
    kept = tuple(facts)
    return _lazily(lambda: Program(replace(SOUND, facts=kept)))


def with_lexicon(**changes: Any) -> Callable[[], AbstractContextManager[Program]]:
    """The program with other word lists."""
    return _lazily(lambda: Program(replace(SOUND, scan=_recogniser(replace(Lexicon(), **changes)).scan)))


@cache
def _ways(name: str) -> tuple[Any, ...]:
    return tuple(_SPELT_OUT(name))


_SPELT_OUT = terms._ways


def _recogniser(lexicon: Lexicon) -> Recogniser:
    """A recogniser of that lexicon; how a name is spelt out depends on the name alone and is kept."""
    with patch.object(terms, "_ways", _ways):
        return Recogniser(lexicon)


def with_questions(questionnaire: Questionnaire) -> Callable[[], AbstractContextManager[Program]]:
    """The program with other questions."""
    return _lazily(lambda: Program(SOUND, questionnaire))
