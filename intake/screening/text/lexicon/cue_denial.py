"""What denies a name, before it and behind it, and what only looks like a denial."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

NEGATION = lines_of(
    """
no|not|never|none|without|nor|neither|nope
deny|denies|denied|denying
don't|doesn't|didn't|haven't|hasn't|hadn't|isn't|aren't|wasn't|weren't|ain't
dont|doesnt|didnt|dident|havent|havnt|haven|hasnt|hadnt|isnt|arent|wasnt|werent|aint
negative|neg|unremarkable|clear for|of
free of|from
cleared|acquitted of|for
nothing|nada ..1 like|such+as|como
lack|absence|absent|lacks|lacking of
lacked|lacking|lacks
no|without|sin|ningun|ninguna|ninguno (any) (new|other) (clear|clinical|obvious|definite|mammographic|radiographic|
    significant|further|otra|nueva) evidence|sign|signs|finding|findings|indication|indications|complaint|
    complaints|suggestion|suspicion|concern|concerns|trace|hint|proof (of|for) (to) (suggest|indicate|suggesting)
not|never|don't|dont|doesn't|doesnt|didn't|didnt|hasn't|haven't|isn't|wasn't show|shows|showed|shown|find|found|
    reveal|
    revealed|exhibit|demonstrate|appreciate|complain|complained|develop|developed|look|looks|looked|appear|suffer|
    suffered|
    experience|experienced|associated|suggest|suggestive|indicate|detect|detected|notice|noticed|seem|seems|sound|
    think|
    evidence (of|with|to|like|for|from|it's|its) (have|be|had) (any)
not|never|don't|doesn't|didn't|can't|cannot|couldn't see|seen|saw|know (of) any|evidence|signs|sign (of|for)
not|don't|dont|doesn't know of
not to be|have
fail|fails|failed to reveal|show|find|detect|demonstrate
inconsistent with
ruled|rules (me|him|her|them|it|us|patient|pt) out (for|against|of)
ruled|rules the patient|pt out (for|against)
rule|ruling it out
did|can|able|adequate|sufficient|enough|helped (to) rule (me|him|her|them|it|patient|pt) out (for|against|of)
did|can|able|adequate|sufficient|enough (to) rule the patient|pt out (for|against)
not consistent with
no chance|way|possibility|evidence|sign (that|of) (i|i'm|im) (am)
impossible that (i|i'm|im) (am)
can't|cannot|cant be
nunca|jamas|tampoco|sin|ni|ningun|ninguna|ninguno
niego|niega|negado|negando
ausencia|ausente de
(lo|la|le|me|se|nos) descarto|descartaron|descarta|descartan|descartado|descartada ..1 (por|contra|para)
puede|pueden|pudo|pudieron|lograron|adecuado|suficiente (para) descartar|descartarlo|descartarla (por|contra)
excluye|excluyen|excluyo|excluyeron
no (se) (me) ve|ven|vio|vieron|observa|observan|aprecia|aparece|aparecio|encuentra|encontro|encontraron|
    detecta|detecto|muestra|revela|demuestra|quejo|asociado (de|con)
sin|no|ningun|ninguna (hay) (otra|nueva) senal|senales|hallazgo|hallazgos|indicio|indicios|queja|quejas|sospecha|
    indicacion|
    sugerencia|sugerencias|prueba|pruebas de
nunca|jamas desarrollo|desarrolle|desarrollado
libre de
zero|cero
nada de
no one|nobody|noone|nadie (has|ha|me) (ever) told|said|dijo|dicho (me) (that|que) (i|i've) (have|had|tengo)
never|haven't|havent|nunca|jamas (been|had|me|he|han|ha|sido) (ever|a|anyone|doctor|un) told|say|said|dicho (me) (that|
    que) (i|i'm|i've) (have|had|am|got|tengo|tenia)
false|falso positive|positives|positivo (for|on|para|de|en)
negativo|negativa para
descartado|descartada|descartaron|descarto
no hay|existe|presento|presenta (evidencia|signos|datos) (de)
"""
)
NOT_NEGATION = lines_of(
    """
no|not|without|zero|never|little|sin|ningun|ninguna (hay|ha|he|visto|tengo|significant|real|big|major|more|further|
    noticeable|definite|much|interval|suspicious|any|much) (interval) change|changes|changed|improvement|
    improvements|improving|
    improved|relief|better|worse|worsening|increase|decrease|difference|progress|help|helped|cure|effect|reduction|
    mejora|
    mejoria|mejorado|cambio|cambios|alivio|mejor|peor|aumento|cura
not|doesn't|don't|didn't|no necessarily|cause|causes|extend|drain|causa|drena|necesariamente
be|being ruled out
not|isn't|aren't|wasn't sure|certain|only|just|always|without|controlled|anymore
no problem
no problems
no longer|more|further|doubt|wonder|idea
ya no
never without
no solo|solamente|mas|hay duda
no se si
not (well) under control
not|never|hasn't|haven't|isn't|wasn't (been|yet|be) ruled|rule out
can't|cannot|cant|couldn't|could rule out
rule out
no ..2 descart*
sin descartar
no matter
year|years|yrs|month|months|anos|meses clear|clean|free|libre|limpio|limpia of|from|de
free|cured|libre of|from|de & cancer|tumor|tumour|leukemia|leucemia|lymphoma|linfoma|melanoma
"""
)
# Of medicines only: 'I avoid aspirin', 'told to avoid NSAIDs'. An illness that is avoided may be there.
AVOIDS = lines_of(
    """
avoid|avoids|avoiding|avoided|refuse|refuses|refused|declined|evito|evitar|evitando|rechazo|rechace (to) (taking|
    using|all|tomar|usar|any)
"""
)
AVOIDS_OVER = words_of("and or y o surgery surgeries pills strong heavy more being going back cirugia")
# In the clause behind: 'he suggested aspirin, but I don't take it'. 'Haven't taken it' is a missed dose.
NOT_TAKEN_NEXT = lines_of(
    """
don't|dont|won't|wont|never|didn't|didnt|refused (ever|even|actually|to) take|took|use|used|start|started|fill|filled|
    try|
    tried|bought|buy (it|them|any|that|those) $
haven't|havent|never (ever|even) tried|started|filled|bought (it|them|any|that) $
i|we declined|refused|passed $
said no (thanks|thank+you) $
no (me) lo|la|los|las tomo|tome|uso|compre|surti|quise $
nunca lo|la|los|las tome|use|compre|surti $
"""
)
# 'There was a fever in the house but I did not catch it': of illnesses and signs.
NOT_CAUGHT_NEXT = lines_of(
    """
didn't|didnt|never|don't|haven't|did+not|do+not|have+not (ever) get|got|gotten|catch|caught|have|had it|any|that $
not me|mine $
(a) mi no (me) (dio|pego|toco) $
no me dio|pego|contagie|contagio|toco $
"""
)
NOT_TAKEN_WITHIN = 6  # words of that clause
# What may come, not what is: 'to prevent a stroke', 'what causes cancer'. Of illnesses only; 'another' is no bridge.
HYPOTHETICAL = lines_of(
    """
prevent|prevents|preventing|prevention|avoid|avoiding|evitar|prevenir|prevencion (of|de) (a|an|un|una|getting|having)
avoid|avoiding|evitar|prevenir (going|getting|ending|being|tener|que|caer|llegar) (up|back) (on|with|needing|en|a) (a|
    an|
    the|la|el)
don't|not|never|won't|avoid|without (want|wanna) (to) become|becoming|develop|developing|end|ending|turn (up|
    into) (with) (a|an)
afraid|scared|terrified|worried|worry|worries|worrying|nervous|concerned|anxious|paranoid|fear|fears|dread (of|
    about) getting|having|developing|
    becoming|catching (a|an)
afraid|scared|terrified|worried|nervous|concerned|fear|fears (that) i will|could|might|would|may|can get|become|
    develop|
    be (a|an)
don't|dont|not|never|didn't want|wanna (to) (get|have) (a|an|another)
hate|dread|loathe|odiaria to get|have|develop|catch (a|an)
afraid|scared|terrified|worried|worry|fear|fears (that) i'll|i'd|it'll (get|become|develop|be|end|need|
    have) (up) (needing|on|with|in|getting) (a|an)
miedo|temor de|a (que) tener|darme|padecer|tenga|quedar|de|dar (un|una)
hope|hoping|pray|praying (that|to) (i|i'll|i'd) (will|would) never|not|don't|won't (to) (ever) need|get|have|develop
miedo|temor de|a que me de (un|una)
before|antes i|it|they|this|que get|gets|become|becomes|develop|develops|turn|turns|end|ends|me+de (up) (into|in|
    with) (a|an)
risk|risks|chance|chances|odds|riesgo|riesgos|probabilidad (of|for|de) (getting|having|developing) (a|an|un|una)
can|could|does|do|will|may|might|would|puede|pueden ..4 cause|causes|trigger|provocar|causar (a|an|un|una)
could|might|may|can|would|will|puedo|podria (i) ..1 get|develop|catch|become|dar|desarrollar (a|an)
if|si (i|yo) were|become|get|got|fuera|estuviera|quedara
"""
)
HYPOTHETICAL_NOT_OVER = words_of("my our the mi mis la el i'm had has have")  # 'prevent my diabetes from getting worse'
# Behind the name, over 'is', 'was' and the like.
NEGATION_AFTER = lines_of(
    """
(been|completely|all) ruled out
(been) excluded|negative|neg|none|absent|denied
screening|screen|test|tests|workup (was|is|were|are|came|came+back|all) normal|negative|clear|fine|clean
not present|found|seen|detected|evident|identified|visible|apparent|demonstrated|observed
ninguno|ninguna|negativo|negativa|descartado|descartada|descartados|descartadas
se descarto|descarta
"""
)
# 'None since March' tells that there were some before.
NOT_NEGATION_AFTER = lines_of(
    """
none|nothing|nada|ninguno|ninguna since|desde|until|hasta|after|recently|lately|ultimamente|recientemente
none|nothing|nada|ninguno|ninguna this|esta|este week|month|year|semana|mes|ano
none|nothing|not|nada|ninguno|ninguna now|currently|ahora|actualmente|anymore
none of the|my|your|his|her|our|these
ninguno|ninguna de mis|los|las|estos|estas
none|nothing|nada|ninguno|ninguna for|in|over ..4 day|days|week|weeks|month|months|year|years
ninguno|ninguna|nada en ..4 dias|semanas|meses|anos
"""
)
AFTER_OVER = words_of("is was were are has have had been ha han sido fue es era esta estan quedo completely all")
NEGATION_LAST = words_of("no never nunca nope n false")  # the last word of the clause: 'Epilepsy: no'
NEGATION_LETTER = words_of("n")  # behind a dose it is another word: 'Falithrom 3 mg n. Quick'
NEGATION_CLAUSE = lines_of(
    """
came|come|comes|turned (back|out) negative|normal|clear|fine
was|were|is|are|been negative
test|tests|tested|testing|screen|scan (came|was|were) (back|out) negative|normal
negative test|tests|screen|biopsy
salio|salieron negativo|negativa|negativos|negativas|normal|normales
prueba|pruebas|examen|resultado|resultados negativa|negativas|negativo|negativos
free|clear|libre|limpio|limpia & biopsy|biopsies|mole|lump|spot|nodule|polyp|polyps|cyst|scan|mri|ct|mammogram|
    colonoscopy|smear|pap|papanicolau|papanicolaou|results|test|tests|biopsia|lunar|quiste|mamografia|colonoscopia|
    resultado|resultados|estudio|estudios|household|families|familia|family
"""
)
SINCE = words_of("since desde")  # behind an illness: 'no seizures since 2019'
LIST_OR = words_of("or nor o u ni")
LIST_WORDS = words_of("following these those of siguientes estos estas de or nor and any a an the no o u ni y un una")
LIST_VERBS = words_of("have had use take been am suffer tengo tomo uso padezco")  # behind the last 'or'
LIST_VERBS_OPEN = words_of("have had take taken take use used tengo tenido tomo tomado")  # 'I do not have, nor had, …'
LIST_OR_NEVER = words_of("nor or and never ni nunca y not")
# 'No to everything on the list: heart disease, cancer', 'none of these (stroke, seizures)'.
LIST_ANNOUNCED = words_of(
    "following these those above below list listed everything anything all things conditions questions illnesses"
    " siguientes estas estos anteriores todo todas todos lista"
)
LIST_ANNOUNCED_OVER = words_of(
    "to of any on the apply applies me been have had ever diagnosed with for and or at currently taking conditions"
    " problems diseases"
    " illnesses medical medicines meds drugs de a los las la el con ninguna ninguno he tenido tengo"
)
LIST_HISTORY = words_of("history of known prior h hx mi htn")
NOT_OF_ALL = words_of("not don't doesn't isn't didn't")  # 'not everything: diabetes, COPD'
ITEM_LENGTH = 5  # words of an item of such a list
LIST_LEADS = words_of("pt patient paciente i she he ros hx pmh exam history review of systems")  # stand before it
LIST_OPENERS = words_of(
    "none ninguno ninguna negative neg negativo no denies deny denied denying without sin niega niego never nunca"
)
LIST_NEEDS_FOR = words_of("negative neg negativo")  # 'negative for fever, chills'
LIST_FOR = words_of("for para")
LIST_NO_HISTORY = words_of("history h hx antecedentes antecedente historia pmh")  # 'no h/o CA, DM, CVA'
LIST_LENGTH = 3  # 'No A, B, C' denies all when it names at least so many
SIGNS_LENGTH = 2  # of illnesses and signs two are enough when the first stands beside the 'no'
# A nurse's 'denies' holds for all that follows, up to a word that tells of something else.
LIST_DENIERS = words_of("negative neg negativo denies denied deny denying niega")
LIST_ENDERS = words_of("take takes has had have on uses use reports report admits endorses toma usa tiene refiere")
# A denied medicine with one of these and a recent time: a missed dose. 'I have not had my Savaysa for 4 days.'
DOSE_VERBS = words_of(
    "anything any that which nada algo que"
    " take taken taking took takin takeing had used use using gotten get got getting touched touch swallowed swallow"
    " inject injected injecting gave given give"
    " around refilled refill filled fill renewed received bought picked pick"
    " tomado tomar tomando tome tomo tomamos toma tomaron tomarme tomarlo usado uso usar use usamos puesto pongo puse"
    " pusimos"
    " poner ponerme pusieron inyecto inyecte inyectado inyectar inyectarme inyectamos aplique aplicado recibi recibido"
    " surtido surti surtieron comprado compre recogido recogi dieron dado"
)
# A time behind one of these without a verb: 'no Eliquis since Friday', 'llevo dos dias sin Xarelto'.
MISSED_SPAN = words_of("since desde llevo llevamos went been gone going quede quedamos quedado days dias")
MISSED_OPEN = lines_of(
    """
haven't|havent|havnt|hasn't (been) taken|taking|had|used|using|gotten|injected|refilled|filled|renewed|received|bought|
    touched
have|has not (been) taken|taking|had|used|using|gotten|injected|refilled|filled|renewed|received|bought|touched
no (me) he|ha|han|hemos (me) tomado|usado|puesto|surtido|comprado|recogido|recibido|inyectado|aplicado
sin tomar
"""
)
MISSED_OWN = lines_of(
    """
not|n't|stopped|isn't|aren't|ain't (been) taking|using my|mi
no tomo|uso|estoy (tomando) mi|mis
"""
)
NOT_A_MISSED_DOSE = words_of("any ever never nunca jamas ningun ninguna alguna")
