"""The small words that decide whether a name counts: denial, family, allergy, an end, and where a clause ends.

A cue works forward: it stands before the name in the same clause, and every word between is a bridge
word, a number, a dose or part of another hit. Cues that work from behind say so. The lists are written as
shapes (`text.patterns`): verbs with all their endings, English and Spanish side by side, because people mix
both in one sentence.
"""

from intake.screening.text.lexicon.shapes import lines_of, words_of

# --- where a clause ends -----------------------------------------------------------------------------

# 'So' before one of these says how much, and parts no clause: 'I wake up so tired'.
SO_MUCH = words_of(
    "tired sore stiff bad badly much many dang darn damn freaking exhausted weak early late often long hard hot cold"
    " groggy"
    " sick weary achy painful swollen dizzy worn drained numb sleepy low high"
)
CLAUSE_WORDS = words_of("but however except although though then because so pero aunque excepto porque entonces sino")
MEASURES = words_of("temp temps temperature temperatura temprature tempature thermometer termometro")
AND = words_of("and y e")
AND_SPLITS_BEFORE = words_of("i i'm take use have am on now also yo tomo uso tengo estoy ahora tambien")

# --- taken out before anything is read ---------------------------------------------------------------
# A star stands for the rest of a word, a bar for 'or'. '<word>-free' is taken out as well.

REMOVE_FIRST = (
    "insulin resistan*",
    "resistencia a la insulina",
    "shingles vaccine",
    "shingles shot",
    "vacuna de la culebrilla",
    "vacuna del herpes zoster",
    "shingrix",
    "flu shot",
    "flu vaccine",
    "covid vaccine",
    "roof* shingles",
    "stroke|cancer|diabetes|epilepsy|heart|lupus|hiv awareness 5k|10k|walk|run|month|week|day",
    "stroke|cancer|diabetes|epilepsy|heart|lupus|hiv 5k|10k|association",
    "fever|seizure|pain|symptom|sugar|gluten|dairy|latex|nickel free",
    "trying|want|wanting|hope|hoping|plan|planning|like to get|be|become pregnant",
    "pregnant pause",
    "trying to conceive",
    "pregnant|embarazada once|twice|before|dos|tres|varias times|veces",
    "pregnant|embarazada once|twice|before",
    "pregnant two|three|four|five|2|3|4|5|six|several times",
    "seizure|diabetic|diabetes|epilepsy alert|response|service dog|dogs trainer|trainers|breeder|program",
    "buscando bebe",
    "quiero|queremos|quisiera|quisieramos|buscando|intentando|tratando embarazada|embarazo",
    "quiero|queremos|quisiera|buscando|intentando quedar|quedarme|quedarnos|estar|un embarazada|embarazo",
    "queremos|quisieramos|buscando|intentando quedar|quedarnos|estar embarazadas|embarazados",
    "tratando|intentando de quedar|quedarme embarazada",
    "anticoagulante lupus",
    "prediabet*",
    "pre diabet*",
    "borderline diabet*",
    "diabetes insipidus|insipida",
    "gestational diabet*",
    "diabetes gestacional",
    "paint|hair|lacquer thinner|thinners",
    "cancer|breast|colon screening|screenings",
    "tamiz de cancer",
    "sign is cancer",
    "star|sun|moon|birth sign cancer",
    "cancer sign|rising|moon|sun",
    "stroke of luck",
    "stroke|stroking my|the|his|her|our cat|dog|kitten|puppy|beard|chin|hair",
    "hay|cabin|scarlet|yellow|spring|baby fever",
    "bieber|football|gold|saturday|world fever",
    "fever pitch|dream|dreams",
    "leg|arm day",
    "seizure|seizures of assets|property|goods",
    "breast|colon|skin|prostate|lung cancer awareness|fundraiser|walk|charity",
    "cancer walk|run|ride|benefit|gala|5k|fundraiser",
    "fever blister|blisters|sore|sores",
    "fiebre del heno|amarilla",
    "suicide doors|door|squeeze|drills|sprints",
    "suicide|overdose prevention|hotline|line|squad",
    # How, when and from what somebody wakes is sleep, no wish not to wake: 'I don't want to wake up so tired'.
    "wake|waking|wakes|woke|waken up with|during|hurting|aching|achy|stiff|stiffly|sore|tired|so|too|feeling|exhausted|"
    "screaming|groggy|cranky|crooked|unrested|unrefreshed|"
    "multiple|several|early|late|less|more|twice|before|throughout|constantly|because|until|till",
    "wake|waking|wakes up in pain|agony|tears|discomfort",
    "wake|waking|wakes up in the middle",
    "wake|waking|wakes up every|each time|hour|two|three|few|couple",
    "wake|waking|wakes up at night|dawn|midnight|0*|1*|2*|3*|4*|5*|6*|two|three|four|five|all",
    "wake|waking|wakes up from pain|the|my|back|aches|spasms|cramps",
    "wake|waking|wakes with|hurting|aching|stiff|sore|so|too|tired|exhausted|feeling|at|before|every|from",
    "despertar|despertarme|despertarnos|despierto tan|con|cansado|cansada|adolorido|adolorida|cada|"
    "varias|toda|todo|tiesa|tieso|torcida|torcido|temprano|antes|chueca|chueco|agotada|agotado",
    "despertar|despertarme|despierto a|de|por cada|las|media|medianoche|noche|madrugada|el|la|dolor",
    "seizure|seizures of my|our|the|his|her car|truck|house|home|property|assets|account|land|goods|wages",
    "heat|golf|swim|swimming|breast|brush|back stroke|strokes",
    "stroke of midnight|genius|noon|twelve",
    "cancer|heart|attack|stroke|pregnancy|diabetes scare|scares",
    "stroke|diabetes|cancer|osteoporosis|disease|attack|infection|suicide prevention",
    "non|not|pre cancerous|malignant|contagious|epileptic|diabetic",
    "heart healthy",
    "hearing|band aid|aids",
    "first aid",
    "usb port|ports",
    "port angeles",
    "carport",
)
REMOVE_AFTER_HYPHEN = "free"
# Who is free of these had them: 'cancer-free since 2015' is history. Of a sample ('biopsy') it is a denial.
FREE_OF_PAST = ("cancer", "tumor", "tumour", "leukemia", "leucemia", "lymphoma", "linfoma", "melanoma", "disease")

