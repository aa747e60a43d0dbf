"""Whether an illness, a device or a sign is over, or so long ago that it counts for something else."""

from functools import cache

from intake.screening.text import ends
from intake.screening.text.clause_reading import PAST, STOP, ClauseReading, word_after
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.finder import Span
from intake.screening.text.hits import HitStatus
from intake.screening.text.lexicon import Condition, Past, WordList, cue_ends, cue_starts, cues

_PAST_CONDITION = CuePhrases(*cue_ends.PAST_CONDITION)
_SINCE = CuePhrases("since|desde")
_LASTS = CuePhrases(*cue_starts.LASTS)
_SINCE_BIRTH = CuePhrases(*cue_starts.SINCE_BIRTH)
_CHILDHOOD = CuePhrases(*cues.CHILDHOOD)
_REMOVED_BRIDGE = cues.BRIDGE | cues.REMOVED_BRIDGE


def phrase_status(here: ClauseReading, span: Span, words: WordList | None) -> HitStatus:
    """The status of a phrase that is neither denied nor somebody else's."""
    if words is None or words.most_days is None:
        return HitStatus.CURRENT
    if words.event:
        return _event_status(here, words.most_days)
    if here.reached_from_behind(span, [first for first, _ in here.places(_SINCE_BIRTH)], bridge=cues.BRIDGE):
        return HitStatus.PAST
    if here.places(_LASTS) and cue_starts.OVER_SINCE.isdisjoint(here.words):  # the time tells when it began
        return HitStatus.CURRENT
    return HitStatus.PAST if _is_older(here, words.most_days) else HitStatus.CURRENT


def _event_status(here: ClauseReading, most_days: int) -> HitStatus:
    """'Since I fell in 2019' tells when the fall was, not how long it goes on."""
    if _is_older(here, most_days) or here.places(_CHILDHOOD) or here.age_then is not None:
        return HitStatus.PAST
    return HitStatus.UNDATED if here.days is None else HitStatus.CURRENT


def _is_older(here: ClauseReading, days: int) -> bool:
    if here.days is not None:
        return here.days > days
    return here.has_bare_time


def condition_status(here: ClauseReading, span: Span, condition: Condition) -> HitStatus:
    """The status of an illness or a device that is neither denied nor somebody else's."""
    if here.goes_on:
        return HitStatus.CURRENT
    if condition.past is Past.SEIZURE:
        return HitStatus.REMOTE if _is_remote(here) else HitStatus.CURRENT
    if condition.past is Past.REMOVED:
        return HitStatus.PAST if _is_removed(here, span, condition) else HitStatus.CURRENT
    if condition.past is Past.APPLIES:
        return HitStatus.PAST if _is_over(here, span) else HitStatus.CURRENT
    if condition.past is Past.EVENT and here.days is not None:
        return HitStatus.PAST_90D if here.days <= cues.EVENT_DAYS else HitStatus.PAST
    return HitStatus.CURRENT


def _is_over(here: ClauseReading, span: Span) -> bool:
    past = (
        here.has_bare_time
        or word_after(here, span) == "until"
        or any(here.reached(span, here.ends(cue)) for cue in (PAST, _PAST_CONDITION, STOP))
    )
    return past and not ends.is_recent(here.days)


def _is_out_by_now(here: ClauseReading) -> bool:
    """'Had a PICC for a month, it's out now'."""
    following = here.following
    if following is None or following.spans or not cues.OUT_BY_NOW_OVER.issuperset(following.words):
        return False
    return not cues.OUT_BY_NOW.isdisjoint(following.words)


@cache
def _removal_cues(more: tuple[str, ...]) -> CuePhrases:
    return CuePhrases(*cues.REMOVED, *more)


def _is_removed(here: ClauseReading, span: Span, condition: Condition) -> bool:
    removed = here.places(_removal_cues(condition.also_removed))
    before = sorted(last for _, last in removed)
    behind = [first for first, _ in removed]
    if _is_out_by_now(here):
        return True
    return here.reached(span, before) or here.reached_from_behind(span, behind, bridge=_REMOVED_BRIDGE)


def _is_remote(here: ClauseReading) -> bool:
    """Childhood, or ten years ago; never where the clause also tells of something later."""
    counted = here.days_counted
    if counted is None and here.days is not None and here.days >= cues.REMOTE_DAYS and here.places(_SINCE):
        return True
    later = counted if counted is not None else here.days
    if here.is_current_again or (later is not None and later < cues.REMOTE_DAYS):
        return False
    age = here.age_then
    return counted is not None or bool(here.places(_CHILDHOOD)) or (age is not None and age < cues.CHILD_UNDER)
