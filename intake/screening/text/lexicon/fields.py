"""Which answers are read, and for what.

Names, phone, e-mail, contact and signature fields are not read at all.
"""

from dataclasses import dataclass, replace

from intake.screening.text.lexicon.crisis import CRISIS, CRISIS_SOFT
from intake.screening.text.lexicon.red_flags import RED_FLAGS

CRIES = (CRISIS.code, CRISIS_SOFT.code)
SIGNS = tuple(words.code for words in RED_FLAGS)


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked for in one field."""

    drugs: bool = False
    conditions: bool = False
    word_lists: tuple[str, ...] = CRIES
    list_only: bool = False  # a list of medicines: short forms count
    all_allergy: bool = False  # every medicine named here is an allergy


_FULLY = Scope(drugs=True, conditions=True, word_lists=CRIES + SIGNS)

FIELDS = {
    "meds_list": replace(_FULLY, list_only=True),
    "reaction_detail": _FULLY,
    "anything_else": _FULLY,
    "goal_text": _FULLY,
    "allergies_other": Scope(drugs=True, all_allergy=True),
    "skin_area": Scope(),
    "imaging_when": Scope(),
    "fu_text": Scope(word_lists=(*CRIES, *SIGNS, "followup_today", "followup_next_day")),
}
