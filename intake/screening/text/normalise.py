"""One plain spelling of what was typed, and the way back to the typed letters.

Compatibility forms, case, curly quotes and accents are evened out (fenitoína = fenitoina). Every plain
character remembers where it came from, so that a hit can be marked in the raw text.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_SAME = {
    **dict.fromkeys("‘’‚‛′ʼ´`＇", "'"),
    **dict.fromkeys("‐‑‒–−﹣－", "-"),
    **dict.fromkeys("\u00ad\u200c\u200d\u2060\ufeff", ""),  # invisible joiners
    **dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),  # text direction
    **dict.fromkeys("°º˚", " degrees "),  # '38.5°' as it is said
    "đ": "d",
    "Đ": "d",
}
_LONGEST = 4  # one sign that spells out a whole sentence stays a sign: no name hides in it
_FIRST_JAMO, _BEHIND_JAMO = "\u1161", "\u11c3"  # vowels and final consonants, typed apart on some phones


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain text, and for each of its characters the index of the raw character."""

    raw: str
    text: str
    origin: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where plain characters `start` to `end` stand in the raw text, accents included."""
        stop = self.origin[end] if end < len(self.text) else len(self.raw)
        return self.origin[start], max(stop, self.origin[end - 1] + 1)


def normalise(raw: str) -> Plain:
    """Even out the raw text. Takes any string, lone surrogates too."""
    if raw.isascii():
        return Plain(raw, raw.lower().replace("`", "'"), range(len(raw)))
    pieces: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(raw):
        plain = _plain(character)
        if plain and not (_FIRST_JAMO <= plain < _BEHIND_JAMO and _joined(pieces, plain)):
            pieces.append(plain)
            origin.extend([index] * len(plain))
    return Plain(raw, "".join(pieces), origin)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """The plain form of one character; empty for an accent."""
    if character in _SAME:
        return _SAME[character]
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", character).lower())
    bare = "".join(part for part in apart if unicodedata.category(part) not in ("Mn", "Me"))
    plain = unicodedata.normalize("NFC", bare)
    return plain if len(plain) <= _LONGEST else character


def _joined(pieces: list[str], jamo: str) -> bool:
    """Join a Korean letter to the syllable before it; False where there is nothing to join."""
    if not pieces:
        return False
    syllable = unicodedata.normalize("NFC", pieces[-1] + jamo)
    if len(syllable) > 1:
        return False
    pieces[-1] = syllable
    return True
