"""Signs from the chest and the belly: pain, breath, a pulse, a tearing pain."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

_SQUEEZES = (
    "aprieta|aprietan|apreto|apretaba|apriete|apretando|apretado|apretada|oprime|oprimen|oprimio|oprimia|oprimido"
    "|oprimiendo|apachurra|aplasta|aplastando|aplastado|punza|punzo|quema|arde|pesa|cierra"
)
_NOT_A_CHEST = (
    "gimnasio|pesas|ejercicio|ejercicios|faja|brasier|bra|sosten|blusa|camisa|cinturon|seatbelt|shirt|lactancia|leche"
    "|amamantar|breastfeeding|gym|maquina|acidez|reflujo|agruras|heartburn|reflux"
)
# A faint at the sight of a needle is asked of elsewhere.
_FAINT_AT = (
    "needle|needles|blood|shot|shots|vaccine|vaccines|acupuncture|draw|drawn|dentist|donating|child|kid|tattoo|sight"
    "|injection|iv|piercing"
)

TRUNK = (
    WordList(
        code="rft_chest",
        patterns=lines_of(
            f"""
chest pain|pressure|tightness|pains|hurts
pain|pressure|tightness|pressing ..3 chest
chest ..2 hurts|tight|heavy
short|shortness of breath ~ run|running|jog|jogging|sprint|sprints|marathon|hill|hills
can't|cant|cannot|hard|trouble|difficulty|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 breathe|
    breathing|breath
passed|passing|blacked|blacking out
dolor|presion|opresion ..3 pecho
pecho ..2 apretado|apretando|aprieta|oprimido|oprime|pesado ~ gimnasio|pesas
duele ..2 pecho
falta|faltaba ..2 aire
no puedo respirar
tosi|tos|escupi|escupo ..3 sangre
me desmaye
can't|cant|cannot|trouble|hard|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 catch|get ..1 breath|air
out of breath ~ gym|run|running|jog|jogging|exercise|workout|sprint
winded|breathless|gasping ~ normal|view|beautiful|gym|run
pain|pressure|tightness|squeezing|crushing|burning|heavy|heaviness|tight ..5 breastbone|sternum
dolor|presion|opresion|aprieta|ardor|quema ..4 esternon
breastbone|sternum|esternon ..3 hurts|aches|pressure|pressing|aprieta|duele
elephant ..4 chest
aplast*|apret*|apriet*|oprim*|apachurr*|estruj*|punz*|presion*|squeez*|crush* & pecho|chest ~ {_NOT_A_CHEST}|lift|
    press|bench
cough*|hack*|toso|tosi|tosiendo ..3 pink|red|rust|rusty|foam|rosa|rosada|roja|espuma|clots|coagulos
keeled over ~ laughing
blood ..2 spit|saliva|phlegm|sputum|mucus ~ teeth|gums|floss|brush|dentist|nose
sangre ..3 flema|flemas|saliva|esputo ~ dientes|encias|nariz
heavy|tight|burning|aching|painful chest ~ lift|press|workout|gym|cold|cough|shirt|bra
me desmayo ..3 desde|ayer|hoy|seguido|diario ~ {_FAINT_AT}|sangre|aguja|agujas|vacuna
out cold ~ outside|weather|it's
woke|desperte|woken ..3 on|en ..2 floor|ground|piso|suelo ~ yoga|sleep|slept|mattress
heaviness|weight|squeeze|band ..3 chest ~ lift|lifting|gym|lost|press
squeezing|crushing|tight|tightness ..4 chest ~ shoulders|muscles|muscle|shirt|bra|pecs
chest ..3 pressure|squeezing|crushing|tightness
me ahogo|asfixio
no ..2 alcanza ..2 aire
dificultad ..2 respirar
me desmaye|desmayado|desvaneci
chest ..4 hurts|tight|heavy|hurting|aching ~ drawers|hair|gym|workout|bench|push-ups
cuesta|batallo ..2 respirar ~ nariz
coughing|coughed|cough|coughs|spit|spitting|spat|hacking|hacked ..5 blood|bloody ~ teeth|gums|floss|flossing|brush|
    brushing|dentist
air hunger
suffocating|smothering
dificulta|apenas|dificil ..3 respirar ~ nariz
{_SQUEEZES} ..2 pecho|chest ~ {_NOT_A_CHEST}
pecho|chest ..3 {_SQUEEZES} ~ {_NOT_A_CHEST}
duele|dolia|dolio|dolido|doliendo|duelen ..3 pecho|chest ~ {_NOT_A_CHEST}|gas
pecho|chest ..3 duele|dolia|dolio|doliendo ~ {_NOT_A_CHEST}
peso|pesado|pesada|pesadez|carga|piedra|losa|elefante|apreton|punzada|punzadas|ardor ..3 pecho|chest ~ {_NOT_A_CHEST}
pain|pressure|tightness|tight|heaviness|pressing|squeezing ..3 pecho
dolor|presion|opresion ..3 chest
chest ..3 squeezed|squeezes|squeeze|crushed|constricted|aches|aching|pressing|burning|burns|pain|pains ~ {_NOT_A_CHEST}|
    drawers|hair|gym|workout|bench|push-ups|cold|cough
