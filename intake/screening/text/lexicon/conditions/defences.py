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
got|received|gave|given|has|have|had|with ..2 new|donated kidney|liver|lung|lungs|pancreas ~ doctor|specialist|medicine|
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
cancer|cancers|cancerous|cancerigeno|canceroso
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
stage 4|iv|four ~ kidney|kidneys|renal|ckd|copd|pressure|ulcer|parkinson's|heart|liver|bedsore
stage 4|iv|four ..2 cancer|carcinoma|lymphoma|melanoma|tumor
cancer ..3 stage 4|iv|four
etapa|estadio 4|iv|cuatro ~ rinon|rinones|renal|erc|ulcera
spread to ..3 bone|bones|liver|lung|lungs|brain|spine
regado|extendido ..3 huesos|higado|pulmon|columna
terminal cancer
cancer terminal|avanzado
advanced cancer
"""
        ),
        past=Past.NEVER,
        not_near=("basal",),
        ever=True,
    ),
)
