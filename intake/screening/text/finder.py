"""Finds the listed names in a clause: as written, the longest phrase first, then by a slip of the pen."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.screening.text.clauses import Clause
from intake.screening.text.company import counting
from intake.screening.text.hits import HitKind
from intake.screening.text.lexicon import cues
from intake.screening.text.lexicon.spelling import JOINED_FROM, JOINED_GUESS, SHORTEST_GUESS, SHORTEST_HALF
from intake.screening.text.meant import Meant
from intake.screening.text.normalise import Plain, normalise
from intake.screening.text.patterns import Shapes, not_with
from intake.screening.text.speller import Speller
from intake.screening.text.terms import DRUGS, Term, Writing, is_cjk, is_one_word, writings

_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Span:
    """Listed terms at the words `first` up to, not including, `last`; plain characters `start` to `end`.

    `also` are further words of it that stand elsewhere in the clause. `name` is what a shape was read as.
    """

    first: int
    last: int
    start: int
    end: int
    terms: tuple[Term, ...]
    possible: bool = False
    cjk: bool = False
    also: tuple[int, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A span that stands there as written, in its layer."""

    length: tuple[int, int, int]
    layer: str
    span: Span


class Finder:
    """Looks for a set of terms. Built once for each kind of field."""

    __slots__ = (
        "_cjk",
        "_cjk_terms",
        "_close",
        "_meant",
        "_never_close",
        "_never_joined",
        "_shapes",
        "_speller",
        "_starting",
        "whole",
    )

    def __init__(
        self,
        terms: Sequence[Term],
        *,
        misspellings: Mapping[str, tuple[str, ...]],
        never_close: frozenset[str],
    ) -> None:
        self._never_close = never_close
        self._never_joined = never_close | cues.BRIDGE
        self._starting: dict[str, list[Writing]] = {}
        for writing in writings(terms, misspellings):
            self._starting.setdefault(writing.words[0], []).append(writing)
        self.whole = frozenset(word for word in self._starting if not word.isalpha())
        shapes = [(not_with(shape), term) for term in terms for shape in term.patterns]
        self._shapes = Shapes((shape, (term, words)) for (shape, words), term in shapes)
        self._meant = Meant([shape for (shape, _), _ in shapes], never_close=never_close)
        self._close: dict[str, tuple[Term, ...]] = {}
        for term in terms:
            if term.slips and is_one_word(term.name):
                plain = normalise(term.name).text
                self._close[plain] = (*self._close.get(plain, ()), term)
        self._speller = Speller({name: max(term.slips for term in same) for name, same in self._close.items()})
        self._cjk_terms = _by_spelling(term for term in terms if is_cjk(term.name))
        self._cjk = _any_of(self._cjk_terms)

    def find(self, clause: Clause, plain: Plain) -> list[Span]:
        """Every listed name of the clause, in order; no word belongs to two of a layer."""
        company = frozenset(clause.words)
        spans = _longest_first((*self._written(clause, company, plain), *self._shaped(clause, company, plain)))
        covered = bytearray(len(clause.words))
        for span in spans:
            covered[span.first : span.last] = b"\1" * (span.last - span.first)
        spans.extend(self._guessed(clause, company, covered))
        spans.extend(self._joined(clause, company, covered))
        if not plain.text.isascii():
            spans.extend(self._anywhere(clause, plain))
        spans.sort(key=lambda span: (span.start, span.end))
        return _without_signs_in_names(spans, alone=len(clause.words) == 1)

    def _written(self, clause: Clause, company: frozenset[str], plain: Plain) -> Iterator[_Candidate]:
        """Names that stand there as listed, overlapping ones too."""
        length = len(clause.words)
        for index, word in enumerate(clause.words):
            starting = self._starting.get(word)
            if starting is None and word.endswith(_POSSESSIVE):
                starting = self._starting.get(word.removesuffix(_POSSESSIVE))
            for writing in starting or ():
                last = index + len(writing.words)
                if last - index > 1 and (last > length or clause.words[index + 1] != writing.words[1]):
                    continue
                if last - index == 1 or _stands_at(writing, clause, index):
                    yield from _meant(writing, clause, index, last, company, plain)
        if True in clause.hyphen:
            yield from self._hyphenated(clause, company, plain)

    def _shaped(self, clause: Clause, company: frozenset[str], plain: Plain) -> Iterator[_Candidate]:
        """Families of conditions and phrases, wherever one of their shapes stands."""
        words = self._meant.words(clause.words)
        for place, (term, not_beside) in self._shapes.places(words):
            typed = clause.words[place.first]
            if not company.isdisjoint(not_beside):
                continue
            # A word alone forgives its slips elsewhere, but for those of short words.
            slipped = typed != words[place.first] and not place.also and not self._meant.is_of_a_short_word(typed)
            if place.last == place.first + 1 and (slipped or self._is_a_drug(typed)):
                continue
            around = range(min((place.first, *place.also)), max((place.last, *(index + 1 for index in place.also))))
            if not counting((term,), company, clause, place.first, plain):
                continue
            name = " ".join(words[place.first : place.last])
            span = Span(
                place.first,
                place.last,
                clause.starts[around.start],
                clause.ends[around.stop - 1],
                (term,),
                possible=words[place.first : place.last] != clause.words[place.first : place.last],
                also=place.also,
                name=name,
            )
            length = (place.last - place.first, len(name), 0)
            yield _Candidate(length, term.layer, span)

    def _is_a_drug(self, word: str) -> bool:
        """'Convulsofin' is a medicine, whatever it begins with."""
        writings_here = self._starting.get(word, ())
        return any(
            term.kind is HitKind.DRUG for writing in writings_here if len(writing.words) == 1 for term in writing.terms
        )

    def _hyphenated(self, clause: Clause, company: frozenset[str], plain: Plain) -> Iterator[_Candidate]:
        """Single names typed with a hyphen in them: 'anti-coagulant'."""
        index = 0
        for last in range(1, len(clause.words) + 1):
            if last < len(clause.words) and clause.hyphen[last]:
                continue
            if last - index > 1:
                for writing in self._starting.get("".join(clause.words[index:last]), ()):
                    if len(writing.words) == 1:
                        yield from _meant(writing, clause, index, last, company, plain)
            index = last

    def _guessed(self, clause: Clause, company: frozenset[str], taken: bytearray) -> Iterator[Span]:
        """Words that are a slip or two away from a listed name."""
        for index, word in enumerate(clause.words):
            if taken[index] or len(word) < SHORTEST_GUESS or word in self._never_close or not word.isalpha():
                continue
            if terms := self._near(word, clause, index, company):
                taken[index] = 1
                yield _span(clause, index, index + 1, terms, possible=True)

    def _joined(self, clause: Clause, company: frozenset[str], taken: bytearray) -> Iterator[Span]:
        """Two words that are one name with a space in it: 'xar elto'."""
        words = clause.words
        for index in range(len(words) - 1):
            pair = words[index : index + 2]
            if any(taken[index : index + 2]) or not all(self._may_be_half(word) for word in pair):
                continue
            whole = "".join(pair)
            terms = self._as_listed(whole, clause, index, company)
            if not terms and len(whole) >= JOINED_GUESS and whole not in self._never_close:
                terms = self._near(whole, clause, index, company)
            if terms:
                taken[index : index + 2] = b"\1\1"
                yield _span(clause, index, index + 2, terms, possible=True)

    def _may_be_half(self, word: str) -> bool:
        return len(word) >= SHORTEST_HALF and word.isalpha() and word not in self._never_joined

    def _as_listed(self, word: str, clause: Clause, index: int, company: frozenset[str]) -> tuple[Term, ...]:
        if len(word) < JOINED_FROM:
            return ()
        alone = [term for writing in self._starting.get(word, ()) if len(writing.words) == 1 for term in writing.terms]
        alone += [term for place, (term, _) in self._shapes.places([word]) if not place.also]
        return counting(alone, company, clause, index)

    def _near(self, word: str, clause: Clause, index: int, company: frozenset[str]) -> tuple[Term, ...]:
        close = [term for name in self._speller.nearest(word) for term in self._close[name]]
        return counting(close, company, clause, index)

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
    by_spelling: dict[str, tuple[Term, ...]] = {}
    for term in terms:
        plain = normalise(term.name).text
        for spelling in dict.fromkeys((plain, "".join(plain.split()))):
            by_spelling[spelling] = (*by_spelling.get(spelling, ()), term)
    return by_spelling


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
    hyphens = zip(writing.hyphen, clause.hyphen[index:last], strict=True)
    return all(has_hyphen for wanted, has_hyphen in hyphens if wanted)


