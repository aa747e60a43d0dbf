"""He, she and they: of somebody who was named before or whom nobody named; and somebody without a name."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

# Of somebody who was named before: 'My husband lives with me. He has a pacemaker.'
PRONOUNS_OF_SUBJECT = words_of("he she they he's she's they're he'd she'd they'd they've ella ellos ellas")
# And of somebody whom nobody named, where the person of the form writes: 'he has a stent'. Not 'he put in a stent',
# 'she has me on warfarin', 'he has prescribed Eliquis', which a doctor does.
PRONOUNS_ALONE = words_of("he she he's she's ella")
PRONOUN_DOES = words_of(
    "has had takes took wears wore uses used gets got is was tiene toma tuvo usa usaba lleva padece tenia tomaba sufre"
)
PRONOUN_DOES_TO_ME = words_of("me us my mi nos")
PRONOUN_HAS_DONE = words_of("found given put told seen said written taken done made placed kept sent")
DONE = ("ed",)
# 'My dad drives me. He tenido fiebre': the patient's own.
I_HAVE = words_of("he")
DONE_IN_SPANISH = ("ado", "ido", "hecho", "visto", "puesto", "roto", "dicho", "vuelto")
# The text of somebody who writes of the person of the form in this way: 'Pt is 72. He has a stent.'
THIRD_PERSON = words_of(
    "patient patient's pt pts client paciente pte px male female man woman lady gentleman hombre mujer"
    " masculino femenino"
)
ONE_OF_THEM = words_of("one other neither otro otra")  # before a verb
PRONOUNS_OF_OWNER = words_of("his her their su sus")
PRONOUNS = PRONOUNS_OF_SUBJECT | PRONOUNS_OF_OWNER | ONE_OF_THEM
# Somebody without a name, up to the verb: 'a guy at work had', 'the lady I live with has', 'caregiver for a man with'.
FAMILY_SOMEBODY = lines_of(
    """
guy|man|woman|lady|girl|person|someone|gentleman|couple|people (that|who|whom) i (am|'m) date|dated|dating|married|
    know|knew|met|hired|help
someone|somebody|person|people|everyone in|at (my|our|the) house|home|household|apartment|dorm
guy|guys|man|men|woman|women|lady|ladies|person|someone|somebody|gal|dude|girl|boy|kid|kids|fellow|gentleman|student|
    child|couple|people at|from|in (my|the|our|his|her) work|church|school|office|gym|job|class|building|daycare|
    neighborhood|temple|mosque|store|clinic|team|dorm|shelter|shop|bar|club|choir|street|town|complex
guy|man|woman|lady|person|people|someone|kid|gal|girl|boy|couple|family at|from|in my|the|our ..1 choir|class|group|
    office|school|building|team|club
guy|man|woman|lady|person|people|someone|kid|girl|boy|couple|family next|across|down|upstairs|downstairs|up (the) door|
    street|road|hall|block
guy|guys|man|men|woman|women|lady|ladies|person|people|someone|somebody|gal|dude|girl|boy|kid|kids|gentleman|couple|
    family (that|who|whom) i|we (used|to) live|lived|work|worked|share|ride|carpool|room|sit|stay|train|rent|
    go ..1 with|
    for|from|next
client|clients|customer|customers|patient|patients|resident|residents|student|students|tenant|tenants|person|people|
    someone|kid|kids|child of mine|ours
one|some|two|three|most|many|all|several of my|our|the (old|older|new|other) clients|customers|patients|residents|
    students|tenants|coworkers|colleagues|players|workers|drivers|kids|kiddos|guys
caregiver|carer|caretaker|aide|nanny|babysitter|sitter|nurse|companion|housekeeper|cook|clean|care|caring|cared|cares|
    look|looking|watch|watching|sit|sitting|nannying|work|works|working|shop|interpreter|driver ..1 for|after (a|an|
    the|
    this|that|my|our|one|some|two) ..2 man|men|woman|women|lady|ladies|boy|boys|girl|girls|child|children|baby|toddler|
    gentleman|person|people|client|clients|resident|residents|couple|family|senior|seniors|kid|kids|student|veteran
babysit|babysits|babysitting|nanny|watch|foster|fostering|adopted|teach|tutor|coach|mentor ..2 man|woman|lady|boy|boys|
    girl|girls|child|children|baby|toddler|person|kid|kids|student|teen
home|house|facility|place|ward|unit|hospital with|of ..1 residents|patients|people|seniors|veterans|clients|elders
cuido|cuidaba|cuidando|atiendo|atendiendo|trabajo|ayudo|acompano ..2 un|una|la|el|unos|unas|los|las ..2
    senor|senora|senores|senoras|viejito|viejita|viejitos|anciano|anciana|ancianos|nino|nina|ninos|muchacho|muchacha|
    persona|personas|paciente|pacientes|pareja|familia
senor|senora|muchacho|muchacha|persona|tipo|chavo|chava que vive|trabaja|renta|cuido conmigo|aqui
"""
)
# Of what the clause before told: "My sister cut her hand. It won't stop."
IT = words_of("it it's its they esto eso")
# Between a relative and what is told of her: "my mother's gums bled".
BODY_OF_SOMEBODY = words_of(
    "gum gums nose leg legs foot feet hand hands arm arms face heart belly stomach head eye eyes knee skin chest tongue"
    " mouth finger toe calf"
)