# --- reach -------------------------------------------------------------------------------------------

BRIDGE = words_of(
    "on taking take takes taken took using use uses used any a an the my to or nor and been have has had known"
    " history of prescribed given ever diagnosed with prior previous is are was am i'm im blood currently tomo"
    " toma tomar tengo tiene uso usa un una el la los las de mi o y con"
    " kind type form sort evidence sign signs symptom symptoms episode episodes active acute chronic such takin"
    " he ha haya tenido tenia tuve tuvo tenemos estoy estaba estuve esta soy era fui usado usaba usando tomado"
    " tomando tomaba padezco padece padecido padecia sufro sufre sufrido sido ningun ninguna alguna algun unos"
    " unas lo le me se del al ahora actualmente medicamento medicamentos medicina medicinas pastilla pastillas"
    " diagnosticado diagnosticada puesto puesta mis nuestro medicine medicines medication medications pill pills"
    " meds med dose doses daily gotten refilled filled renewed received bought picked up tome inyecte han surtido"
    " comprado recogido recibido"
    " antecedentes antecedente historia historial personales evidencia signos signo sintomas sintoma datos"
    " episodios h hx pongo ponemos inyecto inyecta"
)
# Site and degree words, which stand between a denial or a relative and a condition: 'no severe heart failure'.
BRIDGE_CONDITION = words_of(
    "breast colon bowel prostate ovarian uterine cervical thyroid stomach throat bladder lung heart kidney liver"
    " pancreatic pancreas esophageal liver testicular endometrial rectal colorectal gastric lymph febrile stage early"
    " bone bones blood brain skin spine leg foot severe serious major significant recent new current personal past"
    " real full grave graves seno prostata higado rinon pulmon corazon piel huesos reciente reciente recientes"
    " needed need needing needs required require necesito necesitado necesitar requiero requerido"
    " dado es fue sea anything like diagnosis problems problem issues problema problemas"
    " organ marrow stem cell renal cardiac hepatic cord aortic"
)
NOT_AN_ALLERGY_BRIDGE = frozenset({"with", "con"})  # 'allergic to latex with Eliquis' says nothing about Eliquis
UNITS = words_of(
    "mg mgs mcg ug μg g gm gr gram grams milligram milligrams microgram micrograms ml cc iu u unit units meq"
    " miligramos microgramos ui unidades"
)

