"""A fall, a crash or a hard hit: asked for on the form, and told in words.

The working specification has no list of these: the words are ours, and a clinician must sign them.
"""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

# What somebody falls from, onto or down: a height, the ground, a vehicle, an animal, a part of the body.
_FROM = (
    "ladder|roof|stairs|stairway|staircase|stair|steps|step|tree|horse|bike|bicycle|motorcycle|scooter|skateboard|truck"
    "|bed|chair|stool|couch|sofa|bunk|balcony|porch|deck|scaffold|scaffolding|curb|toilet|wheelchair|attic|window|fence"
    "|wall|counter|table|height|pony|atv|escalator|bus|trampoline|swing|ramp|car|feet|ft|meters"
)
_ONTO = (
    "floor|ground|ice|concrete|cement|pavement|sidewalk|gravel|tile|tiles|back|butt|buttocks|tailbone|bottom|bum|hip"
    "|side|head|spine|rear|tub|bathtub|shower|bathroom|kitchen|driveway|street|yard|grass|snow|rug|carpet|mat|dog|rocks"
    "|face|knees|parking"
)
_DE = (
    "escalera|escaleras|escalon|escalones|techo|azotea|arbol|caballo|bici|bicicleta|moto|motocicleta|patin|patineta|cama"
    "|silla|banco|banqueta|andamio|camion|camioneta|carro|barda|mesa|ventana|altura|litera|columpio|burro|sofa|hamaca"
    "|bus|autobus"
)
_EN = (
    "bano|regadera|ducha|tina|calle|piso|suelo|patio|cocina|hielo|nieve|casa|espalda|espaldas|nalgas|pompas|sentado"
    "|sentada|senton|cola|coxis|rabadilla|cabeza|lado|trabajo|parque|supermercado|banqueta|cadera|hoyo|mercado"
)
# Asleep, in love, behind: nobody was hurt; and a season.
_NO_FALL = (
    "asleep|sleep|love|behind|apart|through|for|short|ill|sick|victim|pregnant|semester|season|weather|leaves|colors"
)
_NO_CAIDA = (
    "cuenta|enfermo|enferma|depresion|pelo|cabello|bien|gordo|sistema|presion|ventas|azucar|sueno|dormido|dormida"
)
_CAR = "car|auto|automobile|motorcycle|bike|bicycle|bus|truck|vehicle|traffic|scooter|train|atv|moped|mva|motor"
_HIT = "hit|struck|knocked|thrown|run+over|mowed"
_BODY = (
    "back|spine|neck|head|tailbone|hip|hips|ribs|shoulder|waist|pelvis|coccyx|espalda|cintura|cuello|nuca|cabeza|cadera"
    "|columna|coxis|costillas|rabadilla|lomo"
)

