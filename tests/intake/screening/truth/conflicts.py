"""`answers_conflict`, line by line: each fires alone, and each has its near miss.

The rows are grouped by the name of the line, so that a mutant of one line meets its own rows first.
"""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only

BOTH = "answers_conflict"
INR: dict[str, Value] = {"inr_status": "not_warfarin"}
PLAVIX: dict[str, Value] = {"med_types": ["antiplatelet"]}
CANCER: dict[str, Value] = {"conditions": ["cancer_now"], "cancer_treatment": ["none"]}
CRASH: dict[str, Value] = {"pain_onset": "after_injury", "pain_duration": "under_4w"}
RECENT: dict[str, Value] = {"conditions": ["recent_event"]}

CASES: list[Case] = [
    *named(
        "conflict_thinner_no",
        [
            only(BOTH, "anticoagulant", blood_thinner="no", meds_list="Eliquis"),
            only(BOTH, "anticoagulant", blood_thinner="no", anything_else="I am on a blood thinner"),
            only(BOTH, "blood_thinner_stopped", blood_thinner="no", meds_list="stopped Eliquis yesterday"),
            instead(BOTH, "anticoagulant", blood_thinner="yes", meds_list="Eliquis", **INR),
            instead(BOTH, "anticoagulant", blood_thinner=None, meds_list="Eliquis"),
            instead(BOTH, "anticoagulant", blood_thinner="stopped_past", meds_list="Eliquis"),
            instead(BOTH, "text_hit_review", blood_thinner="no", meds_list="took Eliquis last year"),
            # an antiplatelet contradicts the ticks, not this answer
            instead(BOTH, "antiplatelet", **PLAVIX, blood_thinner="no", meds_list="Plavix"),
        ],
    ),
    *named(
        "conflict_thinner_denied",
        [
            only(BOTH, "anticoagulant", blood_thinner="yes", **INR, meds_list="no blood thinners"),
            only(BOTH, "anticoagulant", blood_thinner="yes", **INR, anything_else="I do not take a blood thinner"),
            instead(BOTH, "anticoagulant", "text_hit_review", blood_thinner="yes", **INR, meds_list="no warfarin"),
            instead(BOTH, "anticoagulant", blood_thinner="not_sure", meds_list="no blood thinners"),
            clear(BOTH, blood_thinner="no", meds_list="no blood thinners"),
        ],
    ),
    *named(
        "conflict_thinner_kind",
        [
            only(BOTH, "minor_bleeding_risk_med", blood_thinner="only_aspirin_plavix"),
            only(
                BOTH,
                "minor_bleeding_risk_med",
                blood_thinner="only_aspirin_plavix",
                med_types=["nsaid_most_days"],
            ),
            fires(BOTH, blood_thinner="only_aspirin_plavix", med_types=["aspirin_daily"], meds_list="Eliquis"),
            instead(BOTH, "minor_bleeding_risk_med", blood_thinner="only_aspirin_plavix", med_types=["aspirin_daily"]),
            instead(BOTH, "minor_bleeding_risk_med", "antiplatelet", blood_thinner="only_aspirin_plavix", **PLAVIX),
        ],
    ),
    *named(
        "conflict_inr",
        [
            fires(BOTH, blood_thinner="yes", **INR, meds_list="warfarin"),
            fires(BOTH, blood_thinner=None, **INR, meds_list="Jantoven"),
            instead(BOTH, "anticoagulant", blood_thinner="yes", **INR, meds_list="Eliquis"),
            instead(BOTH, "anticoagulant", blood_thinner="yes", inr_status="in_range", meds_list="warfarin"),
            instead(BOTH, "anticoagulant", "text_hit_review", blood_thinner="yes", **INR, meds_list="no warfarin"),
            # hidden: without a blood thinner nobody asks about the INR
            clear(BOTH, blood_thinner="no", **INR),
        ],
    ),
    *named(
        "conflict_antiplatelet",
        [
            only(BOTH, "antiplatelet", meds_list="Plavix"),
            only(BOTH, "antiplatelet", med_types=None, meds_list="Brilinta"),
            only(BOTH, "antiplatelet", "minor_bleeding_risk_med", med_types=["aspirin_daily"], meds_list="Plavix"),
            instead(BOTH, "antiplatelet", **PLAVIX, meds_list="Plavix"),
            instead(BOTH, "text_hit_review", meds_list="no Plavix"),
            instead(BOTH, "blood_thinner_stopped", meds_list="stopped Plavix yesterday"),
        ],
    ),
    *named(
        "conflict_med_types_none",
        [
            only(BOTH, "seizure_disorder", seizure="active", meds_list="Keppra"),
            only(BOTH, "diabetes_neuropathy", conditions=["diabetes"], meds_list="insulin"),
            only(BOTH, "immunosuppressed", meds_list="Humira"),
            only(BOTH, "neutropenia_risk", "cancer_history", **CANCER, meds_list="Xeloda"),
            instead(BOTH, "seizure_disorder", seizure="active", med_types=["seizure_med"], meds_list="Keppra"),
            instead(BOTH, "immunosuppressed", med_types=["immune_med"], meds_list="Humira"),
            instead(BOTH, "immunosuppressed", med_types=None, meds_list="Humira"),
            instead(BOTH, "minor_bleeding_risk_med", meds_list="ibuprofen now and then"),
            instead(BOTH, "minor_bleeding_risk_med", meds_list="fish oil"),
            instead(BOTH, "anticonvulsant_other_use", meds_list="gabapentin"),
            instead(BOTH, "osteoporosis", meds_list="Fosamax"),
            clear(BOTH, meds_list="stopped prednisone last year"),
        ],
    ),
    *named(
        "conflict_meds_list_none",
        [
            only(BOTH, meds_list="none", med_types=["supplements_herbs"]),
            only(BOTH, "antiplatelet", meds_list="none", **PLAVIX),
            only(BOTH, "minor_bleeding_risk_med", meds_list="None.", med_types=["aspirin_daily"]),
            only(BOTH, "anticoagulant", meds_list="nothing", blood_thinner="yes", **INR),
            instead(BOTH, "anticoagulant", meds_list="none", blood_thinner="not_sure"),
            instead(BOTH, "blood_thinner_stopped", meds_list="none", blood_thinner="stopped_recent"),
            instead(BOTH, "antiplatelet", meds_list="lisinopril", **PLAVIX),
            clear(BOTH, meds_list="vitamins", med_types=["supplements_herbs"]),
            clear(BOTH, meds_list=None, med_types=["supplements_herbs"]),
        ],
    ),
    *named(
        "conflict_seizure",
        [
            only(BOTH, "seizure_disorder", seizure="no", med_types=None, meds_list="Dilantin"),
            only(BOTH, "seizure_disorder", seizure="no", anything_else="seizures"),
            only(BOTH, "seizure_remote", seizure="no", anything_else="seizures as a kid"),
            only(BOTH, "seizure_disorder", seizure="no", med_types=["seizure_med"]),
            instead(BOTH, "anticonvulsant_other_use", seizure="no", med_types=["seizure_med"], meds_list="Lyrica"),
            instead(BOTH, "anticonvulsant_other_use", seizure="no", meds_list="Lyrica"),
            instead(BOTH, "seizure_disorder", seizure="past_10y", anything_else="seizures"),
            instead(BOTH, "seizure_disorder", seizure=None, anything_else="seizures"),
            clear(BOTH, seizure="no", anything_else="no seizures"),
        ],
    ),
    *named(
        "conflict_seizure_remote",
        [
            only(BOTH, "seizure_disorder", seizure="remote", med_types=None, meds_list="Keppra"),
            only(BOTH, "seizure_disorder", seizure="remote", meds_list="gabapentin"),
            only(BOTH, "seizure_disorder", seizure="remote", med_types=["seizure_med"]),
            only(BOTH, "seizure_disorder", seizure="remote", anything_else="a seizure last month"),
            instead(BOTH, "seizure_remote", seizure="remote"),
            instead(BOTH, "seizure_remote", seizure="remote", anything_else="one seizure as a baby"),
            instead(BOTH, "seizure_remote", "text_hit_review", seizure="remote", meds_list="stopped Keppra years ago"),
        ],
    ),
    *named(
        "conflict_bleeding",
        [
            only(BOTH, "bleeding_disorder", bleeding=["none"], anything_else="thrombocytopenia"),
            only(BOTH, "bleeding_carrier", bleeding=["none"], anything_else="hemophilia carrier"),
            only(BOTH, "bleeding_disorder", bleeding=["none"], meds_list="Nplate"),
            # past never cancels a bleeding disorder
            only(BOTH, "bleeding_disorder", bleeding=["none"], anything_else="had ITP 20 years ago"),
            instead(BOTH, "bleeding_disorder", bleeding=["diagnosed"], anything_else="thrombocytopenia"),
            instead(BOTH, "bleeding_disorder", bleeding=None, meds_list="Nplate"),
            clear(BOTH, bleeding=["none"], anything_else="no bleeding disorder"),
        ],
    ),
    *named(
        "conflict_devices",
        [
            only(BOTH, "implanted_electronic_device", devices=["none"], anything_else="defibrillator"),
            only(BOTH, "heart_valve", devices=["none"], anything_else="tissue valve"),
            only(BOTH, "vascular_access", devices=["none"], anything_else="PICC line"),
            only(BOTH, "vascular_access", devices=["none"], anything_else="a port for infusion"),
            instead(BOTH, "implanted_electronic_device", devices=["icd"], anything_else="defibrillator"),
            instead(BOTH, "heart_valve", devices=None, anything_else="tissue valve"),
            clear(BOTH, devices=["none"], anything_else="pacemaker removed"),
        ],
    ),
    *named(
        "conflict_skin",
        [
            only(BOTH, "skin_infection", skin=["none"], anything_else="abscess on my back"),
            instead(BOTH, "skin_infection", skin=["infected"], anything_else="abscess on my back"),
            instead(BOTH, "skin_infection", skin=None, anything_else="abscess on my back"),
            clear(BOTH, skin=["none"], anything_else="had cellulitis last year"),
        ],
    ),
    *named(
        "conflict_pregnancy",
        [
            only(BOTH, "pregnancy", pregnancy="no", anything_else="I am pregnant"),
            only(BOTH, "pregnancy", pregnancy="not_possible", anything_else="I am pregnant"),
            only(BOTH, "pregnancy", pregnancy="no", anything_else="expecting in October"),
            instead(BOTH, "pregnancy", pregnancy="yes", anything_else="I am pregnant"),
            instead(BOTH, "pregnancy", pregnancy=None, anything_else="I am pregnant"),
            instead(BOTH, "pregnancy", "postpartum", pregnancy="postpartum", anything_else="I am pregnant"),
            # hidden at 61: no answer, no conflict
            instead(BOTH, "pregnancy", age=61, pregnancy="no", anything_else="I am pregnant"),
            clear(BOTH, pregnancy="no", anything_else="my sister is pregnant"),
        ],
    ),
    *named(
        "conflict_conditions",
        [
            only(BOTH, "aneurysm_known", conditions=["none"], anything_else="aneurysm"),
            only(BOTH, "immunosuppressed", "cardio_renal_liver", conditions=["none"], anything_else="liver transplant"),
            only(BOTH, "lymphedema", conditions=["none"], anything_else="lymphedema"),
            only(BOTH, "neutropenia_risk", conditions=["none"], anything_else="neutropenic"),
            instead(BOTH, "lymphedema", conditions=["lymphedema"], anything_else="lymphedema"),
            instead(BOTH, "lymphedema", "fainting", conditions=["fainting"], anything_else="lymphedema"),
            instead(BOTH, "aneurysm_known", conditions=None, anything_else="aneurysm"),
            clear(BOTH, conditions=["none"], anything_else="no lymphedema"),
        ],
    ),
    *named(
        "conflict_cord",
        [
            only(BOTH, "spine_cord_or_instability", spine_dx=["none"], anything_else="tetraplegia"),
            instead(BOTH, "spine_cord_or_instability", spine_dx=["cord_injury"], anything_else="tetraplegia"),
            instead(BOTH, "spine_cord_or_instability", spine_dx=["arthritis"], anything_else="tetraplegia"),
            clear(BOTH, spine_dx=["none"], anything_else="no cord injury"),
        ],
    ),
    *named(
        "conflict_diabetes",
        [
            only(BOTH, "diabetes_neuropathy", med_types=["insulin_sugar"], meds_list="metformin"),
            only(BOTH, "diabetes_neuropathy", med_types=["insulin_sugar"], meds_list="metformin", conditions=None),
            only(BOTH, "diabetes_neuropathy", med_types=None, meds_list="insulin"),
            instead(
                BOTH, "diabetes_neuropathy", med_types=["insulin_sugar"], meds_list="insulin", conditions=["diabetes"]
            ),
            clear(BOTH, meds_list="metformin"),
        ],
    ),
    *named(
        "conflict_cancer",
        [
            only(BOTH, "neutropenia_risk", med_types=["chemo"], meds_list="Zofran"),
            only(BOTH, "neutropenia_risk", med_types=None, meds_list="Taxol"),
            instead(BOTH, "neutropenia_risk", "cancer_history", **CANCER, med_types=["chemo"], meds_list="Taxol"),
            instead(
                BOTH,
                "neutropenia_risk",
                "cancer_history",
                conditions=["cancer_past"],
                med_types=["chemo"],
                meds_list="Taxol",
            ),
            instead(BOTH, "neutropenia_risk", meds_list="Neulasta"),
            instead(BOTH, "neutropenia_risk", anything_else="finished chemo 30 days ago"),
        ],
    ),
    *named(
        "conflict_recent_event",
        [
            only(BOTH, "recent_vascular_event", **RECENT, blood_thinner="no"),
            only(BOTH, "recent_vascular_event", "blood_thinner_stopped", **RECENT, blood_thinner="stopped_recent"),
            only(BOTH, "recent_vascular_event", **RECENT, blood_thinner="stopped_past"),
            instead(BOTH, "recent_vascular_event", "anticoagulant", **RECENT, blood_thinner="yes", **INR),
            instead(BOTH, "recent_vascular_event", "anticoagulant", **RECENT, blood_thinner="not_sure"),
            instead(BOTH, "recent_vascular_event", "antiplatelet", **RECENT, **PLAVIX, blood_thinner="no"),
            instead(
                BOTH,
                "recent_vascular_event",
                "anticoagulant",
                **RECENT,
                blood_thinner="stopped_past",
                anything_else="now on Eliquis",
            ),
            instead(BOTH, "recent_vascular_event", **RECENT, blood_thinner=None),
            clear(BOTH, blood_thinner="stopped_past"),
        ],
    ),
    *named(
        "conflict_surgery",
        [
            only(BOTH, treatments_tried=["surgery"], surgery=["none"]),
            only(BOTH, treatments_tried=["massage", "surgery"], surgery=["none"]),
            clear(BOTH, treatments_tried=["surgery"], surgery=["other_older"]),
            clear(BOTH, treatments_tried=["surgery"], surgery=None),
            clear(BOTH, treatments_tried=["physical_therapy"], surgery=["none"]),
        ],
    ),
    *named(
        "conflict_after_surgery",
        [
            only(BOTH, pain_onset="after_surgery", surgery=["none"]),
            clear(BOTH, pain_onset="after_surgery", surgery=["other_older"]),
            clear(BOTH, pain_onset="after_surgery", surgery=None),
            clear(BOTH, pain_onset="lifting", surgery=["none"]),
        ],
    ),
    *named(
        "conflict_hardware",
        [
            only(BOTH, "implant_or_spine_surgery", implants=["spine_hardware"], surgery=["other_older"]),
            only(BOTH, "implant_or_spine_surgery", implants=["spine_hardware"], surgery=None),
            instead(BOTH, "implant_or_spine_surgery", implants=["spine_hardware"], surgery=["spine_older"]),
            instead(
                BOTH,
                "implant_or_spine_surgery",
                "recent_spine_procedure",
                implants=["spine_hardware"],
                surgery=["spine_last_12w"],
            ),
            instead(BOTH, "implant_other", implants=["joint"]),
        ],
    ),
    *named(
        "conflict_injury",
        [
            only(BOTH, **CRASH, rf_trauma="no"),
            clear(BOTH, **CRASH, rf_trauma="minor"),
            clear(BOTH, **CRASH, rf_trauma="major_checked"),
            clear(BOTH, **CRASH, rf_trauma=None),
            instead(BOTH, "red_flag_unsure", **CRASH, rf_trauma="not_sure"),
            clear(BOTH, pain_onset="after_injury", pain_duration="4_12w", rf_trauma="no"),
            clear(BOTH, pain_onset="sudden", pain_duration="under_4w", rf_trauma="no"),
        ],
    ),
    *named(
        "conflict_filler",
        [
            only(BOTH, "minor", form_filler="self", age=17),
            only(BOTH, "minor", form_filler="self", age=15, minor_independent="no"),
            only(BOTH, form_filler="parent_guardian", age=18),
            only(BOTH, form_filler="parent_guardian", age=80),
            instead(BOTH, "minor", form_filler="self", age=17, minor_independent="yes"),
            instead(BOTH, "minor", form_filler="parent_guardian", age=17),
            instead(BOTH, "minor", "consent_check", form_filler="helper", age=17),
            instead(BOTH, "consent_check", form_filler="helper", age=80),
            clear(BOTH, form_filler="self", age=18),
            clear(BOTH, form_filler="parent_guardian", age=None),
        ],
    ),
    *named(
        "conflict_none_mixed",
        [
            only(BOTH, "skin_infection", skin=["none", "infected"]),
            only(BOTH, "easy_bleeding", bleeding=["none", "easy_bleeding"]),
            only(BOTH, "fainting", conditions=["fainting", "none"]),
            only(BOTH, "heart_valve", devices=["heart_valve", "none"]),
            only(BOTH, "implant_other", implants=["none", "joint"]),
            only(BOTH, spine_dx=["none", "arthritis"]),
            only(BOTH, surgery=["none", "other_older"]),
            only(BOTH, "minor_bleeding_risk_med", med_types=["none", "aspirin_daily"], meds_list="calcium"),
            only(BOTH, "metal_or_contact_allergy", allergies=["none", "latex"]),
            only(BOTH, treatments_tried=["none", "massage"]),
            only(BOTH, imaging=["none", "mri"]),
            only(BOTH, providers=["none", "spine_surgeon"]),
            only(BOTH, "rf_sudden_neuro", pain_areas=["neck"], rf_head_neck=["none", "eyelid_sight"]),
            only(BOTH, "cancer_history", conditions=["cancer_now"], cancer_treatment=["none", "other"]),
            # a hidden question cannot be in conflict
            clear(BOTH, rf_head_neck=["none", "eyelid_sight"]),
            clear(BOTH, cancer_treatment=["none", "chemo_6w"]),
            clear(BOTH, imaging=["xray", "mri"]),
        ],
    ),
]