sitting|sits|standing|stands|stepping|brick|bricks|anvil|truck ..1 on ..1 chest ~ baby|cat|dog|kid|son|daughter
no ..2 puedo|pude|podia|logro|alcanzo ..2 jalar|agarrar|tomar|meter ..1 aire
no ..2 puedo|pude|podia|logro|alcanzo ..1 respirar ~ nariz
quedo|quede|quedaba|ando|estoy ..2 sin aire|aliento|respiracion
falta|faltaba|falto|faltando ..2 aire|respiracion|aliento|oxigeno
aire|respiracion|aliento ..2 falta|faltaba|falto ~ acondicionado|llanta|llantas
se me va|fue|iba|acaba|corta|corto|cierra ..1 aire|respiracion|aliento ~ acondicionado
cuesta|costaba|costo|trabajo|batallo|batallando ..4 respirar ~ nariz
me ..1 ahogando|sofoco|sofocando|asfixiando|ahogaba ~ trabajo|deudas
struggling|struggle|fighting|fight|starving|hungry ..1 for ..1 air|breath
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 draw|take|pull ..3 breath|air
lost|losing|lose consciousness
fainted ..6 yesterday|today|again|twice|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|night|ayer|
    hoy ~ {_FAINT_AT}
fainted|fainting ..2 this|last morning|week|night ~ {_FAINT_AT}
keep|keeps|kept fainting ~ {_FAINT_AT}
perdi|perdio|pierdo ..1 conocimiento|conciencia
toso|tose|tosiendo|tosia|escupiendo|escupia ..3 sangre
belt|vise|clamp|rope|strap|knot|faja|cinturon|nudo|banda ..3 around|on|in|across|en|alrededor ..2 chest|
    pecho ~ heart+rate|monitor|bike|wear|wore
ache|aches|aching|discomfort|stabbing|burning|twinge|twinges ..3 chest ~ {_NOT_A_CHEST}|cold|cough|workout|bench
pain|ache|discomfort|tightness|pressure ..5 of (my|the) chest ~ {_NOT_A_CHEST}
jaw|quijada|mandibula & chest|pecho
corto|corta|cortos ..1 de|of aire|respiracion|aliento
no ..2 entra|entraba|llega|alcanza|alcanzaba|jalo|agarro|pasa|pasaba ..2 aire|oxigeno ~ cuarto|ventana|casa
cai|quede|caigo ..1 desmayad*
tuve|sufri|dio (un) desmayo ~ {_FAINT_AT}|sangre|aguja|agujas|vacuna
chest ..6 vise|vice|clamp|belt|rope|brick|bricks|elephant|knot|fist ~ monitor|wear
perdi ..1 sentido ~ humor|olfato|gusto|comun|orientacion|vida
cuesta|batallo|trabajo|dificulta ..2 jalar|agarrar|tomar ..1 aire
chest|ribs|ribcage|rib+cage|pecho|costillas & squeezes|squeezing|squeezed|crushing|crushes|elephant|band|vise ~ lift|
    bra|lemon|hug|
    bench|gym|exercise|elastic|therapy|resistance
ladrillo|losa|piedra|plancha|elefante ..3 pecho
heavy|weight|pressing|pushing|something ..3 on ..1 chest ~ gym|lift|lifting|baby|cat|dog|tattoo|rash|mole|lump|spot|
    bench|
    off|cream
