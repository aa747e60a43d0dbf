"""Kinds of sentences that the recogniser missed or took for something else, with what lies close to each.

A row or two a kind: the words of a kind are tried in `strangers.txt` and told in the lexicon.
"""

from tests.intake.screening.truth.case import Case, Value, clear, fires, named, only, quiet

LATE: dict[str, Value] = {"pregnancy": "no"}


def _told(code: str, *texts: str) -> list[Case]:
    return [fires(code, anything_else=text) for text in texts]


def _not_told(code: str, *texts: str) -> list[Case]:
    return [quiet(code, anything_else=text) for text in texts]


CASES: list[Case] = [
    case
    for kind, rows in {
        "free of cancer": [
            *_told("cancer_history", "cancer-free since 2015", "libre de cáncer desde 2012"),
            *_not_told("cancer_history", "the biopsy was cancer free", "my husband is cancer-free"),
        ],
        "none since": [
            *_told("seizure_disorder", "no seizures since 2019"),
            *_told("seizure_remote", "sin convulsiones desde 2010"),
            *_not_told("skin_infection", "no skin infection since 2019"),
        ],
        "relatives": [
            *_not_told("seizure_disorder", "my in-laws have epilepsy", "my kid brother has seizures"),
            *_not_told(
                "implanted_electronic_device", "my significant other has a pacemaker", "mi ahijada usa marcapasos"
            ),
            *_told(
                "implanted_electronic_device", "I'm a grandma with a pacemaker", "the old box in my chest, a pacemaker"
            ),
            *_told("diabetes_neuropathy", "soy una abuela diabética"),
        ],
        "topical": [
            clear("minor_bleeding_risk_med", meds_list="diclofenac roll-on"),
            clear("minor_bleeding_risk_med", meds_list="I rub diclofenac on my shoulder"),
            only("minor_bleeding_risk_med", meds_list="ibuprofen gel caps"),
            only("immunosuppressed", med_types=None, meds_list="prednisolone for skin patches"),
        ],
        "skipped": [
            *_told("blood_thinner_stopped", "no tomé mi Eliquis ayer", "no Eliquis since Friday"),
            *_not_told("blood_thinner_stopped", "I never skip my Eliquis"),
            *_told("anticoagulant", "no se me olvida el Xarelto nunca"),
        ],
        "ended behind a label": _told("blood_thinner_stopped", "Blood thinner: no, stopped it Monday"),
        "an end without a date": [
            *_told("text_hit_review", "stopped my blood thinner"),
            *_not_told("text_hit_review", "no blood thinners"),
        ],
        "bladder": [
            *_told("red_flag_in_text", "haven't peed since yesterday", "llevo dos dias sin orinar"),
            *_not_told("red_flag_in_text", "haven't gone to the gym for 3 days", "orino bien"),
        ],
        "period": [
            fires("red_flag_in_text", **LATE, anything_else="have not gotten my period for 2 months"),
            fires("red_flag_in_text", **LATE, anything_else="no me viene la regla"),
            quiet("red_flag_in_text", **LATE, anything_else="not gotten my paycheck for 2 weeks"),
        ],
        "seat": [
            *_told("red_flag_in_text", "no siento el ano", "my entrepierna is numb"),
            *_not_told("red_flag_in_text", "no siento el año tan pesado", "no siento dolor en las nalgas"),
        ],
        "degrees": [
            *_told("red_flag_in_text", "101.5 temp", "el termómetro marcó 38.9", "101.5° last night"),
            *_not_told("red_flag_in_text", "it was 102 degrees outside", "weight 101.5 kg", "temp 98.6"),
        ],
        "half back": [
            *_told("seizure_disorder", "seizures - no, not controlled", "Epilepsy: no, only when I forget my pills"),
            *_not_told("seizure_disorder", "Seizures: no, only headaches", "Seizures: no, but I have headaches"),
        ],
        "ability": [
            *_told("red_flag_in_text", "able to pee - no", "I cannot pee: no", "feeling in groin: none"),
            *_not_told("red_flag_in_text", "can't pee? no, I pee fine", "trouble peeing: no"),
        ],
        "trade": [
            *_not_told("implanted_electronic_device", "I sell insulin pumps", "reparo marcapasos"),
            *_not_told("cancer_history", "I study cancer at the university"),
            *_told("implanted_electronic_device", "they repaired my pacemaker", "I sell cars and have a pacemaker"),
        ],
        "animals": [
            *_not_told("seizure_disorder", "my horse has seizures"),
            *_told("seizure_disorder", "my dog senses my seizures"),
        ],
        "waking": [
            *_not_told("crisis_words_check", "I don't want to wake up so tired", "no quiero despertar tan cansada"),
            *_told("crisis_words_check", "so tired I don't want to wake up anymore", "no quiero despertar mañana"),
            *_told("red_flag_in_text", "I wake up drenched"),
        ],
        "what may come": [
            *_not_told("cardio_renal_liver", "can acupuncture cause a stroke", "I want to prevent a heart attack"),
            *_told(
                "cardio_renal_liver", "Eliquis to prevent another stroke", "do not know the cause of my heart failure"
            ),
        ],
        "without a name": [
            only("medicine_not_read", meds_list="metformin, something for sleep"),
            clear("medicine_not_read", meds_list="metformin, one in the morning, one at night"),
            fires("diabetes_neuropathy", conditions=None, med_types=None, meds_list="lisinopril, my sugar pill"),
        ],
    }.items()
    for case in named(f"kind:{kind}", rows)
]
