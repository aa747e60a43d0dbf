"""What changed in the rules since the version before, for the people who sign them.

Which questions and choices are new stands with them (`since`); which codes are retired in `retired`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True)
class Changes:
    """One step from version to version, by rule code. A code never changes tier: a theme that moves has a new one."""

    before: str
    now: str
    new: tuple[str, ...]
    wider: tuple[str, ...]
    narrower: tuple[str, ...]
    retired: tuple[str, ...]
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why a theme moved down, by what it was."""


CHANGES = Changes(
    before="2.1",
    now="3.0",
    new=(
        *("breath_pain", "red_flag_in_text", "stiff_spine_injury", "antiplatelet_high_risk"),
        *("ankylosed_spine", "night_pain_worse", "limb_weakness_stable", "chest_or_belly_lasting"),
        *("medicine_not_read", "night_pain_ask", "weight_loss_unsure", "metal_or_tape_allergy", "skin_patches"),
        *("needle_worry", "disc_limb_pain"),
    ),
    wider=(
        *("rf_spinal_infection", "rf_chest_or_aortic", "spinal_infection_possible", "anticoagulant_high_risk"),
        *("blood_thinner_stopped", "recent_vascular_event", "crisis_words", "crisis_words_check", "heart_valve"),
        *("cardio_renal_liver", "diabetes_neuropathy", "fainting", "lung_disease", "osteoporosis"),
        *("cancer_history", "text_hit_review", "answers_conflict", "head_neck_warning"),
    ),
    narrower=(
        *("metal_or_contact_allergy", "herniated_disc", "numb_skin", "chest_or_belly_pain", "possible_malignancy"),
        *("spine_cord_or_instability", "red_flag_unsure"),
    ),
    retired=("skin_noninfected", "needle_anxiety"),
    reasons=MappingProxyType(
        {
            "Metal and tape allergy: from caution to note": (
                "About one person in eight ticks it, nearly all nickel. Latex and skin cleaners stay a caution: they "
                "can cause collapse and must be seen before the first glove."
            ),
            "A disc with pain only: from caution to note": (
                "With weakness, numbness or doubt it stays a caution. Beside a pinched nerve it was one fact on two "
                "lines."
            ),
            "Skin disease that is not infected: from caution to note": (
                "There is nothing to decide before the needle but where it goes."
            ),
            "Numb feet or hands stay a caution, silent beside diabetes": (
                "Heat on numb skin burns, but the diabetes line already says it."
            ),
            "Fear of needles: from caution to note": "It asks for kindness. Fainting keeps its caution.",
            "Night pain not sure: from hold to note": "Yes was weaker than Not sure.",
            "Chest or belly pain for months: hold or caution": (
                "A caution only when a doctor checked it, it is not worse, and there is no heart disease under chest "
                "pain."
            ),
            "Weakness of weeks: hold or caution": (
                "A caution only when a doctor examined it and nothing points to the spinal cord."
            ),
            "Weight loss not sure: from hold to note": "Without cancer and without night pain a scale answers it.",
        }
    ),
)
