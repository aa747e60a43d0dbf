"""What is asked, feared or was a mistake, and what a list denies; a temperature, a day in figures, a dose left out.

Beside each kind stand the sentences that lie close and fire.
"""

from tests.intake.screening.truth.case import Case, clear, fires, named, sayings


def _fire(code: str, *lines: str) -> list[Case]:
    return [fires(code, anything_else=text) for text in sayings(*lines)]


def _clear(code: str, *lines: str) -> list[Case]:
    return [clear(code, anything_else=text) for text in sayings(*lines)]


NOT_SO = _clear(
    "text_hit_review",
    "do you treat cancer patients? | is it safe for people with pacemakers?",
    "what if I get pregnant during treatment? | is there any risk of stroke?",
    "could the needles cause an infection or a punctured lung? | I heard needles can puncture a lung",
    "I read that acupuncture can cause pneumothorax | my biggest fear is cancer",
    "scared of having a stroke like mom | I'm terrified of having a heart attack | I hope it's not cancer",
    "praying it isn't cancer | want to prevent osteoporosis | hoping to avoid dialysis down the road",
    "would you turn me away if I had a fever? | if my leg swells or I get chest pain I'll call",
    "I'll call 911 if I get chest pain",
    "I know to go to the ER for numbness in the saddle area or loss of bladder control | will it make me bleed?",
    "puede causar un derrame? | tengo miedo de que sea cáncer | me da miedo quedar paralítica",
    "¿atienden a personas con diabetes? | si tuviera fiebre no iría | quiero evitar la diálisis",
    "thought it was a heart attack, turned out to be heartburn | ER said it wasn't a heart attack",
    "they thought I had MS but the scans were clear | cancer was ruled out | scan was clear of cancer",
    "lump in breast was just a cyst, not cancer | polyp came back not cancerous",
    "non cancerous tumor removed from my hand | benign breast lump 2015, no cancer",
    "false positive for HIV, retest negative | pregnancy test was negative | false alarm, I'm not pregnant",
    "period came, not pregnant | I was told it was shingles but it was poison ivy",
    "looked like cellulitis but was just a bug bite | creían que era un infarto pero fue gastritis",
    "salió negativa la prueba de embarazo | el bulto no era cáncer | me descartaron cáncer",
    "EKG normal, echo normal, no afib | echo showed normal valves | neurologist says no epilepsy, just migraines",
    "EEG was normal | ultrasound of leg negative for DVT | D-dimer negative | afraid of having a stroke",
    "don't want to end up on dialysis like my brother | if I develop a fever should I cancel?",
    "thought I was having a heart attack but it was anxiety | they suspected shingles but it was a rash from soap",
    "can needles give you an infection or a blood clot? | I read an article about osteoporosis",
    "cancer walk in April | worried about getting pregnant | I might try for a baby next year",
    "my aim is preventing diabetes | had a scare with my heart, all tests normal",
    "skin cancer screening is on Friday | heat stroke risk at work | stroke game in golf is off",
    "cardio and weights 3x week | the fever pitch at work | Bieber fever lol | seizure of assets at my company",
    "my phone battery and my back are both dead | I have a high temp tolerance in the sauna",
    "leg day left me weak | numb from the dentist today | baby fever | could this help me avoid diabetes",
    "hope I never need dialysis | if my fever comes back I'll reschedule",
    "they were worried about a blood clot but it was a Baker's cyst",
    "it felt like a heart attack but it was a panic attack | what are the odds of a punctured lung",
    "does dry needling ever puncture a lung | training for the stroke awareness 5k",
    "ran a marathon in 101 degree heat | I set the heating pad at 104 | 38 weeks until retirement",
    "101 dalmatians fan | on my feet all day at work and my calves are tight | kidney beans give me gas",
    "heart-shaped birthmark | lung capacity great, I swim | the stroke of midnight | I swim breaststroke",
    "I fit in my jeans again | warm port wine stain birthmark | TENS unit helps",
    "I sit at the computer port all day | battery in my car died | I have a weak grip on reality lol",
    "running 5 miles a day | running 10k in 102 degree weather | 101 reasons to try acupuncture",
    "I live at 101 Main St apt 38 | I am 38 years old | weighs 101.5 lbs | size 38 waist | bench press 101",
    "hot flashes | my neck goes numb when I sleep wrong | stiff as a board in the morning",
    "pins and needles in my arm from typing | period is regular | my back gave out in 2015 while lifting",
    "foot drop ten years ago fully recovered | had chest pain in 2018, it was anxiety",
    "passed out once in high school | flu with fever back in December | heavy periods | cold hands and feet",
    "I get short of patience | I catch my breath fine after stairs | blood donor for years",
    "bruise on my leg from the dog",
)