def _meant(
    writing: Writing, clause: Clause, first: int, last: int, company: frozenset[str], plain: Plain
) -> Iterator[_Candidate]:
    layers: dict[str, list[Term]] = {}
    for term in counting(writing.terms, company, clause, first, plain):
        layers.setdefault(term.layer, []).append(term)
    for layer, terms in layers.items():
        yield _Candidate(writing.length, layer, _span(clause, first, last, tuple(terms)))


def _without_signs_in_names(spans: list[Span], *, alone: bool) -> list[Span]:
    """The same, but for a sign of one word within the name of a medicine, or with nothing said of it: 'blood'."""
    names = [span for span in spans if any(term.layer == DRUGS for term in span.terms)]
    if not names and not alone:
        return spans
    return [
        span
        for span in spans
        if span.last - span.first > 1
        or not span.terms[0].is_bare_sign(span.name)
        or not (alone or any(name.first <= span.first < name.last for name in names))
    ]


def _longest_first(candidates: Iterable[_Candidate]) -> list[Span]:
    """Give every word of a layer to the longest name that claims it; of equals, to the first.

    A phrase of another medicine only uses up its words.
    """
    ranked = sorted(candidates, key=lambda candidate: candidate.length, reverse=True)
    words_by_layer: dict[str, set[int]] = {}
    chosen = []
    for candidate in ranked:
        span = candidate.span
        words = words_by_layer.setdefault(candidate.layer, set())
        claimed = range(span.first, span.last)
        if words.isdisjoint(claimed):
            words.update(claimed)
            chosen.append(span)
    return chosen
