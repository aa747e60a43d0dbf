"""Medicines that are named and not taken: an allergy, a cream."""

from collections.abc import Sequence

from intake.screening.text.clause_reading import ClauseReading, word_before
from intake.screening.text.cue_phrases import CuePhrases
from intake.screening.text.finder import Span
from intake.screening.text.lexicon import cue_denial, cues
from intake.screening.text.terms import Term

_ALLERGY = CuePhrases(*cues.ALLERGY)
_ALLERGY_AFTER = CuePhrases(*cues.ALLERGY_AFTER)
_ALLERGY_OPENS = CuePhrases(*cues.ALLERGY_OPENS)
_ALLERGY_BRIDGE = cues.BRIDGE - cues.NOT_AN_ALLERGY_BRIDGE
_ALLERGY_OVER = cue_denial.AFTER_OVER | cues.UNITS
_TOPICAL_VERBS = CuePhrases(*cues.TOPICAL_VERBS)


def lists_of_allergies(readings: Sequence[ClauseReading]) -> list[bool]:
    """For each clause, whether it goes on with a list of allergies: 'Allergies: latex, aspirin'.

    'I take', 'and on' and 'Allergies: none' end the list.
    """
    covered, open_now = [], False
    for reading in readings:
        if _ALLERGY_OPENS.opens(reading.words) and cues.ALLERGY_IN_A_NAME.isdisjoint(reading.words[:2]):
            open_now = cues.ALLERGY_NONE.isdisjoint(reading.words)
        elif not reading.after_comma or reading.starts_of_own:
            open_now = False
        covered.append(open_now)
    return covered


def is_allergy(here: ClauseReading, span: Span) -> bool:
    """'Allergic to aspirin', 'aspirin gave me hives'."""
    behind = [first for first, _ in here.places(_ALLERGY_AFTER)]
    if here.reached_from_behind(span, behind, bridge=_ALLERGY_OVER):
        return True
    ends_here = [end for end in here.ends(_ALLERGY) if cues.ALLERGY_IN_A_NAME.isdisjoint(here.words[end : end + 1])]
    return here.reached(span, ends_here, bridge=_ALLERGY_BRIDGE)


def is_topical(here: ClauseReading, span: Span, term: Term) -> bool:
    """'Diclofenac gel', 'parches de ketoprofeno', 'I rub Voltaren on it'; not 'ibuprofen gel caps'."""
    if cues.TOPICAL_NAMES.isdisjoint(term.name.split()):
        return False
    for index in range(span.last, min(span.last + cues.TOPICAL_WITHIN, len(here.words))):
        if here.words[index] in cues.SWALLOWED_FORMS:
            return False
        if here.in_hit[index] or here.words[index] in cues.TOPICAL_BREAKS:
            break
        if here.words[index] in cues.TOPICAL_FORMS:
            return cues.SWALLOWED_FORMS.isdisjoint(here.words[index + 1 : index + 2])
    if here.reached(span, here.ends(_TOPICAL_VERBS)):
        return True
    joined = word_before(here, span) in cues.TOPICAL_JOIN and span.first > 1
    return joined and here.words[span.first - 2] in cues.TOPICAL_FORMS
