"""What was put into the body: devices, valves, lines."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="implanted_electronic_device",
        words=(
            "defibrillator",
            "desfibrilador",
            "neurostimulator",
            "neuroestimulador",
            "spinal cord stimulator",
            "deep brain stimulator",
            "vagus nerve stimulator",
            "심박조율기",
            "起搏器",
        ),
        patterns=lines_of(
            """
pacemaker|pacemakers|pacer ~ marathon|race|runners|pacers
marcapaso|marcapasos
icd|aicd|icds ~ code|codes|cm|diagnosis
crt-d|crt-p|s-icd
defibrillat*|defib|desfibrilador*|defibulat*|defribulat*|defibril*|difibril*|desfribilador*|fibrilador
cardioverter*|cardiovertor*|cardiodesfibrilador*
biventricular
spinal|cord|brain|nerve|vagus|vagal|sacral|bladder|gastric|dorsal|implanted|medtronic|abbott|nevro|jude|
    boston stimulator|stimulators|stimulater|stimulaters|stimulatr|simulator
stimulator|stimulators|stimulater|stimulaters ..3 spine|back|brain|implanted|implant|neck|chest|bladder ~ tens|ems|
    muscle|external|wearable|handheld|watch
neurostimulat*|neuroestimulador*
deep brain ..1
vagus nerve ..1
interstim
medtronic|biotronik|abbott|nevro|saluda|livanova|axonics ..2 in|inside|under|implanted ..2 chest|back|brain|spine|hip|
    body|me|collarbone|butt|neck
my|a|the|have|has|got|permanent|implanted dbs|vns|scs|rns
dbs|vns|rns for ..2 parkinson's|parkinsons|tremor|tremors|epilepsy|depression|dystonia
inspire|hypoglossal ..1 implant|device
dbs|vns|scs device|implant|implanted|battery|leads
estimulador ..3 medula|medular|cerebral|espinal|nervio|vagal|columna|implantado
loop recorder|recorders|monitor|monitors ~ tens|ems|muscle|external|wearable|handheld|watch
implantable ..2 monitor|monitors|recorder|recorders ~ tens|ems|muscle|external|wearable|handheld|watch
micra
insulin|pain|baclofen|morphine|intrathecal pump|pumps
omnipod
bomba|bombas ..4 insulina|dolor|morfina|baclofeno|intratecal
cochlear implant*
implante* coclear*
battery|box|generator|device|gadget|machine|shocker|zapper|implant ..2 in|inside|under ..2 chest|collarbone|
    heart ~ drawers
bateria|aparato|aparatito ..2 pecho
wires|leads ..2 heart|spine|brain|chest
heart shock|shocker device|box
lvad
aparato ..3 corazon
pump ..2 insulin|pain|baclofen
ppm
linq
pila|chip|aparatito|marcador ..2 corazon|pecho
stim|stims ..3 back|spine|neck|brain|implanted ~ tens|e|estim|electroacupuncture|pt|chiropractor|therapy|machine
medtronic|abbott|boston|nevro|biotronik ..2 pump|stim|battery|generator|device|leads
brain|nerve implant|implants
thing|gadget|unit|gizmo|contraption|device|box|machine|computer ..7 shocks|zaps|paces|regulates|jolts|
    restarts ..3 heart ~ tens
shocks|zaps|paces|jolts ..1 my heart
keeps|keep ..2 heart going|beating|ticking
thing|device|box|gadget ..5 heart ..1 rhythm|rhythms|beat ~ watch|app|monitor|fitbit|apple
aparato|aparatito|cosa ..6 toques|descargas|choques ~ tens
bone growth stimulator
implante ..2 oido|cerebro
spinal|scs|nerve|cord|brain stim|stims
cochlear|cochlears ~ test|doctor
aparato|aparatito ..5 pecho ~ respirar|tos|gimnasio
electrode|electrodes|electrodos ..3 brain|spine|heart|cerebro|columna
heart|cardiac monitor ..2 implanted|inserted|under
inspire ..3 apnea|implant|device
implanted ..2 device|devices|stimulator|stimulators|pump|pumps|chip|chips|recorder|recorders|defibrillator ~ dental|
    breast
device|stimulator|pump|chip ..1 implanted ~ dental|breast
dispositivo ..2 implantado|corazon|pecho|medico
"""
        ),
        past=Past.REMOVED,
        put_in=True,
    ),
    Condition(
        code="heart_valve",
        words=("valvulopathy",),
        patterns=lines_of(
            """
