"""The small words that decide whether a name counts: denial, family, allergy, an end, and where a clause ends.

A cue works forward: it stands before the name in the same clause, and every word between is a bridge
word, a number, a dose or part of another hit. Cues that work from behind say so. The lists are written as
shapes (`text.patterns`): verbs with all their endings, English and Spanish side by side, because people mix
both in one sentence.
"""

from intake.screening.text.lexicon.shapes import lines_of, words_of

# --- where a clause ends -----------------------------------------------------------------------------

CLAUSE_WORDS = words_of("but however except although though then because so pero aunque excepto porque entonces sino")
AND = words_of("and y e")
AND_SPLITS_BEFORE = words_of("i i'm take use have am on now also yo tomo uso tengo estoy ahora tambien")

# --- taken out before anything is read ---------------------------------------------------------------
# A star stands for the rest of a word, a bar for 'or'. '<word>-free' is taken out as well.

REMOVE_FIRST = (
    "insulin resistan*",
    "resistencia a la insulina",
    "shingles vaccine",
    "shingles shot",
    "vacuna de la culebrilla",
    "vacuna del herpes zoster",
    "shingrix",
    "flu shot",
    "flu vaccine",
    "covid vaccine",
    "roof* shingles",
    "seizure free",
    "pain free",
    "symptom free",
    "sugar free",
    "gluten free",
    "dairy free",
    "latex free",
    "nickel free",
    "trying|want|wanting|hope|hoping|plan|planning|like to get|be|become pregnant",
    "trying to conceive",
    "buscando bebe",
    "quiero|queremos|quisiera|quisieramos|buscando|intentando|tratando embarazada|embarazo",
    "quiero|queremos|quisiera|buscando|intentando quedar|quedarme|estar|un embarazada|embarazo",
    "tratando|intentando de quedar|quedarme embarazada",
    "anticoagulante lupus",
    "prediabet*",
    "pre diabet*",
    "borderline diabet*",
    "diabetes insipidus|insipida",
    "gestational diabet*",
    "diabetes gestacional",
    "paint|hair|lacquer thinner|thinners",
    "cancer|breast|colon screening|screenings",
    "tamiz de cancer",
    "stroke of luck",
    "heat|golf|swim|swimming|breast stroke|strokes",
    "heart healthy",
    "hearing aid|aids",
    "band aid|aids",
    "first aid",
    "usb port|ports",
    "port angeles",
    "carport",
)
REMOVE_AFTER_HYPHEN = "free"

# --- reach -------------------------------------------------------------------------------------------

BRIDGE = words_of(
    "on taking take takes taken took using use uses used any a an the my to or nor and been have has had known"
    " history of prescribed given ever diagnosed with prior previous is are was am i'm im blood currently tomo"
    " toma tomar tengo tiene uso usa un una el la los las de mi o y con"
    " kind type form sort evidence sign signs symptom symptoms episode episodes active acute chronic such takin"
    " he ha haya tenido tenia tuve tuvo tenemos estoy estaba estuve esta soy era fui usado usaba usando tomado"
    " tomando tomaba padezco padece padecido padecia sufro sufre sufrido sido ningun ninguna alguna algun unos"
    " unas lo le me se del al ahora actualmente medicamento medicamentos medicina medicinas pastilla pastillas"
    " diagnosticado diagnosticada puesto puesta mis nuestro medicine medicines medication medications pill pills"
    " meds med dose doses daily"
    " antecedentes antecedente historia historial personales evidencia signos signo sintomas sintoma datos"
    " episodios h hx pongo ponemos inyecto inyecta"
)
# Site and degree words, which stand between a denial or a relative and a condition: 'no severe heart failure'.
BRIDGE_CONDITION = words_of(
    "breast colon bowel prostate ovarian uterine cervical thyroid stomach throat bladder lung heart kidney liver"
    " bone bones blood brain skin spine leg foot severe serious major significant recent new current personal past"
    " real full grave graves seno prostata higado rinon pulmon corazon piel huesos reciente reciente recientes"
    " diagnosis problems problem issues problema problemas organ marrow stem cell renal cardiac hepatic cord aortic"
)
NOT_AN_ALLERGY_BRIDGE = frozenset({"with", "con"})  # 'allergic to latex with Eliquis' says nothing about Eliquis
UNITS = words_of(
    "mg mgs mcg ug μg g gm gr gram grams milligram milligrams microgram micrograms ml cc iu u unit units meq"
    " miligramos microgramos ui unidades"
)

