"""The hold rules that read medicines, and the spine rule that reads them too."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, quiet

THINNER: dict[str, Value] = {"blood_thinner": "yes", "inr_status": "not_warfarin", "rf_bleeding_now": "no"}
STOPPED: dict[str, Value] = {"blood_thinner": "stopped_recent", "rf_bleeding_now": "no"}
NO_THINNER_ANSWER: dict[str, Value] = {"blood_thinner": None}
CANCER: dict[str, Value] = {"conditions": ["cancer_now"]}
CRACK: dict[str, Value] = {"pain_onset": "lifting", "pain_duration": "under_4w"}

CASES: list[Case] = [
    *named(
        "seizure_disorder",
        [
            only("seizure_disorder", seizure="active"),
            only("seizure_disorder", seizure="past_10y"),
            only("seizure_disorder", seizure="not_sure"),
            only("seizure_disorder", seizure=None, med_types=None, meds_list="Keppra 500 mg"),
            only("seizure_disorder", "answers_conflict", meds_list="Keppra 500 mg"),
            only("seizure_disorder", seizure=None, anything_else="I have epilepsy"),
            only("seizure_disorder", "answers_conflict", anything_else="I have epilepsy"),
            only("seizure_disorder", "answers_conflict", med_types=["seizure_med"]),
            only("seizure_disorder", seizure=None, med_types=["seizure_med"]),
            only("seizure_disorder", "answers_conflict", seizure="remote", med_types=["seizure_med"]),
            only("seizure_disorder", "answers_conflict", seizure="remote", meds_list="gabapentin 300"),
            only(
                "seizure_disorder",
                "answers_conflict",
                seizure="remote",
                med_types=["seizure_med"],
                meds_list="gabapentin 300",
            ),
            only("seizure_disorder", seizure="active", meds_list="lamotrigine"),
            instead("seizure_disorder", "seizure_remote", seizure="remote"),
            instead("seizure_disorder", "anticonvulsant_other_use", meds_list="gabapentin 300"),
            instead(
                "seizure_disorder", "anticonvulsant_other_use", med_types=["seizure_med"], meds_list="gabapentin 300"
            ),
            instead("seizure_disorder", "text_hit_review", meds_list="no Keppra"),
            clear("seizure_disorder", anything_else="no epilepsy"),
            clear("seizure_disorder", seizure=None),
        ],
    ),
    *named(
        "neutropenia_risk",
        [
            only("neutropenia_risk", conditions=["low_white_cells"]),
            only("neutropenia_risk", "cancer_history", **CANCER, cancer_treatment=["chemo_6w"]),
            only("neutropenia_risk", "cancer_history", **CANCER, cancer_treatment=["not_sure"]),
            only("neutropenia_risk", "cancer_history", **CANCER, cancer_treatment=["radiation_6w", "chemo_6w"]),
            only("neutropenia_risk", "cancer_history", conditions=["cancer_past"], cancer_treatment=["chemo_6w"]),
            only("neutropenia_risk", "answers_conflict", med_types=["chemo"]),
            only("neutropenia_risk", "cancer_history", **CANCER, cancer_treatment=["none"], med_types=["chemo"]),
            only("neutropenia_risk", "answers_conflict", meds_list="Xeloda"),
            only(
                "neutropenia_risk",
                "cancer_history",
                **CANCER,
                cancer_treatment=["other"],
                med_types=None,
                meds_list="Xeloda",
            ),
            only("neutropenia_risk", anything_else="finished chemo 4 weeks ago"),
            only("neutropenia_risk", meds_list="Neulasta"),
            only("neutropenia_risk", anything_else="my doctor said neutropenia", conditions=None),
            only("neutropenia_risk", "answers_conflict", anything_else="low white count"),
            instead("neutropenia_risk", "cancer_history", **CANCER, cancer_treatment=["radiation_6w"]),
            instead("neutropenia_risk", "cancer_history", **CANCER, cancer_treatment=["immunotherapy", "other"]),
            instead("neutropenia_risk", "cancer_history", **CANCER, cancer_treatment=["none"]),
            instead("neutropenia_risk", "text_hit_review", anything_else="finished chemo 7 weeks ago"),
            clear("neutropenia_risk", cancer_treatment=["chemo_6w"]),
            instead("neutropenia_risk", "answers_conflict", meds_list="tamoxifen and Herceptin"),
        ],
    ),
    *named(
        "anticoagulant_high_risk",
        [
            only("anticoagulant_high_risk", "anticoagulant", "antiplatelet", **THINNER, med_types=["antiplatelet"]),
            only(
                "anticoagulant_high_risk",
                "anticoagulant",
                "minor_bleeding_risk_med",
                **THINNER,
                med_types=["aspirin_daily"],
            ),
            only(
                "anticoagulant_high_risk",
                "anticoagulant",
                "minor_bleeding_risk_med",
                **THINNER,
                med_types=["nsaid_most_days"],
            ),
            only(
                "anticoagulant_high_risk", "anticoagulant", "minor_bleeding_risk_med", **THINNER, meds_list="aspirin 81"
            ),
            only(
                "anticoagulant_high_risk", "anticoagulant", "bleeding_disorder", **THINNER, bleeding=["low_platelets"]
            ),
            only("anticoagulant_high_risk", "anticoagulant", "easy_bleeding", **THINNER, bleeding=["easy_bleeding"]),
            only(
                "anticoagulant_high_risk",
                "anticoagulant",
                "cardio_renal_liver",
                **THINNER,
                conditions=["liver_disease"],
            ),
            only(
                "anticoagulant_high_risk",
                "anticoagulant",
                "cardio_renal_liver",
                **THINNER,
                conditions=["kidney_disease"],
            ),
            only("anticoagulant_high_risk", "anticoagulant", blood_thinner="yes", inr_status="above_range"),
            only("anticoagulant_high_risk", "anticoagulant", blood_thinner="yes", inr_status="not_sure"),
            only("anticoagulant_high_risk", "anticoagulant", **NO_THINNER_ANSWER, meds_list="warfarin"),
            only(
                "anticoagulant_high_risk",
                "anticoagulant",
                "answers_conflict",
                blood_thinner="yes",
                inr_status="not_warfarin",
                meds_list="Coumadin 5 mg",
            ),
            only("anticoagulant_high_risk", "anticoagulant", "minor_bleeding_risk_med", **THINNER, meds_list="ginkgo"),
            fires("anticoagulant_high_risk", "neutropenia_risk", **THINNER, meds_list="Imbruvica"),
            only("anticoagulant_high_risk", "anticoagulant", **THINNER, pain_onset="sudden", pain_duration="under_4w"),
            only(
                "anticoagulant_high_risk",
                "blood_thinner_stopped",
                "minor_bleeding_risk_med",
                **STOPPED,
                med_types=["aspirin_daily"],
            ),
            only(
                "anticoagulant_high_risk",
                "blood_thinner_stopped",
                **STOPPED,
                pain_onset="sudden",
                pain_duration="under_4w",
            ),
            only(
                "anticoagulant_high_risk",
                "anticoagulant",
                "cardio_renal_liver",
                blood_thinner="not_sure",
                conditions=["kidney_disease"],
            ),
            only(
                "anticoagulant_high_risk",
                "blood_thinner_stopped",
                "antiplatelet",
                blood_thinner="no",
                med_types=["antiplatelet"],
                anything_else="stopped Brilinta yesterday",
            ),
            instead("anticoagulant_high_risk", "anticoagulant", **THINNER),
            instead("anticoagulant_high_risk", "anticoagulant", blood_thinner="yes", inr_status="in_range"),
            instead("anticoagulant_high_risk", "anticoagulant", blood_thinner="yes", inr_status="below_range"),
            instead(
                "anticoagulant_high_risk",
                "anticoagulant",
                blood_thinner="yes",
                inr_status="in_range",
                meds_list="warfarin 5 mg",
            ),
            instead(
                "anticoagulant_high_risk",
                "anticoagulant",
                blood_thinner="yes",
                inr_status="below_range",
                meds_list="warfarin 5 mg",
            ),
            instead(
                "anticoagulant_high_risk",
                "anticoagulant",
                **NO_THINNER_ANSWER,
                meds_list="warfarin 5 mg",
                inr_status="in_range",
            ),
            instead("anticoagulant_high_risk", "blood_thinner_stopped", **STOPPED),
            # a stopped herb is past for the herbs that move blood, though it still counts as a supplement
            instead(
                "anticoagulant_high_risk",
                "anticoagulant",
                "minor_bleeding_risk_med",
                **THINNER,
                meds_list="stopped ginkgo yesterday",
            ),
            only(
                "anticoagulant_high_risk",
                "anticoagulant",
                "minor_bleeding_risk_med",
                **THINNER,
                meds_list="stopped aspirin yesterday",
            ),
            instead(
                "anticoagulant_high_risk", "blood_thinner_stopped", **STOPPED, meds_list="stopped warfarin yesterday"
            ),
            instead("anticoagulant_high_risk", "anticoagulant", **THINNER, pain_onset="sudden"),
            instead("anticoagulant_high_risk", "anticoagulant", **THINNER, pain_onset="sudden", pain_duration="4_12w"),
            instead("anticoagulant_high_risk", "anticoagulant", **THINNER, pain_duration="under_4w"),
            instead(
                "anticoagulant_high_risk",
                "anticoagulant",
                "cardio_renal_liver",
                **THINNER,
                conditions=["heart_disease"],
            ),
            instead(
                "anticoagulant_high_risk", "anticoagulant", "bleeding_carrier", **THINNER, bleeding=["carrier_family"]
            ),
            instead(
                "anticoagulant_high_risk", "anticoagulant", "minor_bleeding_risk_med", **THINNER, meds_list="fish oil"
            ),
            instead(
                "anticoagulant_high_risk",
                "anticoagulant",
                "minor_bleeding_risk_med",
                **THINNER,
                meds_list="Pepto Bismol",
            ),
            instead("anticoagulant_high_risk", "anticoagulant", **THINNER, med_types=["supplements_herbs"]),
            instead("anticoagulant_high_risk", "anticoagulant", **THINNER, meds_list="Voltaren gel"),
            instead(
                "anticoagulant_high_risk",
                "antiplatelet",
                "minor_bleeding_risk_med",
                med_types=["antiplatelet", "aspirin_daily"],
            ),
            clear("anticoagulant_high_risk", inr_status="above_range"),
            clear("anticoagulant_high_risk", blood_thinner="stopped_past", inr_status="above_range"),
        ],
    ),
    *named(
        "blood_thinner_stopped",
        [
            only("blood_thinner_stopped", blood_thinner="stopped_recent"),
            only("blood_thinner_stopped", **NO_THINNER_ANSWER, meds_list="stopped Eliquis 3 days ago"),
            only("blood_thinner_stopped", "answers_conflict", meds_list="stopped Eliquis 3 days ago"),
            only("blood_thinner_stopped", meds_list="stopped Plavix 5 days ago"),
            only("blood_thinner_stopped", **NO_THINNER_ANSWER, meds_list="I stopped my blood thinner for this visit"),
            instead("blood_thinner_stopped", "text_hit_review", meds_list="stopped Eliquis 3 weeks ago"),
            instead("blood_thinner_stopped", "text_hit_review", meds_list="stopped Plavix last year"),
            clear("blood_thinner_stopped", blood_thinner="stopped_past"),
            instead("blood_thinner_stopped", "anticoagulant", blood_thinner="not_sure"),
            instead("blood_thinner_stopped", "minor_bleeding_risk_med", meds_list="stopped aspirin yesterday"),
            clear("blood_thinner_stopped", meds_list="stopped aspirin 3 weeks ago"),
        ],
    ),
    *named(
        "spine_cord_or_instability",
        [
            only("spine_cord_or_instability", spine_dx=["instability"]),
            only("spine_cord_or_instability", spine_dx=["fracture"]),
            only("spine_cord_or_instability", spine_dx=["cord_injury"]),
            only("spine_cord_or_instability", spine_dx=None, anything_else="spinal cord injury at T6"),
            only("spine_cord_or_instability", "answers_conflict", anything_else="paraplegic since a crash"),
            only("spine_cord_or_instability", rf_clumsy="yes"),
            only("spine_cord_or_instability", rf_leg_weak="weeks_stable"),
            only("spine_cord_or_instability", rf_leg_weak="not_sure"),
            # a small fall with weak bones, steroids or age
            only("spine_cord_or_instability", "osteoporosis", rf_trauma="minor", conditions=["osteoporosis"]),
            only("spine_cord_or_instability", "osteoporosis", rf_trauma="minor", meds_list="Fosamax on Sundays"),
            only("spine_cord_or_instability", "immunosuppressed", rf_trauma="minor", med_types=["steroid_pills"]),
            only(
                "spine_cord_or_instability",
                "immunosuppressed",
                rf_trauma="minor",
                med_types=None,
                meds_list="prednisone 10 mg",
            ),
            only("spine_cord_or_instability", rf_trauma="minor", age=70),
            only("spine_cord_or_instability", rf_trauma="minor", age=71),
            clear("spine_cord_or_instability", rf_trauma="minor", age=69),
            clear("spine_cord_or_instability", rf_trauma="minor", age=None),
            clear("spine_cord_or_instability", rf_trauma="no", age=70),
            clear("spine_cord_or_instability", rf_trauma="major_checked", age=70),
            instead("spine_cord_or_instability", "red_flag_unsure", rf_trauma="not_sure", age=70),
            instead(
                "spine_cord_or_instability", "osteoporosis", rf_trauma="major_checked", conditions=["osteoporosis"]
            ),
            instead(
                "spine_cord_or_instability", "immunosuppressed", rf_trauma="major_checked", med_types=["steroid_pills"]
            ),
            instead("spine_cord_or_instability", "immunosuppressed", rf_trauma="minor", med_types=["immune_med"]),
            # a fall, small or checked, with blood that does not clot well
            only("spine_cord_or_instability", "anticoagulant", **THINNER, rf_trauma="minor"),
            only("spine_cord_or_instability", "anticoagulant", **THINNER, rf_trauma="major_checked"),
            only("spine_cord_or_instability", "bleeding_disorder", bleeding=["diagnosed"], rf_trauma="minor"),
            only(
                "spine_cord_or_instability", "bleeding_disorder", bleeding=["low_platelets"], rf_trauma="major_checked"
            ),
            only("spine_cord_or_instability", "blood_thinner_stopped", **STOPPED, rf_trauma="minor"),
            only("spine_cord_or_instability", "blood_thinner_stopped", **STOPPED, rf_trauma="major_checked"),
            instead("spine_cord_or_instability", "anticoagulant", **THINNER, rf_trauma="no"),
            instead("spine_cord_or_instability", "anticoagulant", "red_flag_unsure", **THINNER, rf_trauma="not_sure"),
            instead(
                "spine_cord_or_instability",
                "rf_spine_fracture",
                "anticoagulant",
                **THINNER,
                rf_trauma="major_not_checked",
            ),
            instead("spine_cord_or_instability", "antiplatelet", med_types=["antiplatelet"], rf_trauma="minor"),
            instead("spine_cord_or_instability", "easy_bleeding", bleeding=["easy_bleeding"], rf_trauma="minor"),
            # a crack while lifting
            only("spine_cord_or_instability", "osteoporosis", **CRACK, conditions=["osteoporosis"]),
            only("spine_cord_or_instability", "immunosuppressed", **CRACK, med_types=["steroid_pills"]),
            only(
                "spine_cord_or_instability",
                "osteoporosis",
                pain_onset="sudden",
                pain_duration="under_4w",
                conditions=["osteoporosis"],
            ),
            only(
                "spine_cord_or_instability",
                "immunosuppressed",
                pain_onset="sudden",
                pain_duration="under_4w",
                med_types=None,
                meds_list="Medrol 4 mg",
            ),
            clear("spine_cord_or_instability", **CRACK),
            instead(
                "spine_cord_or_instability",
                "osteoporosis",
                pain_onset="gradual",
                pain_duration="under_4w",
                conditions=["osteoporosis"],
            ),
            instead(
                "spine_cord_or_instability",
                "osteoporosis",
                pain_onset="sudden",
                pain_duration="4_12w",
                conditions=["osteoporosis"],
            ),
            instead("spine_cord_or_instability", "immunosuppressed", **CRACK, med_types=["immune_med"]),
            clear("spine_cord_or_instability", spine_dx=["fracture_old"]),
            clear("spine_cord_or_instability", spine_dx=["arthritis"]),
            instead("spine_cord_or_instability", "red_flag_unsure", rf_clumsy="not_sure"),
            instead("spine_cord_or_instability", "history_unsure", spine_dx=["not_sure"]),
            quiet("spine_cord_or_instability", rf_leg_weak="new_or_worse"),
            quiet("spine_cord_or_instability", rf_leg_weak="old_stable"),
        ],
    ),
]
