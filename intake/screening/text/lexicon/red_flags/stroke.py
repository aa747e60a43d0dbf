"""Signs of a stroke: the face, one side of the body, speech, sight, a headache like no other."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

_LANGUAGE = "english|spanish|korean|chinese|vietnamese|language|languages|ingles|espanol|idioma|loud|phone|telefono"
_DENTIST = "dentist|dentista|dental|anestesia|muela|diente|tooth|novocaine|botox|inyeccion"
_NOT_A_LOSS = "dolor|dolores|duele|molestia|cuello|cabeza|espalda|cintura|neck|hombro|cama|mejoria"

STROKE = (
    WordList(
        code="rft_stroke",
        patterns=lines_of(
            f"""
face|mouth|eyelid|lip|cheek ..2 droop*|dropped|crooked
talking|talked|speaking|spoke|speech ..1 funny|weird|strange|backwards|gibberish|nonsense ~ movie|show
couldn't|can't|cannot|could+not|unable ..2 understand ..3 people|words|said|anyone|anything|speech ~ {_LANGUAGE}|accent|
    instructions|form
dark|black|gray|curtain|shade|veil ..4 eye ~ makeup|bruise|circles|color|punched
slurred|slurring|garbled ..1
trouble|can't|cant|cannot|couldn't|difficulty|unable|can+not|could+not|not+able|barely|hardly ..2 talk|talking|speak|
    speaking ~ {_LANGUAGE}
one|left|right side ..3 weak|numb|paralyzed
worst headache
double vision
lost|losing|loss|sudden ..3 vision|sight ~ goal|goals|purpose|priorities
cara ..2 caida|chueca|torcida|dormida
boca chueca|torcida
no ..1 podia|puedo|pude|logro|logre ..1 hablar|pronunciar|articular ~ {_LANGUAGE}
vision doble
veo doble
perdi|perdida ..2 vista|vision
peor dolor ..1 cabeza
torcio|torcida|torcido|tuerce|tuercen|torciendo|chueca ..3 boca|cara
boca|cara ..2 torcida|torcio|chueca|dormida|dormio
vi|veo|viendo doble
seeing|saw|see double
speech ..2 slurred|funny|garbled
words ..3 come|came ..1 wrong|slurred|out
couldn't|can't|cant|cannot|unable|can+not|could+not|not+able|barely|hardly find|get ..2 words
half|side ..2 face|body ..3 numb|weak|droops|dead|asleep|tingling|frozen
durm*|adormec*|entumec* ..3 lado|mitad|cara|boca
can't|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly see ..4 eye
vision ..2 gone|lost|missing|black
lado|mitad ..4 dormido|dormida|debil|paralizad*
hablar ..1 trabado|enredado
se me traba ..1 lengua
durm*|duerm*|adormec*|entumec*|paraliz* ..4 medio cuerpo
duerme|durmio ..4 lado|mitad ..3 cara|cuerpo
va|fue|nublo|borro ..3 vista & ojo|repente|lado
thunderclap
cae|caia|cayo|cuelga|colgo ..4 lado ..3 cara|boca
arm|leg ..3 face ..3 numb|weak|tingling|dead
words ..3 jumbled|scrambled|garbled|slurred
no ..2 salen|salian|salieron ..2 palabras
smile|eye|eyelid|lip ..3 droop*|crooked|lopsided|sagging
face ..3 lopsided|sagging|fell|numb
can't|cant|couldn't|cannot|unable|can+not|could+not|not+able|barely|hardly form ..2 words|sentence|sentences
went blind ..2 eye
curtain ..3 eye|vision
sudden numbness
can't|cant|cannot|couldn't move|feel ..2 left|right|one|half (of) (my|the) side|body|face
speech|voice|words ..2 slurry|slurred|mumbled|thick|off
cayo|caia|cae ..2 cara|boca ~ verguenza|pena
face|mouth|lip|smile|cheek|eyelid ..3 hanging|hangs|hung|uneven|twisted|sags|sagged|sagging|paralyzed|slipping|frozen|
    fallen|fell|droop* ~ {_DENTIST}|mask|wall