# --- about somebody else -----------------------------------------------------------------------------

FAMILY_OWNER = words_of("my our mi mis nuestro nuestra nuestros nuestras his her their su sus")
FAMILY_ARTICLE = words_of("the la el los las a an un una")
FAMILY_NOUN = words_of(
    "mother mom mum mama father dad papa parent parents husband wife spouse partner boyfriend girlfriend fiance"
    " fiancee ex son sons daughter daughters kid kids child children baby brother brothers sister sisters"
    " grandmother grandfather grandma grandpa grandson granddaughter aunt uncle cousin niece nephew friend friends"
    " boss coworker neighbor roommate dog dogs cat cats pet relative esposo esposa marido madre padre hijo hija"
    " hermano hermana abuela abuelo"
    " mommy daddy mummy momma stepmother stepfather stepmom stepdad stepson stepdaughter stepbrother stepsister"
    " twin grandparents grandparent nana granny nanny gran grandad granddad"
    " aunts uncles aunty auntie cousins nieces nephews family relatives"
    " roommates coworkers neighbors neighbour neighbours colleague patient client inlaws grandkids"
    " grandchild grandchildren sibling siblings widow widower"
    " mami papi papas padres suegra suegro suegros cunado cunada nuera yerno tia tio tias tios primo prima primos"
    " primas sobrino sobrina sobrinos nieto nieta nietos abuelos abuelita abuelito bisabuela bisabuelo hijos hijas"
    " hermanos hermanas hermanito hermanita hermanastro novio novia pareja bebe nino nina ninos perro perra"
    " perrito gato gata mascota familia familiar familiares amigo amiga amigos amigas vecino vecina jefe jefa"
    " companero companera papas mamita madrastra padrastro difunto conyuge"
)
# Not without an owner: 'Patient takes Eliquis' is about the person of the form, 'twin pregnancy' is no twin.
FAMILY_NEEDS_OWNER = words_of(
    "patient client twin baby bebe child kid nino nina family familia relative familiar pet ex"
)
FAMILY_BETWEEN = words_of(
    "dear late ex old older oldest elder eldest young younger youngest little big baby twin step half grand great"
    " great-great own poor year years month months yr yrs yo teenage adult first second former deceased dead"
    " biological adopted foster only other best close sick elderly maternal paternal in law s paternal materna"
    " materno paterna paterno querida querido mayor menor dos tres"
)
FAMILY_VERB = words_of(
    "has have had takes take took is are was on with uses used gets got wears suffers suffered died of from"
    " diagnosed tiene tienen tenia tenian tuvo tuvieron toma toman tomaba usa padece padecia sufre sufria murio de"
    " con es era who also just recently lost needs being been now both always mine ours mio mia que tambien siempre"
    " fallecio le dio sus in law laws passed away survived recovering having does doing still fue se quiso"
    " quizo intento trato wants wanted tried attempted committed"
    " pusieron puso dieron dio encontraron hicieron operaron detectaron quitaron diagnosticaron implanted"
    " placed found"
)
FAMILY_ANYWHERE = lines_of(
    """
family|familial history (of)
history in the|my|our family
runs|run|ran in (the|my|our|his|her) ..2 family
runs|run|ran in (the|my|our) ..2 blood
on|from my|our|the ..2 mother's|father's|mom's|dad's|mum's|maternal|paternal|husband's|wife's|mothers|
    fathers side
hereditary|genetic in (my|our|the) family
familial
antecedente|antecedentes|historia|historial familiar|familiares
en mi|la|nuestra familia
de familia
por parte|lado de mi madre|padre|mama|papa
del|de lado ..2 madre|padre|mama|papa
"""
)
FAMILY_OPENS = lines_of(
    """
(strong|my|positive|significant) family|fam history|hx
fh
fhx
family|familial (medical) history
antecedentes|historia|historial (medica|medicos) familiares|familiar
in my family
en mi familia
"""
)
FAMILY_BREAK = lines_of(
    """
i also
me too
so do|have|am|did i
and i
neither|either do i
same|like as|for me
like me
same here
myself
we both
i do|have too
gave|gives|give|got|get me
says|said|say|tells|told|thinks|think|noticed|notices|found|finds|brought|brings|reminds|reminded|worries|saw|
    calls
without me
sin mi
yo tambien
a mi tambien
igual que yo
me da|dan|dio|dieron|dice|dicen|dijo|trajo|encontro|vio
dice|dicen|dijo|cree|creen|piensa que
"""
)
# The same, but only before the name: 'when my mother died I had a seizure'.
FAMILY_BREAK_BEFORE = lines_of(
    """
i have|am|take|use|had|got
i've|i'm
yo tengo|tomo|uso|tuve|estoy|padezco
"""
)
FAMILY_OF_MINE = words_of("who whose que quien")  # opens a clause that goes on about the relative before the comma

