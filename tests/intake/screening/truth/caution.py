"""The caution rules: one line for every value, and the near miss beside it."""

from tests.intake.screening.truth.case import Case, Value, clear, instead, named, only, quiet

INR: dict[str, Value] = {"inr_status": "not_warfarin"}
SLIPPED: dict[str, Value] = {"spine_dx": ["herniated_disc"]}
PINCHED: dict[str, Value] = {"spine_dx": ["pinched_nerve"]}
NARROW: dict[str, Value] = {"spine_dx": ["stenosis"]}
NEEDLED: dict[str, Value] = {"treatments_tried": ["acupuncture"]}
PARENT: dict[str, Value] = {"form_filler": "parent_guardian"}

CASES: list[Case] = [
    *named(
        "anticoagulant",
        [
            only("anticoagulant", blood_thinner="yes", **INR),
            only("anticoagulant", blood_thinner="not_sure"),
            only("anticoagulant", blood_thinner=None, meds_list="Eliquis 5 mg"),
            only("anticoagulant", "answers_conflict", meds_list="Eliquis 5 mg"),
            only("anticoagulant", "answers_conflict", anything_else="my heart doctor has me on Xarelto"),
            instead("anticoagulant", "blood_thinner_stopped", blood_thinner="stopped_recent"),
            instead(
                "anticoagulant",
                "minor_bleeding_risk_med",
                blood_thinner="only_aspirin_plavix",
                med_types=["aspirin_daily"],
            ),
            clear("anticoagulant", blood_thinner="stopped_past"),
            clear("anticoagulant", blood_thinner="no"),
            clear("anticoagulant", blood_thinner=None),
            clear("anticoagulant", meds_list="no blood thinners"),
        ],
    ),
    *named(
        "antiplatelet",
        [
            only("antiplatelet", med_types=["antiplatelet"]),
            only("antiplatelet", med_types=["antiplatelet"], meds_list="Plavix 75 mg"),
            only("antiplatelet", "answers_conflict", meds_list="Plavix 75 mg"),
            only("antiplatelet", "answers_conflict", anything_else="limaprost from my doctor in Seoul"),
            instead("antiplatelet", "minor_bleeding_risk_med", med_types=["aspirin_daily"]),
            instead("antiplatelet", "minor_bleeding_risk_med", meds_list="aspirin"),
            instead("antiplatelet", "text_hit_review", meds_list="used to take Plavix"),
        ],
    ),
    *named(
        "bleeding_carrier",
        [
            only("bleeding_carrier", bleeding=["carrier_family"]),
            only("bleeding_carrier", bleeding=None, anything_else="I am a hemophilia carrier"),
            only("bleeding_carrier", "answers_conflict", anything_else="I am a hemophilia carrier"),
            instead("bleeding_carrier", "bleeding_disorder", bleeding=None, anything_else="I have hemophilia"),
            instead("bleeding_carrier", "easy_bleeding", bleeding=["easy_bleeding"]),
        ],
    ),
    *named(
        "seizure_remote",
        [
            only("seizure_remote", seizure="remote"),
            only("seizure_remote", seizure=None, anything_else="seizure as a child"),
            only("seizure_remote", "answers_conflict", anything_else="seizure as a child"),
            only("seizure_remote", seizure="remote", anything_else="epilepsy in childhood"),
            instead("seizure_remote", "seizure_disorder", seizure="active"),
            instead(
                "seizure_remote", "seizure_disorder", "answers_conflict", seizure="remote", meds_list="lamotrigine"
            ),
            instead("seizure_remote", "seizure_disorder", seizure=None, anything_else="seizure last year"),
            clear("seizure_remote", seizure="no"),
        ],
    ),
    *named(
        "pregnancy_precaution",
        [
            only("pregnancy_precaution", pregnancy="trying"),
            only("pregnancy_precaution", pregnancy="prefer_not"),
            only("pregnancy_precaution", pregnancy="trying", age=60),
            clear("pregnancy_precaution", pregnancy="trying", age=61),
            clear("pregnancy_precaution", pregnancy="no"),
            instead("pregnancy_precaution", "pregnancy", pregnancy="maybe"),
        ],
    ),
    *named(
        "postpartum",
        [
            only("postpartum", pregnancy="postpartum"),
            instead("postpartum", "pregnancy", pregnancy="yes"),
            clear("postpartum", pregnancy="no"),
            clear("postpartum", pregnancy="postpartum", age=61),
        ],
    ),
    *named(
        "implanted_electronic_device",
        [
            only("implanted_electronic_device", devices=["pacemaker"]),
            only("implanted_electronic_device", devices=["icd"]),
            only("implanted_electronic_device", devices=["nerve_stimulator"]),
            only("implanted_electronic_device", devices=["pump"]),
            only("implanted_electronic_device", devices=None, anything_else="pacemaker since 2010"),
            only("implanted_electronic_device", "answers_conflict", anything_else="pacemaker since 2010"),
            instead("implanted_electronic_device", "heart_valve", devices=["heart_valve"]),
            instead("implanted_electronic_device", "vascular_access", devices=["line"]),
            clear("implanted_electronic_device", anything_else="I use a TENS machine"),
        ],
    ),
    *named(
        "heart_valve",
        [
            only("heart_valve", devices=["heart_valve"]),
            only("heart_valve", devices=None, anything_else="mechanical valve"),
            only("heart_valve", "answers_conflict", anything_else="endocarditis in 2012"),
            instead("heart_valve", "implanted_electronic_device", devices=["pacemaker"]),
            only("heart_valve", "answers_conflict", anything_else="a leaky valve, watched"),
            clear("heart_valve", anything_else="a heart murmur"),
        ],
    ),
    *named(
        "vascular_access",
        [
            only("vascular_access", devices=["line"]),
            only("vascular_access", devices=None, anything_else="port in my chest"),
            only("vascular_access", "cardio_renal_liver", "answers_conflict", anything_else="dialysis on Mondays"),
            instead("vascular_access", "implanted_electronic_device", devices=["pump"]),
            clear("vascular_access", anything_else="I work at the port"),
        ],
    ),
    *named(
        "cardio_renal_liver",
        [
            only("cardio_renal_liver", conditions=["heart_disease"]),
            only("cardio_renal_liver", conditions=["high_bp_uncontrolled"]),
            only("cardio_renal_liver", conditions=["stroke_tia"]),
            only("cardio_renal_liver", conditions=["kidney_disease"]),
            only("cardio_renal_liver", conditions=["liver_disease"]),
            only("cardio_renal_liver", "fainting", conditions=["heart_disease", "fainting"]),
            instead("cardio_renal_liver", "recent_vascular_event", conditions=["recent_event"], blood_thinner=None),
            instead("cardio_renal_liver", "lung_disease", conditions=["lung_disease"]),
            instead("cardio_renal_liver", "diabetes_neuropathy", conditions=["diabetes"]),
        ],
    ),
    *named(
        "lymphedema",
        [
            only("lymphedema", conditions=["lymphedema"], lymph_side=["left_arm"]),
            only("lymphedema", conditions=["lymphedema"]),
            only("lymphedema", conditions=None, anything_else="lymphedema in my right arm"),
            only("lymphedema", "answers_conflict", anything_else="lymphoedema of the leg"),
            clear("lymphedema", lymph_side=["left_arm"]),
            clear("lymphedema", anything_else="no lymphedema"),
        ],
    ),
    *named(
        "metal_or_contact_allergy",
        [
            only("metal_or_contact_allergy", allergies=["latex"]),
            only("metal_or_contact_allergy", "metal_or_tape_allergy", allergies=["metal", "antiseptic"]),
            instead("metal_or_contact_allergy", "metal_or_tape_allergy", allergies=["metal"]),
            instead("metal_or_contact_allergy", "metal_or_tape_allergy", allergies=["adhesive"]),
            only("metal_or_contact_allergy", allergies=["antiseptic"]),
            clear("metal_or_contact_allergy", allergies=["medicine"]),
            clear("metal_or_contact_allergy", allergies=["other"], allergies_other="peanuts"),
            clear("metal_or_contact_allergy", allergies=["none"]),
        ],
    ),
    *named(
        "diabetes_neuropathy",
        [
            only("diabetes_neuropathy", conditions=["diabetes"]),
            only("diabetes_neuropathy", conditions=["diabetes"], med_types=["insulin_sugar"]),
            only("diabetes_neuropathy", "answers_conflict", med_types=["insulin_sugar"]),
            only("diabetes_neuropathy", "answers_conflict", meds_list="Lantus 20 units at night"),
            only("diabetes_neuropathy", conditions=["diabetes"], med_types=None, meds_list="glipizide"),
            instead("diabetes_neuropathy", "numb_skin", conditions=["numb_feet_hands"]),
            clear("diabetes_neuropathy", meds_list="metformin 500"),
            clear("diabetes_neuropathy", meds_list="Jardiance and Ozempic"),
            instead("diabetes_neuropathy", "answers_conflict", meds_list="Januvia"),
            clear("diabetes_neuropathy", anything_else="I have insulin resistance"),
        ],
    ),
    *named(
        "numb_skin",
        [
            only("numb_skin", conditions=["numb_feet_hands"]),
            instead("numb_skin", "diabetes_neuropathy", conditions=["numb_feet_hands", "diabetes"]),
            instead(
                "numb_skin",
                "diabetes_neuropathy",
                "answers_conflict",
                conditions=["numb_feet_hands"],
                meds_list="insulin",
            ),
            instead("numb_skin", "diabetes_neuropathy", conditions=["diabetes"]),
        ],
    ),
    *named(
        "fainting",
        [
            only("fainting", conditions=["fainting"]),
            only("fainting", "needle_worry", needle_feelings="panic_faint"),
            instead("fainting", "needle_worry", needle_feelings="very_anxious"),
            clear("fainting", needle_feelings="nervous"),
        ],
    ),
    *named(
        "implant_or_spine_surgery",
        [
            only("implant_or_spine_surgery", implants=["breast_cosmetic"]),
            only("implant_or_spine_surgery", surgery=["spine_older"]),
            only("implant_or_spine_surgery", implants=["spine_hardware"], surgery=["spine_older"]),
            only(
                "implant_or_spine_surgery",
                "recent_spine_procedure",
                implants=["spine_hardware"],
                surgery=["spine_last_12w"],
            ),
            only("implant_or_spine_surgery", "answers_conflict", implants=["spine_hardware"]),
            only("implant_or_spine_surgery", "implant_other", implants=["breast_cosmetic", "joint"]),
            instead("implant_or_spine_surgery", "implant_other", implants=["joint"]),
            instead("implant_or_spine_surgery", "implant_other", implants=["other"]),
            instead("implant_or_spine_surgery", "recent_spine_procedure", surgery=["spine_last_12w"]),
            clear("implant_or_spine_surgery", surgery=["other_older"]),
        ],
    ),
    *named(
        "immunosuppressed",
        [
            only("immunosuppressed", conditions=["immune_weak"]),
            only("immunosuppressed", med_types=["steroid_pills"]),
            only("immunosuppressed", med_types=["immune_med"]),
            only("immunosuppressed", med_types=None, meds_list="Humira"),
            only("immunosuppressed", "answers_conflict", meds_list="Humira every other week"),
            only("immunosuppressed", "cardio_renal_liver", conditions=None, anything_else="kidney transplant in 2009"),
            only("immunosuppressed", "answers_conflict", anything_else="splenectomy in 2009"),
            only("immunosuppressed", med_types=None, meds_list="stopped prednisone 5 days ago"),
            instead("immunosuppressed", "neutropenia_risk", conditions=["low_white_cells"]),
            clear("immunosuppressed", meds_list="stopped prednisone 3 weeks ago"),
            clear("immunosuppressed", meds_list="hydroxychloroquine"),
            clear("immunosuppressed", anything_else="hair transplant"),
        ],
    ),
    *named(
        "lung_disease",
        [
            only("lung_disease", conditions=["lung_disease"]),
            instead("lung_disease", "cardio_renal_liver", conditions=["heart_disease"]),
            clear("lung_disease", conditions=["none"]),
        ],
    ),
    *named(
        "osteoporosis",
        [
            only("osteoporosis", conditions=["osteoporosis"]),
            only("osteoporosis", meds_list="Prolia twice a year"),
            only("osteoporosis", anything_else="Fosamax"),
            instead("osteoporosis", "answers_conflict", meds_list="Xgeva"),
            clear("osteoporosis", meds_list="calcium and vitamin d3"),
            clear("osteoporosis", spine_dx=["arthritis"]),
        ],
    ),
    *named(
        "cancer_history",
        [
            only("cancer_history", conditions=["cancer_now"]),
            only("cancer_history", conditions=["cancer_past"]),
            only("cancer_history", conditions=["cancer_past"], cancer_treatment=["immunotherapy"]),
            clear("cancer_history", cancer_treatment=["radiation_6w"]),
            instead("cancer_history", "lymphedema", conditions=["lymphedema"]),
        ],
    ),
    *named(
        "recent_surgery",
        [
            only("recent_surgery", surgery=["other_last_6w"]),
            only("recent_surgery", "recent_spine_procedure", surgery=["other_last_6w", "spine_last_12w"]),
            clear("recent_surgery", surgery=["other_older"]),
            instead("recent_surgery", "implant_or_spine_surgery", surgery=["spine_older"]),
        ],
    ),
    *named(
        "herniated_disc",
        [
            instead("herniated_disc", "disc_limb_pain", **SLIPPED, pain_areas=["leg_left"]),
            only("herniated_disc", "rf_sudden_neuro", **SLIPPED, rf_leg_weak="new_or_worse"),
            only("herniated_disc", "spine_cord_or_instability", **SLIPPED, rf_leg_weak="weeks_stable"),
            instead("herniated_disc", "nerve_compression", **SLIPPED, rf_leg_weak="old_stable"),
            only("herniated_disc", "limb_weakness_stable", **SLIPPED, rf_leg_weak="weeks_stable", weak_checked="yes"),
            only(
                "herniated_disc",
                "numb_skin",
                "spine_dx_no_limb_signs",
                **SLIPPED,
                conditions=None,
                anything_else="numb toes",
            ),
            only("herniated_disc", "spine_cord_or_instability", **SLIPPED, rf_leg_weak="not_sure"),
            only("herniated_disc", "rf_cauda_equina", **SLIPPED, rf_both_legs="yes"),
            only("herniated_disc", "red_flag_unsure", **SLIPPED, rf_both_legs="not_sure"),
            only("herniated_disc", "spine_cord_or_instability", **SLIPPED, rf_clumsy="yes"),
            only("herniated_disc", "red_flag_unsure", **SLIPPED, rf_clumsy="not_sure"),
            only("herniated_disc", "numb_skin", **SLIPPED, conditions=["numb_feet_hands"]),
            instead("herniated_disc", "spine_dx_no_limb_signs", **SLIPPED),
            instead("herniated_disc", "spine_dx_no_limb_signs", **SLIPPED, pain_areas=["low_back", "mid_back"]),
            instead("herniated_disc", "spine_dx_no_limb_signs", "rf_cauda_equina", **SLIPPED, rf_saddle_numb="yes"),
            instead("herniated_disc", "nerve_compression", **NARROW, pain_areas=["leg_left"]),
            clear("herniated_disc", pain_areas=["leg_left", "buttock_hip"]),
        ],
    ),
    *named(
        "nerve_compression",
        [
            only("nerve_compression", **PINCHED, pain_areas=["arm_left"]),
            only("nerve_compression", **NARROW, pain_areas=["leg_right", "low_back"]),
            only("nerve_compression", rf_leg_weak="old_stable"),
            only("nerve_compression", **NARROW, rf_leg_weak="old_stable"),
            only("nerve_compression", spine_dx=["herniated_disc", "stenosis"], pain_areas=["leg_left"]),
            instead("nerve_compression", "spine_dx_no_limb_signs", **PINCHED),
            instead("nerve_compression", "spine_dx_no_limb_signs", **NARROW),
            instead("nerve_compression", "disc_limb_pain", **SLIPPED, pain_areas=["leg_left"]),
            instead("nerve_compression", "spine_cord_or_instability", rf_leg_weak="weeks_stable"),
            clear("nerve_compression", spine_dx=["arthritis"], pain_areas=["leg_left"]),
        ],
    ),
    *named(
        "prior_reaction_moderate",
        [
            only("prior_reaction_moderate", **NEEDLED, acupuncture_reaction="moderate"),
            instead("prior_reaction_moderate", "prior_reaction_severe", **NEEDLED, acupuncture_reaction="severe"),
            clear("prior_reaction_moderate", **NEEDLED, acupuncture_reaction="mild"),
            clear("prior_reaction_moderate", acupuncture_reaction="moderate"),
            clear("prior_reaction_moderate", treatments_tried=["massage"], acupuncture_reaction="moderate"),
        ],
    ),
    *named(
        "minor",
        [
            only("minor", **PARENT, age=17),
            only("minor", **PARENT, age=12),
            only("minor", age=17, minor_independent="yes"),
            only("minor", age=15, minor_independent="yes"),
            only("minor", "answers_conflict", age=17),
            only("minor", "answers_conflict", age=17, minor_independent="no"),
            # under 15 the question is not asked, and a stale yes does not count
            only("minor", "answers_conflict", age=14, minor_independent="yes"),
            clear("minor", age=18),
            clear("minor", age=18, minor_independent="yes"),
            clear("minor", age=None),
        ],
    ),
    *named(
        "medicines_unread",
        [
            only("medicines_unread", meds_list="see photo"),
            only("medicines_unread", meds_list="a little white pill"),
            clear("medicines_unread", meds_list="lisinopril"),
            clear("medicines_unread", meds_list="none"),
            clear("medicines_unread", meds_list=None),
            quiet("medicines_unread", anything_else="see photo"),
        ],
    ),
]
