"""What a person works with, sells, studies or raises money for is not what the person has."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

# Behind the name.
WORK_NOUNS = words_of(
    "tech techs technician technicians technologist researcher researchers scientist scientists fundraiser"
    " fundraising charity foundation rep reps sales salesman salesperson safety instructor textbook thesis ribbon"
)
# Behind the name too, when the person says that this is the work: 'I am a dialysis nurse'.
WORK_OF_CARE = words_of(
    "nurse nurses rn lpn doctor doctors physician surgeon unit ward floor wing center centre clinic clinics hospital"
    " patients specialist coordinator educator counselor counsellor therapist aide assistant caregiver department care"
    " program ministry team victims survivors kids children pharmacist social navigator nursing company"
    " research awareness advocate advocacy lab labs laboratory conference course courses centers centres units machines"
    " equipment supplies products devices"
)
WORK_IS = words_of("i'm im am as retired former ex occupation job profession career soy fui de")
WORK_IS_NOT = words_of("with at in by for")  # 'I am at a dialysis clinic'
WORK_VERBS = words_of(
    "teach teaches teaching sell sells selling work works worked working job employed employment"
    " drive drives driving transport transports interpret interpreting manejo"
    " clean cleaned cleaning volunteer volunteers volunteered volunteering intern interned"
    " career occupation profession retired trabajo trabaje trabajaba trabajando voluntaria voluntario"
)
# 'Chemo nurse for 20 years', 'dialysis nurse by trade'.
WORK_PERSONS = words_of(
    "nurse nurses rn lpn doctor doctors physician surgeon specialist coordinator educator counselor"
    " counsellor therapist aide assistant caregiver navigator pharmacist advocate"
)
WORK_STAFF = words_of(
    "receptionist manager director nurse tech technician coordinator scheduler janitor volunteer assistant secretary"
    " worker biller clerk supervisor administrator owner driver cook aide"
)
WORK_FOR_YEARS = words_of("years yrs profession trade career retired")
# Before the name, next to it.
WORK_IN = lines_of(
    """
work|works|worked|working|job|employed|volunteer|volunteered|volunteering|interned|internship|career|practice in|at|for
nurse|tech|technician|doctor|physician|aide|assistant|orderly|secretary|receptionist|pharmacist in|at|on|for
trabajo|trabaje|trabajaba|trabajando|trabaja en|para
write|writes|wrote|writing|blog|blogging|lecture|lectured|teach|report|reporting about|on
book|books|article|articles|movie|film|documentary|podcast|reading|read|lecture|blog|novel about|on
libro|libros|articulo|pelicula|documental|leo|lei|leyendo sobre|de
enfermera|enfermero|tecnico|tecnica|auxiliar|investigador|investigadora|asistente|medico|medica en|de
"""
)
# Before a medicine too: 'I sell insulin pumps', 'I dispense warfarin'. With an owner it stays: 'they repaired my
# pacemaker'.
WORK_TRADE = lines_of(
    """
sell|sells|selling|sold|resell|wholesale|retail|market|markets|marketing|marketed|export|exporting|import|importing
manufactur*|assemble|assembles|assembling|assembled|package|packaging|design|designs|designing|designed|invent|invented
dispense|dispenses|dispensing|distribut*|supply|supplies|supplying|deliver|delivers|delivering|delivered|transport
repair|repairs|repairing|calibrate|refurbish|sterilize|inspect|inspecting
i|we service|serviced|install|installed|program|programmed|stock|ship|shipped|fix|fixed|pack|test|tested|demonstrate|
    make|made|build|built|sew|study|studied|research|researched|teach|code
(i|we) train|trained|training|teach|taught|teaching ..3 use|using|on|about|with
rep|reps|representative|salesman|saleswoman|salesperson|dealer|vendor|distributor|engineer|technician|installer for|of
clase|clases|curso|cursos|charla|charlas|taller|talleres sobre|de
company|factory|firm|business|startup|plant|store|shop making|building|selling|repairing|producing|importing
company|factory|firm|business|startup|plant|store|shop that|which makes|builds|sells|repairs|produces|imports|ships
studying|researching|developing|engineering|investigating
(write|writing|wrote|develop|code|coding) software|firmware|code|apps|manuals|ads for
sale|sales|repair|manufacture|distribution|delivery|production|design of
research|thesis|dissertation|paper|study|studies|lecture|class|course|degree|documentary|book (is|was) (on|about|in|
    into|of)
run|runs|lead|leads|host|facilitate|organize (a|an|the) ..1 group|class|camp|workshop|program|charity|club for|about|on
raise|raised|raising|donate|donated|collect|gave|give ..1 money|funds|cash for|to
fundraise|fundraiser|fundraising|walk|walked|ran|rode|run|marathon|bake for|against
venta|ventas|reparacion|fabricacion|distribucion|entrega|produccion de
vendo|vende|vendemos|vendia|vendiendo|reparo|reparamos|reparando|arreglo|arreglamos|fabrico|fabricamos|fabricando|
    distribuyo|distribuimos|entrego|entregamos|instalo|programo|surto|surtimos|exporto|importo|diseno|investigo|
    estudio|
    despacho
investigacion|tesis|estudio|libro|curso|clase sobre|de
"""
)
# 'I work with insulin pumps': of these a person wears one, and 'with my pump' stays.
WORK_WITH = lines_of(
    """
work|works|worked|working|job with|on
trabajo|trabaja|trabajaba|trabajando con
"""
)
WORK_THINGS = words_of(
    "pumps pacemakers defibrillators stimulators neurostimulators implants valves stents catheters ports fistulas"
    " bombas marcapasos desfibriladores estimuladores valvulas"
)
WORK_GOODS = words_of(
    "a an un una and y new used refurbished medical medicos medicas home cardiac implantable oxygen oxigeno cure"
    " cures de"
)
# 'Soy enfermera de quimioterapia': of a medicine only when the person says that it is the work.
WORK_JOB = lines_of(
    """
nurse|tech|technician|doctor|physician|aide|assistant|orderly|secretary|receptionist|pharmacist|volunteer in|at|for|of
enfermera|enfermero|tecnico|tecnica|auxiliar|investigador|investigadora|asistente|medico|medica|voluntaria|
    voluntario en|de
"""
)
WORK_BRIDGE = words_of(
    "clinica clinic centro center consultorio laboratorio lab fabrica farmacia departamento department a an the un"
    " una el la area unidad sala of de hospital local"
)
# 'I'm an ER nurse and see strokes daily'.
WORK_TREATERS = words_of(
    "nurse rn lpn cna doctor physician emt paramedic medic therapist aide tech firefighter midwife veterinarian vet"
    " pharmacist enfermera enfermero medico medica paramedico"
)
WORK_SEES = lines_of(
    """
see|sees|treat|treats|treating|handle|handles|respond|responds|manage|manages (a) (lot|lots|all|plenty|many|to) (of)
atiendo|veo|trato (muchos|muchas)
"""
)
WORK_MINE = words_of("my me mi")  # 'the pacemaker rep set it for me'
# Not when it is the patient who is looked after.
WORK_NOT_MINE = words_of("my the our mi mis la el los las have has had see saw sees seen get got from tengo")
WORK_CARED_FOR = words_of(
    "patient survivor myself said says told tells cleared comes visits sees asked checks taught dice dijo viene"
)
WORK_NOT_OF = ("ic", "pregnant", "ed", "embarazada", "ico", "ica")  # 'a diabetic nurse'
WORK_WITHIN = 4  # words before the name
