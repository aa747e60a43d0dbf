"""The kinds of 3.0 word by word: answers behind a label, last doses, work, relatives behind a name.

Each word stands in a row of its own, so that none can go missing from the program without notice.
"""

from tests.intake.screening.truth.case import Case, Value, clear, fires, named, words

OPEN: dict[str, Value] = {"devices": None, "seizure": None, "conditions": None}

ANSWERS = words(
    "no none never nope nah nothing negative neg nil n/a na n.a denied denies absent false",
    "ninguno ninguna ningun ningunos ningunas nunca jamas nada negativo negativa negado niega niego",
    "없음 없어요 없습니다 아니요 아니오 아뇨 无 無 没有 沒有 没 否 không",
)
AUXILIARIES = words("don't dont haven't havent doesn't doesnt didn't didnt hasn't isn't not")
BESIDE = words(
    "at all ever i i've ive do did does have has had it that any one them those of know known knowledge to my the",
    "best applicable apply present found seen thanks thank you sir maam ma'am reported diagnosed been take taken took",
    "used gracias tengo he ha tenido tuve padezco sufro sufrido que yo sepa de eso lo la las los hay existe aplica",
    "presento absoluto en para con",
)
NOT_BESIDE = words("change relief better worse idea more longer sleep help improvement sure mejora since")
TODAY = words("currently now today moment time this right actualmente ahora hoy momento por el")
OWN_WORDS = words("i i'm im i've ive my me should can could will would tengo tuve tenia mi debo puedo estoy soy")
ENDS = words(
    "removed repaired fixed gone cured treated controlled stable better resolved operated replaced stopped healed off",
    "still improving improved remission under worse free clear quit taking missed changed checked normal",
    "quitado reparado curado controlado controlada operado estable mejor sigo sigue",
)
LOSSES = words(
    "loss lost losing lack trouble troubles problem problems issue issues difficulty change changes abnormal poor",
    "perdida falta dificultad problema problemas cambio cambios",
)
MARKS = [": ", " : ", ":", " = ", "=", "? ", " - ", " – ", "- ", " -> ", " (", " [", " ... ", "\t", ":\n"]
BEHIND = ["", ".", ", thanks", "; ok", "!", ")", "]", "\nfine", " | fine", " & fine", " / fine", " - fine", " and fine"]

LAST = ["last dose", "last pill", "last tablet", "last tab", "last shot", "last injection", "last one", "final dose"]
JUST = [*words("today tonight yesterday hoy ayer anoche"), "this morning", "last night", "3 hours ago", "an hour ago"]
OTHER_LAST = words(
    "change changed increase increased decrease adjustment adjusted raised lowered refill refilled",
    "prescription inr labs lab blood test check visit appointment cambio aumento receta cita",
)
NOT_ENDED = words(
    "smoking cigarettes tobacco vaping drinking alcohol beer wine coffee caffeine soda sugar gluten dairy meat",
    "eating work working job school driving running exercise exercising gym sports playing lifting fumar cigarro",
    "cigarros beber trabajar trabajo cafe azucar ejercicio correr manejar",
)
NOUNS_OF_WORK = words(
    "tech techs technician technicians technologist researcher researchers scientist scientists fundraiser",
    "fundraising charity foundation rep reps sales salesman salesperson instructor textbook thesis ribbon",
)
OF_CARE = words(
    "nurse nurses rn lpn doctor doctors physician surgeon unit ward floor wing center centre clinic clinics hospital",
    "patients specialist coordinator educator counselor counsellor therapist aide assistant caregiver department care",
    "program ministry team victims survivors kids children pharmacist social navigator nursing company",
    "research awareness advocate advocacy lab labs laboratory conference course courses",
)
WORKING = words(
    "work works worked working job employed employment volunteer volunteers volunteered volunteering intern interned",
    "career occupation profession retired trabajo trabaje trabajaba trabajando voluntaria voluntario",
)
PERSONS = words(
    "nurse nurses rn lpn doctor doctors physician surgeon specialist coordinator educator counselor",
    "counsellor therapist aide assistant caregiver navigator pharmacist advocate",
)
NOT_AT_WORK = words("my the our mi mis la el los las have has had see saw sees seen get got from tengo")
JOINS = words("in of en de for para")
DEGREES = words(
    "both the dear late old older oldest elder eldest young younger youngest little twin step half grand great",
    "paternal maternal ambos ambas el la los las a an un una",
)
GOES_ON = words("and y or at when aged who only age died en a cuando que")
HAS = words("has have had got gets takes took suffers suffered tiene tuvo tenia toma padece sufre with")
BREAKS = words("i i'm i've me my mi mis to after since when while that for help helps helped cares drives gave yo")


def _denied(*sentences: str) -> list[Case]:
    return [clear("seizure_disorder", **OPEN, anything_else=sentence) for sentence in sentences]


def _said(*sentences: str) -> list[Case]:
    return [fires("seizure_disorder", **OPEN, anything_else=sentence) for sentence in sentences]


def _works(*sentences: str) -> list[Case]:
    return [clear("lung_disease", **OPEN, anything_else=sentence) for sentence in sentences]


def _is_ill(*sentences: str) -> list[Case]:
    return [fires("lung_disease", **OPEN, anything_else=sentence) for sentence in sentences]


def _paused(*sentences: str) -> list[Case]:
    return [fires("blood_thinner_stopped", anything_else=sentence) for sentence in sentences]


def _taken(*sentences: str) -> list[Case]:
    return [fires("anticoagulant", anything_else=sentence) for sentence in sentences]


