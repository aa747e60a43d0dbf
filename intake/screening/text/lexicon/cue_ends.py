"""What ended: the cues before and behind a name, in any verb and voice."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

# An end, in any verb and voice: before the name.
STOP = lines_of(
    """
stop|stops|stopped|stopping|stoped|stopt|stoping|cease|ceased|ceasing (taking|using|takin|takeing|my)
quit|quits|quitting|quited (taking|using)
came|come|coming|went|go|going|gone|got|get|getting|been|taken|took|take|takes|taking|put|pulled|weaned|
    tapered|been|
    keeping|kept|stayed|staying|stay|be (me|him|her|it) off (of)
off (of|my|the)
discontinu*
d c|c'd|c'ed
dc'd|dc'ed|dced
suspended|suspend|suspending
held|hold|holding|holds
on hold with
hold on
put ..2 hold on
pause|paused|pausing|interrupted|interrupt
skip|skips|skipped|skipping
miss|missed|missing
behind|late on|with (my|the)
spaced|blanked|slacked|slacking (out) (on)
blew|blow|blowing off
neglected|overlooked
forgot|forget|forgetting|forgotten (to) (take|taking|use|using|inject|refill|fill|renew|about|give|giving|pack|
    bring) (me)
left|forgot my|the|mi|el|la|los|las
no (me) tome|inyecte|puse|use
left|leave|leaving off|out|behind
ran|run|running|runs out (of)
out of
gave|give|given|giving up
break|vacation|holiday|hiatus from
taking|took|take a break from
wean*|taper* (off|down) (of)
withdrew|withdrawn|withhold|withheld
cut|cutting out
dropped|dropping|ditched|abandoned
finished|finish|completed|ended
went|go|going|gone|been|did|do without
(me) quede|quedamos|quedo|llevo|llevamos|ando|estoy ..3 sin
no longer (take|taking|on|use|using|need|have)
done with|taking
let ..1
threw|thrown|throw|throwing|tossed out|away
can't|cannot|couldn't|unable (to) afford
haven't|havent|hasn't|not|couldn't|can't|cannot|cant|unable (been) (able) (to) get|fill|refill|renew|pick|find|obtain|
    buy (up) (my|the|mi|any)
no (he) puedo|podido|pude|logrado|consigo|conseguido|encuentro (conseguir|comprar|surtir|pagar) (mi|el|la)
(me) falta|faltan|falto
ya no (me|la|lo|le) (tomo|uso|tomaba|inyecto|pongo|dan|da|doy|recetan|toca)
deje|dejo|dejar|dejado|dejando|dejamos|dejaron|dejara|dejado|dejen (de) (tomar|usar|inyectarme|ponerme|tomarme)
pare|paro|parar|parara|paramos|pararon|paré|parado|pausar|pausara (de) (tomar|usar)
suspend*|suspens*
(me|le) (lo|la|los|las) quitaron|quito|quite|quitar|quitado|quitamos
(me|le) (lo|la|los|las) retiraron|retiro|retire|retirado|sacaron|saco
(me|le) (lo|la) pararon|cortaron|prohibieron
(me) acabe|termine
(se) (me|nos) acabo|acabaron|acaba|agoto|agotaron|termino|terminaron
(se) (me) olvido|olvidaron|olvide|olvida|olvidan|olvidar|olvidado (de) (tomar|tomarme|ponerme|poner|inyectarme|
    inyectar|usar|comprar|surtir)
(me) (he) salte|salto|saltado|saltamos|brinque|salteé
(se) me paso|pasaron|fue|fueron (tomar|tomarme|ponerme) (la|el|los|las|mi)
interrump*
descontinu*
sin tomar|usar
no tomo desde
"""
)
# How it ended: 'stopped cold turkey my Keppra'.
HOW = words_of(
    "cold turkey completely abruptly suddenly temporarily totally entirely slowly both all altogether totalmente"
)
# Behind the name, as the next words over 'was', 'my doctor', doses and times.
STOP_AFTER = lines_of(
    """