CARRIER = lines_of(
    """
i|i'm|im|am (am) (probably|also|only|just) (a|an) carrier
i carry
i|we both carry|carriers
soy|tambien portador|portadora
"""
)

# --- allergy (medicines) -----------------------------------------------------------------------------

ALLERGY = lines_of(
    """
allergic|allergy|allergies|allergie (to|towards|with)
can't|cannot|cant|couldn't|could|can (not) take
can't|cannot|cant|couldn't|couldnt|didn't|didnt|don't|dont|doesn't|never|not tolerate|tolerated
intolerant|intolerance (of|to)
sensitive|sensitivity to
(bad|severe|adverse|allergic|terrible) reaction|reactions (to|with|from)
reacted|react|reacts (badly) to
broke out (in hives) from
alergico|alergica|alergicos|alergia|alergias (al|a)
no tolero|tolere|tolera|toleraba
intolerancia|intolerante|sensible (al|a)
no puedo tomar|usar
reaccion|reacciones (alergica) al|a|con
me hizo|hace|hizieron dano|mal
me cae|caen|cayo mal
"""
)
NOT_AN_ALLERGY = lines_of(
    """
could|can take
"""
)
# The next words after the name, over doses and small verbs.
ALLERGY_AFTER = lines_of(
    """
allergy|allergic|allergies|intolerance|intolerant|sensitivity|reaction
gave|gives|give|causes|caused|makes|made (me) (a|an|the|bad|my|break) ..1 hives|rash|itch|itching|itchy|swell|
    swelling|
    anaphylaxis|reaction|bumps|vomit|vomiting
me da|dio|dan|causa|causo|produce|provoca|saca|saco (un|una) alergia|ronchas|sarpullido|comezon|urticaria|
    hinchazon|
    reaccion|picazon
me hizo|hace|cae|cayo dano|mal
alergia|alergico|alergica
"""
)
ALLERGY_OPENS = lines_of(
    """
(drug|medication|medicine|my|known) allergies|allergy|allergic
alergias|alergia|alergico|alergica
(soy) alergico|alergica
"""
)
# 'Allergy pill' opens no list of allergies.
ALLERGY_IN_A_NAME = words_of("pill pills medicine medicines meds med shot shots tablet tablets relief season doctor")
ALLERGY_NONE = words_of("none no nkda nka nil nothing ninguna ninguno nada never not")

# --- denial ------------------------------------------------------------------------------------------

