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


def names_in(text: str) -> tuple[str, ...]:
    """The names of a text, parted by commas: a short way to write a long list of names that hold spaces."""
    return tuple(name for part in text.split(",") if (name := " ".join(part.split())))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something: a short way to write a long list of shapes.

    A line that ends with a bar goes on in the next.
    """
    lines = [""]
    for part in text.splitlines():
        if lines[-1].endswith("|"):
            lines[-1] += part.strip()
        else:
            lines.append(part.strip())
    return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Group:
    """Medicines that raise one rule.

    `fuzzy` maps a generic name to its brands; `exact`, `foreign` and `phrases` stand beside them, `world`
    are the names of other countries and times. Every single word in Latin letters forgives a slip of the
    pen when it is long enough. `rule` is the code of the rule that reads the group, or None where the
    group only shows on the chart.
    """

    code: str
    title: str
    rule: str | None
    fuzzy: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exact: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    world: tuple[str, ...] = ()

    @property
    def fuzzy_names(self) -> tuple[str, ...]:
        """Every generic, each followed by its brands."""
        return tuple(name for generic, brands in self.fuzzy.items() for name in (generic, *brands))

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and phrase of the group, in the order of the file."""
        return (*self.fuzzy_names, *self.exact, *self.foreign, *self.phrases, *self.world)


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
    EVENT = "event"  # counts by when it was: within 92 days it is recent


@dataclass(frozen=True, slots=True)
class Condition:
    """Words and shapes that name a condition.

    `words` are phrases as written; `patterns` shapes in the notation of `text.patterns`. `near`: counts only
    with one of these in the same clause; `not_near`: only without them.
    `only_in`: looked for in these fields alone. `counts_as`: the condition it stands for, if another.
    `also_removed`: further words that cancel it, beside those of every removable thing. `not_in`: not looked
    for in these fields. `not_after`: not with one of these just before ('mi tía'). `not_after_small`: the
    same, unless typed in capitals ('my TIA'). `capitals`: only when typed in capitals ('DISH').
    `ever`: 'none now' does not deny it, because one that is over counts too. `put_in`: it is there only when somebody
    put it in, and one that is spoken of is not.
    """

    code: str
    past: Past
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    only_in: tuple[str, ...] = ()
    counts_as: str = ""
    also_removed: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_after_small: tuple[str, ...] = ()
    capitals: bool = False
    ever: bool = False
    put_in: bool = False

    @property
    def stands_for(self) -> str:
        """The name a rule asks for."""
        return self.counts_as or self.code


@dataclass(frozen=True, slots=True)
class WordList:
    """Phrases that are not medicines or conditions, with what may stand between them and a denial.

    `patterns` are shapes. `not_in_sentence_with`: none counts in a sentence that holds one of these words.
    `most_days`: one that is older, by the time in its clause, is past. `event`: it happened at one time, which 'since'
    tells too, and without a time it is undated. `never_cancelled`: nothing cancels it.
    `bare`: words that count alone, but not as a part of a medicine's name nor with nothing said of them.
    """

    code: str
    phrases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    bridge: tuple[str, ...] = ()
    negation: tuple[str, ...] = ()
    still_negation: tuple[str, ...] = ()  # denials here, though not elsewhere: 'no problem'
    not_in_sentence_with: tuple[str, ...] = ()
    most_days: int | None = None
    event: bool = False
    never_cancelled: bool = False
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sequel:
    """A sign over two clauses, of a list of words: `told` is the shape of the first, `then` are those of the second."""

    code: str
    told: str
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Treats:
    """Medicines that are mostly given for one condition of the form.

    One of `names`, or all sides of one of `pairs`, is named while all of `ticks` are missing and the text
    names none of `conditions`. A side may be the code of a group. `private`: for clinicians only.
    """

    code: str
    ticks: tuple[str, ...]
    conditions: tuple[str, ...]
    names: tuple[str, ...] = ()
    pairs: tuple[tuple[tuple[str, ...], ...], ...] = ()
    private: bool = False
