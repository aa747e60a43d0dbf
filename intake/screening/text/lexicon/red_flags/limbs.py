"""Weakness of an arm or a leg, a swollen leg."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

_LIMBS = (
    "finger|fingers|dedos|leg|legs|thigh|thighs|quad|quads|muslo|muslos|foot|feet|arm|arms|hand|hands|wrist|ankle|toes|fingers|pierna|piernas|pie|pies|brazo|brazos|mano|manos"
    "|dedos"
)
_NO_TROUBLE = "dolor|dolores|duele|duelen|problema|problemas|lata|molestia|comezon|pain|hurt|itch|sangre"

LIMBS = (
    WordList(
        code="rft_weak",
        patterns=lines_of(
            f"""
foot|toe drop|dropped|drops
se me voltea|dobla|tuerce ..2 tobillo|pie
foot|pie ..3 golpea|golpeando|slaps|slapping|pega ..3 piso|suelo|floor|ground
arm|hand|brazo drops|falls|cae ..5 hold|lift|up|sostener|levantar
fingers|hands|dedos|manos ..2 don't|won't|no ..1 cooperate|obey|listen|obedecen|cooperan
{_LIMBS}|toe|grip ..2 not|won't|wont|can't|cant|doesn't|don't|cannot ..2 go|come|rise|raise|lift|push|pull|grip|close|
    open|turn|
    squeeze|point ~ pain|without|hurt|hurts|numb|sleep
lift|pick|pull|raise|move|drag|levantar|levanto|subir|jalar ..2 leg|foot|arm|pierna|pie|brazo ..2 with|using|
    con ..2 hand|
    hands|arm|arms|mano|manos
grip|strength ..2 shot|bad|terrible|poor|awful|fading|zero
{_LIMBS} ..3 trapo|hule|gelatina|jelly|spaghetti|lead|concrete|cement|plomo ~ heavy+day|tired
drop foot
foot|feet|toes|wrist|ankle ..2 hangs|hanging|dangles|dangling
dropfoot|footdrop
foot|feet ..3 slap|slaps|slapping|drags|dragging|dragged|flop|flops|catches
drag|dragging ..2 foot|leg
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..3 lift|raise|move|bend|grip|hold ..4 foot|
    toe|toes|leg|arm|hand|
    wrist|heel
leg|knee|legs|knees ..3 gives|give|gave|giving ~ pain|trouble|grief|problems|hell|fits|issues|lata
leg|knee|legs|knees ..3 buckles|buckle|buckled|buckling|collapses
leg|legs|arm|arms|hand|hands|foot|feet ..3 weak|weaker|paralyzed|paralysed
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..1 get|make ..2 leg|foot|arm|hand|toes|
    fingers|wrist ..1 lift|move|
    bend|work|close|grip
sudden|new|growing|worsening weakness
keep|keeps|started|always dropping ..1 ~ call|calls|phone|signal|connection|wifi|hints|weight|pounds|kids|class|
    classes|temperature
drop|drops|dropping ..1 things|stuff|objects|everything|cups|dishes
can't|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 walk|stand ..3 toes|heels|tiptoe|
    tiptoes ~ shoes
cae|caen ..1 pie|pies
pie caido
paraliza|paralizan|paralizo|entiesa ..2 mano|manos|pierna|piernas|brazo|pie
arrastr* ..3 pie|pierna|pies
no (he) puedo|podido ..3 levantar|mover|doblar ..3 pie|pierna|brazo|mano|dedos
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
can't|unable|can+not|could+not|not+able|no|couldn't|barely|hardly (to) walk|stand|caminar|pararse no|nope|nunca $
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
can't|cant|cannot|hard|unable|can+not|could+not|not+able|couldn't|barely|hardly ..1 grip|hold|squeeze|open ..2 jar|jars|
    cup|pen|pencil|spoon|mug|plate|steering|fork|keys|things|
    anything
hand|hands|arm ..2 gives|gave|giving|give out
no|sin|poca (tengo|tiene|hay) fuerza|fuerzas & {_LIMBS} ~ {_NO_TROUBLE}|perdido
atora|atoran|tropieza|tropiezan|atoro ..4 punta|pie|pies
hand|hands|fingers|grip ..3 letting|lets|let go
no ..2 fuerza|fuerzas ..3 mano|manos|pierna|piernas|brazo|brazos|pie ~ perdido|perdi|problema
se me ..1 dobla|doblan ..2 rodillas
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly push|press ..4 pedal|gas|brake|clutch
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 wiggle|flex|straighten|extend|
    curl ..3 foot|toe|toes|leg|arm|hand|
    wrist|ankle|
    fingers