NEGATION = lines_of(
    """
no|not|never|none|without|nor|neither|nope
deny|denies|denied|denying
don't|doesn't|didn't|haven't|hasn't|hadn't|isn't|aren't|wasn't|weren't|ain't
dont|doesnt|didnt|havent|hasnt|hadnt|isnt|arent|wasnt|werent|aint
negative for
free of|from
lack|absence|absent of
ruled|rules out
rule|ruling it out
not consistent with
no chance|way|possibility|evidence|sign (that|of) (i|i'm|im) (am)
impossible that (i|i'm|im) (am)
can't|cannot|cant be
nunca|jamas|tampoco|sin|ni|ningun|ninguna|ninguno
niego|niega
libre de
negativo|negativa para
descartado|descartada|descartaron|descarto
no hay|existe|presento|presenta (evidencia|signos|datos) (de)
"""
)
NOT_NEGATION = lines_of(
    """
not|isn't|aren't|wasn't sure|certain|only|just|always|without|controlled|anymore
no problem
no problems
no longer|more|further|doubt|wonder|idea
ya no
never without
no solo|solamente|mas|hay duda
no se si
not (well) under control
not|never|hasn't|haven't|isn't|wasn't (been|yet|be) ruled|rule out
can't|cannot|cant|couldn't|could rule out
rule out
no ..2 descart*
sin descartar
no matter
"""
)
# Behind the name, over 'is', 'was' and the like.
NEGATION_AFTER = lines_of(
    """
(been|completely|all) ruled out
(been) excluded|negative|neg|none|absent|denied
not present|found|seen|detected
ninguno|ninguna|negativo|negativa|descartado|descartada
"""
)
AFTER_OVER = words_of("is was were are has have had been be being ha sido fue es era")
NEGATION_LAST = words_of("no never nunca nope n false")  # the last word of the clause: 'Epilepsy: no'
NEGATION_CLAUSE = lines_of(
    """
came|come|comes|turned (back|out) negative|normal|clear|fine
was|were|is|are|been negative
test|tests|tested|testing|screen|scan (came|was|were) (back|out) negative|normal
negative test|tests|screen|biopsy
salio|salieron negativo|negativa|negativos|negativas|normal|normales
prueba|pruebas|examen|resultado|resultados negativa|negativas|negativo|negativos
"""
)
LIST_OR = words_of("or nor o u ni")
LIST_WORDS = words_of("or nor and any a an the no o u ni y un una")
LIST_OPENERS = words_of("no denies deny denied denying without sin niega niego never nunca")
LIST_LENGTH = 3  # 'No A, B, C' denies all when it names at least so many
SIGNS_LENGTH = 2  # of illnesses and signs two are enough when the first stands beside the 'no'
# A nurse's 'denies' holds for all that follows, up to a word that tells of something else.
LIST_DENIERS = words_of("denies denied deny denying niega")
LIST_ENDERS = words_of("take takes has had have on uses use reports report admits endorses toma usa tiene refiere")
# A denied medicine with one of these and a recent time: a missed dose. 'I have not had my Savaysa for 4 days.'
DOSE_VERBS = words_of(
    "take taken taking took takin had used use using gotten got tomado tomar tomando tome tomo usado uso usar"
    " puesto pongo inyecto"
    " inject injected injecting"
)
MISSED_OPEN = lines_of(
    """
haven't|havent|hasn't (been) taken|taking|had|used|using|gotten|injected
have|has not (been) taken|taking|had|used|using|gotten|injected
no (me) he|ha (me) tomado|usado|puesto
sin tomar
"""
)
MISSED_OWN = lines_of(
    """
not|n't|stopped|isn't|aren't|ain't (been) taking|using my|mi
no tomo|uso|estoy (tomando) mi|mis
"""
)
NOT_A_MISSED_DOSE = words_of("any ever never nunca jamas ningun ninguna alguna")

# --- not through the mouth (medicines) ---------------------------------------------------------------

