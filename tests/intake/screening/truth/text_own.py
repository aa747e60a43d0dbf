"""What people tell of themselves: an end of a blood thinner in figures and words, warning signs, illnesses."""

from tests.intake.screening.truth.case import Case, fires, named, sayings


def _fire(code: str, *lines: str) -> list[Case]:
    return [fires(code, anything_else=text) for text in sayings(*lines)]


STOPPED = [
    *_fire(
        "anticoagulant",
        "I've been on eliquis ever since my ablation | should I stop my Eliquis before acupuncture?",
        "I will stop my Xarelto next week for a procedure | stopped warfarin in 2022 and now take Eliquis",
        "switched from Xarelto to Eliquis two weeks ago | I'm worried I'll run out of Eliquis",
        "I forgot my Eliquis once in 2019 | a veces se me olvida el Xarelto | do I need to hold my Xarelto?",
        "started back on Eliquis last Monday | me dieron Eliquis después de la ablación",
        "I won't stop my Eliquis for this",
    ),
    *_fire(
        "anticoagulant_high_risk",
        "desde el 2015 tomo warfarina | they started me on Coumadin after the clot 6 years ago",
        "I never miss my warfarin | sometimes I miss a dose of warfarin | rarely skip my Plavix... I mean Eliquis",
        "been taking Coumadin since my valve in 2010 | sigo con la warfarina | coumadin dose lowered last week",
    ),
    *_fire(
        "antiplatelet",
        "got prescribed clopidogrel last year",
    ),
    *_fire(
        "blood_thinner_stopped",
        "I quit taking my Eliquis about a week ago because of bruising",
        "ran out of warfarin and the refill isn't in yet | my xarelto was stopped by the surgeon on monday",
        "dentist told me to hold plavix for the extraction | I have been skipping my eliquis cuz it costs too much",
        "no me he tomado el xarelto desde el domingo | se me acabó la warfarina",
        "el doctor me quitó el clopidogrel hace una semana",
        "suspendí el eliquis hace 3 dias por la extraccion de una muela",
        "I'm holding my pradaxa until after the colonoscopy | blood thinner on hold since Thursday",
        "forgot my eliquis the past three days | off Coumadin 5 days now | they took me off Brilinta last week",
        "haven't been able to get my Xarelto filled for two weeks",
        "pharmacy is out of my Eliquis so I've had none since Saturday | I weaned myself off plavix last week",
        "my Eliquis ran out yesterday | discontinued Xarelto 03/10",
        "I only took half my Eliquis doses and then nothing since the weekend",
        "me dijeron que dejara de tomar el Plavix antes de venir | stopped eliquis on 3/12 for surgery",
        "last eliquis was 4 days ago | lost my bottle of warfarin so i havent taken it since friday",
        "I put my Xarelto on pause, surgery is next Tuesday | I skipped my Eliquis last night",
        "I missed one dose of Xarelto yesterday | skipping Eliquis this week | I stopped my blood thinner on Friday",
        "dejé el anticoagulante el viernes | I missed a dose of my warfarin | se me olvidó tomar el Eliquis",
        "I was hospitalized because I missed Eliquis",
        "my doc had me stop the Eliquis two days ago before the injection | off xarelto since last Thursday",
        "I let the Plavix prescription run out last weekend | havent taken coumadin in a week",
        "ya no tomo Xarelto desde el lunes | me quitaron el anticoagulante antier | Brilinta held 5 days for biopsy",
        "I quit Effient cold turkey Sunday | I stop mi warfarina last week porque sangraba",
        "llevo tres días sin tomar el Eliquis | told by oral surgeon to stay off Xarelto til Monday",
        "no Eliquis since Wednesday because insurance | pradaxa upset my stomach so I quit it 4 days ago",
        "eliquis paused for endoscopy tomorrow | took my last Brilinta 5 days ago",
    ),
    *_fire(
        "cardio_renal_liver",
        "cardiologist put me on Xarelto in 2021 after they found afib",
    ),
    *_fire(
        "minor_bleeding_risk_med",
        "out of ibuprofen",
    ),
]

