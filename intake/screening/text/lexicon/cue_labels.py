"""The answers of a list that patients write for themselves: 'Epilepsy: no', 'stroke - none', 'cancer (never)'.

The answer denies its whole label when it holds nothing but these words: 'none since Tuesday', 'no longer' and
'no change' tell of something else.
"""

from intake.screening.text.lexicon.shapes import words_of

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
