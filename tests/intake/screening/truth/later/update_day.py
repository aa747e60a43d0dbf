"""The ten rules about the day of a visit: every value, both sides of every edge."""

from typing import Any

from tests.intake.screening.truth.later.case import UPDATE, Later, headed

NO_GERMS: dict[str, Any] = {"rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
FEVER: dict[str, Any] = {"rf_fever": "yes", **NO_GERMS}
UNSURE: dict[str, Any] = {"rf_fever": "not_sure", **NO_GERMS}
DIABETES: dict[str, Any] = {"conditions": ["diabetes"]}

CASES: list[Later] = [
    *headed("healthy", [UPDATE.instead("healthy")]),
    *headed(
        "day_not_eaten",
        [
            UPDATE.only("day_not_eaten", day_eaten="no"),
            UPDATE.instead("day_not_eaten", day_eaten="yes"),
            UPDATE.instead("day_not_eaten", day_eaten=None),
        ],
    ),
    *headed(
        "day_low_sugar_risk",
        [
            UPDATE.only("day_low_sugar_risk", "day_not_eaten", "diabetes_neuropathy", intake=DIABETES, day_eaten="no"),
            UPDATE.fires("day_low_sugar_risk", med_types=["insulin_sugar"], meds_list="my shots", day_eaten="no"),
            UPDATE.fires("day_low_sugar_risk", meds_list="glipizide", day_eaten="no"),
            UPDATE.fires("day_low_sugar_risk", anything_else="I take insulin", day_eaten="no"),
            UPDATE.instead("day_low_sugar_risk", "diabetes_neuropathy", intake=DIABETES),
            UPDATE.instead("day_low_sugar_risk", "day_not_eaten", day_eaten="no"),
            UPDATE.instead(
                "day_low_sugar_risk",
                "day_not_eaten",
                intake=DIABETES,
                conditions=["none"],
                day_eaten="no",
            ),
        ],
    ),
    *headed(
        "day_sedated",
        [
            *(UPDATE.only("day_sedated", day_substances=[value]) for value in ("alcohol", "cannabis", "calming_new")),
            UPDATE.only("day_sedated", "day_sedative_usual", day_substances=["alcohol", "calming_usual"]),
            UPDATE.only("day_sedated", "answers_conflict", day_substances=["none", "alcohol"]),
            UPDATE.instead("day_sedated", "day_sedative_usual", day_substances=["calming_usual"]),
            UPDATE.instead("day_sedated", day_substances=["none"]),
            UPDATE.instead("day_sedated", day_substances=None),
        ],
    ),
    *headed(
        "day_sedative_usual",
        [
            UPDATE.only("day_sedative_usual", day_substances=["calming_usual"]),
            UPDATE.instead("day_sedative_usual", "day_sedated", day_substances=["calming_new"]),
            UPDATE.instead("day_sedative_usual", day_substances=["none"]),
        ],
    ),
    *headed(
        "day_unwell",
        [
            UPDATE.only("day_unwell", day_feeling="yes"),
            UPDATE.only("day_unwell", day_feeling="not_sure"),
            UPDATE.instead("day_unwell", day_feeling="no"),
            UPDATE.instead("day_unwell", day_feeling=None),
        ],
    ),
    *headed(
        "day_missed_medicine",
        [
            *(
                UPDATE.only("day_missed_medicine", day_missed_dose=[value])
                for value in ("heart", "seizure", "diabetes", "not_sure")
            ),
            UPDATE.only("day_missed_medicine", "day_missed_thinner", day_missed_dose=["blood_thinner", "heart"]),
            UPDATE.instead("day_missed_medicine", day_missed_dose=["other"]),  # on purpose
            UPDATE.instead("day_missed_medicine", "day_missed_thinner", day_missed_dose=["blood_thinner"]),
            UPDATE.instead("day_missed_medicine", day_missed_dose=["none"]),
        ],
    ),
    *headed(
        "day_missed_thinner",
        [
            UPDATE.only("day_missed_thinner", day_missed_dose=["blood_thinner"]),
            UPDATE.only("day_missed_thinner", day_missed_dose=["blood_thinner", "other"]),
            UPDATE.instead("day_missed_thinner", "day_missed_medicine", day_missed_dose=["heart"]),
            UPDATE.instead("day_missed_thinner", "day_missed_medicine", day_missed_dose=["not_sure"]),
        ],
    ),
    *headed(
        "day_new_event_hold",
        [
            *(
                UPDATE.only("day_new_event_hold", day_new_event=[value])
                for value in (
                    *("spine_shot", "surgery", "seizure", "device", "hospital_heart_clot", "cancer", "not_sure"),
                )
            ),
            UPDATE.only("day_new_event_hold", "day_new_event_other", day_new_event=["surgery", "other"]),
            UPDATE.only("day_new_event_hold", "answers_conflict", day_new_event=["none", "cancer"]),
            UPDATE.instead("day_new_event_hold", "day_new_event_other", day_new_event=["other"]),
            UPDATE.instead("day_new_event_hold", day_new_event=["none"]),
            UPDATE.instead("day_new_event_hold", day_new_event=None),
        ],
    ),
    *headed(
        "day_new_event_other",
        [
            UPDATE.only("day_new_event_other", day_new_event=["other"]),
            UPDATE.instead("day_new_event_other", "day_new_event_hold", day_new_event=["not_sure"]),
            UPDATE.instead("day_new_event_other", day_new_event=["none"]),
        ],
    ),
    *headed(
        "day_fever_after_needles",
        [
            UPDATE.only("day_fever_after_needles", "fever_illness", **FEVER, hours_since_visit=144, pain_trend="worse"),
            UPDATE.fires("day_fever_after_needles", **UNSURE, hours_since_visit=480, rf_night_pain="not_sure"),
            UPDATE.fires("day_fever_after_needles", **FEVER, hours_since_visit=480, rf_night_pain="yes"),
            UPDATE.fires(
                "day_fever_after_needles", **FEVER, hours_since_visit=24, skin=["infected"], skin_area="low back"
            ),
            UPDATE.fires("day_fever_after_needles", **FEVER, hours_since_visit=672, pain_trend="worse"),
            UPDATE.fires("day_fever_after_needles", **FEVER, hours_since_visit=0, pain_trend="worse"),
            # the pain of the last full form stands where it is not answered anew
            UPDATE.fires("day_fever_after_needles", **FEVER, hours_since_visit=144, intake={"pain_trend": "worse"}),
            UPDATE.instead(
                "day_fever_after_needles", "fever_illness", **FEVER, hours_since_visit=144, pain_trend="better"
            ),
            UPDATE.instead(
                "day_fever_after_needles", "fever_illness", **FEVER, hours_since_visit=673, pain_trend="worse"
            ),
            UPDATE.instead(
                "day_fever_after_needles", "fever_illness", **FEVER, hours_since_visit=1680, pain_trend="worse"
            ),
            UPDATE.instead("day_fever_after_needles", "fever_illness", **FEVER, pain_trend="worse"),
            UPDATE.quiet(
                "day_fever_after_needles", **FEVER, hours_since_visit=24, skin=["open_wound"], skin_area="foot"
            ),
            UPDATE.instead(
                "day_fever_after_needles",
                **{**FEVER, "rf_fever": "yes_gone"},
                hours_since_visit=24,
                pain_trend="worse",
            ),
            UPDATE.instead("day_fever_after_needles", hours_since_visit=24, pain_trend="worse"),
        ],
    ),
]