SIGNS = [
    *_fire(
        "crisis_words",
        "no quiero vivir más | thinking about ending my life",
    ),
    *_fire(
        "crisis_words_check",
        "I'm so tired of living like this",
    ),
    *_fire(
        "red_flag_in_text",
        "took my temp, 101.1 | temp was 38.6 yesterday | running 102 since last night | thermometer said 39.1",
        "tuve 38 y medio anoche | I've been feverish and shaking",
        "checked my temperature this morning and it was a hundred and one point five",
        "low grade fever of 100.6 for three days | me tomé la temperatura y salió 38.4 | can't feel it when I wipe",
        "my privates went numb last week | numb around my tailbone and rear end",
        "siento dormida la parte de abajo donde me siento | I've wet the bed twice this month",
        "have to push to get pee out | no aguanto la orina, se me sale | I pooped my pants without knowing",
        "left foot slaps the floor when I walk | my leg buckled twice coming down stairs",
        "my grip is getting weaker and I drop cups | se me dobla la pierna al caminar",
        "chest feels heavy like someone sitting on it | getting winded walking to the mailbox",
        "coughed up some blood yesterday | it stabs me under the ribs when I take a deep breath",
        "heart's racing for no reason when I'm in bed | half my face drooped for a minute",
        "couldn't get my words out this morning | worst headache of my life on sunday | left calf is swollen and hot",
        "tengo una pierna más hinchada que la otra | I feel my heartbeat in my belly when I lie down",
        "my stools are black and sticky | there was blood in the toilet when I peed | nosebleed that won't quit",
        "estoy haciendo popo con sangre | night sweats soaking the sheets | amanezco empapada de sudor",
        "dolor en el pecho cuando subo escaleras | I blacked out in the shower on Tuesday",
        "temp 38.3 yesterday evening | been running a fever off and on | my thermometer. It read 101.7 at 3am",
        "saddle area feels weird and numb | no siento bien cuando hago del baño | can't start my stream",
        "I leak urine when I stand and don't feel it | my ankle gives and the foot hangs down",
        "I trip over my own toes since last week | my right hand can't hold a pen anymore",
        "tightness across my chest walking uphill | I get out of breath lying flat",
        "sharp pain when I breathe deep, right side | se me acelera el corazón de la nada",
        "slurring my words since Tuesday | sudden double vision twice this week",
        "la pantorrilla la tengo hinchada y caliente | throbbing in my stomach I can see it move",
        "poop has been black as tar | temp is 39 and I ache | got the chills real bad last night",
        "fever 100.9 since the weekend | my crotch is tingly and numb | siento hormigueo en la entrepierna",
        "me cuesta empezar a orinar | I've been peeing myself at night | my left leg keeps giving out on me",
        "dropping things with my right hand | me siento la pierna débil desde el lunes",
        "pressure in my chest and left arm | my heart skips and pounds when resting",
        "mouth drooping on one side yesterday | lost vision in one eye for a few minutes",
        "swelling in just my left leg | vomiting blood | coffee ground vomit",
    ),
]

