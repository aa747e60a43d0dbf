"""The hold rules that read the body and its story (the medicines are in hold_medicines)."""

from tests.intake.screening.truth.case import Case, Value, clear, instead, named, only, quiet

OFTEN: dict[str, Value] = {"rf_iv_drugs": "no", "rf_infection_recent": "no"}
FEVER: dict[str, Value] = {"rf_fever": "yes", **OFTEN}
NIGHTS: dict[str, Value] = {"rf_night_pain": "yes", **OFTEN}
CANCER_NOW: dict[str, Value] = {"conditions": ["cancer_now"], "cancer_treatment": ["none"]}
CANCER_PAST: dict[str, Value] = {"conditions": ["cancer_past"], "cancer_treatment": ["none"]}
NEEDLED: dict[str, Value] = {"treatments_tried": ["acupuncture"]}
SHOT: dict[str, Value] = {"treatments_tried": ["injection"]}
CHILD: dict[str, Value] = {"form_filler": "parent_guardian", "guardian_name": "Invented Guardian 555-0101"}

CASES: list[Case] = [
    *named(
        "pregnancy",
        [
            only("pregnancy", pregnancy="yes"),
            only("pregnancy", pregnancy="maybe"),
            only("pregnancy", pregnancy="yes", age=18),
            only("pregnancy", pregnancy=None, anything_else="I am pregnant"),
            only("pregnancy", "answers_conflict", pregnancy="no", meds_list="prenatal vitamins, pregnant 12 weeks"),
            only("pregnancy", "pregnancy_precaution", pregnancy="prefer_not", anything_else="I am 6 weeks pregnant"),
            instead("pregnancy", "pregnancy_precaution", pregnancy="trying"),
            instead("pregnancy", "pregnancy_precaution", pregnancy="prefer_not"),
            instead("pregnancy", "postpartum", pregnancy="postpartum"),
            clear("pregnancy", pregnancy="no"),
            clear("pregnancy", pregnancy="not_possible"),
            clear("pregnancy", pregnancy="no", anything_else="I am not pregnant"),
            clear("pregnancy", pregnancy="yes", age=61),
            only("pregnancy", pregnancy="yes", age=60),
        ],
    ),
    *named(
        "bleeding_disorder",
        [
            only("bleeding_disorder", bleeding=["diagnosed"]),
            only("bleeding_disorder", bleeding=["low_platelets"]),
            only("bleeding_disorder", bleeding=None, anything_else="I have von Willebrand"),
            only("bleeding_disorder", "answers_conflict", anything_else="I have von Willebrand"),
            only("bleeding_disorder", "answers_conflict", meds_list="Hemlibra every week"),
            only("bleeding_disorder", "easy_bleeding", bleeding=["low_platelets", "easy_bleeding"]),
            instead("bleeding_disorder", "easy_bleeding", bleeding=["easy_bleeding"]),
            instead("bleeding_disorder", "bleeding_carrier", bleeding=["carrier_family"]),
            instead("bleeding_disorder", "history_unsure", bleeding=["not_sure"]),
            clear("bleeding_disorder", meds_list="tranexamic acid"),
            clear("bleeding_disorder", anything_else="I have factor V Leiden"),
            clear("bleeding_disorder", anything_else="protein C deficiency and protein S deficiency"),
            clear("bleeding_disorder", anything_else="antiphospholipid syndrome"),
        ],
    ),
    *named(
        "easy_bleeding",
        [
            only("easy_bleeding", bleeding=["easy_bleeding"]),
            only("easy_bleeding", "bleeding_carrier", bleeding=["easy_bleeding", "carrier_family"]),
            instead("easy_bleeding", "bleeding_disorder", bleeding=["diagnosed"]),
            clear("easy_bleeding", bleeding=["none"], anything_else="I bruise easily"),
        ],
    ),
    *named(
        "skin_infection",
        [
            only("skin_infection", skin=["infected"], skin_area="left calf"),
            only("skin_infection", skin=["open_wound"], skin_area="heel"),
            only("skin_infection", skin=["shingles"], skin_area="chest"),
            only("skin_infection", "skin_patches", skin=["eczema_psoriasis", "infected"], skin_area="arm"),
            only("skin_infection", skin=None, anything_else="I have cellulitis on my shin"),
            only("skin_infection", "answers_conflict", anything_else="foot ulcer that will not heal"),
            instead("skin_infection", "skin_patches", skin=["eczema_psoriasis"]),
            instead("skin_infection", "skin_patches", skin=["scars_fragile"]),
            clear("skin_infection", anything_else="stomach ulcer"),
            clear("skin_infection", anything_else="mouth ulcer and ulcerative colitis"),
            # where it is, is not scanned for conditions, and is hidden without a skin answer
            clear("skin_infection", skin_area="cellulitis"),
        ],
    ),
    *named(
        "fever_illness",
        [
            only("fever_illness", **FEVER),
            only("fever_illness", rf_fever="not_sure", **OFTEN),
            only("fever_illness", "immunosuppressed", rf_fever="yes_gone", **OFTEN, conditions=["immune_weak"]),
            only("fever_illness", "diabetes_neuropathy", rf_fever="yes_gone", **OFTEN, conditions=["diabetes"]),
            only("fever_illness", rf_fever="yes_gone", **OFTEN, meds_list="clozapine"),
            only("fever_illness", "vascular_access", rf_fever="yes_gone", **OFTEN, devices=["line"]),
            clear("fever_illness", rf_fever="yes_gone", **OFTEN),
            clear("fever_illness", rf_fever="no"),
            instead("fever_illness", "rf_spinal_infection", rf_fever="yes", rf_iv_drugs="yes"),
            instead("fever_illness", "rf_spinal_infection", "heart_valve", **FEVER, devices=["heart_valve"]),
            instead(
                "fever_illness",
                "rf_spinal_infection",
                "heart_valve",
                rf_fever="yes_gone",
                rf_iv_drugs="yes",
                devices=["heart_valve"],
            ),
        ],
    ),
    *named(
        "possible_malignancy",
        [
            only("possible_malignancy", rf_weight_loss="yes", **OFTEN),
            instead("possible_malignancy", "weight_loss_unsure", rf_weight_loss="not_sure", **OFTEN),
            only("possible_malignancy", "cancer_history", **CANCER_NOW, pain_duration="under_4w"),
            only("possible_malignancy", "cancer_history", **CANCER_NOW, pain_duration="4_12w"),
            only("possible_malignancy", "cancer_history", **CANCER_NOW, **NIGHTS),
            only(
                "possible_malignancy",
                "cancer_history",
                **CANCER_NOW,
                rf_night_pain="not_sure",
                **OFTEN,
            ),
            only("possible_malignancy", "cancer_history", **CANCER_NOW, pain_trend="worse"),
            only("possible_malignancy", "cancer_history", **CANCER_PAST, **NIGHTS),
            only("possible_malignancy", "cancer_history", **CANCER_PAST, pain_trend="worse"),
            only("possible_malignancy", "cancer_history", **CANCER_PAST, pain_duration="under_4w"),
            only("possible_malignancy", "cancer_history", **CANCER_PAST, pain_duration="4_12w"),
            only("possible_malignancy", "cancer_history", **CANCER_PAST, pain_duration="4_12w", pain_onset="not_sure"),
            instead("possible_malignancy", "weight_loss_explained", rf_weight_loss="explained"),
            instead("possible_malignancy", "cancer_history", **CANCER_NOW),
            instead("possible_malignancy", "cancer_history", **CANCER_NOW, pain_duration="over_1y"),
            instead("possible_malignancy", "cancer_history", **CANCER_NOW, pain_trend="comes_and_goes"),
            instead("possible_malignancy", "cancer_history", **CANCER_PAST),
            instead("possible_malignancy", "cancer_history", **CANCER_PAST, pain_duration="over_1y"),
            instead(
                "possible_malignancy", "cancer_history", **CANCER_PAST, pain_duration="under_4w", pain_onset="lifting"
            ),
            instead("possible_malignancy", "cancer_history", **CANCER_PAST, pain_duration="4_12w", pain_onset="sudden"),
            instead("possible_malignancy", "cancer_history", **CANCER_PAST, pain_onset="not_sure"),
            instead("possible_malignancy", "night_pain_ask", **NIGHTS, pain_trend="worse", pain_duration="under_4w"),
        ],
    ),
    *named(
        "recent_spine_procedure",
        [
            only("recent_spine_procedure", surgery=["spine_last_12w"]),
            only("recent_spine_procedure", **SHOT, injection_when="last_2w"),
            only("recent_spine_procedure", **SHOT, injection_when="not_sure"),
            clear("recent_spine_procedure", **SHOT, injection_when="2_12w"),
            clear("recent_spine_procedure", **SHOT, injection_when="older"),
            clear("recent_spine_procedure", injection_when="last_2w"),
            clear("recent_spine_procedure", surgery=["other_older"]),
            instead("recent_spine_procedure", "implant_or_spine_surgery", surgery=["spine_older"]),
            instead("recent_spine_procedure", "recent_surgery", surgery=["other_last_6w"]),
        ],
    ),
    *named(
        "prior_reaction_severe",
        [
            only("prior_reaction_severe", **NEEDLED, acupuncture_reaction="severe", reaction_detail="it was bad"),
            only("prior_reaction_severe", **NEEDLED, acupuncture_reaction="severe"),
            only(
                "prior_reaction_severe",
                "prior_reaction_moderate",
                **NEEDLED,
                acupuncture_reaction="moderate",
                reaction_detail="I had to go to the hospital",
            ),
            instead("prior_reaction_severe", "prior_reaction_moderate", **NEEDLED, acupuncture_reaction="moderate"),
            instead(
                "prior_reaction_severe",
                "prior_reaction_moderate",
                **NEEDLED,
                acupuncture_reaction="moderate",
                reaction_detail="more pain for three days",
            ),
            clear("prior_reaction_severe", **NEEDLED, acupuncture_reaction="mild"),
            clear("prior_reaction_severe", **NEEDLED, acupuncture_reaction="none"),
            clear("prior_reaction_severe", **NEEDLED, acupuncture_reaction="mild", reaction_detail="pneumothorax"),
            clear("prior_reaction_severe", acupuncture_reaction="severe", reaction_detail="pneumothorax"),
            instead(
                "prior_reaction_severe",
                "lung_disease",
                "answers_conflict",
                anything_else="collapsed lung after a car crash, in hospital",
            ),
        ],
    ),
    *named(
        "advised_against",
        [
            only("advised_against", doctor_advised_against="yes"),
            instead("advised_against", "history_unsure", doctor_advised_against="not_sure"),
            clear("advised_against", doctor_advised_against="no"),
        ],
    ),
    *named(
        "spinal_infection_possible",
        [
            only("spinal_infection_possible", rf_night_pain="yes", rf_iv_drugs="prefer_not", rf_infection_recent="no"),
            only("spinal_infection_possible", rf_night_pain="yes", rf_iv_drugs="no", rf_infection_recent="yes"),
            only("spinal_infection_possible", rf_night_pain="yes", rf_iv_drugs="no", rf_infection_recent="not_sure"),
            only(
                "spinal_infection_possible",
                "possible_malignancy",
                rf_weight_loss="yes",
                rf_iv_drugs="yes",
                rf_infection_recent="no",
            ),
            only(
                "spinal_infection_possible",
                "weight_loss_unsure",
                rf_weight_loss="not_sure",
                rf_iv_drugs="no",
                rf_infection_recent="yes",
            ),
            instead("spinal_infection_possible", "night_pain_ask", **NIGHTS),
            clear("spinal_infection_possible", rf_infection_recent="yes"),
            instead(
                "spinal_infection_possible", "weight_loss_explained", rf_weight_loss="explained", rf_iv_drugs="yes"
            ),
            instead("spinal_infection_possible", "rf_spinal_infection", rf_night_pain="yes", rf_iv_drugs="yes"),
            instead("spinal_infection_possible", "rf_spinal_infection", rf_fever="yes", rf_infection_recent="yes"),
            # without an answer to the fever question this rule does not speak
            instead(
                "spinal_infection_possible",
                "night_pain_ask",
                rf_fever=None,
                rf_night_pain="yes",
                rf_infection_recent="yes",
            ),
        ],
    ),
    *named(
        "aneurysm_known",
        [
            only("aneurysm_known", conditions=["aneurysm"]),
            only("aneurysm_known", conditions=None, anything_else="4 cm aortic aneurysm, watched"),
            only("aneurysm_known", "answers_conflict", anything_else="triple A found on a scan"),
            instead("aneurysm_known", "text_hit_review", anything_else="brain aneurysm clipped in 2001"),
            clear("aneurysm_known", anything_else="no aneurysm"),
            clear("aneurysm_known", anything_else="aneurysm repaired in 2015"),
        ],
    ),
    *named(
        "recent_vascular_event",
        [
            only("recent_vascular_event", "answers_conflict", conditions=["recent_event"]),
            only("recent_vascular_event", "antiplatelet", conditions=["recent_event"], med_types=["antiplatelet"]),
            only("recent_vascular_event", conditions=["recent_event"], blood_thinner=None),
            only(
                "recent_vascular_event",
                "anticoagulant",
                conditions=["recent_event"],
                blood_thinner="yes",
                inr_status="not_warfarin",
            ),
            instead("recent_vascular_event", "cardio_renal_liver", conditions=["stroke_tia"]),
            instead("recent_vascular_event", "cardio_renal_liver", conditions=["heart_disease"]),
        ],
    ),
    *named(
        "head_neck_warning",
        [
            only("head_neck_warning", pain_areas=["neck"], rf_head_neck=["new_headache"]),
            only("head_neck_warning", pain_areas=["neck"], rf_head_neck=["scalp_jaw"], age=49),
            only(
                "head_neck_warning", "red_flag_unsure", pain_areas=["neck"], rf_head_neck=["new_headache", "not_sure"]
            ),
            instead("head_neck_warning", "rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["scalp_jaw"], age=50),
            instead("head_neck_warning", "red_flag_unsure", pain_areas=["neck"], rf_head_neck=["not_sure"]),
            clear("head_neck_warning", pain_areas=["neck"], rf_head_neck=["none"]),
            clear("head_neck_warning", pain_areas=["mid_back"], rf_head_neck=["new_headache"]),
            instead(
                "head_neck_warning",
                "rf_sudden_neuro",
                pain_areas=["neck"],
                rf_head_neck=["new_headache"],
                rf_leg_weak="new_or_worse",
            ),
        ],
    ),
    *named(
        "red_flag_unsure",
        [
            only("red_flag_unsure", rf_chest="not_sure"),
            only("red_flag_unsure", rf_tearing="not_sure"),
            only("red_flag_unsure", rf_stroke="not_sure"),
            only("red_flag_unsure", rf_saddle_numb="not_sure"),
            only("red_flag_unsure", rf_bladder_bowel="not_sure"),
            only("red_flag_unsure", rf_both_legs="not_sure"),
            only("red_flag_unsure", rf_clumsy="not_sure"),
            only("red_flag_unsure", pain_areas=["neck"], rf_head_neck=["not_sure"]),
            only("red_flag_unsure", rf_trauma="not_sure"),
            instead("red_flag_unsure", "night_pain_ask", rf_night_pain="not_sure", **OFTEN),
            only("red_flag_unsure", "anticoagulant", blood_thinner="not_sure", rf_bleeding_now="not_sure"),
            only("red_flag_unsure", "pregnancy_precaution", pregnancy="prefer_not", early_preg_warning="not_sure"),
            clear("red_flag_unsure", rf_bleeding_now="not_sure"),
            clear("red_flag_unsure", early_preg_warning="not_sure"),
            clear("red_flag_unsure", rf_head_neck=["not_sure"]),
            instead("red_flag_unsure", "rf_possible_dvt", rf_leg_swelling="not_sure"),
            instead("red_flag_unsure", "spine_cord_or_instability", rf_leg_weak="not_sure"),
            instead("red_flag_unsure", "fever_illness", rf_fever="not_sure", **OFTEN),
            instead("red_flag_unsure", "weight_loss_unsure", rf_weight_loss="not_sure", **OFTEN),
            instead("red_flag_unsure", "breath_pain", rf_breath_pain="not_sure"),
        ],
    ),
    *named(
        "child_red_flag",
        [
            only("child_red_flag", "minor", **CHILD, age=11),
            only("child_red_flag", "minor", **CHILD, age=0),
            only("child_red_flag", "minor", **CHILD, age=12, **NIGHTS),
            only("child_red_flag", "minor", **CHILD, age=17, **NIGHTS),
            only("child_red_flag", "minor", **CHILD, age=14, rf_night_pain="not_sure", **OFTEN),
            only("child_red_flag", "minor", "possible_malignancy", **CHILD, age=14, rf_weight_loss="yes", **OFTEN),
            only("child_red_flag", "minor", "weight_loss_unsure", **CHILD, age=14, rf_weight_loss="not_sure", **OFTEN),
            only("child_red_flag", "minor", **CHILD, age=15, pain_duration="under_4w", rf_trauma="minor"),
            only("child_red_flag", "minor", **CHILD, age=15, pain_duration="under_4w", rf_trauma="major_checked"),
            only("child_red_flag", "minor", **CHILD, age=15, pain_duration="under_4w", rf_trauma=None),
            only(
                "child_red_flag",
                "minor",
                "red_flag_unsure",
                **CHILD,
                age=15,
                pain_duration="under_4w",
                rf_trauma="not_sure",
            ),
            instead("child_red_flag", "minor", **CHILD, age=12),
            instead("child_red_flag", "minor", **CHILD, age=12, pain_duration="under_4w"),
            instead("child_red_flag", "minor", **CHILD, age=15, pain_duration="4_12w", rf_trauma="minor"),
            instead("child_red_flag", "minor", "weight_loss_explained", **CHILD, age=15, rf_weight_loss="explained"),
            instead("child_red_flag", "night_pain_ask", age=18, **NIGHTS),
            clear("child_red_flag", age=18, pain_duration="under_4w", rf_trauma="minor"),
            instead(
                "child_red_flag", "night_pain_ask", age=None, **NIGHTS, pain_duration="under_4w", rf_trauma="minor"
            ),
        ],
    ),
    *named(
        "chest_or_belly_pain",
        [
            only("chest_or_belly_pain", pain_areas=["chest"]),
            only("chest_or_belly_pain", pain_areas=["abdomen", "low_back"]),
            only("chest_or_belly_pain", "red_flag_unsure", pain_areas=["chest"], rf_chest="not_sure"),
            instead("chest_or_belly_pain", "rf_chest_or_aortic", pain_areas=["chest"], rf_chest="yes"),
            instead("chest_or_belly_pain", "rf_chest_or_aortic", pain_areas=["abdomen"], rf_tearing="yes"),
            clear("chest_or_belly_pain", pain_areas=["upper_back", "mid_back", "other"]),
        ],
    ),
    *named(
        "crisis_words_check",
        [
            only("crisis_words_check", anything_else="my cousin is suicidal"),
            instead("crisis_words_check", "crisis_words", anything_else="I am suicidal"),
            clear("crisis_words_check", anything_else="the pain is killing me"),
            quiet("crisis_words_check", "crisis_words", anything_else="I would die for a good night's sleep"),
        ],
    ),
]
