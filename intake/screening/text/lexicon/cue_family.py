"""Whose it is: relatives, friends and pets, and the words that say it is the patient after all."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

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
    " dads moms fathers mothers grandmothers grandfathers grandsons granddaughters husbands wives fam families"
    " aunts uncles aunty auntie cousins nieces nephews family relatives"
    " laws roommates coworkers neighbors neighbour neighbours colleague patient client inlaws grandkids"
    " grandchild grandchildren sibling siblings widow widower"
    " mami papi papas padres suegra suegro suegros cunado cunada nuera yerno tia tio tias tios primo prima primos"
    " primas sobrino sobrina sobrinos nieto nieta nietos abuelos abuelita abuelito bisabuela bisabuelo hijos hijas"
    " hermanos hermanas hermanito hermanita hermanastro novio novia pareja bebe nino nina ninos perro perra"
    " perrito gato gata mascota familia familiar familiares amigo amiga amigos amigas vecino vecina jefe jefa"
    " companero companera papas mamita madrastra padrastro difunto conyuge"
)
# Not without an owner: 'Patient takes Eliquis' is about the person of the form, 'twin pregnancy' is no twin.
FAMILY_NEEDS_OWNER = words_of(
    "patient client laws twin baby bebe child kid nino nina family fam families familia relative familiar pet ex"
)
FAMILY_BETWEEN = words_of(
    "dear late ex old older oldest elder eldest young younger youngest little big baby twin step half grand great"
    " great-great own poor year years month months yr yrs yo teenage adult first second former deceased dead"
    " biological adopted foster only other best close sick elderly maternal paternal in law s paternal materna"
    " materno paterna paterno querida querido mayor menor dos tres"
)
# Behind the name: 'cancer in my dad', 'stroke of both parents', 'diabetes (mom and grandma)'.
FAMILY_JOIN = words_of("in of en de for para")
FAMILY_DEGREE = words_of(
    "both the dear late old older oldest elder eldest young younger youngest little twin step half grand great"
    " paternal maternal ambos ambas el la los las a an un una"
)
FAMILY_ROW = words_of("and y my mi the both")
FAMILY_GOES_ON = words_of("and y or at when aged who only age died en a cuando que")
# 'My mother has dementia and a pacemaker': what stands between is short and says nothing of the patient.
FAMILY_HAS = words_of("has have had got gets takes took suffers suffered tiene tuvo tenia toma padece sufre with")
FAMILY_LIST = 7
FAMILY_LIST_BREAK = words_of(
    "i i'm i've me my mi mis to after since when while that for help helps helped cares drives gave yo tengo tuve para"
    " que"
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
teach|teaching|treat|treating|tutor|coach|coaching|counsel|nurse|volunteer ..3 people|patients|kids|students|clients|
    adults|children|residents
work|works|working with people|patients|kids|students|clients|adults|children|residents
trabajo|atiendo|cuido ..1 pacientes|personas|ninos|ancianos
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
# --- work: what a person works with is not what the person has ------------------------------------------

# Behind the name.
WORK_NOUNS = words_of(
    "tech techs technician technicians technologist researcher researchers scientist scientists fundraiser"
    " fundraising charity foundation rep reps sales salesman salesperson instructor textbook thesis ribbon"
)
# Behind the name too, when the person says that this is the work: 'I am a dialysis nurse'.
WORK_OF_CARE = words_of(
    "nurse nurses rn lpn doctor doctors physician surgeon unit ward floor wing center centre clinic clinics hospital"
    " patients specialist coordinator educator counselor counsellor therapist aide assistant caregiver department care"
    " program ministry team victims survivors kids children pharmacist social navigator nursing company"
    " research awareness advocate advocacy lab labs laboratory conference course courses"
)
WORK_IS = words_of("i'm im am as retired former ex occupation job profession career soy fui de")
WORK_IS_NOT = words_of("with at in by for")  # 'I am at a dialysis clinic'
WORK_VERBS = words_of(
    "teach teaches teaching sell sells selling work works worked working job employed employment"
    " volunteer volunteers volunteered volunteering intern interned"
    " career occupation profession retired trabajo trabaje trabajaba trabajando voluntaria voluntario"
)
# 'Chemo nurse for 20 years', 'dialysis nurse by trade'.
WORK_PERSONS = words_of(
    "nurse nurses rn lpn doctor doctors physician surgeon specialist coordinator educator counselor"
    " counsellor therapist aide assistant caregiver navigator pharmacist advocate"
)
WORK_FOR_YEARS = words_of("years yrs profession trade career retired")
# Before the name, next to it.
WORK_IN = lines_of(
    """
