"""A cry for help in words. Foreign phrases are from memory: native speakers must check them.

Pain words do not excuse a phrase: 'I can't go on with this pain' is worth a call. Chinese and Korean phrases
are never cancelled.
"""

from intake.screening.text.lexicon.shapes import WordList, lines_of, words_of

_BRIDGE = tuple(
    sorted(
        words_of(
            "thoughts thought feel feeling feels think thinking about want wanting wanted plan plans i would ever"
            " attempted attempt by committed died from lost tried going him her his pienso pensado pensando pensar en"
            " quiero querido intentado intento"
        )
    )
)

# Dead tired, a phone that died, dying of laughter: no wish to die.
_NO_DEATH = (
    "risa|hambre|cansancio|cansada|cansado|cansadas|sueno|frio|calor|telefono|celular|pila|bateria|pierna|piernas"
    "|brazo|mano"
    "|verguenza|sed|miedo|aburrimiento"
)
# What a treatment might do to a child is a question, no thought of harm.
_NO_HARM = (
    "needle|needles|acupuncture|medicine|medication|medicines|pill|pills|treatment|x-ray|herbs|agujas|acupuntura"
    "|medicina|medicinas|pastilla|pastillas|tratamiento|anything|massage|masaje|position|sleeping"
)

CRISIS = WordList(
    code="crisis",
    phrases=("죽고 싶", "자살", "想死", "自杀", "自殺", "muốn chết", "tự tử"),
    patterns=lines_of(
        f"""
kill|killing|killed|shoot|hang|drown|overdose myself
harm|harming|hurt|hurting|cut|cutting myself ~ lifting|lift|lifted|moving|falling|fell|fall|playing|running|
    gym|work|working|job|shaving|cooking|gardening|sports|soccer|football|basketball|skiing|yoga|exercise|
    exercising|workout|dancing|climbing|slipped|tripped|accident|accidentally|skating|stretching|sneezing|
    bending|reaching|picking|carrying|tennis|golf|training|squats|deadlift|mowing|shoveling|garden|car|bike|
    box|boxes|stairs|kitchen
want|wanted|wanting|plan|planning|thinking|thought|thoughts|urge|urges ..3 harm|harming|hurt|hurting|cut|cutting myself
harm|harming|hurt|hurting|cut|cutting myself & purpose|purposely|intentionally|deliberately|sad|alone|lonely|cope|
    angry|upset|hopeless|depressed|punish|razor|blade
lastimarme|cortarme|me corto & proposito|adrede|triste|sola|solo|navaja
self-harm|selfharm|self-harming|self-injury
rather|better|wish|want|wants|wanted ..3 be|being|was|were dead
don't|can't|cannot|not see|have|find|know ..2 reason|point|sense ..2 live|living|life|alive
suicid*
end|ending|ended|take|taking|took my (own) life
end|ending it|everything all
end it all
want|wants|wanted|wanting|rather|ready|wish|wishing|going to die ~ hair
reason|reasons|will|desire|ganas|razon|razones|motivo|motivos to|de|para live|vivir none|
    no|zero|gone|ninguna|ninguno|nada|cero
wanna die
killmyself|killingmyself|wanttodie|wannadie|endmylife|endingmylife|betteroffdead|takemylife|noreasontolive|
    quieromorir
wish|wished i was|were dead|gone
wish i ..2 never been born
want to be dead
better off dead
better off not ..1 here|alive|around|existing
better off without me
no reason|point|will|desire to live
no reason|point in living
no reason|point|sense|purpose ..2 living
no reason|point to go|keep ..1 on|living
vida ..2 no ..2 sentido
para que ..1 vivo|vivir ~ medico|doctor
nothing ..1 to live for
life ..1 not worth ..1
life ..2 no meaning|purpose|point|worth (anymore) $
life|living isn't|isnt worth ..1
not worth living
don't|dont|not|never want|wanna ..1 live|exist
don't|dont|not want to be alive
rather not|never wake ..1
not wake up
matarme|ahorcarme
lastimarme|cortarme ~ gimnasio|ejercicio|trabajo|trabajando|cargando|cargar|jugando|futbol|corriendo|cayendo|
    caida|levantando|entrenando|cocinando|cocina|bailando|carro|escalera
quiero|pienso|ganas|pensado ..2 lastimarme|cortarme|danarme
me mato|matare
quitarme la vida
quitar|quitarse la vida
acabar|terminar con mi vida
acabar|terminar con todo
rather die
quiero|quisiera|prefiero|preferiria|deseo morir|morirme
ganas de morir|morirme
no quiero|deseo ..1 vivir|existir
no vale ..2 vivir
mejor muert*
estar muert*
hacerme dano
no tengo ganas de vivir
sin ganas de vivir
no ..2 sentido ..2 vida|vivir
no quiero ..2 seguir ..1 viviendo|vivo|viva
me quiero morir|matar
ya no quiero estar ..1 viva|vivo|aqui
want|wanted|going to ..2 end it
jump|jumping off ..2 bridge|building|roof
think|thinking|thought|urge|urges|want ..2 driving|drive|crashing|crash|jumping|jump|stepping|walking ..3 wall|tree|
    bridge|
    train|cliff|traffic
overdose|overdosing ..3 pills
estaria|estuviera|seria|sea ..2 muert*|morir|morirme|muriera ~ {_NO_DEATH}
mejor ..3 muert*|morirme|morir|muriera|muero ~ {_NO_DEATH}
quisiera|quiero|prefiero|preferiria|ganas|deseo|desearia ..2 muert* ~ {_NO_DEATH}
ojala ..3 muer*|muri*|muert* ~ {_NO_DEATH}
quisiera|desearia ..2 morir*|muri* ~ {_NO_DEATH}
si me muero|muriera|muriese mejor
pienso|pensamientos|pensando|ideas|ganas ..2 morir|morirme|muerte ~ {_NO_DEATH}
thoughts|thinking of|about dying|death ~ funeral|father|mother|dad|mom|husband|wife|grief
wish i ..2 die|died|disappear|dead
better ..3 if i ..3 dead|gone|died
me (he) (estoy) hago|hice|hecho|haciendo dano ~ gimnasio|ejercicio|trabajo|cargando|cargar|jugando|futbol|corriendo|
    caida|levantando|espalda|cai|accidente|rodilla|hombro
cut|cutting|slit|slitting ..2 wrists|wrist|veins
cort* ..2 venas
aventarme|tirarme|lanzarme|arrojarme ..4 puente|tren|metro|carro|carros|edificio|balcon|ventana|azotea
dispararme|envenenarme|quitarme+de+en+medio|pegarme+un+tiro|darme+un+tiro
colgarme ~ barra|gimnasio|yoga|telefono|ejercicio
thoughts|thought|urge|urges|want|wanna|wanting|impulse|impulses ..2 hurt|hurting|harm|harming|kill|killing|shake|
    smother|
    drown ..1 baby|newborn|infant|bebe ~ {_NO_HARM}
afraid|scared|worried|terrified ..2 i|i'll|i'm|i'd ..2 hurt|harm|kill ..1 baby|newborn|infant ~ {_NO_HARM}
pienso|pensamientos|ganas|quiero|ideas|impulso|impulsos|pensado ..2 lastimar|danar|matar|ahogar|sacudir|
    hacerle+dano ..2 bebe|nino|nina|criatura ~ {_NO_HARM}
no ..2 veo|encuentro|tiene|hallo|hay ..2 caso|sentido|chiste|objeto|razon ..3 vivir|vida|viviendo
para que (quiero|voy|debo) (a) seguir|sigo ..1 viviendo|vivo|viva
think|thinking|thought|thoughts ..3 taking|take|swallow|swallowing all ..1 my|the pills|meds|medicine|medication
take|taking|swallow|swallowing ..1 all ..1 my|the pills|meds at once
quiero|pienso|ganas|pensado ..2 tomarme|tragarme todas ..2 pastillas|pildoras
mejor sin mi $
no quiero (ya) (mas) estar en este mundo
miedo|temo ..2 lastimar|danar|matar|hacerle+dano ..2 bebe|criatura ~ {_NO_HARM}
mejor ..1 no estar $
mejor ..1 no existir|despertar|haber+nacido
mejor no estar aqui|viva|vivo
estorbo ..6 mejor|vida|familia|todos
plan|planning|planned|want|wanted|ready|going to end things ~ relationship|husband|wife|job|boyfriend|girlfriend|
    treatment
wrote|write|written|writing ..2 suicide|goodbye|farewell note|letter|notes|letters
carta de despedida
nobody|noone|one|nadie ..3 notice|miss|care|notaria|extranaria|importaria ..3 died|gone|dead|muero|muriera
dejar de existir|vivir
want|wish|wanted ..2 stop existing|living
do|doing something to myself
hacer|cometer ..1 locura|tonteria|estupidez
hacerme algo $
quisiera|quiero ..2 no amanecer
dios|diosito ..4 lleve|recoja
no ..2 veo|encuentro|hallo ..1 salida ~ calle|autopista|estacionamiento
me quiero|voy hacer|a+hacer dano ~ gimnasio|ejercicio|trabajo|cargando
hacer|hacerme dano a mi (misma|mismo) $
mejor (si|sin|que) (yo) no existiera|estuviera|viviera|hubiera+nacido
quisiera|ojala|desearia ..1 no existir|existiera|haber+nacido|hubiera+nacido
want|wish it all|everything (to) end|over|stop
quiero que (ya) todo|esto (se) (me) acabe|termine ~ dolor
no ..2 por|para que vivir
hanging|drowning|shooting|stabbing|poisoning|overdosing myself
no despierto|despertara mejor
muert* ..1 estaria|estaba mejor
quisiera|ojala que (ya) todo (se) (me) acabara|acabe|terminara|termine
sleep forever
think|thinking|thoughts|pienso|pensando ..3 gun|pistol|pistola|rope|soga|noose|bullet|balazo
ojala|dios|diosito ..4 llevara|recogiera|lleve|recoja
me voy a matar
wish i ..1 never (been) born
no|sin ..2 motivo|motivos|razon|razones ..1 para|de vivir
"""
    ),
    bridge=_BRIDGE,
)

