"""Words about suicide: every phrase of Part 2 and of the amendment, and what cancels one."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, sayings

PHRASES = (
    *("kill myself", "killing myself", "suicide", "suicidal", "end my life", "ending my life", "want to die"),
    *("wanna die", "better off dead", "no reason to live", "quiero morir", "matarme", "suicidarme"),
    *("죽고 싶", "자살", "想死", "自杀", "自殺", "muốn chết", "tự tử"),
    # amendment 8.4
    *("don't want to live", "dont want to live", "do not want to live", "take my own life", "take my life"),
    *("wish i was dead", "wish i were dead", "want to be dead", "hurt myself", "harm myself"),
)
HOLDS_ITS_OWN_NOT = {"don't want to live", "dont want to live", "do not want to live", "no reason to live"}
LATIN = tuple(phrase for phrase in PHRASES if phrase.isascii() or phrase in ("muốn chết", "tự tử"))
FIELDS: dict[str, dict[str, Value]] = {
    "goal_text": {},
    "skin_area": {"skin": ["scars_fragile"]},
    "imaging_when": {"imaging": ["xray"]},
    "allergies_other": {"allergies": ["other"]},
    "reaction_detail": {"treatments_tried": ["acupuncture"], "acupuncture_reaction": "moderate"},
}


def _alarm(*lines: str) -> list[Case]:
    return [only("crisis_words", anything_else=text) for text in sayings(*lines)]


def _check(*lines: str) -> list[Case]:
    return [only("crisis_words_check", anything_else=text) for text in sayings(*lines)]


CASES: list[Case] = [
    *named("crisis:phrase", [only("crisis_words", anything_else=phrase) for phrase in PHRASES]),
    *named(
        "crisis:in a sentence", [only("crisis_words", anything_else=f"Some days it is {p}, doctor") for p in PHRASES]
    ),
    *named("crisis:shouted", [only("crisis_words", anything_else=phrase.upper()) for phrase in PHRASES]),
    *named(
        "crisis:denied",
        [only("crisis_words_check", anything_else=f"never {p}") for p in LATIN if p not in HOLDS_ITS_OWN_NOT],
    ),
    *named(
        "crisis:a friend",
        [only("crisis_words_check", anything_else=f"my friend {p}") for p in LATIN if p not in HOLDS_ITS_OWN_NOT],
    ),
    *named(
        "crisis_words",
        [
            *_alarm("I want to kill myself | I feel suicidal | thinking about suicide", "I have thoughts of suicide"),
            *_alarm("Sometimes I want to die. | my family is better off dead without me", "I just wanna die"),
            *_alarm("I don't want to live | I don’t want to live in pain", "I do not want to live like this"),
            *_alarm("I dont want to live anymore | I wish I was dead | I wish I were dead", "I might hurt myself"),
            *_alarm("I want to be dead | I could take my own life | I will take my life | I harm myself"),
            *_alarm("there is no reason to live | suicidal thoughts | Suicide."),
            # the past does not cancel it
            *_alarm("I was suicidal years ago | I tried to kill myself in 2010", "suicide attempt last year"),
            # one that is not cancelled is enough
            *_alarm("I am not suicidal but I want to die", "My brother committed suicide. I want to die too."),
            *_alarm("no suicide, I want to end my life | never suicidal; better off dead"),
            # a break between the denial and the words
            *_alarm("I can't sleep and want to die | no sleep, suicidal", "no one would miss me if I kill myself"),
            *_alarm("not sure if suicidal | no problem, just suicidal"),
            # other languages
            *_alarm("quiero morir | Quiero suicidarme | voy a matarme | tôi muốn chết | toi muon chet", "tự tử"),
            *_alarm("我想死 | 我不想死 | 자살 안 해요 | 죽고 싶지 않아요 | 没有自杀的想法 | 我妈妈自杀了"),
            # wherever it is written, as long as the question is shown
            *[fires("crisis_words", **change, **{field: "I want to die"}) for field, change in FIELDS.items()],
            fires("crisis_words", meds_list="kill myself"),
            *[instead("crisis_words", **{field: "I want to die"}) for field in FIELDS if field != "goal_text"],
            clear("crisis_words", signature="want to die"),
            clear("crisis_words", full_name="Suicide Invented"),
            clear("crisis_words", emergency_contact="suicide hotline"),
            clear("crisis_words", preferred_name="suicidal"),
            clear("crisis_words", provider_contact="suicide clinic", share_permission="yes"),
            clear("crisis_words", email="suicide@example.org"),
            clear("crisis_words", anything_else="this pain is killing me"),
            clear("crisis_words", anything_else="I want to live and dance again"),
            clear("crisis_words", anything_else="my phone died"),
            clear("crisis_words", anything_else="I hurt my shoulder"),
            clear("crisis_words", anything_else="it takes my life savings"),
        ],
    ),
    *named(
        "crisis_words_check",
        [
            *_check(
                "I am not suicidal | not suicidal | never suicidal | no suicidal thoughts", "no thoughts of suicide"
            ),
            *_check(
                "I don't want to kill myself | I do not want to die | I don't feel suicidal", "no plan to hurt myself"
            ),
            *_check("I have never attempted suicide | I never tried to kill myself", "I would never take my own life"),
            *_check("never thought about killing myself | I deny suicidal thoughts", "without thoughts of suicide"),
            *_check("I don't want to hurt myself | not going to harm myself", "haven't thought of ending my life"),
            *_check("no quiero morir | nunca quiero morir | no suicide or suicidal thoughts"),
            *_check("my brother committed suicide | my father died by suicide | lost my son to suicide"),
            *_check("my mother died from suicide | suicide runs in my family | family history of suicide"),
            *_check("my friend attempted suicide | my mom had suicidal thoughts"),
            instead("crisis_words_check", "crisis_words", anything_else="not suicidal, but I want to die"),
            clear("crisis_words_check", anything_else="no history of anything bad"),
        ],
    ),
]
