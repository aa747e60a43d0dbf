"""What patients call the signs of an emergency, told only in words.

Short forms, lay words, numbers of a laboratory, English and Spanish. Each family stands with its rule.
"""

from collections.abc import Mapping

from tests.intake.screening.truth.case import Case, fires, named, sayings

HEARD: Mapping[str, tuple[tuple[str, ...], str]] = {
    "rft_bladder": (
        (
            "can't tell when I need to go pee | no puedo orinar bien | pee just comes out",
            "i have lost bladder control",
            "bowel accidents started last week | constipated and can't pee since the pain got worse",
            "peeing takes forever to start | i dont know when i have to pee anymore | urinary retention since Friday",
            "losing control of my bladder at night | pooped my pants without feeling it | no puedo aguantar la pipí",
            "me orino sin darme cuenta | no puedo orinar desde anoche | I can't hold my pee since the accident",
            "se me salió la popó dormido | bladder won't empty | had to get cathed because I couldn't go",
            "I can no longer hold my urine | been dribbling urine all week | ya no controlo esfínteres",
            "i've wet myself three times since friday | having a hard time peeing since my back went out",
            "me cuesta mucho orinar desde el domingo | no siento cuando hago del baño",
            "haven't been able to pee since last night | sudden trouble controlling my bowels",
            "bladder retention, had to go to ER for a catheter | lost bowel control yesterday",
            "no siento ganas de orinar",
            "I've started wetting my pants without knowing | se me dificulta orinar",
            "I can't pee unless I push on my belly | se me escapa el pipí cuando camino",
        ),
        "red_flag_in_text",
    ),
    "rft_bleeding": (
        (
            "blood in my stool | evacuo negro | gums wont stop bleeding | vomito con sangre | pee is brown red",
            "stool has been black for 3 days | vomited blood last night | nosebleeds that wont stop | hago popó negra",
            "blood when I poop | my gums bleed and don't stop | dark tarry stool | rectal bleeding every day",
            "noticed bright red blood in the toilet and black stools | been passing black tarry poop",
            "bright red blood in my stool | pee looks bloody | I'm vomiting blood | my stools are jet black",
            "blood in urine since Sunday | heces negras desde hace tres días",
        ),
        "red_flag_in_text",
    ),
    "rft_breath": (
        (
            "cant take a full breath without pain | stabbing in my side when I breathe in | heart keeps racing",
            "se me acelera el corazon | sharp stabbing pain when i breathe in deep | pain in my ribs when i inhale",
            "my heart flutters and races for no reason | me duele el costado al respirar",
            "dolor en las costillas al respirar hondo | can't breathe in all the way, sharp pain",
            "mi corazón se acelera de la nada | catching pain on inhaling",
            "it hurts on my right side whenever I take a breath | i get palpitations at rest every night",
            "sharp pain under my ribs with every breath | pleuritic pain, worse with deep breaths",
            "pounding heartbeat at rest | sharp jab in my back when I breathe in | hurts to take a deep breath",
            "me da una punzada al inhalar",
        ),
        "red_flag_in_text",
    ),
    "rft_chest": (
        (
            "can't catch my breath | chest pains on and off | me desmaye ayer | passed out at work yesterday",
            "breathless walking to the mailbox | chest pressure comes and goes | I get winded just tying my shoes",
            "coughed up some blood on Tuesday | me cuesta respirar | I blacked out in the shower last week",
            "siento chest pressure cuando camino | presión en el pecho al caminar | trouble breathing when lying flat",
            "chest hurts when i walk | me desmayé en el trabajo el lunes",
            "tightness across my chest when I exert myself",
            "I get out of breath climbing one flight | dolor en el pecho que me corre al brazo izquierdo",
            "my chest has been feeling tight and my left arm hurts | short of breath just walking to the bathroom",
            "siento una opresión en el pecho cuando camino | chest tightness with stairs",
            "siento que me falta el aire",
            "crushing chest pain last night | hard to breathe lying down | coughing up pink stuff with blood",
            "heaviness in my chest with walking | I can barely catch my breath",
            "I've been getting chest pain when I climb stairs | shortness of breath at rest",
        ),
        "red_flag_in_text",
    ),
    "rft_fever": (
        (
            "tempature of 101.5 | I've had the shivers and a temp | fever 38.5 C | sudores de noche",
            "hot and cold sweats at night | i have a temp of 38.4 | chills all night",
            "fever 101.2 and my back is burning",
            "tengo calentura por las noches | sweat through my sheets every night",
            "back pain since monday with fever of 102 and im not pregnant | i got calentura and chills last night",
            "tengo temperatura de 38.5 | fiebre de 39 y escalofríos | woke up soaked in sweat again",
            "101 fever last night | feverish and achy | running a fever and my spine hurts",
            "night sweats soak the bed",
            "fever on and off since thursday 101ish | i've had night sweats for two weeks and lost 10 pounds",
            "ando con fiebre y escalofríos | low fever every evening 100.8 | amanezco empapada en sudor",
            "spiking fevers at night | 38.8 this morning with chills | con fiebre desde el viernes",
            "I keep getting fevers in the evening | traigo fiebre desde ayer",
            "temp was 102 last night and back hurts like crazy | sudo mucho por la noche y tengo escalofríos",
        ),
        "red_flag_in_text",
    ),
    "rft_leg_swelling": (
        (
            "right leg swelled up overnight | calf is red hot and sore | una pierna mas hinchada que la otra",
            "left leg swollen, red and warm | my calf is double the size of the other | pierna hinchada y caliente",
            "tengo una pierna más gorda que la otra | calf swollen after flight | se me hinchó la pantorrilla",
            "swelling in just one calf | my calf is swollen and it hurts to squeeze it",
            "se me hinchó una pierna después del vuelo | calf swollen and sore since the flight",
            "my right calf is tight, red and swollen | my leg is swollen from knee to ankle, only the right one",
            "right calf swollen, tender, and hot",
        ),
        "red_flag_in_text",
    ),
    "rft_pulse": (
        (
            "pulsing lump in my abdomen | tearing feeling in my back | worst pain of my life in back",
            "pulsating feeling in my stomach | sudden tearing pain in my upper back | siento latidos en el estómago",
            "dolor como que me desgarra la espalda | a strong heartbeat feeling in my tummy",
            "there's a throbbing in my belly I can see it move | can feel a pulse in my belly button area",
            "abdominal pulsing | something is pulsing in my stomach | I feel a strong pulse in my abdomen",
        ),
        "red_flag_in_text",
    ),
    "rft_saddle": (
        (
            "told it might be cauda equina | my butt cheeks and genitals are numb | no feeling when I wipe",
            "siento dormido ahi abajo | numbness around my anus and genitals | lost feeling in my private area",
            "can't feel when I'm having sex | tengo dormidas las nalgas y las partes | no siento nada al limpiarme",
            "tengo adormecida la parte de abajo, donde uno se sienta | pins and needles in my genitals",
            "numb perineum",
            "I have no feeling around my rectum | numbness in the inner thighs and privates",
            "I cant feel toilet paper",
            "ever since the fall my inner thighs and crotch are numb | siento adormecida la zona genital",
            "i feel numb around my backside and genitals since yesterday | ya no siento bien mis partes íntimas",
            "can't feel my genitals | numb butt and inner thighs since the disc popped | numbness in my saddle area",
            "cuando me limpio no siento nada | numb from my tailbone to my private parts",
            "it feels like I'm sitting on cotton, no feeling down below",
        ),
        "red_flag_in_text",
    ),
    "rft_stroke": (
        (
            "slurring my words since this morning | right side of face numb | sudden loss of vision left eye",
            "se me duerme medio cuerpo | se me va la vista de un ojo | thunderclap headache",
            "trouble speaking since this morning | one side of my body went weak yesterday",
            "perdí la vista de un ojo por un rato | se me caía un lado de la cara | no podía hablar bien ayer",
            "left arm and face went numb | words coming out jumbled | el peor dolor de cabeza de mi vida",
            "speech got slurry | double vision that started monday | hablé raro y se me cayó la cara",
            "half my face went numb for an hour yesterday | I suddenly couldn't speak right on Saturday",
            "veo doble desde ayer | slurred speech for a few minutes this morning | left side of my face is drooping",
            "lost vision in one eye for 10 min | no me salen las palabras | I couldn't move my left side for an hour",
            "se me borró la vista de repente | my left arm went numb and my face drooped | I suddenly see double",
        ),
        "red_flag_in_text",
    ),
    "rft_weak": (
        (
            "weakness in my left leg | debilidad en la pierna izquierda | legs feel like jelly",
            "arm is so weak I cant hold a cup | my ankle just flops | no puedo caminar de puntas",
            "la pierna no me responde | knee keeps giving out | left hand clumsy and weak | foot drop on the left",
            "my left arm has gotten really weak | I keep tripping because my foot drags",
            "I can't grip a jar, my hand gives out | no puedo levantar el pie | no tengo fuerza en la mano derecha",
            "mi leg esta weak y arrastro el foot | se me doblan las rodillas | arrastro la pierna derecha",
            "both legs feel weak since yesterday | can't push down on the gas pedal with my foot",
            "hand is so weak i can't turn the key | my leg is so weak it collapses | can't walk on my heels",
            "tropiezo porque no levanto el pie | my right leg is getting weaker and i trip on curbs",
            "can't lift my big toe | siento la pierna muy débil y se me dobla | arms weak can barely hold my phone",
            "my left foot slaps the ground when I walk | dropping things from my right hand all the time",
            "se me cae el pie derecho | my quad gave out and my leg is weak | can't move my toes on the left foot",
            "mi brazo está muy débil | my leg went limp and I fell | I can't raise my foot up",
            "me quedé sin fuerza en el brazo | I can't lift my foot and I keep tripping",
            "weakness in both legs getting worse | se me duerme y se me dobla la pierna, ya no me sostiene",
        ),
        "red_flag_in_text",
    ),
}

CASES: tuple[Case, ...] = tuple(
    case
    for family, (lines, code) in HEARD.items()
    for case in named(f"heard:{family}", [fires(code, anything_else=said) for said in sayings(*lines)])
)
