"""Which questions a person is asked, and what is still to be answered (never a matter of tier)."""

from tests.intake.screening.truth.case import Case, Value, hides, leaves, named, shows

LIST: dict[str, Value] = {"blood_thinner": None}
AFTER_FEVER = ("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent")
NEEDLED: dict[str, Value] = {"treatments_tried": ["acupuncture"]}
GUARDIAN = ("guardian_name", "guardian_signature")

CASES: list[Case] = [
    *named(
        "show minor_independent",
        [
            *[shows("minor_independent", age=age) for age in (15, 16, 17)],
            *[hides("minor_independent", age=age) for age in (0, 14, 18, 42, None)],
        ],
    ),
    *[
        row
        for code in (*GUARDIAN, "guardian_phone", "guardian_present")
        for row in named(
            f"show {code}",
            [
                *[shows(code, age=age) for age in (0, 14, 15, 17)],
                *[hides(code, age=age) for age in (18, 42, None)],
                shows(code, age=16, minor_independent="no"),
                hides(code, age=16, minor_independent="yes"),
                shows(code, age=14, minor_independent="yes"),
                hides(code, age=19, minor_independent="no"),
            ],
        )
    ],
    *named(
        "show rf_head_neck",
        [
            shows("rf_head_neck", pain_areas=["neck"]),
            shows("rf_head_neck", pain_areas=["low_back", "neck"]),
            hides("rf_head_neck", pain_areas=["upper_back", "arm_left"]),
            hides("rf_head_neck", pain_areas=None),
            shows("rf_head_neck", age=50),
            shows("rf_head_neck", age=88, pain_areas=None),
            hides("rf_head_neck", age=49),
            hides("rf_head_neck", age=None),
        ],
    ),
    *[
        row
        for code in AFTER_FEVER
        for row in named(
            f"show {code}",
            [
                *[shows(code, rf_fever=answer) for answer in ("yes", "yes_gone", "not_sure")],
                *[shows(code, rf_night_pain=answer) for answer in ("yes", "not_sure")],
                *[shows(code, rf_weight_loss=answer) for answer in ("yes", "not_sure")],
                hides(code, rf_weight_loss="explained"),
                hides(code),
                hides(code, rf_fever=None, rf_night_pain=None, rf_weight_loss=None),
            ],
        )
    ],
    *named(
        "show skin_area",
        [
            *[
                shows("skin_area", skin=[value])
                for value in ("infected", "open_wound", "shingles", "eczema_psoriasis", "scars_fragile")
            ],
            shows("skin_area", skin=["none", "infected"]),
            hides("skin_area", skin=["none"]),
            hides("skin_area", skin=None),
        ],
    ),
    *named(
        "show organ_pain_checked",
        [
            *[shows("organ_pain_checked", pain_areas=[value]) for value in ("chest", "abdomen")],
            shows("organ_pain_checked", pain_areas=["low_back", "abdomen"]),
            hides("organ_pain_checked", pain_areas=["neck", "upper_back", "mid_back", "other"]),
            hides("organ_pain_checked", pain_areas=None),
        ],
    ),
    *named(
        "show weak_checked",
        [
            shows("weak_checked", rf_leg_weak="weeks_stable"),
            *[hides("weak_checked", rf_leg_weak=value) for value in ("no", "new_or_worse", "old_stable", "not_sure")],
            hides("weak_checked", rf_leg_weak=None),
        ],
    ),
    *named(
        "show needled_recent",
        [
            *[shows("needled_recent", rf_fever=value) for value in ("yes", "yes_gone", "not_sure")],
            hides("needled_recent", rf_fever="no"),
            hides("needled_recent", rf_fever=None, rf_night_pain="yes"),
        ],
    ),
    *named(
        "show cancer_treatment",
        [
            shows("cancer_treatment", conditions=["cancer_now"]),
            shows("cancer_treatment", conditions=["cancer_past"]),
            hides("cancer_treatment", conditions=["lymphedema"]),
            hides("cancer_treatment", conditions=["none"]),
        ],
    ),
    *named(
        "show lymph_side",
        [
            shows("lymph_side", conditions=["lymphedema"]),
            hides("lymph_side", conditions=["none"]),
            hides("lymph_side", conditions=["cancer_now"]),
            # only the tick asks which side, not the text
            hides("lymph_side", anything_else="lymphedema"),
        ],
    ),
    *named(
        "show inr_status",
        [
            shows("inr_status", blood_thinner="yes"),
            shows("inr_status", blood_thinner="not_sure"),
            *[hides("inr_status", blood_thinner=answer) for answer in ("no", "only_aspirin_plavix", "stopped_recent")],
            hides("inr_status", blood_thinner="stopped_past"),
            shows("inr_status", blood_thinner="no", meds_list="Coumadin"),
            shows("inr_status", **LIST, anything_else="I take sintrom"),
            hides("inr_status", **LIST, meds_list="Eliquis"),
            hides("inr_status", **LIST, meds_list="stopped warfarin yesterday"),
            hides("inr_status", **LIST, meds_list="my mother takes warfarin"),
        ],
    ),
    *named(
        "show rf_bleeding_now",
        [
            *[shows("rf_bleeding_now", blood_thinner=answer) for answer in ("yes", "not_sure", "stopped_recent")],
            *[
                hides("rf_bleeding_now", blood_thinner=answer)
                for answer in ("no", "only_aspirin_plavix", "stopped_past")
            ],
            shows("rf_bleeding_now", med_types=["antiplatelet"]),
            shows("rf_bleeding_now", med_types=["nsaid_most_days"]),
            hides("rf_bleeding_now", med_types=["aspirin_daily", "supplements_herbs"]),
            shows("rf_bleeding_now", meds_list="Eliquis"),
            shows("rf_bleeding_now", meds_list="stopped Eliquis yesterday"),
            shows("rf_bleeding_now", meds_list="Brilinta"),
            hides("rf_bleeding_now", meds_list="stopped Brilinta yesterday"),
            hides("rf_bleeding_now", meds_list="no Eliquis, no Plavix"),
            hides("rf_bleeding_now", meds_list="aspirin"),
        ],
    ),
    *named(
        "show allergies_other",
        [
            *[
                shows("allergies_other", allergies=[value])
                for value in ("metal", "latex", "adhesive", "antiseptic", "medicine", "other")
            ],
            hides("allergies_other", allergies=["none"]),
        ],
    ),
    *named(
        "show pregnancy",
        [
            *[shows("pregnancy", age=age) for age in (10, 11, 59, 60)],
            *[hides("pregnancy", age=age) for age in (9, 61, None)],
        ],
    ),
    *named(
        "show pregnancy_weeks",
        [
            shows("pregnancy_weeks", pregnancy="yes"),
            *[hides("pregnancy_weeks", pregnancy=answer) for answer in ("maybe", "no", "not_possible", "postpartum")],
            hides("pregnancy_weeks", anything_else="I am pregnant"),
        ],
    ),
    *named(
        "show pregnancy_warning",
        [
            *[shows("pregnancy_warning", pregnancy=answer) for answer in ("yes", "maybe")],
            *[
                hides("pregnancy_warning", pregnancy=answer)
                for answer in ("no", "not_possible", "trying", "postpartum")
            ],
        ],
    ),
    *named(
        "show postpartum_warning",
        [
            shows("postpartum_warning", pregnancy="postpartum"),
            *[hides("postpartum_warning", pregnancy=answer) for answer in ("yes", "maybe", "no", "not_possible")],
        ],
    ),
    *named(
        "show early_preg_warning",
        [
            *[shows("early_preg_warning", pregnancy=answer) for answer in ("trying", "prefer_not")],
            *[hides("early_preg_warning", pregnancy=answer) for answer in ("yes", "maybe", "no", "not_possible")],
        ],
    ),
    *named(
        "show injection_when",
        [
            shows("injection_when", treatments_tried=["injection", "massage"]),
            hides("injection_when", treatments_tried=["massage", "acupuncture"]),
            hides("injection_when", treatments_tried=["none"]),
        ],
    ),
    *named(
        "show acupuncture_reaction",
        [
            shows("acupuncture_reaction", **NEEDLED),
            hides("acupuncture_reaction", treatments_tried=["none"]),
            hides("acupuncture_reaction", treatments_tried=["injection"]),
        ],
    ),
    *named(
        "show reaction_detail",
        [
            *[shows("reaction_detail", **NEEDLED, acupuncture_reaction=answer) for answer in ("moderate", "severe")],
            *[hides("reaction_detail", **NEEDLED, acupuncture_reaction=answer) for answer in ("none", "mild")],
            # hidden behind a hidden question
            hides("reaction_detail", treatments_tried=["none"], acupuncture_reaction="severe"),
        ],
    ),
    *named(
        "show imaging_when",
        [
            *[shows("imaging_when", imaging=[value]) for value in ("xray", "mri", "ct", "other")],
            hides("imaging_when", imaging=["none"]),
            hides("imaging_when", imaging=None),
        ],
    ),
    *named(
        "show provider_contact",
        [
            shows("provider_contact", share_permission="yes"),
            hides("provider_contact", share_permission="no"),
            hides("provider_contact"),
        ],
    ),
    *named(
        "unanswered",
        [
            leaves(),
            leaves("rf_chest", rf_chest=None),
            leaves("full_name", "rf_chest", rf_chest=None, full_name=None),  # in the order of the form
            leaves("meds_list", meds_list=""),
            leaves("bleeding", bleeding=[]),
            leaves("consent_truth", consent_truth=None),
            leaves("date_of_birth", age=None),
            leaves(email=None, emergency_contact=None, anything_else=None),
            leaves(rf_head_neck=None),
            leaves("rf_head_neck", pain_areas=["neck"]),
            leaves("skin_area", skin=["infected"]),
            leaves("cancer_treatment", "lymph_side", conditions=["cancer_now", "lymphedema"]),
            leaves("inr_status", "rf_bleeding_now", blood_thinner="yes", meds_list="Eliquis"),
            leaves("rf_bleeding_now", blood_thinner="stopped_recent"),
            leaves("blood_thinner", "inr_status", "rf_bleeding_now", **LIST, meds_list="warfarin"),
            leaves("blood_thinner", "rf_bleeding_now", **LIST, meds_list="stopped warfarin today"),
            leaves("rf_bleeding_now", meds_list="Plavix"),
            leaves(meds_list="no Plavix"),
            leaves(*AFTER_FEVER, rf_night_pain="not_sure"),
            leaves(rf_weight_loss="explained"),
            leaves("pregnancy_warning", pregnancy="yes"),
            leaves("postpartum_warning", pregnancy="postpartum"),
            leaves("early_preg_warning", pregnancy="trying"),
            leaves("injection_when", "acupuncture_reaction", treatments_tried=["injection", "acupuncture"]),
            leaves("reaction_detail", **NEEDLED, acupuncture_reaction="moderate"),
            leaves(*GUARDIAN, age=17),
            leaves(age=17, minor_independent="yes"),
            leaves(*GUARDIAN, age=9),
            leaves("rf_head_neck", age=61),
            leaves(age=61, rf_head_neck=["none"]),
            leaves("pregnancy", age=60, rf_head_neck=["none"], pregnancy=None),
            leaves("organ_pain_checked", pain_areas=["chest"]),
            leaves("weak_checked", rf_leg_weak="weeks_stable"),
            leaves("needled_recent", *AFTER_FEVER, rf_fever="not_sure"),
            leaves(allergies=["latex"]),
            leaves(share_permission="yes", imaging=["mri"]),
            *[
                leaves(code, **{code: None})
                for code in (
                    *("full_name", "phone", "form_filler", "interpreter", "pain_areas", "rf_chest", "rf_breath_pain"),
                    *("rf_tearing", "rf_stroke", "rf_leg_weak", "rf_saddle_numb", "rf_bladder_bowel", "rf_both_legs"),
                    *("rf_leg_swelling", "rf_clumsy", "rf_fever", "rf_trauma", "rf_weight_loss", "rf_night_pain"),
                    *("pain_onset", "pain_duration", "pain_trend", "pain_now", "peg_pain", "peg_enjoy", "peg_activity"),
                    *("bleeding", "seizure", "skin", "devices", "implants", "conditions", "spine_dx", "surgery"),
                    *("blood_thinner", "med_types", "meds_list", "allergies", "pregnancy", "treatments_tried"),
                    *("imaging", "needle_feelings", "doctor_advised_against", "consent_truth", "consent_risks"),
                    *("consent_privacy", "signature"),
                )
                if code not in ("rf_chest", "consent_truth")
            ],
        ],
    ),
]
