"""Small things about words that every room needs."""

import re
import secrets
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clinic.characters import clean_ascii, fold

__all__ = [
    "SPOKEN",
    "collapse",
    "fold",
    "new_reference",
    "new_short_reference",
    "new_spoken_code",
    "one_line",
    "spoken",
]

# No 0 and O, 1 and I: a reference is read over the phone. No vowels either: it never spells a word.
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789"
# For codes that are read from one screen and typed on another: of letters that look or sound alike only one is left.
SPOKEN = "FHJKLMPRTWX23456789"


def new_reference() -> str:
    """Return a random reference of 16 letters (about 77 bits) for addresses."""
    return "".join(secrets.choice(_LETTERS) for _n in range(16))


def new_short_reference() -> str:
    """Return a reference a person can say, for example BCDF-2345 (about 38 bits; unique in its table)."""
    letters = "".join(secrets.choice(_LETTERS) for _n in range(8))
    return f"{letters[:4]}-{letters[4:]}"


def new_spoken_code() -> str:
    """Return a code to be read out and typed at once, for example FHJKLM (about 25 bits: for minutes, not days)."""
    return "".join(secrets.choice(SPOKEN) for _n in range(6))


def spoken(typed: str) -> str:
    """Return what was typed as such a code: capitals, without the spaces and lines a person puts in between."""
    return "".join(letter for letter in clean_ascii(typed).upper() if letter.isalnum())


def one_line(value: str) -> None:
    """Refuse control characters and line breaks: a subject or a label built from them would break."""
    if any(unicodedata.category(letter) in {"Cc", "Zl", "Zp", "Cs"} for letter in value):
        raise ValidationError(_("Use letters, numbers and spaces on one line."), code="one_line")


def collapse(value: str) -> str:
    """Return the words of a text on one line, for subjects and labels."""
    return re.sub(r"\s+", " ", "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in value)).strip()