LABELS = {
    "answer": _denied(*(f"epilepsy in the past: {word}" for word in ANSWERS)),
    "answer of two words": _denied(*(f"epilepsy in the past: {word} have it" for word in AUXILIARIES)),
    "beside": _denied(*(f"epilepsy in the past: never {word}" for word in BESIDE)),
    "not beside": _said(*(f"epilepsy in the past: never {word}" for word in NOT_BESIDE)),
    "today": _denied(*(f"epilepsy in the past: nope {word}" for word in TODAY)),
    "mark": _denied(*(f"epilepsy in the past{mark}none" for mark in MARKS)),
    "no mark": _said("epilepsy in the past none", "epilepsy in the past none since Monday"),
    "what ends it": _denied(*(f"epilepsy in the past: never{end}" for end in BEHIND)),
    "own words": _said(*(f"{word} epilepsy in the past: never" for word in OWN_WORDS)),
    "an end": _said(*(f"epilepsy {word} in the past: never" for word in ENDS)),
    "next label": _said("smoker: no epilepsy: yes", "diabetes: never\nepilepsy: yes", "cancer (no) epilepsy (yes)"),
    "gone": [
        fires("red_flag_in_text", anything_else=text)
        for text in (
            "bladder control: none",
            "feeling or bladder control: none",
            "control de la vejiga, bladder control: no",
        )
    ],
    "a loss": [clear("red_flag_in_text", anything_else=f"{word} with bladder control lately: none") for word in LOSSES],
    "living": [fires("crisis_words", anything_else=f"{word} to live: none") for word in ("reason", "will", "desire")],
    "goes on": [
        fires("implanted_electronic_device", **OPEN, anything_else="pacemaker removed? No"),
        *_taken("Eliquis stopped? no"),
    ],
}
DOSES = {
    "last dose": _paused(*(f"Eliquis, {last} was on Friday" for last in LAST)),
    "last": _paused(
        *(f"my {last} Eliquis was on Friday" for last in ("last", "final")), "mi ultimo Eliquis fue el lunes"
    ),
    "just taken": _taken(*(f"Eliquis, last dose was {just}" for just in JUST)),
    "another last": _taken(*(f"Eliquis, last dose {word} was on Friday" for word in OTHER_LAST)),
    "none since": _paused(
        *(
            f"Eliquis, no refill, {none} since Friday"
            for none in ("none", "nothing", "no pills", "no doses", "no tablets")
        ),
        *(f"Eliquis, sin dinero, {none} desde el lunes" for none in ("nada", "ninguna", "ninguno")),
    ),
    "something else ended": _taken(*(f"Eliquis for years, quit {word} on Friday" for word in NOT_ENDED)),
}
WORK = {
    "noun": _works(*(f"COPD {noun}" for noun in NOUNS_OF_WORK)),
    "of care": _works(*(f"I work with COPD {noun}" for noun in OF_CARE)),
    "no work": _is_ill(*(f"COPD {noun}" for noun in ("nurse", "clinic", "unit", "team"))),
    "working": _works(*(f"{word} with COPD patients" for word in WORKING)),
    "person for years": _works(*(f"{says} {noun} for 20 years" for noun in PERSONS for says in ("COPD", "I'm a COPD"))),
    "trade": _works(
        *(f"COPD nurse {how}" for how in ("20 yrs", "by profession", "by trade", "as a career", "retired"))
    ),
    "is": _works(*(f"{is_a} COPD nurse" for is_a in ("i'm", "im", "am", "as", "retired", "former", "ex", "soy"))),
    "in": _works(
        *(f"{word} in COPD" for word in words("work works worked working job employed volunteer interned internship")),
        *(f"{word} in a COPD place" for word in words("nurse tech technician doctor aide secretary receptionist")),
        *(f"{word} en EPOC" for word in words("trabajo trabaje trabajaba trabajando trabaja")),
        *(f"{word} de EPOC" for word in words("enfermera enfermero tecnico tecnica auxiliar investigador asistente")),
        *(f"{word} about COPD" for word in words("book article movie film documentary podcast reading lecture blog")),
    ),
    "not mine": _is_ill(*(f"{word} COPD nurse works hard" for word in NOT_AT_WORK)),
    "mine": _is_ill("COPD tech set it for me", "COPD technician with my oxygen", "COPD rep para mi oxigeno"),
    "labs": _is_ill(
        "I am at a COPD nurse today",
        "I'm in a COPD unit",
        "seen by a COPD doctor",
        "COPD lab results are bad",
        "in a COPD research trial",
        "COPD awareness bracelet",
    ),
    "patient": _is_ill("I'm a COPD patient and nurse", "I'm a COPD nurse myself", "I'm a COPD team survivor"),
}
RELATIVES = {
    "join": _denied(*(f"epilepsy {join} my dad" for join in JOINS)),
    "degree": _denied(*(f"epilepsy in {degree} uncle" for degree in DEGREES)),
    "goes on": _denied(*(f"epilepsy in my dad {word} 60" for word in GOES_ON)),
    "row": _denied(
        "epilepsy: mom and dad",
        "epilepsy: mom and my aunt",
        "epilepsy: both uncles and the aunts",
        "epilepsy: uncles and both aunts",
        "epilepsia: mi mamá y mi tío",
    ),
    "no row": _said("epilepsy in my dad's house", "epilepsy in my dad house", "epilepsy my wife knows"),
    "has a list": _denied(*(f"my mother {has} gout and epilepsy" for has in HAS)),
    "has a row": _denied("my mother had gout, arthritis and epilepsy", "mi padre tuvo gota, artritis y epilepsia"),
    "breaks": _said(*(f"my mother has gout {word} and epilepsy" for word in BREAKS)),
}

CASES: list[Case] = [
    case
    for kind, tables in (("label", LABELS), ("dose", DOSES), ("work", WORK), ("relative", RELATIVES))
    for name, rows in tables.items()
    for case in named(f"kind:{kind}, {name}", rows)
]
