"""Whether a medicine has ended: what began, what ended, what is only meant to end.

A time never ends a medicine by itself. An end within two weeks is recent; one that goes on ('holding') is
recent without a time, one that is over ('stopped', 'was on') is not.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from intake.screening.text import times
from intake.screening.text.clause_reading import PAST, STOP, STOP_AFTER, ClauseReading
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.finder import Span
from intake.screening.text.hits import STOPPED_IS_NOT_TAKEN, HitStatus
from intake.screening.text.lexicon import cue_denial, cue_ends, cue_starts, cues
from intake.screening.text.lexicon.calendar import WEEKDAYS
from intake.screening.text.terms import Term

_START = CuePhrases(*cue_starts.START)
_INTEND = CuePhrases(*cue_starts.INTEND)
_STOP_OPEN = CuePhrases(*cue_ends.STOP_OPEN)
_SWITCH = CuePhrases(*cue_ends.SWITCH)
_FOR_A_TIME = CuePhrases(*cue_ends.FOR_A_TIME)
_LAPSE = CuePhrases(*cue_ends.LAPSE)
_LAST_DOSE = CuePhrases(*cue_ends.LAST_DOSE)
_NONE_SINCE = CuePhrases(*cue_ends.NONE_SINCE)
_PAST_UNLESS_RECENT = CuePhrases(*cue_ends.PAST_UNLESS_RECENT)
_MISSED_OPEN = CuePhrases(*cue_denial.MISSED_OPEN)
_MISSED_OWN = CuePhrases(*cue_denial.MISSED_OWN)
_OVER = cues.BRIDGE | times.TIME_WORDS | cue_ends.HOW
_THINNER_WORDS = "THINNER_WORDS"

PAUSE_FROM = 2  # days since the last dose
NEAREST = 4  # ends before a medicine that are looked at: they may overlap ('off', 'came off')

Place = tuple[int, int]


def status(here: ClauseReading, span: Span, term: Term, *, sequel: ClauseReading | None, in_list: bool) -> HitStatus:
    """The status of a medicine that is neither denied nor somebody else's.

    `sequel` is a next sentence without a medicine of its own. `in_list`: the field is a list of medicines.
    """
    if _is_left_behind(here, span):
        return HitStatus.PAST
    if here.is_current_again or _begins_again(here.following):
        return HitStatus.CURRENT
    end = _end_at(here, span) or _end_in_next(here, span, sequel)
    if end is None:
        paused = _since_last_dose(here, span, term, sequel)
        return paused or _without_an_end(here, span, term, in_list=in_list)
    place, where = end
    if any(first < place[0] for first, _ in where.places(_INTEND)) or _is_a_wish(where, place):
        return HitStatus.CURRENT
    return _ended(here, place, where, term)


def _is_a_wish(where: ClauseReading, place: Place) -> bool:
    """'Get off Eliquis', 'dejar las pastillas': nobody did it yet."""
    return place[0] == 0 and where.words[0] in cue_ends.WISH_OPENS and where.days is None


def is_missed_dose(here: ClauseReading, span: Span, term: Term) -> bool:
    """A denial that tells of a pause: 'I have not had my Savaysa for 4 days', 'haven't taken my Eliquis'."""
    if is_recent(here.days):
        verbs = cue_denial.DOSE_VERBS
        if _THINNER_WORDS not in term.sublists:
            verbs |= cue_denial.MISSED_SPAN
        return any(word in verbs and not hit for word, hit in zip(here.words, here.in_hit, strict=True))
    if here.days is not None or _THINNER_WORDS in term.sublists:
        return False
    if not cue_denial.NOT_A_MISSED_DOSE.isdisjoint(here.words):
        return False
    return here.reached(span, here.ends(_MISSED_OPEN)) or here.reached(span, here.ends(_MISSED_OWN))


def ended_behind_a_label(here: ClauseReading, span: Span, term: Term) -> HitStatus | None:
    """'Blood thinner: no, stopped it Monday'."""
    if not here.denied or here.following is None or here.following.names_a_drug:
        return None
    place = _opens_with_an_end(here.following)
    return _ended(here, place, here.following, term) if place else None


