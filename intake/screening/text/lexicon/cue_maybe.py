"""What is asked, feared or was once believed, and is not so: cues of illnesses and signs."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

# What needles may do to anybody: 'can acupuncture cause a collapsed lung?'.
OF_NEEDLES = lines_of(
    """
do|can|would|will you ..2 see|treat|accept|take|work|help (with) patients|people|clients|someone|anyone|folks
safe|ok|okay|fine|dangerous|bad for people|someone|patients|anyone|somebody (with|who+has|who+have)
can|could|does|do|will|may|might|would ..1 needle|needles|needling|acupuncture|cupping|treatment|it|this|you ..2 cause|
    puncture|collapse|lead|trigger|give
heard|read|saw ..2 needle|needles|needling|acupuncture|cupping ..2 cause|causes|caused|puncture|punctured|collapse|
    lead|give|gave
puede|pueden|podria|podrian ..2 agujas|aguja|acupuntura|ventosas ..2 causar|provocar|dar|perforar
puede|pueden|podria causar|provocar|perforar
"""
)
# What is put in only when somebody decided so: 'they talked about a pacemaker', 'might get a stimulator'.
NOT_YET_IN = lines_of(
    """
asked|ask|asking|talked|talk|talking|discussed|discussing|wondered|wondering|considered|considering|thought|thinking|
    researching|deciding|evaluated (about|on|of|for) (getting|having|putting|trying) (in) (a|an|the)
suggested|recommended|offered|proposed|wants|want|wanted (me) (to) (get|have|try|getting|trying) (a|an)
candidate for (a|an)
might|may|could|would|will|going|scheduled|waiting|plan|planning|supposed ..1 (to) get|need|have|getting|for (a|an)
declined|refused|turned+down (a|an|the)
didn't|don't|doesn't|won't|not need|want|get|qualify (for) (a|an|the|my|one)
hablaron|hablamos|recomendaron|sugirieron|ofrecieron|quieren|quiere ..1 (de) (ponerme|poner|un|una)
me van|iban a poner (un|una)
"""
)
# 'Waiting for a new pacemaker battery': one is there already.
NOT_YET_UNLESS = words_of(
    "new replacement replaced replacing battery change changed changing checked check another second upgrade"
    " upgraded generator adjusted reprogrammed turned interrogated nuevo nueva pila bateria cambio cambiar"
    " recambio revisar again"
)
# A sign that is meant for some other day: 'if I get a fever I will call'. It needs both, and nothing else between.
IF = lines_of(
    """
if|unless|lest|si
in case
should i|my
en caso de (que)
"""
)
IF_OVER = words_of(
    "i you my there is was were a an any get gets got getting had have has having develop developed notice noticed"
    " feel felt start started starting see or ever the some also of i'm area un una yo tuviera tengo tuviese me da"
    " diera hay"
    " siento presento noto aparece sube mi la el in with"
)
THEN = lines_of(
    """
call|calling|911|er|emergency|reschedule|cancel|seek
stay|staying home
let|tell you
turn|send me away|home
come|go|going in|straight|right
not come
llamo|llamar|llamare|llamaria|avisare|aviso|avisaria|cancelo|cancelaria|urgencias|iria|ire|vendria|quedaria
"""
)
# 'I know to go to the ER for chest pain', 'told to watch for fever'.
TOLD_WHAT_FOR = lines_of(
    """
know|knows|taught|understand|understood|agree|agreed|promise|promised|remember (me) to go|call|come|report ..5 for|if|
    with|about
know|told|taught|asked|instructed|advised|trying|need|supposed|going|continue|keep ..1 to|on watch|look|looking|
    watching|monitor|check|checking (out) for
watch|watching|look|looking out for
"""
)
# What was believed, and what it was: 'thought it was a heart attack, but it was gas'.
THOUGHT = lines_of(
    """
thought|believed|suspected|feared|assumed|swore|convinced|guessed|misdiagnosed|mistaken|mistook ..1 (that) (i|it|he|
    they) (was|
    were|had|have|having|is|for|as|with)
afraid|scared|worried|panicked|figured (that) (it|i) (was|had|might|could) (be|have|having)
see|check|checked|checking|find|know|wondered|wondering|tested|testing ..1 if|whether|for (it|i|it's) (was|is|had|have|
    were)
looked|seemed|sounded|acted|felt ..1 like|as
creia|creian|creimos|pense|pensaba|pensaron|pensamos|parecia|crei|sospechaban (que) (era|tenia|fuera|eran|estaba)
"""
)
THOUGHT_OVER = words_of("it was were like having i had they he era fue tenia que for as be might maybe possibly")
TURNED_OUT = lines_of(
    """
turned|turns out
ended up (being)
came back
was|is|were|it's|that's just|only|actually|really|nothing|merely
wasn't|isn't|weren't|not
resulto|salio ser
solo|solamente fue|era
no fue|era
"""
)
WAS_INSTEAD = words_of(
    "biopsy scan ultrasound mri ct xray ekg results it's the labs it was wasn't it's turned"
    " ended fue era eran resulto salio no all they scan tests doctor ekg"
)
WAS_ALONE = words_of("ended turned fue era eran resulto salio")
FREE = words_of("free clear clean libre")
FREE_AND_NO_MORE = FREE | words_of("and so all of from de i'm am now it is y")
GOOD_NEWS = words_of("benign benigno benigna negative negativo negativa normal")
WAS_SO = words_of("one true right indeed confirmed bad worse huge big massive mild small that he")
