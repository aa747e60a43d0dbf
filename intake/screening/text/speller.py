"""Finds the listed names that a typed word is close to."""

from collections.abc import Mapping

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract


class Speller:
    """Names, each with the number of slips it forgives; the first letter is never forgiven."""

    __slots__ = ("_most", "_names", "_slips")

    def __init__(self, slips: Mapping[str, int]) -> None:
        self._slips = slips
        self._most = max(slips.values(), default=0)
        self._names: dict[tuple[str, int], list[str]] = {}
        for name, allowed in slips.items():
            for length in range(len(name) - allowed, len(name) + allowed + 1):
                self._names.setdefault((name[0], length), []).append(name)

    def nearest(self, word: str) -> tuple[str, ...]:
        """The listed names with the fewest slips from this word, all of them on a tie; often none."""
        names = self._names.get((word[0], len(word)))
        if names is None:
            return ()
        close = extract(word, names, scorer=DamerauLevenshtein.distance, score_cutoff=self._most, limit=None)
        within = [(slips, name) for name, slips, _ in close if slips <= self._slips[name]]
        fewest = min(within, default=(0, ""))[0]
        return tuple(name for slips, name in within if slips == fewest)