artificial|mechanical|prosthetic|bioprosthe*|tissue|pig|pig's|cow|bovine|porcine|new|metal|replacement|
    replaced|jude|damaged|leaky|leaking|diseased|bad|bicuspid|stenotic|titanium|carbon ..2 valve|valves
valve|valves ..3 replac*|prosthe*|bioprosthe*|repair*|redo|surgery|implant*|ring
bioprosthe*
valvuloplast*|valvotomy|annuloplast*
tavr|tavi|savr|avr|mvr|mitraclip
ross procedure
st jude ~ stimulator|stim|pacemaker|pacer|icd|device|hospital|donate|charity|children's
replac*|prosthetic|fixed|repaired|redid|patched|mended ..3 valve|valves
aortic|mitral|tricuspid|heart ..2 prosthe*
prosthe* ..4 aortic|mitral|tricuspid|valve
endocarditis
aortic|mitral|tricuspid|pulmonary|valve|valvular stenosis|regurgitation|insufficiency|disease
valvular heart disease
leak ..3 valve
rheumatic heart|valve|valves|fever
heart infection
valvula|valvulas ..4 artificial|mecanica|protesica|biologica|metalica|nueva|cambi*|reemplaz*|protes*|danada|
    enferma|operada
cambi*|reemplaz*|operaron|pusieron ..3 valvula
protesis ..2 valvul*
recambio valvular
valvulopat*
estenosis|insuficiencia aortica|mitral
fiebre reumatica
infeccion ..2 corazon
valve|valves ..1 metal|mechanical|artificial|prosthetic|plastic|tissue|new|bad|bioprosthetic ~ heater|water|gas
valve|valves ..2 leak|leaks|leaky|leaking|damaged|narrow|narrowed|stiff
valvula ..2 gotea|fuga|danada|estrecha|tapada
valvula no ..2 cierra
protesis ..3 corazon
aortic|mitral|tricuspid|pulmonary|pulmonic|valve|valvular ..1 regurg*|leak|leakage|insuff|replacement
valve|valves ..3 fixed|redone|patched|changed|swapped|reconstructed|clipped
valvula|valvulas ..3 no ..2 cierra|cierran|sirve|sirven|funciona
mala|malas|danada|tapada ..2 valvula|valvulas
vegetation|vegetations ..3 valve
bicuspid aorta|aortic
valve|valves ..1 doesn't|doesnt|don't|won't|not|isn't ..2 close|closing|open|opening|work|working|seal
valvula|valvulas ..2 cerdo|vaca|porcina|bovina|puerco|res
valve|valvular problem|problems|issue|issues|trouble|condition|disorder
problema|problemas|problem|problems|trouble|issue|issues ..3 valve|valves|valvula|valvulas
mal|mala|danada|operada|floja ..2 valvula|valvulas
valve|valves ..2 leaking|leaks|failing|narrowed
"""
        ),
        past=Past.REMOVED,
        not_near=("steam", "gas", "heater", "water", "car"),
    ),
    Condition(
        code="vascular_access",
        words=(
            "hemodialysis",
            "hemodialisis",
            "picc line",
            "투석",
            "透析",
        ),
        patterns=lines_of(
            """
picc|piccs
dialysis|dialisis
hemodialys*|haemodialys*|hemodialis*
fistula ..3 dialys*|dialis*|arm|brazo|wrist
av|a-v|arteriovenous|dialysis fistula|graft|shunt
fistula arteriovenosa
mediport|portacath|port-a-cath|chemoport|chemo-port|power-port|powerport|permcath|permacath
port ..2 chest|chemo|cath|catheter|infusion|placed
chest|chemo|infusion ..1 port
my port
my|mi fistula ~ anal|rectal|perianal|anus
central line|catheter
hickman|broviac|groshong
tunneled ..1 catheter|line
cateter ..3 central|pecho|quimio|dialis*|venoso|tunelizado
puerto ..2 quimio|pecho
dializ*|dialyz*|dialysed
port|ports ..3 flushed|flush|accessed
have|has|got|still|with a|my|the port ~ usb|view
catheter ..3 neck|jugular|groin|subclavian
cateter|cateteres ..3 cuello|ingle|brazo|yugular
power|perma|porta port|cath
midline catheter
port for|in ..1 infusion|infusions|chemo|iron|blood|draws|arm|chest
"""
        ),
        past=Past.REMOVED,
        not_near=("usb", "airport", "carport", "angeles", "harbor", "harbour", "wine"),
    ),
    Condition(
        code="port",
        counts_as="vascular_access",
        words=("port",),
        past=Past.REMOVED,
        near=("chest", "chemo", "cath", "catheter", "infusion"),
    ),
)
