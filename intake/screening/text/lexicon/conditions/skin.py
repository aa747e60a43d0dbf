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
cellulitis|cellulites|cellulitus|celulitus
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
wound|wounds|ulcer|ulcers|incision|incisions|blister|blisters|lesion|lesions|scab ..6 won't|wont|doesn't|isn't|aren't|
    not|never ..1 heal|heals|healed|healing|close|closed|closing ~ stomach|mouth|canker|throat
sore|sores on|in|that|which ..5 won't|wont|doesn't|isn't|not|never ..1 heal|heals|healed|healing|close|closed|
    closing ~ mouth|throat
non-healing|unhealed|unhealing|nonhealing|open|oozing|weeping ..1 wound|wounds|ulcer|ulcers|sore|sores|
    incision ~ mouth|stomach
wound care|vac|clinic|dressing|dressings|packing
wound|cut|sore|incision|bite|scratch|blister|scab|spot|sutures|stitches ..5 oozing|oozes|weeping|draining|drains|
    leaking|leaks|seeping
oozing|draining|weeping|leaking|seeping ..3 yellow|green|pus|goo|gunk ~ nose|sinus|sinuses|mucus|eye|eyes|ear
red streak|streaks|streaking
scratch|bite|cut|wound|incision|piercing|tattoo|stitches|sutures ..5 is|are|looks|got|turned|went ..2 red|hot|angry|
    swollen
incision|wound|sore ..5 smells|stinks|smelly
llaga|llagas|herida|heridas|ulcera ..2 abierta|abiertas ~ boca|estomago
herida|heridas|llaga|llagas|ulcera ..2 no ..2 cierra|cierran|sana|sanan|cicatriza|cura ~ boca|estomago
nacido|nacidos|bolita|grano ..3 axila|nalga|ingle ~ mexico
postema|apostema|tacotillo|tacotillos|golondrinos
infeccion en la|el|mi|las una|unas|dedo|herida|pie|pierna|talon
bite|sting|scratch|piercing|tattoo|burn|scrape|splinter|spot|bump|bumps|mole|scar|hangnail|hair|nail|ankle|shin|calf|
    elbow|armpit|knuckle|heel ..5 infected|infectado|infectada|infecto
infected ..1 spot|bump|nail|scar|hair|follicle|splinter|scrape|elbow|heel|bug
wound|incision|stitches|sutures|cut|herida|puntos ..5 opened|split|burst|abrio|abrieron ~ dental|teeth|eyes
wound|incision|stitches ..7 draining|oozing|weeping|leaking
encono|enconada|enconado|enconaron|enconadas
unero|uneros
pie|pies|pierna|piernas|talon|tobillo ..3 ulcera|ulceras|llaga|llagas
cortada|herida|raspon|piquete|rasguno|mordida ..7 caliente|roja|rojo|infectada|infecto|pus
blood poisoning
red line|lines ..4 up|toward ..2 arm|leg
surgical|surgery|iv|injection site ..2 infected
sitio ..3 infectado
ulcer|ulcers ..3 foot|feet|heel|toe|toes|leg|shin|ankle
wound|ulcer|sore|incision|ulcers|wounds ..7 drainage|discharge|pus
red|hot|swollen ..3 toe|finger|foot|leg|hand|skin|elbow & infected|infection|antibiotic|antibiotics
stitches|sutures|incision|wound|cut|puntos ..6 infected|infectaron|infecto
"""
        ),
        past=Past.APPLIES,
    ),
)
