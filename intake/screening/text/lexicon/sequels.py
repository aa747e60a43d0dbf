"""Signs that are told over two clauses or sentences: 'My gums bleed. It won't stop', 'Me sangra la nariz, no para'.

The first says where or what, the second how it goes on without naming it again. Foreign words are from memory: a
native speaker must check them.
"""

from intake.screening.text.lexicon.shapes import Sequel, lines_of, words_of

# Before it, in its clause, stand only words of this kind and times: 'and this week it started to hurt'.
SEQUEL_OPENS = words_of(
    "i i've yo and but y e pero now also then so because still just since for about from ever it's this that"
    " ahora tambien sudden suddenly lately recently"
    " entonces desde hace pues ya aun todavia como casi de la el en last past me se"
)
SEQUEL_BACK = 2  # clauses before it that are looked at
ENOUGH_SEQUELS = 8  # of one list in one text; more only a machine writes
SEQUEL_WITHIN = 5  # words of a clause within which it begins

_IT = "it|it's|its|this|that|they|they're|there|eso|esto|ahi"
_WONT = "won't|wont|doesn't|doesnt|don't|hasn't|hasnt|haven't|didn't|not|never|can't|cant|isn't"
_LIMB = (
    "leg|legs|foot|feet|arm|arms|hand|hands|knee|knees|ankle|wrist|fingers|toes|pierna|piernas|pie|pies|brazo|brazos"
    "|mano|manos|rodilla|rodillas|dedos"
)
_SEAT = (
    "bottom|butt|buttocks|groin|crotch|privates|private|genitals|saddle|vagina|penis|scrotum|perineum|anus|rectum"
    "|between+my+legs|between+the+legs|nalgas|trasero|ingle|entrepierna|genitales|partes+intimas|partes|vulva|pene"
    "|entre+las+piernas"
)
_WATER = (
    "bathroom|toilet|bano|pee|peeing|urinate|urine|bladder|bowel|bowels|poop|stool"
    "|orinar|orino|orina|pipi|vejiga|popo|pis"
)
_OTHER_PLACE = (
    "knee|rodilla|shoulder|hombro|head|cabeza|foot|pie|hand|mano|elbow|codo|ankle|tobillo|neck|cuello|hip|cadera|tooth"
    "|muela|garganta|throat|wallet|billetera"
)

