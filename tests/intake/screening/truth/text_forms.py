"""Form-like text, slips in the words of a family, 'he has' of nobody named, and what is only spoken of.

Beside each kind stand the sentences that lie close and fire.
"""

from tests.intake.screening.truth.case import Case, clear, fires, named, sayings


def _fire(code: str, *lines: str) -> list[Case]:
    return [fires(code, anything_else=text) for text in sayings(*lines)]


def _clear(code: str, *lines: str) -> list[Case]:
    return [clear(code, anything_else=text) for text in sayings(*lines)]


# An empty box, a box of no that is ticked, a no behind or above: none of it is there.
FORM_SAYS_NO = _clear(
    "text_hit_review",
    "[ ] diabetes [x] hypertension | [] cancer [] stroke | ☐ Diabetes ☐ Stroke | 1. [ ] seizures",
    "( ) cancer (x) migraine",
    "diabetes ☐ cancer ☐ | Epilepsy ( ) Pacemaker ( ) Pregnant ( ) | __ diabetes __ HIV _x_ migraine",
    "Conditions: [ ] pacemaker [ ] heart valve [ ] port | [ ] I have had a heart attack | □ diabetes □ stroke",
    "Diabetes: [ ] yes [x] no | Diabetes ☐ Yes ☑ No | Diabetes Yes ( ) No (X) | Diabetes Yes ___ No _x_",
    "Stroke: ☐ Sí ☒ No | cancer [ ] si [x] no | pregnancy ☐ yes ☒ no / pacemaker ☐ yes ☒ no",
    "✅ migraine ❌ seizures | migraine ✔ stroke ✘ | ✓ gout  ✗ diabetes ✗ stroke",
    "Cancer N Diabetes N Stroke N Seizures N | diabetes no cancer no epilepsia no | HIV neg cancer neg TB neg",
    "smoker yes cancer no stroke no | Pacemaker? N Pregnant? N Bleeding? N | ¿Diabetes? No ¿Cáncer? No",
    "No: diabetes, cancer, stroke | NO to: cancer, diabetes. YES to: gout | Yes: gout. No: cancer, stroke",
    "N: diabetes, COPD | Denies: seizures, stroke | No h/o CA, DM, CVA, seizures | no hx of cancer, HTN, CAD",
    "(-) fever (-) chills (-) chest pain | (+) gout (-) DM (-) CVA | diabetes: no / gout: si / cancer: no",
    "No H.I.V. and no C.O.P.D. | the doctor wants to rule out cancer? no that was my brother",
    "late period? no I'm on time | kidney transplant? that's my brother | seizures? never, that was my dad",
)
FORM_SAYS_YES = [
    *_fire("diabetes_neuropathy", "[x] diabetes [ ] stroke | [X] Diabetes [] Cancer | diabetes ☑ cancer ☐"),
    *_fire(
        "diabetes_neuropathy", "☐ Stroke ☒ Diabetes | diabetes yes cancer no | epilepsia (no) diabetes (si) cancer (no)"
    ),
    *_fire(
        "diabetes_neuropathy",
        "• diabetes | □ diabetes | Diabetes Yes [x] No [ ] | diabetes: si / cancer: no / epilepsia: no",
    ),
    *_fire(
        "diabetes_neuropathy",
        "Diabetes [ ] yes [ ] no | Yes: diabetes, gout. No: cancer | diabetes: yes, controlled with diet",
    ),
    *_fire(
        "cardio_renal_liver",
        "[ ] diabetes [x] stroke | Heart disease: Y   Stroke: N   Diabetes: N | (+) CHF (-) DM (-) CVA",
    ),
    *_fire("cardio_renal_liver", "[ ] cancer\n[x] stroke\n[ ] seizures, epilepsy | No: diabetes cancer Yes: stroke"),
    *_fire(
        "cardio_renal_liver",
        "Cancer N Diabetes N Stroke Y Seizures N | Diabetes: [ ] Yes [x] No  Stroke: [x] Yes [ ] No",
    ),
    *_fire("cardio_renal_liver", "YES to: heart disease, stroke. NO to: cancer, diabetes | ✗ stroke ✗ gout"),
    *_fire("lung_disease", "I have C.O.P.D. No diabetes | C.O.P.D. | COPD: yes, asthma: no"),
    *_fire("immunosuppressed", "H.I.V. positive | HIV [x] yes [ ] no"),
    *_fire("seizure_disorder", "seizures? no, not controlled | seizures? no I haven't had one since 2019 | ✗ seizures"),
    *_fire("implanted_electronic_device", "Pacemaker: YES Metal: NO Pregnant: NO | pacemaker Y pregnant N"),
    *_fire("red_flag_in_text", "[x] loss of bladder control [ ] fever | can you pee? no I can't"),
]