ILLNESSES = [
    *_fire(
        "aneurysm_known",
        "being watched for a AAA 4.2 cm | tengo un aneurisma de aorta | thoracic aneurysm they watch every year",
        "dilated aorta 4.5",
    ),
    *_fire(
        "ankylosed_spine",
        "ankylosing spondylitis since my 20s | I have DISH in my thoracic spine",
    ),
    *_fire(
        "bleeding_disorder",
        "I'm a bleeder, type 1 vWD | my platelets are at 78 | me dijeron que tengo las plaquetas bajas",
        "factor VII deficiency | diagnosed w/ immune thrombocytopenia | I carry the hemophilia gene",
        "I have von Willebrand's and bruise like a peach | tengo hemofilia leve | platelet count 62",
    ),
    *_fire(
        "cancer_history",
        "breast cancer survivor 8 years | prostate cancer gleason 6 on watch and wait | in remission from Hodgkins",
        "Five years clear of bowel cancer | Cancer? none now | tuve cáncer de mama en 2014 ya estoy bien",
        "had melanoma cut off my back | leukemia as a kid | left arm swells from my mastectomy, lymphedema",
        "beat lymphoma in 2019 | me operaron de cáncer de colon | thyroid cancer 2002, took it out",
        "sobreviviente de cáncer",
    ),
    *_fire(
        "cardio_renal_liver",
        "I do dialysis Tue Thu Sat | tengo un catéter para la diálisis | kidney transplant recipient",
        "congestive heart failure EF 35 | had a heart attack in 2017 two stents | stage 3 kidney disease",
        "cirrhosis from hep C | bad stroke 2019 left side weaker | A fib comes and goes",
        "mis riñones no funcionan bien | me dio un derrame en 2012 | my blood pressure has been running 190/110",
        "me dializan tres veces por semana | liver transplant 2011 | afib, ablated twice",
        "my heart only pumps 30 percent | only one kidney works | dialysis catheter in my neck",
        "triple bypass in 2016 | kidney function 28 percent | tuve un infarto hace 10 años",
    ),
    *_fire(
        "diabetes_neuropathy",
        "type two diabetic A1c 7.1 | padezco del azúcar | sugar's been high, I'm type 2",
        "tipo 2, controlada con dieta, soy diabética",
    ),
    *_fire(
        "fainting",
        "I pass out when I see blood | me desmayo con las agujas | vasovagal with every blood draw",
        "I tend to faint at the dentist | blood draws make me faint",
    ),
    *_fire(
        "heart_valve",
        "had my aortic valve replaced with a cow valve | mitral valve regurgitation moderate | TAVR 2023",
        "me cambiaron la válvula del corazón | leaky tricuspid valve | tengo una válvula mecánica",
        "moderate aortic stenosis",
    ),
    *_fire(
        "immunosuppressed",
        "HIV positive undetectable | they took out my spleen after a car wreck | sickle cell disease",
        "born without a spleen | my immune system is compromised | soy trasplantado de riñón",
    ),
    *_fire(
        "implanted_electronic_device",
        "they put a pacemaker in me last spring | I've got a medtronic in my chest",
        "spinal cord stim trial next month but I have the permanent DBS | tengo un desfibrilador implantado",
        "wear an insulin pump and dexcom | cochlear implants both ears | traigo marcapasos",
        "ICD battery changed last year | I wear an insulin pump on my belly | loop recorder put in in 2024",
        "me implantaron un estimulador en la columna",
    ),
    *_fire(
        "lung_disease",
        "on home O2 for COPD | I have pulmonary fibrosis | lung collapsed in 2009 | asthma and COPD",
        "had part of my right lung removed",
    ),
    *_fire(
        "lymphedema",
        "had 12 lymph nodes taken out under my left arm | no needles in right arm - lymphedema",
        "linfedema en el brazo izquierdo",
    ),
    *_fire(
        "neutropenia_risk",
        "currently on chemo round 3 of 6 | my white count is low | estoy en quimioterapia",
        "I still have my chemo port | getting chemo every other Friday | chemo last Tuesday",
    ),
    *_fire(
        "numb_skin",
        "my feet are numb from the chemo years ago | idiopathic peripheral neuropathy in both feet",
        "no feeling in my toes | tengo los pies dormidos todo el tiempo",
    ),
    *_fire(
        "osteoporosis",
        "bone density shows osteoporosis | I have brittle bones",
    ),
    *_fire(
        "pregnancy",
        "I'm about 20 weeks along with my second | just found out I'm pregnant | tengo 4 meses de embarazo",
        "expecting baby number two in July | I'm expecting in October | 14 wks pregnant",
        "voy a cumplir seis meses de embarazo",
    ),
    *_fire(
        "recent_vascular_event",
        "mini stroke three weeks ago | they put a stent in my heart in February | me dio un infarto hace mes y medio",
        "just got out of the hospital for blood clots in the lungs, 2 weeks ago | had a small stroke on February 2nd",
        "PE in January still recovering",
    ),
    *_fire(
        "red_flag_in_text",
        "had rheumatic fever as a kid with valve damage",
    ),
    *_fire(
        "seizure_disorder",
        "I have seizures once in a while they come out of nowhere",
        "complex partial seizures well controlled with meds | me dan convulsiones a veces",
        "had a grand mal in December | last seizure was 3 months ago | tengo epilepsia desde chica",
        "absence seizures, on depakote",
    ),
    *_fire(
        "seizure_remote",
        "febrile seizures as a toddler",
    ),
    *_fire(
        "skin_infection",
        "there's a staph infection on my elbow | infected ingrown toenail right now",
        "being treated for cellulitis of the left shin | tengo un absceso en la espalda",
        "shingles broke out yesterday | open sore on my foot that is oozing pus | tengo la herida infectada",
        "MRSA in my armpit, on Bactrim | tengo culebrilla en la cintura | toe infection, on antibiotics, draining",
    ),
    *_fire(
        "spine_cord_or_instability",
        "incomplete spinal cord injury T6 2003 | cervical myelopathy | T10 paraplegic",
        "my spinal cord got compressed in the accident",
    ),
    *_fire(
        "vascular_access",
        "port in my chest for infusions | have a PICC in my right arm",
        "AV fistula in left forearm please no needles there",
    ),
]

CASES: list[Case] = [
    *named("own:stopped or not", STOPPED),
    *named("own:signs", SIGNS),
    *named("own:illnesses", ILLNESSES),
]
