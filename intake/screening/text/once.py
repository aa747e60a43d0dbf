"""Sentences that stand in one text again and again are read once: only a machine writes such a text."""

from collections.abc import Sequence
from typing import Protocol

from intake.screening.text.clauses import Clause
from intake.screening.text.finder import Span
from intake.screening.text.hits import HitStatus

MANY = 12  # sentences of a text; people who write fewer hardly repeat themselves
Found = list[tuple[Clause, list[Span]]]


class ReadsOne(Protocol):
    """Reads one sentence among its neighbours."""

    def __call__(self, number: int, *, after_somebody: bool) -> list[HitStatus]: ...


class Once:
    """What was read of the sentences of one text. Gone with the text: nothing is kept from one to the next."""

    __slots__ = ("_looks", "_read")

    def __init__(self, found: Sequence[Found]) -> None:
        self._read: dict[object, list[HitStatus]] = {}
        self._looks = [_as_read(sentence) for sentence in found] if len(found) >= MANY else []

    def get(self, number: int, *, after_somebody: bool, read: ReadsOne) -> list[HitStatus]:
        """What is said of the hits of this sentence: as before, where it stands between the same neighbours."""
        if not self._looks:
            return read(number, after_somebody=after_somebody)
        key = (tuple(self._looks[max(number - 1, 0) : number + 2]), min(number, 1), after_somebody)
        if key not in self._read:
            self._read[key] = read(number, after_somebody=after_somebody)
        return self._read[key]


def _as_read(sentence: Found) -> object:
    """All of a sentence that what is said of its hits depends on."""
    return tuple(
        (
            tuple(clause.words),
            (clause.after_comma, clause.denied, clause.denied_now, clause.goes_on),
            tuple((span.first, span.last, span.terms, span.also, span.cjk) for span in spans),
        )
        for clause, spans in sentence
    )
