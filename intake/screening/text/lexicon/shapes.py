"""The shapes the lexicon is written in: a medicine group, a sub-list, a condition, a list of words.

Nothing here decides anything. A pharmacist reads the data files beside this one; the recogniser
compiles them once, at import.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


def _(text: str) -> str:
    """Mark a wording for translation; the page that shows it translates it."""
    return text


def words_of(text: str) -> frozenset[str]:
    """The words of a text, as a set: a short way to write a long list."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class Group:
    """Medicines that raise one rule.

    `fuzzy` maps a generic name to its brands; these names forgive a spelling slip. `exact` names,
    `foreign` names and `phrases` match only as written. `rule` is the code of the rule that reads
    the group, or None where the group only shows on the chart.
    """

    code: str
    title: str
    rule: str | None
    fuzzy: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exact: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    @property
    def fuzzy_names(self) -> tuple[str, ...]:
        """Every generic, each followed by its brands."""
        return tuple(name for generic, brands in self.fuzzy.items() for name in (generic, *brands))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and phrase of the group, in the order of the file."""
        return (*self.fuzzy_names, *self.exact, *self.foreign, *self.phrases)


@dataclass(frozen=True, slots=True)
class SubList:
    """A part of the lexicon that a rule asks for by its own name.

    Either the `members`, or all of the group `all_of` without the names in `but_not`.
    """

    code: str
    meaning: str
    members: tuple[str, ...] = ()
    all_of: str = ""
    but_not: tuple[str, ...] = ()


class Past(StrEnum):
    """What the past tense does to a condition."""

    NEVER = "never"  # it stays: a bleeding disorder is for life
    SEIZURE = "seizure"  # long ago or in childhood makes it 'remote'
    APPLIES = "applies"  # past verbs and bare times cancel it, unless within 14 days
    REMOVED = "removed"  # only being taken out, or ruled out, cancels it


@dataclass(frozen=True, slots=True)
class Condition:
    """Words that name a condition.

    `near`: counts only with one of these in the same clause; `not_near`: only without them.
    `only_in`: looked for in these fields alone. `counts_as`: the condition it stands for, if another.
    `also_removed`: further words that cancel it, beside those of every removable thing.
    """

    code: str
    words: tuple[str, ...]
    past: Past
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    counts_as: str = ""
    also_removed: tuple[str, ...] = ()

    @property
    def stands_for(self) -> str:
        """The name a rule asks for."""
        return self.counts_as or self.code


@dataclass(frozen=True, slots=True)
class WordList:
    """Phrases that are not medicines or conditions, with what may stand between them and a denial."""

    code: str
    phrases: tuple[str, ...]
    bridge: tuple[str, ...] = ()
    negation: tuple[str, ...] = ()
    still_negation: tuple[str, ...] = ()  # denials here, though not elsewhere: 'no problem'