def is_denied_end(here: ClauseReading, span: Span) -> bool:
    """'I never skip my Eliquis', 'no se me olvida el Xarelto nunca': the end is denied, not the medicine."""
    if not here.places(STOP):
        return False
    ended = set(here.true_ends(STOP))
    denied = [place[1] for place in here.places(STOP) if place not in ended and place[1] <= span.first]
    return here.reached(span, sorted(denied))


def is_recent(days: int | None) -> bool:
    """Within two weeks."""
    return days is not None and days <= cues.RECENT_DAYS


def _ended(here: ClauseReading, place: Place, where: ClauseReading, term: Term) -> HitStatus:
    days_told = [day for day in (here.days, where.days) if day is not None]
    if any(first == place[0] for first, _ in where.places(_LAPSE)) and not (days_told and is_recent(min(days_told))):
        return HitStatus.CURRENT if days_told or not cue_ends.HABIT.isdisjoint(where.words) else HitStatus.PAST_RECENT
    if _has_been_off_long(where, place):
        return HitStatus.PAST
    if not days_told:
        return HitStatus.PAST_RECENT if _is_open(where, place) else HitStatus.PAST
    days = min(days_told)
    if is_recent(days):
        return HitStatus.PAST_RECENT
    if days <= cues.SIX_WEEKS_DAYS and cues.SIX_WEEKS_GROUP in term.groups:
        return HitStatus.PAST_6W
    return HitStatus.PAST


def _has_been_off_long(where: ClauseReading, place: Place) -> bool:
    """'Off blood thinners for three years now': so long ago was the end."""
    for first, last in where.places(_FOR_A_TIME):
        between = where.words[place[1] : first]
        is_long = not cue_ends.LONG_UNITS.isdisjoint(where.words[first:last])
        if first >= place[1] and is_long and cue_denial.DOSE_VERBS.isdisjoint(between):
            return True
    return False


def _without_an_end(here: ClauseReading, span: Span, term: Term, *, in_list: bool) -> HitStatus:
    began = bool(here.places(_START)) and not _was_for_a_time(here)
    if not began and not is_recent(here.days) and here.reached(span, here.ends(_PAST_UNLESS_RECENT)):
        days = here.days
        course = cues.SIX_WEEKS_GROUP in term.groups and days is not None and days <= cues.SIX_WEEKS_DAYS
        return HitStatus.PAST_6W if course else HitStatus.PAST
    if cues.SIX_WEEKS_GROUP in term.groups and not in_list and not began:
        # A course of chemotherapy ends by itself.
        return HitStatus.PAST if here.days is not None and here.days > cues.SIX_WEEKS_DAYS else HitStatus.CURRENT
    return HitStatus.CURRENT


def _was_for_a_time(here: ClauseReading) -> bool:
    """'Took Plavix for a year after my stent': what began then has ended too."""
    return bool(here.places(_FOR_A_TIME)) and cue_starts.PRESENT.isdisjoint(here.words)


def _since_last_dose(here: ClauseReading, span: Span, term: Term, sequel: ClauseReading | None) -> HitStatus | None:
    """'My last dose of Eliquis was Saturday': a pause of two days to two weeks, of a blood thinner a longer one too."""
    is_last = here.drug_starts[-1:] == [span.first]
    for where in (here, *(later_clauses(here, sequel) if is_last else ())):
        own = where is here and here.words[max(span.first - 1, 0)] in cue_ends.LAST
        if where.days is None or not (own or where.places(_LAST_DOSE)):
            continue
        if _is_just_taken(where) or not cue_ends.NOT_A_LAST_DOSE.isdisjoint(where.words):
            continue
        if is_recent(where.days):
            return HitStatus.PAST_RECENT
        if not STOPPED_IS_NOT_TAKEN.isdisjoint(term.groups):
            return HitStatus.PAST
    return None


def _is_just_taken(where: ClauseReading) -> bool:
    """'Last dose this morning', but not 'Friday morning' and not 'the day before yesterday'."""
    if not cue_ends.PART_OF_DAY.isdisjoint(where.words) and WEEKDAYS.isdisjoint(where.words):
        return True
    return not cue_ends.JUST_TAKEN.isdisjoint(where.words) and (where.days or 0) < PAUSE_FROM


