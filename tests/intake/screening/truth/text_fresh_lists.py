"""Medicines, illnesses and ordinary words of patients from five countries: measured first, mended afterwards."""

from collections.abc import Mapping

from tests.intake.screening.truth.case import Case, fires, named, quiet, sayings

# Of a line that begins with "L:" the rest is the list of medicines.
HEARD: Mapping[str, tuple[str, ...]] = {
    "aneurysm_known": ("abdominal aneurysm 4.2 they scan every year",),
    "anticoagulant": (
        "L: apixaban 2,5 mg 1-0-1, ramipril | L: Pradaxa 110 cada 12h y Concor 5",
        "L: Xarelto 20 mg po qd w/ dinner, metoprolol succ 25, atorva 40 | L: coumadin 5mg M W F, 2.5 the other days",
        "L: Sintrom 4 mg segun control, enalapril 10 | L: acenocoumarol 1 tab, losartan 50 mg, metformina 850",
        "L: Marevan 5 mg, Selozok 50, Sinvastatina 20 | L: eliquiz 5 twice daily; water pill; potassium",
        "L: Clexane 60 mg s.c. c/12h | L: pradaxa150 bid,  lipitor | L: Lixiana 60 Tabl. 1-0-0, Bisoprolol 2.5 1-0-1",
        "L: Tromexane, aldactone 25 | the heart doctor has me on a blood thinner for my afib",
        "tomo un anticuagulante por una trombosis | I inject myself in the belly with Lovenox every morning",
        "me ponen inyecciones de heparina | they check my INR every month",
    ),
    "anticonvulsant_other_use": (
        "L: Depakine 500, Trileptal 300 | L: Valproato de magnesio 200, Carbamazepina 200 mg c/8 hrs",
    ),
    "antiplatelet": (
        "L: aspirina protect 100, Iscover 75 | L: Plavix 75, baby asprin 81, Lipitor",
        "L: clopidogrel 75mg OD, Ecosprin AV 75/10, Telma 40 | L: Brilique 90 x2, Tromalyt 150",
        "L: Pletal 100 bid, Neurontin 300 tid | L: Clopilet A 75 at night, Glycomet GP1",
    ),
    "bleeding_disorder": (
        "blood doesn't clot good, factor nine | factor 8 deficiency mild | me dijeron que tengo hemofilia leve",
        "von willebrands type 1, they give me DDAVP before dentist | mis plaquetas andan en 70 mil",
        "I have ITP, platelets were 45 last time | I bleed a lot because my blood does not clot right",
    ),
    "blood_thinner_stopped": (
        "quit my warfarin two days before this because of the needles | se me termino el eliquis el domingo",
        "had to hold my eliquis since thursday for the tooth | deje el xarelto hace 3 dias por la limpieza dental",
        "stopped last week my plavix because of bruises | ran out of warfarin on sunday, waiting for refill",
        "no he tomado mi anticoagulante desde el viernes | me quitaron la warfarina la semana pasada",
        "pharmacy was out of my Eliquis so nothing since tuesday",
        "I've been taking my last Eliquis on Saturday, none left",
    ),
    "cancer_history": (
        "lost my breast to cancer 6 years ago | breast cancer 2019, done with treatment | tuve cancer de prostata",
        "it has gone to my bones, stage four",
    ),
    "cardio_renal_liver": (
        "me trasplantaron el higado en 2020 | stroke in 2018, left arm still slow",
        "the heart doctor has me on a blood thinner for my afib | dialysis mon wed fri, fistula left arm",
        "me dializan tres veces por semana | congestive heart failure, ef 30 | two stents in 2015",
        "higado graso no, cirrosis si | kidneys only work 25 percent",
    ),
    "diabetes_neuropathy": (
        "L: Tresiba 22 u, NovoRapid 6-6-8 | L: Lantus 20 u at bedtime, humalog sliding scale, metformin 1000",
        "L: glibenclamida 5 mg con metformina 500 | L: Amaryl 2mg, Januvia 100 | L: insulina NPH 15 u manana, 10 noche",
        "type two diabetic, diet only | azucar en la sangre, la tengo en 220 | soy diabetica tipo 2",
        "got the sugar, feet are always numb | mis pies no sienten nada por la azucar",
    ),
    "heart_valve": (
        "they replaced my valve with a cow one | mechanical mitral valve 2011",
        "tengo una valvula de puerco en el corazon | they put in a TAVR last summer | my aortic valve leaks, moderate",
        "me operaron de la valvula del corazon | endocarditis in 2016",
    ),
    "immunosuppressed": (
        "L: methotrexate wkly, folic acid 5mg | L: tacrolimus 1mg bd, myfortic 360",
        "me trasplantaron el higado en 2020 | L: Humira pen every other week, MTX 15 mg sundays, folic acid",
        "L: Prednisone 20 mg daily for PMR, Prolia q6mo | L: Arava 20, hidroxicloroquina 200, prednisona 5mg",
        "L: azatioprina 50 mg 2 tab, mesalazina 500 | L: Prograf 1 mg 2-0-2, CellCept 500",
        "L: Medrol 16mg, Imuran, Plaquenil | me pusieron Enbrel para la artritis | had a new kidney in 2019",
        "I'm HIV positive undetectable | me sacaron el bazo en un accidente | my immune system is shot since chemo",
        "get infusions for my low immunoglobulins",
    ),
    "implanted_electronic_device": (
        "I carry a little box under my collarbone for my heart rhythm",
        "I have a pacer from Medtronic, battery changed in 2022 | me pusieron un aparato en el pecho para el corazon",
        "there's a defibrilator in my chest | got a spinal cord stim for pain, dont use it much",
        "bladder pacemaker (interstim) | insulin pump on my hip and a cgm | tengo implante coclear",
        "a little heart monitor under the skin | marcapasos desde 2018, revisado en mayo",
    ),
    "lung_disease": (
        "oxygen at night for my COPD | COPD, on inhalers | my lung collapsed in 2014 | tengo enfisema por el cigarro",
    ),
    "lymphedema": (
        "had lymph nodes out under left arm with the mastectomy | my arm swells since they took the nodes",
        "me quitaron los ganglios de la axila",
    ),
    "neutropenia_risk": (
        "my white count is too low from the chemo | me bajaron los globulos blancos con la quimio",
        "on chemo right now, round 4",
    ),
    "numb_skin": ("pies dormidos por neuropatia",),
    "osteoporosis": (
        "L: alendronato 70 semanal, calcio | my bones are thin, doctor says osteoporosis",
        "brittle bones, get a shot every 6 months | fractura por aplastamiento de vertebra, osteoporosis",
    ),
    "pregnancy": (
        "cinco semanas de embarazo apenas | I am 7 weeks along | baby due in june | tengo 20 semanas de embarazo",
        "estoy en cinta de 3 meses | took a test, two lines | we just found out were expecting",
        "hay un bebe en camino, segundo trimestre",
    ),
    "recent_vascular_event": (
        "mini stroke last month | heart attack 6 weeks ago with one stent | me dio una embolia hace un mes",
    ),
    "seizure_disorder": (
        "L: Keppra 500 bid, lamictal 100 | L: Epamin 100mg x 3, acido folico | L: levetiracetam 1g 1-0-1, Briviact 50",
        "I take fits once a month | me dan convulsiones si no duermo | had a seizure in april, first one",
        "sufro de ataques epilepticos desde niña | I have spells where I black out and jerk, neurologist says epilepsy",
    ),
    "seizure_remote": ("I had fits as a teenager, none since",),
    "skin_infection": (
        "I have shingles on my ribs | una llaga infectada en el talon | open sore on my ankle that has pus",
        "tengo culebrilla en la espalda, con ampollas | cellulitis in left leg, on keflex",
        "un uñero infectado en el dedo gordo | shingles blisters across my ribs since friday",
        "staph boil on my buttock being drained",
    ),
    "vascular_access": (
        "me pusieron un puerto para las quimios | port in my chest for chemo | dialysis mon wed fri, fistula left arm",
        "me dializan tres veces por semana | tengo cateter para la quimio",
    ),
}
ORDINARY: tuple[str, ...] = (
    "I fall apart when I hear sad songs | both my kids play soccer | my aunt fell and broke her hip last week",
    "no he tenido caidas ni golpes | haven't fallen or been in any accident | I fell ten years ago and it healed",
    "car accident in 2015, that is when it started | tuve un accidente de carro hace 8 años",
    "worried I might fall on the ice | I leak oil on my driveway, old truck | both legs are fine, just the back",
    "no numbness in either leg | my legs get tired, both, after 8 hours standing | no tengo aneurisma",
    "the aneurysm screening was normal | me caen pesados los frijoles | se me cayo el celular",
    "watching my weight, not falling for diets | I never lose control of my bladder | I had a spinal tap in 1990",
    "rash on both legs from poison ivy | waiting for the fall weather to cool down",
    "the crash of my computer cost me a week | my ex hit on the neighbor | los niños brincan y me tiran las cosas",
    "my water bottle leaks in my bag | headache from the new glasses | no me he caido",
    "choque cultural cuando llegue a este pais | my friend crashed his car, I drive him around now",
    "fell in with a good crowd at the gym | I used to fall a lot as a toddler | no accidents, no falls, nothing",
    "my roof leaks and I carried buckets | both of my daughters dance",
    "legs are numb from the cold when I surf, goes away | lost 12 pounds with weight watchers",
    "my husband lost 20 pounds without trying | I walk like my father did | clumsy dancer but healthy",
    "my fingers are fine, I play piano | balance is good, I do yoga | the headache comes when I sit at the computer",
    "I had an epidural with my first baby in 2008 | mi hermano choco su carro | mi papa tiene un aneurisma",
    "me golpea la musica de mis vecinos | el accidente de mi vecino me asusto | no pierdo el equilibrio",
    "baby kicks a lot, my sister is pregnant | pushing through the pain at work | my dog pees on the bed",
    "I can pee fine | no chest pain ever | L: enalapril 10 mg, amlodipine 5, vitamin b12",
    "L: omeprazole 20, cetirizine 10 mg, fluticasone spray | I fell head over heels for salsa dancing",
    "fall semester starts and I sit more | the market crash made me stressed | I bumped into my old teacher",
    "hit the gym both days | my cat fell off the shelf | my daughter was in a car accident last week, she is fine",
    "I was rear ended in 2009 | both legs feel strong | legs sore after leg day | I drip sweat in hot yoga",
    "the faucet drips and keeps me awake | no leaks from the wound, healed well in 2020",
    "my baby is quiet so I finally sleep | down 10 pounds thanks to my trainer | I have good balance and strong hands",
    "sin debilidad ni adormecimiento | no me he golpeado ni caido | mi abuela se cayo el domingo",
    "I always pee before bed | bladder is normal | I control my portions | chills from the scary movie",
    "my heart is full of gratitude | my bottom line is I want less pain | sitting on a hard chair hurts my behind",
    "grip tape on my racket is new | my arm tattoo is healing | wake up on the wrong side of the bed | I never fainted",
    "fell in love with yoga, it helps my back | my brother had a stroke so I worry",
    "no blood thinners, no pacemaker, not pregnant | I used to smoke, quit 10 years ago",
    "my dog has seizures and I carry him down the stairs | mi esposo toma xarelto, yo no tomo nada",
    "no tengo diabetes ni presion alta | I fall asleep at 10 every night | the pain crashes my mood",
    "work is killing me | me muero de risa con mis nietos | my heart goes out to my sister who lost her baby",
    "it breaks my heart that I can't dance | I have a weak spot for chocolate",
    "my back feels stiff as a board in the morning | caí en cuenta que duermo mal",
    "fall is my worst season for the pain | my computer crashed and I had to sit all night",
    "my car leaks oil so I bend over a lot | the roof leaked and I mopped the whole weekend",
    "mi mama es diabetica y vive conmigo | quisiera poder agacharme a jugar con mis hijos",
    "want to get back to running 5k by spring | no fever no weight loss no night sweats",
    "never had surgery, never broke a bone | allergic to penicillin when I was a kid, just a rash",
    "I am a nurse in a dialysis unit, on my feet 12 hours | I teach CPR and pacemaker safety",
    "I'm dying to try acupuncture | dead tired after work but otherwise fine",
    "my legs are tired at the end of the day, both of them | I cross my legs and my foot falls asleep for a minute",
    "my hand falls asleep if I sleep on it | pins and needles are what I expect from acupuncture ha",
    "hurts when I sit, better when I lie down | dolor en la cintura desde hace 2 años, va y viene",
    "me duele cuando me agacho, se quita con calor | trabajo de albañil y cargo mucho peso",
    "soy maestra, paso todo el dia parada | no fumo, no tomo alcohol | mi suegra tiene marcapasos",
    "my coworker had a blood clot from the pill | what if I get pregnant later, can I continue?",
    "could needles cause a collapsed lung? I read that online | is it safe if somebody takes aspirin?",
    "planning to try for a baby next year maybe | L: vitamin D 2000, magnesium glycinate, zinc",
    "L: Tylenol 500 prn, Claritin 10 | L: losartan 50, atorvastatina 20, omeprazol 20 mg",
    "L: Synthroid 75 mcg, birth control pill, multivitamin | L: amlodipino 5 mg, hidroclorotiazida 25, levotiroxina 50",
    "L: ibuprofen gel on the knee now and then | L: nothing, just tea | L: nada | L: none really",
    "L: metoprolol 25, lisinopril 10 mg, simvastatin 40mg | L: sertraline 50, trazodone 50 qhs",
    "L: paracetamol 500 cuando me duele | L: lansoprazole 30, salbutamol inhaler prn",
    "L: pantoprazol 40, calcio con vitamina D, tramadol gotas | I never bruise easily and I clot fine",
    "doctor ruled out cancer and infection | MRI shows no fracture no tumor | the xray was normal",
    "they thought it was shingles but it was a bug bite | pregnancy tests all negative",
    "no numbness, no weakness, bladder and bowels normal | I can feel everything when I wipe, no problems down there",
    "peeing fine, no accidents | I pee a lot because I drink 3 liters of water",
    "I get up once at night to pee, same for years | my baby wets the bed and I change sheets at 3am",
    "my toddler runs a fever every month | there was a fever in the house but I did not get it",
    "the flu shot gave me a sore arm | hot flashes since menopause | sweat a lot when I run",
    "short of breath only when I run up a hill with my backpack | my chest muscles are sore from bench press",
    "I had chest pain in 2012, they said it was reflux | passed out drunk in college once",
    "broken heart syndrome is a song I like | my knee swells after tennis | ankles swell a bit on planes, both",
    "heel pain and flat feet | I lost my sight of the goal haha | my vision is fine with glasses",
    "headache from the computer, every friday | migraine with mom when I was little, she had it",
    "period is regular, cramps on day one | mi regla es normal | I fell behind on my exercises",
    "I tripped on my words at the interview | took a trip to Mexico in a car for 12 hours",
    "car accident in 1998, whiplash, healed | fell off a bike as a kid | me cai de chiquito de un arbol",
    "my husband fell last week and I lift him | my uncle died from an aneurysm",
    "aneurysm runs in my mothers family but my scan was clear | my insurance is from the county",
    "I am tired of this pain and want it gone | sick of pills, want something natural | I can't live without coffee",
    "can't stand long lines | I could kill for a good massage | my boss is a pain in the neck",
    "the stairs at home are steep, I use the rail | I lost 5 pounds on purpose with my trainer",
    "weight stable for years | I wake at night because of my newborn | dormir de lado me molesta el hombro",
    "hago natacion los martes | mi hijo tuvo fiebre la semana pasada",
    "se me cayo el pelo despues del parto hace dos años | me caen bien los masajes | no soy alergica a nada",
    "a bee stung me last summer, only a little swelling | my massage therapist hurts me a bit but good pain",
    "tattoo on my back is new but healed | I worked at a cancer charity for years | quiero volver a cargar a mi nieto",
)


def _told(code: str, said: str) -> Case:
    listed = said.removeprefix("L: ")
    return fires(code, meds_list=listed) if listed != said else fires(code, anything_else=said)


CASES: tuple[Case, ...] = (
    *(
        case
        for code, lines in HEARD.items()
        for case in named(f"fresh:{code}", [_told(code, said) for said in sayings(*lines)])
    ),
    *named(
        "fresh:ordinary",
        [
            quiet("red_flag_in_text", "crisis_words", "crisis_words_check", anything_else=said.removeprefix("L: "))
            for said in sayings(*ORDINARY)
        ],
    ),
)