elephant|brick|bricks|anvil|truck|boulder|piano|elefante|ladrillo|losa ..3 sitting|sits|standing|stands|pressing|
    sentado|
    encima ..2 me|chest|mi|pecho ~ baby|cat|dog|kid|son|daughter|blanket|play|plays
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_breath",
        patterns=lines_of(
            """
hurts|pain|hurt|stabs|stabbing|sharp|painful|catches|knife|worse & breathe|breathing|breath|inhale|inhaling ~ helps|
    help|helped|exercise|exercises|technique|relax|relaxes|meditation
can't|cant|cannot|hard|couldn't|unable|can+not|could+not|not+able|barely|hardly ..3 take|get|draw ..3 breath
duele|dolor|punzada|pica & respirar|respiro|inhalar|inhalo
heart races|racing|pounding|skips ~ run|running|jog|jogging|exercise|exercising|gym|treadmill|workout|sprint
palpitation*|palpitacion*
heart|pulse|heartbeat|corazon|pulso ..4 #110-220 ~ run|running|jog|exercise|gym|treadmill|workout|weight|pressure|bp
duele|dolor|punzada|piquete|pica & suspirar|suspiro|estornudo|estornudar|bostezo|bostezar
heart|pulse ..3 races|racing|pounding|fluttering|skips|skipping|fast ~ run|running|jog|jogging|exercise|exercising|
    gym|treadmill|workout|sprint
hurts|pain|stabbing|stabs|sharp & cough|coughing|sneeze
acelera|aceleran|brinca|palpita|late|retumba ..2 corazon ~ correr|corro|ejercicio|gimnasio
corazon ..2 sale ~ amor
corazon ..2 acelerado|acelera|rapido|brinca
duele|dolor|punzada & tos|toser|aire
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly breathe|inhale in|deeply|fully
heart|heartbeat|corazon|pulse & flutter*|race|races|raced|racing|pound|pounds|pounded|pounding|skip|skips|skipped|
    palpit*|
    acelera*|brinca*|gallop*|thumping|irregular|erratic|irregularly ~ run|running|jog|jogging|exercise|gym|treadmill|
    workout|
    sprint|correr|corro|ejercicio|gimnasio|love|nervous|belly|stomach|tummy|barriga|panza
racing|pounding|fluttering|galloping ..1 heart|heartbeat|pulse ~ run|running|jog|jogging|exercise|exercising|gym|
    treadmill|workout|sprint
pleuritic
laugh|laughing|cough|coughing|sneeze|reir|reirme|toser & rib|ribs|costilla|costillas
heart|heartbeat|heart+beat|pulse|corazon|pulso ..4 all+over|everywhere|erratic|haywire|gallops|galloping|flips|
    flip-flops|flopping|
    jumps|jumping|stops|brincos|saltos ~ love|joy|scare|scared|run|running|rope
corazon ..3 late|latia|latiendo|palpita|brinca|retumba|golpea|brincando ~ correr|corro|ejercicio|gimnasio|amor
se me sale|salia|acelera|acelero ..1 corazon ~ amor|correr|corro|ejercicio|gimnasio
punzada|punzadas|piquete|piquetes|punza & respirar|respiro|inhalar|inhalo
heart ..4 out of (my) chest ~ love|joy
heart|heartbeat|pulse|corazon ..2 goes|going|went|gone|acting|beats|va|anda|late ..2 crazy|wild|nuts|haywire|berserk|
    loco|
    mil ~ run|running|jog|jogging|exercise|gym|sprint|love|for|amor|correr|corro|ejercicio|gimnasio
heart ..2 beats|beating|beat ..2 fast|hard|irregular|irregularly|wildly|crazy ~ run|running|jog|jogging|exercise|gym|
    sprint
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_pulse",
        patterns=lines_of(
            """
pulse|pulsing|pulsating|pulsation|throbbing|beat|beating|beats|heartbeat|thumping & belly|stomach|abdomen|tummy|gut
latido|latidos|late|palpita & barriga|estomago|vientre|abdomen
tearing|ripping ..2 pain
pain ..4 tearing|ripping|tore|ripped
dolor desgarrante
dolor ..3 desgarr*
worst pain ..3 life
pulsacion*|pulso & barriga|estomago|vientre|abdomen|panza
latido|latidos|late|palpita & panza
belly|stomach|abdomen|tummy ..2 pulses|pulsing|throbs|throbbing|pulsates
ripping|tearing|ripped|tore ..3 shoulder|chest|back|belly|stomach|abdomen|ribs (blades) ~ muscle|muscles|lifting|gym|
    lift|disc|
    ligament|meniscus|rotator|cuff|labrum|tendon|hamstring
latiendo|latir|palpitar|palpitando|latidos|pulso ..4 barriga|panza|estomago|vientre|ombligo ~ bebe|hambre
tearing|ripping ..2 feeling|sensation ~ eyes|eye|paper
pulse|pulsing|pulsating|pulsation|throbbing|beating|beats|heartbeat|thumping & abdominal|navel|belly-button|bellybutton
rasg*|desgarr*|arranc* ..4 dentro|adentro|pecho|espalda|barriga|estomago|vientre ~ muscular|musculo|lumbar|
    gimnasio|ejercicio
como (que|si) ..4 rasg*|desgarr*|arranc*
something|felt|feels|like ..3 tore|tearing|ripped|ripping|torn ..3 inside|chest|back|belly|stomach|abdomen ~ muscle|
    muscles|lifting|gym|lift|disc|ligament|workout|meniscus|moving|box
peor dolor ..4 vida ~ parto|rodilla|muela|rinon
peor dolor que ..2 tenido|sentido|sufrido ~ parto|muela
worst pain ..4 ever ~ labor|childbirth|birth|stone|stones|tooth|knee
late|latido|latidos|palpita|brinca ..3 barriga|panza|estomago|vientre|ombligo ~ hambre|bebe
most|worst terrible|horrible|awful|severe|intense|violent pain ..5 life|ever ~ labor|childbirth|birth|stone|stones
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
)