trouble|difficulty|hard|problems|struggle ..2 lift|lifting|raise|raising|moving|gripping ..3 foot|toe|toes|leg|arm|
    hand|wrist
strength ..4 decreased|disappeared|down & leg|arm|hand|foot
dificulta|cuesta|batallo|apenas ..3 levantar|mover|doblar|alzar ..3 pie|pierna|brazo|mano|dedos
no ..1 levanto|levanta ..2 pie|pierna|brazo|mano|dedos
foot|toe|toes ..2 dropping
leg|legs|thigh|knee|ankle|foot|hand quits|quit|fails ..1 me
pierna|piernas|pie|brazo|mano ..1 no (me) hace|hacen caso
foot|feet|toe|toes|shoe ..3 catch|catches|catching|scuff*|trip|trips ..3 carpet|rug|floor|step|steps|stairs|curb|
    everything
keys|cup|cups|glass|phone|pen|fork|dishes|plates|things|stuff|everything ..2 fall|falls|falling|slip|slips|drop|
    drops ..3 hand|hands|fingers|grip
can't|cannot|cant|couldn't|barely|hardly ..2 grip|grasp ~ concept|idea|why
debilit* ..3 brazo|brazos|pierna|piernas|mano|pie
{_LIMBS} ..3 fold|folds|folded|folding|give|gives|gave|giving|collaps*|buckl* ~ pain|trouble|grief|problems|issues|
    hell|yoga|laundry|dolor|lata|massage|masaje
{_LIMBS} ..1 not|won't|wont|doesn't|don't|can't|cannot|isn't|wouldn't ..1 hold|support|carry|work|working|move|moving|
    lift|respond|obey|come ~ pain|without
{_LIMBS} ..2 no ..2 da|dan|sirve|sirven|funciona|funcionan|mueve|mueven|jala|jalan|aguanta|aguantan|sostiene|
    sostienen|detiene|detienen|levanta|levantan|responde|responden|agarra|agarran|cierra|cierran|aprieta|
    aprietan|obedece|obedecen ~ {_NO_TROUBLE}
no ..2 sirve|sirven|funciona|funcionan|mueve|mueven|jala|jalan|agarra|agarran|levanta|levantan|
    dan ..2 {_LIMBS} ~ {_NO_TROUBLE}
{_LIMBS} ..2 no ..2 puedo|pude|podido|logro|podia|puede ..2 levantar|mover|doblar|alzar|cerrar|estirar|abrir|
    apoyar ~ {_NO_TROUBLE}
no ..2 puedo|pude|podido|logro|podia|puede ..1 levantar|mover|doblar|alzar|cerrar|estirar ..2 {_LIMBS}|dedo|
    tobillo ~ {_NO_TROUBLE}|pesas|peso
{_LIMBS} ..2 no ..1 levanto|muevo|puedo+mover|puedo+levantar|siento+fuerza ~ {_NO_TROUBLE}
{_LIMBS} ..2 no ..2 fuerza|fuerzas|strength|power ~ {_NO_TROUBLE}|perdido
no|sin|zero|cero|poca|menos|without (tengo) fuerza|fuerzas|strength|power ..3 {_LIMBS} ~ {_NO_TROUBLE}|perdido
falta|faltan|faltaba|falto ..2 fuerza|fuerzas
perdi|perdido|perdiendo|pierdo|pierde ..2 fuerza|fuerzas|strength
se me afloja*|aflojo|vence|vencen|vencio|vencieron|dobla|doblan|doblo|doblaron|doblaba|cae|cayo|cayeron|caen|safa|
    paraliz* ..2 pierna|piernas|rodilla|rodillas|pie|pies|brazo|brazos|mano|manos
pierna|piernas|rodilla|rodillas|pie|pies|brazo|brazos|mano|manos ..2 se (me) ..1 va|van|fue|fueron|afloja*|aflojo|
    vence|vencen|vencio|dobla|doblan|doblo|doblaba|cae|caen|cayo|cuelga|paraliz*
