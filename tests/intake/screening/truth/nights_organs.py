"""Night pain, weight, chest and belly, and what became a note: what the third version of the rules brought."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, quiet

OFTEN: dict[str, Value] = {"rf_iv_drugs": "no", "rf_infection_recent": "no", "rf_procedure_recent": "no"}
FEVER: dict[str, Value] = {"rf_fever": "yes", "needled_recent": "no", **OFTEN}
NIGHTS: dict[str, Value] = {"rf_night_pain": "yes", **OFTEN}
UNSURE_NIGHTS: dict[str, Value] = {"rf_night_pain": "not_sure", **OFTEN}
LIGHTER: dict[str, Value] = {"rf_weight_loss": "not_sure", **OFTEN}
SHORT: dict[str, Value] = {"pain_duration": "under_4w"}
CHECKED: dict[str, Value] = {"organ_pain_checked": "yes", "pain_duration": "over_1y", "pain_trend": "same"}
BELLY: dict[str, Value] = {"pain_areas": ["abdomen"]}
CHEST: dict[str, Value] = {"pain_areas": ["chest"]}
PAST: dict[str, Value] = {"conditions": ["cancer_past"], "cancer_treatment": ["none"]}
NOW: dict[str, Value] = {"conditions": ["cancer_now"], "cancer_treatment": ["none"]}
MINOR: dict[str, Value] = {"form_filler": "parent_guardian", "guardian_name": "Invented Guardian 555-0101"}
OLD: dict[str, Value] = {"rf_head_neck": ["none"]}

NIGHTLY: list[Case] = [
    *named(
        "night_pain_worse",
        [
            only("night_pain_worse", **NIGHTS, **OLD, age=70, pain_trend="worse"),
            only("night_pain_worse", **UNSURE_NIGHTS, **OLD, age=50, pain_trend="worse"),
            only("night_pain_worse", **NIGHTS, **OLD, age=66, pain_trend="worse"),
            instead("night_pain_worse", "night_pain_ask", **NIGHTS, age=49, pain_trend="worse"),
            instead("night_pain_worse", "night_pain_ask", **NIGHTS, **OLD, age=70),
            instead("night_pain_worse", "night_pain_ask", **NIGHTS, **OLD, age=70, pain_trend="comes_and_goes"),
            instead(
                "night_pain_worse",
                "possible_malignancy",
                "cancer_history",
                **NIGHTS,
                **PAST,
                **OLD,
                age=70,
                pain_trend="worse",
            ),
            instead(
                "night_pain_worse",
                "rf_spinal_infection",
                **{**NIGHTS, "rf_iv_drugs": "yes"},
                **OLD,
                age=70,
                pain_trend="worse",
            ),
            instead(
                "night_pain_worse",
                "spinal_infection_possible",
                **{**NIGHTS, "rf_infection_recent": "yes"},
                **OLD,
                age=70,
                pain_trend="worse",
            ),
            clear("night_pain_worse", **OLD, age=70, pain_trend="worse"),
        ],
    ),
    *named(
        "night_pain_ask",
        [
            only("night_pain_ask", **NIGHTS, age=30),
            only("night_pain_ask", **UNSURE_NIGHTS, age=30),
            only("night_pain_ask", **NIGHTS, **OLD, age=70),
            only("night_pain_ask", **NIGHTS, age=49, pain_trend="worse"),
            only("night_pain_ask", **NIGHTS, age=None, pain_trend="worse"),
            only("night_pain_ask", "minor_bleeding_risk_med", **NIGHTS, med_types=["aspirin_daily"]),
            instead("night_pain_ask", "night_pain_worse", **NIGHTS, **OLD, age=70, pain_trend="worse"),
            instead("night_pain_ask", "night_pain_worse", **NIGHTS, **OLD, age=50, pain_trend="worse"),
            instead("night_pain_ask", "child_red_flag", "minor", **NIGHTS, **MINOR, age=15),
            instead("night_pain_ask", "possible_malignancy", **{**NIGHTS, "rf_weight_loss": "yes"}),
            instead("night_pain_ask", "rf_spinal_infection", **{**NIGHTS, "rf_iv_drugs": "yes"}),
            instead("night_pain_ask", "spinal_infection_possible", **{**NIGHTS, "rf_iv_drugs": "prefer_not"}),
            clear("night_pain_ask", rf_night_pain="no"),
        ],
    ),
    *named(
        "weight_loss_unsure",
        [
            only("weight_loss_unsure", **LIGHTER, age=40),
            only("weight_loss_unsure", **LIGHTER, **OLD, age=75),
            only("weight_loss_unsure", "night_pain_ask", **LIGHTER, rf_night_pain="not_sure"),
            instead("weight_loss_unsure", "possible_malignancy", "cancer_history", **LIGHTER, **PAST),
            instead("weight_loss_unsure", "possible_malignancy", **LIGHTER, rf_night_pain="yes"),
            instead("weight_loss_unsure", "weight_loss_explained", rf_weight_loss="explained"),
            clear("weight_loss_unsure", rf_weight_loss="no"),
        ],
    ),
    *named(
        "spinal_infection_possible",
        [
            only("spinal_infection_possible", **{**NIGHTS, "rf_procedure_recent": "yes"}),
            only("spinal_infection_possible", "weight_loss_unsure", **{**LIGHTER, "rf_procedure_recent": "not_sure"}),
            only("spinal_infection_possible", **{**NIGHTS, "rf_iv_drugs": "prefer_not"}),
            instead("spinal_infection_possible", "rf_spinal_infection", **{**FEVER, "rf_procedure_recent": "yes"}),
            instead("spinal_infection_possible", "night_pain_ask", **NIGHTS),
            clear("spinal_infection_possible", rf_procedure_recent="yes"),
        ],
    ),
    *named(
        "possible_malignancy",
        [
            only("possible_malignancy", "cancer_history", **LIGHTER, **PAST),
            only("possible_malignancy", "cancer_history", **LIGHTER, **NOW),
            only("possible_malignancy", **LIGHTER, rf_night_pain="yes"),
            only(
                "possible_malignancy",
                "cancer_history",
                **LIGHTER,
                conditions=None,
                anything_else="I had cancer in 2001",
            ),
            only(
                "possible_malignancy",
                "cancer_history",
                conditions=None,
                anything_else="breast cancer in 2015",
                pain_trend="worse",
            ),
            only(
                "possible_malignancy", "cancer_history", conditions=None, anything_else="breast cancer in 2015", **SHORT
            ),
            only(
                "possible_malignancy",
                "cancer_history",
                conditions=None,
                anything_else="metastatic, spread to the spine",
                pain_duration="4_12w",
                pain_onset="lifting",
            ),
            instead("possible_malignancy", "cancer_history", conditions=None, anything_else="breast cancer in 2015"),
            instead(
                "possible_malignancy",
                "cancer_history",
                conditions=None,
                anything_else="breast cancer in 2015",
                **SHORT,
                pain_onset="lifting",
            ),
            instead("possible_malignancy", "weight_loss_unsure", **LIGHTER),
            instead("possible_malignancy", "weight_loss_unsure", "night_pain_ask", **LIGHTER, rf_night_pain="not_sure"),
            clear("possible_malignancy", anything_else="my mother had breast cancer", pain_trend="worse"),
        ],
    ),
]

ORGANS: list[Case] = [
    *named(
        "chest_or_belly_pain",
        [
            only("chest_or_belly_pain", **BELLY, organ_pain_checked="no"),
            only("chest_or_belly_pain", **BELLY, organ_pain_checked="not_sure", pain_duration="over_1y"),
            only("chest_or_belly_pain", **BELLY, **{**CHECKED, "pain_trend": "worse"}),
            only("chest_or_belly_pain", **BELLY, **{**CHECKED, "pain_trend": None}),
            only("chest_or_belly_pain", **BELLY, **{**CHECKED, "pain_duration": "4_12w"}),
            only("chest_or_belly_pain", **BELLY, **{**CHECKED, "pain_duration": "under_4w"}),
            only("chest_or_belly_pain", "cardio_renal_liver", **CHEST, **CHECKED, conditions=["heart_disease"]),
            only(
                "chest_or_belly_pain",
                "cardio_renal_liver",
                **CHEST,
                **CHECKED,
                conditions=None,
                anything_else="heart failure",
            ),
            instead("chest_or_belly_pain", "chest_or_belly_lasting", **BELLY, **CHECKED),
            instead(
                "chest_or_belly_pain",
                "chest_or_belly_lasting",
                "cardio_renal_liver",
                **BELLY,
                **CHECKED,
                conditions=["heart_disease"],
            ),
        ],
    ),
    *named(
        "chest_or_belly_lasting",
        [
            only("chest_or_belly_lasting", **BELLY, **CHECKED),
            only(
                "chest_or_belly_lasting",
                **CHEST,
                **{**CHECKED, "pain_duration": "3_12m", "pain_trend": "comes_and_goes"},
            ),
            only("chest_or_belly_lasting", pain_areas=["chest", "abdomen"], **{**CHECKED, "pain_trend": "better"}),
            instead(
                "chest_or_belly_lasting",
                "chest_or_belly_pain",
                **BELLY,
                **{**CHECKED, "organ_pain_checked": "not_sure"},
            ),
            instead("chest_or_belly_lasting", "chest_or_belly_pain", **BELLY, **{**CHECKED, "pain_duration": "4_12w"}),
            instead("chest_or_belly_lasting", "rf_chest_or_aortic", **CHEST, **CHECKED, rf_chest="yes"),
            clear("chest_or_belly_lasting", **CHECKED),
        ],
    ),
    *named(
        "heart_valve",
        [
            only("heart_valve", devices=["valve_disease"]),
            only("heart_valve", devices=["heart_valve", "valve_disease"]),
        ],
    ),
    *named(
        "recent_vascular_event",
        [
            fires("recent_vascular_event", anything_else="had a stent 5 weeks ago"),
            fires("recent_vascular_event", anything_else="me dio un infarto hace dos meses"),
            fires("recent_vascular_event", anything_else="blood clot in my leg last month"),
            quiet("recent_vascular_event", anything_else="stroke in 2014"),
            quiet("recent_vascular_event", anything_else="my father had a heart attack last week"),
        ],
    ),
    *named(
        "cardio_renal_liver",
        [
            *[
                only("cardio_renal_liver", conditions=None, anything_else=text)
                for text in (
                    "heart failure",
                    "uncontrolled high blood pressure",
                    "stroke in 2014",
                    "kidney failure",
                    "cirrhosis",
                )
            ],
            clear("cardio_renal_liver", anything_else="fatty liver"),
            clear("cardio_renal_liver", anything_else="kidney stones twice"),
        ],
    ),
]

TICKS: list[Case] = [
    *named(
        "metal_or_tape_allergy",
        [
            only("metal_or_tape_allergy", allergies=["metal"]),
            only("metal_or_tape_allergy", allergies=["adhesive"]),
            only("metal_or_tape_allergy", "metal_or_contact_allergy", allergies=["metal", "latex"]),
            instead("metal_or_tape_allergy", "metal_or_contact_allergy", allergies=["latex"]),
            clear("metal_or_tape_allergy", allergies=["medicine"]),
        ],
    ),
    *named(
        "skin_patches",
        [
            only("skin_patches", skin=["eczema_psoriasis"]),
            only("skin_patches", skin=["scars_fragile"]),
            only("skin_patches", "skin_infection", skin=["eczema_psoriasis", "infected"]),
            instead("skin_patches", "skin_infection", skin=["infected"]),
            instead("skin_patches", "skin_infection", skin=["open_wound"]),
            clear("skin_patches", skin=["none"]),
        ],
    ),
    *named(
        "needle_worry",
        [
            only("needle_worry", needle_feelings="very_anxious"),
            only("needle_worry", "fainting", needle_feelings="panic_faint"),
            only("needle_worry", "minor", **MINOR, needle_feelings="very_anxious", age=15),
            clear("needle_worry", needle_feelings="nervous"),
            clear("needle_worry", needle_feelings="fine"),
        ],
    ),
    *named(
        "told in words",
        [
            only("diabetes_neuropathy", conditions=None, anything_else="type 2 diabetes"),
            only("numb_skin", conditions=None, anything_else="neuropathy in both feet"),
            instead("numb_skin", "diabetes_neuropathy", conditions=None, anything_else="diabetes with neuropathy"),
            only("fainting", conditions=None, anything_else="I faint easily"),
            only("lung_disease", conditions=None, anything_else="emphysema"),
            only("osteoporosis", conditions=None, anything_else="osteoporosis"),
            only("cancer_history", conditions=None, anything_else="lymphoma in 2010"),
            fires("cancer_history", conditions=None, anything_else="metastases in the liver"),
            only("text_hit_review", anything_else="a brain aneurysm was found"),
            only("text_hit_review", anything_else="carotid stenosis"),
            only("cancer_history", conditions=None, anything_else="spread to my liver"),
            only("text_hit_review", anything_else="I have a clotting disorder"),
        ],
    ),
]

CASES: list[Case] = [
    *NIGHTLY,
    *ORGANS,
    *TICKS,
]
