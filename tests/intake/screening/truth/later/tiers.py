"""The rules of the update and of the check-in, and the tier that each has. A code never changes tier."""

from tests.intake.screening.truth.tiers import TIERS

DAY_TIERS: dict[str, str] = {
    # emergency
    "day_fever_after_needles": "emergency",
    # hold
    "day_sedated": "hold",
    "day_missed_thinner": "hold",
    "day_new_event_hold": "hold",
    # caution
    "day_low_sugar_risk": "caution",
    "day_unwell": "caution",
    "day_missed_medicine": "caution",
    "day_new_event_other": "caution",
    # note
    "day_not_eaten": "note",
    "day_sedative_usual": "note",
}

CHECK_IN_TIERS: dict[str, str] = {
    # emergency
    "fu_lung": "emergency",
    "fu_stroke": "emergency",
    "fu_spine_nerve": "emergency",
    "fu_spinal_bleed": "emergency",
    "fu_head_sudden": "emergency",
    "fu_sepsis": "emergency",
    "fu_collapse": "emergency",
    "fu_bleeding": "emergency",
    "fu_pregnancy": "emergency",
    "fu_belly_injury": "emergency",
    "fu_needle_inside": "emergency",
    "fu_crisis": "emergency",
    # urgent
    "fu_numb": "hold",
    "fu_fever_today": "hold",
    "fu_skin_problem": "hold",
    "fu_pain_much_worse": "hold",
    "fu_fainted": "hold",
    "fu_cramps": "hold",
    "fu_cough": "hold",
    "fu_crisis_check": "hold",
    "fu_thinner_stopped": "hold",
    "fu_text_red_flag": "hold",
    # call the clinic
    "fu_worse_mild": "caution",
    "fu_pain_up": "caution",
    "fu_nerve_brief": "caution",
    "fu_dizzy": "caution",
    "fu_sleepy": "caution",
    "fu_needle_left": "caution",
    "fu_needle_surface": "caution",
    "fu_medicine_key": "caution",
    "fu_medicine_other": "caution",
    "fu_text_today": "caution",
    "fu_text_words": "caution",
    "fu_call_me": "caution",
}

LATER_TIERS: dict[str, dict[str, str]] = {
    "visit_update": TIERS | DAY_TIERS,
    "check_in": {**CHECK_IN_TIERS, "answers_conflict": "note"},
}
"""By form: the rules of the full form run over an update too."""

LEVEL: dict[str, str] = {
    "emergency": "emergency",
    "hold": "urgent",
    "caution": "call_clinic",
    "note": "routine",
    "clear": "routine",
}
"""The level of a check-in, by its tier."""
