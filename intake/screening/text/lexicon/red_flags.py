"""Warning signs that patients tell in words though they answered No to the question.

A sign that is denied, about somebody else or older than six weeks stays quiet. Foreign words are from
memory: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import WordList, lines_of

_SIX_WEEKS = 42
_BRIDGE = (
    "feel",
    "feeling",
    "felt",
    "notice",
    "noticed",
    "noticing",
    "seen",
    "trouble",
    "problem",
    "problems",
    "pain",
    "pains",
    "change",
    "changes",
    "loss",
    "sensation",
    "weakness",
    "numbness",
    "tingling",
    "swelling",
    "new",
    "sudden",
    "more",
    "real",
    "significant",
    "serious",
    "major",
    "unusual",
    "recent",
    "current",
    "abnormal",
    "suspicious",
    "obvious",
    "any",
    "sharp",
    "severe",
    "siento",
    "sentido",
    "notado",
    "problema",
    "problemas",
    "dolor",
    "nada",
    "perdida",
    "dificultad",
    "para",
    "in",
    "at",
    "all",
    "lately",
    "since",
)

RED_FLAGS = (
    WordList(
        code="rft_saddle",
        patterns=lines_of(
            """
numb|numbness|asleep|tingling|tingles|dead|anesthe*|anaesthe* & wipe|wiping|private|privates|genital|genitals|
    groin|saddle|crotch|vagina|vaginal|penis|rectum|anus|bottom|perineum|buttocks|buttock|butt|butts|bum|backside|labia|scrotum|testicles
can't|cant|cannot|don't|dont|not|no|lost|hardly|barely ..3 feel|feeling|sensation ..6 wipe|wiping|wiped|pee|
    peeing|poop|pooping|toilet|private|privates|genitals|genital|groin|bottom|saddle|rectum|anus|vagina|penis|
    crotch
between my legs ..4 numb|asleep|dead
numb|numbness|tingling|tingles|tingly|needles ..2 between ..1 legs
lost|no ..2 feeling ..3 sex
dormid*|entumecid*|adormecid*|insensible & partes|entrepierna|genital*|genitales|ingle|vagina|pene|nalgas|
    trasero
