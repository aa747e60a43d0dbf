"""Sentences a person can act on."""

from dataclasses import dataclass, field
from typing import Any


class IntakeError(Exception):
    """A form cannot be saved or sent; the sentence says what to do."""

    def __init__(self, sentence: Any, *, missing: tuple[str, ...] = ()) -> None:
        super().__init__(str(sentence))
        self.missing = missing


class ReviewError(Exception):
    """A review deed cannot be done; the sentence says why, `about` names what it is about, if it is one thing."""

    about = ""

    def __init__(self, sentence: Any, *, about: str = "") -> None:
        super().__init__(str(sentence))
        self.about = about


@dataclass
class StaleAnswersError(ReviewError):
    """What a case shows changed after the practitioner opened it: `changed` shows both answers, by question code;
    `sentence` says what else it was.
    """

    seen: str
    now: str
    changed: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    sentence: str = ""

    def __str__(self) -> str:
        from django.utils.translation import gettext

        return self.sentence or gettext(
            "The patient changed an answer after you opened this case. Read what changed, then decide again."
        )
