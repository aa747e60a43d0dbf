"""Finds the listed names in a clause: as written, the longest phrase first, then by a slip of the pen."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.screening.text.clauses import Clause
from intake.screening.text.lexicon import Condition
from intake.screening.text.lexicon.spelling import SHORTEST_GUESS
from intake.screening.text.normalise import Plain, normalise
from intake.screening.text.speller import Speller
from intake.screening.text.terms import Term, Writing, is_cjk, is_one_word, writings

_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Span:
    """Listed terms at the words `first` up to, not including, `last`; plain characters `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    terms: tuple[Term, ...]
    possible: bool = False
    cjk: bool = False


class Finder:
    """Looks for a set of terms. Built once for each kind of field."""

    __slots__ = ("_cjk", "_cjk_terms", "_close", "_never_close", "_speller", "_starting", "whole")

    def __init__(
        self,
        terms: Sequence[Term],
        *,
        misspellings: Mapping[str, tuple[str, ...]],
        never_close: frozenset[str],
    ) -> None:
        self._never_close = never_close
        self._starting: dict[str, list[Writing]] = {}
        for writing in writings(terms, misspellings):
            self._starting.setdefault(writing.words[0], []).append(writing)
        self.whole = frozenset(word for word in self._starting if not word.isalpha())
        self._close: dict[str, tuple[Term, ...]] = {}
        for term in terms:
            if term.slips and is_one_word(term.name):
                plain = normalise(term.name).text
                self._close[plain] = (*self._close.get(plain, ()), term)
        self._speller = Speller({name: same[0].slips for name, same in self._close.items()})
        self._cjk_terms = _by_spelling(term for term in terms if is_cjk(term.name))
        self._cjk = _any_of(self._cjk_terms)

    def find(self, clause: Clause, plain: Plain) -> list[Span]:
        """Every listed name of the clause, in order; no word belongs to two of them."""
        company = frozenset(clause.words)
        found = _longest_first(self._written(clause, company))
        taken = bytearray(len(clause.words))
        for span in found:
            taken[span.first : span.last] = b"\1" * (span.last - span.first)
        found.extend(self._guessed(clause, company, taken))
        if not plain.text.isascii():
            found.extend(self._anywhere(clause, plain))
        found.sort(key=lambda span: (span.start, span.end))
        return found

    def _written(self, clause: Clause, company: frozenset[str]) -> Iterator[tuple[Writing, Span]]:
        """Names that stand there as listed, overlapping ones too."""
        for index, word in enumerate(clause.words):
            starting = self._starting.get(word)
            if starting is None and word.endswith(_POSSESSIVE):
                starting = self._starting.get(word.removesuffix(_POSSESSIVE))
            for writing in starting or ():
                last = index + len(writing.words)
                if last - index == 1 or _stands_at(writing, clause, index):
                    yield from _meant(writing, clause, index, last, company)
        if True in clause.hyphen:
            yield from self._hyphenated(clause, company)

    def _hyphenated(self, clause: Clause, company: frozenset[str]) -> Iterator[tuple[Writing, Span]]:
        """Single names typed with a hyphen in them: 'anti-coagulant'."""
        index = 0
        for last in range(1, len(clause.words) + 1):
            if last < len(clause.words) and clause.hyphen[last]:
                continue
            if last - index > 1:
                for writing in self._starting.get("".join(clause.words[index:last]), ()):
                    if len(writing.words) == 1:
                        yield from _meant(writing, clause, index, last, company)
            index = last

    def _guessed(self, clause: Clause, company: frozenset[str], taken: bytearray) -> Iterator[Span]:
        """Words that are a slip or two away from a listed name."""
        for index, word in enumerate(clause.words):
            if taken[index] or len(word) < SHORTEST_GUESS or word in self._never_close or not word.isalpha():
                continue
            close = [term for name in self._speller.nearest(word) for term in self._close[name]]
            if terms := _counting(close, company):
                yield _span(clause, index, index + 1, terms, possible=True)

    def _anywhere(self, clause: Clause, plain: Plain) -> Iterator[Span]:
        """Chinese, Japanese and Korean names, wherever in the clause they stand."""
        if not clause.words:
            return
        for match in self._cjk.finditer(plain.text, clause.starts[0], clause.ends[-1]):
            first = bisect_right(clause.ends, match.start())
            last = bisect_left(clause.starts, match.end())
            terms = self._cjk_terms[match.group()]
            yield Span(first, last, match.start(), match.end(), terms, cjk=True)


def _by_spelling(terms: Iterable[Term]) -> dict[str, tuple[Term, ...]]:
    """Terms by their spelling; a space is free, because Koreans often leave it out ('죽고싶')."""
    found: dict[str, tuple[Term, ...]] = {}
    for term in terms:
        plain = normalise(term.name).text
        for spelling in dict.fromkeys((plain, "".join(plain.split()))):
            found[spelling] = (*found.get(spelling, ()), term)
    return found


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """An expression for any of these names, the longest first; the look at the first letter saves time."""
    longest_first = sorted(names, key=len, reverse=True)
    if not longest_first:
        return re.compile(r"(?!)")
    firsts = "".join(sorted({name[0] for name in longest_first}))
    return re.compile(f"(?=[{firsts}])(?:{'|'.join(map(re.escape, longest_first))})")


def _span(clause: Clause, first: int, last: int, terms: tuple[Term, ...], *, possible: bool = False) -> Span:
    return Span(first, last, clause.starts[first], clause.ends[last - 1], terms, possible=possible)


def _stands_at(writing: Writing, clause: Clause, index: int) -> bool:
    """Whether all words of the writing follow from `index`, with the hyphens it asks for."""
    last = index + len(writing.words)
    if clause.words[index + 1 : last] != list(writing.words[1:]):
        return False
    asked = zip(writing.hyphen, clause.hyphen[index:last], strict=True)
    return all(there for wanted, there in asked if wanted)


def _meant(
    writing: Writing, clause: Clause, first: int, last: int, company: frozenset[str]
) -> Iterator[tuple[Writing, Span]]:
    if terms := _counting(writing.terms, company):
        yield writing, _span(clause, first, last, terms)


def _counting(terms: Iterable[Term], company: frozenset[str]) -> tuple[Term, ...]:
    """The terms that count in this company: 'port' only with 'chest', 'transplant' not with 'hair'."""
    return tuple(term for term in terms if term.condition is None or _keeps(term.condition, company))


def _keeps(condition: Condition, company: frozenset[str]) -> bool:
    if not company.isdisjoint(condition.not_near):
        return False
    return not condition.near or not company.isdisjoint(condition.near)


def _longest_first(candidates: Iterable[tuple[Writing, Span]]) -> list[Span]:
    """Give every word to the longest name that claims it; of equals, to the first."""
    ranked = sorted(candidates, key=lambda candidate: candidate[0].length, reverse=True)
    taken: set[int] = set()
    chosen = []
    for _writing, span in ranked:
        claimed = range(span.first, span.last)
        if taken.isdisjoint(claimed):
            taken.update(claimed)
            chosen.append(span)
    return chosen