droop* ..2 eyelid|eye|face|mouth|lip|smile
mouth|face|lip|smile ..2 pulls|pulling|pulled|going|goes|went|slid ..2 side
chuec*|enchuec*|torc*|tuerc*|ladea*|ladeo|desvi*|paraliz*|caid* ..2 cara|boca|cachete|labio|rostro|sonrisa ~ {_DENTIST}
cara|boca|cachete|labio|labios|rostro|sonrisa|parpado ..3 chuec*|enchuec*|torci*|tuerc*|ladea*|desvi*|paraliz*|cayo|
    caid*|caia|cae|caen|cuelga|colgad*|dormid*|durm*|duerm*|adorm*|entum* ~ {_DENTIST}|verguenza|pena
boca|cara|sonrisa ..3 fue|va|iba|jala|jalo ..2 lado
fue|va|iba|jala|jalo ..2 boca|cara|sonrisa ..2 lado
cerro|cierra|cae|cayo|caido|cuelga ..2 parpado
parpado ..3 cerro|cierra|caido|caida
pupil|pupils|pupila|pupilas ..4 uneven|different|bigger|larger|distint*|diferente*|desigual*|grande
one|left|right|whole side ..4 dead|limp|lifeless|useless|paralysed
medio|mitad|lado ..4 no ..3 mueve|muevo|responde|siento|mover|sentir|sirve ~ {_NOT_A_LOSS}
no ..2 mover|muevo|siento|sentir|responde|mueve|sirve ..1 medio|mitad|lado ~ {_NOT_A_LOSS}
paraliz*|debilit* ..3 lado|mitad|medio
medio|half|mitad cuerpo|body ..3 dormid*|durm*|adorm*|entum*|paraliz*|muert*|numb|dead|weak|gone
half|mitad|medio|lado|side (of|del|de) (my|mi|the|la) cara|cuerpo|face|body ..3 numb|weak|dead|dormid*|durm*|adorm*|
    entum*|paraliz*|muert*
de repente|golpe & dormid*|durm*|adorm*|entum*|numb ~ quede|quedo|sueno|cama|tele|sentada|sentado
suddenly ..4 numb|weak|paralyzed
traba|traban|trabo|trababa|trababan|enreda|enredan|enredo|arrastro|arrastra ..3 lengua|palabras|habla
lengua ..3 traba|traban|trabo|enreda|enredo|dormid*|durm*|pesada ~ {_DENTIST}
hablo|hablaba|hablar|hable|habla ..2 raro|rara|chueco|enredado|trabado|arrastrado|arrastrando|borracho|
    borracha ~ {_LANGUAGE}
words|speech ..2 not|don't|won't|wouldn't|didn't|doesn't ..1 come|coming
palabras ..2 no ..2 salen|salian|salieron|encuentro
tongue ..2 thick|heavy|twisted ~ {_DENTIST}
sound|sounded|sounding|talk|talked|talking|speak|speaking ..2 drunk ~ driver|husband|neighbor
slur
no ..2 veo|veia|vi|ver|ve ..4 ojo ~ lentes|glasses|lejos|cerca
ojo ..2 no ..2 ve|veo|veia|ver
se me fue|va|iba|borro|apago|oscurecio|perdio ..1 vista|vision
vista|vision ..2 se me fue|va|borro|apago|oscurecio|nublo|perdio
vision|sight|eyesight ..3 disappeared|dark|vanished|blank
eye|ojo ..2 went|goes|quedo|quede blind|dark|black|ciego|blank
blind|ciego|ciega ..2 one|left|right|un|izquierdo|derecho|ojo (eye) ~ dog|cat|perro
worst ..2 head|headache|migraine
worst|peor & headache & life|ever|vida
peor|fuerte ..3 dolor|dolores ..1 cabeza
dolor|dolores ..1 cabeza ..5 vida|trueno|rayo|relampago|balazo|explosion|repente|golpe
headache|headaches|head ..6 thunder|lightning|exploded|explosion|gunshot|suddenly
sudden|explosive ..2 headache|headaches|head+pain
exploto|revento ..2 cabeza
everything|objects|letters ..1 double ~ takes|took|takes|costs|check|checked
nublo|nubla|borro|oscurecio|apago ..2 ojo|ojos
arm|hand|brazo|mano ..4 leg|foot|pierna|pie ..5 numb|weak|heavy|dead|limp|dormid*|durm*|adorm*|entum*|debil|
    debiles ~ {_NOT_A_LOSS}|pain
