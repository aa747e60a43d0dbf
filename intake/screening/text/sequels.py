"""Signs over two clauses: what the second says goes on, and the first tells of what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from intake.screening.text import times
from intake.screening.text.clauses import Clause
from intake.screening.text.finder import Span
from intake.screening.text.lexicon.sequels import SEQUEL_OPENS, SEQUEL_WITHIN
from intake.screening.text.lexicon.shapes import Sequel
from intake.screening.text.patterns import PatternPlace, Shapes, beginnings_of, not_with
from intake.screening.text.terms import Term


class Sequels:
    """All signs that are told so, compiled. `terms` are those of the lists of words, by their code."""

    __slots__ = ("_terms", "_then", "_told")

    def __init__(self, sequels: Sequence[Sequel], terms: Mapping[str, Term]) -> None:
        self._terms = [terms[sequel.code] for sequel in sequels if sequel.code in terms]
        known = [sequel for sequel in sequels if sequel.code in terms]
        self._told = [(Shapes([(not_with(sequel.told)[0], None)]), not_with(sequel.told)[1]) for sequel in known]
        self._then = Shapes(
            (shape, (number, apart))
            for number, sequel in enumerate(known)
            for shape, apart in map(not_with, sequel.then)
        )

    def spans(self, clause: Clause, before: Sequence[Clause]) -> Iterator[tuple[Span, int, Span]]:
        """What this clause goes on about, with the clause among those `before` that told it, and where in it."""
        words = clause.words
        if not self._then.may_stand(words, beginnings_of(words)):
            return
        company, seen = frozenset(words), set[int]()
        for place, (number, apart) in self._then.places(words):
            if number in seen or not company.isdisjoint(apart) or not _opens(words, place.first):
                continue
            seen.add(number)
            told, not_beside = self._told[number]
            for at in reversed(range(len(before))):
                found = next(told.places(before[at].words), None)
                if found is not None and not_beside.isdisjoint(before[at].words):
                    term = self._terms[number]
                    yield _span(clause, place, term), at, _span(before[at], found[0], term)
                    break


def _opens(words: Sequence[str], first: int) -> bool:
    """Only a time and small words stand before it."""
    return first <= SEQUEL_WITHIN and _all_small(words[:first])


def _all_small(words: Iterable[str]) -> bool:
    return all(word in SEQUEL_OPENS or word in times.TIME_WORDS or times.is_number(word) for word in words)


def _span(clause: Clause, place: PatternPlace, term: Term) -> Span:
    first, last = place.first, place.last
    name = " ".join(clause.words[first:last])
    return Span(first, last, clause.starts[first], clause.ends[last - 1], (term,), name=name)
