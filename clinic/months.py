"""The months as people write them, in English and in Spanish, whole or cut short. Pure."""

import re

from clinic.characters import fold

_MONTHS = (
    "january enero",
    "february febrero",
    "march marzo",
    "april abril",
    "may mayo",
    "june junio",
    "july julio",
    "august agosto",
    "september septiembre setiembre",
    "october octubre",
    "november noviembre",
    "december diciembre",
)
_LEAST = 3
_BY_WORD = {
    name[:length]: number
    for number, names in enumerate(_MONTHS, start=1)
    for name in names.split()
    for length in range(_LEAST, len(name) + 1)
}
# For a pattern: every way to write a month, the longest first.
MONTH_WORDS = "|".join(sorted(_BY_WORD, key=len, reverse=True))
_NTH = re.compile(r"(\d{1,2})\s*(?:st|nd|rd|th|[ºª°o.])?", re.IGNORECASE)


def month_of(word: str) -> int | None:
    """Return the number of a month that is written as a word ("April", "abr.", "Sept"), None for anything else."""
    return _BY_WORD.get(fold(word))


def day_of(written: str) -> int | None:
    """Return the day of a month written as a number, an ordinal too ("27", "27th", "1º"), None for anything else."""
    match = _NTH.fullmatch(written.strip())
    return int(match[1]) if match else None
