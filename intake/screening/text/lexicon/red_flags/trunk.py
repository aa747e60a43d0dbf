"""Signs from the chest and the belly: pain, breath, a pulse, a tearing pain."""

from intake.screening.text.lexicon.red_flags.reach import BRIDGE, SIX_WEEKS
from intake.screening.text.lexicon.shapes import WordList, lines_of

TRUNK = (
    WordList(
        code="rft_chest",
        patterns=lines_of(
            """
chest pain|pressure|tightness|pains|hurts
pain|pressure|tightness|pressing ..3 chest
chest ..2 hurts|tight|heavy
short|shortness of breath
can't|cant|cannot|hard|trouble|difficulty|couldn't|unable|barely|hardly ..2 breathe|breathing
coughing|coughed|cough|spit|spitting ..2 blood
passed|passing|blacked|blacking out
dolor|presion|opresion ..3 pecho
pecho ..2 apretado|apretando|aprieta|oprimido|oprime|pesado ~ gimnasio|pesas
duele ..2 pecho
falta|faltaba ..2 aire
no puedo respirar
tosi|tos|escupi|escupo ..3 sangre
me desmaye
can't|cant|cannot|trouble|hard|couldn't|unable|barely|hardly ..2 catch|get ..1 breath|air
out of breath ~ gym|run|running|jog|jogging|exercise|workout|sprint
winded|breathless|gasping ~ normal|view|beautiful|gym|run
elephant ..4 chest
heaviness|weight|squeeze|band ..3 chest ~ lift|lifting|gym|lost|press
squeezing|crushing|tight|tightness ..4 chest ~ shoulders|muscles|muscle|shirt|bra|pecs
chest ..3 pressure|squeezing|crushing|tightness
me ahogo|asfixio
no ..2 alcanza ..2 aire
dificultad ..2 respirar
me desmaye|desmayado|desvaneci
chest ..4 hurts|tight|heavy|hurting|aching ~ drawers|hair|gym|workout|bench|push-ups
cuesta|batallo ..2 respirar ~ nariz
coughing|coughed|cough|coughs|spit|spitting|hacking ..5 blood|bloody
air hunger
suffocating|smothering
dificulta|apenas|dificil ..3 respirar ~ nariz
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_breath",
        patterns=lines_of(
            """
hurts|pain|hurt|stabs|stabbing|sharp|painful|catches|knife|worse & breathe|breathing|breath|inhale|inhaling ~ helps|
    help|helped|exercise|exercises|technique|relax|relaxes|meditation
can't|cant|cannot|hard|couldn't|unable|barely|hardly ..3 take ..3 breath
duele|dolor|punzada|pica & respirar|respiro|inhalar|inhalo
heart races|racing|pounding|skips ~ run|running|jog|jogging|exercise|exercising|gym|treadmill|workout|sprint
palpitation*|palpitacion*
heart|pulse ..3 races|racing|pounding|fluttering|skips|skipping|fast ~ run|running|jog|jogging|exercise|exercising|
    gym|treadmill|workout|sprint
hurts|pain|stabbing|stabs|sharp & cough|coughing|sneeze
acelera|aceleran|brinca|palpita|late|retumba ..2 corazon ~ correr|corro|ejercicio|gimnasio
corazon ..2 sale ~ amor
corazon ..2 acelerado|acelera|rapido|brinca
duele|dolor|punzada & tos|toser|aire
can't|cant|cannot|couldn't|unable|barely|hardly breathe|inhale in|deeply|fully
racing|pounding|fluttering|galloping ..1 heart|heartbeat|pulse ~ run|running|jog|jogging|exercise|exercising|gym|
    treadmill|workout|sprint
pleuritic
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
    WordList(
        code="rft_pulse",
        patterns=lines_of(
            """
pulse|pulsing|pulsating|pulsation|throbbing|beating|beats|heartbeat|thumping & belly|stomach|abdomen|tummy|gut
latido|latidos|late|palpita & barriga|estomago|vientre|abdomen
tearing|ripping ..2 pain
pain ..4 tearing|ripping|tore|ripped
dolor desgarrante
dolor ..3 desgarr*
worst pain ..3 life
pulsacion*|pulso & barriga|estomago|vientre|abdomen|panza
latido|latidos|late|palpita & panza
belly|stomach|abdomen|tummy ..2 pulses|pulsing|throbs|throbbing|pulsates
tearing|ripping ..2 feeling|sensation ~ eyes|eye|paper
pulse|pulsing|pulsating|pulsation|throbbing|beating|beats|heartbeat|thumping & abdominal|navel|belly-button|bellybutton
"""
        ),
        most_days=SIX_WEEKS,
        bridge=BRIDGE,
    ),
)
