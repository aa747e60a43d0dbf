"""Fever, bleeding, a period that does not come."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

_NINE_MONTHS = 280  # days: a period that stays away two months is no sign of long ago
_PERIOD = "time+of+the+month|period|periods|monthly|monthlies|cycle|cycles|menses|menstruation"
_REGLA = "regla|reglas|periodo|menstruacion|mes|ciclo"
# Something else is that warm, or counted so: a room, a bath, a knee that bends, a size, a street.
_NOT_A_BODY = (
    "size|cup|bra|talla|room|apt|apartment|unit|suite|street|st|ave|avenue|outside|weather|oven|tub|sauna|pool|water"
    "|shower|bath|thermostat|summer|desert|garage|house|kitchen|grill|meat|jacuzzi|spa|yoga|heater|fridge|horno|agua"
    "|clima|afuera|sol|wear|shoe|jeans|bus|train|route|floor|bend|bends|bending|flex|flexion|extend|rotate|turn|lift"
    "|raise|range|motion|angle|knee|elbow|hip|shoulder|doblo|doblar|dobla|rodilla|codo|angulo|girar|levantar|job|agency"
    "|worker|employee|office|normal"
)
# Blood that comes: where it is, what it does. Blood alone is spoken of in too many ways.
_BLEEDS = (
    "coming|comes|came|pool*|swallow*|spit|spits|spitting|taste|tasting|leaking|leaks|streak*|found|notice|noticed|noticing"
    "|ear|ears|mouth|nose|tooth|gum|gums|nipple|pillow|sheets|underwear|tissue|still|keeps|kept|passed|toilet|pad|gauze"
    "|escupo|sale|saliendo|salio|oido|boca|nariz|muela|encia|encias|almohada|calzon|gasa|sigue"
)
# Blood that is measured, drawn, given, thinned, feared, in a name.
_NOT_BLED = (
    "needle|needles|aguja|agujas|cupping|ventosas|give|gives|giving|check|checks|checking|loss|stagnant|tears|pass|passes|dizzy|woozy|pressure|sugar|sugars|glucose|test|tests|tested|testing|work|workup|draw|draws|drawn|drew|took|taken|taking|lab|labs"
    "|sample|samples|panel|bank|donate|donates|donated|donating|donation|donor|drive|type|group|count|counts|cell|cells"
    "|thin|thins|thinner|thinners|thinning|thicker|thick|flow|circulation|supply|vessel|vessels|clot|clots|clotting|clotted"
    "|cancer|disorder|disease|infection|infections|stream|poisoning|oxygen|relative|relatives|related|brother|sister|cousin"
    "|family|orange|moon|hound|bath|vial|vials|tube|tubes|iron|fat|fats|lipids|cholesterol|transfusion|transfusions|levels"
    "|level|iv|sight|faint|faints|fainted|phobia|afraid|scared|queasy|squeamish|movie|movies|game|blue|cold|boil|boils|bad"
    "|purify|purifies|cleanse|move|moves|moving|stagnation|stasis|nourish|tonic|build|monitor|cuff|gas|gases|bpm|medicine"
    "|pills|pill|meds|pale|sucker|mosquito|mosquitoes|my+blood+is|patient|patients|nurse|phlebotomist|technician|phlebotomy"
    "|presion|azucar|analisis|examen|examenes|prueba|pruebas|muestra|laboratorio|sacaron|sacan|sacar|donar|dono|donada|donado|donador"
    "|donadora|tipo|grupo|banco|circulacion|coagula|coagule|coagulo|coagulos|adelgaza|adelgazar|adelgazante|espesa|para"
    "|liquida|delgada|colesterol|grasa|hierro|transfusion|cancer|infeccion|infectada|oxigeno|pastilla|pastillas|medicina"
    "|azul|fria|desmayo|desmaya|mareo|miedo|aguja|agujas|hermano|hermana|familia|familiar|limpiar|purificar|mover|nutrir|morcilla|moronga"
)
_TEMP = "temperature|temp|temps|tmp|temperatura|temperat*|tempera|temprature|tempreture|temperture|tempature|calentura"
_LOW, _HIGH = "#37.9-42", "#100.3-108"

BODY = (
    WordList(
        code="rft_fever",
        patterns=lines_of(
            f"""
fever|fevers|feverish ~ dengue|typhoid
{_TEMP} ..4 {_LOW}|{_HIGH} ~ {_NOT_A_BODY}
{_TEMP} ..7 was|is|said|read|showed|got|hit|reached|salio|marco|dio ..1 {_LOW}|{_HIGH} ~ {_NOT_A_BODY}
my|mi {_TEMP} ..7 {_LOW}|{_HIGH} ~ {_NOT_A_BODY}
#100.4-105.9 & achy|aches|aching|flu|sick|shivery|shivering|sweaty|sweats|tylenol ~ {_NOT_A_BODY}|lb|lbs|pounds|weight|
    weigh|weighed|kg|kilos|mg|mcg
