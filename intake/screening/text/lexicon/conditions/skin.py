"""Infections of the skin."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="skin_infection",
        words=(
            "abscess",
            "erysipelas",
            "absceso",
            "forunculo",
        ),
        patterns=lines_of(
            """
boils ~ water|eggs|kettle
big|bad|huge|large|nasty|red|sore|infected|another boil|boils ~ water|eggs|kettle|tea
cellulitis|cellulites
impetigo
mrsa|sarm
abscess*|absceso*
erysipel*|erisipela
shingles|zoster|culebrilla ~ roof|roofing|roofer|vaccine|vaccinated
staph ..3 infection|leg|arm|skin|back|face|hand|foot|buttock|sore ~ staff
staph ~ staff
estafilococo ..3 piel|pierna|brazo
a|the|my|with|have|had|got|painful|another boil ~ water|eggs|kettle
boil|boils on|under|in ..2 leg|arm|skin|back|armpit|groin|buttock|neck|thigh|face ~ water|eggs|kettle
furunc*|forunculo*|carbunc*
divieso|nacido infectado
paronychia|panadizo
folliculitis|foliculitis ..2 infect*
lymphangitis
necrotizing ..1
infected|septic ..1 cut|wound|toe|toenail|finger|fingernail|foot|leg|skin|hand|sore|bite|burn|scratch|blister|cyst|
    piercing|tattoo|ulcer|incision|stitches
cut|wound|toe|toenail|finger|foot|leg|hand|sore|bite|blister|cyst|incision ..2 infected|oozing|weeping
scratched|scratch|bit|bitten|cut|scraped|burned|stung|pricked|poked|rasguno|mordio|corte|queme ..6 infected|infectado|
    infecto
skin|toe|toenail|nail|foot|finger|leg|hand|wound|elbow|shin|staph infection|infections ~ fungal|fungus
infection in|on|of ..2 toe|toes|toenail|foot|finger|leg|hand|wound|elbow|shin|incision|skin ~ fungal|fungus
pus ..2
foot|leg|pressure|diabetic|heel ulcer|ulcers
bed sore|sores
bedsore|bedsores
infeccion ..3 piel
herida|cortada|una|dedo|pie|pierna|piel|llaga|mano|ampolla ..2 infectad*|supur*
infectad* ..2 herida|dedo|pie|pierna|piel
ulcera|ulceras ..3 pie|pierna|pies|piernas|presion
celulitis & infec*|antibiotico*|antibiotics
celulitis & pierna|piernas|pie|brazo roja|rojas|rojo|hinchada|caliente
escaras
"""
        ),
        past=Past.APPLIES,
    ),
)
