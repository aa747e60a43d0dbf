"""What began, goes on, begins again or is only meant to end."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

CURRENT_AGAIN = lines_of(
    """
restarted|resumed|restart|resuming|reinstated
back on
still|currently
otra vez
de nuevo
sigo|todavia|aun|continuo|reinicie|retome|volvi
"""
)

AGAIN = lines_of(
    """
restart*|resum*|reinstated
back on
otra vez
de nuevo
reinici*|retom*|volvi
"""
)

# What begins: the medicine is current, however long ago that was.
START = lines_of(
    """
since|started|starting|starts|start|began|begin|begun|beginning
put|puts|placed|went|been|got me on
put|placed|went|going|been|am|i'm on
switched|changed|moved (over) to
prescribed|prescribes|prescribe|given|got|getting
gave|gives me
after|following (my|a|an|the|his|her)
ever since
new|newly|first
by|from|for my
diagnosed|implanted|inserted|placed
put in
desde
empece|empeze|comence|inicie|empezo|empezaron|empezar
me|nos recetaron|receto|mandaron|mando|dieron|dio|pusieron|ponen|puso|indicaron|indico|dan
recetado|recetada
a partir de
despues|luego de
cambiaron|cambie a
nuevo|nueva
"""
)

# A warning sign that began then and lasts: 'my foot drags since January', 'hace tres meses que no siento'.
LASTS = lines_of(
    """
since
desde
hace ..4 que
llevo|llevamos ..3 mes|meses|ano|anos|semanas
"""
)
OVER_SINCE = words_of("gone fine better resolved recovered healed normal then mejor curado entonces")  # 'fine since'

# A sign from birth is nothing new: right behind it.
SINCE_BIRTH = lines_of(
    """
since|from birth
since i was born
desde nacimiento
desde que naci
de nacimiento
"""
)

# An intention is not an end, when it stands before it.
INTEND = lines_of(
    """
will|gonna|i'll|we'll|he'll|she'll
going|about|have|has|need|needs|want|wants|plan|plans|planning|supposed|hoping|hope|like ..1 to
wants|want|wanted me|us to
should|can|could|may|must|do|would|shall|if|when|before|whether|how|where i|we|you|my
thinking|thought of|about
scared|scares|afraid|worried|nervous|worry|ask|asking|wondering
next week|month
tomorrow
voy|vamos|va|van a
tengo|hay|tenemos|tendre que
debo|deberia|debemos|quiero|pienso|puedo|puede|quisiera
me|nos va|van a
me toca
cuando|si yo|deba|puedo|debo
proxima|siguiente semana
manana
miedo
"""
)

# A bare time ('2 years ago') is no past beside one of these, or beside a dose.
PRESENT = words_of(
    "since started began take takes taking now daily every twice still currently restarted on am i'm im desde estoy"
    " soy tengo tomo uso ahora todavia sigo actualmente"
)
PRESENT_PHRASES = ("a day",)
NOT_PRESENT = ("was on",)