DENIED = _clear(
    "text_hit_review",
    "no history of cancer or heart problems | I do not have epilepsy, diabetes or heart disease",
    "never had a seizure in my life | no pacemaker no metal no implants",
    "denies chest pain, shortness of breath, fever | No numbness, no weakness, no bladder problems",
    "I'm not pregnant | no estoy embarazada ni tengo diabetes | sin fiebre ni escalofríos",
    "no tengo problemas del corazón | nunca he tenido un derrame | biopsy was benign",
    "mole was benign, cancer free | the lump turned out not to be cancer",
    "they ruled out a stroke, it was a migraine | stress test normal, no heart disease | heart is fine",
    "I can pee just fine | no trouble walking or with my bladder | I can feel everything down there fine",
    "normal temp 98.6 | my temp is always low like 97 | checked my temp, 98.9, so no fever",
    "blood sugar is normal | A1c 5.2 | kidneys and liver fine on labs | platelets 250 | bp 120/80",
    "MRI showed no cord compression | no bleeding problems, no blood thinners | I don't faint with needles",
    "not immunocompromised | never had cancer thank god | gracias a Dios no tengo diabetes ni presión",
    "I haven't had any fever, chills, night sweats or weight loss | Epilepsy - no. Pacemaker - no. Cancer - no.",
    "Diabetes N, Heart disease N, Stroke N | no to everything on the list: heart disease, cancer, seizures, HIV",
    "everything else negative | none of the above (cancer, stroke, etc)",
    "I wish to state I don't have hepatitis, HIV or TB | no DVT or clots ever",
    "doctor says my heart is strong and no blockages | prediabetic but not diabetic",
    "borderline diabetes diet controlled | no osteoporosis only osteopenia",
    "thought I had a heart attack but it was just gas | they checked for blood clots and found nothing",
    "had a cancer scare but all clear | worried it might be cancer | ultrasound showed no clot",
    "I was tested for lupus and cancer and everything came back fine | I have zero heart issues",
    "haven't ever had any kind of stroke or TIA | not diabetic not pregnant not on blood thinners",
    "I don't smoke, drink, or have diabetes | no one in my family has cancer",
    "no family history of cancer or stroke | free of diabetes",
    "have not been diagnosed with any of these: cancer, diabetes, epilepsy",
    "I've been lucky - no cancer, no heart trouble, nothing | nope no seizures | Seizures? Never. Strokes? Never.",
    "heart disease/stroke/cancer: none | Cancer/diabetes/heart - no | HIV/AIDS - negative | hx of cancer (no)",
    "ningún problema de corazón, pulmón o riñón | nada de diabetes ni de presión | jamás me he desmayado",
    "no he tenido fiebre ni calentura | no uso marcapasos | no soy diabético",
    "no padezco de nada, ni azúcar ni presión | tengo buen corazón y no soy diabética",
    "fuera de eso todo normal, sin diabetes, sin cáncer | pee and poop are normal | no problem peeing or pooping",
    "I'm not losing control of my bladder | I don't have weakness in my legs | legs are strong",
    "not short of breath | no pain when I breathe | breathing is fine | my legs don't swell | haven't passed out",
    "never suffered chest pain | it isn't numb down there | no missed periods",
    "my periods stopped at 50, menopause | I haven't had a period in 10 years (menopause)",
    "had a hysterectomy so no periods | no known heart issues, no stents, no pacemaker",
    "I've never been told I have diabetes | neither diabetes nor heart disease",
    "ruled out for stroke in 2021, just vertigo | hepatitis and HIV tests negative",
    "none of these apply: cancer, epilepsy, pregnancy | I have no cancer, no heart disease, no anything",
    "not pregnant, tubes tied | no convulsiones, no desmayos | no me han diagnosticado cáncer",
    "my bowels and bladder work fine | no loss of feeling anywhere | no fever today | fever: none, chills: none",
    "temp 98.2 this morning | cardiac workup was negative | colonoscopy clear, no cancer",
    "they said the spot is not melanoma | I don't get short of breath | no swelling in my legs",
    "I can lift my foot and walk on my heels | strength is normal in both legs | no blood in stool or urine",
    "I am not on dialysis | I don't have a port or a pump | no lymph nodes removed | still have my spleen",
    "my mammogram was normal, no breast cancer | sin problemas de coagulación | ni diabetes ni presión ni nada",
    "I have never fainted | my bones are strong, no osteoporosis | no aneurysm on the scan",
    "CT negative for bleed | not short of breath, no chest pain, no palpitations",
    "denies numbness or weakness or incontinence | no tengo marcapasos ni implantes",
    "I've never had cancer of any kind | no problems with heart lungs kidneys or liver",
    "heart lungs kidneys all good | No h/o DVT, PE, stroke, MI | denies hx of seizures",
    "neg for HIV, hep B, hep C | my echo was fine, no valve problems",
    "bone scan normal, no fractures, no osteoporosis | no, I am not diabetic",
    "Diabetic? No. Smoker? No. Pregnant? No. | pregnant: no, breastfeeding: no",
    "no saddle numbness, no bladder changes, no weakness",
    "sin debilidad, sin adormecimiento, control de esfínteres normal | I can control my bladder",
    "fever free for a week | afebrile | lungs clear, no COPD | no swelling or redness in calves",
    "never had a blood clot | no one has ever said I have a bleeding disorder",
    "I bruise normally, no bleeding issues | nada de cáncer ni diabetes gracias a Dios",
    "no se me duermen los pies | nunca me he desmayado",
)

