"""What the words around a hit say about it. The first status that applies counts; none means current.

The order is fixed: family, allergy, denied or missed, then for medicines topical, current again and
past; for conditions what the lexicon says of the past. 'Current' is the fail-safe.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from intake.screening.text.finder import Span
from intake.screening.text.hits import Kind, Status
from intake.screening.text.lexicon import Condition, Past, WordList, cues
from intake.screening.text.reading import FAMILY_ANYWHERE, CuePhrases, Reading
from intake.screening.text.terms import Term

_ALLERGY = CuePhrases(*cues.ALLERGY)
_ALLERGY_BRIDGE = cues.BRIDGE - cues.NOT_AN_ALLERGY_BRIDGE
_PAST = CuePhrases(*cues.PAST)
_PAST_UNLESS_RECENT = CuePhrases(*cues.PAST_UNLESS_RECENT)
_PAST_CONDITION = CuePhrases(*cues.PAST, *cues.PAST_CONDITION)
_CHILDHOOD = CuePhrases(*cues.CHILDHOOD)
_REMOVED_BRIDGE = cues.BRIDGE | cues.REMOVED_BRIDGE


class Story:
    """The clauses of one sentence, read together."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        for here, following in pairwise(readings):
            here.following = following
        self._all_denied = _is_denied_list(readings)
        self._ends_in_or = not cues.LIST_OR.isdisjoint(readings[-1].words)
        self._first_denial: dict[WordList | None, list[bool]] = {}

    def status(self, index: int, span: Span, term: Term) -> Status:
        """The status of one term of a hit in the clause `index`."""
        here = self._readings[index]
        if span.cjk or self._is_plain(index, term):
            return Status.CURRENT
        if _about_family(here, span, term):
            return Status.FAMILY
        is_drug = term.kind is Kind.DRUG
        if is_drug and _is_allergy(here, span):
            return Status.ALLERGY
        if self._is_denied(index, span, term):
            return Status.PAST_RECENT if is_drug and _is_missed_dose(here) else Status.NEGATED
        if is_drug:
            return _drug_status(here, span, term)
        return _condition_status(here, span, term.condition) if term.condition else Status.CURRENT

    def _is_plain(self, index: int, term: Term) -> bool:
        """A short cut: a medicine in a clause, and a sentence, without anything to read."""
        here = self._readings[index]
        if term.kind is not Kind.DRUG or not here.has_no_cue or self._all_denied:
            return False
        ends_next = here.following is not None and here.following.tells_of_an_end
        return not ends_next and not (index and self._ends_in_or)

    def _is_denied(self, index: int, span: Span, term: Term) -> bool:
        here = self._readings[index]
        own = term.word_list if term.word_list and term.word_list.negation else None
        if self._all_denied or here.reached(span, here.denials(own), bridge=term.bridge):
            return True
        over_commas = self._ends_in_or and span.first <= here.list_reach
        return over_commas and self._denied_before(own)[index]

    def _denied_before(self, word_list: WordList | None) -> list[bool]:
        """For each clause, whether one before it, over nothing but commas, holds a denial."""
        denied = self._first_denial.get(word_list)
        if denied is None:
            denied = [False]
            for here, following in pairwise(self._readings):
                said = denied[-1] or bool(here.denials(word_list))
                denied.append(said and following.after_comma)
            self._first_denial[word_list] = denied
        return denied


def _is_denied_list(readings: Sequence[Reading]) -> bool:
    """'No Eliquis, Plavix, aspirin': opens with 'no' and holds nothing but a list of medicines."""
    if readings[0].words[0] != cues.LIST_OPENER or readings[0].in_hit[0]:
        return False
    if any(not reading.after_comma for reading in readings[1:]):
        return False
    if any(reading.list_reach < len(reading.words) for reading in readings):
        return False
    drugs = [
        span for reading in readings for span in reading.spans if any(term.kind is Kind.DRUG for term in span.terms)
    ]
    return len(drugs) >= cues.LIST_LENGTH


