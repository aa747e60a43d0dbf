"""Signs that the form asks for and people tell in words: both legs, fluid that leaks, an aneurysm, clumsy hands.

The working specification has no list of these: the words are ours, and a clinician must sign them.
"""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

_LEG = "leg|legs|foot|feet|thigh|thighs|calf|calves|pierna|piernas|pie|pies|pantorrilla|pantorrillas|muslos"
_BOTH = f"both (of) (my) {_LEG}"
_AMBAS = "ambas|ambos|las+dos|los+dos|mis+dos piernas|pies|pantorrillas|muslos|plantas"
_TWO = "two legs|feet"
_NUMB = (
    "buzz*|vibrat*|prickl*|prickly|ants|hormigas|zings|numb|numbness|tingle|tingles|tingling|tingly|pins|asleep|burning|burn|burns|electric|electricity|shocks|dead"
    "|hormigue*|adormec*|dormid*|durm*|duerm*|entum*|calambre*|corriente*|toques|acalambr*|quema|queman|ardor|arden"
)
_DOWN = (
    "down|into|shoot|shoots|shooting|radiate|radiates|radiating|travels|traveling|goes|going|runs|running|spreads"
    "|spreading|spread|sciatica|baja|bajan|bajo|bajando|corre|recorre|va|irradia|pasa|ciatica"
)
_PAIN = "pain|pains|ache|aches|hurt|hurts|hurting|dolor|dolores|duele|duelen"
# Tired, crossed, cold or swollen legs, and what has been so for years, are another thing.
_NO_LEGS = (
    "cross|crossed|crossing|cruzar|cruzo|cruzadas|years|anos|always|siempre|neuropathy|neuropatia|diabetes|diabetic"
    "|diabetica|diabetico|cold|frio|ice|surf|swim|snow|run|running|workout|gym|gimnasio|ejercicio|squats|cramps|toilet|long"
)
_SITE = (
    "fusion|laminectomy|discectomy|microdiscectomy|scar|incision|wound|stitches|staples|surgery|site|bandage|dressing|back|spine|hole|cut|herida|cicatriz|puntos"
    "|operacion|cirugia|espalda|columna|vendaje|gasa"
)
_FLUID = "fluid|liquid|water|watery|clear|discharge|liquido|agua|aguita|transparente|suero"
_LEAKS = (
    "leak*|drip*|ooz*|drain|drains|draining|drained|weep*|seep*|wet|soaked|trickl*|gush*|coming|comes|sale|salen|salio"
    "|saliendo|escurr*|gotea*|supura*|mana|moja*|tira|tirando|fuga"
)
_TAP = "epidural|tap|puncture|myelogram|spinal|lp|raquidea|raquia|puncion|bloqueo|raquidea|dural"
_ANEURYSM = "triple+a|aneurysm*|aneurism*|aaa|aorta|big+artery|bulging+artery|main+artery"
_THREE_MONTHS = 92  # days, as the questions say
_HURTS = (
    "pain|pains|painful|hurt|hurts|hurting|ache|aches|aching|sore|tender|throb*|stabbing|leaking|bursting|duele|duelen"
    "|dolor|dolores|punza|punzadas|arde|lastima|molesta|molestando"
)