# A slip in one word of a family, or a spelling by ear; alone it says nothing.
SLIPS = [
    *_fire(
        "cardio_renal_liver", "kidny failure | kidnee disease | renal insuficiency | my kidnies? kidny disease, stage 4"
    ),
    *_fire(
        "cardio_renal_liver",
        "heart attak in 2015 | hart attack? no, heart diseaze | congestiv heart failure | irregualr heartbeat",
    ),
    *_fire(
        "cardio_renal_liver",
        "problemas del corason | ataqe al corazón | insuficiensia cardiaca | high blood presure 200/110",
    ),
    *_fire("red_flag_in_text", "blader won't empty | no control of my blader | no puedo orinnar | no siento la begiga"),
    *_fire(
        "red_flag_in_text",
        "numness in my groin | trouble breathin | worst stomache? no, tearing pain | trouble breething lying down",
    ),
    *_fire("red_flag_in_text", "calf swolen and warm | me cuesta respirrar | tengo la pierrna hinchada"),
    *_fire("bleeding_disorder", "low platlets | plaquetaz bajas | platelettes are low"),
    *_fire("osteoporosis", "vertebral fractur | three vertebral fracures"),
    *_fire("immunosuppressed", "low imune system | trasplnte de riñón"),
    *_fire("implanted_electronic_device", "cochlear implnt"),
    *_clear(
        "text_hit_review", "kidny beans | trouble writing | I was attached to it | a bladder of air | column of numbers"
    ),
    *_clear(
        "text_hit_review", "trouble feeding the baby | numbers | vertical blinds | presume it is muscle | attic fracas"
    ),
]

# Whom nobody named: not the person of the form, who writes 'I'; a doctor does, a helper's patient has.
SOMEBODY_ELSE = _clear(
    "text_hit_review",
    "he has a stent | she has a pacemaker | he's diabetic | she's pregnant | He had a stroke last month",
    "ella tiene marcapasos",
    "she has a pacemaker and diabetes | he was epileptic | she has had seizures | he uses an insulin pump",
    "grandmother with a pacemaker | my grandmother with a pacemaker is coming with me | abuelo con marcapasos",
    "My father, 82, has a pacemaker and dementia | my husband (70, pacemaker) will drive me",
    "my wife is ill, takes insulin",
    "Mother (breast cancer), Father (CVA), Brother (healthy) | my mom (stroke) lives with us",
    "my brother and sister both have heart disease | febrile seizures as a baby, my son | cancer, my dad",
    "i had gout in 2010 and my mom has diabetes | and i had surgery and my mom has diabetes",
    "antecedentes: padre infarto, madre diabetes | abuela materna con cáncer de mama",
    "mi papá usa bastón y es diabético",
    "the guy I date has HIV | someone in my house has TB | I help my neighbor who's on dialysis",
    "my little girl has a temperature | our boy has epilepsy | my girl has type 1 diabetes",
)
THE_PATIENT = [
    *_fire(
        "cardio_renal_liver",
        "he put in a stent | Pt is a 72 yo male. He has a stent. | she says I have afib",
        "me and my brother both have heart disease",
    ),
    *_fire(
        "cancer_history",
        "he has found cancer | They found cancer | tuve leucemia de niña | my sister and I both had breast cancer",
    ),
    *_fire(
        "anticoagulant",
        "she has me on warfarin | he has prescribed Eliquis | My husband drives. She has me on warfarin",
    ),
    *_fire(
        "diabetes_neuropathy",
        "my wife (I have diabetes too) | my mom and i are both diabetic | yo también soy diabética como mi mamá",
    ),
    *_fire("immunosuppressed", "me sacaron el bazo de niño | my partner is well, I have HIV"),
    *_fire("vascular_access", "dialysis patient | my husband drives me to dialysis"),
    *_fire("implanted_electronic_device", "I am a grandmother with a pacemaker | my son asks about my pacemaker"),
]

# What is only spoken of, may come, was declined or is out by now.
NOT_THERE = _clear(
    "text_hit_review",
    "I asked about a pacemaker but didn't need it | they talked about a spinal cord stimulator, I said no",
    "might get a pacemaker next year | doctor recommended a spinal cord stimulator | I'm a candidate for a pacemaker",
    "considering getting a spinal cord stimulator | I declined a pacemaker | me van a poner un marcapasos",
    "want to quit before I get emphysema | I worry about getting a collapsed lung from needles",
    "never needed dialysis",
    "cleared of cancer | nothing like cancer or heart disease | el doctor dijo que no es diabetes",
    "I do not have, nor have I ever had, seizures | nunca me ha dado un infarto ni nada de eso",
    "doctor suggested turmeric but I don't take it | someone recommended ginkgo, haven't tried it | I avoid ibuprofen",
    "had a PICC for a month in 2020, it's out now | fever last Christmas | used Humira in 2018",
    "I write about cancer for a magazine | I run a group for breast cancer survivors | nurse in the stroke unit",
    "I'm a seizure clinic receptionist | i work at a company making pacemakers | pregnant twice, kids are 9 and 12",
)
THERE = [
    *_fire(
        "implanted_electronic_device",
        "waiting for a new pacemaker battery | I need my pacemaker checked | my doctor wants my pacemaker replaced",
    ),
    *_fire("implanted_electronic_device", "they talked about my pacemaker | got a pacemaker, it's great"),
    *_fire("vascular_access", "I have a PICC, it's in my right arm | before I have dialysis I rest"),
    *_fire("cancer_history", "nurse at the clinic found cancer | I wrote about my cancer"),
    *_fire("anticoagulant", "should I avoid my Eliquis? | prescribed Eliquis, I take it"),
    *_fire("immunosuppressed", "Humira used since 2018"),
    *_fire("pregnancy", "pregnant again | my second pregnancy? pregnant now"),
    *_fire("seizure_disorder", "I take it to avoid seizures"),
]

CASES: tuple[Case, ...] = (
    *named("form:no", FORM_SAYS_NO),
    *named("form:yes", FORM_SAYS_YES),
    *named("slips in a shape", SLIPS),
    *named("whom:somebody else", SOMEBODY_ELSE),
    *named("whom:the patient", THE_PATIENT),
    *named("there:not", NOT_THERE),
    *named("there:yes", THERE),
)
