"""One row of the truth table of an update or a check-in, and the few words it is written with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tests.intake.screening.truth.case import Case, Given, Value, without_a_stray_none

DAY: dict[str, Value] = {
    "day_eaten": "yes",
    "day_substances": ["none"],
    "day_feeling": "no",
    "day_missed_dose": ["none"],
    "day_new_event": ["none"],
}
"""An update in which nothing has changed."""

AFTER: dict[str, Value] = {
    "fu_breath": "no",
    "fu_nerve": ["none"],
    "fu_head": "no",
    "fu_fever": "no",
    "fu_skin": ["none"],
    "fu_faint": "no",
    "fu_belly": "no",
    "fu_pain_change": "same",
    "fu_pain_now": 5,
    "fu_tired_drive": "no",
    "fu_needle": "no",
    "fu_meds": ["no"],
    "fu_call": "no",
    "visit_areas": ["low_back"],
    "hours_since_visit": 48,
}
"""A check-in of somebody who is well."""

HEALTHY_LATER: Mapping[str, dict[str, Value]] = {"visit_update": DAY, "check_in": AFTER}


@dataclass(frozen=True, slots=True)
class Later(Case):
    """One row: what the sitting and the full form before it change, and how many days lie between them."""

    form: str = "visit_update"
    intake: Given = field(default_factory=dict)
    days: int = 0

    def answers(self) -> dict[str, Any]:
        """The answers of the sitting."""
        return {code: value for code, value in {**HEALTHY_LATER[self.form], **self.change}.items() if value is not None}

    def before(self) -> dict[str, Any]:
        """The answers of the last full form."""
        return Case("", "", without_a_stray_none(self.intake)).answers()


@dataclass(frozen=True, slots=True)
class Table:
    """The words that the rows of one form are written with, as those of the full form in `truth.case`.

    `intake` is what the last full form changes, `days` how old it is.
    """

    form: str

    def fires(self, *codes: str, intake: Given | None = None, days: int = 0, **change: Value) -> Later:
        """These rules fire, whatever else does."""
        return replace(self._row(codes[0], change, intake, days), fires=frozenset(codes))

    def only(self, *codes: str, intake: Given | None = None, days: int = 0, **change: Value) -> Later:
        """Exactly these rules fire."""
        return replace(self._row(codes[0], change, intake, days), exactly=frozenset(codes))

    def quiet(self, *codes: str, intake: Given | None = None, days: int = 0, **change: Value) -> Later:
        """None of these rules fires; others may."""
        return replace(self._row(codes[0], change, intake, days), quiet=frozenset(codes))

    def instead(self, code: str, /, *others: str, intake: Given | None = None, days: int = 0, **change: Value) -> Later:
        """A near miss of `code`: exactly the others fire, or nothing."""
        row = self._row(code, change, intake, days)
        return replace(row, quiet=frozenset({code}), exactly=frozenset(others))

    def shows(self, *questions: str, intake: Given | None = None, days: int = 0, **change: Value) -> Later:
        """These questions are asked."""
        return replace(self._row(f"shows {questions[0]}", change, intake, days), shows=frozenset(questions))

    def hides(self, *questions: str, intake: Given | None = None, days: int = 0, **change: Value) -> Later:
        """These questions are not asked."""
        return replace(self._row(f"hides {questions[0]}", change, intake, days), hides=frozenset(questions))

    def leaves(self, *missing: str, intake: Given | None = None, days: int = 0, **change: Value) -> Later:
        """These questions are asked, required and not answered, in this order."""
        return replace(self._row("unanswered", change, intake, days), unanswered=missing)

    def _row(self, group: str, change: Given, intake: Given | None, days: int) -> Later:
        parts = [_told(change)]
        if intake:
            parts.append(f"before: {_told(intake)}")
        if days:
            parts.append(f"{days} days later")
        told = "; ".join(part for part in parts if part) or "healthy default"
        return Later(told, group, change, form=self.form, intake=intake or {}, days=days)


def headed(group: str, rows: Iterable[Later]) -> list[Later]:
    """The same rows under the heading of a group, with an id each."""
    return [replace(row, id=f"{row.form}/{group}/{row.group}/{row.id}", group=group) for row in rows]


def _told(change: Given) -> str:
    return ", ".join(
        f"{code}={'+'.join(value) if isinstance(value, list) else value}" for code, value in change.items()
    )


UPDATE = Table("visit_update")
CHECK_IN = Table("check_in")