SEQUELS = (
    Sequel(
        code="rft_bleeding",
        told=(
            "bleed*|bled|sangr*|blood|nosebleed|nosebleeds|hemorrag*|gum|gums|encia|encias|nose|nariz|socket|tooth|muela"
            "|nicked|cut|gash|cortada|corte|cortadura|me+corte|bit|mordi|rectum|recto|vagina|period"
            " ~ clean+cut|haircut|pelo|cabello|grass|pasto|sugar|pressure|azucar|presion|runny|runs|sneezing|snot"
            "|stuffy|allergy|allergies|back|hours"
            "|cost|costs|corners|calories|sugar|work|budget"
        ),
        then=lines_of(
            f"""
{_IT}|nothing|nada ..1 {_WONT}|no ..2 stop|stopped|stopping|quit|let|slow|slowed|ended $
{_IT} {_WONT} ..2 stop|stopped|stopping|quit|let|slow|slowed|ended ..3 yesterday|hours|today|morning|monday|tuesday|
    wednesday|thursday|friday|saturday|sunday|days|night|pressure|pressing
still|keeps|kept|keep ..1 dripping|oozing|bleeding|bleeds|seeping|leaking|flowing|pouring|gushing ~ {_OTHER_PLACE}
nothing ..1 stops|stop|helps (it|the) (bleeding) $
no (se) (me|le) (lo|la) (puedo) para|paran|parar|detiene|detienen|corta|quita (con) (nada) $
no (se) (me|le) para|paran|detiene|corta ..2 desde|horas|ayer|hoy|anoche
sigue|siguen|sigo saliendo|sangrando|goteando|escurriendo|brotando
con|y nada ..1 para|detiene|corta
"""
        ),
    ),
    Sequel(
        code="rft_aneurysm",
        told="aneurysm*|aneurism*|aaa|aorta|aortic ~ ruled",
        then=lines_of(
            f"""
{_IT} ..3 hurt|hurts|hurting|ache|aches|aching|sore|tender|throbs|throbbing|bigger|grew|growing ~ {_OTHER_PLACE}
me|eso|ahi|le|ya|ahora ..2 duele|dolio|doliendo|punza|molesta|crecio|creciendo ~ {_OTHER_PLACE}
pain|ache|dolor ..2 there|ahi|belly|back|flank|abdomen|barriga|espalda|panza
my|mi ..1 belly|stomach|abdomen|back|side|flank|barriga|panza|espalda|costado ..5 hurt|hurts|hurting|ache|aches|aching|
    pain|painful|
    duele|duelen
crecio|grew $
"""
        ),
    ),
    Sequel(
        code="rft_saddle",
        told=f"{_SEAT} ~ massage|car|chair",
        then=lines_of(
            f"""
can't|cant|cannot|don't|dont|barely|hardly|no ..1 feel|siento it|them|anything|nothing|nada|lo|la $
no la|lo|las|los siento
{_IT} ..2 numb|tingly|tingling|tingles|asleep|dead|dormido|dormida ~ foot|toe|toes|hand|arm|leg|pie|mano
(me) la|lo|las|los tengo|siento dormid*|entumid*|adormecid*
se me ..1 duerme|duermen|durmio|durmieron|adormece|entume ~ pie|pies|mano|manos|brazo|pierna
"""
        ),
    ),
    Sequel(
        code="rft_bladder",
        told=f"{_WATER} ~ dog|cat|perro|gato",
        then=lines_of(
            """
can't|cant|cannot|couldn't ..1 hold|control|feel|stop|start it|them $
nothing ..1 comes|came|coming (out) $
it|it's ..1 just comes|leaks|runs|drips|dribbles
no lo|la|las|los ..1 aguanto|controlo|siento|contengo
no (me) (lo|la) (puedo) sale|controlar|aguantar|contener (nada) $
se me sale|escapa|escapan|salen (sola|solo) $
no (me) avisa|avisan ..1 $
"""
        ),
    ),
    Sequel(
        code="rft_weak",
        told=f"{_LIMB} ~ dog|cat|chair|massage",
        then=lines_of(
            f"""
can't|cant|cannot|couldn't|barely|hardly ..1 lift|move|raise|control|bend it|them (up) $
{_IT} ..1 {_WONT} ..2 move|lift|respond|work|hold (me|up|right|well|anymore) $
{_IT} ..2 drags|dragging|buckles|buckled|buckling|drops|slaps|limp
{_IT} ..2 gives|gave|giving out|way
no la|lo|las|los ..1 puedo ..1 mover|levantar|doblar|controlar
no me ..1 responde|responden|obedece|sostiene|sostienen|aguanta|aguantan $
"""
        ),
    ),
    Sequel(
        code="rft_leg_swelling",
        told="calf|leg|thigh|pantorrilla|pierna|chamorro|muslo ~ both|ambas|dos|dog|cat",
        then=lines_of(
            f"""
{_IT} ..3 swollen|swelling|swelled|puffy|huge|twice ~ {_OTHER_PLACE}|feet
esta|la+tengo|se|me (muy|bien|toda|hincho) hinchad*|hinch*|inflamad* ~ {_OTHER_PLACE}|pies
"""
        ),
    ),
    Sequel(
        code="rft_chest",
        told="chest|pecho ~ drawers|hair|gym|cold|gimnasio|congested|congestion",
        then=lines_of(
            f"""
{_IT}|feels ..3 tight|heavy|squeezing|crushing|squeezes|crushes|pressure|pressing ~ muscle|muscles|bra|shirt|back|skin
me ..1 aprieta|oprime|pesa|apachurra ~ zapato|zapatos|pantalon|faja|ropa
"""
        ),
    ),
    Sequel(
        code="rft_stroke",
        told=(
            "face|mouth|eyelid|smile|cara|boca|sonrisa|parpado|cachete ~ dentist|dentista|botox|muela|tooth|makeup|mask"
        ),
        then=lines_of(
            f"""
{_IT} ..2 droops|drooping|drooped|droopy|hangs|hanging|crooked|lopsided|numb|sags|sagging
se me ..1 va|fue|cae|cayo|cuelga|chueca|enchueco|torcio ..2 lado|lados|derecha|izquierda|abajo|chueca
esta|quedo|la+tengo ..1 chuec*|torcid*|caid*|dormid*|paraliz*
"""
        ),
    ),
)
"""One row for each list of signs that goes on so."""
