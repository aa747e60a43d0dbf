"""Lists that one word denies as a whole: 'No Eliquis, Plavix, aspirin', 'denies fever, chills'."""

from collections.abc import Sequence
from itertools import takewhile

from intake.screening.text.clause_reading import ClauseReading
from intake.screening.text.hits import HitKind
from intake.screening.text.lexicon import cue_denial, cue_family, cues

_TELLS_MORE = cue_denial.LIST_ENDERS | cue_family.FIRST_PERSON
_SIGN_LIST = cue_denial.LIST_WORDS | cues.BRIDGE_CONDITION | cue_denial.LIST_OPENERS | cue_denial.LIST_HISTORY


def denied_list(readings: Sequence[ClauseReading]) -> int:
    """How many clauses 'No Eliquis, Plavix, aspirin' denies: it opens with 'no' and holds nothing but a list.

    Of medicines three are enough, of illnesses and signs two: 'No fever, chills'. 'Denies' holds up to a 'but'.
    """
    if announced := _announced(readings) or _broken_off(readings):
        return announced
    first = readings[0]
    run = list(takewhile(lambda reading: reading is first or reading.after_comma, readings))
    at = next((index for index, word in enumerate(first.words) if word not in cue_denial.LIST_LEADS), 0)
    opener = first.words[at]
    if opener not in cue_denial.LIST_OPENERS or first.in_hit[at]:
        return 0
    if opener in cue_denial.LIST_NEEDS_FOR and cue_denial.LIST_FOR.isdisjoint(first.words[at + 1 : at + 2]):
        return 0
    if opener in cue_denial.LIST_DENIERS and all(
        cue_denial.LIST_ENDERS.isdisjoint(reading.words) for reading in run[1:]
    ):
        return len(run)
    if len(run) != len(readings):
        return 0
    return _with_one_no(run, opener) if _is_a_history(run, at) or _is_nothing_but_names(run, opener) else 0


def _with_one_no(run: Sequence[ClauseReading], opener: str) -> int:
    """How many clauses the first 'no' denies, up to one with its own: 'No fever, no chills, chest pain'."""
    own = (number for number, reading in enumerate(run) if number and reading.words[:1] == [opener])
    return next(own, len(run))


def _is_a_history(run: Sequence[ClauseReading], at: int) -> bool:
    """'No h/o CA, DM, CVA, seizures': short items behind 'no history', whatever their short forms stand for."""
    words = run[0].words
    if len(run) < cue_denial.LIST_LENGTH or words[at] in cue_denial.LIST_NEEDS_FOR:
        return False
    behind = words[at + 1 : at + 3]
    if cue_denial.LIST_NO_HISTORY.isdisjoint(behind):
        return False
    return all(
        len(one.words) <= cue_denial.ITEM_LENGTH + (one is run[0]) * 3
        and _TELLS_MORE.isdisjoint(one.words)
        and one.days is None
        for one in run
    )


def _broken_off(readings: Sequence[ClauseReading]) -> int:
    """'I do not have, nor have I ever had, seizures': a denial whose verb waits for what stands behind the commas."""
    first = readings[0]
    if len(readings) < cue_denial.LIST_LENGTH or first.spans or first.words[-1] not in cue_denial.LIST_VERBS_OPEN:
        return 0
    if not first.denials() or readings[1].spans or readings[1].words[0] not in cue_denial.LIST_OR_NEVER:
        return 0
    return len([*takewhile(lambda one: one is first or one.after_comma, readings)])


def _announced(readings: Sequence[ClauseReading]) -> int:
    """'No to everything on the list: heart disease, cancer': the clauses of a list that its heading denies."""
    first = readings[0]
    run = list(takewhile(lambda reading: reading is first or reading.after_comma, readings))
    start = first.spans[0].first if first.spans else len(first.words)
    for end in first.denials():
        between = first.words[end:start]
        allowed_words = cue_denial.LIST_ANNOUNCED | cue_denial.LIST_ANNOUNCED_OVER
        if first.words[end - 1] in cue_denial.NOT_OF_ALL and between[:1] != ["any"] and "of" not in between:
            continue
        if end > start or cue_denial.LIST_ANNOUNCED.isdisjoint(between) or not allowed_words.issuperset(between):
            continue
        items = [first.words[start:], *(reading.words for reading in run[1:])]
        if all(len(words) <= cue_denial.ITEM_LENGTH and _TELLS_MORE.isdisjoint(words) for words in items):
            return len(run)
    return 0


def _is_nothing_but_names(run: Sequence[ClauseReading], opener: str) -> bool:
    spans = [span for reading in run for span in reading.spans]
    drugs = [span for span in spans if any(term.kind is HitKind.DRUG for term in span.terms)]
    if len(drugs) >= cue_denial.LIST_LENGTH and all(reading.list_reach == len(reading.words) for reading in run):
        return opener == "no" or bool(run[0].spans)
    signs_only = not drugs and bool(run[0].spans) and all(reading.is_all_of(_SIGN_LIST) for reading in run)
    return signs_only and len({(span.start, span.end) for span in spans}) >= cue_denial.SIGNS_LENGTH
