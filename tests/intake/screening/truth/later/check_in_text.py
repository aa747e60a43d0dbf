"""What somebody writes after a visit."""

from tests.intake.screening.truth.case import sayings, words
from tests.intake.screening.truth.later.case import CHECK_IN, Later, headed

TODAY = sayings(
    "my chest feels tight | hard to breathe | short of breath | breathing hurts | my hand is numb | some numbness",
    "me duele el pecho | no puedo respirar bien | cuando respiro me duele | me falta el aire",
    "tengo el brazo entumecido | la mano entumecida | el pie dormido | la mano dormida",
)
NOT_TODAY = sayings(
    "no chest pain | no trouble breathing | no numbness | isn't numb",
    "I haven't noticed any numbness | no problem breathing | never short of breath | my mother is short of breath",
    "a chestnut | sin dolor en el pecho | no chest pain, numbness or breathing trouble | not numb, not short of breath",
    "no tengo dolor de pecho ni me falta el aire",
)
NEXT_DAY = sayings(
    "I had a fever | chills at night | still bleeding a bit | I think I am pregnant | a rash | my arm is swollen",
    "tuve fiebre | tengo calentura | con escalofríos | un poco de sangrado | todavía sangra | estoy embarazada",
    "no fever but chills | no more fever",
    "me salió un sarpullido | tengo ronchas | el brazo hinchado | la pierna hinchada",
)
NOT_NEXT_DAY = sayings(
    "No fever, rash or chills | no signs of redness, swollen or fever | it isn't swollen | no fever",
    "No fever, chills, rash | No fever or chills, rash | sin fiebre ni escalofríos | no tuve fiebre",
    "my son has a fever | we never had chills | wasn't bleeding | sin fiebre | no tengo fiebre | feverfew tea",
)
# What may stand between a denial and a word of the lists, beside what may stand there anywhere.
BRIDGES = words(
    "trouble problem problems short shortness pain sign signs noticed seen redness swelling feel",
    "thoughts thought feeling feels think thinking about want wanting wanted plan plans i would ever",
    "attempted attempt by committed died from lost tried going him her his",
    "pienso pensado pensando pensar en quiero querido intentado intento",
)
DENIALS = words("aren't isn't wasn't weren't haven't")

CASES: list[Later] = [
    *headed("bridges", [CHECK_IN.quiet("fu_text_today", fu_text=f"no {word} numbness") for word in BRIDGES]),
    *headed("bridges", [CHECK_IN.quiet("fu_text_words", fu_text=f"no {word} chills") for word in BRIDGES]),
    *headed("bridges", [CHECK_IN.fires("fu_text_today", fu_text="no table numbness")]),
    *headed("denials", [CHECK_IN.quiet("fu_text_today", fu_text=f"they {word} numb") for word in DENIALS]),
    *headed("denials", [CHECK_IN.quiet("fu_text_words", fu_text=f"they {word} swollen") for word in DENIALS]),
    *headed("fu_text_today", [CHECK_IN.fires("fu_text_today", fu_text=said) for said in TODAY]),
    *headed("fu_text_today", [CHECK_IN.quiet("fu_text_today", fu_text=said) for said in NOT_TODAY]),
    *headed("fu_text_words", [CHECK_IN.fires("fu_text_words", fu_text=said) for said in NEXT_DAY]),
    *headed("fu_text_words", [CHECK_IN.quiet("fu_text_words", fu_text=said) for said in NOT_NEXT_DAY]),
    *headed(
        "fu_crisis",
        [
            CHECK_IN.only("fu_crisis", fu_text="I want to die"),
            CHECK_IN.only("fu_crisis", fu_text="I don't want to live in pain"),
            CHECK_IN.only("fu_crisis", fu_text="ya no quiero vivir"),
            CHECK_IN.only("fu_crisis", fu_text="my brother died by suicide. I want to die"),
            CHECK_IN.instead("fu_crisis", "fu_crisis_check", fu_text="I do not want to die"),
            CHECK_IN.instead("fu_crisis", fu_text="my deadline is killing me"),
            CHECK_IN.instead("fu_crisis", fu_text="thank you"),
            # what the last full form said was heard then
            CHECK_IN.instead("fu_crisis", intake={"anything_else": "I want to die"}),
        ],
    ),
    *headed(
        "fu_crisis_check",
        [
            CHECK_IN.only("fu_crisis_check", fu_text="I am not suicidal"),
            CHECK_IN.only("fu_crisis_check", fu_text="my brother died by suicide"),
            CHECK_IN.only("fu_crisis_check", fu_text="can't keep living this way"),
            CHECK_IN.only("fu_crisis_check", fu_text="no puedo seguir así"),
            CHECK_IN.instead("fu_crisis_check", "fu_crisis", fu_text="suicidal"),
            CHECK_IN.instead("fu_crisis_check", "fu_crisis", fu_text="can't keep living this way, want to die"),
            CHECK_IN.instead("fu_crisis_check", fu_text="I can't go on long walks"),
        ],
    ),
    *headed(
        "fu_text_red_flag",
        [
            CHECK_IN.only("fu_text_red_flag", fu_text="my foot drags since Tuesday"),
            CHECK_IN.only("fu_text_red_flag", fu_text="me cuesta orinar"),
            CHECK_IN.fires("fu_text_red_flag", fu_text="hurts when I inhale"),
            CHECK_IN.fires("fu_text_red_flag", fu_text="I can't feel the toilet paper"),
            CHECK_IN.fires("fu_text_red_flag", fu_text="my speech is slurred"),
            CHECK_IN.fires("fu_text_red_flag", fu_text="my foot drags", fu_nerve=["brief"]),
            CHECK_IN.fires("fu_text_red_flag", fu_text="my foot drags", fu_nerve=["stroke_signs"]),
            CHECK_IN.fires("fu_text_red_flag", fu_text="I can't pee", fu_nerve=["weak_lasting"]),
            CHECK_IN.fires("fu_text_red_flag", fu_text="my speech is slurred", fu_nerve=["weak_lasting"]),
            CHECK_IN.fires("fu_text_red_flag", fu_text="hurts when I inhale", fu_breath="cough_only"),
            CHECK_IN.fires("fu_text_red_flag", fu_text="my foot drags", fu_nerve=None),
            # the text says the day's word too
            CHECK_IN.fires("fu_text_red_flag", "fu_text_today", fu_text="my chest stabs when I breathe in"),
            CHECK_IN.instead("fu_text_red_flag", fu_text="no weakness"),
            CHECK_IN.quiet("fu_text_red_flag", fu_text="chest hurts when I breathe", fu_breath="yes"),
            CHECK_IN.quiet("fu_text_red_flag", fu_text="my foot drags", fu_nerve=["weak_lasting"]),
            CHECK_IN.quiet("fu_text_red_flag", fu_text="my foot drags", fu_nerve=["saddle_bladder"]),
            CHECK_IN.quiet("fu_text_red_flag", fu_text="I can't pee", fu_nerve=["saddle_bladder"]),
            CHECK_IN.quiet("fu_text_red_flag", fu_text="I can't feel the toilet paper", fu_nerve=["saddle_bladder"]),
            CHECK_IN.quiet("fu_text_red_flag", fu_text="my speech is slurred", fu_nerve=["stroke_signs"]),
            CHECK_IN.instead("fu_text_red_flag", fu_text="thank you, I feel better"),
        ],
    ),
]