didn't|didnt|haven't|havent|hasn't|not|never ..1 take|taken|took|taking|had|use|used|inject|injected it|them|that
no (me) la|lo|las|los (he) tome|tomado|puse|puesto|inyecte|inyectado|tomo
stop|stopped|stoped|discontinued|finished|ended|until|hold|held|paused|pause|suspended|withheld|withdrawn|
    interrupted|
    skipped|missed|cancelled|canceled|quit|forgot|dropped
on|to hold
on pause|break|hiatus
lapse|lapsed
cut (off|out)
ran|run|running out (of) (it)
taken|took|take|came|come|went|go|got|been|weaned|put (it|me) off|away
took|taken ..1 away|off
off (it|of) (it|since|for)
gave|given up
no longer
none|nothing|nada|ninguno|ninguna since|desde
no (more) pill|pills|dose|doses|tablet|tablets|pastilla|pastillas|dosis (left) since|desde
none|nothing|nada|ninguno|ninguna for|in|por|en ..3 day|days|week|weeks|dias|semanas
no (more) pill|pills|dose|doses|tablet|tablets|pastilla|pastillas left
suspend*|descontinu*|interrump*
(me|se) lo|la|los|las (he) quit*|suspend*|retir*|pararon|paro|sacaron|acab*|termin*|deje|dejaron|olvid*
lo|la|los|las deje|pare|quite|suspendi|olvide|salte
(se) (me) acabo|acabaron|termino|terminaron|agoto|olvido
me (lo) quitaron|suspendieron|pararon|retiraron
deje|dejo|dejado|pare
hasta
"""
)
STOP_AFTER_OVER = words_of(
    "put placed was were is are has have had been got being i we they he she my doctor dr me to and then it fue ha sido"
    " which that"
    " the cardiologist surgeon dentist nurse just recently told asked said by him her el lo que mi medico"
    " doctora hace"
    " since last this on for past a few days day week weeks ago day's them i've ive also had twice once daily"
)
# Something else has ended: 'Xarelto for the heart, quit smoking'.
NOT_ITS_END = words_of(
    "smoking smokes cigarettes tobacco vaping drinking alcohol beer wine coffee caffeine soda sugar gluten dairy meat"
    " eating work working job school driving running exercise exercising gym sports playing lifting fumar cigarro"
    " cigarros beber alcohol trabajar trabajo cafe azucar ejercicio correr manejar"
)
# An end that goes on: without a time it is recent.
STOP_OPEN = lines_of(
    """
on|to hold
hold|holding|holds|held|paused|withheld|suspended|suspendido|suspendida
put ..2 hold on
weaning|tapering|coming|going|getting (me) off
off
out of
behind|late on|with (my|the)
on pause|break|hiatus
can't|cannot|couldn't|unable (to) afford
haven't|havent|hasn't|not|couldn't|can't|cannot|cant|unable (been) (able) (to) get|fill|refill|renew|pick|find|obtain|
    buy (up) (my|the|mi|any)
no (he) puedo|podido|pude|logrado|consigo|conseguido|encuentro (conseguir|comprar|surtir|pagar) (mi|el|la)
ran|run|running|runs out
let ..1
left|forgot my|the|mi|el|la|los|las
skipping|missing|pausing|stopping|withholding|interrupting|tapering
told|said|asked|advised|instructed|ordered|made|wanted (me|us) to stop|hold|pause|skip|quit|discontinue|come
told|said|asked|advised|instructed (me) not to take
made me stop
have|has|had|i've|ive|he's|she's|they've|we've|just stopped|quit|paused|held|skipped|suspended|discontinued
haven't|havent taken|had
none|nothing|nada|ninguno|ninguna since|desde
no (more) pill|pills|dose|doses|tablet|tablets|pastilla|pastillas|dosis (left) since|desde
none|nothing|nada|ninguno|ninguna for|in|por|en ..3 day|days|week|weeks|dias|semanas
no (more) pill|pills|dose|doses|tablet|tablets|pastilla|pastillas left
taking a break from
se (me) acabo|acabaron|termino|terminaron|agoto
me acabe
he|hemos|ha|han (yo) dejado|suspendido|parado|quitado
me (lo|la) (han) dijo|dijeron|pidio|pidieron|mando|mandaron que (no) (lo|la) dej*|suspend*|par*|tom*
me (lo|la) han quitado|suspendido
sin tomar
estoy dejando
"""
)
# When it was taken last. Beside a time of two days to two weeks it is a pause: 'last dose was Saturday'.
LAST_DOSE = lines_of(
    """
