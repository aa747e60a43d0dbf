"""Brain, cord and nerves."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

AN_AUNT = ("mi", "una", "la", "su", "tu", "mis", "las", "sus", "nuestra", "nuestras", "our", "his", "her", "their")
"""With one of these before it 'tia' is an aunt; with an accent always. 'My tia' is one too, 'my TIA' is not."""

CONDITIONS = (
    Condition(
        code="seizure",
        words=(
            "epilepsy",
            "epilepsia",
            "epileptic",
            "convulsion",
            "convulsions",
            "convulsiones",
            "간질",
            "뇌전증",
            "癫痫",
            "癲癇",
        ),
        patterns=lines_of(
            """
epilep*
epilipsy|epilepcy|epilpsy|epilipsia|eppilepsy
seizure|seizures|seizing|seizured
convuls*
get|gets|getting|got|have|has|had|having|take|takes|taking|took|of|epileptic|nocturnal|my|any|no|with|for fit|
    fits ~ coughing|sneezing|hissy|laughing|giggling|clothes|shoe|shoes|bra|like
grand|petit mal
tonic-clonic|tonic clonic
absence|absences attack|attacks|spell|spells|epilepsy
status epilepticus
infantile spasms
jacksonian
ataque|ataques|crisis epilept*|epilep*|convulsiv*|tonico*
ataques de epilepsia
me da|dan|daba|daban|dio|dieron ataque|ataques ~ panico|ansiedad|risa|tos|nervios|asma|gota|ciatica|corazon|alergia|
    alergias|estornudos|hambre|llanto|migrana|dolor|celos|hipo|ira|rabia|cardiaco|cardiacos|cerebral|artritis|colitis|
    vesicula|cansancio|sueno|vertigo|lumbago
gran|pequeno mal
had|have|having|throw|threw a|another|little fit|fits ~ coughing|sneezing|hissy|laughing|giggling|clothes|
    shoe|shoes|bra|like
sz disorder|disorders|meds|activity
szs
seizer|seizers
staring spell|spells|episode|episodes
jme|lennox-gastaut|dravet
temporal lobe ..1 epilep*|seizure|seizures
"""
        ),
        past=Past.SEIZURE,
    ),
    Condition(
        code="tia",
        words=(
            "brain aneurysm",
            "cerebral aneurysm",
        ),
        patterns=lines_of(
            """