tuve|tenia|tengo|llego|llegue|subi|subio|marco|salio|traia|amaneci|estaba|estuve ..3 {_LOW} y medio|media ~ anos|edad|
    kilos|talla|numero
#38-41.9|#100.4-105.9 this|last|esta|ayer|anoche|yesterday|today|hoy ..1 $ ~ {_NOT_A_BODY}|sugar|glucose|azucar|
    pressure|weight|kilos|peso
{_LOW}|{_HIGH} (c|f|celsius|fahrenheit|degrees|grados|y+medio|punto+cinco) (of|de) {_TEMP} ~ {_NOT_A_BODY}
{_LOW}c|{_HIGH}f ~ {_NOT_A_BODY}
{_LOW} (degrees|grados) c|celsius|centigrados|centigrade ~ {_NOT_A_BODY}
{_HIGH} (degrees) f|fahrenheit|degrees ~ {_NOT_A_BODY}
{_LOW} grados|degrees ~ {_NOT_A_BODY}
thermometer|termometro ..4 {_LOW}|{_HIGH} ~ {_NOT_A_BODY}
spike|spikes|spiked|spiking ..3 {_LOW}|{_HIGH} ~ pressure|bp|pulse|sugar|glucose|heart
running|ran|run ..1 {_HIGH} ~ miles|mile|km|kilometers|laps|lap|meters|marathon|marathons|mph|route|bus|pressure|bp|
    pulse|sugar|glucose
traigo|amaneci|ando|andaba|llegue|subio|subi ..3 {_LOW} $
t {_LOW}|{_HIGH} $
{_TEMP} ..7 hundred ..1 one|two|three|four|five ~ {_NOT_A_BODY}
{_TEMP} ..4 one oh|o|zero one|two|three|four|five ~ {_NOT_A_BODY}
thermometer|termometro ..6 hundred ..1 one|two|three|four|five ~ {_NOT_A_BODY}
{_TEMP} ..3 treinta y ocho|nueve
treinta y ocho|nueve ..2 {_TEMP}
burning up ~ calories|fat|sun|road|car|house
freezing|shivering|shivers|trembling|tiritando|temblando & shaking|sweating|sweats|blanket|blankets|cobijas|cobija|hot|
    sudando ~ snow|winter|outside|pool|weather|office
chills|rigors ~ horror|movie|movies|music|song|spooky
night sweats
fiebre|calentura|escalofri*|calosfri*|calofri* ~ tifoidea
sudores nocturnos
sudor|sudores|sudoracion ..3 noche|noches
sudo|sude|sudaba|sudando ..3 noche|noches
running|ran|run|had|have|high|a|over|grade temp|temperature ~ tolerance|sauna|setting|job|worker|agency|room|water|
    normal|no|outside|oven
soak|soaks|soaked|drenched|soaking|dripping|puddle|pool|covered ..3 sweat|sheets|night|pajamas|pjs
wake|waking|wakes|woke|awake (up) ..2 drenched|soaked|soaking|sweating|sweaty|dripping|wet
change|changing ..3 sheets|pajamas|pjs|shirt|clothes ..4 sweat|sweating|sweats
night|sleep ..3 sweating|sweat|sweats ~ work|shift|gym
forehead|frente ..2 burning|hot|caliente|ardiendo|hirviendo ~ iron|stone|massage
sweat|sweats|sweating ..3 night|sleep
shivering|shivers|shaking chills
shaking|shivering|shivers|trembling|shook ..2 cold|freezing ~ snow|winter|outside|pool
cold sweat|sweats|sweating ~ nervous|needles|exam
sudo|sudando|sudor|sudores frio|fria|frios
tuve|tengo|con|mucha|alta temperatura
empap*|banad*|mojad* ..3 sudor
despierto|desperte|amanezco|amaneci ..2 empapad*|sudand*|sudad*|banad*|mojad*
sweat|sweating|sweated|sweats|sweating through ..3 sheets|pajamas|pjs|bed|mattress
had|have|got|having|with the shakes ~ alcohol|drinking|coffee|needles
i'm|im|am|was|feel|felt burning|boiling|very|really hot ~ {_NOT_A_BODY}|day|sun|food|soup|coffee|stove|skin|flashes|
    flash|menopause|leg|calf|foot
