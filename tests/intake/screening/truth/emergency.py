"""The nine emergency rules: every value, every branch, both sides of every edge."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, quiet

NOTHING_ON_THE_WAY: dict[str, Value] = {"rf_iv_drugs": "no", "rf_infection_recent": "no"}
FEVER: dict[str, Value] = {"rf_fever": "yes", **NOTHING_ON_THE_WAY}
COLD_GONE: dict[str, Value] = {"rf_fever": "yes_gone", **NOTHING_ON_THE_WAY}
SHOT: dict[str, Value] = {"treatments_tried": ["injection"]}
THINNER: dict[str, Value] = {"blood_thinner": "yes", "inr_status": "not_warfarin"}
SWOLLEN_AORTA: dict[str, Value] = {"conditions": ["aneurysm"]}

CASES: list[Case] = [
    *named("healthy", [Case("healthy default", "healthy", {}, exactly=frozenset())]),
    *named(
        "rf_cauda_equina",
        [
            only("rf_cauda_equina", rf_saddle_numb="yes"),
            only("rf_cauda_equina", rf_bladder_bowel="yes"),
            only("rf_cauda_equina", rf_both_legs="yes"),
            only("rf_cauda_equina", rf_saddle_numb="yes", rf_bladder_bowel="yes", rf_both_legs="yes"),
            only("rf_cauda_equina", "red_flag_unsure", rf_saddle_numb="not_sure", rf_both_legs="yes"),
            instead("rf_cauda_equina", "red_flag_unsure", rf_saddle_numb="not_sure"),
            instead("rf_cauda_equina", "red_flag_unsure", rf_bladder_bowel="not_sure"),
            instead("rf_cauda_equina", "red_flag_unsure", rf_both_legs="not_sure"),
            clear("rf_cauda_equina", rf_saddle_numb=None, rf_bladder_bowel=None, rf_both_legs=None),
        ],
    ),
    *named(
        "rf_sudden_neuro",
        [
            only("rf_sudden_neuro", rf_stroke="yes"),
            only("rf_sudden_neuro", rf_leg_weak="new_or_worse"),
            only("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["eyelid_sight"]),
            only("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["eyelid_sight"], age=25),
            only("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["scalp_jaw"], age=50),
            only("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["scalp_jaw"], age=51),
            only("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["scalp_jaw"], age=88),
            only("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["scalp_jaw", "new_headache"], age=50),
            only("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["new_headache", "eyelid_sight"]),
            only("rf_sudden_neuro", pain_areas=["neck", "low_back"], rf_head_neck=["new_headache"], rf_stroke="yes"),
            only(
                "rf_sudden_neuro",
                "red_flag_unsure",
                pain_areas=["neck"],
                rf_head_neck=["eyelid_sight", "not_sure"],
            ),
            instead("rf_sudden_neuro", "head_neck_warning", pain_areas=["neck"], rf_head_neck=["scalp_jaw"], age=49),
            instead("rf_sudden_neuro", "head_neck_warning", pain_areas=["neck"], rf_head_neck=["scalp_jaw"]),
            instead("rf_sudden_neuro", "head_neck_warning", pain_areas=["neck"], rf_head_neck=["scalp_jaw"], age=None),
            instead("rf_sudden_neuro", "head_neck_warning", pain_areas=["neck"], rf_head_neck=["new_headache"], age=70),
            instead("rf_sudden_neuro", "red_flag_unsure", rf_stroke="not_sure"),
            instead("rf_sudden_neuro", "red_flag_unsure", pain_areas=["neck"], rf_head_neck=["not_sure"]),
            instead("rf_sudden_neuro", "spine_cord_or_instability", rf_leg_weak="weeks_stable"),
            instead("rf_sudden_neuro", "spine_cord_or_instability", rf_leg_weak="not_sure"),
            instead("rf_sudden_neuro", "nerve_compression", rf_leg_weak="old_stable"),
            clear("rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["none"]),
            # The question is hidden without neck pain, and a hidden answer does not count.
            clear("rf_sudden_neuro", pain_areas=["upper_back"], rf_head_neck=["eyelid_sight"]),
            only("rf_sudden_neuro", pain_areas=["low_back"], rf_head_neck=["scalp_jaw"], age=70),
            clear("rf_sudden_neuro", pain_areas=["low_back"], rf_head_neck=["scalp_jaw"], age=49),
        ],
    ),
    *named(
        "rf_spinal_infection",
        [
            # A: a route for germs to the spine
            only("rf_spinal_infection", rf_fever="yes", rf_iv_drugs="yes", rf_infection_recent="no"),
            only("rf_spinal_infection", rf_fever="yes", rf_iv_drugs="prefer_not", rf_infection_recent="no"),
            only("rf_spinal_infection", rf_fever="yes", rf_iv_drugs="no", rf_infection_recent="yes"),
            only("rf_spinal_infection", rf_fever="yes", rf_iv_drugs="no", rf_infection_recent="not_sure"),
            only("rf_spinal_infection", rf_fever="not_sure", rf_iv_drugs="yes", rf_infection_recent="no"),
            only("rf_spinal_infection", rf_fever="not_sure", rf_iv_drugs="no", rf_infection_recent="not_sure"),
            only("rf_spinal_infection", "recent_spine_procedure", **FEVER, surgery=["spine_last_12w"]),
            only("rf_spinal_infection", "recent_spine_procedure", **FEVER, **SHOT, injection_when="last_2w"),
            only("rf_spinal_infection", **FEVER, **SHOT, injection_when="2_12w"),
            only("rf_spinal_infection", "recent_spine_procedure", **FEVER, **SHOT, injection_when="not_sure"),
            instead("rf_spinal_infection", "fever_illness", **FEVER, **SHOT, injection_when="older"),
            instead("rf_spinal_infection", "fever_illness", **FEVER, injection_when="last_2w"),
            instead(
                "rf_spinal_infection", "fever_illness", "implant_or_spine_surgery", **FEVER, surgery=["spine_older"]
            ),
            instead("rf_spinal_infection", "fever_illness", "recent_surgery", **FEVER, surgery=["other_last_6w"]),
            instead("rf_spinal_infection", "fever_illness", **FEVER, surgery=["other_older"]),
            # a fever with a cause and gone needs a route
            only("rf_spinal_infection", rf_fever="yes_gone", rf_iv_drugs="yes", rf_infection_recent="no"),
            only("rf_spinal_infection", rf_fever="yes_gone", rf_iv_drugs="prefer_not", rf_infection_recent="no"),
            only("rf_spinal_infection", rf_fever="yes_gone", rf_iv_drugs="no", rf_infection_recent="yes"),
            only("rf_spinal_infection", "recent_spine_procedure", **COLD_GONE, surgery=["spine_last_12w"]),
            only("rf_spinal_infection", **COLD_GONE, **SHOT, injection_when="2_12w"),
            instead("rf_spinal_infection", "fever_illness", "heart_valve", **COLD_GONE, devices=["heart_valve"]),
            clear("rf_spinal_infection", **COLD_GONE),
            # B: a body that fights infection less well, or holds hardware
            only("rf_spinal_infection", "immunosuppressed", **FEVER, conditions=["immune_weak"]),
            only("rf_spinal_infection", "immunosuppressed", **FEVER, med_types=["steroid_pills"]),
            only("rf_spinal_infection", "immunosuppressed", **FEVER, med_types=["immune_med"]),
            only("rf_spinal_infection", "neutropenia_risk", **FEVER, conditions=["low_white_cells"]),
            only("rf_spinal_infection", "heart_valve", **FEVER, devices=["heart_valve"]),
            only("rf_spinal_infection", "skin_infection", **FEVER, skin=["infected"]),
            only("rf_spinal_infection", "skin_infection", **FEVER, skin=["open_wound"]),
            only("rf_spinal_infection", "skin_infection", **FEVER, skin=["shingles"]),
            only("rf_spinal_infection", "vascular_access", **FEVER, devices=["line"]),
            only("rf_spinal_infection", "implanted_electronic_device", **FEVER, devices=["pacemaker"]),
            only("rf_spinal_infection", "implanted_electronic_device", **FEVER, devices=["pump"]),
            only(
                "rf_spinal_infection",
                "implant_or_spine_surgery",
                "answers_conflict",
                **FEVER,
                implants=["spine_hardware"],
            ),
            only("rf_spinal_infection", "diabetes_neuropathy", **FEVER, conditions=["diabetes"]),
            only("rf_spinal_infection", "cardio_renal_liver", **FEVER, conditions=["kidney_disease"]),
            only("rf_spinal_infection", "cardio_renal_liver", **FEVER, conditions=["liver_disease"]),
            only(
                "rf_spinal_infection", "cancer_history", **FEVER, conditions=["cancer_now"], cancer_treatment=["other"]
            ),
            only(
                "rf_spinal_infection", "diabetes_neuropathy", "answers_conflict", **FEVER, med_types=["insulin_sugar"]
            ),
            only("rf_spinal_infection", "diabetes_neuropathy", "answers_conflict", **FEVER, meds_list="insulin"),
            only("rf_spinal_infection", **FEVER, meds_list="clozapine"),
            only("rf_spinal_infection", **FEVER, meds_list="methimazole 10 mg"),
            only("rf_spinal_infection", rf_fever="not_sure", **NOTHING_ON_THE_WAY, meds_list="clozapine"),
            instead("rf_spinal_infection", "fever_illness", **FEVER, meds_list="metformin"),
            instead("rf_spinal_infection", "fever_illness", **FEVER, meds_list="no clozapine"),
            instead("rf_spinal_infection", "fever_illness", **FEVER),
            instead("rf_spinal_infection", "fever_illness", rf_fever="not_sure", **NOTHING_ON_THE_WAY),
            instead("rf_spinal_infection", "fever_illness", "skin_patches", **FEVER, skin=["eczema_psoriasis"]),
            instead("rf_spinal_infection", "fever_illness", "implant_other", **FEVER, implants=["joint"]),
            instead("rf_spinal_infection", "fever_illness", "lung_disease", **FEVER, conditions=["lung_disease"]),
            instead("rf_spinal_infection", "fever_illness", "cancer_history", **FEVER, conditions=["cancer_past"]),
            instead(
                "rf_spinal_infection", "fever_illness", "cardio_renal_liver", **FEVER, conditions=["heart_disease"]
            ),
            instead("rf_spinal_infection", "fever_illness", "osteoporosis", **FEVER, conditions=["osteoporosis"]),
            # injected drugs with bad nights or worsening, no fever
            only("rf_spinal_infection", rf_night_pain="yes", rf_iv_drugs="yes", rf_infection_recent="no"),
            only(
                "rf_spinal_infection",
                rf_night_pain="not_sure",
                rf_iv_drugs="yes",
                rf_infection_recent="no",
                pain_trend="worse",
            ),
            fires("rf_spinal_infection", rf_weight_loss="yes", rf_iv_drugs="yes", pain_trend="worse"),
            instead(
                "rf_spinal_infection",
                "spinal_infection_possible",
                rf_night_pain="yes",
                rf_iv_drugs="prefer_not",
                rf_infection_recent="no",
            ),
            instead(
                "rf_spinal_infection",
                "spinal_infection_possible",
                rf_night_pain="not_sure",
                rf_iv_drugs="yes",
                rf_infection_recent="no",
            ),
            instead(
                "rf_spinal_infection",
                "spinal_infection_possible",
                "possible_malignancy",
                rf_weight_loss="yes",
                rf_iv_drugs="yes",
                rf_infection_recent="no",
                pain_trend="comes_and_goes",
            ),
            instead(
                "rf_spinal_infection", "night_pain_ask", rf_night_pain="yes", **NOTHING_ON_THE_WAY, pain_trend="worse"
            ),
            # asked only after fever, bad nights or weight loss: otherwise the stale answer does not count
            clear("rf_spinal_infection", rf_iv_drugs="yes", pain_trend="worse"),
        ],
    ),
    *named(
        "rf_chest_or_aortic",
        [
            only("rf_chest_or_aortic", rf_chest="yes"),
            only("rf_chest_or_aortic", rf_tearing="yes"),
            only("rf_chest_or_aortic", "aneurysm_known", **SWOLLEN_AORTA, pain_onset="sudden"),
            only("rf_chest_or_aortic", "aneurysm_known", **SWOLLEN_AORTA, pain_duration="under_4w"),
            only("rf_chest_or_aortic", "aneurysm_known", **SWOLLEN_AORTA, pain_trend="worse"),
            only(
                "rf_chest_or_aortic",
                "aneurysm_known",
                conditions=None,
                anything_else="I have an aortic aneurysm",
                pain_trend="worse",
            ),
            only("rf_chest_or_aortic", pain_areas=["chest"], rf_chest="yes"),
            instead("rf_chest_or_aortic", "red_flag_unsure", rf_chest="not_sure"),
            instead("rf_chest_or_aortic", "red_flag_unsure", rf_tearing="not_sure"),
            instead("rf_chest_or_aortic", "aneurysm_known", **SWOLLEN_AORTA),
            instead(
                "rf_chest_or_aortic",
                "aneurysm_known",
                **SWOLLEN_AORTA,
                pain_onset="lifting",
                pain_duration="4_12w",
                pain_trend="better",
            ),
            instead("rf_chest_or_aortic", "aneurysm_known", **SWOLLEN_AORTA, pain_onset="not_sure"),
            clear("rf_chest_or_aortic", pain_onset="sudden", pain_duration="under_4w", pain_trend="worse"),
            clear(
                "rf_chest_or_aortic",
                conditions=None,
                anything_else="my father had an aortic aneurysm",
                pain_trend="worse",
            ),
        ],
    ),
    *named(
        "rf_spine_fracture",
        [
            only("rf_spine_fracture", rf_trauma="major_not_checked"),
            only("rf_spine_fracture", "osteoporosis", rf_trauma="major_not_checked", conditions=["osteoporosis"]),
            clear("rf_spine_fracture", rf_trauma="major_checked"),
            clear("rf_spine_fracture", rf_trauma="minor"),
            clear("rf_spine_fracture", rf_trauma="no"),
            instead("rf_spine_fracture", "red_flag_unsure", rf_trauma="not_sure"),
        ],
    ),
    *named(
        "rf_pregnancy_warning",
        [
            only("rf_pregnancy_warning", "pregnancy", pregnancy="yes", pregnancy_warning="yes"),
            only("rf_pregnancy_warning", "pregnancy", pregnancy="yes", pregnancy_warning="not_sure"),
            only("rf_pregnancy_warning", "pregnancy", pregnancy="maybe", pregnancy_warning="yes"),
            only("rf_pregnancy_warning", "pregnancy", pregnancy="maybe", pregnancy_warning="not_sure"),
            only("rf_pregnancy_warning", "postpartum", pregnancy="postpartum", postpartum_warning="yes"),
            only("rf_pregnancy_warning", "postpartum", pregnancy="postpartum", postpartum_warning="not_sure"),
            only("rf_pregnancy_warning", "pregnancy_precaution", pregnancy="trying", early_preg_warning="yes"),
            only("rf_pregnancy_warning", "pregnancy_precaution", pregnancy="prefer_not", early_preg_warning="yes"),
            only(
                "rf_pregnancy_warning", "pregnancy", "fever_illness", **FEVER, pregnancy="yes", pregnancy_warning="no"
            ),
            only(
                "rf_pregnancy_warning",
                "postpartum",
                "fever_illness",
                **FEVER,
                pregnancy="postpartum",
                postpartum_warning="no",
            ),
            only(
                "rf_pregnancy_warning",
                "pregnancy",
                "fever_illness",
                "answers_conflict",
                **FEVER,
                anything_else="I am pregnant",
            ),
            only("rf_pregnancy_warning", "pregnancy", "fever_illness", **FEVER, age=62, anything_else="I am pregnant"),
            instead("rf_pregnancy_warning", "pregnancy", pregnancy="yes", pregnancy_warning="no"),
            instead("rf_pregnancy_warning", "pregnancy", pregnancy="maybe", pregnancy_warning="no"),
            instead("rf_pregnancy_warning", "pregnancy", pregnancy="yes"),
            instead("rf_pregnancy_warning", "postpartum", pregnancy="postpartum", postpartum_warning="no"),
            instead("rf_pregnancy_warning", "pregnancy_precaution", pregnancy="trying", early_preg_warning="no"),
            instead(
                "rf_pregnancy_warning",
                "pregnancy_precaution",
                "red_flag_unsure",
                pregnancy="trying",
                early_preg_warning="not_sure",
            ),
            instead(
                "rf_pregnancy_warning", "pregnancy", "fever_illness", **FEVER, pregnancy="maybe", pregnancy_warning="no"
            ),
            instead("rf_pregnancy_warning", "pregnancy_precaution", "fever_illness", **FEVER, pregnancy="trying"),
            instead(
                "rf_pregnancy_warning",
                "pregnancy",
                "fever_illness",
                rf_fever="not_sure",
                **NOTHING_ON_THE_WAY,
                pregnancy="yes",
            ),
            instead("rf_pregnancy_warning", "pregnancy", **COLD_GONE, pregnancy="yes"),
            instead("rf_pregnancy_warning", "fever_illness", **FEVER, anything_else="I am not pregnant"),
            # hidden follow-ups
            clear("rf_pregnancy_warning", pregnancy="no", pregnancy_warning="yes"),
            clear("rf_pregnancy_warning", pregnancy="not_possible", postpartum_warning="yes", early_preg_warning="yes"),
            instead("rf_pregnancy_warning", "pregnancy_precaution", pregnancy="trying", pregnancy_warning="yes"),
            instead("rf_pregnancy_warning", "pregnancy", pregnancy="yes", postpartum_warning="yes"),
            instead("rf_pregnancy_warning", "postpartum", pregnancy="postpartum", early_preg_warning="yes"),
            # asked from 10 to 60
            only("rf_pregnancy_warning", "pregnancy", pregnancy="yes", pregnancy_warning="yes", age=60),
            clear("rf_pregnancy_warning", pregnancy="yes", pregnancy_warning="yes", age=61),
            clear("rf_pregnancy_warning", pregnancy="yes", pregnancy_warning="yes", age=None),
            fires(
                "rf_pregnancy_warning",
                pregnancy="yes",
                pregnancy_warning="yes",
                age=10,
                form_filler="parent_guardian",
            ),
            quiet(
                "rf_pregnancy_warning",
                "pregnancy",
                pregnancy="yes",
                pregnancy_warning="yes",
                age=9,
                form_filler="parent_guardian",
            ),
        ],
    ),
    *named(
        "rf_possible_dvt",
        [
            only("rf_possible_dvt", rf_leg_swelling="yes"),
            only("rf_possible_dvt", rf_leg_swelling="not_sure"),
            clear("rf_possible_dvt", rf_leg_swelling="no"),
            clear("rf_possible_dvt", rf_leg_swelling=None),
            instead("rf_possible_dvt", "red_flag_in_text", "answers_conflict", anything_else="my leg is swollen"),
        ],
    ),
    *named(
        "rf_active_bleeding",
        [
            only("rf_active_bleeding", "anticoagulant", **THINNER, rf_bleeding_now="yes"),
            only("rf_active_bleeding", "anticoagulant", blood_thinner="not_sure", rf_bleeding_now="yes"),
            only("rf_active_bleeding", "blood_thinner_stopped", blood_thinner="stopped_recent", rf_bleeding_now="yes"),
            only("rf_active_bleeding", "antiplatelet", med_types=["antiplatelet"], rf_bleeding_now="yes"),
            only("rf_active_bleeding", "minor_bleeding_risk_med", med_types=["nsaid_most_days"], rf_bleeding_now="yes"),
            only("rf_active_bleeding", "anticoagulant", blood_thinner=None, meds_list="Eliquis", rf_bleeding_now="yes"),
            only(
                "rf_active_bleeding",
                "blood_thinner_stopped",
                blood_thinner=None,
                meds_list="stopped Eliquis yesterday",
                rf_bleeding_now="yes",
            ),
            only(
                "rf_active_bleeding", "antiplatelet", "answers_conflict", meds_list="Plavix 75", rf_bleeding_now="yes"
            ),
            instead("rf_active_bleeding", "anticoagulant", "red_flag_unsure", **THINNER, rf_bleeding_now="not_sure"),
            instead("rf_active_bleeding", "anticoagulant", **THINNER, rf_bleeding_now="no"),
            instead("rf_active_bleeding", "antiplatelet", med_types=["antiplatelet"], rf_bleeding_now="no"),
            # hidden
            clear("rf_active_bleeding", rf_bleeding_now="yes"),
            clear("rf_active_bleeding", blood_thinner="stopped_past", rf_bleeding_now="yes"),
            instead(
                "rf_active_bleeding", "minor_bleeding_risk_med", med_types=["aspirin_daily"], rf_bleeding_now="yes"
            ),
            instead(
                "rf_active_bleeding",
                "minor_bleeding_risk_med",
                blood_thinner="only_aspirin_plavix",
                med_types=["aspirin_daily"],
                rf_bleeding_now="yes",
            ),
            instead("rf_active_bleeding", "minor_bleeding_risk_med", meds_list="ibuprofen", rf_bleeding_now="yes"),
            instead("rf_active_bleeding", "text_hit_review", meds_list="no Eliquis", rf_bleeding_now="yes"),
            # a stopped antiplatelet is not in the show-if
            instead(
                "rf_active_bleeding",
                "blood_thinner_stopped",
                meds_list="stopped Plavix yesterday",
                rf_bleeding_now="yes",
            ),
        ],
    ),
]