work|works|worked|working|job|employed|volunteer|volunteered|volunteering|interned|internship|career|practice in|at|for
nurse|tech|technician|doctor|physician|aide|assistant|orderly|secretary|receptionist|pharmacist in|at|on|for
trabajo|trabaje|trabajaba|trabajando|trabaja en|para
book|books|article|articles|movie|film|documentary|podcast|reading|read|lecture|blog|novel about|on
libro|libros|articulo|pelicula|documental|leo|lei|leyendo sobre|de
enfermera|enfermero|tecnico|tecnica|auxiliar|investigador|investigadora|asistente|medico|medica en|de
"""
)
# Before a medicine too: 'I sell insulin pumps', 'I dispense warfarin'. With an owner it stays: 'they repaired my
# pacemaker'.
WORK_TRADE = lines_of(
    """
sell|sells|selling|sold|design|designs|designing|repair|repairs|repairing|manufactur*|dispens*|distribut*|deliver|
    delivers|delivering|assemble|assembles|assembling|market|markets|marketing
i|we service|install|program|stock|ship|import|fix|pack|test|demonstrate
sale|sales|repair|manufacture|distribution|delivery of
venta|ventas|reparacion|fabricacion de
vendo|vende|vendemos|vendia|reparo|reparamos|arreglo|arreglamos|fabrico|fabricamos|distribuyo|entrego|instalo|programo|
    surto
"""
)
# 'I work with insulin pumps': of these a person wears one, and 'with my pump' stays.
WORK_WITH = lines_of(
    """
work|works|worked|working|job with
trabajo|trabaja|trabajaba|trabajando con
"""
)
WORK_THINGS = words_of(
    "pumps pacemakers defibrillators stimulators neurostimulators implants valves stents catheters ports fistulas"
    " bombas marcapasos desfibriladores estimuladores valvulas"
)
WORK_BRIDGE = words_of("a an the un una el la area unidad sala of de hospital local")
WORK_GOODS = WORK_BRIDGE | words_of(
    "medical medicos medicas home cardiac new used refurbished implantable oxygen oxigeno and y"
)
WORK_MINE = words_of("my me mi")  # 'the pacemaker rep set it for me'
# Not when it is the patient who is looked after.
WORK_NOT_MINE = words_of("my the our mi mis la el los las have has had see saw sees seen get got from tengo")
WORK_CARED_FOR = words_of(
    "patient survivor myself said says told tells cleared comes visits sees asked checks taught dice dijo viene"
)
WORK_NOT_OF = ("ic", "pregnant", "ed", "embarazada", "ico", "ica")  # 'a diabetic nurse'
WORK_WITHIN = 4  # words before the name

FAMILY_BREAK = lines_of(
    """
i also
me too
(and) i am|was|do|have|did too|also|likewise
(and) me too|also
so do|have|am|did i
and i (also|probably|might|may|just|now) have|had|take|took|use|get|got|inherited|share|do|did|suffer|carry
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
# What is left of 'and so do I' in the clause behind the name.
SO_DO_I = frozenset({("do", "i"), ("am", "i"), ("did", "i"), ("have", "i"), ("was", "i")})
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