CRISIS_SOFT = WordList(
    code="crisis_soft",
    patterns=lines_of(
        """
can't|cant|cannot go on
can not go on
can't|cant|cannot keep|keeping living|going|on
don't|dont|not want ..1 go on
don't|dont|not want to be here
tired|sick|done of|with living|life
tired of being alive
given|give|giving|gave up on ..1 life|everything|living
no hope left
hate|hating my life
took|take|taking|taken ..1 overdose
kms|unalive
wish|hope|hoping|want|wanted ..4 not|wouldn't|don't|never (to) wake (up)
can't|cannot live like|this|with
mi vida ..1 no vale
la vida ..2 no vale
quisiera|quiero|ganas ..1 desaparecer
ojala ..2 no despert*
no despertara|despertase
no hope ..2 me
no point ..2 anything|anymore|going
don't|dont|not|can't|cannot see|get ..1 point ..1 of|in ..1 going|living|life|continuing|anything
killed|hung|hanged|shot|drowned himself|herself|themselves|themself
what is the point ..3 living|life|going
what's|whats the point ..3 living|life|going
go|going to sleep ..3 not|never wake
don't|dont|not|never want|wanna ..2 wake (up) ~ husband|wife|kids|baby|family|him|her|them|neighbors|sore|stiff|pain
no quiero|quisiera ..2 despert* ~ dolor|rigido|rigida|temprano|noche|bebe|esposo|esposa|adolorido|adolorida
never wake up
disappear forever
say|saying|said goodbye to ..2
burden to|on ..2 family|everyone|everybody|kids
no puedo|aguanto mas ..2 vida
no puedo ..1 seguir viviendo|asi
cansad*|hart*|canse de vivir
cansad*|hart*|canse de ..1 vida
ya no aguanto ..2 vida
ya no puedo mas
dormir|dormirme ..4 no despertar
no despertar
soy|siento|ser|siendo una carga
desaparecer para siempre
can't|cant|cannot do|take|handle|bear|stand this|it|life anymore|longer
no quiero seguir
no puedo|aguanto mas asi
no aguanto mas
can't|cant|cannot see ..2 way out
no one would miss me
nobody|noone would miss me
better|happier|easier|relieved ..3 if|when i ..3 gone|dead|here|around|existed
mejor|felices|tranquilos|descansarian ..2 sin mi $
nadie me ..1 extranaria|extranara
everyone|everybody|they|family ..1 better without me
ya no tengo fuerzas|ganas
no ..2 encuentro|veo|hallo ..1 sentido ..2 nada|todo
feel|feeling|felt like giving up
ending things
wouldn't|dont|don't|not care ..4 wake|die|live
tomo|tome|tomara|tomar|tomarme|trago|tragar|tragarme ..1 todas|todos ..2 pastillas|pildoras|medicinas ..1 de ..1 una|
    un|jalon|golpe
i'm|im|i+am done & plan ~ diet|shopping|school|payment|insurance|trip|travel|treatment
kids|children|family|wife|husband|everyone|everybody|they|world|they'd|hijos|familia|todos ..2 fine|better|ok|okay|
    happier|happy|free|rest|bien|felices ..2 without|sin me|mi $ ~ off|work|job|office|game|party|shop|store
giv*|gave ..3 things|belongings|possessions|stuff away ~ goodwill|declutter|moving|moved|move|sale|closet|church|donate|
    cleaning|navidad|christmas|feed|birthday|baby|kids|try|try+new|another
regalando|regale|regalado ..1 mis ..1 cosas|pertenencias ~ navidad|mudanza|usadas
if|when|once i (was|were|am) gone|dead ~ vacation|trip|work|away|weekend|store|plants|week|days|lunch|business
googled|looked|looking|researched|searched|read (up) ..3 how many pills|tylenol|ways|to+die
how many pills|tylenol|sleeping ..4 take|takes|kill|die|enough ~ day|daily|times|dose|hours
free|rid of me ~ pain
nobody|noone|nadie ..1 needs|necesita ..1 me
rather not be|exist $
descans*|mejor|tranquil*|feliz|felices ..4 si ..3 no estuviera|existiera|estoy|viviera|estuviese
don't|dont|can't|cant|cannot|not|no ..1 see|imagine|picture|veo|imagino myself|me ..2 around|here|alive|future|viva|
    vivo|aqui
pill|pills|bottle|meds|pastillas|frasco & take|taking|swallow|swallowing ..2 them|it ..1 all ~ morning|bedtime|
    breakfast|dinner|
    food|daily|water|together|box|organizer
if this|it|that ..3 doesn't|doesnt|not|don't work i'm|im|i+am done|finished|through
"""
    ),
    not_in_sentence_with=(
        "walk",
        "walks",
        "walking",
        "hike",
        "hikes",
        "trip",
        "trips",
        "travel",
        "stairs",
        "vacation",
        "plane",
        "planes",
        "bus",
        "ride",
        "rides",
        "bike",
        "boat",
        "cruise",
        "internet",
        "facebook",
        "computer",
        "caminata",
        "caminatas",
        "viaje",
        "viajes",
        "escaleras",
    ),
    never_cancelled=True,
)