TOPICAL_FORMS = words_of(
    "cream ointment gel gels drops drop inhaler patch patches spray lotion nasal foam shampoo enema suppository"
    " topical topically rub roll-on plaster crema pomada unguento gotas colirio inhalador parche parches"
    " aerosol locion"
    " topico topica espuma emulgel creme salve"
)
TOPICAL_JOIN = words_of("with of con de")  # between a form and the name behind it
TOPICAL_WITHIN = 2  # words after the name
TOPICAL_NAMES = words_of(
    "prednisolone dexamethasone methylprednisolone tacrolimus cyclosporine diclofenac voltaren ketoprofen ibuprofen"
    " advil motrin aspirin fluorouracil adrucil"
    " prednisolona dexametasona metilprednisolona diclofenaco ketoprofeno ibuprofeno piroxicam"
    " ciclosporina cortisona cortisone  indomethacin indometacina ketorolac ketorolaco"
    " cataflam fluorouracilo sirolimus"
)

# --- now and then ------------------------------------------------------------------------------------

CURRENT_AGAIN = lines_of(
    """
restarted|resumed|restart|resuming|reinstated
back on
still|currently
otra vez
de nuevo
sigo|todavia|aun|continuo|reinicie|retome|volvi
"""
)

AGAIN = lines_of(
    """
restart*|resum*|reinstated
back on
otra vez
de nuevo
reinici*|retom*|volvi
"""
)

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
suspended|suspend|suspending
held|hold|holding|holds
on hold with
hold on
put ..2 hold on
pause|paused|pausing|interrupted|interrupt
skip|skips|skipped|skipping
miss|missed|missing
forgot|forget|forgetting|forgotten (to) (take|taking|use|about)
left|leave|leaving off|out|behind
ran|run|running|runs out (of)
out of
gave|give|given|giving up
break|vacation|holiday from
taking|took|take a break from
wean*|taper* (off|down) (of)
withdrew|withdrawn|withhold|withheld
cut|cutting out
dropped|dropping|ditched|abandoned
finished|finish|completed|ended
no longer (take|taking|on|use|using|need|have)
done with|taking
ya no (me|la|lo|le) (tomo|uso|tomaba|inyecto|pongo|dan|da|doy|recetan|toca)
deje|dejo|dejar|dejado|dejando|dejamos|dejaron|dejara|dejado|dejen (de) (tomar|usar|inyectarme|ponerme|tomarme)
pare|paro|parar|paramos|pararon|paré|parado (de) (tomar|usar)
suspend*|suspens*
(me|le) (lo|la|los|las) quitaron|quito|quite|quitar|quitado|quitamos
(me|le) (lo|la|los|las) retiraron|retiro|retire|retirado|sacaron|saco
(me|le) (lo|la) pararon|cortaron|prohibieron
(se) (me|nos) acabo|acabaron|acaba|agoto|agotaron|termino|terminaron
(se) (me) olvido|olvidaron|olvide|olvidado (de) (tomar|tomarme)
(me) (he) salte|salto|saltado|brinque|salteé
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
stop|stopped|stoped|discontinued|finished|ended|until|hold|held|paused|pause|suspended|withheld|withdrawn|
    interrupted|
    skipped|missed|cancelled|canceled|quit|forgot|dropped
on|to hold
ran|run|running out (of) (it)
taken|took|take|came|come|went|go|got|been|weaned|put (it|me) off|away
took|taken ..1 away|off
off (it|of) (it|since|for)
gave|given up
no longer
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
    "was were is are has have had been got being i we they he she my doctor dr me to and then it fue ha sido"
    " which that"
    " the cardiologist surgeon dentist nurse just recently told asked said by him her el lo que mi medico"
    " doctora hace"
    " since last this on for past a few days day week weeks ago day's them i've ive also had twice once daily"
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
ran|run|running|runs out
skipping|missing|pausing|stopping|withholding|interrupting|tapering
told|said|asked|advised|instructed|ordered|made|wanted (me|us) to stop|hold|pause|skip|quit|discontinue|come
told|said|asked|advised|instructed (me) not to take
made me stop
have|has|had|i've|ive|he's|just stopped|quit|paused|held|skipped|suspended|discontinued
haven't|havent taken|had
taking a break from
se (me) acabo|acabaron|termino|terminaron|agoto
he|hemos|ha|han (yo) dejado|suspendido|parado|quitado
me (lo|la) (han) dijo|dijeron|pidio|pidieron|mando|mandaron que (no) (lo|la) dej*|suspend*|par*|tom*
me (lo|la) han quitado|suspendido
sin tomar
estoy dejando
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
PAST_UNLESS_RECENT = ("took", "had", "tome", "tuve")  # not with a time of up to 14 days
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