SPINE = (
    WordList(
        code="rft_both_legs",
        patterns=lines_of(
            f"""
{_NUMB} & {_BOTH} ~ {_NO_LEGS}
{_NUMB} & {_AMBAS} ~ {_NO_LEGS}
{_NUMB} & {_TWO} ~ {_NO_LEGS}|one
{_PAIN}|{_DOWN} ..4 {_BOTH} ~ {_NO_LEGS}|tired|weak
{_PAIN}|{_DOWN} ..4 {_AMBAS} ~ {_NO_LEGS}
{_DOWN} ..3 {_TWO} ~ {_NO_LEGS}|one
{_NUMB} ..4 (my|mis|las|in|both|two) legs|piernas ~ {_NO_LEGS}|between|entre|medio|restless
legs|piernas ..4 {_NUMB} ~ {_NO_LEGS}|between|entre|medio|restless|no
left|right|izquierda|derecha (leg|foot|side) and|y (the|la) right|left|izquierda|derecha leg|foot|legs|
    pierna & {_NUMB}|{_PAIN}|{_DOWN} ~ {_NO_LEGS}
now|ahora ..1 the|la right|left|other|derecha|izquierda|otra (one|leg|pierna) too|also|tambien $
other leg|pierna|side|foot (too|also|as|now) ~ fine|ok|normal|bien|good|{_NO_LEGS}
{_PAIN}|{_NUMB}|{_DOWN} ..6 other|otra|segunda leg|foot|pierna (too|now|also|tambien) ~ fine|ok|normal|bien|good|
    {_NO_LEGS}
both|two|either sides|side|lados & {_NUMB} ~ {_NO_LEGS}|face|arm|arms|hand|hands|neck|head|jaw|shoulder|cara
sciatica|ciatica|leg|pierna|now|ahora|week|today ..4 both|ambas|ambos|dos $ ~ hand|hands|arm|arms|eye|eyes|ear|ears|
    knee|
    knees|job|jobs
tambien|ya|ahora|also|now ..1 la|el|the otra|otro|izquierda|izquierdo|derecha|derecho|other|left|right (one|leg|pierna|
    side|lado|foot|pie) (se) (me) {_NUMB}|{_PAIN}|{_DOWN} ~ brazo|mano|arm|hand|ear|eye|oido|ojo|hombro|shoulder|knee|
    rodilla
feet|legs|pies|piernas ..5 socks|stockings|cotton|wood|wooden|stuffed|novocaine|concrete|calcetines|medias|algodon|
    corcho|
    palo ~ compression|wear|wearing|uso|support
knees|rodillas|thighs|muslos|hips|cadera (para|hacia) down|abajo & {_NUMB}|feeling|sensation|siento|
    sensibilidad ~ {_NO_LEGS}
{_NUMB}|feeling|sensation|sensibilidad ..4 knees|rodillas|thighs|muslos|hips|cadera (para|hacia) down|abajo ~ {_NO_LEGS}
sciatica|ciatica ..3 both|ambos|ambas|two|dos (sides|lados|piernas|legs)
bilateral sciatica|radiculopathy|numbness|tingling|paresthesia|paresthesias
ciatica bilateral
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_leak",
        patterns=lines_of(
            f"""
{_FLUID} ..4 {_LEAKS} & {_SITE} ~ pus+no|eyes|ojos|bag|tank|knee|rodilla|pain
{_LEAKS} ..4 {_FLUID} & {_SITE} ~ eyes|ojos|tank|knee|rodilla|pain
{_SITE} ..3 {_LEAKS} ..3 {_FLUID}|again|still|bandage|shirt ~ eyes|ojos|tank|knee|rodilla|pain
scar|incision|wound|stitches|staples|herida|cicatriz|puntos & leak*|drip*|ooz*|draining|drains|drained|weep*|seep*|wet|
    soaked|escurr*|gotea*|supura*|mana|mojad* ~ better|healed|sano|shower|pool
{_LEAKS} ..3 scar|incision|wound|herida|cicatriz
spinal|csf|cerebrospinal|cefalorraquideo|raquideo|dural (fluid|liquido) leak|leaks|leaking|tear|fuga
fuga ..2 liquido
head ..3 kills|killing|splitting|bursting & upright|stand|sit+up|get+up
vendaje|bandage|dressing|gasa ..6 wet|moja*|soaked|liquido|fluid|empapad*
wet|moja*|soak*|empapa* ..3 vendaje|bandage|dressing|gasa ~ shower|swim|rain|bath
headache|headaches|migraine & stand|standing|sit+up|sitting+up|get+up|upright|levanto|levantarme|paro|pararme|
    siento+dolor|
    incorporo ~ rush|computer|desk|screen|years|anos
head ..2 hurts|pounds|pounding|throbs|splits|explodes & stand|sit+up|get+up|upright
pounding|splitting head|headache & up|upright|stand
dolor|duele ..2 cabeza & levanto|levantarme|paro|pararme|incorporo|sentada|sentado|acostada|acostado ~ rush|anos
nicked|tore|torn|punctured|cut|poked ..2 dura|dural+sac
dura|dural ..2 nicked|torn|tear|punctured|puncture|leak
headache|headaches|migraine|head|cabeza & {_TAP} ~ years|anos|massage|ladder|horse|bike|stairs|car
{_FLUID} ..4 nose|nariz|ear|oido & surgery|operation|operacion|cirugia|fall|fell|golpe|caida|accident|accidente|spine
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_aneurysm",
        patterns=lines_of(
            f"""
{_ANEURYSM} & {_HURTS} ~ ruled
{_ANEURYSM} ..3 grew|growing|grown|bigger|larger|crecio|creciendo|grande
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_pregnancy",
        patterns=lines_of(
            """
leaking|losing|gushing|trickling fluid|water|fluids $ ~ car|roof|pipe|tank|engine|washer|radiator
my water|waters|bag broke|broken|breaking|popped
water|waters broke & pregnant|weeks|baby|labor|contractions
rompio|rompieron ..2 fuente|bolsa|aguas
leak*|gush*|losing|drip*|trickl* ..3 fluid|water & pregnan*|along|baby|weeks|trimester
liquido|agua|fluido ..4 pregnan*|embaraz*
sale|saliendo|pierdo|perdiendo|escurr* ..2 liquido|agua & embaraz*|bebe|semanas
baby ..3 not|isn't|hasn't|hardly|barely|stopped|less ..2 move|moved|moving|kick|kicked|kicking|movement
haven't|hasn't|havent|hasnt|didn't|don't|not|no|can't ..2 feel|felt ..2 baby ..1 kick|move|kicking|moving|moved|kicked
baby|bebe ..3 quiet|still|quieto|quieta|tranquilo & day|today|hours|yesterday|night|dia|hoy|ayer|horas|weeks|
    semanas ~ sleeps|asleep|
    crib|stroller|duerme
haven't|hasn't|havent|didn't|not felt ..1 baby
little+one|bump ..4 not|isn't|hasn't|hardly|barely|stopped|less ..2 move|moved|moving|kick|kicked|kicking
less|fewer ..2 kicks|movements ~ soccer
(bebe|nino) ..2 no ..2 mueve|movido|patea|siento+moverse & bebe|embaraz*|panza|vientre
no ..2 siento|siente ..2 bebe|moverse
bebe ..2 no|casi|apenas ..2 mueve|movido|patea
bebe ..2 mueve|moviendo ..1 poco|menos
no ..2 siento|sentido|senti ..3 mueva|mueve|moverse|patee|patadas|movimientos & bebe|panza|vientre|embaraz*
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_clumsy",
        patterns=lines_of(
            """
clumsy|clumsier|clumsiness|torpe|torpes|torpeza|fumbl* & hand|hands|finger|fingers|mano|manos|dedos
unsteady|wobbly|wobble|wobbling|off+balance|stagger|staggering|swaying & walk|walking|feet|legs|gait|stairs|stand
walk|walking|walks|stumble|stumbling|stagger|veer|sway|camino|caminar|ando|tropiezo ..2 like|como ..3 drunk|sailor|
    robot|borracho|borracha|zombie
lost|losing|no|bad|poor (my|sense+of) balance ~ yoga|work|bank|account|life|beam|check|bike|diet
pierdo|perdi|perdiendo|sin ..2 equilibrio ~ vida|trabajo|yoga
electric|electrical|shock|shocks|zap|zaps|jolt|jolts|corriente|descarga|toques & bend|look+down|chin|agacho|doblo|neck|
    cuello|nuca ~ stim|stimulation|tens|needle|needles
can't|cannot|cant|couldn't|trouble|hard|barely|hardly ..1 button|fasten (my) (shirt|anymore) $
handwriting ..3 worse|bad|changed|sloppy|messy ~ doctor|sorry
no ..2 puedo|logro ..1 abotonar*|abrochar*|escribir ~ ingles|espanol
"""
        ),
        most_days=_THREE_MONTHS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_weight",
        patterns=lines_of(
            """
i'm|im|am down #4-120 pounds|lbs|lb|kilos|kg ~ diet|trainer|thanks|purpose|watchers
lost|losing|dropped|loss|bajado|perdido|baje|perdi|bajando|perdiendo ..3 #4-120 pounds|pound|lbs|lb|kilos|kg|libras|
    kilogramos & without|reason|why|trying|appetite|in|since|month|months|weeks|sin|porque|razon|hambre|en|desde|mes|
    meses|
    semanas ~ diet|trainer|purpose|gym|keto|ozempic|wegovy|mounjaro|zepbound|dieta|ejercicio|running|surgery|baby|
    watchers|program|coach|app|fasting|healthy|walking|happy|proud|trying+to|goal
losing|lost|lose|dropping ..3 weight & without|reason|why|trying|appetite ~ diet|purpose|goal|goals
weight ..3 dropping|falling|melting|coming ..2 off ~ diet|goal
bajado|bajando|perdido|perdiendo|baje|pierdo|bajo ..2 peso & sin|razon|porque|querer|hambre|apetito ~ dieta
clothes|pants|jeans|belt|ropa|pantalon|pantalones ..4 loose|looser|baggy|grande|grandes|flojos|caen ~ style|fashion|
    bought|wear|tight|
    comfortable|comoda|diet|uso
clothes|pants|ropa|pantalon|pantalones ..4 hang|hanging|loose|falling|grandes|grande|caen|flojos & weight|eat|eating|
    appetite|
    hambre|peso|como
"""
        ),
        most_days=_THREE_MONTHS,
        bridge=BRIDGE,
    ),
)
