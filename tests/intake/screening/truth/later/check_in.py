"""The rules of the check-in: every value of every question, both sides of every edge."""

from typing import Any

from tests.intake.screening.truth.later.case import CHECK_IN, Later, headed

UNSURE: dict[str, Any] = {
    "fu_fever": "not_sure",
    **dict.fromkeys(("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent"), "no"),
}
UNASKED: dict[str, Any] = {"pregnancy": "prefer_not", "early_preg_warning": "no"}
POSTPARTUM: dict[str, Any] = {"pregnancy": "postpartum", "postpartum_warning": "no"}
PREGNANT: dict[str, Any] = {"pregnancy": "yes", "pregnancy_warning": "no"}
NO_GERMS: dict[str, Any] = {"rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
FEVER: dict[str, Any] = {"fu_fever": "yes", **NO_GERMS}
NOBODY_KNOWS: dict[str, Any] = {"visit_areas": None, "fu_belly": None}

CASES: list[Later] = [
    *headed("healthy", [CHECK_IN.instead("healthy")]),
    *headed(
        "routine",
        [
            CHECK_IN.instead("fu_skin_problem", fu_skin=["small_bruise"]),
            CHECK_IN.instead("fu_sleepy", fu_tired_drive="first_day"),
            *(
                CHECK_IN.instead("fu_worse_mild", fu_pain_change=value)
                for value in ("much_better", "better", "same", "worse_settled")
            ),
        ],
    ),
    *headed(
        "fu_lung",
        [
            CHECK_IN.only("fu_lung", fu_breath="yes"),
            CHECK_IN.only("fu_lung", fu_breath="yes", visit_areas=["limbs"], fu_belly=None),
            CHECK_IN.instead("fu_lung", fu_breath="cough_only"),
            CHECK_IN.instead("fu_lung", fu_breath="no"),
        ],
    ),
    *headed(
        "fu_cough",
        [
            CHECK_IN.only("fu_cough", fu_breath="cough_only", visit_areas=["chest_upper_back"], fu_belly=None),
            CHECK_IN.only("fu_cough", fu_breath="cough_only", visit_areas=["neck_shoulder"], fu_belly=None),
            CHECK_IN.only("fu_cough", fu_breath="cough_only", visit_areas=["limbs", "neck_shoulder"], fu_belly=None),
            CHECK_IN.only("fu_cough", fu_breath="cough_only", **NOBODY_KNOWS),
            *(
                CHECK_IN.instead("fu_cough", fu_breath="cough_only", visit_areas=[area])
                for area in ("limbs", "low_back", "abdomen_flank", "head_ear")
            ),
            CHECK_IN.instead("fu_cough", visit_areas=["chest_upper_back"], fu_belly=None),
            CHECK_IN.instead("fu_cough", "fu_lung", fu_breath="yes", visit_areas=["neck_shoulder"], fu_belly=None),
        ],
    ),
    *headed(
        "fu_stroke",
        [
            CHECK_IN.only("fu_stroke", fu_nerve=["stroke_signs"]),
            CHECK_IN.only("fu_stroke", "fu_nerve_brief", fu_nerve=["stroke_signs", "brief"]),
            CHECK_IN.instead("fu_stroke", "fu_spine_nerve", fu_nerve=["weak_lasting"]),
            CHECK_IN.instead("fu_stroke", fu_nerve=["none"]),
        ],
    ),
    *headed(
        "fu_spine_nerve",
        [
            CHECK_IN.only("fu_spine_nerve", fu_nerve=["weak_lasting"]),
            CHECK_IN.only("fu_spine_nerve", fu_nerve=["saddle_bladder"]),
            CHECK_IN.only("fu_spine_nerve", "fu_numb", fu_nerve=["numb_lasting", "weak_lasting"]),
            CHECK_IN.instead("fu_spine_nerve", "fu_numb", fu_nerve=["numb_lasting"]),
            CHECK_IN.instead("fu_spine_nerve", "fu_nerve_brief", fu_nerve=["brief"]),
        ],
    ),
    *headed(
        "fu_numb",
        [
            CHECK_IN.only("fu_numb", fu_nerve=["numb_lasting"]),
            CHECK_IN.only("fu_numb", "fu_nerve_brief", fu_nerve=["numb_lasting", "brief"]),
            CHECK_IN.only("fu_numb", "answers_conflict", fu_nerve=["none", "numb_lasting"]),
            CHECK_IN.instead("fu_numb", "fu_nerve_brief", fu_nerve=["brief"]),
        ],
    ),
    *headed(
        "fu_nerve_brief",
        [
            CHECK_IN.only("fu_nerve_brief", fu_nerve=["brief"]),
            CHECK_IN.only("fu_nerve_brief", "answers_conflict", fu_nerve=["none", "brief"]),
            CHECK_IN.instead("fu_nerve_brief", fu_nerve=["none"]),
            CHECK_IN.instead("fu_nerve_brief", fu_nerve=None),
        ],
    ),
    *headed(
        "fu_head_sudden",
        [
            CHECK_IN.only("fu_head_sudden", fu_head="yes"),
            CHECK_IN.only("fu_head_sudden", fu_head="not_sure"),
            CHECK_IN.instead("fu_head_sudden", fu_head="no"),
            CHECK_IN.instead("fu_head_sudden", fu_head=None),
        ],
    ),
    *headed(
        "fu_fever_today",
        [
            CHECK_IN.only("fu_fever_today", **FEVER),
            CHECK_IN.only("fu_fever_today", **UNSURE),
            CHECK_IN.only("fu_fever_today", fu_fever="yes"),
            CHECK_IN.only("fu_fever_today", "fu_pain_much_worse", **UNSURE, fu_pain_change="worse_lot"),
            CHECK_IN.instead("fu_fever_today", "fu_sepsis", **FEVER, fu_pain_change="worse_lot"),
            CHECK_IN.instead("fu_fever_today", fu_fever="no"),
        ],
    ),
    *headed(
        "fu_skin_problem",
        [
            *(
                CHECK_IN.only("fu_skin_problem", fu_skin=[value])
                for value in ("redness", "large_bruise", "bruise_growing")
            ),
            CHECK_IN.only("fu_skin_problem", "fu_bleeding", fu_skin=["large_bruise", "still_bleeding"]),
            CHECK_IN.only("fu_skin_problem", "answers_conflict", fu_skin=["none", "redness"]),
            CHECK_IN.instead("fu_skin_problem", fu_skin=["none"]),
            CHECK_IN.instead("fu_skin_problem", "fu_bleeding", fu_skin=["still_bleeding"]),
            # the stronger finding says it
            CHECK_IN.instead("fu_skin_problem", "fu_sepsis", **FEVER, fu_pain_change="worse_lot", fu_skin=["redness"]),
        ],
    ),
    *headed(
        "fu_bleeding",
        [
            CHECK_IN.only("fu_bleeding", fu_skin=["still_bleeding"]),
            CHECK_IN.only("fu_bleeding", fu_skin=["still_bleeding", "small_bruise"]),
            CHECK_IN.instead("fu_bleeding", "fu_skin_problem", fu_skin=["bruise_growing"]),
            CHECK_IN.instead("fu_bleeding", fu_skin=["small_bruise"]),
        ],
    ),
    *headed(
        "fu_collapse",
        [
            CHECK_IN.only("fu_collapse", fu_faint="seizure"),
            CHECK_IN.only("fu_collapse", fu_faint="fainted_injury"),
            CHECK_IN.instead("fu_collapse", "fu_fainted", fu_faint="fainted"),
            CHECK_IN.instead("fu_collapse", "fu_dizzy", fu_faint="dizzy"),
        ],
    ),
    *headed(
        "fu_fainted",
        [
            CHECK_IN.only("fu_fainted", fu_faint="fainted"),
            CHECK_IN.instead("fu_fainted", "fu_dizzy", fu_faint="dizzy"),
            CHECK_IN.instead("fu_fainted", fu_faint="no"),
        ],
    ),
    *headed(
        "fu_dizzy",
        [
            CHECK_IN.only("fu_dizzy", fu_faint="dizzy"),
            CHECK_IN.instead("fu_dizzy", "fu_fainted", fu_faint="fainted"),
            CHECK_IN.instead("fu_dizzy", fu_faint="no"),
        ],
    ),
    *headed(
        "fu_pregnancy",
        [
            CHECK_IN.only("fu_pregnancy", intake=PREGNANT, fu_preg="yes"),
            CHECK_IN.only("fu_pregnancy", intake=PREGNANT, fu_preg="not_sure"),
            CHECK_IN.only("fu_pregnancy", intake=UNASKED, fu_preg="yes"),
            CHECK_IN.only("fu_pregnancy", intake={"pregnancy": "no", "anything_else": "I am pregnant"}, fu_preg="yes"),
            CHECK_IN.instead("fu_pregnancy", "fu_cramps", intake=PREGNANT, fu_preg="cramps_only"),
            CHECK_IN.instead("fu_pregnancy", intake=PREGNANT, fu_preg="no"),
            # not asked of somebody who cannot be pregnant: a hidden answer does not count
            CHECK_IN.instead("fu_pregnancy", fu_preg="yes"),
            CHECK_IN.instead("fu_pregnancy", intake={"pregnancy": "no"}, fu_preg="yes"),
        ],
    ),
    *headed(
        "fu_cramps",
        [
            CHECK_IN.only("fu_cramps", intake=PREGNANT, fu_preg="cramps_only"),
            CHECK_IN.only("fu_cramps", intake=POSTPARTUM, fu_preg="cramps_only"),
            CHECK_IN.instead("fu_cramps", "fu_pregnancy", intake=PREGNANT, fu_preg="yes"),
            CHECK_IN.instead("fu_cramps", intake=PREGNANT, fu_preg="no"),
            CHECK_IN.instead("fu_cramps", fu_preg="cramps_only"),
        ],
    ),
    *headed(
        "fu_belly_injury",
        [
            CHECK_IN.only("fu_belly_injury", fu_belly="yes"),
            CHECK_IN.only("fu_belly_injury", fu_belly="not_sure"),
            CHECK_IN.only("fu_belly_injury", fu_belly="yes", visit_areas=["abdomen_flank", "limbs"]),
            CHECK_IN.instead("fu_belly_injury", fu_belly="no"),
            CHECK_IN.instead("fu_belly_injury", fu_belly="yes", visit_areas=["limbs"]),
            CHECK_IN.only("fu_belly_injury", fu_belly="yes", visit_areas=None),
        ],
    ),
    *headed(
        "fu_needle_inside",
        [
            CHECK_IN.only("fu_needle_inside", fu_needle="broken_inside"),
            CHECK_IN.instead("fu_needle_inside", "fu_needle_left", fu_needle="whole_needle"),
            CHECK_IN.instead("fu_needle_inside", fu_needle="no"),
        ],
    ),
    *headed(
        "fu_needle_left",
        [
            CHECK_IN.only("fu_needle_left", fu_needle="whole_needle"),
            CHECK_IN.instead("fu_needle_left", "fu_needle_surface", fu_needle="ear_or_surface"),
            CHECK_IN.instead("fu_needle_left", fu_needle="no"),
        ],
    ),
    *headed(
        "fu_needle_surface",
        [
            CHECK_IN.only("fu_needle_surface", fu_needle="ear_or_surface"),
            CHECK_IN.instead("fu_needle_surface", "fu_needle_left", fu_needle="whole_needle"),
            CHECK_IN.instead("fu_needle_surface", fu_needle="no"),
        ],
    ),
    *headed(
        "fu_pain_much_worse",
        [
            CHECK_IN.only("fu_pain_much_worse", fu_pain_change="worse_lot"),
            CHECK_IN.instead("fu_pain_much_worse", "fu_worse_mild", fu_pain_change="worse_mild"),
            CHECK_IN.instead("fu_pain_much_worse", "fu_sepsis", **FEVER, fu_pain_change="worse_lot"),
        ],
    ),
    *headed(
        "fu_worse_mild",
        [
            CHECK_IN.only("fu_worse_mild", fu_pain_change="worse_mild"),
            CHECK_IN.only("fu_worse_mild", fu_pain_change="worse_mild", hours_since_visit=48),
            CHECK_IN.only("fu_worse_mild", fu_pain_change="worse_mild", hours_since_visit=400),
            CHECK_IN.only("fu_worse_mild", fu_pain_change="worse_mild", hours_since_visit=None),
            CHECK_IN.instead("fu_worse_mild", fu_pain_change="worse_mild", hours_since_visit=47),
            CHECK_IN.instead("fu_worse_mild", fu_pain_change="worse_mild", hours_since_visit=0),
            CHECK_IN.instead("fu_worse_mild", fu_pain_change="worse_settled"),
        ],
    ),
    *headed(
        "fu_pain_up",
        [
            CHECK_IN.only("fu_pain_up", fu_pain_now=8),
            CHECK_IN.only("fu_pain_up", fu_pain_now=10),
            CHECK_IN.only("fu_pain_up", intake={"pain_now": 0}, fu_pain_now=3),
            CHECK_IN.instead("fu_pain_up", fu_pain_now=7),
            CHECK_IN.instead("fu_pain_up", intake={"pain_now": 0}, fu_pain_now=2),
            CHECK_IN.instead("fu_pain_up", intake={"pain_now": None}, fu_pain_now=10),
            CHECK_IN.instead("fu_pain_up", fu_pain_now=None),
        ],
    ),
    *headed(
        "fu_sleepy",
        [
            CHECK_IN.only("fu_sleepy", fu_tired_drive="still"),
            CHECK_IN.instead("fu_sleepy", fu_tired_drive="first_day"),
            CHECK_IN.instead("fu_sleepy", fu_tired_drive="no"),
        ],
    ),
    *headed(
        "fu_thinner_stopped",
        [
            CHECK_IN.only("fu_thinner_stopped", fu_meds=["blood_thinner_heart"]),
            CHECK_IN.only("fu_thinner_stopped", "fu_medicine_key", fu_meds=["blood_thinner_heart", "seizure"]),
            CHECK_IN.only("fu_thinner_stopped", "answers_conflict", fu_meds=["no", "blood_thinner_heart"]),
            CHECK_IN.instead("fu_thinner_stopped", "fu_medicine_key", fu_meds=["seizure"]),
            CHECK_IN.instead("fu_thinner_stopped", fu_meds=["no"]),
        ],
    ),
    *headed(
        "fu_medicine_key",
        [
            CHECK_IN.only("fu_medicine_key", fu_meds=["seizure"]),
            CHECK_IN.only("fu_medicine_key", fu_meds=["diabetes"]),
            CHECK_IN.instead("fu_medicine_key", "fu_thinner_stopped", fu_meds=["blood_thinner_heart"]),
            CHECK_IN.instead("fu_medicine_key", "fu_medicine_other", fu_meds=["other"]),
            CHECK_IN.instead("fu_medicine_key", fu_meds=["no"]),
        ],
    ),
    *headed(
        "fu_medicine_other",
        [
            CHECK_IN.only("fu_medicine_other", fu_meds=["other"]),
            CHECK_IN.only("fu_medicine_other", "fu_medicine_key", fu_meds=["diabetes", "other"]),
            CHECK_IN.instead("fu_medicine_other", "fu_medicine_key", fu_meds=["diabetes"]),
            CHECK_IN.instead("fu_medicine_other", fu_meds=["no"]),
        ],
    ),
    *headed(
        "fu_call_me",
        [
            CHECK_IN.only("fu_call_me", fu_call="yes"),
            CHECK_IN.instead("fu_call_me", fu_call="no"),
            CHECK_IN.instead("fu_call_me", fu_call=None),
        ],
    ),
    *headed(
        "shown",
        [
            CHECK_IN.shows("fu_breath", "fu_nerve", "fu_head", "fu_fever", "fu_skin", "fu_faint", "fu_pain_change"),
            CHECK_IN.shows("fu_pain_now", "fu_tired_drive", "fu_needle", "fu_meds", "fu_call", "fu_text"),
            CHECK_IN.shows("fu_belly", visit_areas=["low_back"]),
            CHECK_IN.shows("fu_belly", visit_areas=["abdomen_flank"]),
            CHECK_IN.hides("fu_belly", visit_areas=["limbs", "chest_upper_back", "neck_shoulder", "head_ear"]),
            CHECK_IN.shows("fu_belly", visit_areas=None),
            *(
                CHECK_IN.shows("fu_preg", intake={"pregnancy": value})
                for value in ("yes", "maybe", "trying", "prefer_not", "postpartum")
            ),
            CHECK_IN.hides("fu_preg", intake={"pregnancy": "no"}),
            CHECK_IN.hides("fu_preg"),
            CHECK_IN.shows("fu_preg", intake={"pregnancy": "no", "anything_else": "I am pregnant"}),
            CHECK_IN.shows("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent", fu_fever="yes"),
            CHECK_IN.shows("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent", fu_fever="not_sure"),
            CHECK_IN.hides("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent"),
        ],
    ),
    *headed(
        "unanswered",
        [
            CHECK_IN.leaves(),
            CHECK_IN.leaves("fu_breath", fu_breath=None),
            CHECK_IN.leaves("fu_belly", fu_belly=None),
            CHECK_IN.leaves(fu_belly=None, visit_areas=["limbs"]),
            CHECK_IN.leaves("fu_belly", **NOBODY_KNOWS),
            CHECK_IN.leaves("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent", fu_fever="yes"),
            # what the last full form answered is asked again all the same
            CHECK_IN.leaves(
                *("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent"),
                intake={"rf_night_pain": "yes", **NO_GERMS},
                fu_fever="yes",
            ),
            CHECK_IN.leaves("fu_preg", intake=PREGNANT),
            CHECK_IN.leaves(intake=PREGNANT, fu_preg="no"),
        ],
    ),
]
