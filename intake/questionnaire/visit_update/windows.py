"""Answers that age: "in the last 12 weeks" is true until 12 weeks after the day it was given.

Counted from that day, and never from the event, which may be older: an answer counts rather too long than too short.
Then the next older value takes its place. A heart attack, stroke, stent or clot of the last three months becomes a
disease of the heart or a stroke; nobody knows which, so both count until the question is answered anew. Needles
elsewhere "in the last 4 weeks" become a question that nobody asked: what this clinic needled, its own record knows.
"""

from dataclasses import dataclass
from datetime import date

from intake.questionnaire.model import Answer


@dataclass(frozen=True, slots=True)
class CarryWindow:
    """A value of a question that counts for some days, and the values that stand in its place afterwards.

    Without any the question counts as not asked.
    """

    code: str
    value: str
    days: int
    then: tuple[str, ...]


WINDOWS = (
    CarryWindow("pain_duration", "under_4w", 28, ("4_12w",)),
    CarryWindow("pain_duration", "4_12w", 84, ("3_12m",)),
    CarryWindow("pain_duration", "3_12m", 365, ("over_1y",)),
    CarryWindow("injection_when", "last_2w", 14, ("2_12w",)),
    CarryWindow("injection_when", "2_12w", 84, ("older",)),
    CarryWindow("surgery", "spine_last_12w", 84, ("spine_older",)),
    CarryWindow("surgery", "other_last_6w", 42, ("other_older",)),
    CarryWindow("conditions", "recent_event", 92, ("heart_disease", "stroke_tia")),
    CarryWindow("needled_recent", "yes", 28, ()),
    CarryWindow("needled_recent", "not_sure", 28, ()),
)
"""From the younger value to the older: an answer walks down the list."""


def aged(code: str, answer: Answer, *, given: date, on: date) -> Answer | None:
    """The answer as it counts on that day; None where it no longer says anything."""
    days = (on - given).days
    counts: Answer | None = answer
    for window in WINDOWS:
        if counts is not None and window.code == code and days > window.days:
            counts = _after(window, counts)
    return counts


def _after(window: CarryWindow, answer: Answer) -> Answer | None:
    if isinstance(answer, list):
        if window.value not in answer:
            return answer
        remaining = [value for value in answer if value != window.value]
        return list(dict.fromkeys((*remaining, *window.then)))
    if answer != window.value:
        return answer
    return window.then[0] if window.then else None
