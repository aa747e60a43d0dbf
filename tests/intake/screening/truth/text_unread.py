"""A medicine list nobody can read, and one that only says none."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, quiet

UNREAD = (
    *("see photo", "see photos", "see picture", "see pic", "see list", "see attached", "attached", "same as before"),
    *("same as last time", "do not know", "don't know", "dont know", "forgot", "forget", "can't remember"),
    *("cannot remember", "don't remember", "not sure what", "not sure of the name", "many pills", "many meds"),
    *("many medicines", "lots of pills", "several pills", "too many", "blood pressure pill", "blood pressure pills"),
    *("blood pressure medicine", "heart pill", "heart pills", "will bring", "bring my", "bring the bottles"),
    *("no se el nombre", "no recuerdo", "no me acuerdo", "pastilla para la presion", "pastillas para la presion"),
)
NONE = (
    *("none", "nothing", "no", "nil", "n/a", "na", "zero", "nada", "ninguno", "ninguna", "ningunos", "nunguna"),
    *(
        "없음",
        "없어요",
        "無",
        "无",
        "没有",
        "沒有",
        "không",
        "no medicines",
        "no medicine",
        "no meds",
        "no medications",
    ),
    *("no medication", "no pills", "no drugs", "not taking any", "don't take any", "do not take any"),
    *("don't take anything", "do not take anything", "nothing now", "no tomo nada", "i take nothing"),
    *("take nothing", "ninguna medicina"),
)
HERBS: dict[str, Value] = {"med_types": ["supplements_herbs"]}

CASES: list[Case] = [
    *named("unread:phrase", [only("medicines_unread", meds_list=phrase) for phrase in UNREAD]),
    *named(
        "unread:with a medicine", [only("medicines_unread", meds_list=f"lisinopril, {phrase}") for phrase in UNREAD]
    ),
    *named("says_none", [only("answers_conflict", **HERBS, meds_list=word) for word in NONE]),
    *named(
        "says_none:typed freely", [only("answers_conflict", **HERBS, meds_list=f" {w.capitalize()}. ") for w in NONE]
    ),
    *named("says_none:alone", [clear("medicines_unread", meds_list=word) for word in NONE]),
    *named(
        "unread",
        [
            # nothing in it that anybody lists
            *[
                only("medicines_unread", meds_list=text)
                for text in (
                    "a little white pill",
                    "pills",
                    "asdf",
                    "💊",
                    "?",
                    "12345",
                    "the usual",
                    "something for my back",
                    "yes",
                    "ask my wife",
                    "I WILL BRING them",
                    "too many to list",
                    "See List",
                    "I forgot the names",
                    "pastilla para la presión",
                    "No sé el nombre",
                    "I don’t know",
                    "my blood pressure medicine and a statin",
                    "a little-white-pill",
                    "met4ormin",
                )
            ],
            # a listed drug of any status, another known medicine, or a word for none
            *[
                clear("medicines_unread", meds_list=text)
                for text in (
                    "lisinopril",
                    "Lisinopril 10 mg, atorvastatin",
                    "lisinoprel",
                    "metforman",
                    "atorvastatine",
                    "metoprool",
                    "ambin",
                    "我没有吃药",
                    "아무것도 없음 감사",
                    "multivitamin",
                    "iron",
                    "a statin",
                    "Tylenol as needed",
                    "no aspirin",
                    "no prescription drugs",
                    "none at this time",
                    "nothing really",
                    "Nada",
                    "ninguna por ahora",
                    "not taking any right now",
                    "stopped prednisone last year",
                    "Avandia",
                    "Brintellix",
                )
            ],
            fires("medicines_unread", "anticoagulant", meds_list="Eliquis and others, see list"),
            only("medicine_not_read", meds_list="vitamins, a little white pill"),
            only("medicine_not_read", "minor_bleeding_risk_med", meds_list="aspirin and a little white pill"),
            only("medicines_unread", "minor_bleeding_risk_med", meds_list="aspirin, heart pill"),
            only("medicines_unread", "pregnancy", pregnancy=None, meds_list="I am pregnant"),
            instead("medicines_unread", meds_list=None),
            clear("medicines_unread", anything_else="too many to list, see photo"),
        ],
    ),
    *named(
        "says_none:not quite",
        [
            clear("answers_conflict", **HERBS, meds_list="none but vitamin c"),
            clear("answers_conflict", **HERBS, meds_list="nothing besides magnesium"),
            clear("answers_conflict", **HERBS, meds_list="no prescription drugs, zinc"),
            only("answers_conflict", **HERBS, meds_list="None!"),
            only("answers_conflict", **HERBS, meds_list="NONE."),
            only("answers_conflict", **HERBS, meds_list="N/A."),
            only("answers_conflict", **HERBS, meds_list="I take nothing."),
            only("answers_conflict", **HERBS, meds_list="No tomo nada"),
            only("answers_conflict", **HERBS, meds_list="Don’t take any"),
            only("answers_conflict", "anticoagulant", blood_thinner="yes", inr_status="in_range", meds_list="no"),
            quiet("answers_conflict", meds_list="none"),
            quiet("answers_conflict", meds_list="none", blood_thinner="stopped_recent"),
        ],
    ),
]
