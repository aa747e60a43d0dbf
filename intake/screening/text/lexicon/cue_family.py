"""Whose it is: relatives, friends and pets, and the words that say it is the patient after all."""

from intake.screening.text.lexicon.shapes import lines_of, words_of

FAMILY_OWNER = words_of("my our mi mis nuestro nuestra nuestros nuestras his her their su sus")
FAMILY_ARTICLE = words_of(
    "the la el los las a an un una both all some most many several every ambos ambas todos todas unos unas varios"
    " varias muchos muchas two three four five six seven eight nine ten cuatro cinco"
)
ANIMALS = words_of(
    "dog dogs cat cats pet perro perra perrito gato gata mascota"
    " doggy pup puppy puppies kitty kitten kittens poodle labrador chihuahua beagle bulldog terrier husky horse horses"
    " pony mare foal rabbit rabbits bunny hamster ferret parrot parakeet bird chicken hen goat goats donkey cow cows"
    " pigs"
    " pets tortoise turtle lizard perros perras perrita perritos gatos gatas gatito gatita gatitos cachorro cachorra"
    " cachorros mascotas caballo caballos yegua conejo conejos coneja loro perico iguana snake gecko llama sheep lamb"
    " pajaro gallina vaca vacas burro"
    " tortuga"
)
FAMILY_NOUN = (
    words_of(
        "girl girls boy boys lad lads"
        " mother mom mum mama father dad papa parent parents husband wife spouse partner boyfriend girlfriend fiance"
        " fiancee ex son sons daughter daughters kid kids child children baby brother brothers sister sisters"
        " grandmother grandfather grandma grandpa grandson granddaughter aunt uncle cousin niece nephew friend friends"
        " boss coworker neighbor roommate relative esposo esposa marido madre padre hijo hija"
        " hermano hermana abuela abuelo"
        " mommy daddy mummy momma stepmother stepfather stepmom stepdad stepson stepdaughter stepbrother stepsister"
        " twin grandparents grandparent nana granny nanny gran grandad granddad"
        " dads moms fathers mothers grandmothers grandfathers grandsons granddaughters husbands wives fam families"
        " aunts uncles aunty auntie cousins nieces nephews family relatives"
        " twins triplets quads gemelos gemelas mellizos mellizas trillizos"
        " roommates coworkers neighbors neighbour neighbours colleague patient client inlaws grandkids"
        " grandchild grandchildren sibling siblings widow widower"
        " mami papi papas padres suegra suegro suegros cunado cunada nuera yerno tia tio tias tios primo prima primos"
        " primas sobrino sobrina sobrinos nieto nieta nietos abuelos abuelita abuelito bisabuela bisabuelo hijos hijas"
        " hermanos hermanas hermanito hermanita hermanastro novio novia pareja bebe nino nina ninos"
        " familia familiar familiares amigo amiga amigos amigas vecino vecina jefe jefa"
        " companero companera papas mamita madrastra padrastro difunto conyuge"
        # grand-, great-, half-, step-, god- and foster-; no 'gemelo', which is the calf of the leg too
        " granddaddy gramps grampa grammy gammy nonna nonno mamaw papaw meemaw memaw pawpaw grandbaby grandbabies nan"
        " nans"
        " greatgrandmother greatgrandfather stepsisters stepbrothers stepsons stepdaughters stepchild stepchildren"
        " stepkids"
        " stepparents halfbrother halfsister godmother godfather godson goddaughter godchild godparents godparent"
        " bisnieto bisnieta bisnietos tatarabuelo tatarabuela hijastro hijastra hijastros hermanastra hermanastros"
        " ahijado"
        " ahijada ahijados padrino madrina padrinos teenager toddler toddlers newborn"
        # by marriage, and whoever shares a life
        " hubby hubbie wifey spouses partners bf gf exhusband exwife exes missus fiances bride groom widows consuegro"
        " consuegra consuegros concuno concuna concunado concunada yernos nueras cunados cunadas prometido prometida"
        " esposito esposita maridito senora mujer viejo vieja parejas exesposo exesposa exmarido exnovio exnovia"
        # short, fond and misspelled
        " pop pops poppa mam mams mamas papito jefito jefita abue abuelitos abuelitas tata nono nona bro bros sis unc"
        " folks"
        " kiddo kiddos bestie bff buddy pal mate dude roomie roomies roomate roomates housemate housemates flatmate"
        " granma gramma granpa fathr mothr husban duaghter dauther neice nefew hermno esposs primito primita compadre"
        " comadre compas compadres comadres"
        # around
        " landlord landlady tenant teacher student students coach teammate classmate colleagues employee employees"
        " supervisor"
        " manager babysitter nanny caretaker caregiver pastor priest customer customers passenger housekeeper clients"
        " patients stranger conocido conocida maestro maestra alumno alumna inquilino casero empleado empleada patron"
        " patrona cliente clientes paciente pacientes colega colegas vecinos vecinas companeros companeras"
    )
    | ANIMALS
)
# A noun of two words: 'significant other', 'better half'.
FAMILY_TWO_WORDS = {
    "other": ("significant",),
    "half": ("better", "other"),
    "pig": ("guinea",),
    "laws": ("in",),
    "man": ("old",),
    "lady": ("old",),
}
FAMILY_HEADS = words_of(
    "and antecedentes familia familiares fh fhx family history hx historia heredofamiliares pmh"
)  # 'antecedentes: padre infarto'
FAMILY_ONE_OF_THE_FORM = words_of(
    "patient client paciente cliente man lady senora mujer viejo vieja"
)  # 'dialysis patient'
# Not without an owner: 'Patient takes Eliquis' is about the person of the form, 'twin pregnancy' is no twin.
FAMILY_NEEDS_OWNER = words_of(
    "girl girls boy boys lad lads twins triplets quads gemelos gemelas mellizos mellizas trillizos"
    " patient client twin baby bebe child kid nino nina family fam families familia relative familiar pet ex"
    " senora mujer viejo vieja teenager toddler toddlers newborn mate pal dude buddy pop tata groom bride mam mams"
    " mamas"
    " landlord landlady tenant teacher student students coach employee employees supervisor manager babysitter nanny"
    " caretaker caregiver pastor priest customer customers passenger housekeeper clients patients stranger conocido"
    " man lady conocida maestro maestra alumno alumna inquilino casero empleado empleada patron patrona cliente"
    " clientes paciente"
    " pacientes colega colegas colleague colleagues bird chicken hen goat cow cows pigs unc"
)
# With an article too, when the verb follows: 'the baby has a fever'; but these are the person of the form, or may be.
FAMILY_OF_THE_FORM = words_of(
    "patient patients client clients man lady senora mujer paciente pacientes cliente clientes viejo vieja"
)
# What people call their own, without an owner in the middle of a clause too: 'since mom had her stroke'.
FAMILY_CALLED = words_of(
    "mom mum mommy momma mama mami dad daddy papa papi grandma grandpa gramma grampa granny nana gramps abuelita"
    " abuelito abue"
)
CALLED_AFTER = words_of(
    "since after before when while because with of for to like unlike lost losing helping caring watching visiting"
    " taking driving and than about that where until if desde cuando con de para a como porque"
)
# 'My oldest has seizures', when a verb follows.
ONE_BY_AGE = words_of("oldest eldest youngest middle firstborn older younger mayor menor")
# Where somebody else fills in the form, by the answer to "form_filler": with 'my' these mean the patient.
MINE = words_of("my our mi nuestro nuestra")
THE_PATIENT_OF = {
    "parent_guardian": words_of(
        "son daughter kid child baby boy girl toddler teen teenager newborn grandson granddaughter grandchild stepson"
        " stepdaughter niece nephew ward hijo hija nino nina bebe nieto nieta sobrino sobrina hijastro hijastra"
        " hijito hijita oldest youngest"
    ),
    "helper": FAMILY_NOUN - ANIMALS,
}
# What the patient says of himself: 'I am a grandmother with a pacemaker'.
FAMILY_SELF = words_of("am i'm im soy as being como ser siendo")
FAMILY_BETWEEN = words_of(
    "dear late ex old older oldest elder eldest young younger youngest little big baby twin step half grand great"
    " great-great own poor year years month months yr yrs yo teenage adult first second former deceased dead"
    " biological adopted foster only other best close sick better significant kid rescue service favorite pet new"
    " whole entire toda todo"
    " mejor mejores elderly maternal paternal in law s paternal materna"
    " materno paterna paterno querida querido mayor menor dos tres ex"
)
# Behind the name: 'cancer in my dad', 'stroke of both parents', 'diabetes (mom and grandma)'.
FAMILY_JOIN = words_of("in of en de for para")
# 'Leucemia de niño', 'epilepsia de chica': the childhood of the patient.
FAMILY_CHILDHOOD = words_of("nino nina bebe chico chica joven chiquito chiquita")
FAMILY_DEGREE = words_of(
    "both the dear late old older oldest elder eldest young younger youngest little twin step half grand great"
    " paternal maternal ambos ambas el la los las a an un una"
)
FAMILY_ROW = words_of("and y my mi the both")
FAMILY_GOES_ON = words_of("and y or at when aged who only age died en a cuando que")
FAMILY_WHO = words_of("who who's whose que quien")
FAMILY_DOES = words_of(
    "has had takes is was uses wears gets got needs suffers carries lives tiene toma usa padece esta tuvo sufre lleva"
    " trae"
    " are were have take tienen toman usan estan padecen es era son fue"
)
DOING = ("ing", "ando", "iendo")  # 'I am raising my grandson'
FAMILY_SUBJECT_OF = FAMILY_DOES | words_of(
    "no puede pueden quedo tienen toman usan padecen le les cannot can't lost died went stays needs"
)
FAMILY_BECAUSE = words_of("por because due from for after with con")  # 'le amputaron el pie por diabetes'
FIRST_PERSON = words_of("i i'm im i've i'd me my mine myself we our us mi mis yo tengo tuve tenia estoy soy me nos")
FIRST_PERSON_SUBJECT = words_of("i i'm i've i'd we yo tengo tuve tomo tenia estoy soy")
FAMILY_JOINS = words_of("with who who's con que")
PEOPLE_OF_ANIMALS = words_of(
    "walker walkers owner owners lover lovers trainer groomer sitter mom dad person breeder lady"
)
FAMILY_NOT_OVER = words_of("my mi mis")  # just before the name it is the patient's own
# 'My mother has dementia and a pacemaker': what stands between is short and says nothing of the patient.
FAMILY_HAS = words_of(
    "has have had got gets takes took suffers suffered tiene tuvo tenia toma padece sufre with con is was are were"
    " wears"
    " wore uses caught broke came died tienen tuvieron toman usa usan esta estan padecen sufren who que"
)
FAMILY_LIST = 7
FAMILY_LIST_BREAK = words_of(
    "i i'm i've me my mi mis to after since when while that for help helps helped cares drives gave yo tengo tuve para"
    " que"
)
FAMILY_TURNED_OUT = words_of("it that was turned out to be fue era resulto ser")  # 'and it was cancer'
FAMILY_VERB = words_of(
    "has have had takes take took is are was on with uses used gets got wears suffers suffered died of from"
    " diagnosed law's anda andan andaba esta estuvo padecen padecian sufren usan llevan lleva llevaba trae traen son"
    " estan tomaban viven tiene tienen"
    " tenia tenian tuvo tuvieron toma toman tomaba usa padece padecia sufre sufria murio de"
    " con es era who also just recently lost needs being been now both always mine ours mio mia que tambien siempre"
    " fallecio le dio sus in law laws passed away survived recovering having does doing still fue se quiso"
    " quizo intento trato wants wanted tried attempted committed"
    " pusieron puso dieron dio encontraron hicieron operaron detectaron quitaron diagnosticaron implanted"
    " years year yr yrs old anos ano aged placed found wore developed caught contracted battled battling fought beat"
    " living lives lived struggles struggled"
    " dealing deals months month weeks week mo wks meses semanas born undergoing underwent receiving receives gets en"
    " diagnosis febrile hay hubo who's"
    " going through runs running ran spiked spiking gets getting develops keeps"
    " all each usually mostly often dan da daba daban ponen pone materna materno paterna paterno maternal paternal"
)
FAMILY_ANYWHERE = lines_of(
    """
family|familial history (of)
risk|risks|genes|gene ..2 in my|our family
where i work|worked|volunteer|intern
history in the|my|our family
runs|run|ran in (the|my|our|his|her) ..2 family
runs|run|ran in (the|my|our) ..2 blood
on|from (my|our|the) ..2 mother's|father's|mom's|dad's|mum's|maternal|paternal|husband's|wife's|mothers|
    fathers side
hereditary|genetic in (my|our|the) family
familial
antecedente|antecedentes|historia|historial familiar|familiares
en mi|la|nuestra familia
de familia
teach|teaching|treat|treating|tutor|coach|coaching|counsel|nurse|volunteer ..3 people|patients|kids|students|clients|
    adults|children|residents
work|works|working with people|patients|kids|students|clients|adults|children|residents
trabajo|atiendo|cuido ..1 pacientes|personas|ninos|ancianos
por parte|lado de mi madre|padre|mama|papa
guy|man|lady|woman|person|gentleman|girl|boy|child|kid|elder|couple|people (that|who|whom) (i|i'm) care|caring|cared|
    look|looking|sit for|after
persona|senor|senora|viejito|viejita|anciano|anciana|nino que (yo) cuido|atiendo
people|others|someone|somebody|anyone|anybody|everyone|everybody|folks|persons|those (who|that) (live|living|lives|
    have|has|are) with
take|takes|taking|took care of|for (a|an|the|my|some|other) ..2 lady|man|woman|person|gentleman|patient|patients|
    client|
    clients|people|elderly|kids|child|children|boy|girl|couple
gente|personas|alguien|otros (que) (tienen|tiene|viven|vive|con)
del|de lado ..2 madre|padre|mama|papa
"""
)
ITSELF_MINE = frozenset({"me"})  # in the words of a hit: 'bit me and it got infected'
BITES = lines_of(
    """
bit|bites|bitten|scratched|stepped|jumped|pulled|knocked|tripped|kicked|licked|mordio|rasguno|tumbo (on|over) me|my|mi
me mordio|rasguno|tumbo|pateo|jalo
"""
)
FAMILY_OPENS = lines_of(
    """
(strong|my|positive|significant) family|fam history|hx
fh
fhx
family|familial (medical) history
antecedentes|historia|historial (medica|medicos) familiares|familiar
in my family
en mi familia
"""
)
FAMILY_BREAK = lines_of(
    """
me|myself and my ..2 both|all|have|had
both of us
we all|each have|had|got
i also
me too
(and) i am|was|do|have|did too|also|likewise
(and) me too|also
so do|have|am|did i
and i (also|probably|might|may|just|now) have|had|take|took|use|get|got|inherited|share|do|did|suffer|carry
neither|either do i
same|like as|for me
like me
same here
myself
we both
and i|me both
i do|have too
gave|gives|give|got|get me
says|said|say|tells|told|thinks|think|noticed|notices|found|finds|brought|brings|reminds|reminded|worries|saw|
    calls
without me
sin mi
yo tambien
a mi tambien
igual que yo
wants|want|wanted|asks|asked|makes|made|lets|let|helps|helped|begs|begged|needs|drove|drives me to|take
me da|dan|dio|dieron|dice|dicen|dijo|trajo|encontro|vio
dice|dicen|dijo|cree|creen|piensa que
"""
)
# 'And I have to lift him', 'and I carry her' say nothing of the patient's own.
BREAK_VERBS = words_of("have had take took use get got carry do did")
NOT_A_BREAK_BEFORE = words_of("to him her them care")
# What is left of 'and so do I' in the clause behind the name.
SO_DO_I = frozenset({("do", "i"), ("am", "i"), ("did", "i"), ("have", "i"), ("was", "i")})
# The same, but only before the name: 'when my mother died I had a seizure'.
FAMILY_BREAK_BEFORE = lines_of(
    """
i have|am|take|use|had|got
i've|i'm
i inherited|developed|caught|share
yo tengo|tomo|uso|tuve|estoy|padezco
"""
)
# 'I'm the caregiver of my mother, who has it' and 'I take care of her' tell of her all the same.
CARES_FOR = words_of("care caregiver carer caretaker nanny aide babysitter guardian conservator cna cuidadora cuidador")
CARES_WITHIN = 5  # words from the start of 'I am'
# Opens a clause behind a comma that says more of the relative before: 'my father, 82, has a pacemaker'. Not 'had' and
# 'was', which patients write of themselves in telegraph style.
FAMILY_SAYS_MORE = words_of("has takes wears uses tiene toma usa padece lleva sufre")
FAMILY_OF_MINE = words_of("who whose que quien")  # opens a clause that goes on about the relative before the comma

CARRIER = lines_of(
    """
i|i'm|im|am (am) (probably|also|only|just) (a|an) carrier
i carry
i|we both carry|carriers
soy|tambien portador|portadora
"""
)
