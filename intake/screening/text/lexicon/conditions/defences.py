"""White cells, immunity, lymph nodes and cancer."""

from intake.screening.text.lexicon.shapes import Condition, Past, lines_of

CONDITIONS = (
    Condition(
        code="neutropenia",
        words=(
            "neutropenia",
            "neutropenic",
        ),
        patterns=lines_of(
            """
neutropen*
low|few white ..2 cell|cells|count|counts
white ..2 cells|count|counts ..2 low|dropped
wbc ..2 low
low wbc
leukopenia|leucopenia|agranulocyt*|agranulocit*
globulos blancos bajos|bajo
bajos ..1 globulos blancos
white (blood) cells|cell|count|counts ..3 low|down|dropped|bottomed|tanked|zero
wbc|wbcs|white (blood) count|counts|cells ..3 #0.1-0.9|#1.1-1.9|#2.1-2.9|#500-2900 ~ normal
wbc|wbcs|anc|neutrophil|neutrophils (count|is|was) ..1 #0.1-0.9|#1.1-1.9|#2.1-2.9|#100-1500
wbc|anc|neutrophils ..2 low|down|dropped
counts ..3 low|down|bottomed|tanked & chemo|cycle|infusion
leucocitos|neutrofilos|blancos ..2 bajos|bajo|bajaron|bajan|#500-2900|#0.1-0.9|#1.1-1.9|#2.1-2.9
counts ..4 basement|floor|crashed|toilet|nothing & chemo|cycle|infusion|quimio|my
low|bajos|bajo|bajaron ..3 neutrophils|neutrofilos|leukocytes|leucocitos
bajo|bajaron|baja|bajan ..2 globulos ..1 blancos
"""
        ),
        past=Past.APPLIES,
    ),
    Condition(
        code="immune_weak",
        words=(
            "splenectomy",
            "immunosuppressed",
            "immunocompromised",
            "inmunosuprimido",
            "inmunodeprimido",
        ),
        patterns=lines_of(
            """
transplant|trasplante ~ hair|corneal|cornea|pelo|cabello
hiv|vih
have|has|got|with|hiv aids ~ hair|hearing|corneal|cornea
sida
immunocompro*|immunosup*|immunodef*|immuno-compromised
immune deficien*|suppressed|compromised
weak|weakened|low|compromised|suppressed|poor immune ..1
immune system ..3 weak|weakened|low|compromised|suppressed|poor
inmunodeprim*|inmunosup*|inmunocompro*|inmunodef*
defensas bajas
sistema inmun* ..2 debil|bajo|deprimido
transplant*|trasplant*|transplante* ~ hair|corneal|cornea|pelo|cabello
donor kidney|liver|heart|lung|marrow
got|received|gave|given|has|have|had|with ..2 new|donated kidney|liver|lung|lungs|pancreas ~ doctor|specialist|
    medicine|
    medication|meds|pill|pills|diet|stone|stones|pain|problem|problems|test|cyst|clinic
got|received|gave|given ..2 new|donated heart ~ doctor|specialist|medicine|medication|meds|pill|pills|diet|monitor|
    rhythm|valve|condition|problem|problems|test|murmur|clinic|rate
sickle cell
anemia falciforme|drepanocitica
drepanocit*
splenectom*|esplenectom*|asplen*
no|without (a|my) spleen
spleen ..3 removed|out|gone
removed|took ..3 spleen
sin bazo
quitaron|sacaron ..2 bazo
cvid
hypogammaglob*|agammaglob*
scid
stem cell|bone marrow transplant
defensas ..2 bajas|debiles
immunity ..2 low|weak|poor|bad
no immune system
immune system|sistem ..3 shot|bad|gone|fragile|destroyed|terrible|awful|nonexistent|crashed|wrecked|trashed
sistema inmun* ..3 mal|malo|acabado|bajo
cd4|cd-4
seropositiv*
aids since|patient|diagnosis|dx|dx'd
poz
don't|dont|doesn't|didn't have (a|my|any) spleen
no tengo|tiene (un|el) bazo
low|bajas|bajos (levels) (of) immunoglobulin*|inmunoglobulin*|igg|iga|igm|gammaglobulin*
iga|igg|igm|immunoglobulin ..1 deficien*
kidney|liver|heart|lung|renal|pancreas tx|txp|txplant
lost|losing|perdi ..2 spleen|bazo
spleen ..2 ruptured|burst
immune system ..1 doesn't|doesnt|isn't|don't|not ..2 work|works|working|function|fight
falta ..2 bazo
spleen removal
removal ..2 spleen
my new|donated kidney|liver|lung|lungs|pancreas
"""
        ),
        past=Past.NEVER,
    ),
    Condition(
        code="lymphedema",
        patterns=lines_of(
            """
lymphedema|lymphoedema|lymphodema
linfedema
lymph|axillary node|nodes ..6 removed|out|taken|dissection|dissected
removed|took|take ..5 lymph|axillary node|nodes
node|nodes ..2 out|removed|taken ..4 armpit|underarm|axilla|breast|groin|axila
axillary dissection
ganglios ..4 quit*|extirp*|sac*
quit*|extirp*|sac* ..3 ganglios
#2-60 ..1 node|nodes ..1 removed|taken|out|dissected
sentinel ..1 node|nodes|biopsy
vaciamiento|vaciaron ..2 axila*|ganglionar|ganglios
lymphadenectom*|linfadenectom*
ganglio|ganglios centinela
arm ..3 swells|swollen|swelling|puffs & nodes|mastectomy|breast|lumpectomy|radiation
brazo & ganglios|mastectomia
took|take|removed|remove|taken ..3 node|nodes ~ thyroid|vocal
node|nodes removal|excision|resection|dissection
removal|excision|resection ..4 node|nodes
arm|leg ..6 lymph & swells|swelling|swollen
lymph node|nodes surgery
"""
        ),
        past=Past.REMOVED,
    ),
    Condition(
        code="cancer",
        words=(
            "lymphoma",
            "melanoma",
            "carcinoma",
            "metastasis",
            "mastectomy",
            "metastatic",
        ),
        patterns=lines_of(
            """
cancer|cancers|canser|kancer|cancerous|cancerigeno|canceroso
carcinoma*|adenocarcinoma*
lymphoma*|linfoma*
leukemia|leukaemia|leucemia
myeloma|mieloma
melanoma*
sarcoma*
mesotheliom*|glioma|glioblastoma|neuroblastoma|seminoma
malignan*
tumor maligno
metasta*
mets
mastectom*|lumpectom*|prostatectomy
hodgkin*|non-hodgkin*
the big c
tumor|tumour|tumors free
libre de tumor|tumores
cll|cml
tumor|tumour|tumors ..4 breast|prostate|lung|brain|liver|kidney|colon|ovary|pancreas|pancreatic|bone ~ benign|
    benigno
breast|prostate|colon|lung|ovarian|uterine|cervical|bladder|thyroid|pancreatic|kidney|liver|rectal|gastric|skin ca|cas
ca of|de ..1 breast|prostate|colon|lung|mama|prostata|pulmon|ovario|cervix|tiroides
malignant tumor|tumour
tumor ..3 seno|pecho|prostata|pulmon|cerebro|higado|rinon|matriz|ovario|colon ~ benigno|benign
radiated|radiation|radioterapia|radiotherapy ..3 breast|prostate|lung|brain|neck|throat|seno|pecho|prostata|pulmon
brain|lung|liver|kidney|pancreatic|colon|breast|bone|spinal|spine|ovarian|bladder|prostate|carcinoid|neuroendocrine|
    wilms tumor|tumors|tumour|tumours ~ benign|benigno|fatty
dcis|lcis|dlbcl
my|mi oncologist|oncologo|oncologa ~ anemia|iron|hierro
see|seeing|saw|veo ..2 oncologist|oncologo|oncologa ~ anemia|iron|hierro
had|having|got|getting|finished|after|did|received|doing|completed|dieron|recibi|dando ..2 radiation|radioterapia|
    radiaciones ~ x-ray|xray|exposure|sun|phone
radiation therapy|treatment|treatments
quitaron|sacaron|extirparon ..3 seno|senos|pecho|pechos|chiche|chichi
lost|removed|took ..3 breast|breasts ~ benign|cyst|lump|implant|implants|reduction|fat
polycythemia|policitemia|myelofibrosis|mielofibrosis|waldenstrom*
tumor ..2 cerebral|cerebro ~ benigno
ca breast|prostate|colon|lung|cervix|ovary|thyroid
osteosarcoma|liposarcoma|leiomyosarcoma|rhabdomyosarcoma|angiosarcoma|chondrosarcoma|ewing's
astrocytoma|ependymoma|retinoblastoma|cholangiocarcinoma|hepatocellular|thymoma
breast removal
removal ..2 breast|breasts ~ benign|cyst|lump|implant|implants
"""
        ),
        past=Past.NEVER,
        not_near=(
            "screening",
            "screen",
            "society",
            "charity",
            "insurance",
            "basal",
            "squamous",
            "afraid",
            "miedo",
            "temo",
            "preocupa",
            "scared",
            "worried",
            "worry",
            "fear",
            "zodiac",
            "astrology",
            "screened",
        ),
        ever=True,
    ),
    Condition(
        code="cancer_spread",
        words=(
            "metastasis",
            "metastatic",
            "metastases",
        ),
        patterns=lines_of(
            """
metasta*
mets
stage 4|iv|four ~ crf|esrd|fibrosis|cirrhosis|lymphedema|endometriosis|hemorrhoids|arthritis|oa|osteoarthritis|knee|
    kidney|kidneys|renal|ckd|copd|pressure|ulcer|parkinson's|heart|liver|bedsore
stage 4|iv|four ..2 cancer|carcinoma|lymphoma|melanoma|tumor
cancer ..3 stage 4|iv|four
etapa|estadio 4|iv|cuatro ~ rinon|rinones|renal|erc|ulcera
spread to ..3 bone|bones|liver|lung|lungs|brain|spine
regado|extendido ..3 huesos|higado|pulmon|columna
terminal cancer
cancer terminal|avanzado
advanced cancer
cancer|tumor|tumour|melanoma ..6 to ..2 bone|bones|liver|lung|lungs|brain|spine|nodes
breast|prostate|lung|colon|kidney to ..1 bone|bones|spine|brain|liver
cancer|tumor ..5 a los|las|mis|el huesos|hueso|higado|pulmones|pulmon|cerebro|columna
cancer ..2 terminal|metastasized|advanced
cancer|tumor ..2 moved|gone|went|traveled|spread|spreading|jumped ..5 bone|bones|liver|lungs|lung|brain|spine|pelvis
"""
        ),
        past=Past.NEVER,
        not_near=("basal",),
        ever=True,
    ),
)
