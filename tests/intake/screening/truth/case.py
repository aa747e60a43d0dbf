"""One row of the truth table, and the few words it is written with.

A row changes the healthy default (a form that fires nothing) and says what must come of it. The rows are
read from the specification, never from what the program does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from intake.questionnaire import NEW_PATIENT
from intake.questionnaire.healthy import nothing_to_tell

Value = str | int | bool | list[str] | None  # None takes the answer away
Given = Mapping[str, Value]

ON = date(2026, 3, 16)  # a Monday; every row is screened on this day

HEALTHY: dict[str, str | int | bool | list[str]] = {
    **nothing_to_tell(NEW_PATIENT),
    "age": 42,
    "full_name": "Invented Patient",
    "phone": "213-555-0100",
    "form_filler": "self",
    "pain_areas": ["low_back"],
    "pain_onset": "gradual",
    "pain_duration": "3_12m",
    "pain_trend": "same",
    "pain_now": 5,
    "peg_pain": 5,
    "peg_enjoy": 5,
    "peg_activity": 5,
    "meds_list": "none",
    "pregnancy": "not_possible",
    "needle_feelings": "fine",
    "anything_else": "",
    "consent_truth": True,
    "consent_risks": True,
    "consent_privacy": True,
    "signature": "Invented Patient",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One row: the changes, the codes that must fire, those that must not, or all of them.

    `hit` is a listed name that the text must have been read as, for certain or (`guess`) as a near spelling.
    `shows` and `hides` are questions that this person is asked or not; `unanswered` what stays to be answered.
    """

    id: str
    group: str
    change: Given
    fires: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()
    exactly: frozenset[str] | None = None
    hit: str = ""
    guess: str = ""
    shows: frozenset[str] = frozenset()
    hides: frozenset[str] = frozenset()
    unanswered: tuple[str, ...] | None = None

    @property
    def named(self) -> frozenset[str]:
        """Every rule this row has an opinion on by name."""
        return self.fires | self.quiet | (self.exactly or frozenset())

    def answers(self) -> dict[str, str | int | bool | list[str]]:
        """The whole form, with `age` in place of the birth date."""
        form = {**HEALTHY, **self.change}
        age = form["age"]
        if "pregnancy" not in self.change and (not isinstance(age, int) or not 10 <= age <= 60):
            form["pregnancy"] = None
        return {code: value for code, value in form.items() if value is not None}


def fires(*codes: str, **change: Value) -> Case:
    """These rules fire, whatever else does."""
    return _case(codes[0], change, fires=frozenset(codes))


def only(*codes: str, **change: Value) -> Case:
    """Exactly these rules fire."""
    return _case(codes[0], change, exactly=frozenset(codes))


def quiet(*codes: str, **change: Value) -> Case:
    """None of these rules fires; others may."""
    return _case(codes[0], change, quiet=frozenset(codes))


STATUSES = frozenset({"anticoagulant", "blood_thinner_stopped", "text_hit_review"})


def reads(code: str, **change: Value) -> Case:
    """The medicine in the text has the status of which this rule speaks, and no other; what else is said is open."""
    return _case(code, change, fires=frozenset({code}), quiet=STATUSES - {code})


def clear(code: str, /, **change: Value) -> Case:
    """A near miss of `code` in which nothing fires at all."""
    return _case(code, change, quiet=frozenset({code}), exactly=frozenset())


def instead(code: str, /, *others: str, **change: Value) -> Case:
    """A near miss of `code`: exactly the others fire."""
    return _case(code, change, quiet=frozenset({code}), exactly=frozenset(others))


def shows(question: str, **change: Value) -> Case:
    """This person is asked the question."""
    return replace(_case(question, change), shows=frozenset({question}))


def hides(question: str, **change: Value) -> Case:
    """This person is not asked the question."""
    return replace(_case(question, change), hides=frozenset({question}))


def leaves(*missing: str, **change: Value) -> Case:
    """These questions are shown, required and empty, in this order."""
    row = _case("unanswered", change)
    return replace(row, id=f"leaves {' '.join(missing) or 'nothing'}: {row.id}", unanswered=missing)


def read_as(name: str, row: Case) -> Case:
    """The row, in which the text must also have been read as this listed name."""
    return replace(row, hit=name)


def guessed(name: str, row: Case) -> Case:
    """The row, in which the text must also have been taken for a near spelling of this listed name."""
    return replace(row, guess=name)


def named(group: str, cases: Iterable[Case]) -> list[Case]:
    """The same rows under the heading of a group, with an id each."""
    return [replace(case, id=f"{group}/{case.id}", group=group) for case in cases]


def sayings(*lines: str) -> list[str]:
    """The sentences of some lines, which are told apart by ` | `."""
    return [said for line in lines for said in line.split(" | ")]


def words(*lines: str) -> list[str]:
    """The words of some lines."""
    return [word for line in lines for word in line.split()]


def _case(
    code: str,
    change: Given,
    *,
    fires: frozenset[str] = frozenset(),
    quiet: frozenset[str] = frozenset(),
    exactly: frozenset[str] | None = None,
) -> Case:
    words = ", ".join(f"{key}={_short(value)}" for key, value in change.items())
    return Case(words or "healthy default", code, without_a_stray_none(change), fires, quiet, exactly)


def without_a_stray_none(change: Given) -> Given:
    """A row that ticks a medicine but writes no list leaves the list empty.

    The default list says "none", and every such row would else fire `conflict_meds_list_none` too.
    """
    ticked = change.get("blood_thinner") == "yes" or change.get("med_types") not in (None, ["none"])
    return {**change, "meds_list": None} if ticked and "meds_list" not in change else change


def _short(value: Value) -> str:
    return "+".join(value) if isinstance(value, list) else str(value)