SO_ALL_THE_SAME = [
    *_fire(
        "anticoagulant",
        "I take all of the following: Eliquis, lisinopril | have been on Eliquis for three years",
        "took Eliquis for years and still do | I take Eliquis 1/2 tablet",
    ),
    *_fire(
        "blood_thinner_stopped",
        "skipped my Plavix Friday and Saturday | off Eliquis for 3 days",
        "took Eliquis for two years, stopped it yesterday | ran out of the Xarelto I took for years",
        "stopped Xarelto 3/14 after taking it for 2 years",
    ),
    *_fire(
        "cancer_history",
        "they thought it was benign but it was cancer | no to everything except cancer in 2010",
        "cancer free 5 years, last scan normal | ten years free of cancer | cancer free, scans normal",
        "clear of lymphoma since 2016",
    ),
    *_fire(
        "cardio_renal_liver",
        "if I get a fever I'll call; I have heart failure",
        "thought it was reflux, turned out to be a heart attack in 2015",
        "doctors thought I had a stroke and they were right | scared since my stroke",
    ),
    *_fire(
        "diabetes_neuropathy",
        "I have diabetes, will the needles cause trouble? | nothing on the list except diabetes",
        "no to all, but diabetes | not everything: diabetes, COPD | all of us are diabetic | we are both diabetic",
    ),
    *_fire(
        "immunosuppressed",
        "my kids and I have sickle cell | everyone in my house has it, I have HIV",
    ),
    *_fire(
        "implanted_electronic_device",
        "can it cause trouble with my pacemaker",
    ),
    *_fire(
        "lung_disease",
        "afraid of my COPD getting worse | none of the above helped. COPD",
        "none of the following work: inhalers, I have COPD",
    ),
    *_fire(
        "lymphedema",
        "avoid my right arm, lymphedema",
    ),
    *_fire(
        "numb_skin",
        "can acupuncture help my neuropathy | none of these help my neuropathy",
    ),
    *_fire(
        "osteoporosis",
        "she told me I have osteoporosis",
    ),
    *_fire(
        "pregnancy",
        "baby is due in May | I am 24 weeks",
    ),
    *_fire(
        "recent_vascular_event",
        "I thought it was gas but it was a heart attack last month | they found a clot in my leg last week",
    ),
    *_fire(
        "red_flag_in_text",
        "if I walk fast I get chest pain | I get chest pain if I climb stairs | if I cough it hurts to breathe",
        "I have chest pain and will call my doctor if it gets worse",
        "went to the ER for numbness in my groin yesterday | I felt like I had a fever",
        "felt like my heart was racing | I thought my leg was swollen, it was bigger than the other",
        "my husband has to lift me, I have no feeling in my groin | my wife and mother say my speech is slurred",
        "my son noticed my face drooping | my kids are sick and I have a fever too",
        "caught it from my son and now I have a fever | the baby gave me his cold, fever of 101",
        "since having the baby I leak urine and can't feel it | since the baby I have no feeling down there",
        "my dog pulled me and now my foot drops | the dog knocked me down and I can't lift my foot",
        "I care for my mother and my leg is getting weaker | caring for my dad, I hurt my back and can't pee",
        "I'm a nurse and see strokes, and my own face drooped yesterday | temp 102, my son has it too",
        "my son and I have a fever | chest pain 7/10 when walking | numb groin 5/10 to 8/10 | fever since 3/14",
        "can't get my leg to lift | haven't been able to pee",
    ),
    *_fire(
        "seizure_disorder",
        "scared of having another seizure | years free of seizures until last month | after my baby I had a seizure",
    ),
    *_fire(
        "skin_infection",
        "my cat bit my hand and it is infected with pus | they gave me antibiotics for the cellulitis",
        "he found an abscess on my back",
    ),
    *_fire(
        "vascular_access",
        "please avoid my port",
    ),
]

