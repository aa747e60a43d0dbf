"""Fever, pain with each breath, and spines that are stiff or weak: what the third version of the rules brought."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, quiet

BOTH = "answers_conflict"
OFTEN: dict[str, Value] = {"rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
FEVER: dict[str, Value] = {"rf_fever": "yes", "needled_recent": "no", **OFTEN}
SHORT: dict[str, Value] = {"pain_duration": "under_4w"}
STIFF: dict[str, Value] = {"spine_dx": ["ankylosis"]}
SLIPPED: dict[str, Value] = {"spine_dx": ["herniated_disc"]}
WEAK: dict[str, Value] = {"rf_leg_weak": "weeks_stable", "weak_checked": "yes"}
BREATH: dict[str, Value] = {"rf_breath_pain": "yes"}
PAST: dict[str, Value] = {"conditions": ["cancer_past"], "cancer_treatment": ["none"]}
NOW: dict[str, Value] = {"conditions": ["cancer_now"], "cancer_treatment": ["none"]}
MINOR: dict[str, Value] = {"form_filler": "parent_guardian", "guardian_name": "Invented Guardian 555-0101"}
OLD: dict[str, Value] = {"rf_head_neck": ["none"]}

FEVERS: list[Case] = named(
    "rf_spinal_infection",
    [
        only("rf_spinal_infection", **FEVER, **SHORT, **OLD, age=71),
        only("rf_spinal_infection", **FEVER, **SHORT, **OLD, age=65),
        only("rf_spinal_infection", **FEVER, pain_trend="worse", **OLD, age=65),
        only("rf_spinal_infection", **{**FEVER, "rf_night_pain": "yes"}, **OLD, age=80),
        only("rf_spinal_infection", **{**FEVER, "rf_night_pain": "not_sure"}, **OLD, age=80),
        only("rf_spinal_infection", "possible_malignancy", **FEVER, rf_weight_loss="yes", age=40),
        only("rf_spinal_infection", **{**FEVER, "needled_recent": "yes"}),
        only("rf_spinal_infection", **{**FEVER, "needled_recent": "not_sure"}),
        only("rf_spinal_infection", **{**FEVER, "rf_fever": "not_sure", "needled_recent": "yes"}),
        only("rf_spinal_infection", **{**FEVER, "rf_fever": "yes_gone", "rf_procedure_recent": "yes"}),
        only("rf_spinal_infection", **{**FEVER, "rf_fever": "yes_gone", "rf_procedure_recent": "not_sure"}),
        only("rf_spinal_infection", **{**FEVER, "rf_procedure_recent": "yes"}),
        only("rf_spinal_infection", "heart_valve", **FEVER, devices=["valve_disease"]),
        only("rf_spinal_infection", "diabetes_neuropathy", **FEVER, conditions=None, anything_else="I have diabetes"),
        only("rf_spinal_infection", "cardio_renal_liver", **FEVER, conditions=None, anything_else="kidney disease"),
        only("rf_spinal_infection", "cardio_renal_liver", **FEVER, conditions=None, anything_else="cirrhosis"),
        fires("rf_spinal_infection", **FEVER, conditions=None, anything_else="breast cancer spread to my liver"),
        instead("rf_spinal_infection", "fever_illness", **FEVER, pain_duration="over_1y", **OLD, age=71),
        instead("rf_spinal_infection", "fever_illness", **FEVER, **SHORT, **OLD, age=64),
        instead("rf_spinal_infection", "fever_illness", **FEVER, pain_trend="comes_and_goes", **OLD, age=70),
        instead("rf_spinal_infection", "fever_illness", **{**FEVER, "rf_fever": "not_sure"}, **SHORT, **OLD, age=70),
        instead("rf_spinal_infection", "fever_illness", "weight_loss_explained", **FEVER, rf_weight_loss="explained"),
        instead("rf_spinal_infection", "fever_illness", "weight_loss_unsure", **FEVER, rf_weight_loss="not_sure"),
        instead(
            "rf_spinal_infection",
            "fever_illness",
            "possible_malignancy",
            **{**FEVER, "rf_fever": "not_sure"},
            rf_weight_loss="yes",
        ),
        instead(
            "rf_spinal_infection", "fever_illness", **{**FEVER, "rf_fever": "not_sure", "needled_recent": "not_sure"}
        ),
        instead("rf_spinal_infection", "fever_illness", **{**FEVER, "rf_fever": "not_sure"}),
        clear("rf_spinal_infection", **{**FEVER, "rf_fever": "yes_gone", "needled_recent": "yes"}, age=30),
        clear("rf_spinal_infection", **{**FEVER, "rf_fever": "yes_gone"}, **SHORT, **OLD, age=80),
        # asked only with a fever: a stale answer does not count
        clear("rf_spinal_infection", needled_recent="yes"),
        clear("rf_spinal_infection", rf_procedure_recent="yes"),
    ],
)

BREATHS: list[Case] = [
    *named(
        "rf_chest_or_aortic",
        [
            only("rf_chest_or_aortic", "postpartum", **BREATH, pregnancy="postpartum"),
            only("rf_chest_or_aortic", "pregnancy", **BREATH, pregnancy="yes"),
            only("rf_chest_or_aortic", "pregnancy", **BREATH, pregnancy="maybe"),
            only("rf_chest_or_aortic", "pregnancy", **BREATH, pregnancy=None, anything_else="I am pregnant"),
            only("rf_chest_or_aortic", **BREATH, pain_onset="sudden"),
            only("rf_chest_or_aortic", "rf_possible_dvt", **BREATH, rf_leg_swelling="yes"),
            only("rf_chest_or_aortic", "rf_possible_dvt", **BREATH, rf_leg_swelling="not_sure"),
            only("rf_chest_or_aortic", "recent_surgery", **BREATH, surgery=["other_last_6w"]),
            only("rf_chest_or_aortic", "recent_spine_procedure", **BREATH, surgery=["spine_last_12w"]),
            only(
                "rf_chest_or_aortic", "recent_vascular_event", **BREATH, conditions=["recent_event"], blood_thinner=None
            ),
            only("rf_chest_or_aortic", "cancer_history", **BREATH, **NOW),
            only("rf_chest_or_aortic", "neutropenia_risk", **BREATH, conditions=["low_white_cells"]),
            only("rf_chest_or_aortic", **BREATH, rf_trauma="major_checked"),
            only("rf_chest_or_aortic", "rf_spine_fracture", **BREATH, rf_trauma="major_not_checked"),
            only("rf_chest_or_aortic", **BREATH, conditions=None, anything_else="had a DVT in 2019"),
            fires("rf_chest_or_aortic", **BREATH, conditions=None, anything_else="cancer spread to my bones"),
            instead("rf_chest_or_aortic", "breath_pain", **BREATH),
            instead("rf_chest_or_aortic", "breath_pain", **BREATH, rf_trauma="minor"),
            instead("rf_chest_or_aortic", "breath_pain", **BREATH, surgery=["other_older"]),
            instead("rf_chest_or_aortic", "breath_pain", "cancer_history", **BREATH, **PAST),
            instead("rf_chest_or_aortic", "breath_pain", "pregnancy_precaution", **BREATH, pregnancy="trying"),
            instead(
                "rf_chest_or_aortic", "breath_pain", "postpartum", rf_breath_pain="not_sure", pregnancy="postpartum"
            ),
            instead("rf_chest_or_aortic", "postpartum", pregnancy="postpartum"),
            clear("rf_chest_or_aortic", pain_onset="sudden"),
        ],
    ),
    *named(
        "breath_pain",
        [
            only("breath_pain", **BREATH),
            only("breath_pain", rf_breath_pain="not_sure"),
            only("breath_pain", "postpartum", rf_breath_pain="not_sure", pregnancy="postpartum"),
            only("breath_pain", rf_breath_pain="not_sure", pain_onset="sudden"),
            instead("breath_pain", "rf_chest_or_aortic", **BREATH, rf_chest="yes"),
            instead("breath_pain", "rf_chest_or_aortic", **BREATH, pain_onset="sudden"),
            clear("breath_pain", rf_breath_pain="no"),
            clear("breath_pain", rf_breath_pain=None),
        ],
    ),
]

SPINES: list[Case] = [
    *named(
        "stiff_spine_injury",
        [
            only("stiff_spine_injury", **STIFF, rf_trauma="minor"),
            only("stiff_spine_injury", **STIFF, rf_trauma="major_checked"),
            only("stiff_spine_injury", "red_flag_unsure", **STIFF, rf_trauma="not_sure"),
            only("stiff_spine_injury", **STIFF, **SHORT, pain_onset="sudden"),
            only("stiff_spine_injury", **STIFF, **SHORT, pain_onset="lifting"),
            only("stiff_spine_injury", BOTH, **STIFF, **SHORT, pain_onset="after_injury"),
            only(
                "stiff_spine_injury",
                spine_dx=None,
                anything_else="ankylosing spondylitis since 2001",
                **SHORT,
                pain_onset="sudden",
            ),
            instead("stiff_spine_injury", "ankylosed_spine", **STIFF, pain_duration="over_1y"),
            instead("stiff_spine_injury", "ankylosed_spine", **STIFF, **SHORT),
            instead("stiff_spine_injury", "ankylosed_spine", **STIFF, pain_onset="sudden", pain_duration="4_12w"),
            instead(
                "stiff_spine_injury", "ankylosed_spine", "rf_spine_fracture", **STIFF, rf_trauma="major_not_checked"
            ),
            clear("stiff_spine_injury", rf_trauma="minor", spine_dx=["arthritis"]),
        ],
    ),
    *named(
        "ankylosed_spine",
        [
            only("ankylosed_spine", **STIFF),
            only("ankylosed_spine", BOTH, anything_else="bamboo spine"),
            only("ankylosed_spine", BOTH, anything_else="espondilitis anquilosante"),
            only("ankylosed_spine", spine_dx=None, anything_else="bamboo spine"),
            instead("ankylosed_spine", "stiff_spine_injury", **STIFF, rf_trauma="minor"),
            quiet("ankylosed_spine", anything_else="spine fused with screws in 2010"),
            clear("ankylosed_spine", spine_dx=["arthritis"]),
        ],
    ),
    *named(
        "limb_weakness_stable",
        [
            only("limb_weakness_stable", **WEAK),
            only("limb_weakness_stable", "herniated_disc", **WEAK, **SLIPPED),
            only("limb_weakness_stable", **WEAK, **OLD, age=60, pain_trend="better"),
            only("limb_weakness_stable", **WEAK, pain_trend="comes_and_goes"),
            only("limb_weakness_stable", "cardio_renal_liver", **WEAK, conditions=["stroke_tia"]),
            instead("limb_weakness_stable", "spine_cord_or_instability", **WEAK, rf_clumsy="yes"),
            instead("limb_weakness_stable", "nerve_compression", rf_leg_weak="old_stable"),
            clear("limb_weakness_stable", rf_leg_weak="no", weak_checked="yes"),
        ],
    ),
    *named(
        "spine_cord_or_instability",
        [
            only("spine_cord_or_instability", **{**WEAK, "weak_checked": "no"}),
            only("spine_cord_or_instability", **{**WEAK, "weak_checked": "not_sure"}),
            only("spine_cord_or_instability", **WEAK, pain_trend="worse"),
            only("spine_cord_or_instability", "red_flag_unsure", **WEAK, rf_clumsy="not_sure"),
            only("spine_cord_or_instability", "rf_cauda_equina", **WEAK, rf_both_legs="yes"),
            only("spine_cord_or_instability", "red_flag_unsure", **WEAK, rf_both_legs="not_sure"),
            only("spine_cord_or_instability", "rf_cauda_equina", **WEAK, rf_saddle_numb="yes"),
            only("spine_cord_or_instability", "red_flag_unsure", **WEAK, rf_saddle_numb="not_sure"),
            only("spine_cord_or_instability", "rf_cauda_equina", **WEAK, rf_bladder_bowel="yes"),
            only("spine_cord_or_instability", "red_flag_unsure", **WEAK, rf_bladder_bowel="not_sure"),
            only("spine_cord_or_instability", "cancer_history", **WEAK, **NOW),
            only("spine_cord_or_instability", "cancer_history", **WEAK, **PAST),
            only(
                "spine_cord_or_instability",
                "cancer_history",
                **WEAK,
                conditions=None,
                anything_else="breast cancer in 2015",
            ),
            only("spine_cord_or_instability", "anticoagulant", **WEAK, blood_thinner="yes", inr_status="not_warfarin"),
            only("spine_cord_or_instability", "bleeding_disorder", **WEAK, bleeding=["diagnosed"]),
            only("spine_cord_or_instability", "minor", **WEAK, **MINOR, age=17),
            instead("spine_cord_or_instability", "limb_weakness_stable", **WEAK),
            instead("spine_cord_or_instability", "limb_weakness_stable", **WEAK, age=18),
            instead("spine_cord_or_instability", "nerve_compression", rf_leg_weak="old_stable", pain_trend="worse"),
        ],
    ),
    *named(
        "disc_limb_pain",
        [
            *[
                only("disc_limb_pain", **SLIPPED, pain_areas=[area])
                for area in ("leg_left", "leg_right", "arm_left", "arm_right", "buttock_hip")
            ],
            instead("disc_limb_pain", "spine_dx_no_limb_signs", **SLIPPED),
            instead(
                "disc_limb_pain",
                "herniated_disc",
                "numb_skin",
                **SLIPPED,
                pain_areas=["leg_left"],
                conditions=["numb_feet_hands"],
            ),
            instead(
                "disc_limb_pain",
                "herniated_disc",
                "numb_skin",
                **SLIPPED,
                pain_areas=["leg_left"],
                conditions=None,
                anything_else="numb toes",
            ),
            instead(
                "disc_limb_pain", "nerve_compression", spine_dx=["herniated_disc", "stenosis"], pain_areas=["leg_left"]
            ),
            clear("disc_limb_pain", pain_areas=["leg_left"]),
        ],
    ),
]

CASES: list[Case] = [
    *FEVERS,
    *BREATHS,
    *SPINES,
]
