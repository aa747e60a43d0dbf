"""What people write whom nobody here asked: short forms, lay words, words that run together, accidents that are no cry.

Each heading is a kind; beside the sentences that fire stand those that lie close and stay quiet.
"""

from tests.intake.screening.truth.case import Case, clear, fires, instead, named, quiet, sayings


def _fire(code: str, *lines: str) -> list[Case]:
    return [fires(code, anything_else=text) for text in sayings(*lines)]


def _clear(code: str, *lines: str) -> list[Case]:
    return [clear(code, anything_else=text) for text in sayings(*lines)]


def _quiet(code: str, *lines: str) -> list[Case]:
    return [quiet(code, anything_else=text) for text in sayings(*lines)]


def _listed(code: str, *lines: str) -> list[Case]:
    return [fires(code, meds_list=text) for text in sayings(*lines)]


def _listed_clear(code: str, *lines: str) -> list[Case]:
    return [clear(code, meds_list=text) for text in sayings(*lines)]


RUN_TOGETHER = [
    *_listed("anticoagulant", "lisinopril10mgeliquis5mgmetformin500mg | rosuvastatin20mgjantoven3mg | eliquis5mg2xday"),
    *_listed("antiplatelet", "plavix75mgdaily | metoprolol25mgbrilinta90mg"),
    *_listed("diabetes_neuropathy", "metformin500mgglipizide5mg"),
    *_listed("medicine_not_read", "lisinopril10mgzyvarexol5mg"),
    *_listed_clear("medicine_not_read", "omeprazole20mgsertraline50mg | simvastatin20mgs at night"),
]
WHAT_IT_IS_FOR = [
    *_listed(
        "anticoagulant",
        "pills to thin my blood | something to keep my blood from clotting | something for blood clots",
        "medicine that keeps my blood thin | pills for blood clots | to prevent blood clots | nicoumalone 3mg",
        "lo que me da el seguro para la sangre | medicina para que no se me coagule la sangre",
        "pastilla para los coagulos | tabletas para la sangre | algo para la sangre",
    ),
    *[quiet("anticoagulant", meds_list=text) for text in sayings("iron for my blood | hierro para la anemia")],
]
NOTHING_TAKEN = [
    *_listed_clear(
        "medicines_unread",
        "nada por el momento | ningun medicamento | not on anything | not on any meds | nothing at the moment",
        "no tomo medicamentos | none at this time | potassium chloride 10 meq | muscle relaxer, tramadol",
    ),
]
ENDS = [
    *_fire(
        "blood_thinner_stopped",
        "I let my xarelto lapse last weekend | My Xarelto lapsed on Friday | threw out my Plavix last week",
        "I cant afford my eliquis so I have not taken it in a week | couldnt afford Brilinta this month",
        "stopped Plavix a fortnight ago | Eliquis on pause until after surgery | Xarelto was cut last Friday",
        "on break from Plavix since Saturday | me falta el eliquis desde hace 2 dias",
    ),
    *_quiet(
        "blood_thinner_stopped",
        "threw my back out last week, on Plavix | let me know if Eliquis is a problem | Dr let me stay on Eliquis",
        "I take Eliquis but it costs a lot | can I afford to miss my Eliquis",
        "my surgeon cut my thigh last week and I am on Eliquis",
    ),
]
LAY_WORDS = [
    *_fire("implanted_electronic_device", "I have a defibulator | defribulator put in 2020 | spinal cord stimulater"),
    *_fire("heart_valve", "heart valve is metal | valve is mechanical"),
    *_fire("lung_disease", "I have emphazema | enphysema"),
    *_fire("numb_skin", "se me duermen los pies | lost feeling in my feet | se me adormecen las manos"),
    *_fire("cardio_renal_liver", "had bypass in 2011 | irregular heart beat | widow maker in 2018 | quintuple bypass"),
    *_fire("aneurysm_known", "bulge in the aorta"),
    *_fire("skin_infection", "big boil on my butt | nasty boil under my arm"),
    *_fire("bleeding_disorder", "plt 42 | plt 90"),
    *_fire("cancer_history", "colon ca 2018 | prostate ca | thyroid ca 2004"),
    *_fire(
        "pregnancy",
        "baby due in june | voy a tener un bebe en agosto | con 20 semanas de gestacion | my pregnancy is high risk",
        "due date is April 12 | bun in the oven | vamos a tener gemelos | embarazo de 30 semanas",
        "mi fecha de parto es en mayo | due in July with my second",
    ),
    *_clear(
        "cardio_renal_liver",
        "gastric bypass 2014 | irregular periods | stroke my cat every evening | our tia lives here",
    ),
    *_clear(
        "pregnancy", "my due date for taxes is April | queremos quedar embarazados | rent due in may with my deposit"
    ),
    *_clear("cancer_history", "I live in Los Angeles CA | my dad had lung ca | skin care"),
    *_clear("skin_infection", "I boil herbs"),
]
SIGNS = [
    *_fire(
        "red_flag_in_text",
        "tingling between the legs | my butt cheeks are numb | can't tell when my bladder is full | I soil myself",
        "I wear adult diapers | uso pañal | I drop things all the time | can't walk on my toes | sudores por la noche",
        "se me cae el pie al caminar | heaviness in my chest | se me durmio la mitad de la cara",
        "can't see out of my left eye since yesterday | leg is twice the size of the other | nosebleed wont stop",
        "wont stop bleeding since this morning | my foot doesnt lift",
    ),
    *_clear(
        "red_flag_in_text",
        "fever blister on my lip | hay fever every spring | cabin fever from working at home | butt hurts when I sit",
        "I drop my kids at school | changing diapers hurts my back | fiebre del heno",
    ),
    *_fire("red_flag_in_text", "had hay fever and now real fever 102"),
]
ABOUT_WHOM = [
    *_clear(
        "text_hit_review",
        "my son has type 1 diabetes and I am exhausted | my mom had a stroke last month and I lift her",
        "my husband had a heart attack last week and I am worn out | my mother has a pacemaker and I drive her",
        "I teach people with epilepsy | trabajo con pacientes de cancer",
    ),
    *_fire("bleeding_disorder", "my brother has hemophilia and so do I | my dad has hemophilia and I have it too"),
    *_fire("diabetes_neuropathy", "my sister is diabetic and I am too | my mom is diabetic, me too"),
    *_fire("diabetes_neuropathy", "I work with people and have diabetes | cuido personas mayores y tengo diabetes"),
    *_fire("seizure_disorder", "I work with patients and I have epilepsy"),
]
CRISIS = [
    *_fire(
        "crisis_words",
        "I'd rather be dead | me quiero quitar la vida | I don't see a reason to keep living | self harm in the past",
        "I hurt myself on purpose | thoughts of hurting myself | quiero lastimarme | la vida ya no tiene sentido",
        "I cut myself in the kitchen when I am sad | I hurt myself on purpose at work | me corto con una navaja",
        "I want to hurt myself at work | I see no reason to go on living | I was cutting myself as a teen",
    ),
    *_fire(
        "crisis_words_check",
        "sometimes I wish I wouldnt wake up | whats the point of living | i hate my life | mi vida no vale nada",
        "quisiera desaparecer | ojala no despertara | can't live like this anymore | I took an overdose last year",
    ),
    *_clear(
        "crisis_words",
        "I hurt myself lifting a box | hurt myself at work in 2020 | cut myself shaving | hurt myself skiing",
        "tengo miedo de lastimarme en el gimnasio | suicide prevention volunteer",
        "I hate my job | wish my phone were not dead",
    ),
]

CASES: list[Case] = [
    *named("strangers:run together", RUN_TOGETHER),
    *named("strangers:what it is for", WHAT_IT_IS_FOR),
    *named("strangers:nothing taken", NOTHING_TAKEN),
    *named("strangers:ends", ENDS),
    *named("strangers:lay words", LAY_WORDS),
    *named("strangers:signs", SIGNS),
    *named("strangers:about whom", ABOUT_WHOM),
    *named("strangers:crisis", CRISIS),
    *named("strangers:two", [instead("red_flag_in_text", anything_else="I have hay fever, no fever now")]),
]
