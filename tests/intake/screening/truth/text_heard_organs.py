"""What patients call illnesses of heart, lungs, kidneys, liver, sugar and nerves, and being pregnant.

Short forms, lay words, numbers of a laboratory, English and Spanish. Each family stands with its rule.
"""

from collections.abc import Mapping

from tests.intake.screening.truth.case import Case, fires, named, sayings

HEARD: Mapping[str, tuple[tuple[str, ...], str]] = {
    "aneurysm": (
        (
            "aorta measures 4.6 cm | aneurism in my stomach | aortic root dilation | small AAA being monitored",
            "thoracic aortic aneurysm 4.3 | me encontraron un aneurisma en la aorta | tengo la aorta dilatada",
            "triple A repaired? no they're still watching it 4.8",
            "vascular surgeon follows my abdominal aortic aneurysm every 6 months",
            "they found a 5cm aneurysm on my aorta",
            "my aorta is enlarged to 4.2",
        ),
        "aneurysm_known",
    ),
    "brain_artery": (
        ("AVM in my brain | unruptured brain aneurysm",),
        "text_hit_review",
    ),
    "cord_injury": (
        (
            "SCI at C6 | syringomyelia | tethered cord | no muevo las piernas desde el accidente, lesion de medula",
            "I'm a quadriplegic | paralyzed from the chest down | me lesione la medula en un accidente",
            "cervical cord compression | lesión de médula espinal T4 | spinal cord was bruised in a fall",
            "soy parapléjico | wheelchair user, T10 complete spinal cord injury from 1998",
            "compression of my spinal cord in the neck, surgery in 2020",
            "i have a cervical spinal cord injury, incomplete | T12 paraplegic, use a chair",
            "spinal cord tumor removed in 2018",
        ),
        "spine_cord_or_instability",
    ),
    "diabetes": (
        (
            "type 2 on metformin a1c 7.9 | my sugar runs around 250 | A1C of 9 | HTN, DM, CKD 3",
            "diabetico desde los 40",
            "traigo el azucar en 300 | i'm a type 1 | dibetes | diabeties | insulin dependant | se me sube el azucar",
            "my blood sugar is always over 300 | juvenile diabetes | T1 diabetic w/ CGM | diabetes mellitus tipo II",
            "me diagnosticaron diabetes el año pasado | my diabeetus is acting up | my mom and i are both diabetic",
            "tengo diabetes y mi esposo tambien | tengo type 2 diabetes y high blood pressure",
            "[X] Diabetes [] Cancer [] Stroke | diabetes: si / cancer: no / epilepsia: no | soy diabética tipo 2",
            "azúcar en la sangre alta | diabetes since childhood | sugar's been in the 300s",
            "wear a dexcom, type 1 diabetic | my diabetes is under control with diet",
            "been on insulin since i was 14, type 1 | azucar alta desde hace años tomo metformina",
            "epilepsia (no) diabetes (si) cancer (no) | Hello po, I am diabetic and taking metformin and glimepiride",
            "DM2, HTN, HLD | [x] Diabetes [ ] Heart disease [ ] Cancer | yo también soy diabética como mi mamá",
            "I'm diabetic, last A1c 7.1 | adult onset diabetes | me controlan el azúcar con pastillas",
            "on Ozempic for type 2 diabetes",
        ),
        "diabetes_neuropathy",
    ),
    "event90": (
        (
            "heart attak 2 weeks ago | me infarté el mes pasado | had two stents placed 5 weeks ago | TIA on Feb 20",
            "got TPA at the hospital three weeks back | had a stroke on January 10",
            "2 months ago i had a heart attack",
            "me pusieron un stent hace 3 semanas | recent TIA (2 weeks) | me dio un derrame el mes pasado",
            "heart attack on Feb 3rd | DVT last month | had a minor stroke about 6 weeks ago",
            "I had a mild heart attack three weeks ago and am in cardiac rehab",
            "blood clot in my calf diagnosed two weeks ago | sufri un infarto el 20 de enero",
            "had a heart attack four weeks ago and two stents | recien me dio un infarto, hace 20 días",
            "tuve una trombosis hace un mes",
        ),
        "recent_vascular_event",
    ),
    "fainting": (
        (
            "I'm a fainter | i black out when i see blood | i get woozy and pass out with needles | me desmayo facil",
            "syncope last month | fainted twice this week | I usually pass out when I give blood",
            "needles make me faint",
            "vasovagal syncope | tengo tendencia a desmayarme cuando me sacan sangre",
            "i faint at the sight of needles",
            "me mareo y me desmayo con la sangre | passing out spells, doctors don't know why",
            "heads up, I always faint when they draw blood | me pongo blanca y me desmayo con las inyecciones",
            "fair warning i faint when stuck with needles | blood draws make me pass out | I have POTS",
            "siempre me desmayo cuando me inyectan",
        ),
        "fainting",
    ),
    "heart_disease": (
        (
            "blocked arteries, 2 stents | quadrupel bypass | angioplasty 2019 | heart block",
            "heart stopped in 2018, they revived me | WPW ablation | tengo arritmias | arterias tapadas | HFrEF",
            "AFib w/ ablation | my heart only pumps at 30% | hole in my heart | a fib w/ RVR | I have cardiomyopathy",
            "had bypass surgery in 2010 | heart attack x2 | me operaron a corazón abierto",
            "I have coronary artery disease | my heart beats irregular | soy cardiaco | sufro de arritmia",
            "like my dad i have a-fib | me and my brother both have heart disease | tuve heart attack en 2016",
            "enlarged heart | heart valve and bypass | (+) CHF (-) DM (-) CVA | stents in 2012",
            "tuve un ataque al corazón | atrial flutter | me hicieron un bypass | weak heart EF 25",
            "cardiac stents x3",
            "they put three stents in my heart back in 09 | I have congestive heart failure and swell up",
            "tengo una enfermedad del corazón, no recuerdo el nombre | Heart disease: Y   Stroke: N   Diabetes: N",
            "had a funny turn with my heart last year, turned out to be AF, on bisoprolol",
            "padece usted del corazón? si, arritmia | history of afib, ablated 2021",
            "had a widow maker heart attack in 2018 | two stents, one in the LAD | tengo arritmia cardiaca",
            "heart failure with swelling",
        ),
        "cardio_renal_liver",
    ),
    "high_bp_uncontrolled": (
        (
            "blood pressure 200 over 100 | my bp won't come down even on 4 meds | la presion la traigo en 190",
            "BP uncontrolled | my pressure has been 200 over 110 | no puedo controlar la presión, anda en 190",
            "presión de 190/110 esta mañana | my blood pressure stays sky high 185 | severe uncontrolled htn",
            "my blood pressure was 195/105 this morning | my blood pressure is not controlled, i stopped the pills",
            "blood pressure runs 190s over 100s even with meds | my blood pressure is out of control lately",
        ),
        "cardio_renal_liver",
    ),
    "kidney_disease": (
        (
            "GFR 28 | my kidney function is at 30 percent | kidneys are shot | los riñones no me trabajan bien",
            "IgA nephropathy | CRF stage 4 | kidny failure | on the list for a kidney | creatinine 3.2",
            "chronic kidney disease stage 4 | PKD | my kidneys don't filter well | tengo insuficiencia renal",
            "renal insufficiency | mis riñones funcionan al 20% | voy a dialisis los lunes | mis kidneys no funcionan",
            "YES: kidney disease, gout. NO: cancer, stroke | mis riñones ya no sirven",
            "enfermedad renal crónica etapa 3",
            "i only have 20 percent kidney function left | nag dialysis ako, MWF dialysis schedule",
            "me dijeron que mis riñones están trabajando al 30 por ciento | only have one working kidney",
        ),
        "cardio_renal_liver",
    ),
    "liver_disease": (
        (
            "MELD 18 | primary biliary cholangitis | me drenan liquido del abdomen por la cirrosis",
            "liver is scarred from drinking | bad liver, end stage | cirrhosis w/ varices | end stage liver disease",
            "tengo el hígado dañado, cirrosis | autoimmune hepatitis | cirrhosis of the liver",
            "liver failure in 2020, waiting for transplant | tengo cirrosis por hepatitis",
            "i have cirrhosis, sober 4 years | compensated cirrhosis",
        ),
        "cardio_renal_liver",
    ),
    "lung_disease": (
        (
            "C.O.P.D. | on 2 liters O2 | uso oxigeno en la noche | pulmonary hypertension | fibrosis of the lungs",
            "me quitaron un pedazo de pulmon | emphesema | lung collapsed in 2016 | COPD stage 3",
            "i've had a spontaneous pneumothorax | pulmonary fibrosis on Ofev | bronquitis crónica por fumar",
            "tuve tuberculosis de joven | part of my left lung was removed | enfisema pulmonar",
            "uso oxígeno todo el día",
            "chronic bronchitis and emphysema | had TB in 1990 treated 9 months",
            "I'm a retired coal miner with black lung | severe emphysema uses home oxygen 3L",
            "have emphysema and use a concentrator at night | COPD: yes, asthma: no | idiopathic pulmonary fibrosis",
            "I have COPD and get winded? yes | neumotórax espontáneo hace 2 años",
        ),
        "lung_disease",
    ),
    "numb_feet_hands": (
        (
            "pins and needles in both feet all day | cant feel my feet | tengo hormigueo y adormecimiento en los pies",
            "nueropathy in feet | neuropathy in my feet from chemo | can't feel the bottoms of my feet",
            "manos entumidas en la mañana | both hands numb from carpal tunnel | no siento las plantas de los pies",
            "my feet are always numb and tingly | feet are numb from the knees down",
            "burning and numb feet from neuropathy | los dedos de los pies los tengo dormidos",
        ),
        "numb_skin",
    ),
    "pregnancy": (
        (
            "I am with child | 6 months prego | pregnat | I'm having a baby in june | embarazo de alto riesgo",
            "tengo 20 semanas | 2nd trimester | baby due in July | estoy esperando un bebé",
            "I think I might be pregnant",
            "im pregnant 10 weeks and nauseous all the time no bleeding | estoy pregnant de 5 meses",
            "ya tengo 6 meses de embarazo | creo que estoy embarazada | first trimester, very nauseous",
            "twins due in September | just found out im expecting!! about 7 weeks | pregnant - YES / pacemaker - NO",
            "30 weeks with twins, back is killing me | I'm 22 weeks along | pregnant with our second",
            "baby girl due in August",
        ),
        "pregnancy",
    ),
    "seizure": (
        (
            "sz disorder | siezures | seizers since my TBI | staring spells, absence | convulsiono a veces",
            "me dan ataques de epilepsia | JME | last seizure was march 2 | I have epilepsy but it's controlled",
            "tengo epilepsia desde los 15 | alcohol withdrawal seizures last year",
            "me dio una convulsión hace 3 meses",
            "no heart problems no diabetes but i do get seizures | I had a seizure when I was 30",
            "one seizure last summer, no meds | seizures ✔ stroke ✘ | epiléptica",
            "ataques epilépticos controlados con Keppra | i have JME and take depakote | nocturnal seizures",
            "had a grand mal last month | okay so I have a seizure disorder but I haven't had one in like four months",
            "I get seizures if I miss my Lamictal | epilepsia desde niño, ultima crisis hace 2 años",
            "grand mal seizure in November | epileptic since a head injury | my seizures are triggered by lights",
            "tuve dos convulsiones este año",
        ),
        "seizure_disorder",
    ),
    "stroke": (
        (
            "bleed on the brain 2017 | subarachnoid hemorrhage | accidente cerebrovascular | stroke left side weak",
            "isquemia cerebral | trombosis cerebral | had a storke in 2016 | stroke in 2012 w/ R sided weakness",
            "TIA x 3",
            "tuve una embolia en 2010 | hemorrhagic stroke | me dio un stroke hace 3 años | ✅ stroke ❌ seizures",
            "me dio una embolia hace 5 años | i am a stroke survivor | brain hemorrhage 2015",
            "I had two small strokes, my left hand is still slow | tuve un derrame cerebral en 2019",
            "mild stroke last 2018, right side weakness but ok now",
            "brain bleed from a fall years ago? no a real hemorrhagic stroke",
            "had a TIA scare that was confirmed on MRI",
        ),
        "cardio_renal_liver",
    ),
}

CASES: tuple[Case, ...] = tuple(
    case
    for family, (lines, code) in HEARD.items()
    for case in named(f"heard:{family}", [fires(code, anything_else=said) for said in sayings(*lines)])
)
