"""Slips of the pen in the words of a shape: 'kidny failure', 'no puedo orinnar', 'begiga'.

A shape needs several words beside each other, so that its longer ones may forgive a slip that alone would say nothing.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from intake.screening.text.lexicon.spelling import (
    SHAPE_SLIP_FROM,
    SHAPE_WORDS,
    SHORT_SHAPE_WORDS,
    SHORTEST_GUESS,
    SHORTEST_SHORT,
)
from intake.screening.text.patterns import not_with
from intake.screening.text.speller import Speller

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_STEM = re.compile(r"([^\W_]{5,})\*")  # a word that begins so is meant as it stands
_SAME_SOUND = ({"b", "v"}, {"c", "k"}, {"s", "z"})


class Meant:
    """Knows which word of a shape a typed one was meant to be. `shapes` are all that are looked for."""

    __slots__ = ("_known", "_one", "_short", "_speller", "_stems")

    def __init__(self, shapes: Collection[str], *, never_close: frozenset[str]) -> None:
        words = frozenset(word for shape in shapes for word in _WORD.findall(not_with(shape)[0]))
        self._known = never_close | words
        self._stems = tuple({stem for shape in shapes for stem in _STEM.findall(not_with(shape)[0])})
        self._speller = Speller({word: int(len(word) >= SHAPE_SLIP_FROM) for word in SHAPE_WORDS})
        self._short = {
            typed: word
            for word in sorted(SHORT_SHAPE_WORDS)
            for typed in _slips_of(word)
            if typed not in self._known and not typed.startswith(self._stems)
        }
        self._one = lru_cache(maxsize=4096)(self._nearest)

    def words(self, words: Sequence[str]) -> Sequence[str]:
        """The words as they were meant; the very same list where none has a slip."""
        known, short = self._known, self._short
        meant = [
            word if word in known else short.get(word) or (self._one(word) if len(word) >= SHORTEST_GUESS else word)
            for word in words
        ]
        return words if meant == words else meant

    def is_of_a_short_word(self, typed: str) -> bool:
        """True for a slip that makes no other word: 'feber', 'chils'."""
        return typed in self._short

    def _nearest(self, word: str) -> str:
        if not word.isalpha() or word.startswith(self._stems):
            return word
        return next((name for name in self._speller.nearest(word) if _begins_alike(word, name)), word)


def _slips_of(word: str) -> Iterator[str]:
    """Two letters inside swapped, a double letter written once, b for v."""
    for at in range(1, len(word) - 1):
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if swapped != word:
            yield swapped
    for at in range(1, len(word)):
        once = word[:at] + word[at + 1 :]
        if word[at] == word[at - 1] and len(once) >= SHORTEST_SHORT:
            yield once
    for at in range(1, len(word)):
        if word[at] in "bv":
            yield word[:at] + ("v" if word[at] == "b" else "b") + word[at + 1 :]


def _begins_alike(word: str, name: str) -> bool:
    """The first letter is the same, sounds the same, or is an h that nobody hears."""
    first, listed = word[0], name[0]
    return first == listed or {first, listed} in _SAME_SOUND or (listed == "h" and name[1:2] == first)
