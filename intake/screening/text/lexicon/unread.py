"""A medicine list that says nothing, and one that cannot be read."""

from intake.screening.text.lexicon.shapes import words_of

# The whole answer, without end signs, is one of these: it says "nothing". Anywhere in a longer answer,
# one of these makes the answer one that can be read.
NONE_WORDS = (
    "none",
    "nothing",
    "no",
    "nil",
    "n/a",
    "na",
    "zero",
    "nada",
    "ninguno",
    "ninguna",
    "ningunos",
    "nunguna",
    "없음",
    "없어요",
    "無",
    "无",
    "没有",
    "沒有",
    "không",
)

NONE_PHRASES = (
    "no medicines",
    "no medicine",
    "no meds",
    "no medications",
    "no medication",
    "no pills",
    "no drugs",
    "not taking any",
    "don't take any",
    "do not take any",
    "don't take anything",
    "do not take anything",
    "nothing now",
    "no tomo nada",
    "i take nothing",
    "take nothing",
    "ninguna medicina",
    "ningun medicamento",
    "ninguna pastilla",
    "nada por el momento",
    "nada por ahora",
    "not on anything",
    "not on any",
    "not taking anything",
    "none at this time",
    "none currently",
    "nothing currently",
    "no tomo medicinas",
    "no tomo medicamentos",
    "no tomo pastillas",
)

# Any of these: somebody has to ask.
UNREAD_PHRASES = (
    "see photo",
    "see photos",
    "see picture",
    "see pic",
    "see list",
    "see attached",
    "attached",
    "same as before",
    "same as last time",
    "do not know",
    "don't know",
    "dont know",
    "forgot",
    "forget",
    "can't remember",
    "cannot remember",
    "don't remember",
    "not sure what",
    "not sure of the name",
    "many pills",
    "many meds",
    "many medicines",
    "lots of pills",
    "several pills",
    "too many",
    "blood pressure pill",
    "blood pressure pills",
    "blood pressure medicine",
    "heart pill",
    "heart pills",
    "will bring",
    "bring my",
    "bring the bottles",
    "no se el nombre",
    "no recuerdo",
    "no me acuerdo",
    "pastilla para la presion",
    "pastillas para la presion",
)

# An item that tells of a medicine without its name: 'the white one for my heart', 'medicina de mi doctor'.
NAMELESS = words_of(
    "one pill pills tablet tablets capsule capsules medicine medicines medication medications med meds shot shots"
    " injection injections something stuff thing pastilla pastillas pastillita tableta tabletas capsula capsulas"
    " medicina"
    " medicinas medicamento medicamentos pildora pildoras inyeccion inyecciones algo"
)
# What a pharmacy's label says of the form: '10 mg oral tablet'.
OF_A_LABEL = words_of(
    "oral tablet tablets capsule capsules delayed extended release chewable film coated er xr sr xl dr ec hcl solution"
    " suspension pen injection subcutaneous sublingual tab cap generic tableta tabletas capsula capsulas disintegrating"
    " recubierta prolongada liberacion"
)
# Only how often the medicine before it is taken ('one at night', 'no other pills'), or that there is none.
NOT_NAMELESS = words_of(
    "take takes taking taken took tomo tomar no not none without sin only same with con as when each every cada two"
    " half"
    " both all morning night evening noon bedtime daily day days week weekly month monthly twice times meal meals food"
    " breakfast dinner lunch hours hour noche manana tarde dia diaria diario semana mes horas hora veces comida"
    " desayuno"
    " list photo bottle bottles bring lista foto sometimes occasionally"
)
