"""Heart and vessels."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="heart_disease",
        words=(
            "arrhythmia",
            "arritmia",
            "cardiomyopathy",
            "infarction",
        ),
        patterns=lines_of(
            """
heart failure|disease|condition|attack|attacks|bypass|transplant|trouble|problem|problems|surgery ~ healthy
weak|enlarged|bad heart
heart ..2 pumps|pumping|pump ..2 #5-45
heart function|muscle ..2 low|weak|poor|reduced|bad
corazon ..2 debil|agrandado|grande
water|fluid|agua ..2 heart|corazon ~ rate|drink|drinking
stemi|nstemi
chf|cad|hfref|hfpef|afib|a-fib|svt|icc
congestive heart
coronary ..2
angina
myocardial ..1
infarto*|infarct*
atrial|auricular fibrillation|flutter
fibrilacion auricular
arrhythmia*|arritmia*
cardiomyopath*|cardiomiopat*|miocardiopat*
triple|quadruple|double|heart bypass
bypass ~ gastric|stomach|weight|sleeve|bariatric|obesity|road|highway|roux|intestinal
irregular heart|heartbeat|heartbeats|pulse|rhythm
heart ..2 irregular
latidos irregulares
widowmaker|widow-maker
cabg
stent|stents ~ kidney|ureter|ureteral|urinary|bile|biliary
low ejection|ef ..1
insuficiencia cardiaca
ataque|ataques ..1 corazon|cardiaco
enfermedad|problema|problemas ..2 corazon|cardiac*|coronari*
cirugia ..2 corazon
opera*|operaron|opero ..2 corazon
padezco|padece|sufro|sufre|enferm*|malo|mala|mal ..1 del|de corazon
angioplast*
heart block|stopped|arrest|ablation
cardiac arrest|ablation|bypass|disease|failure|amyloid*|stent|surgery
paro|infarto|falla cardiaco|cardiaca
hole ..2 heart
wpw|wolff-parkinson*|vtach|v-tach|vfib|v-fib|brugada|hocm|hcm|afibb|a-fibb
long qt
ablation ..3 heart|afib|flutter
arterias ..3 tapadas|obstruidas|bloqueadas|cerradas
blocked|clogged|blockage|blockages|narrowed ..3 artery|arteries|heart ~ carotid|leg|neck|ear|nose
congenital heart
stented|stenting ~ kidney|ureter|ureteral|urinary|bile|biliary
heart atack|atacks|attak|attck|atak|attac
soy|es|fui cardiaco|cardiaca
heart issues|issue|defect|ailment|disorder
cardiac issues|issue|problems|problem|condition|history|event|patient|stents
corazon ..2 enfermo|malo|mal|operado
pericarditis|myocarditis|miocarditis|cardiomegaly|cardiomegalia
bypasses
heart|corazon ..1 doesn't|doesnt|not|isn't|no ..2 pump|pumping|work|working|beat|funciona|bombea|sirve ~ broken
falla|fallando|fallaba ..2 corazon
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="high_bp_uncontrolled",
        patterns=lines_of(
            """
uncontrolled|resistant|malignant ..2 pressure|hypertension|htn|bp
pressure|hypertension|bp|htn ..3 uncontrolled
pressure|hypertension|bp ..2 out of control
pressure|hypertension|bp ..2 not|never|isn't|isnt|wasn't|can't ..2 control|controlled
hypertensive crisis|emergency|urgency
pressure|bp|presion ..4 #180-300
presion ..3 descontrolada
presion ..3 sin control
presion ..2 no ..2 controlada|controla
presion muy alta
pressure|bp ..1 won't|wont|doesn't|can't|refuses ..2 come|go|stay|get down
presion ..2 no ..1 baja
no ..2 baja ..2 presion
no ..2 controlar|controla|controlo|controlan|bajar ..2 presion
pressure|bp|presion ..4 180s|190s|200s|210s|220s|230s
"""
        ),
        past=Past.APPLIES,
    ),
    Condition(
        code="aneurysm",
        patterns=lines_of(
            """
aneurysm|aneurisma ~ brain|cerebral|carotid|intracranial|berry|head|mca|cabeza|cerebro|carotida
aneurysm*|aneurism* ~ brain|cerebral|carotid|intracranial|berry|head|mca|cabeza|cerebro|carotida
aaa ~ membership|card|club
triple a ~ membership|card|club
aortic dissection|tear|aneurysm*
diseccion ..2 aort*
torn|dissected|dilated|enlarged|widened|bulging|stretched|ectatic ..1 aorta
bulge|ballooning|swelling|weak ..3 aorta
aorta ..3 dilat*|enlarged|wide|widened|bulg*|torn|dissected|agrandada|rota
evar|tevar
ensanch*|dilat*|agrand*|hinchad* ..3 aorta
check|checks|checking|watch|watches|watching|monitor|monitors|monitoring|scan|scans|measure|measures ..3 aorta
bulge|bulging|ballooning|balloon ..4 artery|arteria ~ brain|head|neck|carotid|cabeza|angioplasty
aorta ..3 dilatada|ensanchada|agrandada|abombada|inflada|crecida
aorta|aortic ..4 #3.5-9 cm|centimeters|centimetros
aortic ..1 dilat*|dilation|ectasia|enlargement|enlarged
"""
        ),
        past=Past.REMOVED,
        also_removed=("repaired",),
    ),
    Condition(
        code="event",
        patterns=lines_of(
            """
heart attack
myocardial ..1
infarto
stroke|strokes ~ golf|swim|swimming|brush|tennis|butterfly|backstroke|breaststroke|freestyle|rowing|paddle|laps|luck|
    genius
mini-stroke|ministroke
stent|stents ~ kidney|ureter|ureteral|urinary|bile|biliary
tpa
clot-busting|clotbuster ..1
blood|lung|leg clot|clots
clot|clots ..3 leg|lung|lungs
dvt|tvp
pulmonary embol*
embolia pulmonar
trombosis
ataque ..1 corazon|cardiaco
derrame cerebral
coagulo|coagulos
derrame|derrames|ictus|acv
embolia
ataques al corazon
mini derrame
cva|cvas
stented|stenting ~ kidney|ureter|ureteral|urinary|bile|biliary
heart atack|attak|attck|atak|attac
subarachnoid|subdural|intracerebral ..1
bleed|hemorrhage|bled ..3 brain
accidente|evento|isquemia|ataque|trombosis ..1 cerebral|cerebrovascular
storke|strok
me infart*
"""
        ),
        past=Past.EVENT,
    ),
    Condition(
        code="af",
        counts_as="heart_disease",
        words=("af",),
        past=Past.NEVER,
        not_near=("as", "lol", "tired", "refacto"),
        capitals=True,
    ),
    *(
        Condition(
            code=f"mi_as_{counts_as}",
            counts_as=counts_as,
            words=("mi",),
            past=past,
            near=("had", "history", "hx", "stent", "stents", "acute", "old", "prior", "recent", "no", "denies"),
            not_near=("mama", "familia", "esposo", "esposa", "michigan", "detroit", "tengo"),
            capitals=True,
        )
        for counts_as, past in (("heart_disease", Past.NEVER), ("event", Past.EVENT))
    ),
)