last|final dose|doses|pill|pills|tablet|tab|tabs|capsule|shot|injection|jab|one|ones
last|final took|taken|had|used|take
last time ..2 took|taken|take|had|used
took|take|had|swallowed|finished my|the|our last|final
my|the|mi last|ultimo|ultima
ultima|ultimo|ultimas|ultimos dosis|pastilla|pastillas|toma|tableta|inyeccion|capsula|vez
tome|tomado (la|mi|el) ultima|ultimo
"""
)
LAST = words_of("last final ultimo ultima")  # 'my last Eliquis was Friday'
# A dose so near is no pause; a part of the day only where no day is named ('Friday evening').
JUST_TAKEN = words_of("today tonight yesterday hour hours hoy ayer anoche hora horas minutes")
PART_OF_DAY = words_of("morning night evening noon breakfast manana")
NOT_A_LAST_DOSE = words_of(
    "change changed increase increased decrease adjustment adjusted raised lowered refill refilled prescription"
    " inr labs lab blood test check visit appointment cambio aumento receta cita"
)

NONE_SINCE = lines_of(
    """
none|nothing|nada|ninguno|ninguna since|desde
no (more) pill|pills|dose|doses|tablet|tablets|pastilla|pastillas|dosis (left) since|desde
none|nothing|nada|ninguno|ninguna for|in|por|en ..3 day|days|week|weeks|dias|semanas
no (more) pill|pills|dose|doses|tablet|tablets|pastilla|pastillas left
"""
)

# Was, and is no more: without a time it is long ago.
PAST = lines_of(
    """
used to (take|use|be|get|have)
was|were on
had been on
previously|formerly (on|taking|took)
in the past
tomaba|usaba
antes tomaba|usaba
"""
)
# A dose that was left out is no end: long ago or now and then the medicine is taken, without a time it was just now.
LAPSE = lines_of(
    """
skip|skips|skipped|skipping|miss|missed|missing|forgot|forget|forgetting|forgotten|spaced|blanked|neglected|overlooked
(se) (me) olvido|olvidaron|olvide|olvida|olvidan|olvidar|olvidado
(me) (he) salte|salto|saltado|brinque
"""
)
HABIT = words_of(
    "sometimes occasionally rarely often always seldom usually tend once while times a-veces veces aveces siempre nunca"
    " regularly"
)
FOR_A_TIME = lines_of(
    """
for|por|durante ..2 week|weeks|month|months|year|years|semanas|mes|meses|ano|anos
"""
)
LONG_UNITS = words_of("month months year years mes meses ano anos")
PAST_UNLESS_RECENT = ("took", "had", "used", "tome", "tuve")  # not with a time of up to 14 days
# Beside PAST, for conditions that pass.
PAST_CONDITION = lines_of(
    """
had|was
tuve|tenia|tuvo|tenido
durante
en mi
no longer
finished
over my|the
"""
)
# A denial before an end: 'I have not stopped my Eliquis'.
NOT_AN_END = words_of(
    "not never don't didn't haven't hasn't won't wouldn't can't cannot dont didnt havent nunca no without"
)
NOT_AN_END_OVER = words_of("have has had been be he ha me yet i ever to se lo la")

# A wish or an order without anybody who did it: 'get off Eliquis' is no end.
WISH_OPENS = words_of("get go come dejar parar quitarme reduce")

SWITCH = lines_of(
    """
switch*|changed|change|changing|moved|went|transition*|converted|swapped (me|him|her|over) (over) (from)
replaced
cambie|cambiamos|cambio|cambiaron|pase|pasaron|pase (me) (de)
me (lo) cambiaron|cambio|pasaron (de)
"""
)
SWITCH_TO = words_of("to for with into onto por al a")
SWITCH_FROM = words_of("from de")

# A sentence of its own that ends the medicine of the sentence before: 'I stopped it on Monday.'
IT = words_of("it them that this those none lo la los las ninguna ninguno")
