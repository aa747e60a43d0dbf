"""Free text of two days: what was written before still names medicines, and does not cry for help twice."""

from tests.intake.screening.truth.later.case import UPDATE, Later, headed

CASES: list[Later] = [
    *headed(
        "medicines",
        [
            UPDATE.fires("anticoagulant", intake={"anything_else": "I take Eliquis"}, days=200),
            UPDATE.fires("anticoagulant", "antiplatelet", intake={"anything_else": "Eliquis"}, anything_else="Plavix"),
            UPDATE.fires("implanted_electronic_device", intake={"anything_else": "pacemaker"}, days=200),
            UPDATE.instead("anticoagulant", intake={"meds_list": "Eliquis"}, meds_list="lisinopril"),
            UPDATE.fires("anticoagulant", intake={"meds_list": "lisinopril"}, meds_list="lisinopril, Eliquis"),
            UPDATE.fires("anticoagulant", intake={"meds_list": "Eliquis"}, days=200),
            UPDATE.instead("anticoagulant", intake={"meds_list": "Eliquis"}, meds_list="none"),
            UPDATE.fires("medicines_unread", meds_list="see photo"),
            UPDATE.instead("medicines_unread", intake={"meds_list": "see photo"}, meds_list="lisinopril"),
            UPDATE.fires("medicines_unread", intake={"meds_list": "see photo"}, days=30),
        ],
    ),
    *headed(
        "crisis",
        [
            UPDATE.fires("crisis_words", anything_else="I want to die"),
            UPDATE.fires("crisis_words", intake={"anything_else": "better"}, anything_else="I want to die", days=3),
            UPDATE.fires("crisis_words", intake={"anything_else": "I want to die"}, anything_else="I want to die"),
            UPDATE.fires("crisis_words", meds_list="I want to die"),
            UPDATE.fires("crisis_words", intake={"meds_list": "aspirin"}, meds_list="aspirin. I want to die"),
            UPDATE.instead("crisis_words", intake={"anything_else": "I want to die"}),
            UPDATE.instead("crisis_words", intake={"anything_else": "I want to die"}, days=3),
            UPDATE.instead("crisis_words", intake={"anything_else": "I want to die"}, anything_else="better"),
            UPDATE.quiet("crisis_words", intake={"meds_list": "I want to die"}, meds_list="I want to die", days=3),
            UPDATE.only("crisis_words_check", anything_else="I do not want to die"),
            UPDATE.instead("crisis_words_check", intake={"anything_else": "I do not want to die"}),
        ],
    ),
    *headed(
        "what passes",
        [
            UPDATE.fires("pregnancy", intake={"pregnancy": "no", "anything_else": "I am pregnant"}, days=14),
            UPDATE.instead("pregnancy", intake={"pregnancy": "no", "anything_else": "I am pregnant"}, days=15),
            UPDATE.fires("pregnancy", intake={"pregnancy": "no"}, days=15, anything_else="I am pregnant"),
            UPDATE.fires("skin_infection", intake={"anything_else": "cellulitis"}, days=14),
            UPDATE.instead("skin_infection", intake={"anything_else": "cellulitis"}, days=15),
            UPDATE.fires("neutropenia_risk", intake={"anything_else": "neutropenia"}, days=14),
            UPDATE.instead("neutropenia_risk", intake={"anything_else": "neutropenia"}, days=15),
            # what does not pass is read however old it is
            UPDATE.fires("bleeding_disorder", intake={"anything_else": "hemophilia"}, days=2000),
        ],
    ),
    *headed(
        "times",
        [
            # 'ago' counts from the day it was written
            UPDATE.fires("blood_thinner_stopped", intake={"anything_else": "stopped Eliquis 10 days ago"}, days=4),
            UPDATE.instead(
                "blood_thinner_stopped",
                "text_hit_review",
                intake={"anything_else": "stopped Eliquis 10 days ago"},
                days=5,
            ),
            UPDATE.fires("blood_thinner_stopped", days=5, anything_else="stopped Eliquis 10 days ago"),
        ],
    ),
    *headed(
        "only new",
        [
            UPDATE.fires("red_flag_in_text", anything_else="I can't feel the toilet paper"),
            UPDATE.instead("red_flag_in_text", intake={"anything_else": "I can't feel the toilet paper"}),
            UPDATE.quiet("red_flag_in_text", rf_saddle_numb="yes", anything_else="I can't feel the toilet paper"),
            UPDATE.fires("red_flag_in_text", intake={"rf_fever": "no"}, anything_else="temp of 38.9 on Sunday"),
            UPDATE.fires("recent_vascular_event", anything_else="had a stent 5 weeks ago"),
            UPDATE.quiet("recent_vascular_event", intake={"anything_else": "had a stent 5 weeks ago"}),
            UPDATE.fires("crisis_words_check", anything_else="can't keep living this way"),
            UPDATE.instead("crisis_words_check", intake={"anything_else": "can't keep living this way"}),
            UPDATE.fires("medicine_not_read", intake={"meds_list": "amlodipine, Zyvotrex 2 mg"}, days=30),
            UPDATE.fires("medicine_not_read", meds_list="amlodipine, Zyvotrex 2 mg"),
            UPDATE.instead(
                "medicine_not_read", intake={"meds_list": "amlodipine, Zyvotrex 2 mg"}, meds_list="amlodipine"
            ),
        ],
    ),
]