def _end_at(here: ClauseReading, span: Span) -> tuple[Place, ClauseReading] | None:
    """The end in the clause itself that reaches the medicine, from before or from behind."""
    for phrases in (STOP, PAST):
        place = _nearest_before(here.true_ends(phrases), span)
        if place is not None and here.reached(span, [place[1]], bridge=_OVER):
            return place, here
    behind = here.true_ends(STOP_AFTER)
    at = bisect_left(behind, (span.last, 0))
    if at < len(behind) and here.reached_from_behind(span, [behind[at][0]], bridge=cue_ends.STOP_AFTER_OVER):
        return behind[at], here
    return None


def _nearest_before(places: Sequence[Place], span: Span) -> Place | None:
    """The place that ends last before the medicine; of several with that end the longest."""
    before = [place for place in places[: bisect_left(places, (span.first, 0))] if place[1] <= span.first]
    return max(before[-NEAREST:], key=lambda place: (place[1], -place[0]), default=None)


def _end_in_next(here: ClauseReading, span: Span, sequel: ClauseReading | None) -> tuple[Place, ClauseReading] | None:
    """The end in the next clause, or in a next sentence that says 'it': 'Eliquis, stopped in May'."""
    following = here.following
    is_last = here.drug_starts[-1:] == [span.first]
    if following is not None and not following.names_a_drug:
        place = _opens_with_an_end(following)
        return (place, following) if place else _none_since(here)
    if following is None and sequel is not None and is_last and not cue_ends.IT.isdisjoint(sequel.words):
        place = _opens_with_an_end(sequel)
        return (place, sequel) if place else None
    return None


def _none_since(here: ClauseReading) -> tuple[Place, ClauseReading] | None:
    """'Xarelto, the pharmacy was closed, so none since Tuesday'."""
    return next(
        ((where.places(_NONE_SINCE)[0], where) for where in later_clauses(here) if where.places(_NONE_SINCE)), None
    )


def later_clauses(here: ClauseReading, sequel: ClauseReading | None = None) -> Iterator[ClauseReading]:
    """The clauses behind this one that go on about its medicine: up to one that names another."""
    following = here.following
    while following is not None and not following.names_a_drug:
        yield following
        following = following.following
    if following is None and sequel is not None:
        yield sequel


def _begins_again(following: ClauseReading | None) -> bool:
    """'Stopped in January, restarted last week'."""
    return following is not None and not following.names_a_drug and following.opens_with_again


def _opens_with_an_end(clause: ClauseReading) -> Place | None:
    """An end at the start of a clause, over small words: 'my doctor took me off it'."""
    for place in (*clause.true_ends(STOP_AFTER), *clause.true_ends(STOP)):
        if not cue_ends.NOT_ITS_END.isdisjoint(clause.words[place[1] : place[1] + 2]):
            continue
        if all(word in cue_ends.STOP_AFTER_OVER or word in cues.BRIDGE for word in clause.words[: place[0]]):
            return place
    return None


def _is_open(here: ClauseReading, end: Place) -> bool:
    """True when the end goes on: 'holding', 'told to stop', but not 'came off'."""
    return any(first <= end[0] < last for first, last in here.places(_STOP_OPEN))


def _is_left_behind(here: ClauseReading, span: Span) -> bool:
    """The A of 'switched from A to B', 'A to B' and 'to B from A'."""
    cue = _nearest_before(here.places(_SWITCH), span)
    if cue is None:
        return False
    if here.words[span.first - 1] in cue_ends.SWITCH_FROM:
        return True
    drugs = here.drug_starts
    is_first = bisect_left(drugs, cue[1]) == bisect_left(drugs, span.first)
    goes_there = not cue_ends.SWITCH_TO.isdisjoint(here.words[cue[1] - 1 : span.first])
    if not is_first or goes_there:
        return False
    following = bisect_left(drugs, span.last)
    return following < len(drugs) and not cue_ends.SWITCH_TO.isdisjoint(here.words[span.last : drugs[following]])
