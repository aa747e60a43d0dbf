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
    """The answers changed after the practitioner opened the case: `changed` shows both, by question code."""

    seen: str
    now: str
    changed: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    def __str__(self) -> str:
        from django.utils.translation import gettext

        return gettext(
            "The patient changed an answer after you opened this case. Read what changed, then decide again."
        )
