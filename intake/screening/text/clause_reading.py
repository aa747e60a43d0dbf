"""One clause read for cues: which there are, and which of its names they reach."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache

from intake.screening.text import relatives, times
from intake.screening.text.clauses import Clause
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.finder import Span
from intake.screening.text.hits import HitKind
from intake.screening.text.lexicon import (
    WordList,
    cue_denial,
    cue_ends,
    cue_family,
    cue_pronouns,
    cue_starts,
    cue_work,
    cues,
)
from intake.screening.text.patterns import beginnings_of


@cache
def _denial_cues(word_list: WordList | None) -> tuple[CuePhrases, CuePhrases, CuePhrases]:
    """What denies, what only looks like it, and what denies here all the same."""
    negations, still = (word_list.negation, word_list.still_negation) if word_list else ((), ())
    return CuePhrases(*cue_denial.NEGATION, *negations), CuePhrases(*cue_denial.NOT_NEGATION), CuePhrases(*still)


FAMILY_ANYWHERE = CuePhrases(*cue_family.FAMILY_ANYWHERE)
CURRENT_AGAIN = CuePhrases(*cue_starts.CURRENT_AGAIN)
AGAIN = CuePhrases(*cue_starts.AGAIN)
STOP = CuePhrases(*cue_ends.STOP)
STOP_AFTER = CuePhrases(*cue_ends.STOP_AFTER)
PAST = CuePhrases(*cue_ends.PAST)
_BREAK_BEFORE = CuePhrases(*cue_family.FAMILY_BREAK_BEFORE)
_BITES = CuePhrases(*cue_family.BITES)
AGAIN_WITHIN = 2  # words of a clause
_ALL_OF_A_MEDICINE = CuePhrases(
    *(
        *(
            *cue_denial.NEGATION,
            *cue_denial.NEGATION_LAST,
            *cue_denial.AVOIDS,
            *cue_family.FAMILY_ANYWHERE,
            *cue_family.FAMILY_NOUN,
            *cue_pronouns.FAMILY_SOMEBODY,
            *cue_pronouns.PRONOUNS_OF_SUBJECT,
            *cue_family.FAMILY_OPENS,
            *cue_family.FAMILY_SAYS_MORE,
        ),
        *(
            *cues.ALLERGY,
            *cues.ALLERGY_AFTER,
            *cues.TOPICAL_FORMS,
            *cues.TOPICAL_VERBS,
            *cue_ends.STOP,
            *cue_ends.STOP_AFTER,
            *cue_ends.PAST,
        ),
        *(*cue_ends.LAST_DOSE, *cue_ends.NONE_SINCE, *cue_ends.LAST, *cue_work.WORK_NOUNS, *cue_work.WORK_VERBS),
        *(*cue_work.WORK_TRADE, *cue_work.WORK_JOB, *cue_family.FAMILY_TWO_WORDS),
        *(*cue_ends.PAST_UNLESS_RECENT, *cue_ends.SWITCH),
    )
)


@lru_cache(maxsize=4096)
def _may_be_a_cue(word: str) -> bool:
    return _ALL_OF_A_MEDICINE.may_begin(word)


class ClauseReading:
    """A clause and its hits. The words of a hit are bridges, never cues.

    `written` is the day of the text, `older_by` the days that passed until it is read. `after_somebody`: a relative
    was named before, of whom 'she' or 'his' may tell. `own` are nouns that, with 'my', mean the person of the form.
    `alone`: 'he has' is of somebody else though nobody was named.
    """

    def __init__(
        self,
        clause: Clause,
        spans: Sequence[Span],
        *,
        written: date,
        older_by: int = 0,
        own: frozenset[str] = frozenset(),
        alone: bool = False,
    ) -> None:
        self.words = clause.words
        self.after_comma = clause.after_comma
        self.denied = clause.denied
        self.denied_now = clause.denied_now
        self.goes_on = clause.goes_on
        self.spans = spans
        self.following: ClauseReading | None = None
        self.before: ClauseReading | None = None  # only where the clause opens with 'it'
        self.after_somebody = False
        self.own = own
        self.alone = alone
        self.in_hit = bytearray(len(self.words))
        for span in spans:
            self.in_hit[span.first : span.last] = b"\1" * (span.last - span.first)
            for index in span.also:
                self.in_hit[index] = 1
        self._written = written
        self._older_by = older_by
        self._beginnings = beginnings_of(self.words)
        self._places: dict[CuePhrases, list[tuple[int, int]]] = {}
        self._ends: dict[CuePhrases | WordList | None, list[int]] = {}
        self._true_ends: dict[CuePhrases, list[tuple[int, int]]] = {}
        self._left: dict[frozenset[str], list[int]] = {}

    @cached_property
    def has_no_cue(self) -> bool:
        """True for most clauses of a medicine list: nothing in the clause itself can change a status."""
        if self.denied:
            return False
        return not any(map(_may_be_a_cue, self.words)) or not _ALL_OF_A_MEDICINE.stand_in(self.words)

    def behind_names(self, index: int) -> int:
        """The first word from this one on that is no part of a name; where there is none, as many as there are words.

        Bytes are searched in C: a text of nothing but names is not walked once for each of them.
        """
        free = self.in_hit.find(0, index)
        return free if free >= 0 else len(self.words)

    @cached_property
    def names_a_drug(self) -> bool:
        """True when a listed medicine stands in the clause."""
        return any(term.kind is HitKind.DRUG for span in self.spans for term in span.terms)

    @cached_property
    def drug_starts(self) -> list[int]:
        """The first words of the listed medicines, in order."""
        return sorted(span.first for span in self.spans if any(term.kind is HitKind.DRUG for term in span.terms))

    def true_ends(self, phrases: CuePhrases) -> list[tuple[int, int]]:
        """Places of ends that are not denied, in order: not 'I have not stopped'."""
        if phrases not in self._true_ends:
            self._true_ends[phrases] = [place for place in self.places(phrases) if not self._is_denied_end(place)]
        return self._true_ends[phrases]

    def _is_denied_end(self, place: tuple[int, int]) -> bool:
        index = place[0] - 1
        while index >= 0 and self.words[index] in cue_ends.NOT_AN_END_OVER:
            index -= 1
        return index >= 0 and self.words[index] in cue_ends.NOT_AN_END

    def reached(self, span: Span, ends: Sequence[int], *, bridge: frozenset[str] = cues.BRIDGE) -> bool:
        """True when one of the cues ends before the hit, with nothing but bridges between."""
        if not ends or ends[0] > span.first:
            return False
        nearest = bisect_left(ends, self._leftmost(bridge)[span.first])
        return nearest < len(ends) and ends[nearest] <= span.first

    def reached_from_behind(self, span: Span, starts: Sequence[int], *, bridge: frozenset[str]) -> bool:
        """True when one of the cues starts after the hit, with nothing but bridges between."""
        if not starts:
            return False
        leftmost = self._leftmost(bridge)
        return any(start >= span.last and leftmost[start] <= span.last for start in starts)

    def places(self, phrases: CuePhrases) -> list[tuple[int, int]]:
        """Where cues stand outside the hits."""
        if phrases not in self._places:
            if not self.may_hold(phrases):
                self._places[phrases] = []
                return []
            candidates = phrases.places(self.words)
            self._places[phrases] = sorted(place for place in candidates if not any(self.in_hit[slice(*place)]))
        return self._places[phrases]

    def may_hold(self, phrases: CuePhrases) -> bool:
        """False where none of the cues can stand: a short cut."""
        return phrases.may_stand(self.words, self._beginnings)

    def ends(self, phrases: CuePhrases) -> list[int]:
        """The words after the cues, in order."""
        if phrases not in self._ends:
            places = self.places(phrases)
            self._ends[phrases] = sorted({last for _, last in places}) if places else []
        return self._ends[phrases]

    def denials(self, word_list: WordList | None = None) -> list[int]:
        """The words after the denials, in order; a list of words may know more denials of its own."""
        if word_list not in self._ends:
            denying, not_denying, still = _denial_cues(word_list)
            void = {index for place in self.places(not_denying) for index in range(*place)}
            void -= {index for place in self.places(still) for index in range(*place)}
            self._ends[word_list] = sorted({last for first, last in self.places(denying) if first not in void})
        return self._ends[word_list]

    @cached_property
    def relatives(self) -> list[int]:
        """The words after 'my mother', 'brother' at the start and the like, in order."""
        return relatives.ends(self)

    @cached_property
    def starts_of_own(self) -> list[int]:
        """The words after 'I have', 'I am' and the like; not of 'I take care of' and 'I am the caregiver of'."""
        within = cue_family.CARES_WITHIN
        starts = (last for _, last in self.places(_BREAK_BEFORE))
        return [last for last in starts if cue_family.CARES_FOR.isdisjoint(self.words[last : last + within])]

    @cached_property
    def tells_of_a_bite(self) -> bool:
        """'My cat bit my hand': read over names too."""
        return bool(_BITES.places(self.words))

    def is_relative_at(self, index: int) -> bool:
        """True for a noun of the family that is not part of a hit ('baby aspirin')."""
        return relatives.is_relative(self.words, self.in_hit, index)

    @cached_property
    def days(self) -> int | None:
        """The most recent time in the clause, or in a next clause that only says when."""
        times_said = [self._days_of(self.words)]
        if self.following is not None and times.is_only_a_time(self.following.words, self._written):
            times_said.append(self._days_of(self.following.words))
        return min((days for days in times_said if days is not None), default=None)

    def _days_of(self, words: Sequence[str]) -> int | None:
        days = times.days_ago(words, self._written)
        return None if days is None else days + self._older_by

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
        """'restarted', 'still' and the like stand in the clause, but not before an end ('still off')."""
        stops = {first for first, _ in (*self.places(STOP), *self.places(STOP_AFTER))}
        return any(last not in stops for _, last in self.places(CURRENT_AGAIN))

    @cached_property
    def opens_with_again(self) -> bool:
        """'Restarted', 'back on it': how the clause begins."""
        return any(first <= AGAIN_WITHIN for first, _ in self.places(AGAIN))

    @cached_property
    def list_reach(self) -> int:
        """How many words from the start of the clause are listed names or the words of a list."""
        verb = self.words[0] in cue_denial.LIST_OR and self.words[1:2] and self.words[1] in cue_denial.LIST_VERBS
        for index, word in enumerate(self.words):
            if not self.in_hit[index] and word not in cue_denial.LIST_WORDS and not (verb and index == 1):
                return index
        return len(self.words)

    def is_all_of(self, words: Collection[str]) -> bool:
        """True when the clause holds nothing but listed names and these words."""
        return all(hit or word in words for word, hit in zip(self.words, self.in_hit, strict=True))

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


def word_before(here: ClauseReading, span: Span) -> str:
    """The word that stands before a hit; empty where there is none."""
    return here.words[span.first - 1] if span.first else ""


def word_after(here: ClauseReading, span: Span) -> str:
    """The word that stands behind a hit; empty where there is none."""
    return here.words[span.last] if span.last < len(here.words) else ""
