"""Sentences a person can act on."""

from typing import Any


class TreatmentError(Exception):
    """A deed of this room cannot be done; the sentence says why, `about` names the field, if it is about one."""

    def __init__(self, sentence: Any, *, about: str = "") -> None:
        super().__init__(str(sentence))
        self.about = about


class StaleNoteError(TreatmentError):
    """The draft was saved somewhere else after this page was opened."""
