"""The golden truth table of the intake screening, written from the specification of the rules.

`CASES` holds every row, those of the rules first. `python -m tests.intake.screening.truth` prints the
table as JSON lines: id, what is set, the day, and what must come of it.
"""

from tests.intake.screening.truth import (
    caution,
    conflicts,
    emergency,
    fever_breath_spine,
    hold,
    hold_medicines,
    nights_organs,
    note,
    shown,
    text_conditions,
    text_crisis,
    text_cues,
    text_denials,
    text_emergencies,
    text_forms,
    text_fresh,
    text_fresh_lists,
    text_heard,
    text_heard_organs,
    text_heard_signs,
    text_kinds,
    text_matching,
    text_medicines,
    text_over_two,
    text_overheard,
    text_own,
    text_patients,
    text_so,
    text_status,
    text_strangers,
    text_unread,
    text_whom,
    told,
    words,
)
from tests.intake.screening.truth.case import ON, Case
from tests.intake.screening.truth.tiers import TIERS

CASES: tuple[Case, ...] = tuple(
    case
    for module in (
        emergency,
        hold,
        hold_medicines,
        caution,
        note,
        fever_breath_spine,
        nights_organs,
        told,
        conflicts,
        shown,
        text_status,
        text_medicines,
        text_conditions,
        text_cues,
        text_crisis,
        text_kinds,
        text_denials,
        text_matching,
        text_unread,
        text_strangers,
        text_patients,
        text_whom,
        text_so,
        text_own,
        text_forms,
        text_heard,
        text_heard_organs,
        text_heard_signs,
        text_emergencies,
        text_fresh,
        text_fresh_lists,
        text_over_two,
        text_overheard,
        words,
    )
    for case in module.CASES
)

__all__ = ["CASES", "ON", "TIERS", "Case"]
