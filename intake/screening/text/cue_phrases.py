"""A list of cues, compiled: where they stand in a row of words."""

from collections.abc import Sequence

from intake.screening.text.patterns import Shapes


class CuePhrases:
    """A list of cue shapes, to be found in a row of words."""

    __slots__ = ("_shapes",)

    def __init__(self, *shapes: str) -> None:
        self._shapes: Shapes[None] = Shapes((shape, None) for shape in shapes)

    def places(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where they stand: from a word up to, not including, another."""
        return list(dict.fromkeys((place.first, place.last) for place, _ in self._shapes.places(words)))

    def may_stand(self, words: Sequence[str], beginnings: Sequence[str]) -> bool:
        """False where none of them can: a short cut."""
        return self._shapes.may_stand(words, beginnings)

    def stand_in(self, words: Sequence[str]) -> bool:
        """True when one of them stands somewhere in the words."""
        return next(self._shapes.places(words), None) is not None

    def opens(self, words: Sequence[str]) -> bool:
        """True when the words begin with one of them."""
        return bool(words) and self.may_begin(words[0]) and any(first == 0 for first, _ in self.places(words[:8]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words that one of them may begin with, of those without a star."""
        return self._shapes.first_words

    def may_begin(self, word: str) -> bool:
        """True for a word that one of them may begin with."""
        return self._shapes.may_begin(word)
