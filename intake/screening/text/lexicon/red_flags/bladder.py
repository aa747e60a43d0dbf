"""A bladder or bowel out of control: the nerves at the end of the spine."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, LACK, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

# What the bladder and the bowels hold.
_WATER = (
    "orina|orines|pipi|pis|popo|caca|heces|excremento|vejiga|esfinter*|intestino|intestinos|pee|peeing|urine|bladder|bowel"
    "|bowels|poop|stool|wee"
)

BLADDER = (
    WordList(
        code="rft_bladder",
        patterns=lines_of(
            f"""
can't|cant|cannot|unable|can+not|could+not|not+able|couldn't|trouble|difficulty|strain|straining|push|pushing|hardly|
    barely|struggle|
    struggling|hard|press|pressing ..3 pee|peeing|piss|pissing|urinate|urinating|urine|void|wee|tinkle
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|trouble|hard|barely|hardly ..2 empty|emptying|
    drain ..2 bladder
trouble|hard|difficulty|slow|can't|cant|cannot|unable|can+not|could+not|not+able|takes|couldn't|barely|hardly ..3 start|
    starting|
    getting ..2 stream|flow|pee
i leak|leaked|leaking ~ roof|pipe|faucet|oil|car|gas|coolant|tank|secret
push|pushing|press|pressing|strain|straining|force ..6 pee|piss|urinate|urine|water|void
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|hard|trouble|barely|hardly ..2 pass|passing|make|
    making water|urine
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 take ..1 leak|piss|pee
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 number one|1
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..1 go|relieve pee|myself
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|barely|hardly ..2 go ..2 toilet|bathroom|restroom|loo|
    potty ~ alone|stairs|walk|
    pain|myself|night
not|haven't|havent|hasn't|isn't|wasn't|ain't ..1 able ..2 go|pee|piss|urinate ~ gym|work|out|school|far|outside|
    church|shopping
haven't|havent|hasn't|didn't|not|never ..2 peed|urinated|pissed
bladder ..1 won't|wont|doesn't|can't ..2 let|empty|open|release|go|drain
can't|cant|cannot|don't|dont|not|hardly|barely|couldn't|unable|can+not|could+not|not+able ..2 feel|tell|
    know ..1 when ..5 go|pee|poop|bathroom|
    toilet|restroom
mess|messed|messing|crap|crapped|shit|shat|poop|pooped|pooping|piss|pissed|soil|soiled|soiling|wet|wetting|pee|
    peed|peeing ..1 my|the|mi pants|underwear|bed|
    sheets|panties|diaper|chair|clothes ~ dog|cat
having|have|had accidents ~ car|work|bike|traffic|job|motorcycle|several|two|three|auto
pee|urine ..2 drips|dripping|trickles|trickling|dribbles|dribbling
can't|cant|cannot|couldn't|unable|can+not|could+not|not+able|not|barely|hardly ..2 hold|feel|control ..4 pee|urine|
    bladder|bowel|bowels|stool|
    poop|
    water ~ losing
wet|wetting|pee|peed|peeing|soil|soiled|soiling|poop|pooped myself
can't|cannot|don't|couldn't|unable|can+not|could+not|not+able|barely|hardly ..1 tell|know ..4 bladder|bowel|bowels|pee|
    poop
wear|wearing|need|needing|using|use ..2 diaper|diapers|depends ~ baby|son|daughter|kid|toddler|grandson
uso|usando|uso|necesito ..1 panal|panales ~ bebe|hijo|hija|nieto
lost|losing|loss|no|zero|little ..2 control ..4 bladder|bowel|bowels|pee|urine
bladder|bowel|bowels ..3 control ~ good|fine|normal|great|ok|okay|excellent|intact|full
bladder|bowel|bowels ..3 leak|leaking|leaks|accident|accidents|retention
bladder|bowel|bowels ..3 working ~ fine|ok|okay|normal|normally|well|good|great|properly|again
bladder|bladders|bowel|bowels|waterworks|plumbing|vejiga|intestino|intestinos ..3 stopped|quit|not|isn't|aren't|
    doesn't|don't|won't|stop|dead|dejo|no ..2 working|work|function|functioning|emptying|empty|respond|funcionar|
    funciona|funcionan|sirve|responde|trabaja
