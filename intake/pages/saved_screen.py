"""What a save of one screen came to: what stands, what is to be shown at once, or that somebody else was faster."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from intake.questionnaire import Screen
from intake.record.models import Answers, Intake
from intake.screening import Finding, Reading, Screening

if TYPE_CHECKING:
    pass


@dataclass(frozen=True)
class Conflict:
    """Somebody else saved this screen meanwhile: what stands, and what was typed now, by question code.

    An answer that these eyes may not read always counts as another one: nobody learns it by guessing.
    """

    version: int
    theirs: dict[str, Any]
    yours: dict[str, Any]
    unreadable: Collection[str] = frozenset()

    @property
    def differing(self) -> list[str]:
        """The questions on which the two do not agree."""
        return [
            code
            for code, value in self.yours.items()
            if code in self.unreadable or differs(self.theirs.get(code), value)
        ]


@dataclass(frozen=True)
class Kept:
    """What a save came to. With a conflict nothing was written."""

    intake: Intake
    answers: Answers
    reading: Reading
    screening: Screening | None
    conflict: Conflict | None = None
    # Emergency findings to be shown now: newly fired, or fired by this very screen.
    emergencies: tuple[Finding, ...] = field(default=())
    # What was typed before this save, by question code.
    earlier: dict[str, Any] = field(default_factory=dict)
    # What was typed over an answer that these eyes may not read.
    unreadable: Collection[str] = frozenset()

    def whole(self, screen_: Screen) -> bool:
        """Whether every shown question of the screen is answered and right."""
        codes = {question.code for question in screen_.questions}
        return not codes & self.reading.still_open


def differs(old: Any, new: Any) -> bool:
    """Say whether two answers, as typed, are different ones."""
    if isinstance(old, list) and isinstance(new, list):
        return sorted(old) != sorted(new)
    return (old or "") != (new or "")
