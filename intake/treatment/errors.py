"""Sentences a person can act on."""

from collections.abc import Mapping
from typing import Any


class TreatmentError(Exception):
    """A deed of this room cannot be done; the sentence says why, `about` names the field, if it is about one.

    `problems` are all that are found, as sentences by field.
    """

    def __init__(self, sentence: Any, *, about: str = "", problems: Mapping[str, str] | None = None) -> None:
        super().__init__(str(sentence))
        self.about = about
        self.problems = dict(problems or {about: str(sentence)})


class StaleNoteError(TreatmentError):
    """The draft was saved somewhere else after this page was opened."""
