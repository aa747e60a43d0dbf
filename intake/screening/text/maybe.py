"""What may come, was asked or was once believed, and is not so: 'if I get a fever', 'thought it was a stroke'."""

from collections.abc import Sequence
from functools import cache

from intake.screening.text.clause_reading import ClauseReading, word_before
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.finder import Span
from intake.screening.text.hits import HitKind
from intake.screening.text.lexicon import Past, cue_denial, cue_family, cue_maybe, cues
from intake.screening.text.terms import Term

_HYPOTHETICAL = CuePhrases(*cue_denial.HYPOTHETICAL)
_OF_NEEDLES = CuePhrases(*cue_maybe.OF_NEEDLES)
_NOT_YET_IN = CuePhrases(*cue_maybe.NOT_YET_IN)
_IF = CuePhrases(*cue_maybe.IF)
_THEN = CuePhrases(*cue_maybe.THEN)
_TOLD_WHAT_FOR = CuePhrases(*cue_maybe.TOLD_WHAT_FOR)
_THOUGHT = CuePhrases(*cue_maybe.THOUGHT)
_TURNED_OUT = CuePhrases(*cue_maybe.TURNED_OUT)
_THOUGHT_OVER = cues.BRIDGE | cues.BRIDGE_CONDITION | cue_maybe.THOUGHT_OVER


def is_not_so(readings: Sequence[ClauseReading], index: int, span: Span, term: Term) -> bool:
    """Whether the hit in this clause is only feared, asked about or was a mistake.

    Of seizures nobody speaks so without a reason; medicines and cries for help are read as they stand.
    """
    reading = readings[index]
    if term.kind is HitKind.WORDS:
        dated = term.word_list is not None and term.word_list.most_days is not None
        return dated and (
            _is_meant_for_another_day(readings, reading, span) or _was_taken_for(readings, index, span, is_felt=True)
        )
    if term.condition is None or term.condition.past is Past.SEIZURE:
        return False
    if reading.words[span.first] in cue_family.FAMILY_NOT_OVER:  # 'avoid my port'
        return False
    if reading.reached(span, reading.ends(_HYPOTHETICAL), bridge=_without_owners(term.bridge)):
        return True
    not_yet = term.condition.put_in and cue_maybe.NOT_YET_UNLESS.isdisjoint(reading.words)
    if not_yet and reading.reached(span, reading.ends(_NOT_YET_IN), bridge=_without_owners(term.bridge)):
        return True
    needle_places = reading.places(_OF_NEEDLES)
    if (
        needle_places
        and needle_places[0][1] <= span.first
        and word_before(reading, span) not in cue_family.FAMILY_NOT_OVER
    ):
        return True
    return _was_taken_for(readings, index, span)


def _is_meant_for_another_day(readings: Sequence[ClauseReading], here: ClauseReading, span: Span) -> bool:
    """'If I had a fever I would stay home', 'I know to go to the ER for chest pain'."""
    if here.reached(span, here.ends(_TOLD_WHAT_FOR), bridge=cue_maybe.IF_OVER):
        return True
    if not here.reached(span, here.ends(_IF), bridge=cue_maybe.IF_OVER):
        return False
    return any(reading.places(_THEN) for reading in readings)


def _was_taken_for(readings: Sequence[ClauseReading], index: int, span: Span, *, is_felt: bool = False) -> bool:
    """'They thought it was a heart attack, but it was gas'.

    What is felt is there, until it is said outright to have been something else: 'my leg was swollen, it was bigger'.
    """
    reading = readings[index]
    if not reading.reached(span, reading.ends(_THOUGHT), bridge=_THOUGHT_OVER):
        return False
    turned_out = reading.places(_TURNED_OUT)
    if turned_out and turned_out[-1][0] >= span.last:
        return True
    following = reading.following
    if following is None or not cue_maybe.WAS_SO.isdisjoint(following.words[1:4]):
        return False
    if following.places(_TURNED_OUT) or is_felt:
        return bool(following.places(_TURNED_OUT))
    opens = following.words[0]
    return len(following.words) > 2 - (opens in cue_maybe.WAS_ALONE) and opens in cue_maybe.WAS_INSTEAD


def is_free_of_it(readings: Sequence[ClauseReading], index: int, span: Span) -> bool:
    """'The mole was benign, cancer free': a sample without it, and not somebody who had it."""
    reading = readings[index]
    if not index or not reading.is_all_of(cue_maybe.FREE_AND_NO_MORE) or cue_maybe.FREE.isdisjoint(reading.words):
        return False
    return not cue_maybe.GOOD_NEWS.isdisjoint(readings[index - 1].words) and not span.also


@cache
def _without_owners(bridge: frozenset[str]) -> frozenset[str]:
    return bridge - cue_denial.HYPOTHETICAL_NOT_OVER
