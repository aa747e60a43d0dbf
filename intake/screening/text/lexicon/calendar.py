"""Words of time, English and Spanish: units, numbers, days and months, and times that have a name."""

from intake.screening.text.lexicon.shapes import words_of

UNIT_DAYS = {
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "hora", "horas"), 1 / 24),
    **dict.fromkeys(("day", "days", "dia", "dias"), 1),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "semana", "semanas"), 7),
    **dict.fromkeys(("month", "months", "mo", "mos", "mes", "meses"), 30),
    **dict.fromkeys(("year", "years", "yr", "yrs", "ano", "anos"), 365),
}
_NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_NUMEROS = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce"
NUMBERS: dict[str, float] = {word: number for number, word in enumerate(_NUMBER_WORDS.split())}
NUMBERS |= {word: number for number, word in enumerate(_NUMEROS.split())}
NUMBERS |= {"a": 1, "an": 1, "un": 1, "una": 1, "couple": 2, "few": 3, "several": 5, "par": 2, "unos": 3, "unas": 3}
NUMBERS |= {"pocos": 3, "pocas": 3, "algunos": 3, "algunas": 3, "varios": 5, "varias": 5, "quince": 15, "half": 0.5}
NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50, "veinte": 20, "treinta": 30, "cuarenta": 40, "medio": 0.5}
ARTICLES = words_of("a an un una")

WEEKDAYS = words_of(
    "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo"
)
SHORT_WEEKDAYS = words_of("mon tue tues wed thu thur thurs fri sat sun")
MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9, "setiembre": 9}
# 'Last Christmas', 'el verano pasado': the end of that month.
SEASONS = {
    **dict.fromkeys(("christmas", "xmas", "navidad", "navidades"), 12),
    **dict.fromkeys(("thanksgiving", "fall", "autumn", "otono"), 11),
    **dict.fromkeys(("halloween",), 10),
    **dict.fromkeys(("easter", "pascua"), 4),
    **dict.fromkeys(("summer", "verano"), 8),
    **dict.fromkeys(("spring", "primavera"), 5),
    **dict.fromkeys(("winter", "invierno"), 2),
}
BEFORE_A_SEASON = words_of("last past since")
BEHIND_A_SEASON = words_of("pasado pasada pasadas")
BEFORE_A_MONTH = words_of(
    "in since last this on until early late mid en desde hasta de el pasado from around by back of"
)
AHEAD = words_of("due next coming proximo proxima")  # within three words before a month: it is to come
BEFORE_A_DATE = words_of("on since desde el dia from last of was until hasta before around about thru through by")
# Without such a word a date is told by what follows; 'pain 7/10' and 'half a tablet, 1/2' are none.
BEHIND_A_DATE = words_of("after before because per by due until for and") | {""}
NO_DATE = frozenset({2, 3, 4, 5, 10})
BEFORE_A_YEAR = words_of("in since until from en desde hasta del de back year around about ano by early late")

# Times that have a name, in days; the shapes of `text.patterns`.
NAMED = {
    "today|tonight|hoy": 0,
    "this morning|afternoon|evening|week|month": 0,
    "esta manana|tarde|noche|semana": 0,
    "este mes": 0,
    "yesterday|ayer|anoche": 1,
    "last night": 1,
    "day before yesterday": 2,
    "anteayer|antier": 2,
    "antes de ayer": 2,
    "fortnight|quincena": 14,
    "last|past week": 1,
    "this|last|past|the|over weekend": 1,
    "semana pasada": 1,
    "fin de semana": 1,
    "other day": 2,
    "otro dia": 2,
    "last month": 30,
    "mes pasado": 30,
    "last year": 365,
    "ano pasado": 365,
    "recently|lately|recientemente|recien|ultimamente": 0,
    "hace poco": 0,
    "for this|the|my|today's|your (next|first) visit|appointment|needles|acupuncture|session|treatment": 0,
    "for acupuncture|needles|needling": 0,
    "before this|the|my|today's visit|appointment|session|acupuncture": 0,
    "para esta|la|las|mi|hoy cita|visita|agujas|acupuntura|sesion": 0,
    "antes de esta|la|mi cita|visita|sesion": 0,
}
# Only where no other time is told: 'just stopped', 'not taking it now'.
VAGUE = {
    "just|now|ahora|ahorita": 0,
    "right|just now": 0,
    "at the|this moment": 0,
    "at present": 0,
    "en este momento": 0,
}
CHILDHOOD_TIMES = (
    "in|since high|middle|grade|elementary|grammar school",
    "in|back+in|during college|highschool|school|prepa|secundaria",
    "en la|el prepa|secundaria|primaria|escuela|colegio",
    "as a child",
    "when i was",
    "cuando era|tenia",
    "de nino|nina|joven",
    "last year",
    "ano pasado",
)
SPAN_OPENERS = words_of(
    "for in last past within por durante ultimos ultimas desde en"
)  # 'for 3 days', 'en los ultimos 3 dias'
SPAN_FILLERS = words_of(
    "the last past about around like maybe over almost nearly los las ultimos ultimas como casi hace these"
)
AGO = words_of("ago atras back")
SO_FAR = words_of("now already so ya off without before prior antes earlier straight in sin")
NOT_A_TIME = words_of("times time pill pills tablet tablets mg once twice per every each x veces vez cada")
RANGE = words_of("to or a o y")
FILLERS = words_of(
    "ago morning night since on of in only just back about and it atras hace el la los las en desde por que ya"
)
