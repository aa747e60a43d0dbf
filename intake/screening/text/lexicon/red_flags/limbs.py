"""Weakness of an arm or a leg, signs of a stroke, a swollen leg."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

LIMBS = (
    WordList(
        code="rft_weak",
        patterns=lines_of(
            """
foot|toe drop|dropped|drops
drop foot
foot|feet|toes|wrist|ankle ..2 hangs|hanging|dangles|dangling
dropfoot|footdrop
foot|feet ..3 slap|slaps|slapping|drags|dragging|dragged|flop|flops|catches
drag|dragging ..2 foot|leg
can't|cant|cannot|couldn't|unable|barely|hardly ..3 lift|raise|move|bend|grip|hold ..4 foot|toe|toes|leg|arm|hand|
    wrist|heel
leg|knee|legs|knees ..3 gives|give|gave|giving ~ pain|trouble|grief|problems|hell|fits|issues|lata
leg|knee|legs|knees ..3 buckles|buckle|buckled|buckling|collapses
leg|legs|arm|arms|hand|hands|foot|feet ..3 weak|weaker|paralyzed|paralysed
can't|cant|cannot|couldn't|unable|barely|hardly ..1 get|make ..2 leg|foot|arm|hand|toes|fingers|wrist ..1 lift|move|
    bend|work|close|grip
sudden|new|growing|worsening weakness
keep|keeps|started|always dropping ..1 ~ call|calls|phone|signal|connection|wifi|hints|weight|pounds|kids|class|
    classes|temperature
drop|drops|dropping ..1 things|stuff|objects|everything|cups|dishes
can't|cannot|couldn't|unable|barely|hardly ..2 walk|stand ..3 toes|heels|tiptoe|tiptoes ~ shoes
cae|caen ..1 pie|pies
pie caido
paraliza|paralizan|paralizo|entiesa ..2 mano|manos|pierna|piernas|brazo|pie
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
can't|unable|no|couldn't|barely|hardly (to) walk|stand|caminar|pararse no|nope|nunca $
me tropiezo|tropezando
weakness|debilidad ..4 leg|legs|arm|arms|hand|hands|foot|feet|limb|limbs|pierna|piernas|brazo|brazos|mano|manos|pie
leg|legs|arm|hand|knees|piernas|pierna ..3 jelly|jello|noodle|noodles|rubber|spaghetti|gelatina|trapo
ankle|wrist ..3 flops|flopping|drops|slaps|drags
no puedo ..2 caminar|parar|pararme|andar ..2 puntas|puntitas|talones
pierna|piernas|brazo|mano|pie|rodilla ..2 no ..2 responde|responden|sostiene|sostienen|aguanta|obedece
pie|pies ..2 cae|caen|cuelga
grip|strength ..3 weak|weaker|gone|going|fading ~ wrench|reality|life
weak|weaker|losing grip ~ reality|life
pierna|piernas|brazo|mano|manos|pie ..2 sin fuerza|fuerzas
pierna|piernas|brazo|mano ..2 floja|flojas|aguada|aguadas|guanga|guangas
can't|cant|cannot|hard|unable|couldn't|barely|hardly ..1 grip|hold|squeeze|open ..2 jar|jars|cup|pen|fork|keys|things|
    anything
hand|hands|arm ..2 gives|gave|giving|give out
no ..2 fuerza|fuerzas ..3 mano|manos|pierna|piernas|brazo|brazos|pie
se me ..1 dobla|doblan ..2 rodillas
can't|cant|cannot|couldn't|unable|barely|hardly push|press ..4 pedal|gas|brake|clutch
can't|cant|cannot|couldn't|unable|barely|hardly ..2 wiggle|flex|straighten|extend|curl ..3 foot|toe|toes|leg|arm|hand|
    wrist|ankle|
    fingers
trouble|difficulty|hard|problems|struggle ..2 lift|lifting|raise|raising|moving|gripping ..3 foot|toe|toes|leg|arm|
    hand|wrist
strength ..4 decreased|disappeared|down & leg|arm|hand|foot
dificulta|cuesta|batallo|apenas ..3 levantar|mover|doblar|alzar ..3 pie|pierna|brazo|mano|dedos
no ..1 levanto|levanta ..2 pie|pierna|brazo|mano|dedos
foot|toe|toes ..2 dropping
debilit* ..3 brazo|brazos|pierna|piernas|mano|pie
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_stroke",
        patterns=lines_of(
            """
face|mouth ..2 droop*|dropped|crooked
slurred|slurring|garbled ..1
trouble|can't|cant|couldn't|difficulty|unable|barely|hardly ..2 talk|talking|speak|speaking
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
couldn't|can't|cant|cannot|unable|barely|hardly find|get ..2 words
half|side ..2 face|body ..3 numb|weak|droops|dead|asleep|tingling|frozen
durm*|adormec*|entumec* ..3 lado|mitad|cara|boca
can't|cannot|couldn't|unable|barely|hardly see ..4 eye
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
can't|cant|couldn't|cannot|unable|barely|hardly form ..2 words|sentence|sentences
went blind ..2 eye
curtain ..3 eye|vision
sudden numbness
can't|cant|cannot|couldn't move|feel ..2 left|right|one|half (of) (my|the) side|body|face
speech|voice|words ..2 slurry|slurred|mumbled|thick|off
cayo|caia|cae ..2 cara|boca ~ verguenza|pena
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_leg_swelling",
        patterns=lines_of(
            """
calf|leg|ankle|thigh ..3 swollen|swelled|swelling|swells|bigger|tight|red
swollen|swelling ..4 calf|leg|thigh
one leg ..3 bigger|larger
leg|calf|thigh|ankle ..3 twice|double ..3 size|other|big
pantorrilla|pierna ..3 hinchad*|inflamad*
hincho|hinchada|hinchado ..2 pierna|pantorrilla
calf|leg|thigh ..3 swells|puffy|hot|red|warm ~ stove|water
pantorrilla ..3 hinch*|caliente|roja|duele
pierna ..3 caliente|roja
pierna|pantorrilla ..2 mas ..1 gorda|grande|gruesa|ancha
leg|calf ..3 fatter|thicker
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
)
