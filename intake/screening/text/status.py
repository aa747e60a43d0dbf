"""What the words around a hit say about it. The first status that applies counts; none means current.

The order is fixed: family, allergy, denied or missed, then for medicines topical, current again and an
end (`ends`); for conditions what the lexicon says of the past. 'Current' is the fail-safe.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from intake.screening.text import ends, times
from intake.screening.text.allergies import is_allergy, is_topical, lists_of_allergies
from intake.screening.text.clause_reading import FAMILY_ANYWHERE, ClauseReading, word_before
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.denied_lists import denied_list
from intake.screening.text.finder import Span
from intake.screening.text.hits import HitKind, HitStatus
from intake.screening.text.labels import is_gone_when_denied
from intake.screening.text.lexicon import Past, WordList, cue_denial, cue_family, cue_pronouns, cues
from intake.screening.text.maybe import is_free_of_it, is_not_so
from intake.screening.text.others import (
    breaks_off,
    goes_on_about_a_relative,
    is_in_a_relatives_list,
    is_it_of_a_relative,
    is_of_a_relative_behind,
    is_of_a_relative_beside,
    is_of_an_animal,
    is_of_an_occupation,
    is_said_of_a_relative_next,
    is_someone_with,
    opens_a_relatives_list,
    tells_of_one_after,
)
from intake.screening.text.past import condition_status, phrase_status
from intake.screening.text.relatives import tells_of_somebody
from intake.screening.text.terms import Term

_FAMILY_OPENS = CuePhrases(*cue_family.FAMILY_OPENS)
# Not over a "my": 'told to avoid my Eliquis' is a stop.
_WITHOUT_MINE = (cues.BRIDGE | cue_denial.AVOIDS_OVER) - cue_family.FAMILY_NOT_OVER
_HAS = frozenset({"has", "have", "had", "takes", "tiene"})
_NEGATION_AFTER = CuePhrases(*cue_denial.NEGATION_AFTER)
_NOT_NEGATION_AFTER = CuePhrases(*cue_denial.NOT_NEGATION_AFTER)
_AVOIDS = CuePhrases(*cue_denial.AVOIDS)
_NOT_TAKEN_NEXT = CuePhrases(*cue_denial.NOT_TAKEN_NEXT)
_NOT_CAUGHT_NEXT = CuePhrases(*cue_denial.NOT_CAUGHT_NEXT)
_NEGATION_CLAUSE = CuePhrases(*cue_denial.NEGATION_CLAUSE)


class Story:
    """The clauses of one sentence, read together.

    `sequel` is a next sentence that names no medicine. `after_somebody`: the sentence before names a relative.
    """

    def __init__(
        self, readings: Sequence[ClauseReading], *, sequel: ClauseReading | None = None, after_somebody: bool = False
    ) -> None:
        self._readings = readings
        for reading, following in pairwise(readings):
            reading.following = following
            following.before = reading
        _tell_of_whom(readings, after_somebody=after_somebody)
        self._sequel = sequel
        self._last_with_a_drug = max((at for at, reading in enumerate(readings) if reading.names_a_drug), default=-1)
        self._denied_first = denied_list(readings)
        self._ends_in_or = not cue_denial.LIST_OR.isdisjoint(readings[-1].words)
        self._first_denial: dict[WordList | None, list[bool]] = {}
        self._family = _from_opening(readings, _FAMILY_OPENS)
        self._allergies = lists_of_allergies(readings)

    def status(self, index: int, span: Span, term: Term, *, field_is_list: bool) -> HitStatus:
        """The status of one term of a hit in the clause `index`."""
        reading = self._readings[index]
        if span.cjk or (term.word_list and term.word_list.never_cancelled) or self._is_plain(index, term):
            return HitStatus.CURRENT
        if self._about_family(index, span, term):
            return HitStatus.FAMILY
        is_drug = term.kind is HitKind.DRUG
        if is_drug and (self._is_among_allergies(index, span) or is_allergy(reading, span)):
            return HitStatus.ALLERGY
        if self._is_denied(index, span, term):
            if is_drug and ends.is_missed_dose(reading, span, term):
                return HitStatus.PAST_RECENT
            return (is_drug and ends.ended_behind_a_label(reading, span, term)) or HitStatus.NEGATED
        if is_drug:
            return self._drug_status(index, span, term, field_is_list=field_is_list)
        if term.condition is not None:
            return condition_status(reading, span, term.condition)
        return phrase_status(reading, span, term.word_list)

    def _is_plain(self, index: int, term: Term) -> bool:
        """A short cut: a medicine in a clause, and a sentence, without anything to read."""
        reading = self._readings[index]
        if term.kind is not HitKind.DRUG or not reading.has_no_cue or self._denied_first or self._sequel is not None:
            return False
        if cues.SIX_WEEKS_GROUP in term.groups:  # whose courses end by themselves: there a time counts
            return False
        if self._family[index] or self._allergies[index] or (index and self._ends_in_or):
            return False
        return all(later.has_no_cue for later in ends.later_clauses(reading))

    def _drug_status(self, index: int, span: Span, term: Term, *, field_is_list: bool) -> HitStatus:
        reading = self._readings[index]
        if is_topical(reading, span, term):
            return HitStatus.TOPICAL
        if reading.goes_on:
            return HitStatus.CURRENT
        is_last = index == self._last_with_a_drug
        return ends.status(reading, span, term, sequel=self._sequel if is_last else None, in_list=field_is_list)

    def _about_family(self, index: int, span: Span, term: Term) -> bool:
        reading = self._readings[index]
        if is_of_an_animal(reading, span):
            return True
        if is_of_an_occupation(reading, span, term) or is_it_of_a_relative(reading, span):
            return True
        if self._breaks_off(index, span, term):
            return False
        if self._family[index] or reading.places(FAMILY_ANYWHERE):
            return True
        if is_of_a_relative_beside(reading, span) or is_said_of_a_relative_next(reading):
            return True
        itself = reading.words[span.first : span.last]
        own = word_before(reading, span) in cue_family.FAMILY_NOT_OVER and reading.words[span.first - 2] not in _HAS
        if own or not cue_family.ITSELF_MINE.isdisjoint(itself):  # 'my son asks about my pacemaker'
            return False
        bridge = _with_family_verbs(term.bridge)
        if reading.reached(span, reading.relatives, bridge=bridge):
            return True
        return (
            is_of_a_relative_behind(reading, span)
            or is_in_a_relatives_list(reading, span)
            or goes_on_about_a_relative(reading, span, term)
            or self._goes_on_about_a_relative(index)
        )

    def _breaks_off(self, index: int, span: Span, term: Term) -> bool:
        """'My mother has it, me too': the sentence is about the patient as well."""
        reading = self._readings[index]
        breaks = breaks_off(reading)
        if reading.tells_of_a_bite:
            return True
        if breaks and not self._is_over(breaks, reading, span, term):
            return True
        before = [last for last in reading.starts_of_own if last <= span.first]
        if before and not tells_of_one_after(reading, span, term, before[-1]):
            return True
        following = reading.following
        if following is None or following.spans:
            return False
        return tuple(following.words) in cue_family.SO_DO_I or any(first == 0 for first, _ in breaks_off(following))

    @staticmethod
    def _is_over(breaks: Sequence[tuple[int, int]], here: ClauseReading, span: Span, term: Term) -> bool:
        """'And I had gout and my mom has diabetes': a relative is named behind what the patient says of himself."""
        if breaks[-1][1] <= span.first:
            return tells_of_one_after(here, span, term, breaks[-1][1])
        return breaks[0][0] >= span.last and is_someone_with(here, span, term)

    def _goes_on_about_a_relative(self, index: int) -> bool:
        """'My father, who takes Eliquis'."""
        reading = self._readings[index]
        if not index or not reading.after_comma:
            return False
        if reading.words[0] in cue_family.FAMILY_SAYS_MORE:
            return self._last_told_of_a_relative(index)
        before = self._readings[index - 1]
        is_of_it = reading.words[0] in cue_family.FAMILY_OF_MINE
        return is_of_it and bool(before.relatives) and before.relatives[-1] == len(before.words)

    def _last_told_of_a_relative(self, index: int) -> bool:
        """'My father, 82, has a pacemaker', 'my wife is ill, takes warfarin': no 'I' since the relative."""
        for before in reversed(self._readings[:index]):
            if not cue_family.FIRST_PERSON_SUBJECT.isdisjoint(before.words):
                return False
            if before.relatives:
                return True
        return False

    def _is_among_allergies(self, index: int, span: Span) -> bool:
        """'Allergies: latex, aspirin'. A dose tells of a medicine that is taken."""
        reading = self._readings[index]
        apart = cues.NOT_AN_ALLERGY_BRIDGE.isdisjoint(reading.words[: span.first])
        return self._allergies[index] and apart and not times.has_dose(reading.words[span.last :])

    def _is_denied(self, index: int, span: Span, term: Term) -> bool:
        reading = self._readings[index]
        if span.first < reading.denied and not (reading.denied_now and _was_there_once(term)):
            return True
        if _was_there_before(reading, span, term):
            return False
        if is_not_so(self._readings, index, span, term):
            return True
        if term.condition is not None and term.condition.ever and is_free_of_it(self._readings, index, span):
            return True
        own = term.word_list if term.word_list and term.word_list.negation else None
        bridge = _with_dose_verbs(term.bridge) if term.kind is HitKind.DRUG else term.bridge
        if index < self._denied_first or reading.reached(span, reading.denials(own), bridge=bridge):
            return not ends.is_denied_end(reading, span)
        if ends.is_denied_end(reading, span):
            return False
        if term.kind is HitKind.DRUG and reading.reached(span, reading.ends(_AVOIDS), bridge=_WITHOUT_MINE):
            return True
        if _is_not_taken_next(reading, _NOT_TAKEN_NEXT if term.kind is HitKind.DRUG else _NOT_CAUGHT_NEXT):
            return True
        if _is_denied_behind(reading, span, term):
            return True
        over_commas = self._ends_in_or and span.first <= reading.list_reach
        return over_commas and self._denied_before(own)[index]

    def _denied_before(self, word_list: WordList | None) -> list[bool]:
        """For each clause, whether one before it, over nothing but commas, holds a denial."""
        denied = self._first_denial.get(word_list)
        if denied is None:
            denied = [False]
            for reading, following in pairwise(self._readings):
                is_denied = denied[-1] or bool(reading.denials(word_list))
                denied.append(is_denied and following.after_comma)
            self._first_denial[word_list] = denied
        return denied


def _from_opening(readings: Sequence[ClauseReading], opening: CuePhrases) -> list[bool]:
    """For each clause, whether it or one before it in the sentence opens so: 'Family history: epilepsy, stroke'."""
    covered: list[bool] = []
    open_now = opening is _FAMILY_OPENS and (_is_headed_by_a_relative(readings[0]) or opens_a_relatives_list(readings))
    for reading in readings:
        open_now = (open_now or opening.opens(reading.words)) and not reading.starts_of_own
        covered.append(open_now)
    return covered


def _tell_of_whom(readings: Sequence[ClauseReading], *, after_somebody: bool) -> None:
    """Let each clause know whether a relative was named before it, where a 'she' may tell of one."""
    if not any(tells_of_somebody(reading.words) for reading in readings):
        return
    for reading in readings:
        reading.after_somebody = after_somebody
        after_somebody = after_somebody or bool(reading.relatives)


def _is_headed_by_a_relative(first: ClauseReading) -> bool:
    """'Dad: heart attack at 60, stroke at 70'."""
    return first.relatives[:1] == [1] and len(first.words) > 1 and bool(first.in_hit[1])


@cache
def _with_dose_verbs(bridge: frozenset[str]) -> frozenset[str]:
    return bridge | cue_denial.DOSE_VERBS


@cache
def _with_family_verbs(bridge: frozenset[str]) -> frozenset[str]:
    return bridge | cue_family.FAMILY_VERB | cues.BRIDGE_CONDITION | cue_pronouns.BODY_OF_SOMEBODY


def _is_denied_behind(here: ClauseReading, span: Span, term: Term) -> bool:
    """'Hemophilia was ruled out', 'Epilepsy: no', 'tests for epilepsy came back negative'."""
    if here.goes_on or is_gone_when_denied(here.words):
        return False
    not_denying = {first for first, _ in here.places(_NOT_NEGATION_AFTER)}
    behind = [first for first, _ in here.places(_NEGATION_AFTER) if first not in not_denying]
    if here.reached_from_behind(span, behind, bridge=cue_denial.AFTER_OVER):
        return True
    last = len(here.words) - 1
    is_last = here.words[last] in cue_denial.NEGATION_LAST and span.last <= last and not here.in_hit[last]
    is_letter = here.words[last] in cue_denial.NEGATION_LETTER and times.is_number_or_dose(here.words[last - 1])
    if is_last and not is_letter:
        return here.reached_from_behind(span, [last], bridge=term.bridge)
    return term.kind is HitKind.CONDITION and bool(here.places(_NEGATION_CLAUSE))


def _is_not_taken_next(here: ClauseReading, cue: CuePhrases) -> bool:
    """'He suggested aspirin, but I don't take it'; with a time it is a stop. 'They had a fever, I didn't get it'."""
    following = here.following
    if following is None or following.spans or len(following.words) > cue_denial.NOT_TAKEN_WITHIN:
        return False
    return here.days is None and following.days is None and bool(following.places(cue))


def _was_there_once(term: Term) -> bool:
    """What 'none now' does not deny: a medicine that may have been stopped, an illness that counts for ever."""
    return term.kind is HitKind.DRUG or (term.condition is not None and term.condition.ever)


def _was_there_before(here: ClauseReading, span: Span, term: Term) -> bool:
    """'No seizures since 2019': a denial since some day tells of what was before it."""
    if term.condition is None or term.condition.past not in (Past.NEVER, Past.SEIZURE):
        return False
    at = here.behind_names(span.last)
    return at < len(here.words) and here.words[at] in cue_denial.SINCE
