"""Warning signs that patients tell in words though they answered No to the question.

A sign that is denied, about somebody else or older than six weeks stays quiet. Foreign words are from
memory: a native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import WordList, lines_of

_SIX_WEEKS = 42

RED_FLAGS = (
    WordList(
        code="rft_saddle",
        patterns=lines_of(
            """
numb|numbness|asleep|tingling|tingles|dead|anesthe*|anaesthe* & wipe|wiping|private|privates|genital|genitals|
    groin|saddle|crotch|vagina|vaginal|penis|rectum|anus|bottom|perineum|buttocks|labia|scrotum|testicles
can't|cant|cannot|don't|dont|not|no|lost|hardly|barely ..3 feel|feeling|sensation ..6 wipe|wiping|wiped|pee|
    peeing|poop|pooping|toilet|private|privates|genitals|genital|groin|bottom|saddle|rectum|anus|vagina|penis|
    crotch
between my legs ..4 numb|asleep|dead
numb|numbness ..2 between ..1 legs
lost|no ..2 feeling ..3 sex
dormid*|entumecid*|adormecid*|insensible & partes|entrepierna|genital*|genitales|ano|ingle|vagina|pene|nalgas|
    trasero
no siento ..6 limpi*|orin*|partes|entrepierna|genital*|ano
"""
        ),
        most_days=_SIX_WEEKS,
    ),
    WordList(
        code="rft_bladder",
        patterns=lines_of(
            """
can't|cant|cannot|unable|couldn't|trouble|difficulty|strain|straining|push|pushing|hardly|barely|struggle|
    struggling|hard ..3 pee|peeing|urinate|urinating|urine|void
can't|cant|cannot|couldn't|not ..2 hold|feel|control ..4 pee|urine|bladder|bowel|bowels|stool|poop|water
wet|wetting|peed|peeing|soiled|soiling|pooped myself
lost|losing|loss|no ..2 control ..4 bladder|bowel|bowels|pee|urine
bladder|bowel|bowels ..3 control|leak|leaking|leaks|accident|accidents|retention|working
incontinen*
urinary retention
urine|pee ..2 leaks|leaking|dribbles|dribbling
no ..2 puedo|pude|logro|aguanto|controlo|siento ..3 orinar|orina|pipi|pis|esfinter*|vejiga|intestino|popo
cuesta|dificultad ..3 orinar
me orino|orine ..1
me hice|hago encima
retencion ..1 orina
"""
        ),
        most_days=_SIX_WEEKS,
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
keep|keeps|started|always dropping ..1
pie caido
arrastr* ..3 pie|pierna|pies
no puedo ..3 levantar|mover|doblar ..3 pie|pierna|brazo|mano|dedos
pierna|piernas|brazo|mano|pie ..3 debil|debiles|paraliz*
sin fuerza ..3 pierna|piernas|brazo|mano|pie
dobla|doblan ..2 rodilla|pierna|piernas
"""
        ),
        most_days=_SIX_WEEKS,
    ),
    WordList(
        code="rft_fever",
        patterns=lines_of(
            """
fever|fevers|feverish
temperature|temp|temperatura ..4 #37.9-42
temperature|temp ..4 #100.3-108
chills|rigors
night sweats
fiebre|calentura|escalofrio*
sudores nocturnos
sudo|sudando ..3 noche|noches
"""
        ),
        most_days=_SIX_WEEKS,
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
duele ..2 pecho
falta|faltaba ..2 aire
no puedo respirar
tosi|tos|escupi|escupo ..3 sangre
me desmaye
"""
        ),
        most_days=_SIX_WEEKS,
    ),
    WordList(
        code="rft_breath",
        patterns=lines_of(
            """
hurts|pain|hurt|stabs|stabbing|sharp|painful|catches|knife|worse & breathe|breathing|breath|inhale|inhaling
can't|cant|cannot|hard ..3 take ..3 breath
duele|dolor|punzada|pica & respirar|respiro|inhalar|inhalo
heart races|racing|pounding|skips
palpitation*|palpitacion*
"""
        ),
        most_days=_SIX_WEEKS,
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
"""
        ),
        most_days=_SIX_WEEKS,
    ),
    WordList(
        code="rft_leg_swelling",
        patterns=lines_of(
            """
calf|leg|ankle|thigh ..3 swollen|swelled|swelling|swells|bigger|tight|red
swollen|swelling ..2 calf|leg|thigh
one leg ..3 bigger|larger
pantorrilla|pierna ..3 hinchad*|inflamad*
hincho|hinchada|hinchado ..2 pierna|pantorrilla
"""
        ),
        most_days=_SIX_WEEKS,
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
"""
        ),
        most_days=_SIX_WEEKS,
    ),
    WordList(
        code="rft_bleeding",
        patterns=lines_of(
            """
black|bloody|tarry|dark stool|stools|poop
blood in|on ..2 urine|pee|stool|stools|poop|vomit
vomiting|vomited|throwing|threw|puked ..3 blood
bleeding ..4 won't|wont|doesn't|not ..1 stop
heces|popo|excremento|evacuaciones negr*
sangre en ..2 orina|heces|popo|excremento
vomit* ..2 sangre
"""
        ),
        most_days=_SIX_WEEKS,
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
"""
        ),
        most_days=_SIX_WEEKS,
    ),
)
