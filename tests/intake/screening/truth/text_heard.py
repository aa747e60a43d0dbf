"""What patients call illnesses of blood, nerves, bones, skin and defences, and what was put in: short forms, lay words, numbers
of a laboratory, English and Spanish. Each family stands with the rule that it must raise.
"""

from collections.abc import Mapping

from tests.intake.screening.truth.case import Case, fires, named, sayings

HEARD: Mapping[str, tuple[tuple[str, ...], str]] = {
    "ankylosis": (
        (
            "tengo la columna pegada por la espondilitis | AxSpA on humira | ank spond | DISH of thoracic spine",
            "ankylosing spondilitis | my neck is fused from AS | espondilitis anquilosante HLA B27",
            "spondylitis, my whole spine is fused | anquilosis de columna",
            "rheum says I've got ankylosing spondylitis, HLA-B27 positive",
            "mi columna está fusionada por la espondilitis anquilosante | Morbus Bechterew seit 1999",
            "I've AS with a fused neck",
        ),
        "ankylosed_spine",
    ),
    "bleeding_disorder": (
        (
            "plt 45 | platelets are always low | my blood won't clot | low platelettes | plaketas bajas",
            "hemophilia A carrier? no, I have mild hemophilia A | ITP, last plt 38k | vWD type 1 | factor XI deficiency",
            "platelet disorder | tengo plaquetas bajas por el hígado | sangro mucho porque tengo von Willebrand",
            "las plaquetas me salieron en 80 mil | factor VIII deficiency | tengo la enfermedad de von Willebrand",
            "doc says my platelets are 60 thousand | low platelet count from liver problems",
            "mild hemophilia, factor 8 around 12 percent | I have low platelets, around 70 | clotting factor deficiency",
            "I was born with hemophilia",
        ),
        "bleeding_disorder",
    ),
    "cancer": (
        (
            "brain tumor removed 2019 | DCIS left breast | i see an oncologist every 6 months",
            "had radiation treatments for my prostate | me quitaron un seno | me quitaron la matriz por cancer",
            "polycythemia vera | neuroendocrine tumor | leukimia at age 12 | tumor in my pancreas | ca de mama 2018",
            "me dieron radiaciones | breast cancer survivor since 2008",
            "I've been in remission from Hodgkins since college | they cut out a melanoma from my shoulder",
            "stage 2 colon cancer, resection 2021 | waiting for biopsy results, likely lymphoma",
            "me estan tratando cancer de prostata | me detectaron un tumor maligno en el riñon",
            "had testicular cancer at 24 | on tamoxifen after breast cancer | multiple myeloma smoldering",
            "CLL watch and wait | uterine ca, total hysterectomy | my sister and I both had breast cancer",
            "estoy en remision de cancer de tiroides | ✓ cancer  ✗ diabetes ✗ stroke",
            "Yes - cancer (breast). No - everything else | me sacaron un tumor canceroso del colon",
            "soy sobreviviente de cáncer de mama | me dieron quimio y radiación en 2018",
            "ya estoy libre de cáncer desde 2020 | skin cancer on my back, melanoma | tumor cerebral operado",
            "rectal cancer with colostomy | oral cancer, jaw surgery | had a whipple for pancreatic cancer",
            "chronic lymphocytic leukemia",
            "Hi Dr. Kim, just a heads up that back in 2017 they found lymphoma in my neck and I did six rounds of R-CHOP, all clear now",
            "after my mastectomy i've had shoulder pain | ☐ Heart ☑ Cancer ☐ Diabetes",
            "Hiya, had a bit of bowel cancer two years back, all sorted now, bag reversed",
            "HX OF BREAST CA S/P LUMPECTOMY 2019 | a mí me dio cáncer de cérvix en 2015",
            "Non small cell lung cancer, stage 1, lobe removed",
            "they're watching a spot because I had kidney cancer in 2019 | had my prostate out for cancer",
            "basal and also melanoma in situ 2020 | cáncer de colon operado, ya en revisiones",
            "me falta un seno por el cancer | lukemia survivor, bone marrow transplant",
        ),
        "cancer_history",
    ),
    "heart_valve": (
        (
            "bicuspid aortic valve | moderate mitral regurg | valve replacement x2 | la válvula mitral no me cierra bien",
            "i had a heart valve fixed | aortic insufficiency | MVR 2016 | i have a leaky mitral valve",
            "St. Jude aortic valve 1999 | repaired valve | tengo una valvula mecanica y tomo warfarina",
            "two heart valves replaced | estenosis aórtica severa | i was born with a bicuspid valve",
            "had rheumatic fever and my valve leaks | me pusieron una válvula nueva en el corazón",
            "insuficiencia mitral moderada | my heart valve doesn't close all the way | mitral valve repair w/ ring",
            "my cardiologist put in a tissue valve last spring so i need antibiotics before dental work",
            "had TAVI done at Cedars, feeling great | needed a new mitral valve in 2020 | mechanical heart valve, clicky",
            "severe mitral regurgitation | tengo una válvula de cerdo",
        ),
        "heart_valve",
    ),
    "immune_weak": (
        (
            "my immune system is really bad | CD4 is 180 | I don't have a spleen | AIDS since 1994 | poz, on biktarvy",
            "heart transplant | me trasplantaron un riñón | tengo VIH | H.I.V. positive | IgA deficiency",
            "waiting after liver tx 2020 | doc says i'm immunocompromised | kidney txplant 2011",
            "I have CVID and get IVIG | my immune system doesn't work well",
            "sickle cell trait? no, full sickle cell disease | tengo las defensas bajas por el tratamiento",
            "me sacaron el bazo de niño | stem cell transplant in 2019 | me hicieron un transplant de riñon",
            "tengo lupus y mis defensas estan bajas por los medicamentos | recibí un trasplante de hígado",
            "me falta el bazo | living with HIV since 2005 | immune deficiency",
            "on anti rejection meds for my kidney transplant | I take tacrolimus because of my kidney transplant in 2015",
            "lost my spleen in a motorcycle crash | padezco de VIH pero estoy controlado",
            "post renal transplant since 2017 | HIV+ on Biktarvy, undetectable",
            "rheumatologist says I'm immune suppressed from Rituxan | no immune system because of chemo",
            "had a bone marrow transplant as a teen | i'm asplenic | VIH controlado con tratamiento",
        ),
        "immunosuppressed",
    ),
    "implanted_electronic_device": (
        (
            "device in my chest that keeps my heart going | i have a box under my collarbone for my heart rhythm",
            "LINQ monitor | traigo una pila en el corazon | tengo un aparato en el pecho que me da toques",
            "nerve stimulator implanted in my butt | boston sci stim in my back | stimulater in my spine | medtronic pump",
            "bomba de insulina | leadless pacemaker | pacemakr | implante coclear | brain implant for tremor",
            "pacemaker/defib combo | I have a St Jude stimulator for my legs pain",
            "spinal stim trial next month, permanent one already in from 2020 | gastric stimulator | bilateral cochlears",
            "i wear a tandem insulin pump | VNS for epilepsy | le pusieron marcapasos? si, a mi, en 2020",
            "phrenic nerve pacer | tengo pacemaker desde 2019 | medtronic device under my skin for pain",
            "battery pack in my hip from the spinal stimulator | tengo un aparato en el corazón",
            "magnet sensitive, pacemaker | Pacemaker: YES Metal: NO Pregnant: NO | tengo un marcapaso",
            "aparato para la epilepsia en el pecho (VNS) | tengo un estimulador de columna",
            "electrodes in my brain for Parkinson's | subcutaneous ICD | intrathecal pump",
            "heart monitor implanted under the skin | PT HAS A PACEMAKER PLACED 2021 NO OTHER IMPLANTS",
            "my cardiologist implanted a leadless pacemaker last summer | spinal cord stim (Nevro) turned off right now",
            "Nevro stimulator implanted L side | I've got a dual chamber pacemaker | the Inspire thing for sleep apnea",
            "heart loop recorder under the skin | t-slim insulin pump and dexcom | llevo marcapasos desde hace 5 años",
        ),
        "implanted_electronic_device",
    ),
    "lymphedema": (
        (
            "lymphedema sleeve left arm | had 14 nodes taken out | sentinel node biopsy left | vaciamiento axilar",
            "se me hincha el brazo desde que me quitaron los ganglios | arm lymphedema post mastectomy",
            "me quitaron 12 ganglios del brazo derecho | linfedema pierna izquierda | lymph nodes removed under right arm",
            "brazo hinchado por linfedema | i have secondary lymphedema in both legs",
            "after my mastectomy they took all the nodes on the right so no needles or bp on that arm",
            "they removed 18 lymph nodes so please avoid left arm | lymphedema after cervical cancer",
            "surgeon took out lymph nodes under both arms",
        ),
        "lymphedema",
    ),
    "neutropenia": (
        (
            "ANC 0.8 | white cells are down | my white blood count dropped to 1.9 | leucocitos bajos | neutrófilos en 900",
            "my white cell count is very low from the chemo | neutropenic precautions right now",
            "leukopenia from clozapine | mis glóbulos blancos están muy bajos | low neutrophils | wbc count was 2.1",
            "quimio me bajó los glóbulos blancos | just finished chemo and my counts are in the basement",
            "my neutrophils were 700 on monday | ANC is 600 after last round | my white blood cells are super low",
            "I have chronic neutropenia",
        ),
        "neutropenia_risk",
    ),
    "osteoporosis": (
        (
            "T-score of -2.9 | had kyphoplasty at L1 | glass bones | vertebral compression fx | huesos muy debiles",
            "my spine has two crushed vertebrae from thin bones | i have brittle bones and broke my hip at 58",
            "osteoporosis on Prolia | fractura por compresion L2 | my bones are like swiss cheese",
            "same as my mother i have osteoporosis | osteoporosis avanzada | tengo los huesos frágiles",
            "I've had 3 compression fractures in my spine | bones break easily",
            "my last dexa scan said osteoporosis in the hips | tengo osteoporosis y me quebré la muñeca dos veces",
            "broke two vertebrae just bending over, osteoporosis | la densitometría salió con osteoporosis",
            "severe osteoporosis, T12 fracture from sneezing | bone density is -3.4",
        ),
        "osteoporosis",
    ),
    "skin_infection": (
        (
            "open sore on my ankle that won't heal | wound on my shin draining yellow | non healing ulcer left heel",
            "going to wound care twice a week | tengo una llaga abierta en el talon | herida que no cierra",
            "cut on my palm is red hot and swollen with red streaks | me salio un nacido en la axila",
            "my incision is leaking and smells bad | cellulitus both legs | infeccion en la una del pie",
            "my belly button piercing is infected | i have athletes foot that turned into cellulitis",
            "bug bite on my calf got infected, on doxy | rash with pus bumps on my back | got a nasty boil in my armpit",
            "carbuncle | me pico una arana y se me puso roja e hinchada con pus | tengo el dedo gordo infectado",
            "I'm on antibiotics for a skin infection | diabetic foot ulcer | MRSA in my nose and thigh",
            "tengo una infection en la pierna con pus | lump on my back turned into an abscess",
            "had an infected cyst lanced on tuesday | wound from surgery opened up and is draining",
            "tengo una bola de pus en la espalda | se me enconó la herida | traigo un uñero infectado",
            "pie diabético con úlcera | la cortada se me hinchó y está caliente y roja",
            "fuegos y ampollas de herpes zóster en la cintura | blood poisoning red line going up my arm",
            "ingrown hair that's infected on my bikini line | bed sore on tailbone | my surgical site is infected",
            "I stepped on a nail last week and now the bottom of my foot is infected, urgent care gave me augmentin",
            "GP says the sore on my leg is infected and put me on flucloxacillin | MY BIG TOE IS INFECTED AND OOZING",
            "had a hangnail that's now full of pus | my leg is red and warm, doc says cellulitis again",
            "spider bite turned into a big infected hole | staph in the incision from my knee surgery | erysipelas",
            "vesículas de herpes zoster | se me infectó una muela y la cara? no, la piel del cachete, con pus",
        ),
        "skin_infection",
    ),
    "vascular_access": (
        (
            "catheter in my neck for dialysis | I have a port in my chest | port gets flushed every month",
            "tengo una fistula en el brazo | peritoneal dialysis | power port R chest | I've a port for infusions",
            "tunneled dialysis cath in right chest | fistula in left arm, do not touch | tengo un puerto para la quimio",
            "tengo un catéter en el pecho | portacath still in | still have my mediport, gets flushed every 6 weeks",
            "hemodialysis 3x week, fistula right arm | port in upper chest from chemo, not removed yet",
            "PICC line in my arm",
        ),
        "vascular_access",
    ),
}

CASES: tuple[Case, ...] = tuple(
    case
    for family, (lines, code) in HEARD.items()
    for case in named(f"heard:{family}", [fires(code, anything_else=said) for said in sayings(*lines)])
)
