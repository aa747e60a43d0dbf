"""The nouns of a questionnaire: kinds, choices, questions, screens, steps. Plain values that never change.

Codes are stored with the answers and live for ever; wordings may be improved in any release.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType

Answer = str | list[str] | int | bool
"""A cleaned answer, in JSON types only. Dates are written YYYY-MM-DD."""

Raw = str | list[str] | dict[str, str]
"""What was typed: the three fields of a date are a dict of day, month and year; a tick is "on" or ""."""


class Kind(StrEnum):
    """What can be answered. The values stand in the exported questionnaire and are permanent."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    PHONE = "phone"
    EMAIL = "email"
    ONE = "one"
    MANY = "many"
    BODY_MAP = "body_map"
    SCALE = "scale"
    NUMBER = "number"
    CHECKBOX = "checkbox"


NONE = "none"
"""The choice that excludes all others of its question."""

EXCLUDING = frozenset({NONE, "no"})
"""Every value that says none in a list of choices."""

COUNTED = frozenset({Kind.SCALE, Kind.NUMBER})
TICKED = frozenset({Kind.MANY, Kind.BODY_MAP})

_LONGEST = {Kind.TEXT: 200, Kind.PHONE: 40, Kind.EMAIL: 254, Kind.LONG_TEXT: 4000}


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be picked: a permanent value and the words a person reads.

    `since` is the version of the questionnaire that brought it; empty where it was there from the start.
    """

    value: str
    label: str
    since: str = ""


@dataclass(frozen=True)
class Question:
    """One question. `show_if` is an expression; `why` is for staff, never shown to the patient.

    `identity` questions say who the person is: they are written to the patient's record and are not sealed.
    `scanned` text is read by the recogniser of medicines, conditions and crisis phrases.
    `private` answers are shown to clinicians only, and never hinted at to somebody who fills in for the
    patient. `since` is the version of the questionnaire that brought it; empty where it was there from the start.

    In an update the answer of the last full form stands until another is given. `anew_if` is an expression: where it
    holds, "No change" is not offered and the question is answered anew. What is typed into an `appended` question is
    added to the old text, so that none is lost.
    """

    code: str
    wording: str
    kind: Kind
    choices: tuple[Choice, ...] = ()
    required: bool = False
    show_if: str = "always"
    why: str = ""
    private: bool = False
    red_flag: bool = False
    hint: str = ""
    minimum: int | None = None
    maximum: int | None = None
    max_length: int | None = None
    identity: bool = False
    scanned: bool = False
    since: str = ""
    anew_if: str = ""
    appended: bool = False

    @cached_property
    def values(self) -> frozenset[str]:
        """Every value that may be picked."""
        return frozenset(choice.value for choice in self.choices)

    @cached_property
    def is_many(self) -> bool:
        """More than one choice may be picked."""
        return self.kind in TICKED

    @cached_property
    def has_none(self) -> bool:
        """There is a choice that excludes the others."""
        return self.is_many and NONE in self.values

    @cached_property
    def longest(self) -> int:
        """How many characters a typed answer may have."""
        return self.max_length or _LONGEST.get(self.kind, 200)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The words of each value, in the order of the choices."""
        return MappingProxyType({choice.value: choice.label for choice in self.choices})


@dataclass(frozen=True, slots=True)
class Screen:
    """The questions that are asked together on one page of a phone: one theme."""

    code: str
    title: str
    questions: tuple[Question, ...]
    intro: str = ""
    why: str = ""

    @property
    def has_red_flag(self) -> bool:
        """An answer on this screen may be an emergency by itself."""
        return any(question.red_flag for question in self.questions)


@dataclass(frozen=True, slots=True)
class Step:
    """A chapter of the form: one to four screens on the way of a healthy patient."""

    code: str
    title: str
    screens: tuple[Screen, ...]
    intro: str = ""
    optional: bool = False

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all its screens, in the order of the form."""
        return tuple(question for screen in self.screens for question in screen.questions)


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """A versioned set of questions.

    `steps` is the form as it is read on paper. `walk` names screens in the order in which they are walked,
    where that differs: screens it does not name follow in the order of the steps. Optional steps come after
    the form was sent.

    `from_intake` are questions of the last full form whose answers the rules read here too; those among them that
    this form asks as well are carried over: its own answer replaces the old one. `from_visit` are not asked of
    anybody: the record of the visit answers them. With `has_levels` the clinic speaks of levels instead of tiers.
    """

    code: str
    title: str
    version: str
    steps: tuple[Step, ...]
    walk: tuple[str, ...] = ()
    from_intake: tuple[Question, ...] = ()
    from_visit: tuple[Question, ...] = ()
    has_levels: bool = False

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question in the order of the form."""
        return tuple(question for step in self.steps for question in step.questions)

    @cached_property
    def main_screens(self) -> tuple[Screen, ...]:
        """The screens before the form is sent, as they are walked."""
        by_code = {screen.code: screen for step in self.steps if not step.optional for screen in step.screens}
        first = [by_code.pop(code) for code in self.walk if code in by_code]
        return (*first, *by_code.values())

    @cached_property
    def extra_screens(self) -> tuple[Screen, ...]:
        """The optional screens after the form is sent."""
        return tuple(screen for step in self.steps if step.optional for screen in step.screens)

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        """All screens as they are walked; screen 1 is the first."""
        return self.main_screens + self.extra_screens

    @cached_property
    def main_questions(self) -> tuple[Question, ...]:
        """Every question that is asked before the form is sent, in the order of the form."""
        return tuple(question for step in self.steps if not step.optional for question in step.questions)

    @cached_property
    def known(self) -> Mapping[str, Question]:
        """Every question whose answer a rule may read, asked here or not, by its code; the own wording wins."""
        everything = (*self.from_intake, *self.questions, *self.from_visit)
        return MappingProxyType({question.code: question for question in everything})

    @cached_property
    def answerable(self) -> Mapping[str, Question]:
        """Every question whose answer may be handed in with this form, by its code."""
        return MappingProxyType({question.code: question for question in (*self.questions, *self.from_visit)})

    @cached_property
    def carried(self) -> tuple[Question, ...]:
        """The questions that were answered in the last full form and are asked here again."""
        before = {question.code for question in self.from_intake}
        return tuple(question for question in self.questions if question.code in before)

    @cached_property
    def _by_code(self) -> Mapping[str, Question]:
        return {question.code: question for question in self.questions}

    @cached_property
    def _number_by_code(self) -> Mapping[str, int]:
        return {
            question.code: number
            for number, screen in enumerate(self.screens, start=1)
            for question in screen.questions
        }

    @cached_property
    def _step_by_screen(self) -> Mapping[str, Step]:
        return {screen.code: step for step in self.steps for screen in step.screens}

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def question(self, code: str) -> Question:
        """The question of that code; KeyError if there is none."""
        return self._by_code[code]

    def screen(self, number: int) -> Screen:
        """The screen of that number, counted from 1 as it is walked; IndexError if there is none."""
        if number < 1:
            raise IndexError(number)
        return self.screens[number - 1]

    def number_of(self, code: str) -> int:
        """The number of the screen that asks the question of that code; KeyError if there is none."""
        return self._number_by_code[code]

    def step_of(self, number: int) -> Step:
        """The step that the screen of that number belongs to."""
        return self._step_by_screen[self.screen(number).code]