mini|ministroke stroke|strokes
ministroke|mini-stroke|mini-strokes
mini derrame
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="stroke",
        patterns=lines_of(
            """
stroke|strokes ~ golf|swim|swimming|brush|tennis|butterfly|backstroke|breaststroke|freestyle|rowing|paddle|laps|luck|
    genius
mini-stroke|mini-strokes|ministroke
brain bleed|hemorrhage|attack
cerebral hemorrhage|haemorrhage|infarct*
hemorrhagic|ischemic stroke
derrame cerebral
derrame
embolia cerebral
infarto cerebral
hemorragia cerebral
ictus
acv|cva|ecv
embolia|embolias ~ pulmon|pulmonar
brain attack
derrames
bleed|bleeding|hemorrhage|hemorrage|hemorrhaged|bled ..3 brain|head ~ nose|scalp|cut
subarachnoid|subdural|intracerebral|intracranial ..1
accidente|evento|isquemia|ataque|trombosis|coagulo ..1 cerebral|cerebrovascular
isquemia cerebral
storke|storkes|strok
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="brain_artery",
        patterns=lines_of(
            """
brain|cerebral|carotid|intracranial|berry|head|mca ..1 aneurysm*|aneurism*
aneurysm*|aneurism* ..4 brain|head|carotid|cerebral*|cabeza|cerebro|carotid*
carotid stenosis|dissection|stent|blockage
blocked carotid
avm|cavernoma|moyamoya
arteriovenous|cavernous malformation
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="cord_injury",
        words=(
            "paraplegic",
            "paraplegia",
            "quadriplegic",
            "quadriplegia",
            "tetraplegia",
            "myelopathy",
            "mielopatia",
        ),
        patterns=lines_of(
            """
cord injury|compression|damage|contusion|tumor|lesion
spinal cord injur*|compress*|damage*|tumor|bruise*
cord ..2 compress*|injur*|damaged|squeezed
paraple*|quadriple*|tetraple*|cuadriple*
myelopath*|mielopat*
lesion|compresion|dano ..2 medul*
medula ..2 comprim*|lesion*|danada
paralyzed|paralysed|paralizado|paralizada ..4 waist|down|chest|neck|legs|cintura|piernas
lesion* ..2 medula
sci ~ fi|pop|boston
syringomyel*|siringomiel*|syrinx
tethered cord
i'm|im|am|soy (a|an|un) quad|incomplete|tetra|cuadra ~ muscle|strain|cane
transverse myelitis
mielitis transversa
spina bifida ~ occulta
espina bifida ~ oculta
compress*|injur*|damag*|bruis* ..3 spinal cord
comprim*|lesion*|danada ..2 medula
spinal cord ..2 bruised|injured|damaged|compressed|cut|severed|hurt|crushed
"""
        ),
        past=Past.NEVER,
        not_near=("umbilical", "vocal", "cordless"),
    ),
    Condition(
        code="numb_feet_hands",
        words=(
            "neuropathy",
            "neuropatia",
            "neuropathic",
        ),
        patterns=lines_of(
            """
neuropath*
polyneuropath*|polineuropat*|neuropatia*
numb|numbness ..3 feet|toes|hands|soles|fingertips
feet|toes|hands|soles|fingertips ..3 numb|tingling|asleep
no|without|zero feeling|sensation|sensitivity ..3 feet|foot|hands|toes|soles|fingertips
lost|losing|lose|loss|little|less ..1 feeling|sensation ..4 feet|toes|hands|soles|fingers|fingertips
duermen|adormecen|entumecen|entume ..2 pies|manos|dedos
pies|manos|dedos ..3 dormid*|entum*|adormecid*|acalambrad*
pies|manos|plantas ..2 no ..1 sienten|siente|siento
no siento ..2 pies|manos|dedos
can't|cant|cannot|couldn't|don't|dont|hardly|barely|unable (to) feel ..4 feet|toes|soles|fingers|fingertips ~ warm|
    cold|better|pain|well|
    shoes
pins ..2 needles ..4 feet|toes|hands|soles|fingertips
tingling|tingles|hormigue*|adormecimiento|entumecimiento ..4 feet|toes|hands|soles|pies|manos
no siento|siente ..2 plantas
plantas ..4 dormid*|entum*|adormecid*
"""
        ),
        past=Past.NEVER,
        not_near=("wipe", "wiping", "saddle"),
    ),
    Condition(
        code="fainting",
        patterns=lines_of(
            """
make|makes|made|making me faint|pass
i|often|easily|always|sometimes faint|fainted|fainting|faints
faint|fainted|fainting|faints|pass|passes at|when|with|from|after ..3 dentist|blood|needles|needle|shots|shot|draws|
    draw|
    injections|sight
faint|fainted|fainting|faints ..3 easily|often|lot|needle|needles|blood|injection|injections|shots|shot|iv|vaccine|
    vaccines
pass|passed|passing out ..4 easily|often|lot|needle|needles|blood|sight|injection|injections|shots|shot|iv|vaccine|
    vaccines
keel|keels|keeled over ..4 blood|needle|needles|shot|shots|easily
vasovagal|vaso-vagal
syncope|sincope*|syncopal
me desmayo|desmaye
desmay* ..2 facil*|agujas|sangre
pots
neurocardiogenic
a|bad|big|frequent|known|easy fainter
black|blacks|blacked|blacking out ..4 needle|needles|blood|shot|shots|injection|injections|iv|vaccine|vaccines|easily
fainted twice|again|three|several|multiple|yesterday|today|recently|this|last
dysautonomia|disautonomia
desmay* ..3 aguja|agujas|inyeccion|inyecciones|vacuna|vacunas|sangre
passing|pass|fainting|blackout (out) spells|episodes
desmayos
prone|tend|tendency|history|hx ..2 fainting|syncope|faint
me he desmayado
desmayado|desmayada ..3 veces|seguido
i'll|might|may|will ..1 faint ~ hungry|heat
"""
        ),
        past=Past.APPLIES,
    ),
    *(
        Condition(
            code=f"tia_as_{counts_as}",
            counts_as=counts_as,
            words=("tia", "tias"),
            past=past,
            not_after=AN_AUNT,
            not_after_small=("my",),
        )
        for counts_as, past in (("tia", Past.NEVER), ("stroke", Past.NEVER), ("event", Past.EVENT))
    ),
)
