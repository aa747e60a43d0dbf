"""One clause read for cues: which there are, and which of its names they reach."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from intake.screening.text import times
from intake.screening.text.clauses import Clause
from intake.screening.text.finder import Span
from intake.screening.text.hits import Kind
from intake.screening.text.lexicon import WordList, cues


class CuePhrases:
    """A list of cue phrases, to be found in a row of words."""

    __slots__ = ("_starting",)

    def __init__(self, *phrases: str) -> None:
        self._starting: dict[str, list[list[str]]] = {}
        for phrase in phrases:
            words = phrase.split()
            self._starting.setdefault(words[0], []).append(words)

    def places(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Where they stand: from a word up to, not including, another."""
        return [
            (index, index + len(phrase))
            for index, word in enumerate(words)
            for phrase in self._starting.get(word, ())
            if words[index : index + len(phrase)] == phrase
        ]


@cache
def _denial_cues(word_list: WordList | None) -> tuple[CuePhrases, CuePhrases]:
    """What denies, and what only looks like it."""
    more, still = (word_list.negation, word_list.still_negation) if word_list else ((), ())
    not_denying = (phrase for phrase in cues.NOT_NEGATION if phrase not in still)
    return CuePhrases(*cues.NEGATION, *more), CuePhrases(*not_denying)


FAMILY_ANYWHERE = CuePhrases(*cues.FAMILY_ANYWHERE)
CURRENT_AGAIN = CuePhrases(*cues.CURRENT_AGAIN)
_CUE_WORDS = frozenset(
    phrase.split()[0]
    for phrases in (
        cues.NEGATION,
        cues.NOT_NEGATION,
        cues.FAMILY_OWNER,
        cues.FAMILY_ANYWHERE,
        cues.ALLERGY,
        cues.ALLERGY_AFTER,
        cues.TOPICAL_FORMS,
        cues.PAST,
        cues.PAST_UNLESS_RECENT,
        cues.PAST_CONDITION,
        cues.PAST_AFTER,
        cues.REMOVED,
        cues.CHILDHOOD,
        ("ago", "in", "until", "last", "as", "when"),  # times of the past
    )
    for phrase in phrases
)


class Reading:
    """A clause and its hits. The words of a hit are bridges, never cues.

    `older_by`: days that passed between the writing and the reading of the text.
    """

    def __init__(self, clause: Clause, spans: Sequence[Span], *, older_by: int = 0) -> None:
        self.words = clause.words
        self.after_comma = clause.after_comma
        self.spans = spans
        self.following: Reading | None = None
        self.in_hit = bytearray(len(self.words))
        for span in spans:
            self.in_hit[span.first : span.last] = b"\1" * (span.last - span.first)
        self._older_by = older_by
        self._places: dict[CuePhrases, list[tuple[int, int]]] = {}
        self._ends: dict[CuePhrases | WordList | None, list[int]] = {}
        self._left: dict[frozenset[str], list[int]] = {}

    @cached_property
    def has_no_cue(self) -> bool:
        """True for most clauses of a medicine list: nothing in the clause itself can change a status."""
        return _CUE_WORDS.isdisjoint(self.words)

    def reached(self, span: Span, ends: Sequence[int], *, bridge: frozenset[str] = cues.BRIDGE) -> bool:
        """True when one of the cues ends before the hit, with nothing but bridges between."""
        nearest = bisect_left(ends, self._leftmost(bridge)[span.first])
        return nearest < len(ends) and ends[nearest] <= span.first

    def reached_from_behind(self, span: Span, starts: Iterable[int], *, bridge: frozenset[str]) -> bool:
        """True when one of the cues starts after the hit, with nothing but bridges between."""
        leftmost = self._leftmost(bridge)
        return any(start >= span.last and leftmost[start] <= span.last for start in starts)

    def places(self, phrases: CuePhrases) -> list[tuple[int, int]]:
        """Where cues stand outside the hits."""
        if phrases not in self._places:
            found = phrases.places(self.words)
            self._places[phrases] = [place for place in found if not any(self.in_hit[slice(*place)])]
        return self._places[phrases]

    def ends(self, phrases: CuePhrases) -> list[int]:
        """The words after the cues, in order."""
        if phrases not in self._ends:
            self._ends[phrases] = sorted(last for _, last in self.places(phrases))
        return self._ends[phrases]

    def denials(self, word_list: WordList | None = None) -> list[int]:
        """The words after the denials, in order; a list of words may know more denials of its own."""
        if word_list not in self._ends:
            denying, not_denying = _denial_cues(word_list)
            void = {index for place in self.places(not_denying) for index in range(*place)}
            self._ends[word_list] = [last for first, last in self.places(denying) if first not in void]
        return self._ends[word_list]

    @cached_property
    def relatives(self) -> list[int]:
        """The words after 'my mother' and the like, in order."""
        found = []
        for index in range(len(self.words)):
            owners = self.words[max(index - 2, 0) : index]
            if self.is_relative_at(index) and not cues.FAMILY_OWNER.isdisjoint(owners):
                found.append(index + 1)
        return found

    def is_relative_at(self, index: int) -> bool:
        """True for a noun of the family that is not part of a hit ('baby aspirin')."""
        if index >= len(self.words) or self.in_hit[index]:
            return False
        return self.words[index].removesuffix("'s") in cues.FAMILY_NOUN

    @cached_property
    def days(self) -> int | None:
        """The most recent time in the clause, or in a next clause that only says when."""
        times_said = [times.days_ago(self.words)]
        if self.following is not None and times.is_only_a_time(self.following.words):
            times_said.append(times.days_ago(self.following.words))
        return min((days + self._older_by for days in times_said if days is not None), default=None)

    @cached_property
    def days_counted(self) -> int | None:
        """The most recent 'N days, weeks, months, years ago' of the clause."""
        days = times.counted_days_ago(self.words)
        return None if days is None else days + self._older_by

    @cached_property
    def has_bare_time(self) -> bool:
        """'2 years ago', with nothing in the clause that tells of now."""
        return times.has_bare_time(self.words)

    @cached_property
    def age_then(self) -> int | None:
        """The age in 'when I was 12'."""
        return times.age_then(self.words)

    @cached_property
    def is_current_again(self) -> bool:
        """'restarted', 'still' and the like stand in the clause."""
        return bool(self.places(CURRENT_AGAIN))

    @cached_property
    def tells_of_an_end(self) -> bool:
        """True for a clause that opens with 'stopped' or the like and names no medicine."""
        names_a_drug = any(term.kind is Kind.DRUG for span in self.spans for term in span.terms)
        return self.words[0] in cues.PAST_OPENERS and not names_a_drug

    @cached_property
    def list_reach(self) -> int:
        """How many words from the start of the clause are listed names or the words of a list."""
        for index, word in enumerate(self.words):
            if not self.in_hit[index] and word not in cues.LIST_WORDS:
                return index
        return len(self.words)

    def _leftmost(self, bridge: frozenset[str]) -> list[int]:
        """For each word, the start of the run of bridges that ends just before it."""
        leftmost = self._left.get(bridge)
        if leftmost is None:
            leftmost = [0]
            for index, word in enumerate(self.words):
                crossed = self.in_hit[index] or word in bridge or times.is_number_or_dose(word)
                leftmost.append(leftmost[index] if crossed else index + 1)
            self._left[bridge] = leftmost
        return leftmost
