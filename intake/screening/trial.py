"""Two sets of rules over the same answers: which flags a form would gain or lose, and whether its tier would change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from intake.screening.finding import Screening
from intake.screening.tier import Tier

MOST_NAMED = 50
"""So many forms are named behind a count; the count goes on."""


@dataclass(frozen=True, slots=True)
class TrialDifference:
    """What the candidate finds on one form and the active rules do not, and the other way round."""

    gained: frozenset[str]
    lost: frozenset[str]
    before: Tier
    after: Tier

    @property
    def is_any(self) -> bool:
        return bool(self.gained or self.lost) or self.before is not self.after


def compare(active: Screening, candidate: Screening) -> TrialDifference:
    """Return what differs between two screenings of the same answers."""
    return TrialDifference(candidate.codes - active.codes, active.codes - candidate.codes, active.tier, candidate.tier)


@dataclass
class ChangedForms:
    """So many forms, and the first of them by name."""

    count: int = 0
    forms: list[str] = field(default_factory=list)

    def add(self, form: str) -> None:
        self.count += 1
        if len(self.forms) < MOST_NAMED:
            self.forms.append(form)


@dataclass
class Tally:
    """A trial as it goes: forms read, forms on which a set of rules failed, and what would change.

    `moved` is by tier before and after; a form that keeps its tier is not in it.
    """

    forms: int = 0
    failed: int = 0
    changed: int = 0
    gained: dict[str, ChangedForms] = field(default_factory=dict)
    lost: dict[str, ChangedForms] = field(default_factory=dict)
    moved: dict[tuple[Tier, Tier], ChangedForms] = field(default_factory=dict)

    def add(self, form: str, difference: TrialDifference) -> None:
        """Count one form, by the name that whoever needs to know finds it under."""
        self.forms += 1
        self.changed += difference.is_any
        for code in difference.gained:
            self.gained.setdefault(code, ChangedForms()).add(form)
        for code in difference.lost:
            self.lost.setdefault(code, ChangedForms()).add(form)
        if difference.before is not difference.after:
            self.moved.setdefault((difference.before, difference.after), ChangedForms()).add(form)

    def fail(self) -> None:
        """Count one form that one of the two could not screen."""
        self.forms += 1
        self.failed += 1

    def as_document(self) -> dict[str, Any]:
        """Return it in JSON types."""
        return {
            "changed": self.changed,
            "gained": {code: vars(each) for code, each in sorted(self.gained.items())},
            "lost": {code: vars(each) for code, each in sorted(self.lost.items())},
            "moved": [[str(old), str(new), vars(each)] for (old, new), each in sorted(self.moved.items())],
        }


def tally_of(document: Mapping[str, Any], *, forms: int, failed: int) -> Tally:
    """Return a tally from its document."""
    return Tally(
        forms=forms,
        failed=failed,
        changed=document["changed"],
        gained={code: ChangedForms(**each) for code, each in document["gained"].items()},
        lost={code: ChangedForms(**each) for code, each in document["lost"].items()},
        moved={(Tier(old), Tier(new)): ChangedForms(**each) for old, new, each in document["moved"]},
    )
