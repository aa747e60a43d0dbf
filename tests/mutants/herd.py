"""All mutants, a quick sample of them, and the count of those that were noticed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from tests.intake.screening.truth import CASES
from tests.intake.screening.truth.later import CASES as LATER_CASES
from tests.intake.screening.truth.later.judge import disagreement as later_disagreement
from tests.intake.screening.truth.later.tiers import LATER_TIERS
from tests.mutants.equivalents import EQUIVALENT
from tests.mutants.mutant import SOUND, Mutant, Program
from tests.mutants.of_cues import cue_mutants
from tests.mutants.of_later import (
    later_condition_mutants,
    later_data_mutants,
    later_rule_mutants,
    later_word_mutants,
)
from tests.mutants.of_rules import fact_mutants, rule_mutants, show_if_mutants
from tests.mutants.of_words import (
    as_written_mutants,
    condition_mutants,
    field_mutants,
    name_mutants,
    phrase_mutants,
    silent_word_mutants,
    spelling_mutants,
    sublist_mutants,
    treats_mutants,
)

ENOUGH = 0.95
RULES = (
    rule_mutants,
    fact_mutants,
    show_if_mutants,
    later_rule_mutants,
    later_condition_mutants,
    later_data_mutants,
)
CODES = tuple(dict.fromkeys(code for tiers in LATER_TIERS.values() for code in tiers))
"""Every rule of the three forms."""
WORDS = (
    name_mutants,
    sublist_mutants,
    spelling_mutants,
    silent_word_mutants,
    condition_mutants,
    phrase_mutants,
    treats_mutants,
    as_written_mutants,
    field_mutants,
    later_word_mutants,
)


def table_holds() -> bool:
    """The unbroken program agrees with the whole table: without that every mutant would seem noticed."""
    sound = Program(SOUND)
    return not any(sound.misses(case) for case in CASES) and not any(map(later_disagreement, LATER_CASES))


def everything() -> Iterator[Mutant]:
    """Every mutant that can change something."""
    for make in (*RULES, *WORDS, cue_mutants):
        yield from (mutant for mutant in make() if str(mutant) not in EQUIVALENT)


def a_sample() -> Iterator[Mutant]:
    """One mutant of every rule and of many of the rest, and a few names, always the same: seconds, not minutes.

    A broken list is compiled anew, some third of a second each, and words overlap: `make mutants` judges them all.
    """
    some = chain(
        _one_of_each(rule_mutants()),
        _one_of_each(later_rule_mutants()),
        islice(chain(fact_mutants(), show_if_mutants(), later_condition_mutants()), 0, None, 24),
        islice(later_data_mutants(), 0, None, 6),
        islice(name_mutants(), 0, None, 800),
    )
    yield from (mutant for mutant in some if str(mutant) not in EQUIVALENT)


def _one_of_each(mutants: Iterable[Mutant]) -> Iterator[Mutant]:
    """The first of each group."""
    groups: dict[str, Mutant] = {}
    for mutant in mutants:
        groups.setdefault(mutant.group, mutant)
    yield from groups.values()


@dataclass
class Count:
    """How many mutants of each group were made and noticed, and which survived."""

    made: Counter[str] = field(default_factory=Counter)
    noticed: Counter[str] = field(default_factory=Counter)
    survivors: list[str] = field(default_factory=list)

    def add(self, mutant: Mutant, *, noticed: bool) -> None:
        self.made[mutant.group] += 1
        self.noticed[mutant.group] += noticed
        if not noticed:
            self.survivors.append(str(mutant))

    @property
    def share(self) -> float:
        """The share that was noticed, 0 to 1."""
        return self.noticed.total() / self.made.total() if self.made else 0.0

    @property
    def rules_without(self) -> list[str]:
        """Rules of which nothing was broken: a gap in the proof."""
        return [code for code in CODES if not self.made[code]]

    @property
    def is_enough(self) -> bool:
        return self.share >= ENOUGH and not self.rules_without


def counted(mutants: Iterable[Mutant]) -> Count:
    """Judge them one after the other."""
    count = Count()
    for mutant in mutants:
        count.add(mutant, noticed=mutant.killer() is not None)
    return count