# --- allergy (medicines) -----------------------------------------------------------------------------

ALLERGY = lines_of(
    """
allergic|allergy|allergies|allergie (to|towards|with)
can't|cannot|cant|couldn't|could|can (not) take
can't|cannot|cant|couldn't|couldnt|didn't|didnt|don't|dont|doesn't|never|not tolerate|tolerated
intolerant|intolerance (of|to)
sensitive|sensitivity to
(bad|severe|adverse|allergic|terrible) reaction|reactions (to|with|from)
reacted|react|reacts (badly) to
broke out (in hives) from
alergico|alergica|alergicos|alergia|alergias (al|a)
no tolero|tolere|tolera|toleraba
intolerancia|intolerante|sensible (al|a)
no puedo tomar|usar
reaccion|reacciones (alergica) al|a|con
me hizo|hace|hizieron dano|mal
me cae|caen|cayo mal
"""
)
# The next words after the name, over doses and small verbs.
ALLERGY_AFTER = lines_of(
    """
allergy|allergic|allergies|intolerance|intolerant|sensitivity|reaction
gave|gives|give|causes|caused|makes|made (me) (a|an|the|bad|my|break) ..1 hives|rash|itch|itching|itchy|swell|
    swelling|
    anaphylaxis|reaction|bumps|vomit|vomiting
me da|dio|dan|causa|causo|produce|provoca|saca|saco (un|una) alergia|ronchas|sarpullido|comezon|urticaria|
    hinchazon|
    reaccion|picazon
me hizo|hace|cae|cayo dano|mal
alergia|alergico|alergica
"""
)
ALLERGY_OPENS = lines_of(
    """
(drug|medication|medicine|my|known) allergies|allergy|allergic
alergias|alergia|alergico|alergica
(soy) alergico|alergica
"""
)
# 'Allergy pill' opens no list of allergies.
ALLERGY_IN_A_NAME = words_of("pill pills medicine medicines meds med shot shots tablet tablets relief season doctor")
ALLERGY_NONE = words_of("none no nkda nka nil nothing ninguna ninguno nada never not")

# --- not through the mouth (medicines) ---------------------------------------------------------------

