"""Finds the listed names that a typed word is close to."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

FIRST_LETTER_FROM = 8  # letters of a name whose first letter may be wrong
FIRST_LETTER_TYPED = 7
SOUND_FROM = 6  # letters of a name that may be written as it sounds
_SOUNDS = (
    ("ph", "f"), ("qu", "k"), ("ck", "k"), ("sc(?=[eiy])", "s"), ("c(?=[eiy])", "s"), ("[cq]", "k"),
    ("^x", "s"), ("x", "ks"), ("z", "s"), ("(?<=[aou])w(?=[aeiou])", "b"), ("[vw]", "b"), ("g(?=[eiy])", "j"),
    ("h", ""), ("(?<=s)t$", ""), ("ee|ea|ie|ei", "i"), ("oo|ou", "u"), ("[ey]", "i"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_SPELT = tuple((re.compile(written), heard) for written, heard in _SOUNDS)


class Speller:
    """Names, each with the number of slips it forgives."""

    __slots__ = ("_heard", "_most", "_names", "_slips", "_tails")

    def __init__(self, slips: Mapping[str, int]) -> None:
        self._slips = slips
        self._most = max(slips.values(), default=0)
        self._names: dict[tuple[str, int], list[str]] = {}
        self._tails: dict[str, list[str]] = {}
        self._heard: dict[str, list[str]] = {}
        for name, allowed in slips.items():
            for length in range(len(name) - allowed, len(name) + allowed + 1):
                self._names.setdefault((name[0], length), []).append(name)
            if len(name) >= FIRST_LETTER_FROM:
                self._tails.setdefault(name[1:], []).append(name)
            if len(name) >= SOUND_FROM and name.isascii():
                self._heard.setdefault(sound_of(name), []).append(name)

    def nearest(self, word: str) -> tuple[str, ...]:
        """The listed names with the fewest slips from this word, all of them on a tie; often none.

        The first letter is forgiven in long names only, and then nothing else.
        """
        names = self._names.get((word[0], len(word)))
        if names is not None:
            close = extract(word, names, scorer=DamerauLevenshtein.distance, score_cutoff=self._most, limit=None)
            within = [(slips, name) for name, slips, _ in close if slips <= self._slips[name]]
            if within:
                fewest = min(within)[0]
                return tuple(name for slips, name in within if slips == fewest)
        return tuple(self._with_another_first_letter(word)) or tuple(self._as_heard(word))

    def _with_another_first_letter(self, word: str) -> Iterable[str]:
        """'Zarfarin', 'arfarin...', 'xwarfarin', 'awrfarin': one slip, at the first letter."""
        if len(word) < FIRST_LETTER_TYPED:
            return []
        swapped = word[1] + word[0] + word[2:]
        long_enough = [name for name in (word[1:], swapped) if name in self._slips and len(name) >= FIRST_LETTER_FROM]
        return dict.fromkeys((*self._tails.get(word[1:], ()), *self._tails.get(word, ()), *long_enough))

    def _as_heard(self, word: str) -> Iterable[str]:
        """Names that sound the same: 'kumadin', 'plavicks'."""
        if len(word) < SOUND_FROM or not word.isascii():
            return []
        return self._heard.get(sound_of(word), ())


def sound_of(word: str) -> str:
    """A rough spelling by ear, English and Spanish alike."""
    for written, heard in _SPELT:
        word = written.sub(heard, word)
    return word