numb|dormid*|durm*|durmio|adorm*|entum* ..4 arm|hand|brazo|mano ..4 leg|foot|pierna|pie ~ {_NOT_A_LOSS}|pain
brazo|arm|mano|hand|pierna|leg ..3 cara|face|boca|mouth ..6 numb|weak|dead|dormid*|durm*|adorm*|entum*|debil|debiles
cara|face|boca|mouth ..3 brazo|arm|mano|hand|pierna|leg ..6 numb|weak|dead|dormid*|durm*|adorm*|entum*|debil|debiles
numb|dormid*|durm*|durmio|adorm*|entum* ..3 cara|face ..4 brazo|arm|mano|hand|pierna|leg
numb|dormid*|durm*|durmio|adorm*|entum* ..3 brazo|arm|mano|hand|pierna|leg ..4 cara|face
no ..1 podia|pude|puedo|logro ..1 sacar|encontrar|decir|formar ..2 palabras|palabra
no ..1 muevo|mueve|responde ..3 lado|mitad|medio ~ {_NOT_A_LOSS}
veo|viendo|vi ..1 dos ..2 todo|cosas|todos|personas|cada
blurry|blurred|borroso|borrosa|nublado|fuzzy|gray|gris ..3 one|left|right|un|izquierdo|derecho|ojo (eye|ojo) ~ lentes|
    glasses|contacts|cataract|cataracts|catarata
dolor|dolores ..1 cabeza ..4 subito|subita|repentin*|explosiv*
subito|repentino ..2 dolor ..2 cabeza
mas fuerte que he|haya sentido|tenido
headache|headaches ..4 never ..1 had|felt
media cara|boca & no|dormid*|durm*|duerm*|paraliz*|muert*|caid*|cayo|adorm*|entum* ~ duele|dolor|{_DENTIST}
could|can|was not ..2 talk|speak ~ {_LANGUAGE}
see|seeing|saw two|twice of everything|things|people|all|me|it
cuesta|costaba|dificulta|batallo|trabajo|dificil ..2 hablar|articular|pronunciar ~ {_LANGUAGE}|publico|jefe|gente
se me fue|va ..1 lado ..2 boca|cara
dolor ..1 cabeza ..3 nunca ..2 sentido|tenido
vision|vista ..2 se fue|va|perdio
side|half ..3 face ..2 not|doesn't|won't|can't|cannot ..1 move|moving|work|working
boca|sonrisa (toda) de lado
lengua ..2 gruesa|trapo ~ {_DENTIST}
lost|losing|lose ..1 speech
side|half of everything|vision|sight|view|page|room|world ..3 missing|gone|black|dark|blurry|blank
hand|arm|leg|foot|mano|brazo|pierna (suddenly) won't|wont|doesn't|didn't|no do|hace what|lo (i|que)
hablo|hablaba ..3 borracho|borracha|dormido|dormida|lengua ~ {_LANGUAGE}
letters|words|letras|palabras ..3 no|any sense|sentido
speech|words|talking|talk ..5 wrong|funny|weird|slurred|jumbled|mumbled|gibberish|backwards|mush|mushy ~ {_LANGUAGE}|
    therapist|crossword|bad|password|passwords
lip|lips|face|cheek|tongue|mouth & numb|numbness|tingly|tingling|crooked|lopsided|droop*|sagging|limp ~ {_DENTIST}|mask
side of (my|the) body|face|head ..4 sleep|asleep|dead|numb|tingl* ~ pillow|bed
mix|mixing|mixed|jumbl*|scrambl*|mess|messing|revuelvo|confundo (up) ..1 words|palabras ~ {_LANGUAGE}|crossword|game
headache|headaches|cabeza ..4 of nowhere|la+nada
no ..2 sale|salia|salio ..2 voz|palabras ~ gripe|ronca|ronco|garganta
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
)
