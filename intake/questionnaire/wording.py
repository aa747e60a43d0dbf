"""Marks wordings as translatable without importing Django; the page that shows one looks it up."""

from typing import Self


def _(wording: str) -> str:
    """Return the wording as it is: makemessages finds the mark, gettext runs where a person reads."""
    return wording


class Sentence(str):
    """A finished English sentence that still knows its template, so that a page can translate it.

    ``gettext(sentence.template).format(**sentence.values)`` is the same sentence in the reader's language.
    """

    template: str
    values: dict[str, int]

    def __new__(cls, template: str, **values: int) -> Self:
        sentence = super().__new__(cls, template.format(**values))
        sentence.template = template
        sentence.values = values
        return sentence