waterworks|vejiga ..2 trouble|problem|problems|gone|wrong|broken|numb|dormida|muerta|floja
trouble|problem|problems|issues ..2 waterworks
incontinen*
vejiga|bladder ..2 no|not|doesn't|won't|never ..2 avisa|avisar|warn|warns|tell|tells|signal|respond|responde
{LACK} ..3 control*|hold|holding|aguant*|contener|retener|detener ..4 {_WATER} ~ good|losing|lost|
    loss|problem|problems|problema
{_WATER} ..2 on|by its|their own ~ dog|cat
urinary retention
urine|pee ..2 leaks|leaking|dribbles|dribbling
no ..2 puedo|puede|puedes|pude|podido|capaz|logro|logrado|logra|aguanto|controlo|siento ..3 orinar|mear|orina|pipi|pis|
    esfinter*|vejiga|intestino|popo
cuesta|dificultad|batallo|trabajo|pujar|pujo|pujando|empujar|esfuerzo|forzar ..3 orinar|mear
no ..3 hacer ..2 pis|pipi|uno|aguas|bano|chis
no ..1 he|ha|habia ..1 orinado|meado
no ..1 he|ha|habia ..1 hecho pis|pipi
sin orinar|mear
pee|peeing|peed|urine|wet|wetting|leak|leaking|leaks|leaked ..6 without|no (any) warning|notice|control
underwear|pants|panties|calzon|calzones|pantalon|ropa ..3 wet|mojad*|damp & know|knowing|notice|cuenta|idea
toilet|bathroom|bano ..6 wait|waiting|sit|stand|stay|espero|esperar|esperando ..5 forever|minutes|ages|start|rato|
    salga ~ pain|
    dolor|line|fila|stool|constipated
leak|leaks|leaking|comes|runs|falls ..1 out of me
ni ..3 cuenta ..3 orin*|mear|meo|pipi|popo|obrar
nothing|nada wants|quiere|want ..2 come|salir
lost|losing|leaked|passed|dropped ..4 stool|urine|pee|poop ..4 pants|underwear|without|noticing
only|solo|just ..1 drops|gotas|gotitas|drips|dribbles $
me gano|gana|ganaba ..2 bano|pipi|orina|popo|orin
apretar|pujar|aprieto|esperar|espero ..3 salga ..2 orina|pipi
sin poder|lograr orinar|mear|hacer
me mojo|meo|moje|meado|mee sin|encima|toda|todo|la
no ..1 siento|se ..1 cuando ..3 ir|bano|orinar|ganas|lleno|llena
no ..1 siento|tengo ..1 ganas de orinar
me orino|orine ..1
me hice|hago|hizo|hacia|hice|hize ..1 encima|popo|caca|pipi|pis
retencion ..1 orina
me hago ..3 encima|pipi|popo
urine|pee|bladder|bowels|poop ..3 won't|wont|doesn't|can't|cant|cannot ..1 come|start|empty
accident|accidents ..3 bladder|bowel|pants|bed|underwear
leak|leaking|leaks ..2 urine|pee|stool|poop
pee|peeing|poop ..2 without feeling|knowing|noticing
se me ..1 sale|salio|salia|escapa|escapo|escapaba|salen ..2 orina|pipi|pis|popo|caca|excremento|heces|gases
no|sin ..3 control|controlar ..3 orina|vejiga|esfinter*|intestino|heces
no me sale ..2 orina|pipi
no|without|lost|losing|loss ..3 bladder|bowel|bowels|urine control
can't|cant|cannot|don't|dont|not|couldn't|unable|can+not|could+not|not+able|barely|hardly ..1 feel ..2 come|comes|
    coming|go|going|leave|
    leaving out|through
pee|urine|poop|stool ..2 just comes|leaks|runs|falls|slips|dribbles
pee|urine|poop ..1 comes|leaks|runs|slips out ..2 ~ well|fine
pee|peeing|urinating|stream|flow ..2 takes|taking ..2 forever|long|minutes|ages
cathed|cathetered|catheterized|catheterised|cateterizaron ~ heart|cardiac|corazon
pusieron|puse ..1 sonda ~ cirugia|estomago|nariz
trouble|can't|cant|cannot|difficulty|problem|problems|unable|can+not|could+not|not+able|hard|couldn't|barely|
    hardly ..2 control|controlling|
    holding ..3 bladder|bowel|
    bowels|pee|urine|stool|poop