INJURY = (
    WordList(
        code="rft_trauma",
        patterns=lines_of(
            f"""
fell|fallen|fall|falling|falls|slipped|tripped|tumbled|thrown|slid|tipped ..1 off|from|down|over|out|backwards|
    backward ..3 {_FROM} ~ {_NO_FALL}
fell|fallen|slipped|tripped|tumbled|landed|thrown|slid|wiped+out|bucked ..1 on|onto|in|into|over|against|to|
    flat ..3 {_ONTO}|
    {_FROM} ~ {_NO_FALL}
fell|slipped|tripped|tumbled|toppled down|hard|backwards|over|and ~ {_NO_FALL}|words|pounds
i|she|he|mom|dad|and|since|after|when fell|slipped|tripped (and|hard|badly|again|twice|while|at|yesterday|
    last|today|this) & {_BODY}|ayer|hurt ~ {_NO_FALL}
i fell|slipped|tripped $
hit|ate|kissed|met ..1 floor|ground|pavement|dirt|concrete|asphalt|deck ~ running
got|get|was|been|me knocked ..1 over|down|off ~ price|prices
landed ..1 on|hard ..2 {_BODY}|feet|hands|knees ~ job|plane
chair|bed|ladder|stool|bench|hammock|swing ..1 broke|collapsed|gave|tipped|slipped ~ down+crying
dropped|jumped ..1 from|off ~ team|school|class|insurance|list|bed
came|fell|crashed|crashing|falling down on ..1 my|me
i|he|she|we|just|and fell|slipped|tumbled|rolled|flew|slid off|from ~ wagon|diet|schedule|track|radar|list|map|
    {_NO_FALL}
fender bender
head-on collision
hit and run
ran|hit|crashed|smashed|slammed|backed|plowed ..1 our|my|the|into ..2 {_CAR} ~ friend|gym|road|store
was|got|been hit $
flew|flung|ejected|thrown|went|gone ..1 off|over|out ..2 handlebars|handlebar|bike|motorcycle|seat|windshield|horse
took|taken|takes|did ..1 header|nosedive|dive|digger|spill|plunge|flip ~ pool|swim
collapsed|crumpled ..1 on|onto|in|to ..3 {_ONTO}
bumped|ran|crashed|slammed|smashed|backed|plowed into me|us|my|wall|tree|pole|door|car ~ friend|neighbor|problem|
    problems|
    issue|teacher
tackled|rammed|trampled|crushed|clotheslined|bodychecked me|my|by
missed ..1 step|stair|rung|curb
ski|skiing|snowboard|snowboarding|sledding|skating|surfing|cycling|biking|boating|riding|work|workplace|farm|
    construction|
    football|rugby|judo|jet-ski accident|crash|wreck|wipeout|collision|fall
had|took|taken|suffered|since|after|from|my|bad|nasty|hard|big ..2 spill|tumble|wipeout ~ stairs+to|coffee|dryer
had|took|taken|suffered|after|bad|nasty|hard|big|another (a|my|the) fall ~ {_NO_FALL}|last+fall|this+fall
since|from (a|my|the) fall ~ {_NO_FALL}
{_CAR} accident|crash|wreck|collision|accidents
(bad|serious|car) wreck|crash|collision & {_BODY} ~ computer|nervous|site|mood|market|course|sugar
rear-ended|t-boned|sideswiped|whiplash
rear|t ended|boned
totaled|totalled|flipped|rolled|crashed|wrecked ..2 {_CAR}
{_HIT} by|off ..3 {_CAR}|tree|branch|box|beam|door|horse|cow|forklift|falling
{_HIT} ..3 {_BODY} ~ nerve|wall+of|gym|acupuncture|pain|spot
car|truck|bike|van|suv|bus hit|struck me
fell on|onto|against ..1 me|my ~ {_NO_FALL}
beat|beaten|jumped|mugged|assaulted|punched|kicked ..1 up|me|by|in|my ~ eggs|odds|cancer|covid
pushed|shoved|threw me ~ hard+in+therapy|harder|limits
me ..1 cai|caigo|caido|cayo|caia ..3 {_DE}|{_EN} ~ {_NO_CAIDA}
me cai|tropece|resbale|volque|accidente|estrelle ~ {_NO_CAIDA}
me fui de|al|contra espaldas|suelo|piso|boca|hocico|lado|bruces|cabeza
tropece|resbale (con|en|y) ~ {_NO_CAIDA}|palabras
choque|choco|chocamos|chocaron ..3 lunes|martes|miercoles|jueves|viernes|sabado|domingo|ayer|antier|semana ~ cultural
me|te|nos pegue|golpee ..3 {_BODY}|fuerte|duro
al caerme|caerse|caer|resbalar|resbalarme|tropezar ~ {_NO_CAIDA}|agua|noche|sol|tarde
{_CAR} ..1 was|got hit|struck|rammed|totaled
me|nos dieron|pegaron|golpearon ..2 detras|atras|frente|lado
me|nos tumbo|tumbaron|tiro|tiraron|derribo|derribaron|aventaron|avento|arrollo ~ sueno|onda|cama|trabajo|cosas
(me) resbale|tropece|cai ..4 {_EN}|{_DE} ~ {_NO_CAIDA}
se cayo|resbalo|tropezo ..4 {_EN}|{_DE}|ayer|semana ~ {_NO_CAIDA}
sufri|tuve|tuvo|tenido|por|desde|despues+de|a+raiz+de (de) (la|una|mi|esa|otra) caida|caidas ~ {_NO_CAIDA}|fiebre
me di|dieron|pegue|lleve|meti ..2 golpe|golpazo|ranazo|madrazo|senton|trancazo|porrazo|costalazo ~ {_NO_CAIDA}
me (lo) golpee|golpie ..2 {_BODY}|fuerte|duro
me golpearon|golpeo|pegaron|empujaron|empujo|atropell*|aplasto|patearon|patio|pateo|asaltaron|arrollo
me pego & {_BODY} ~ dolor|aire|sol|fiebre
me|nos chocaron|choco|embistieron|embistio
carro|coche|auto|camion|camioneta|moto|troca|bici|trailer ..2 me ..1 pego|choco|golpeo|tumbo|embistio|aplasto|avento
(se) volteo|volco|volcamos|volteamos ..3 {_DE}|auto|coche|troca|trailer
choque|chocamos|chocado|choco ..3 {_DE}|auto|coche|frente|atras|semana|dias|ayer ~ {_NO_CAIDA}
accidente ..2 de|en|con ..2 {_DE}|auto|coche|transito|automovil|trafico|vehiculo|trabajo
tuve|sufri|tuvimos|tuvo ..2 accidente|volcadura|choque
me tiro|tumbo|tumbaron|aventaron|avento ..3 {_DE}|perro|vaca|suelo|piso|toro|caballo
rode|rodando|rodo ..2 {_DE}
"""
        ),
        most_days=SIX_WEEKS,
        event=True,
        bridge=BRIDGE,
    ),
)
