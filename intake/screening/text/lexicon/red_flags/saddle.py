"""Numbness where one sits: the nerves at the end of the spine."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, LACK, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

# Where one sits. 'Ano' stands apart: without its tilde a year is spelled like it.
_PLACE = (
    "wipe|wiping|private|privates|genital|genitals|groin|saddle|crotch|vagina|vaginal|penis|rectum|anus|perineum"
    "|buttocks|buttock|butt|butts|bum|backside|labia|vulva|scrotum|testicles|balls|taint"
    "|rear|tailbone|coccyx|tush|tushy|perineal|sitz|rump|heinie|vag|coochie|rabadilla|coxis|periana|perianal"
    "|partes|intimas|intima|intimo|intimos|entrepierna|genital*|pene|nalgas|nalga|nalguitas|trasero|pompas|pompis"
    "|culo|culito|cola|colita"
    "|back+passage|back+door|undercarriage|nether|nethers|nether+regions|lady+parts|lady+bits|manhood|posaderas|bajos"
    "|nobles|gluteos|gluteo|glutes|sentaderas|asentaderas|ingle|ingles|perine*|recto|testiculos|escroto|pubis"
)
_NUMB = (
    "numb|numbness|asleep|tingling|tingles|tingly|dead|anesthe*|anaesthe*|dormid*|entumecid*|entumecim*|entum*|adorm*"
    "|tingly|duerme|duermen|durmio|durmieron|insensib*|hormigue*|anestesi*|corcho|acorchad*|muertas"
)
_NOT_NUMB = (
    "dolor|dolores|molestia|molestias|mejoria|ardor|presion|malestar|calor|comezon|pain|better"
    "|problem|problems|trouble|issue|issues|difficulty"
)

# Between the legs, with either word before it or behind it: 'no siento entre las piernas', 'between my legs I feel'.
_BETWEEN = (
    "between+the+legs|between+my+legs|between+both+legs|between+my+thighs|between+the+thighs|between+legs"
    "|entre+las+piernas|entre+mis+piernas|entre+piernas|medio+de+las+piernas|medio+de+mis+piernas|entre+los+muslos"
    "|entre+mis+muslos"
)
_FEEL = "feel|feeling|sensation|sense|siento|sentia|senti|siente|sentir|sentido|sensibilidad|sensacion|tacto|touch"
# 'I do not feel numb' is no lack of feeling.
_SIGN = (
    "numb|numbness|tingling|itching|itch|burning|rash|lump|swelling|hormigueo|adormecimiento|entumecimiento|comezon"
    "|picazon|bulto|wrong|raro|rara|malo|weird|different|strange|adormecido|entumecido|dormido|inflamacion|cansancio"
)

SADDLE = (
    WordList(
        code="rft_saddle",
        patterns=lines_of(
            f"""
{_NUMB} & {_PLACE}
{_NUMB} & bottom ~ foot|feet|toes|heel|heels|leg|spine
{_NUMB} & donde (uno) me|se siento|sienta
can't|cant|cannot|don't|dont|not|no|zero|little|lost|hardly|barely|sin|perdi|perdido|pierdo|couldn't|unable|can+not|
    could+not|not+able ..3 feel|
    feeling|sensation|
    sensibilidad|sensacion|tacto|sentir ..6 {_PLACE}|bottom|pee|peeing|poop|pooping|toilet|wiped ~ {_NOT_NUMB}
no ..1 siento|sentia|senti|siente ..4 {_PLACE} ~ {_NOT_NUMB}|{_SIGN}
no ..1 siento|sentia|senti ..3 limpi*|orin*
no siento & limpi*|orino
sin|perdi|perdido|pierdo|no ..3 sensibilidad|sensacion|tacto ..4 abajo
no ..1 siento|sentia|senti ..4 bano|excusado|inodoro|papel
no ..1 siento|sentia|senti|siente ..1 el|mi ano $
no ..1 siento|sentia|senti|siente ..1 el|mi ano ni|cuando|al|desde|y|o
el|mi ano ..2 dormido|adormecido|entumecido|insensible|muerto
sin|no|perdi|perdido ..3 sensibilidad|sensacion|tacto ..3 ano $
duerme|durmio|adormece|adormecio|entume|entumece ..1 el|mi ano $
between my legs ..4 numb|asleep|dead
numb|numbness|tingling|tingles|tingly|needles ..2 between ..1 legs
entre las|mis piernas & {_NUMB} ~ almohada
duerm* ..3 nalgas|trasero|entrepierna|partes|genitales|ingle|pompis|sentaderas
dormid*|entumecid*|adormecid* ..2 entre las|mis piernas
lost|no ..2 feeling ..3 sex
numb|numbness|asleep|tingling|tingles|dead & below|underneath|seat
nothing down there
{_NUMB}|nothing ..2 down there|below
down there|below ..3 {_NUMB}
can't|cant|cannot|don't|dont|no|couldn't|unable|can+not|could+not|not+able|barely|hardly ..3 feel|feeling|
    sensation ..4 down there
no ..1 siento|sentia|senti ..4 abajo ~ {_NOT_NUMB}
ahi|alla abajo ..3 dormid*|entumecid*|adormecid*
cauda equina
bottom|behind|butt|backside|trasero|nalgas & weird|strange|foreign|mine|raro|rara|ajeno|ajena|otro|otra ~ chair|silla|
    car|seat|
    pain|bigger|shape