se me cae|caen|caian|cayo|cayeron|resbala|resbalan|suelta|sueltan ..4 manos|mano|vaso|vasos|plato|platos|taza|
    tazas|cubiertos|cuchara|cosas|todo ~ pelo|cabello
{_LIMBS} ..3 dead|limp|lifeless|useless|floppy ~ tired|gym|workout|run|running|squats|sleep|skin|batteries
pierna|piernas|brazo|brazos|pie ..2 muert* ~ cansancio|cansada|cansadas|cansados|gimnasio|ejercicio
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..1 stand ..1 on ..2 leg|foot ~ long|day|
    pain|hours|hour|minutes|
    time|shift|work|hurts
no ..2 agarro|agarrar|sostener|sostengo ..3 cosas|vaso|taza|pluma|cuchara|llaves|celular
floja|flojas|flojo|flojos|aguada|aguadas|guanga|guangas|debil|debiles ..1 pierna|piernas|brazo|brazos|mano|manos|pie|
    pies ~ silla|cama
arm|hand|foot|leg|wrist ..2 hangs|hanging|dangles|dangling ~ over|edge|off
pierna|piernas|pie|pies ..3 arrastr*
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 go|rise|get|stand|walk|raise ..4 tiptoe|
    tiptoes|toes|heels ~ shoes|
    touch
thigh|quad|quads|hip|ankle ..3 gave|gives|give|giving|buckl* ..1 way|out
heavy ..2 can't|cannot|couldn't|cant ..1 lift|move|hold ~ box|boxes|bag|bags|furniture|weights
se me dobla|doblan|afloja|aflojan|vence|vencen $
no ..2 puedo|pude|logro ..1 agarrar|sujetar|abrochar ..3 cosas|vaso|boton|botones|pluma|llave|llaves|mano|manos
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..1 button|buttons|buttoning ..3 shirt|
    buttons
pie|mano|muneca|pierna|brazo ..3 colgando|colgado|colgada|cuelga
no ..2 puedo|pude|logro|podia ..1 subir|alzar ..2 {_LIMBS} ~ {_NO_TROUBLE}|escalera
no ..1 tiene|tienen|tenia fuerza|fuerzas $
hand|hands|arm|fingers ..2 no grip
drop|drops|dropping|dropped ..3 cup|cups|mug|glasses|plates|fork|keys
leg|legs|knee|ankle ..1 went out
{_LIMBS} ..3 debil|debiles
falla|fallan|fallo|fallaron ..2 rodilla|rodillas|pierna|piernas
rodilla|rodillas|pierna|piernas ..2 falla|fallan|fallo|fallaron
debil|debiles de ..2 {_LIMBS}
{_LIMBS} ..5 collapse|collapses|collapsed
no ..2 puedo|pude|logro cerrar|apretar ..1 puno
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
dura|duro|roja|rojo|caliente|hinch* ..3 pantorrilla|chamorro ~ gimnasio|ejercicio
pantorrilla ..3 hinch*|caliente|roja|duele
pierna ..3 caliente|roja
pierna|pantorrilla ..2 mas ..1 gorda|grande|gruesa|ancha
leg|calf ..3 fatter|thicker
one of (my|the) legs|calves|thighs ..3 swollen|swelled|swelling|swells|bigger|puffy|red|hot|larger
one|left|right fat|big|puffy|huge|thick leg|calf
leg|calf|thigh ..2 blew|ballooned|blown (up)
leg|calf|thigh ..4 puff*|swoll*
leg|calf|thigh ..3 inflamed|inflamad*|hinchad*
hinch*|inflam* ..2 pierna|pantorrilla|chamorro|muslo ~ ambas|dos
pierna|pantorrilla|chamorro|muslo ..4 hinch*|inflam* ~ ambas|dos
pierna|pantorrilla|chamorro swollen|bigger|swelling
pierna|pantorrilla|chamorro ..2 swollen|bigger|swelling
pantorrilla|chamorro ..3 dura|duro|caliente|rojo|roja ~ gimnasio|ejercicio
pierna|pantorrilla|chamorro ..4 gorda|grandota|gordota
knee ..4 to ..2 ankle|foot ..3 puff*|swoll*|swell*|red|hot
calf ..2 hard|throbbing ~ gym|workout|run|running|cramp|cramps|massage
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
)
