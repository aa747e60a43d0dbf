"""The languages this house can speak: one table, as data.

Which of them are shipped is said once, in settings.LANGUAGES; a catalog stands in locale/ for each of those.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings


class Grade(StrEnum):
    """How much of the site a language has."""

    SOURCE = "source"
    """The language the strings are written in."""

    WHOLE = "whole"
    """Every page a patient can reach."""

    EMERGENCY = "emergency"
    """What an emergency must say: red-flag screens, stop page, emergency page. Every other page is in English."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its code as Django and addresses write it, its own name, its English name and its grade."""

    code: str
    name: str
    english: str
    grade: Grade

    @property
    def whole(self) -> bool:
        """Every page speaks it."""
        return self.grade is not Grade.EMERGENCY


SOURCE = Language("en", "English", "English", Grade.SOURCE)

LANGUAGES: tuple[Language, ...] = (
    SOURCE,
    Language("es", "Español", "Spanish", Grade.WHOLE),
    Language("ko", "한국어", "Korean", Grade.EMERGENCY),
    Language("zh-hans", "简体中文", "Chinese (simplified)", Grade.EMERGENCY),
    Language("zh-hant", "繁體中文", "Chinese (traditional)", Grade.EMERGENCY),
    Language("vi", "Tiếng Việt", "Vietnamese", Grade.EMERGENCY),
    Language("hy", "Հայերեն", "Armenian", Grade.EMERGENCY),
)

BY_CODE = {language.code: language for language in LANGUAGES}


def shipped() -> list[Language]:
    """Return the languages this site offers, English first, in the order of settings.LANGUAGES."""
    return known(code for code, _name in settings.LANGUAGES)


def known(codes: Iterable[str]) -> list[Language]:
    """Return the languages of these codes; a code that stands in no table (a test's own) is a whole language."""
    return [BY_CODE.get(code) or Language(code, code, code, Grade.WHOLE) for code in codes]