MEASURED = [
    *_fire(
        "red_flag_in_text",
        "had a temp of 101 last night | my temp's been 100.8 | 102.4 this morning and achy all over | temp: 38.7 C",
        "Temperature this AM = 100.9F | I took my temperature. It was 101.3 | checked temp at home and got 39",
        "oral temp 38,5 | forehead thermometer read 100.5 twice | body temp hit 103 | spiked to 102 on saturday",
        "traía 38.8 de temperatura | me subió a 39 la calentura | el termómetro marcó 38.3",
        "temp one oh one point two | my temperature was a hundred and two | tengo temperatura de treinta y nueve",
        "took my temp this morning before work, 100.9 | thermometer, 101.4 twice yesterday",
        "I've had a low-grade temp off and on this week",
    ),
]

NO_FEVER = _clear(
    "red_flag_in_text",
    "took my temp, 98.4 | took my temp before coming, it's 97.9 | my temp was 99.1 | temp outside was 101",
    "took my bp, 101/70 | took my weight, 101.5 | temperature 36.5 | temp 37.2 so fine",
    "temp was 101 last year with covid | heating pad set to 102 | oven temp 400 | the room temperature was 100",
    "mi temperatura es 36.6 | la temperatura hoy está en 38 afuera",
)

CASES: list[Case] = [
    *named("so:not so", NOT_SO),
    *named("so:denied", DENIED),
    *named("so:all the same", SO_ALL_THE_SAME),
    *named("so:measured", MEASURED),
    *named("so:no fever", NO_FEVER),
]
