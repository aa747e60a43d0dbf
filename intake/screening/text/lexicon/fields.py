"""Which answers are read, and for what.

Names, phone, e-mail, contact and signature fields are not read at all.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """What is looked for in one field."""

    drugs: bool = False
    conditions: bool = False
    word_lists: tuple[str, ...] = ("crisis",)
    all_allergy: bool = False  # every medicine named here is an allergy


_FULLY = Scope(drugs=True, conditions=True)

FIELDS = {
    "meds_list": _FULLY,
    "reaction_detail": _FULLY,
    "anything_else": _FULLY,
    "goal_text": _FULLY,
    "allergies_other": Scope(drugs=True, all_allergy=True),
    "skin_area": Scope(),
    "imaging_when": Scope(),
    "fu_text": Scope(word_lists=("crisis", "followup_today", "followup_next_day")),
}
