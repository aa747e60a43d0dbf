"""The rules of the check-in that ask what the last full form found."""

from typing import Any

from tests.intake.screening.truth.later.case import CHECK_IN, Later, headed

NO_GERMS: dict[str, Any] = {"rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
FEVER: dict[str, Any] = {"fu_fever": "yes", **NO_GERMS}
UNSURE: dict[str, Any] = {"fu_fever": "not_sure", **NO_GERMS}
THINNER: dict[str, Any] = {"blood_thinner": "yes", "inr_status": "not_warfarin", "rf_bleeding_now": "no"}
NIGHTS: dict[str, Any] = {"rf_night_pain": "yes"}

CASES: list[Later] = [
    *headed(
        "fu_spinal_bleed",
        [
            *(
                CHECK_IN.only("fu_spinal_bleed", intake=THINNER, **after)
                for after in (
                    {"fu_nerve": ["numb_lasting"]},
                    {"fu_pain_change": "worse_lot"},
                    {"fu_skin": ["bruise_growing"]},
                )
            ),
            CHECK_IN.only("fu_spinal_bleed", intake={"meds_list": "Eliquis"}, fu_nerve=["numb_lasting"]),
            CHECK_IN.only("fu_spinal_bleed", intake={"anything_else": "Xarelto"}, fu_nerve=["numb_lasting"]),
            CHECK_IN.only("fu_spinal_bleed", intake={"blood_thinner": "stopped_recent"}, fu_pain_change="worse_lot"),
            CHECK_IN.only("fu_spinal_bleed", intake={"bleeding": ["diagnosed"]}, fu_pain_change="worse_lot"),
            CHECK_IN.only("fu_spinal_bleed", intake={"bleeding": ["low_platelets"]}, fu_skin=["bruise_growing"]),
            CHECK_IN.instead("fu_spinal_bleed", "fu_numb", fu_nerve=["numb_lasting"]),
            CHECK_IN.instead("fu_spinal_bleed", "fu_pain_much_worse", fu_pain_change="worse_lot"),
            CHECK_IN.instead("fu_spinal_bleed", "fu_skin_problem", fu_skin=["bruise_growing"]),
            CHECK_IN.instead("fu_spinal_bleed", "fu_skin_problem", intake=THINNER, fu_skin=["large_bruise"]),
            CHECK_IN.instead("fu_spinal_bleed", "fu_worse_mild", intake=THINNER, fu_pain_change="worse_mild"),
            CHECK_IN.instead("fu_spinal_bleed", "fu_nerve_brief", intake=THINNER, fu_nerve=["brief"]),
            CHECK_IN.instead("fu_spinal_bleed", intake=THINNER),
            CHECK_IN.instead(
                "fu_spinal_bleed", "fu_numb", intake={"blood_thinner": "stopped_past"}, fu_nerve=["numb_lasting"]
            ),
            CHECK_IN.instead(
                "fu_spinal_bleed", "fu_numb", intake={"bleeding": ["carrier_family"]}, fu_nerve=["numb_lasting"]
            ),
        ],
    ),
    *headed(
        "fu_sepsis",
        [
            # a risk that the last full form found
            CHECK_IN.only("fu_sepsis", intake={"surgery": ["spine_last_12w"]}, **FEVER),
            CHECK_IN.only("fu_sepsis", intake={"surgery": ["spine_last_12w"]}, **UNSURE),
            CHECK_IN.only("fu_sepsis", intake={**NIGHTS, "rf_iv_drugs": "yes"}, **FEVER),
            CHECK_IN.only("fu_sepsis", intake={**NIGHTS, "rf_procedure_recent": "not_sure"}, **FEVER),
            CHECK_IN.only("fu_sepsis", intake={"conditions": ["diabetes"]}, **FEVER),
            CHECK_IN.only("fu_sepsis", intake={"devices": ["heart_valve"]}, **UNSURE),
            CHECK_IN.only("fu_sepsis", intake={"devices": ["valve_disease"]}, **FEVER),
            CHECK_IN.only("fu_sepsis", intake={"meds_list": "prednisone"}, **FEVER),
            CHECK_IN.only("fu_sepsis", intake={"anything_else": "tengo cirrosis"}, **FEVER),
            # a way in for germs, asked now
            CHECK_IN.only("fu_sepsis", **{**FEVER, "rf_iv_drugs": "yes"}),
            CHECK_IN.only("fu_sepsis", **{**FEVER, "rf_iv_drugs": "prefer_not"}),
            CHECK_IN.only("fu_sepsis", **{**UNSURE, "rf_infection_recent": "yes"}),
            CHECK_IN.only("fu_sepsis", **{**FEVER, "rf_infection_recent": "not_sure"}),
            CHECK_IN.only("fu_sepsis", **{**UNSURE, "rf_procedure_recent": "yes"}),
            CHECK_IN.only("fu_sepsis", **{**FEVER, "rf_procedure_recent": "not_sure"}),
            # much worse pain, age, pregnancy, low white cells
            CHECK_IN.only("fu_sepsis", **FEVER, fu_pain_change="worse_lot"),
            CHECK_IN.only("fu_sepsis", "fu_worse_mild", intake={"age": 65}, **FEVER, fu_pain_change="worse_mild"),
            CHECK_IN.only("fu_sepsis", intake={"age": 65}, **FEVER, fu_pain_change="worse_mild", hours_since_visit=20),
            CHECK_IN.only("fu_sepsis", intake={"age": 80}, **FEVER, fu_pain_change="worse_lot"),
            *(
                CHECK_IN.only("fu_sepsis", intake={"pregnancy": value}, **fever, fu_preg="no")
                for value in ("yes", "maybe", "postpartum")
                for fever in (FEVER, UNSURE)
            ),
            CHECK_IN.only(
                "fu_sepsis", intake={"pregnancy": "no", "anything_else": "I am pregnant"}, **FEVER, fu_preg="no"
            ),
            CHECK_IN.only("fu_sepsis", intake={"conditions": ["low_white_cells"]}, fu_skin=["redness"]),
            CHECK_IN.only("fu_sepsis", intake={"med_types": ["chemo"]}, fu_skin=["redness"]),
            # near
            CHECK_IN.instead("fu_sepsis", "fu_fever_today", **FEVER),
            CHECK_IN.instead("fu_sepsis", "fu_fever_today", intake={"surgery": ["spine_older"]}, **FEVER),
            CHECK_IN.instead("fu_sepsis", intake={"surgery": ["spine_last_12w"]}),
            CHECK_IN.instead("fu_sepsis", "fu_fever_today", "fu_worse_mild", **FEVER, fu_pain_change="worse_mild"),
            CHECK_IN.instead(
                "fu_sepsis",
                *("fu_fever_today", "fu_worse_mild"),
                intake={"age": 64},
                **FEVER,
                fu_pain_change="worse_mild",
            ),
            CHECK_IN.instead(
                "fu_sepsis",
                *("fu_fever_today", "fu_worse_mild"),
                intake={"age": 65},
                **UNSURE,
                fu_pain_change="worse_mild",
            ),
            CHECK_IN.instead(
                "fu_sepsis", "fu_fever_today", intake={"age": 65}, **FEVER, fu_pain_change="worse_settled"
            ),
            CHECK_IN.instead("fu_sepsis", "fu_fever_today", "fu_pain_much_worse", **UNSURE, fu_pain_change="worse_lot"),
            CHECK_IN.instead("fu_sepsis", "fu_fever_today", intake={"pregnancy": "trying"}, **FEVER, fu_preg="no"),
            CHECK_IN.instead("fu_sepsis", "fu_fever_today", intake={"age": 65}, **FEVER, fu_pain_change="much_better"),
            CHECK_IN.instead("fu_sepsis", "fu_skin_problem", fu_skin=["redness"]),
            CHECK_IN.instead(
                "fu_sepsis", "fu_skin_problem", intake={"conditions": ["low_white_cells"]}, fu_skin=["large_bruise"]
            ),
            # answers of now that no fever asks for do not count
            CHECK_IN.instead("fu_sepsis", rf_iv_drugs="yes", rf_infection_recent="yes", rf_procedure_recent="yes"),
            CHECK_IN.instead("fu_sepsis", intake={**NIGHTS, "rf_iv_drugs": "yes"}),
        ],
    ),
]