TOPICAL_FORMS = words_of(
    "cream creams creme cremes ointment ointments gel gels emulgel emugel drops drop eyedrops eardrops inhaler inhalers"
    " puffer patch patches spray sprays lotion lotions nasal foam mousse shampoo enema suppository topical topically"
    " rub"
    " roll rollon stick plaster plasters tape liniment balm salve paste solution mouthwash gargle wash"
    " ophthalmic ophth otic ocular emulsion mist"
    " crema cremas pomada pomadas unguento unguentos gotas gotitas colirio inhalador inhaladores parche parches aerosol"
    " locion lociones topico topica espuma balsamo linimento enjuague barra oftalmico oftalmica otico nebulizador"
    " salbe creme schmerzgel tropfen augentropfen pflaster spruh"
)
TOPICAL_JOIN = words_of("with of con de")  # between a form and the name behind it
TOPICAL_WITHIN = 4  # words after the name, up to the next name, an 'and' or a form that is swallowed
# What is swallowed or injected: 'ibuprofen gel caps', 'diclofenac 50 mg tablets and a heat patch'.
SWALLOWED_FORMS = words_of(
    "caps cap capsule capsules gelcap gelcaps softgel softgels tab tabs tablet tablets pill pills caplet caplets"
    " injection"
    " injections shot shots syrup liquid liqui oral mouth capsula capsulas tableta tabletas pastilla pastillas"
    " comprimido"
    " comprimidos inyeccion inyecciones jarabe ampolleta tabletten"
)
# A dose in milligrams is of something swallowed.
TOPICAL_BREAKS = UNITS | words_of("and y plus mas for para por because when cuando with con on then")
# Before the name: 'I rub diclofenac on my knee'.
TOPICAL_VERBS = lines_of(
    """
rub|rubs|rubbing|rubbed|smear|smeared|smearing|massage|dab|dabbing|spread
apply|applies|applying|applied ~ patch
unto|untar|untarme|untado|froto|frotar|frotarme|sobo|embarro
"""
)
# A family each: any of these words in a name, its salts and brands too.
TOPICAL_NAMES = words_of(
    "prednisolone dexamethasone methylprednisolone tacrolimus cyclosporine diclofenac voltaren ketoprofen ibuprofen"
    " advil motrin aspirin fluorouracil adrucil"
    " prednisolona dexametasona metilprednisolona diclofenaco ketoprofeno ibuprofeno piroxicam"
    " ciclosporina cortisona cortisone indomethacin indometacina ketorolac ketorolaco"
    " cataflam fluorouracilo sirolimus"
    " flurbiprofen flurbiprofeno etofenamate etofenamato bromfenac pranoprofen pranoprofeno"
    " feldene nurofen voltarol votalin orudis profenid salicylate mefenamic nimesulide nimesulida loxoprofen"
    " loxoprofeno loxonin betamethasone betametasona hydrocortisone hidrocortisona triamcinolone triamcinolona"
    " budesonide budesonida dexketoprofen dexketoprofeno aceclofenac aceclofenaco"
)

# --- taken out (devices, valves, lines, vessels) -----------------------------------------------------
# Works from both sides; from behind also over these words.

REMOVED = lines_of(
    """
removed|explanted|extracted
taken|took|came|come out
ruled out
quitaron|quitado|sacaron|sacado|retiraron|retirado|extrajeron
descartaron|descartado
"""
)
OUT_BY_NOW = words_of("out gone removed quitaron sacaron retiraron")  # behind a comma: 'a PICC in 2020, it's out now'
OUT_BY_NOW_OVER = OUT_BY_NOW | words_of(
    "it it's its is was they got been has now already since then ya me lo la later and"
)
REMOVED_BRIDGE = words_of(
    "which that it were being got getting surgically later recently fue ya me lo la later they que afterwards"
)

# --- long ago (seizures) -----------------------------------------------------------------------------

CHILDHOOD = lines_of(
    """
as a|an (small|little|young) child|kid|baby|infant|toddler|girl|boy|teenager
in (my|early) childhood|infancy
childhood
de nino|nina|bebe|chico|chica|chiquito|chiquita|pequeno|pequena
en la|mi infancia|ninez
cuando era|fui (un|una|muy) nino|nina|bebe|chico|chica|pequeno|pequena|chiquito|chiquita
"""
)
CHILD_WORDS = words_of("child kid baby infant toddler little nino nina bebe")  # 'when I was a …'
CHILD_UNDER = 18  # 'when I was 12'
REMOTE_DAYS = 3650

# --- how recent --------------------------------------------------------------------------------------

RECENT_DAYS = 14
SIX_WEEKS_DAYS = 42
SIX_WEEKS_GROUP = "CHEMO"
EVENT_DAYS = 92
