"""An update laid over the last full form: what stands, what is replaced, what ages, what is hidden."""

from typing import Any

from tests.intake.screening.truth.later.case import UPDATE, Later, headed

OSTEOPOROSIS: dict[str, Any] = {"conditions": ["osteoporosis"], "pain_onset": "sudden", "pain_duration": "under_4w"}
CANCER: dict[str, Any] = {"conditions": ["cancer_now"], "cancer_treatment": ["none"]}
SHOT: dict[str, Any] = {"treatments_tried": ["injection"]}
FEVER: dict[str, Any] = {
    "rf_fever": "yes",
    "rf_iv_drugs": "no",
    "rf_infection_recent": "no",
    "rf_procedure_recent": "no",
}
THINNER: dict[str, Any] = {"blood_thinner": "yes", "meds_list": None, "rf_bleeding_now": "no"}

CASES: list[Later] = [
    *headed(
        "no change",
        [
            UPDATE.only("lung_disease", intake={"conditions": ["lung_disease"]}),
            UPDATE.only("antiplatelet", intake={"med_types": ["antiplatelet"], "rf_bleeding_now": "no"}),
            UPDATE.only("advised_against", intake={"doctor_advised_against": "yes"}),
            UPDATE.only("minor", "answers_conflict", intake={"age": 17}),
            UPDATE.only("heart_valve", intake={"devices": ["heart_valve"]}),
            # until a red flag is answered anew the old answer counts
            UPDATE.only("rf_chest_or_aortic", intake={"rf_chest": "yes"}),
            UPDATE.only("red_flag_unsure", intake={"rf_tearing": "not_sure"}),
            UPDATE.only("rf_possible_dvt", intake={"rf_leg_swelling": "not_sure"}, days=100),
        ],
    ),
    *headed(
        "replaced",
        [
            UPDATE.only("rf_chest_or_aortic", rf_chest="yes"),
            UPDATE.only("rf_spine_fracture", rf_trauma="major_not_checked"),
            UPDATE.instead("rf_chest_or_aortic", intake={"rf_chest": "yes"}, rf_chest="no"),
            UPDATE.instead("skin_infection", intake={"skin": ["infected"], "skin_area": "arm"}, skin=["none"]),
            UPDATE.only("skin_infection", skin=["shingles"], skin_area="chest"),
            UPDATE.only("red_flag_unsure", intake={"rf_clumsy": "yes"}, rf_clumsy="not_sure"),
            UPDATE.fires("anticoagulant", blood_thinner="yes", inr_status="not_warfarin", rf_bleeding_now="no"),
            UPDATE.instead(
                "anticoagulant", intake={**THINNER, "inr_status": "not_warfarin"}, blood_thinner="stopped_past"
            ),
            UPDATE.only("pregnancy", intake={"pregnancy": "no"}, pregnancy="yes", pregnancy_warning="no"),
            UPDATE.only("postpartum", intake={"pregnancy": "yes"}, pregnancy="postpartum", postpartum_warning="no"),
            # an answer to a question that was not asked again replaces the old one all the same
            UPDATE.only("lung_disease", conditions=["lung_disease"]),
        ],
    ),
    *headed(
        "hidden",
        [
            # INR of the time when a blood thinner was taken
            UPDATE.instead(
                "anticoagulant_high_risk",
                intake={**THINNER, "inr_status": "above_range"},
                blood_thinner="no",
            ),
            UPDATE.fires("anticoagulant_high_risk", intake={**THINNER, "inr_status": "above_range"}),
            UPDATE.instead(
                "rf_pregnancy_warning", intake={"pregnancy": "yes", "pregnancy_warning": "yes"}, pregnancy="no"
            ),
            UPDATE.only("rf_pregnancy_warning", "pregnancy", intake={"pregnancy": "yes", "pregnancy_warning": "yes"}),
            UPDATE.instead("head_neck_warning", rf_head_neck=["new_headache"]),
            UPDATE.only("head_neck_warning", pain_areas=["neck"], rf_head_neck=["new_headache"]),
        ],
    ),
    *headed(
        "windows",
        [
            UPDATE.fires("spine_cord_or_instability", intake=OSTEOPOROSIS, days=28),
            UPDATE.instead("spine_cord_or_instability", "osteoporosis", intake=OSTEOPOROSIS, days=29),
            UPDATE.fires("possible_malignancy", intake={**CANCER, "pain_duration": "under_4w"}, days=29),
            UPDATE.fires("possible_malignancy", intake={**CANCER, "pain_duration": "under_4w"}, days=84),
            UPDATE.instead(
                "possible_malignancy", "cancer_history", intake={**CANCER, "pain_duration": "under_4w"}, days=85
            ),
            UPDATE.fires("possible_malignancy", intake={**CANCER, "pain_duration": "4_12w"}, days=84),
            UPDATE.instead(
                "possible_malignancy", "cancer_history", intake={**CANCER, "pain_duration": "4_12w"}, days=85
            ),
            UPDATE.shows("pain_duration", intake={"pain_duration": "3_12m"}, days=365),
            UPDATE.hides("pain_duration", intake={"pain_duration": "3_12m"}, days=366),
            UPDATE.hides("pain_duration", intake={"pain_duration": "under_4w"}, days=366),
            UPDATE.only("recent_spine_procedure", intake={"surgery": ["spine_last_12w"]}, days=84),
            UPDATE.instead(
                "recent_spine_procedure",
                "implant_or_spine_surgery",
                intake={"surgery": ["spine_last_12w"]},
                days=85,
            ),
            UPDATE.only("recent_surgery", intake={"surgery": ["other_last_6w"]}, days=42),
            UPDATE.instead("recent_surgery", intake={"surgery": ["other_last_6w"]}, days=43),
            UPDATE.only(
                "recent_surgery",
                "implant_or_spine_surgery",
                intake={"surgery": ["other_last_6w", "spine_older"]},
                days=42,
            ),
            UPDATE.only("recent_spine_procedure", intake={**SHOT, "injection_when": "last_2w"}, days=14),
            UPDATE.instead("recent_spine_procedure", intake={**SHOT, "injection_when": "last_2w"}, days=15),
            UPDATE.only("recent_spine_procedure", intake={**SHOT, "injection_when": "not_sure"}, days=500),
            UPDATE.fires("rf_spinal_infection", intake={**SHOT, "injection_when": "last_2w"}, days=84, **FEVER),
            UPDATE.instead(
                "rf_spinal_infection", "fever_illness", intake={**SHOT, "injection_when": "last_2w"}, days=85, **FEVER
            ),
            UPDATE.fires("rf_spinal_infection", intake={**SHOT, "injection_when": "2_12w"}, days=84, **FEVER),
            UPDATE.quiet("rf_spinal_infection", intake={**SHOT, "injection_when": "2_12w"}, days=85, **FEVER),
            # needles elsewhere: four weeks from the day of the answer, then nobody has asked
            *(
                row
                for said in ("yes", "not_sure")
                for row in (
                    UPDATE.fires("rf_spinal_infection", intake={**FEVER, "needled_recent": said}, days=28, **FEVER),
                    UPDATE.instead(
                        "rf_spinal_infection",
                        "fever_illness",
                        intake={**FEVER, "needled_recent": said},
                        days=29,
                        **FEVER,
                    ),
                )
            ),
            UPDATE.only(
                "recent_vascular_event",
                "answers_conflict",
                intake={"conditions": ["recent_event"]},
                days=92,
            ),
            UPDATE.instead(
                "recent_vascular_event", "cardio_renal_liver", intake={"conditions": ["recent_event"]}, days=93
            ),
            # what was answered anew is as old as the day
            UPDATE.only(
                "recent_spine_procedure",
                intake={"surgery": ["spine_last_12w"]},
                days=85,
                surgery=["spine_last_12w"],
            ),
        ],
    ),
]