shirt|clothes|pajamas|bed|sheets|pillow|nightgown ..3 wet|soaked|drenched|damp ..3 sweat
temblor*|tiritando|tiritera|tembladera|temblando|tirito|tiemblo ..2 frio|fiebre|calentura ~ nieve|invierno
cuerpo cortado
calentur* ~ {_NOT_A_BODY}
hot and|then cold ..2 all|night|since|spells|sweats|turns ~ pack|packs|flash|flashes|menopause|water|coffee|faucet|
    compress|weather
tiembla|tiemblan|temblaba ..2 cuerpo ~ miedo|nervios|ejercicio
had|have|having|with the shakes & temp|temperature|fever
mojo|mojada|mojado|sabanas|pijama|cama ..3 sudor ~ yoga|gimnasio|trabajo
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_bleeding",
        bare=("blood", "bloody", "bloodied", "sangre"),
        patterns=lines_of(
            f"""
black|bloody|tarry|dark stool|stools|poop
blood in|on|into|with ..2 urine|pee|stool|stools|poop|vomit|toilet|underwear|bowl|tissue|paper|phlegm ~ drawn|draw|
    test|sample|pressure
sangre ..2 cuando|al ..3 orin*|mear|obrar|evacu*|bano|popo|pipi ~ analisis|prueba
blood when|whenever (i) ..1 pee|peed|poop|pooped|wipe|wiped|urinate|go|went ~ drawn|draw|test
vomiting|vomited|throwing|threw|puked ..3 blood
bleeding|nosebleed|nosebleeds|bleeds|bleed ..4 won't|wont|doesn't|don't|dont|not|can't|never ..1 stop|quit|end|let|clot
heces|popo|excremento|evacuaciones negr*
sangre en|con ..2 orina|heces|popo|excremento|bano|taza|papel|inodoro|pipi
orina|heces|popo|excremento|evacuaciones|pipi ..1 con sangre
vomit* ..2 sangre
coffee ground|grounds ~ garden|compost|scrub
won't|doesn't|not|never|can't|couldn't|unable|barely|hardly ..1 stop bleeding
poop|stool|stools|bowel ..3 black|tarry|bloody
pee|urine|peeing ..2 red|bloody|blood
peeing|pooping|passing|coughing ..1 blood
orino|orine|orinar|orinando|evacuo|evacuando|obrando ..1 sangre
bleeding ..3 won't|doesn't|not ..2 quit|end
sangra ..4 no para|parar
evacuo|evacuando|obro|obrando|popo|excremento|heces ..3 negro|negra|negras|alquitran|chapopote
nosebleed|nosebleeds|bleeding|sangrado|hemorragia|sangra ..4 hours|hour|horas|hora|keeps|constantly ~ {_PERIOD}|pressure
rectal bleeding
bleeding|sangrado ..2 rectum|rectal|recto
black|tarry|bloody ..2 stool|stools|poop|bms
stool|stools|poop ..4 black|tarry|blood|bloody
pee|urine|peeing|urinating|orina ..3 blood|bloody|sangre
puking ..2 blood
sangre ..4 orina|heces|popo|excremento|pipi
hago|hice|haciendo|voy|fui|obro|evacuo|cago|popo ..3 sangre ~ analisis|laboratorio|donar|prueba|examen|examenes
throw|throws ..1 up ..3 blood
no se|me (me|le) para|paro|detiene|detuvo|quita|corta ..1 sangre|sangrado|hemorragia
no ..1 para|paro|deja|dejo de sangrar
sangre|sangrado|hemorragia ..1 no ..1 para|paro|detiene|deja
sale|salio|saliendo|sali ..1 sangre ..4 popo|orino|bano|orinar|orina|recto|obrar|evacuar|evacuo|ano
vomit*|vomite|vomito ..3 cafe|negro|coagulos|cuajos|cuajarones ~ tomar|tome
vomit* ..3 blood|bloody
coagulos|clots ..4 orina|popo|urine|stool|pee ~ leg|lung|pierna
stool|stools|poop|bm|bms|popo|heces|caca ..4 tar|tarlike|asphalt|coal|petroleo|brea|carbon ~ charcoal
tar|alquitran|chapopote ..4 toilet|poop|bano|popo|taza
bleeding|bleed|spotting|sangrado|sangro|sangrando & pregnant|pregnancy|embarazada|embarazo ~ gums|encias|nose
orina|pipi|orines ..4 roja|rojo|sangre
no ..1 para|paro|deja|dejo de sangrar*
caca|evacuacion ..2 negra|negras|negro|sangre
ooz*|drip*|gush*|spurt*|pour*|trickl*|seep* ..2 blood|bloody ~ sugar|pressure|test|draw|drawn
running|runs|dripping|drips red ~ light|lights|carpet|late
still|keeps|keep|kept ..1 bleeding|bleeds
bleeding|bled|bleeds|sangrando|sangra|sangran & since|keeps|still|days|hours|quit|nonstop|constantly|desde|lleva|llevo|
    dias|horas|todavia|sigue ~ disorder|disorders|risk|years|anos|trastorno|easily|facil|{_PERIOD}|{_REGLA}
blood|bloodied|sangre & {_BLEEDS} ~ {_NOT_BLED}
poop|stool|stools|bm|popo|heces ..5 red|roja|rojo ~ beets|betabel
bandage|bandages|bandaid|bandaids|gauze|dressing|gasa|vendaje|curita ..4 red|roja|rojo ~ itchy|skin|allergic|rash
nosebleed|nosebleeds ..3 lasted|lasting|lasts|since
cort*|rasur* ..4 sigue saliendo|brotando
throw*|threw|vomit*|puk*|arroj* ..5 coffee|black|dark|negro|oscuro ~ tomar|tome|drinking|after
toilet|bowl|taza|inodoro|excusado ..4 red|roja|rojo|pink ~ paint|blue|cleaner|pintura
sigue|siguen|sigo|continua|vuelve|empezo ..3 sangrando|sangrar|sangre ~ analisis|prueba|examen|examenes|donar|presion
sangr*|bleed*|nosebleed|nosebleeds ..4 no (se) (me|le) ..1 para|paran|detiene|detienen|corta|quita|cede
no se (me|le) para|paran|detiene|corta|quita ..2 sangr*|hemorragia
blood (every|each) time|when|whenever (i) ..2 go|poop|pee|wipe|number+two|number+2 ~ drawn|draw|test|lab|gym|dentist
pee|urine|orina|orines|pipi|orino|orinando|peeing|urinating ..4 like|color|como|looks ..3 cola|coke|koolaid|kool-aid|
    wine|beet|beets|rust|rusty|ketchup|
    jamaica|vino|coca|cocacola|cranberry|pink|rosa|rosada|te+negro ~ cat|dog|perro|gato
soak*|through|empap*|lleno ..3 pad|pads|tampon|tampons|toalla|toallas ~ leak|leaks|pee|urine|sweat|heating|ice|knee|
    baby|elbow|mouse|yoga
{_PERIOD}|{_REGLA} ..3 hasn't|won't|not|doesn't|no ..2 let|stop|stopped|end|ended|quit|para|quita|corta|detiene ~ dolor|
    colicos|cramps|pain
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_period",
        patterns=lines_of(
            f"""
{_PERIOD} ..3 late|missed|overdue|delayed|missing|skipped ~ work|bus|train
late|missed|skipped|skipping|miss|missing ..3 {_PERIOD}
aunt flo|flow ..4 late|missing|not|hasn't|haven't
weeks|months|wks|semanas|meses ..2 since ..2 (my|the) last {_PERIOD}
sin ..2 regla|reglas|periodo|menstruacion|menstruar|reglar ~ dolor
#1-20|two|three|four|five|six days|weeks late $ ~ rent|bill|work|payment|delivery|train|package|shipment|taxes
no {_PERIOD} ..3 months|weeks|month|week|since
{_REGLA} ..3 atras*|retras*|tarde
atras*|retras* ..3 {_REGLA}
tengo|traigo|llevo|con (un|una) atraso|retraso ~ renta|pago|vuelo|trabajo|escuela|cita
no (se) me ..2 bajado|bajo|baja ~ inflamacion|dolor|fiebre|calentura|peso|presion|azucar|hinchazon|colesterol|panza
falta|faltas menstrual|menstruales
semana|semanas|dias|mes|meses de retraso|atraso ~ renta|pago|vuelo|trabajo|escuela|cita|proyecto|desarrollo|mental|
    paquete|hijo|hija
i'm|am|is late ..4 period
{_PERIOD} ..4 haven't|hasn't|not|didn't|didnt|doesn't|never come|show|start|arrive|appear|came|started|arrived|shown|
    showed
haven't|havent|hasn't|didn't|not ..2 gotten|got|get|had|seen|started ..2 {_PERIOD}
no ..2 llega|llego|viene|vino|llegado|venido|visto ..3 {_REGLA}
{_REGLA} ..2 no ..2 llega|llego|viene|vino|llegado|venido|baja|bajo|bajado
{_PERIOD} ..2 should ..2 come|started|arrived|been
"""
        ),
        most_days=_NINE_MONTHS,
        bridge=BRIDGE,
    ),
)
