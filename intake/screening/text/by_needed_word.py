"""Many things looked for at once, each of which needs one of a few words: those whose words are missing are left."""

from collections.abc import Collection, Set
from typing import Generic, TypeVar

Item = TypeVar("Item")


class ByNeededWord(Generic[Item]):
    """Items in the order in which they were added, looked up by the words they need."""

    __slots__ = ("_by_word", "_count", "_free")

    def __init__(self) -> None:
        self._count = 0
        self._free: dict[int, Item] = {}
        self._by_word: dict[str, dict[int, Item]] = {}

    def add(self, item: Item, *, needed: Collection[str] | None) -> None:
        """Put one more at the end; it needs one of these words, or with None no word at all."""
        self._count += 1
        if needed is None:
            self._free[self._count] = item
        for word in needed or ():
            self._by_word.setdefault(word, {})[self._count] = item

    def among(self, present: Set[str]) -> list[Item]:
        """Those that lack nothing where these words are present, in order."""
        by_place = dict(self._free)
        for word in present & self._by_word.keys():
            by_place |= self._by_word[word]
        return [by_place[place] for place in sorted(by_place)]
