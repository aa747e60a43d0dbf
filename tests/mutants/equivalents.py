"""Mutants that change nothing, with the reason: left out of the count, and named when it is printed."""

_SAID_TWICE = "the shorter phrase, or the verb as a bridge, does the same"
_NOT_BRIDGED = "its second word breaks the reach of 'no' anyway"
_STILL_CURRENT = "makes the medicine current a step earlier"
_HOLDS_NO_NAME = "holds no listed word: taking it out is for the reader of the list"

_WAYS = "{yes, maybe, trying, prefer_not, postpartum}"
_TWIN = "another known medicine is as near a spelling of it"

EQUIVALENT: dict[str, str] = {
    "misspellings: kepra xr dropped": "'kepra' is in it, and is listed",
    "sub-list NSAID_SECOND_RISK: aggrenox dropped": "is an antiplatelet too, a second risk already",
    "other medicines: shingrix dropped": "is taken out before anything is looked for",
    "other medicines: tri-sprintec dropped": "'sprintec' is in it, and is listed",
    **{
        f"other medicines: {name} dropped": _TWIN
        for twins in (
            *("amlodipine amlodipino", "antibiotic antibiotics", "atorvastatin atorvastatina", "metformin metformina"),
            *("multivitamin multivitamins", "omeprazol omeprazole", "prenatal prenatals", "probiotic probiotics"),
            *("tradjenta trajenta", "vitamin vitamina vitaminas vitamins"),
        )
        for name in twins.split()
    },
    **{
        f"{group} conditions: tia dropped": "a mini-stroke is read as a stroke too"
        for group in ("for_vessels", "for_stroke_tia")
    },
    "for_kidney_disease pairs: (('epoetin', 'epogen', 'procrit', 'retacrit', 'aranesp'), ('calcitriol', 'rocaltrol')) "
    "dropped": "each of its first side is enough by itself",
    "for_pregnancy conditions: pregnancy dropped": "a No to pregnancy beside such words is a conflict already",
    "crisis_words_check: without NOT fired(crisis_words)": "words(crisis, cancelled) is false when any phrase counts",
    "chest_or_belly_lasting: without pain_areas has {chest, abdomen}": "fact(lasting_pain) reads a question they open",
    "nerve_signs: old_stable dropped from rf_leg_weak in {new_or_worse, weeks_stable, old_stable, not_sure}": (
        "nerve_compression fires on it, and both rules that read the fact are silent beside that"
    ),
    "cord_signs: yes dropped from rf_clumsy in {yes, not_sure}": "fires spine_cord_or_instability by itself",
    **{
        f"{line}: without NOT grown({code})": "no row has an older form: tests/intake/screening/test_grown.py has"
        for line, code in (("conflict_devices", "devices"), ("conflict_ankylosis", "spine_dx"))
    },
    "seizure_disorder: without med_types has seizure_med": "the branch before fires, or the other half of this one",
    "anticonvulsant_other_use: without med_types has seizure_med": "without such a medicine seizure_disorder fires",
    "fu_sepsis: worse_lot dropped from fu_pain_change in {worse_mild, worse_lot}": "fever and much worse pain do it",
    "show_if injection_when of visit_update: without treatments_tried has injection": "its first show-if hides it",
    **{
        f"show_if fu_preg of check_in: {value} dropped from pregnancy in {_WAYS}": "intake(pregnancy) holds then too"
        for value in ("yes", "maybe")
    },
    **{
        f"{words} {change} dropped": reason
        for words in ("followup_today", "followup_next_day")
        for change, reason in (
            *((f"bridge: {word}", "is a bridge for everything") for word in ("ever", "sign", "signs")),
            *((f"negation: {word}n't", "denies everything") for word in ("are", "is", "was", "were", "have")),
        )
    },
    **{
        f"fu_text: rft_{sign} unread": "no rule of the check-in asks for it"
        for sign in ("fever", "chest", "leg_swelling", "pulse", "bleeding", "period")
    },
    "crisis bridge: ever dropped": "is a bridge for everything",
    "unread_phrases: see attached dropped": "'attached' alone is enough",
    "cue BRIDGE: nor dropped": "is a denial itself",
    "cue LIST_WORDS: nor dropped": "is a denial itself",
    "cue CHILDHOOD: in childhood dropped": _SAID_TWICE,
    "cue FAMILY_ANYWHERE: family history of dropped": _SAID_TWICE,
    **{f"cue PAST: {cue} dropped": _SAID_TWICE for cue in ("stopped taking", "stopped using", "used to take")},
    "cue PAST: previously on dropped": _SAID_TWICE,
    **{
        f"cue NOT_NEGATION: {cue} dropped": _NOT_BRIDGED
        for cue in ("not sure", "not only", "no problem", "no problems", "no longer")
    },
    **{f"cue PRESENT: {cue} dropped": _STILL_CURRENT for cue in ("currently", "restarted", "still")},
    **{
        f"cue REMOVE_FIRST: {cue} dropped": _HOLDS_NO_NAME
        for cue in (
            *("shingrix", "flu shot", "pain free", "symptom free", "sugar free"),
            *("gluten free", "dairy free", "latex free", "nickel free"),
        )
    },
}
