"""The answers of a list that patients write for themselves: 'Epilepsy: no', 'stroke - none', 'cancer (never)'.

The answer denies its whole label when it holds nothing but these words: 'none since Tuesday', 'no longer' and
'no change' tell of something else.
"""

from intake.screening.text.lexicon.shapes import names_in, words_of

# What denies. Korean and Chinese words stand as they are typed.
LABEL_DENIES = words_of(
    "no n none never nope nah nothing negative neg nil n/a na n.a n.a. denied denies absent false not don't dont"
    " haven't havent doesn't doesnt didn't didnt hasn't isn't"
    " ninguno ninguna ningun ningunos ningunas nunca jamas nada negativo negativa negado niega niego"
    " 없음 없어요 없습니다 아니요 아니오 아뇨 无 無 没有 沒有 没 否 khong"
)
# What may stand beside it.
LABEL_FILLERS = words_of(
    "at all ever i i've ive do did does have has had had it that any one them those of know known knowledge to my the"
    " best applicable apply present found seen thanks thank you sir maam ma'am reported diagnosed been take taken took"
    " used gracias tengo he ha tenido tuve padezco sufro sufrido que yo sepa de eso lo la las los hay existe aplica"
    " presento absoluto en para con"
)
# Now only: these answers deny an illness or a sign. A medicine may have been stopped.
LABEL_NOW = words_of("currently now today moment time this right actualmente ahora hoy momento por el")

# A label in the patient's own words is a sentence, not a label: 'I have chest pain (no)' is left as it stands.
NOT_A_LABEL = words_of(
    "i i'm im i've ive my me should can could will would tengo tuve tenia mi debo puedo me estoy soy"
)
# 'Pacemaker removed? No' and 'seizures controlled: no' ask something else about it.
LABEL_ASKS = words_of(
    "removed repaired fixed gone cured treated controlled stable better resolved operated replaced stopped healed off"
    " still improving improved remission under worse free clear quit taking missed changed checked normal"
    " quitado reparado curado controlado controlada operado estable mejor sigo sigue"
)
LABEL_ASKS_OF_ALL = words_of("normal")  # 'normal feeling in the groin: no' is the bad news all the same
# 'Bladder control: none' tells of something that is gone, 'loss of bladder control: none' does not.
LABEL_LOSS = words_of(
    "loss lost losing lack trouble troubles problem problems issue issues difficulty change changes abnormal poor"
    " perdida falta dificultad problema problemas cambio cambios"
)
LABEL_GONE = words_of(
    "control feeling feelings sensation sensations sensibility strength movement fuerza sensacion sensibilidad"
    " movimiento"
)
LABEL_LIVING = words_of("live living vivir")  # 'reason to live: none'
# A label with a denial of its own denies nothing, unless a question mark asks for it.
LABEL_CANNOT = words_of("can't cannot cant couldn't don't dont doesn't not no unable without nunca sin")
# What somebody can do: 'able to pee: no' is the bad news.
ABILITY = {
    **dict.fromkeys(("can", "could"), "can't"),
    "able": "unable",
    **dict.fromkeys(("puede", "puedes", "puedo", "capaz", "logra", "siente", "siento", "aguanta"), "no"),
}
ABILITY_WITHIN = 3  # words from the start of the label

# What takes an answer half back: 'no, not controlled', 'no, only at night', 'no, but one last year'. 'No, only
# headaches' is none of these: it names no time, number, condition or degree.
QUALIFIES_BUT = words_of("but well except though pero bueno excepto salvo aunque")
QUALIFIES_NOT = words_of("not no")
QUALIFIES_NOT_YET = names_in(
    "since, any more, anymore, now, lately, recently, yet, well, fully, really, completely, always, under, controlled,"
    " for, in, desde, siempre, bien, del todo, controlado, controlada, controladas, controlados, por ahora, todavia,"
    " mucho, tanto, hace"
)
QUALIFIES_ONLY = frozenset(
    names_in("only, just, unless, except, solo, solamente, nomas, nada mas, excepto, salvo, menos, a menos")
)
QUALIFIES_SMALL = words_of("the a an my for la las el los un una que")
QUALIFIES_WHEN = names_in(
    "when, if, at, in, on, once, twice, one, two, few, couple, sometimes, occasionally, rarely, during, after, before,"
    " since, with, stairs, mild, small, minor, little, cuando, si, en, por, de noche, vez, veces, dos, al, con,"
    " leve, leves, poco, pocas"
)
QUALIFIES_ONE = names_in(
    "one, once, i had one, i had it, i had some, i had a few, i have had, used to, last year, last month, last week,"
    " sometimes, tuve una, tuve uno, tuve algunas, una vez, hace, antes, a veces"
)

# A question of one's own, answered in a sentence: 'seizures? no that was my brother'.
ASKED_DENIES = words_of("no nope nah never nunca")
ASKED_GOES_ON = words_of(
    "that that's it it's i i'm i've he she he's she's never just mine this they we eso fue"
    " era soy estoy nunca solo tengo tomo uso"
)
ASKED_NOT_WITH = words_of(
    "since until anymore lately desde hasta but pero yet recently long used controlled more mas stopped last ago hace"
)