def _about_family(here: Reading, span: Span, term: Term) -> bool:
    if here.places(FAMILY_ANYWHERE) or here.reached(span, here.relatives, bridge=term.bridge):
        return True
    return _word_before(here, span) in cues.FAMILY_OWNER and here.is_relative_at(span.last)


def _is_allergy(here: Reading, span: Span) -> bool:
    if _word_after(here, span) in cues.ALLERGY_AFTER:
        return True
    return here.reached(span, here.ends(_ALLERGY), bridge=_ALLERGY_BRIDGE)


def _is_missed_dose(here: Reading) -> bool:
    says_dose = any(word in cues.DOSE_VERBS and not hit for word, hit in zip(here.words, here.in_hit, strict=True))
    return says_dose and _is_recent(here.days)


def _drug_status(here: Reading, span: Span, term: Term) -> Status:
    after = here.words[span.last : span.last + cues.TOPICAL_WITHIN]
    if term.name in cues.TOPICAL_NAMES and not cues.TOPICAL_FORMS.isdisjoint(after):
        return Status.TOPICAL
    if here.is_current_again:
        return Status.CURRENT
    ended = here.following if here.following is not None and here.following.tells_of_an_end else None
    said = [here.days, ended.days if ended else None]
    days = min((day for day in said if day is not None), default=None)
    past = (
        ended is not None
        or here.has_bare_time
        or _word_after(here, span) in cues.PAST_AFTER
        or here.reached(span, here.ends(_PAST))
        or (not _is_recent(days) and here.reached(span, here.ends(_PAST_UNLESS_RECENT)))
    )
    if not past:
        return Status.CURRENT
    if _is_recent(days):
        return Status.PAST_RECENT
    if days is not None and days <= cues.SIX_WEEKS_DAYS and cues.SIX_WEEKS_GROUP in term.groups:
        return Status.PAST_6W
    return Status.PAST


def _condition_status(here: Reading, span: Span, condition: Condition) -> Status:
    if condition.past is Past.SEIZURE:
        return Status.REMOTE if _is_remote(here) else Status.CURRENT
    if condition.past is Past.REMOVED:
        return Status.PAST if _is_removed(here, span, condition) else Status.CURRENT
    if condition.past is Past.APPLIES:
        return Status.PAST if _is_over(here, span) else Status.CURRENT
    return Status.CURRENT


def _is_over(here: Reading, span: Span) -> bool:
    past = (
        here.has_bare_time
        or _word_after(here, span) in cues.PAST_AFTER
        or here.reached(span, here.ends(_PAST_CONDITION))
    )
    return past and not _is_recent(here.days)


@cache
def _removal_cues(more: tuple[str, ...]) -> CuePhrases:
    return CuePhrases(*cues.REMOVED, *more)


def _is_removed(here: Reading, span: Span, condition: Condition) -> bool:
    removed = here.places(_removal_cues(condition.also_removed))
    before = sorted(last for _, last in removed)
    behind = [first for first, _ in removed]
    return here.reached(span, before) or here.reached_from_behind(span, behind, bridge=_REMOVED_BRIDGE)


def _is_remote(here: Reading) -> bool:
    """Childhood, or ten years ago; never where the clause also tells of something later."""
    counted = here.days_counted
    if here.is_current_again or (counted is not None and counted < cues.REMOTE_DAYS):
        return False
    age = here.age_then
    return counted is not None or bool(here.places(_CHILDHOOD)) or (age is not None and age < cues.CHILD_UNDER)


def _is_recent(days: int | None) -> bool:
    return days is not None and days <= cues.RECENT_DAYS


def _word_before(here: Reading, span: Span) -> str:
    return here.words[span.first - 1] if span.first else ""


def _word_after(here: Reading, span: Span) -> str:
    return here.words[span.last] if span.last < len(here.words) else ""