urine|urinary|bladder|pee ..1 retention
retaining urine
nothing ..1 comes|came out & pee|urinate|bathroom|toilet|bladder
dificulta|dificil|apenas ..3 orinar|mear|pipi
no longer ..2 hold|control|feel ..3 pee|urine|bladder|bowel|bowels|poop
dribbling|dribble|dripping ..1 urine|pee
controlo|controla|aguanto|aguanta ..2 esfinter*|orina|pipi|vejiga
no (me) sale|salen|salia|salio|viene ..2 orina|pis|pipi|chis|chorro|orines ~ sangre|dolor
no (me) sale|salia|salio nada $
nothing comes|came|come|coming out $
pee|urine|stream|bladder ..1 not|won't|wouldn't|doesn't|didn't|isn't ..1 come|coming|start|starting|flow|flowing
no ..1 orino|meo|orine ~ me|sangre|noche|noches|dolor|ardor|seguido|tanto|rojo|oscuro|problema
pee|urine|pipi|orina ..2 runs|running|pours|pouring|escurre|escurriendo ~ blood|sangre|dog|cat
sale|salio|salia|saliendo|salen|escapa*|escurr*|gotea|goteando|chorre* ..2 orina|orines|pipi|pis|popo|caca|excremento|
    heces ~ sangre|clara|oscura|amarilla|normal|bien|roja|espuma|perro|gato|bebe
orina|orines|pipi|pis|popo|caca|excremento|heces ..3 se ..1 sale|salio|salia|salen|escapa|escapo|escurre
couldn't|can't|cant|cannot|don't|didn't ..2 make ..1 to ..1 bathroom|toilet|restroom (in|on) time
no ..2 alcanzo|alcance|llego|llegue|alcanzaba|llegaba ..3 bano ~ escalon|manija|regadera|carro
pee|peeing|peed|pissing|poop|pooping|pooped on myself
me (he) (ando) zurr*|cago|cague|cagado|cagando|zurro ~ risa|miedo|susto
no ..1 doy|di|daba cuenta ..4 orin*|mear|meo|pipi|popo|bano|heces
orin*|pipi|popo|obrar|obro ..3 sin|no darme|dar|doy|di|sentir|sentirlo|avisar ~ sangre
tapad* ..3 orina|orinar
orinar|mear|pee|urinate ..1 y|and|but|pero ..1 no|can't|cannot|couldn't|cant (puedo|pude|sale) $
takes|tarda|tardo|demora|demoro ..6 pee|urine|stream|orinar|orina ~ day|night|dia
orino|meo|orinar|orinando|pee|peeing ..3 gota|gotas|gotitas|drops|drips ~ blood|sangre
esfuerzo|esfuerzos|pujo|pujar|pujando & orinar|orino|orina|mear
no ..1 orinaba|meaba|orinado
poner|pongan|puso|pusieron ..1 sonda ~ cirugia|estomago|nariz
se me sale|salen|salio ..1 sin querer|sentir|darme|sentirlo
no pee|urine ..1 comes|came|coming|flows
lost|losing|loss|perdi|perdido|pierdo|perdiendo|perdida|sin|falta|poco ..3 control ..4 vejiga|esfinter*|orina|intestino|
    intestinos|pipi|popo|heces|bladder|bowel|bowels|pee|urine
poop|pee|urine|stool|pipi|popo ..1 came|comes|coming|falls|fell|falling out ~ black|red|clear|fine|dark|brown
apretarme|apretar|aprieto|apretando|empujar|empujo|empujando & orinar|orino|mear|orine
bladder|vejiga ..3 full|llena|reventar|reventando ~ control|when|ultrasound|ultrasonido
dribbling|dribble ~ ball|basketball|soccer|saliva|nose
chorro ..3 no|debil|flojo|delgado|cortado ~ regadera|agua
no ..1 termino|acabo ..1 vaciar|orinar
can't|cant|cannot|don't|dont|never|not|no ..1 tell|know|feel|sure|se (if|when|whether|si|cuando) i'm|im|i|i've|ive|
    ya (am|have) done|finished|empty|through|termine|acabe & toilet|pee|peeing|poop|pooping|bathroom|restroom|bano|
    orinar|orino
{LACK} ..2 control ..5 gas|gases|fart|farts|poop|pooping|popo
{LACK}|trouble ..4 erection|erections|ereccion*|orgasm|orgasms|orgasmo*|climax ..2 since|desde|anymore ~ years|anos|
    medicine|pill|pills|pastilla|pastillas|prostate|prostata|surgery|cirugia|diabetes|divorce
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
        still_negation=("no|without|sin (any) change|changes|cambio|cambios",),
    ),
)