# What begins: the medicine is current, however long ago that was.
START = lines_of(
    """
since|started|starting|starts|start|began|begin|begun|beginning
put|puts|placed|went|been|got me on
put|placed|went|going|been|am|i'm on
switched|changed|moved (over) to
prescribed|prescribes|prescribe|given|got|getting
gave|gives me
after|following (my|a|an|the|his|her)
ever since
new|newly|first
by|from|for my
diagnosed|implanted|inserted|placed
put in
desde
empece|empeze|comence|inicie|empezo|empezaron|empezar
me|nos recetaron|receto|mandaron|mando|dieron|dio|pusieron|ponen|puso|indicaron|indico|dan
recetado|recetada
a partir de
despues|luego de
cambiaron|cambie a
nuevo|nueva
"""
)

# An intention is not an end, when it stands before it.
INTEND = lines_of(
    """
will|gonna|i'll|we'll|he'll|she'll
going|about|have|has|need|needs|want|wants|plan|plans|planning|supposed|hoping|hope|like ..1 to
wants|want|wanted me|us to
should|can|could|may|must|do|would|shall|if|when|before|whether|how|where i|we|you|my
thinking|thought of|about
scared|scares|afraid|worried|nervous|worry|ask|asking|wondering
next week|month
tomorrow
voy|vamos|va|van a
tengo|hay|tenemos|tendre que
debo|deberia|debemos|quiero|pienso|puedo|puede|quisiera
me|nos va|van a
me toca
cuando|si yo|deba|puedo|debo
proxima|siguiente semana
manana
miedo
"""
)

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
IT = words_of("it them that this those lo la los las")

# A bare time ('2 years ago') is no past beside one of these, or beside a dose.
PRESENT = words_of(
    "since started began take takes taking now daily every twice still currently restarted on am i'm im desde estoy"
    " soy tengo tomo uso ahora todavia sigo actualmente"
)
PRESENT_PHRASES = ("a day",)
NOT_PRESENT = ("was on",)

# --- taken out (devices, valves, lines, vessels) -----------------------------------------------------
# Works from both sides; from behind also over these words.

REMOVED = lines_of(
    """
removed|explanted|extracted
taken|took|came|come out
ruled out
quitaron|quitado|sacaron|sacado|retiraron|retirado|extrajeron
descartaron|descartado
"""
)
REMOVED_BRIDGE = words_of(
    "which that it were being got getting surgically later recently fue ya me lo la later they que afterwards"
)

# --- long ago (seizures) -----------------------------------------------------------------------------

CHILDHOOD = lines_of(
    """
as a|an (small|little|young) child|kid|baby|infant|toddler|girl|boy|teenager
in (my|early) childhood|infancy
childhood
de nino|nina|bebe|chico|chica|chiquito|chiquita|pequeno|pequena
en la|mi infancia|ninez
cuando era|fui (un|una|muy) nino|nina|bebe|chico|chica|pequeno|pequena|chiquito|chiquita
"""
)
CHILD_WORDS = words_of("child kid baby infant toddler little nino nina bebe")  # 'when I was a …'
CHILD_UNDER = 18  # 'when I was 12'
REMOTE_DAYS = 3650

# --- how recent --------------------------------------------------------------------------------------

RECENT_DAYS = 14
SIX_WEEKS_DAYS = 42
SIX_WEEKS_GROUP = "CHEMO"
EVENT_DAYS = 92