sindrome ..2 cola de caballo
dormid*|entumecid*|adormecid*|duerme|duermen ..3 ahi|alla|aca abajo
can't|cant|cannot|don't|dont|no|hardly|barely|couldn't|unable|can+not|could+not|not+able ..3 feel|feeling|sensation|
    siento ..5 sex|intercourse|
    orgasm|sexo|intimacy|intimidad|lovemaking|
    relaciones ~ desire|interest|drive|pain
silla|asiento|taza|papel ..1 no ..1 la|lo|se siento|siente
tell ..3 clean & wipe|wiping|feel
feel|feeling nothing & wipe|wiping|toilet
donde (uno|me) (se) sienta|siento & dormid*|dorm*|muert*|corcho|nada|otro|ajen*|palo
pins ..2 needles & down+there|{_PLACE}|bottom ~ acupuncture
pins ..2 needles ..5 genitals|groin|crotch|butt|buttocks|bottom|privates|vagina|penis|saddle
{_NUMB} ..2 parte|zona ..2 abajo|sienta|siento
parte|partes|zona ..2 abajo ..3 dorm*|adorm*|entum*
trouble|problem|problems|difficulty|hard feeling ..6 {_PLACE}|bottom|toilet
{_NUMB} ..3 down below
no|lost|zero|can't|cannot ..3 feel|feeling|sensation ..3 down below
{LACK} ..3 {_FEEL} ..4 {_BETWEEN} ~ {_NOT_NUMB}|{_SIGN}
{_BETWEEN} ..4 {LACK} ..3 {_FEEL} ~ {_NOT_NUMB}|{_SIGN}
{_PLACE}|bottom ..4 {LACK} ..3 {_FEEL} ~ {_NOT_NUMB}|{_SIGN}
{LACK} ..3 {_FEEL} & where (i|i'm|im|you|one|am) sit|sitting|wipe ~ {_NOT_NUMB}|{_SIGN}
feel|felt|feeling nothing ..4 {_PLACE}|bottom|between ~ {_NOT_NUMB}|pillow
{_PLACE}|bottom|{_BETWEEN} ..3 feel|felt|feeling nothing
{_NUMB}|durm* ..4 {_BETWEEN} ~ almohada|pillow|sleep|dog|cat
{_BETWEEN} ..4 {_NUMB}|durm* ~ almohada|pillow|sleep|dog|cat
{_NUMB} & where (i|you|one) sit|wipe
{_NUMB}|durm* ..3 ahi|alla|aca abajo
{_NUMB}|durm*|duerm* ..4 cintura (para|hacia|pa) abajo
{_NUMB} ..3 waist down
waist|cintura (para|hacia|pa) down|abajo ..5 {_NUMB}
{LACK} ..3 {_FEEL} ..4 waist|cintura (para|hacia|pa) down|abajo ~ {_NOT_NUMB}|{_SIGN}
cintura|waist (para|hacia|pa) down|abajo ..3 {LACK} ..2 {_FEEL} ~ {_NOT_NUMB}|{_SIGN}
{_PLACE}|bottom|{_BETWEEN} & novocaine|cotton|wood|wooden|rubber|plastic|palo|madera|carton|algodon|hule|
    anestesia ~ chair|
    silla|seat|underwear|ropa
wipe|wiped|wiping ..4 not|can't|couldn't|cannot|don't ..1 feel ~ {_NOT_NUMB}
{LACK} ..2 feel|sentir|siento & wipe|wiped|wiping|limpio|limpie|limpiarme ~ {_NOT_NUMB}|{_SIGN}
el|mi ano (lo|lo+tengo|esta|se|me) ..3 dormido|adormecido|entumecido|durmio|muerto|insensible
raro|rara|weird|strange|funny|extrano ..3 {_BETWEEN}
{_PLACE}|bottom ..2 went|goes|go|gone|fell|falls (to) sleep|asleep|dead|numb ~ bed|couch
no ..1 siento|senti|sentia (nada) ahi|alla ~ {_NOT_NUMB}|{_SIGN}
no ..1 siento|senti|sentia nada & bano|orino|orinar|popo|evacuar|obrar|pipi ~ {_NOT_NUMB}|{_SIGN}
{LACK} ..1 {_FEEL} ..3 chair|paper|papel|silla|asiento|seat|cushion ~ {_NOT_NUMB}|comfortable
like|como ..3 sitting|sit|sentado|sentada|sento ..2 cotton|foam|air|sponge|algodon|aire|nube|nubes|esponja
papel|paper ..4 no|not|can't|cannot|couldn't ..2 feel|siento|senti
can't|cannot|cant|don't ..1 tell|know ..2 wiping|wiped
parte|partes|zona ..2 abajo ..2 no ..1 siento ~ {_NOT_NUMB}|{_SIGN}
sitting|sit|sentad* ..3 cushion|pillow|ball|lump|cojin|almohada|bola ..2 isn't|not|no|never
waist ..3 thighs|legs|bottom|butt ..8 frozen|numb|novocaine|dead|nothing|asleep
{_PLACE}|bottom|{_BETWEEN}|seat+area ..6 frozen|novocaine|anesthetic|anesthetized|lidocaine ~ shoulder|yogurt|food
no ..1 siento (nada) cuando me siento ~ {_NOT_NUMB}|{_SIGN}
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
)