no siento ..6 limpi*|orin*|partes|entrepierna|genital*
numb|numbness|asleep|tingling|tingles|dead & below|underneath|seat
nothing down there
numb|numbness|asleep|tingling|dead|nothing ..2 down there|below
down there|below ..3 numb|asleep|dead|tingling
can't|cant|cannot|don't|dont|no ..3 feel|feeling|sensation ..4 down there
no siento ..1 el|mi ano $
duerm*|dormid*|entumecid*|adormecid* ..3 nalgas|trasero|entrepierna|partes|genitales|ingle|pompis|sentaderas
no siento ..3 bano|excusado|inodoro
no siento ..4 abajo|nalgas|trasero|pompis
el|mi ano ..2 dormido|adormecido|entumecido|insensible
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_bladder",
        patterns=lines_of(
            """
can't|cant|cannot|unable|couldn't|trouble|difficulty|strain|straining|push|pushing|hardly|barely|struggle|
    struggling|hard ..3 pee|peeing|urinate|urinating|urine|void
can't|cant|cannot|couldn't|not ..2 hold|feel|control ..4 pee|urine|bladder|bowel|bowels|stool|poop|water
wet|wetting|pee|peed|peeing|soil|soiled|soiling|poop|pooped myself
can't|cannot|don't|couldn't ..1 tell|know ..4 bladder|bowel|bowels|pee|poop
wear|wearing|need|needing|using|use ..2 diaper|diapers|depends ~ baby|son|daughter|kid|toddler|grandson
uso|usando|uso|necesito ..1 panal|panales ~ bebe|hijo|hija|nieto
lost|losing|loss|no ..2 control ..4 bladder|bowel|bowels|pee|urine
bladder|bowel|bowels ..3 control|leak|leaking|leaks|accident|accidents|retention
bladder|bowel|bowels ..3 working ~ fine|ok|okay|normal|normally|well|good|great|properly|again
bladder|bladders|bowel|bowels|waterworks|plumbing|vejiga|intestino|intestinos ..3 stopped|quit|not|isn't|aren't|
    doesn't|don't|won't|stop|dead|dejo|no ..2 working|work|function|functioning|emptying|empty|respond|funcionar|
    funciona|funcionan|sirve|responde|trabaja
waterworks|vejiga ..2 trouble|problem|problems|gone|wrong|broken|numb|dormida|muerta|floja
trouble|problem|problems|issues ..2 waterworks
incontinen*
urinary retention
urine|pee ..2 leaks|leaking|dribbles|dribbling
no ..2 puedo|puede|puedes|pude|capaz|logro|logra|aguanto|controlo|siento ..3 orinar|orina|pipi|pis|esfinter*|vejiga|intestino|popo
cuesta|dificultad ..3 orinar
me orino|orine ..1
me hice|hago encima
retencion ..1 orina
me hago ..3 encima|pipi|popo
urine|pee|bladder|bowels|poop ..3 won't|wont|doesn't|can't|cant|cannot ..1 come|start|empty
accident|accidents ..3 bladder|bowel|pants|bed|underwear
leak|leaking|leaks ..2 urine|pee|stool|poop
pee|peeing|poop ..2 without feeling|knowing|noticing
se me sale|escapa|salen ..2 orina|pipi|popo|excremento
no|sin ..3 control|controlar ..3 orina|vejiga|esfinter*|intestino|heces
no me sale ..2 orina|pipi
no|without|lost|losing|loss ..1 bladder|bowel|bowels|urine control
can't|cant|cannot|don't|dont|not ..1 feel ..2 come|comes|coming|go|going|leave|leaving out|through
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
        still_negation=("no|without|sin (any) change|changes|cambio|cambios",),
    ),
    WordList(
        code="rft_weak",
        patterns=lines_of(
            """
foot|toe drop|dropped|drops
drop foot
dropfoot|footdrop
foot|feet ..3 slap|slaps|slapping|drags|dragging|dragged|flop|flops|catches
drag|dragging ..2 foot|leg
can't|cant|cannot|couldn't|unable ..3 lift|raise|move|bend|grip|hold ..4 foot|toe|toes|leg|arm|hand|wrist|heel
leg|knee|legs|knees ..3 gives|give|gave|giving|buckles|buckle|buckled|buckling|collapses
leg|legs|arm|arms|hand|hands|foot|feet ..3 weak|weaker|paralyzed|paralysed
sudden|new|growing|worsening weakness
keep|keeps|started|always dropping ..1 ~ call|calls|phone|signal|connection|wifi|hints|weight|pounds|kids|class|
    classes|temperature
drop|drops|dropping ..1 things|stuff|objects|everything|cups|dishes
can't|cannot|couldn't|unable ..2 walk|stand ..3 toes|heels|tiptoe|tiptoes ~ shoes
cae|caen ..1 pie|pies
pie caido
arrastr* ..3 pie|pierna|pies
no puedo ..3 levantar|mover|doblar ..3 pie|pierna|brazo|mano|dedos
pierna|piernas|brazo|mano|pie ..3 debil|debiles|paraliz*
sin fuerza ..3 pierna|piernas|brazo|mano|pie
dobla|doblan ..2 rodilla|pierna|piernas
foot|feet|leg|legs|arm|hand|toes ..1 won't|wont|doesn't|can't|cannot ..2 lift|move|work|hold|respond|bend
keep|keeps|kept tripping|falling|stumbling
trip|tripping|stumble ..3 toes|foot|feet
lost|losing|loss ..3 strength|power|grip
no|without strength ..3 hand|hands|arm|leg|foot
se me cae|caen ..3 manos|mano|cosas|todo
perdi|perdido|perdiendo ..2 fuerza
se me ..1 dobla|doblan ..2 pierna|piernas|rodilla
no me ..1 responde|responden|sostiene|sostienen|aguanta|aguantan|detiene|detienen|obedece|obedecen ..2 pierna|
    piernas|rodilla|rodillas|mano|brazo|pie
se me va|van ..2 pie|pierna|piernas|rodilla
foot|feet|ankle|leg|legs|hand|hands|wrist|arm ..2 floppy|rubbery
foot|ankle|leg|hand|wrist|arm goes|gone|went|is limp
can't|unable|no (to) walk|stand|caminar|pararse no|nope|nunca $
me tropiezo|tropezando
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_fever",
        patterns=lines_of(
            """
fever|fevers|feverish
temperature|temp|temperatura ..4 #37.9-42
temperature|temp ..4 #100.3-108
#37.9-42|#100.3-108 (c|f|celsius|fahrenheit|degrees|grados) (of|de) temperature|temp|temps|temperatura
#37.9-42c|#100.3-108f ~ size|cup|bra|talla|room|apt|apartment|unit|suite|street|st|ave|avenue|outside|weather|oven|tub|
    sauna|pool|water|shower|bath|thermostat|summer|desert|garage|house|kitchen|grill|meat|jacuzzi|spa|yoga|heater|
    fridge|horno|agua|clima
#37.9-42 c|celsius|centigrados ~ size|cup|bra|talla|room|apt|apartment|unit|suite|street|st|ave|avenue|outside|weather|
    oven|tub|sauna|pool|water|shower|bath|thermostat|summer|desert|garage|house|kitchen|grill|meat|jacuzzi|spa|yoga|
    heater|fridge|horno|agua|clima
#100.3-108 f|fahrenheit|degrees ~ room|apt|apartment|unit|suite|street|st|ave|avenue|outside|weather|oven|tub|sauna|
    pool|water|shower|bath|thermostat|summer|desert|garage|house|kitchen|grill|meat|jacuzzi|spa|yoga|heater|fridge|
    bend|bends|bending|flex|flexion|extend|rotate|turn|lift|raise|range|motion|angle|knee|elbow|hip|shoulder
#37.9-42 grados ~ doblo|doblar|dobla|doblarla|flexion|rodilla|codo|angulo|girar|levantar|horno|agua|afuera|clima|sol|
    jacuzzi|sauna
thermometer|termometro ..4 #37.9-42|#100.3-108 ~ oven|meat|pool|grill
spike|spikes|spiked|spiking ..3 #37.9-42|#100.3-108 ~ pressure|bp|pulse|sugar|glucose|heart
running|ran|run ..1 #100.3-108 ~ miles|mile|km|kilometers|laps|lap|meters|marathon|marathons|mph|route|bus|pressure|bp|
    pulse|sugar|glucose
burning up ~ calories|fat|sun|road|car|house
chills|rigors
night sweats
fiebre|calentura|escalofrio*
sudores nocturnos
sudor|sudores|sudoracion ..3 noche|noches
sudo|sude|sudaba|sudando ..3 noche|noches
running|ran|run|had|have|high|a temp|temperature ~ room|water|normal|no|outside|oven
soaked|drenched|soaking ..3 sweat|sheets|night
sweat|sweats|sweating ..3 night|sleep
shivering|shivers|shaking chills
tuve|tengo|con|mucha|alta temperatura
empapad* ..3 sudor
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_chest",
        patterns=lines_of(
            """
chest pain|pressure|tightness|pains|hurts
pain|pressure|tightness|pressing ..3 chest
chest ..2 hurts|tight|heavy
short|shortness of breath
can't|cant|cannot|hard|trouble|difficulty ..2 breathe|breathing
coughing|coughed|cough|spit|spitting ..2 blood
passed|passing|blacked|blacking out
dolor|presion|opresion ..3 pecho
pecho ..2 apretado|apretando|aprieta|oprimido|oprime|pesado ~ gimnasio|pesas
duele ..2 pecho
falta|faltaba ..2 aire
no puedo respirar
tosi|tos|escupi|escupo ..3 sangre
me desmaye
can't|cant|cannot|trouble|hard|couldn't ..2 catch|get ..1 breath|air
winded|breathless|gasping ~ normal
elephant ..4 chest
heaviness|weight|squeeze|band ..3 chest ~ lift|lifting|gym|lost|press
squeezing|crushing|tight|tightness ..4 chest
chest ..3 pressure|squeezing|crushing|tightness
me ahogo|asfixio
no ..2 alcanza ..2 aire
dificultad ..2 respirar
me desmaye|desmayado|desvaneci
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_breath",
        patterns=lines_of(
            """
hurts|pain|hurt|stabs|stabbing|sharp|painful|catches|knife|worse & breathe|breathing|breath|inhale|inhaling
can't|cant|cannot|hard ..3 take ..3 breath
duele|dolor|punzada|pica & respirar|respiro|inhalar|inhalo
heart races|racing|pounding|skips ~ run|running|jog|jogging|exercise|exercising|gym|treadmill|workout|sprint
palpitation*|palpitacion*
heart|pulse ..3 races|racing|pounding|fluttering|skips|skipping|fast ~ run|running|jog|jogging|exercise|exercising|
    gym|treadmill|workout|sprint
hurts|pain|stabbing|stabs|sharp & cough|coughing|sneeze
corazon ..2 acelerado|acelera|rapido|brinca
duele|dolor|punzada & tos|toser|aire
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_stroke",
        patterns=lines_of(
            """
face|mouth ..2 droop*|dropped|crooked
slurred|slurring|garbled ..1
trouble|can't|cant|couldn't|difficulty ..2 talk|talking|speak|speaking
one|left|right side ..3 weak|numb|paralyzed
worst headache
double vision
lost|losing|loss|sudden ..3 vision|sight
cara ..2 caida|chueca|torcida|dormida
boca chueca|torcida
no podia|puedo|pude hablar
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
couldn't|can't|cant|cannot find|get ..2 words
half|side ..2 face|body ..3 numb|weak|droops|dead|asleep|tingling|frozen
durm*|adormec*|entumec* ..3 lado|mitad|cara|boca
can't|cannot|couldn't see ..4 eye
vision ..2 gone|lost|missing|black
lado|mitad ..4 dormido|dormida|debil|paralizad*
hablar ..1 trabado|enredado
se me traba ..1 lengua
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_leg_swelling",
        patterns=lines_of(
            """
calf|leg|ankle|thigh ..3 swollen|swelled|swelling|swells|bigger|tight|red
swollen|swelling ..2 calf|leg|thigh
one leg ..3 bigger|larger
leg|calf|thigh|ankle ..3 twice|double ..3 size|other|big
pantorrilla|pierna ..3 hinchad*|inflamad*
hincho|hinchada|hinchado ..2 pierna|pantorrilla
calf|leg|thigh ..3 swells|puffy|hot|red|warm ~ stove|water
pantorrilla ..3 hinch*|caliente|roja|duele
pierna ..3 caliente|roja
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_pulse",
        patterns=lines_of(
            """
pulse|pulsing|pulsating|pulsation|throbbing|beating|beats|heartbeat|thumping & belly|stomach|abdomen|tummy|gut
latido|latidos|late|palpita & barriga|estomago|vientre|abdomen
tearing|ripping ..2 pain
pain ..4 tearing|ripping|tore|ripped
dolor desgarrante
dolor ..3 desgarr*
worst pain ..3 life
pulsacion*|pulso & barriga|estomago|vientre|abdomen|panza
latido|latidos|late|palpita & panza
belly|stomach|abdomen|tummy ..2 pulses|pulsing|throbs|throbbing|pulsates
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_bleeding",
        patterns=lines_of(
            """
black|bloody|tarry|dark stool|stools|poop
blood in|on ..2 urine|pee|stool|stools|poop|vomit
vomiting|vomited|throwing|threw|puked ..3 blood
bleeding|nosebleed|nosebleeds|bleeds ..4 won't|wont|doesn't|not ..1 stop
heces|popo|excremento|evacuaciones negr*
sangre en ..2 orina|heces|popo|excremento
vomit* ..2 sangre
coffee grounds
won't|doesn't|not|never|can't ..1 stop bleeding
poop|stool|stools|bowel ..3 black|tarry|bloody
pee|urine|peeing ..2 red|bloody|blood
peeing|pooping|passing|coughing ..1 blood
orino|orinar|evacuo ..1 sangre
bleeding ..3 won't|doesn't|not ..2 quit|end
sangra ..4 no para|parar
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
    WordList(
        code="rft_period",
        patterns=lines_of(
            """
period|periods ..3 late|missed|overdue
late|missed|skipped ..2 period|periods
no period ..3 months|weeks
regla|periodo|menstruacion ..3 atras*|retras*
atras*|retras* ..3 regla|periodo
no me ..2 bajado|bajo|baja
falta|faltas menstrual|menstruales
i'm|am|is late ..4 period
period ..4 haven't|hasn't|not|didn't|never come|came|started|arrived
haven't|havent|not ..2 gotten|got|had ..1 period
no me ..1 llega|llego|viene|vino ..2 regla|periodo|menstruacion
no me ha llegado|venido ..2 regla|periodo
"""
        ),
        most_days=_SIX_WEEKS,
        bridge=_BRIDGE,
    ),
)
