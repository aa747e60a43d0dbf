"""What comes out of a screening."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from intake.questionnaire import Answer
from intake.screening.text import Hit, NotRead
from intake.screening.tier import Contact, Level, Tier


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the day on which it was written: its "two days ago" counts from then."""

    text: str
    on: date


@dataclass(frozen=True, slots=True)
class Record:
    """What is known about the patient from before, for the forms that read it.

    `answers` of the last full form with the updates since laid over it, as they count today; `fired` and `facts` are
    the rules and facts that its screening found. `texts` are the parts of a free text with their days, oldest first;
    a text that is not among them is as old as the day of the screening. `grown` are the
    lists, by question code, that have gained choices since they were answered.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    fired: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    texts: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    grown: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired, with what made it fire, in the words of the rule set of that day.

    `name` is what people read in place of the code. `because` holds the answers behind it by question code, in the
    order of the form: the raw text for a text field, and of a list only the ticks that fired it. `matched` are the
    words in those texts. `facts` are the named facts among its reasons, in words. `private` says that a private
    answer is among them, or a medicine that would reveal one (HIV, a pregnancy): its advice must not be printed for
    somebody who filled the form in for the patient. `under`
    is the code of a stronger finding that says all of this already; a page folds it there. `not_read` are the items of
    a list of medicines that no list of ours holds.
    """

    code: str
    name: str
    tier: Tier
    because: dict[str, Answer]
    matched: tuple[Hit, ...]
    why: str
    action: str
    advice: tuple[str, ...]
    contact: Contact
    source: str
    icd10: tuple[str, ...]
    private: bool
    facts: tuple[str, ...]
    under: str = ""
    not_read: tuple[NotRead, ...] = ()


@dataclass(frozen=True, slots=True)
class Screening:
    """The result of one run. Most serious findings first.

    `unanswered` are the questions that are shown, required and empty, in the order of the form: they never
    change the tier, but the case is held for them. `shown` are the questions this person is asked. `hits` is
    everything the recogniser read, whether or not a rule fired. `facts` are those that a later check-in asks about.
    """

    tier: Tier
    ruleset: str
    findings: tuple[Finding, ...]
    unanswered: tuple[str, ...]
    shown: frozenset[str]
    hits: tuple[Hit, ...]
    facts: frozenset[str] = frozenset()

    @property
    def level(self) -> Level | None:
        """The tier in the words of a check-in; None where nothing fired and answers are missing: that is not fine."""
        level = Level.of(self.tier)
        return None if level is Level.ROUTINE and self.unanswered else level

    @property
    def codes(self) -> frozenset[str]:
        """The codes of the rules that fired."""
        return frozenset(finding.code for finding in self.findings)
