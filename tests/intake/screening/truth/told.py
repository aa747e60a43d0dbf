"""Told in words: warning signs, conditions behind a None, medicines that were not read or point at a condition."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, quiet

BOTH = "answers_conflict"
STIFF: dict[str, Value] = {"spine_dx": ["ankylosis"]}
TWO_DRUGS: dict[str, Value] = {"med_types": ["antiplatelet", "aspirin_daily"]}
PLATES: dict[str, Value] = {"med_types": ["antiplatelet"]}
TRYING: dict[str, Value] = {"pregnancy": "trying", "early_preg_warning": "no"}
ANOTHER: dict[str, Value] = {"conditions": ["fainting"]}
TOLD_WHY = (
    ("Entresto", "heart failure"),
    ("nimodipine", "stroke in 2014"),
    ("sevelamer", "kidney failure"),
    ("Ocaliva", "cirrhosis"),
    ("Spiriva", "COPD"),
    ("Biktarvy", "HIV"),
    ("tamoxifen", "breast cancer"),
    ("tamoxifen", "stage 4"),
    ("Januvia", "diabetes"),
    ("Evista", "osteoporosis"),
)
VESSELS = ("heart failure", "stroke in 2014")
THREE_DRUGS: dict[str, Value] = {"med_types": ["antiplatelet", "aspirin_daily", "nsaid_most_days"]}

MEDICINES: list[Case] = [
    *named(
        "antiplatelet_high_risk",
        [
            only("antiplatelet_high_risk", "antiplatelet", "minor_bleeding_risk_med", **THREE_DRUGS),
            fires("antiplatelet_high_risk", med_types=None, meds_list="Plavix, baby aspirin, naproxen"),
            fires(
                "antiplatelet_high_risk", med_types=["antiplatelet"], meds_list="clopidogrel 75, Ecosprin 75, Voveran"
            ),
            fires("antiplatelet_high_risk", med_types=["antiplatelet", "aspirin_daily"], meds_list="naproxen"),
            fires("antiplatelet_high_risk", med_types=["antiplatelet", "nsaid_most_days"], meds_list="baby aspirin"),
            instead("antiplatelet_high_risk", "antiplatelet", "minor_bleeding_risk_med", **TWO_DRUGS),
            quiet("antiplatelet_high_risk", med_types=None, meds_list="Plavix and aspirin"),
            quiet("antiplatelet_high_risk", med_types=None, meds_list="Plavix and ibuprofen"),
            quiet("antiplatelet_high_risk", med_types=["aspirin_daily", "nsaid_most_days"]),
            instead(
                "antiplatelet_high_risk",
                "anticoagulant_high_risk",
                "anticoagulant",
                "antiplatelet",
                "minor_bleeding_risk_med",
                **THREE_DRUGS,
                blood_thinner="yes",
                inr_status="not_warfarin",
            ),
        ],
    ),
    *named(
        "anticoagulant_high_risk",
        [
            fires("anticoagulant_high_risk", blood_thinner=None, meds_list="Xarelto", anything_else="cirrhosis"),
            fires("anticoagulant_high_risk", blood_thinner=None, meds_list="Eliquis, xue sai tong"),
            fires(
                "anticoagulant_high_risk",
                blood_thinner="yes",
                inr_status="in_range",
                meds_list="warfarin",
                anything_else="stage 4 kidney disease",
            ),
            quiet("anticoagulant_high_risk", blood_thinner=None, meds_list="Eliquis", anything_else="fatty liver"),
            quiet("anticoagulant_high_risk", blood_thinner=None, meds_list="Xarelto", anything_else="kidney stones"),
        ],
    ),
    *named(
        "medicine_not_read",
        [
            only("medicine_not_read", meds_list="amlodipine, Zyvotrex 2 mg"),
            only("medicine_not_read", meds_list="lisinopril; qudra forte; Tylenol"),
            only("medicine_not_read", meds_list="metformin and xeltan"),
            clear("medicine_not_read", meds_list="amlodipine 5 mg every morning for blood pressure"),
            clear("medicine_not_read", meds_list="Tylenol when my knee hurts"),
            clear("medicine_not_read", meds_list="None"),
            # a list of which nothing was read has a line of its own
            instead("medicine_not_read", "medicines_unread", meds_list="xeltan"),
        ],
    ),
]

TOLD = {
    # a question, its positive answers, and words that tell it
    "rf_saddle_numb": (("yes", "not_sure"), "I can't feel the toilet paper"),
    "rf_bladder_bowel": (("yes", "not_sure"), "I wet myself yesterday"),
    "rf_leg_weak": (("new_or_worse", "weeks_stable", "old_stable", "not_sure"), "my right foot slaps when I walk"),
    "rf_fever": (("yes", "yes_gone", "not_sure"), "temp of 38.9 on Sunday"),
    "rf_chest": (("yes", "not_sure"), "I am short of breath"),
    "rf_breath_pain": (("yes", "not_sure"), "it stabs when I inhale"),
    "rf_stroke": (("yes", "not_sure"), "my speech is slurred since yesterday"),
    "rf_leg_swelling": (("yes", "not_sure"), "my calf is swollen"),
    "rf_tearing": (("yes", "not_sure"), "latidos en la barriga"),
    "rf_bleeding_now": (("yes", "not_sure"), "black stools this week"),
    "pregnancy": (("yes", "maybe", "postpartum", "not_possible"), "my period is late"),
}
THINNER: dict[str, Value] = {"blood_thinner": "yes", "inr_status": "not_warfarin"}
DENIED: dict[str, dict[str, Value]] = {
    "pregnancy": {"pregnancy": "no"},
    "rf_bleeding_now": {**THINNER, "rf_bleeding_now": "no"},
}


def _told(question: str) -> list[Case]:
    positive, text = TOLD[question]
    denied = DENIED.get(question, {question: "no"})
    return [
        fires("red_flag_in_text", BOTH, **denied, anything_else=text),
        fires("red_flag_in_text", BOTH, **{**denied, question: None}, anything_else=text),
        *[quiet("red_flag_in_text", **{**denied, question: value}, anything_else=text) for value in positive],
    ]


TEXTS: list[Case] = named(
    "red_flag_in_text",
    [
        *[case for question in TOLD for case in _told(question)],
        only("red_flag_in_text", BOTH, anything_else="I can't feel the toilet paper"),
        *[
            fires("red_flag_in_text", pregnancy=value, anything_else="my period is late")
            for value in ("trying", "prefer_not")
        ],
        # chest pain ticked already asks about breath
        quiet("red_flag_in_text", rf_chest="yes", anything_else="it stabs when I inhale"),
        quiet("red_flag_in_text", rf_chest="not_sure", anything_else="it stabs when I inhale"),
        clear("red_flag_in_text", anything_else="no fever, no chills"),
        clear("red_flag_in_text", anything_else="my dog has a fever"),
        quiet("red_flag_in_text", anything_else="foot drop in 2010"),
        clear("red_flag_in_text", anything_else="hot tub at 102"),
    ],
)

CONFLICTS: list[Case] = [
    *named(
        "conflict_conditions",
        [
            fires(BOTH, anything_else=text)
            for text in (
                *("type 2 diabetes", "neuropathy in both feet", "emphysema", "osteoporosis", "lymphoma in 2010"),
                *("metastases in the liver", "spread to my liver", "lymphedema", "HIV positive", "neutropenia"),
                *("kidney failure", "cirrhosis", "heart failure", "uncontrolled high blood pressure"),
                *("stroke in 2014", "aortic aneurysm", "I faint easily", "blood clot in my leg last month"),
            )
        ],
    ),
    *named(
        "conflict_ankylosis",
        [
            only(BOTH, "ankylosed_spine", anything_else="bamboo spine"),
            instead(BOTH, "ankylosed_spine", spine_dx=None, anything_else="bamboo spine"),
            instead(BOTH, "ankylosed_spine", **STIFF, anything_else="bamboo spine"),
        ],
    ),
    *named(
        "conflict_med_condition",
        [
            only(BOTH, meds_list="Biktarvy"),
            only(BOTH, meds_list="carvedilol 25, furosemide 40"),
            only(BOTH, meds_list="lactulose, rifaximin"),
            fires(BOTH, meds_list="Keytruda every 3 weeks"),
            quiet(BOTH, meds_list="Descovy"),
            clear(BOTH, meds_list="metformin"),
            clear(BOTH, meds_list="furosemide"),
            instead(BOTH, "cardio_renal_liver", conditions=["heart_disease"], meds_list="Entresto"),
            quiet(BOTH, meds_list="My husband takes Entresto"),
            # every pair, with salts and brands, and one side of it alone
            only(BOTH, meds_list="metoprolol succinate 50 mg, furosemide 40 mg"),
            only(BOTH, meds_list="Coreg 25, Lasix 40"),
            clear(BOTH, meds_list="metoprolol succinate 50 mg, losartan"),
            only(BOTH, meds_list="furosemide, spironolactone"),
            only(BOTH, meds_list="bisoprolol, Farxiga, lisinopril"),
            clear(BOTH, meds_list="bisoprolol, lisinopril"),
            only(BOTH, "antiplatelet", "minor_bleeding_risk_med", **PLATES, meds_list="Plavix, baby aspirin"),
            only(BOTH, "antiplatelet", **PLATES, meds_list="CoPlavix"),
            instead(BOTH, "antiplatelet", **PLATES, meds_list="Plavix"),
            instead(
                *(BOTH, "antiplatelet", "minor_bleeding_risk_med", "cardio_renal_liver"),
                **PLATES,
                conditions=["stroke_tia"],
                meds_list="Plavix, aspirin",
            ),
            only(BOTH, meds_list="calcitriol, sodium bicarbonate"),
            clear(BOTH, meds_list="calcitriol"),
            only(BOTH, meds_list="rifaximin, spironolactone"),
            clear(BOTH, meds_list="rifaximin, amlodipine"),
            only(BOTH, meds_list="metformin, Jardiance"),
            only(BOTH, meds_list="Glucophage XR, semaglutida"),
            clear(BOTH, meds_list="Glucophage XR"),
            only(BOTH, pregnancy="no", meds_list="prenatal vitamins, progesterone"),
            only(BOTH, meds_list="prenatal vitamins, labetalol"),
            only(BOTH, "minor_bleeding_risk_med", meds_list="prenatales, aspirina 81"),
            only(BOTH, meds_list="prenatal, doxylamine and B6"),
            clear(BOTH, meds_list="prenatal, B6"),
            instead(BOTH, "pregnancy_precaution", **TRYING, meds_list="prenatal vitamins, progesterone"),
            # the text says what it is for: nobody has to ask
            *(quiet(BOTH, **ANOTHER, meds_list=medicine, anything_else=told) for medicine, told in TOLD_WHY),
            quiet(BOTH, conditions=["osteoporosis"], meds_list="midodrine", anything_else="I faint easily"),
            *(quiet(BOTH, **ANOTHER, **PLATES, meds_list="Plavix, aspirin", anything_else=told) for told in VESSELS),
            quiet(BOTH, pregnancy=None, meds_list="prenatal vitamins, labetalol", anything_else="I am pregnant"),
        ],
    ),
]

CRISIS: list[Case] = named(
    "crisis_words_check",
    [
        only("crisis_words_check", anything_else="tired of living like this"),
        only("crisis_words_check", goal_text="no puedo seguir así"),
        instead("crisis_words_check", "crisis_words", anything_else="I want to die, tired of living like this"),
        clear("crisis_words_check", anything_else="I can't go on long walks"),
    ],
)

CASES: list[Case] = [
    *MEDICINES,
    *TEXTS,
    *CONFLICTS,
    *CRISIS,
]
