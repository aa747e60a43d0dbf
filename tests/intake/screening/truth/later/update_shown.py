"""Which questions an update asks, and what stays to be answered."""

from typing import Any

from tests.intake.screening.truth.later.case import UPDATE, Later, headed

TODAY = ("day_eaten", "day_substances", "day_feeling", "day_missed_dose")
NUMBERS = ("pain_now", "peg_pain", "peg_enjoy", "peg_activity")
NOTHING_TODAY: dict[str, Any] = dict.fromkeys(TODAY)
AGING = ("conditions", "pain_onset", "pain_duration", "surgery", "treatments_tried", "devices", "spine_dx")
OLD_FORM: dict[str, Any] = {"rf_breath_pain": None}
STEADY: dict[str, Any] = {"pain_duration": "over_1y"}
SHOT: dict[str, Any] = {"treatments_tried": ["injection"]}
NO_GERMS: dict[str, Any] = {"rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
THINNER: dict[str, Any] = {"blood_thinner": "yes", "inr_status": "not_warfarin", "meds_list": "Eliquis"}
DANGER_SIGNS = (
    *("rf_chest", "rf_breath_pain", "rf_tearing", "rf_stroke", "rf_leg_weak", "rf_saddle_numb", "rf_bladder_bowel"),
    *("rf_both_legs", "rf_leg_swelling", "rf_clumsy", "rf_fever", "rf_trauma", "rf_weight_loss", "rf_night_pain"),
)


def answered(code: str, value: str) -> dict[str, Any]:
    """One answer, for a row that is written once for several questions."""
    return {code: value}


CASES: list[Later] = [
    *headed(
        "shown",
        [
            UPDATE.shows("pain_areas", *DANGER_SIGNS, "pain_trend", "skin", "meds_list", "anything_else", *TODAY),
            UPDATE.hides(*AGING, "injection_when", "skin_area", "inr_status", "rf_bleeding_now", intake=STEADY),
            *(
                UPDATE.shows(*AGING, intake=STEADY, day_new_event=[value])
                for value in (
                    *("spine_shot", "surgery", "seizure", "device", "hospital_heart_clot"),
                    *("cancer", "other", "not_sure"),
                )
            ),
            UPDATE.hides(*AGING, intake=STEADY, day_new_event=None),
            # what has a time window
            UPDATE.shows("conditions", intake={**STEADY, "conditions": ["recent_event"]}),
            UPDATE.hides("conditions", intake={**STEADY, "conditions": ["heart_disease"]}),
            UPDATE.hides("conditions", intake={**STEADY, "conditions": ["recent_event"]}, days=93),
            *(
                UPDATE.shows("pain_duration", intake={"pain_duration": value})
                for value in ("under_4w", "4_12w", "3_12m")
            ),
            UPDATE.hides("pain_duration", intake={"pain_duration": "over_1y"}),
            UPDATE.shows("surgery", intake={"surgery": ["spine_last_12w"]}),
            UPDATE.shows("surgery", intake={"surgery": ["other_last_6w"]}),
            UPDATE.hides("surgery", intake={"surgery": ["spine_older"]}),
            UPDATE.hides("surgery", intake={"surgery": ["other_last_6w"]}, days=43),
            *(
                UPDATE.shows("injection_when", intake={**SHOT, "injection_when": value})
                for value in ("last_2w", "2_12w", "not_sure")
            ),
            UPDATE.hides("injection_when", intake={**SHOT, "injection_when": "older"}),
            UPDATE.shows("injection_when", intake={**SHOT, "injection_when": "older"}, day_new_event=["spine_shot"]),
            UPDATE.hides("injection_when", day_new_event=["spine_shot"]),
            UPDATE.shows("injection_when", day_new_event=["spine_shot"], treatments_tried=["injection"]),
            # the pain in numbers, when the record of the visit says so
            UPDATE.shows(*NUMBERS, numbers_due="yes"),
            UPDATE.hides(*NUMBERS, numbers_due="no"),
            UPDATE.hides(*NUMBERS, day_new_event=["other"]),
            # the lists that grew, once, after a form that did not have them
            UPDATE.shows("devices", "spine_dx", "rf_breath_pain", intake=OLD_FORM),
            UPDATE.hides("devices", "spine_dx"),
            UPDATE.shows("devices", "spine_dx", intake=OLD_FORM, rf_breath_pain="no", devices=["none"]),
            # show-ifs of the full form
            UPDATE.shows("rf_head_neck", pain_areas=["neck"]),
            UPDATE.shows("rf_head_neck", intake={"age": 50}),
            UPDATE.hides("rf_head_neck", intake={"age": 49}),
            UPDATE.shows("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent", rf_fever="yes_gone"),
            UPDATE.hides("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent"),
            UPDATE.shows("organ_pain_checked", pain_areas=["chest"]),
            UPDATE.hides("organ_pain_checked"),
            UPDATE.shows("weak_checked", rf_leg_weak="weeks_stable"),
            UPDATE.hides("weak_checked", rf_leg_weak="old_stable"),
            UPDATE.shows("skin_area", skin=["shingles"]),
            UPDATE.shows("skin_area", intake={"skin": ["shingles"], "skin_area": "chest"}),
            UPDATE.hides("skin_area", intake={"skin": ["shingles"], "skin_area": "chest"}, skin=["none"]),
            UPDATE.shows("inr_status", "rf_bleeding_now", anything_else="warfarin"),
            UPDATE.shows("inr_status", "rf_bleeding_now", intake={"anything_else": "warfarin"}),
            UPDATE.shows("pregnancy", "pregnancy_weeks", "pregnancy_warning", pregnancy="yes"),
            UPDATE.hides("pregnancy", intake={"age": 61}),
            UPDATE.shows("postpartum_warning", pregnancy="postpartum"),
            UPDATE.shows("early_preg_warning", pregnancy="trying"),
        ],
    ),
    *headed(
        "unanswered",
        [
            UPDATE.leaves(),
            UPDATE.leaves("day_new_event", day_new_event=None),
            UPDATE.leaves(*TODAY, **NOTHING_TODAY),
            # an old Yes or Not sure may not be called unchanged
            *(UPDATE.leaves(flag, intake={flag: "yes"}) for flag in ("rf_chest", "rf_saddle_numb", "rf_clumsy")),
            UPDATE.leaves("rf_breath_pain", intake={"rf_breath_pain": "not_sure"}),
            UPDATE.leaves("rf_trauma", intake={"rf_trauma": "minor"}),
            UPDATE.leaves("rf_leg_weak", intake={"rf_leg_weak": "old_stable"}),
            UPDATE.leaves(intake={"rf_chest": "yes"}, rf_chest="no"),
            UPDATE.leaves(intake={"rf_chest": "yes"}, rf_chest="yes"),
            UPDATE.leaves(intake={"age": 70, "rf_head_neck": ["none"]}),
            UPDATE.leaves("rf_head_neck", intake={"age": 70, "rf_head_neck": ["new_headache"]}),
            UPDATE.leaves("rf_head_neck", intake={"age": 70, "rf_head_neck": ["none", "not_sure"]}),
            UPDATE.leaves("rf_head_neck", intake={"age": 70}),
            # what is not a red flag may stand
            UPDATE.leaves(intake={"pain_trend": "worse", "skin": ["infected"], "skin_area": "arm"}),
            UPDATE.leaves("skin_area", skin=["infected"]),
            UPDATE.leaves("weak_checked", rf_leg_weak="weeks_stable"),
            UPDATE.leaves("organ_pain_checked", pain_areas=["abdomen"]),
            UPDATE.leaves("rf_iv_drugs", "rf_infection_recent", "rf_procedure_recent", rf_night_pain="yes"),
            UPDATE.leaves("pregnancy_warning", pregnancy="yes"),
            UPDATE.leaves("inr_status", "rf_bleeding_now", blood_thinner="yes"),
            UPDATE.leaves("rf_night_pain", intake={"rf_night_pain": "yes", **NO_GERMS}),
            UPDATE.leaves(
                *("rf_night_pain", "rf_iv_drugs", "rf_infection_recent"),
                intake={"rf_night_pain": "yes", **dict.fromkeys(NO_GERMS, "yes")},
            ),
            UPDATE.leaves(intake={**THINNER, "rf_bleeding_now": "no"}),
            UPDATE.leaves("rf_bleeding_now", intake={**THINNER, "rf_bleeding_now": "not_sure"}),
            *(
                row
                for pregnancy, warning in (
                    ("yes", "pregnancy_warning"),
                    ("postpartum", "postpartum_warning"),
                    ("trying", "early_preg_warning"),
                )
                for row in (
                    UPDATE.leaves(intake={"pregnancy": pregnancy, warning: "no"}),
                    UPDATE.leaves(warning, intake={"pregnancy": pregnancy, warning: "yes"}),
                    UPDATE.leaves(intake={"pregnancy": pregnancy, warning: "yes"}, **answered(warning, "no")),
                )
            ),
            # an old number never stands for a new one
            UPDATE.leaves(*NUMBERS, numbers_due="yes"),
            UPDATE.leaves(*NUMBERS[1:], numbers_due="yes", pain_now=3),
            # shown because of the event, not because the form is old: the old answers may stand
            UPDATE.leaves(day_new_event=["device"]),
            # a form of the time before these were asked
            UPDATE.leaves("rf_breath_pain", "devices", "spine_dx", intake=OLD_FORM),
            UPDATE.leaves("spine_dx", intake=OLD_FORM, rf_breath_pain="no", devices=["none"]),
            UPDATE.leaves(intake=OLD_FORM, rf_breath_pain="no", devices=["none"], spine_dx=["none"]),
        ],
    ),
]
