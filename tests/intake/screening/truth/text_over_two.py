"""Four batches of fresh lines, and signs over two sentences: measured first, mended as kinds, read right today."""

from collections.abc import Mapping

from tests.intake.screening.truth.case import Case, Value, fires, named, quiet, sayings
from tests.intake.screening.truth.quiet_words import QUIET

TOLD: Mapping[str, tuple[str, ...]] = {
    "aneurysm_known": (
        "I've got a known bulge in the big artery in my stomach; lately a throbbing pain sits right on top of it",
        "my belly aneurysm was 4.8, it feels like it is pounding and sore",
    ),
    "anticoagulant": (
        "just got put on warfarin ten days ago | cardiologist swapped my coumadin for something else last Friday",
        "me empezaron a dar anticoagulante hace quince días",
        "me inyecto en la panza todos los días para que no se me hagan coágulos | I am on warferin and asprin",
        "started on some new pill to thin my blood after the hospital last week",
        "mi doctor me puso on blood thinners for my corazon | on Lovenox shots since the blood clot in January",
        "pharmacy switched my warfarin to a new one on Monday",
    ),
    "antiplatelet": ("my doc has me on a baby aspirin and brilinta since the stent in January",),
    "blood_thinner_stopped": (
        "came off Xarelto a week ago cause of the cost",
        "I've been skipping my Plavix since Monday, it makes me bruise",
        "el doctor me suspendió el Sintrom el viernes para una endoscopia",
        "ya no me tomo la warfarina desde la semana pasada porque me salían moretones",
        "stoped my elliquis 4 days ago for the surgry | mi blood thinner me lo quitaron el lunes",
        "my heart doctor told me to hold the Xarelto, last pill was Sunday night",
        "ran out of my blood thinners four days ago and no refills | dejé el Eliquis por mi cuenta hace cinco días",
        "no Pradaxa since Tuesday, my dentist wanted it out of my system",
        "me dijeron que parara la warfarina desde el jueves por la colonoscopía",
        "the surgeon had me go off Plavix last Wednesday | hace una semana que no me inyecto la heparina",
    ),
    "crisis_words": (
        "ya no le encuentro chiste a vivir | sometimes quiero desaparecer, i want to die",
        "le pido a Dios que ya me lleve | estoy cansada de esta vida, no le veo salida",
    ),
    "crisis_words_check": (
        "Some nights I look at all my pain pills and think it would be easier to just take them all.",
        "honestly my kids would do fine without me | I don't see myself being around by Christmas",
        "if this treatment doesn't work I'm done, I have a plan",
        "a veces pienso que mejor me tomo todas las pastillas de una vez",
        "mi familia descansaría si yo ya no estuviera",
        "I'm so tired of hurting that I've started giving my things away",
        "there are days I think everybody would be better if I just wasn't around",
        "ya no quiero seguir, les haría un favor a todos",
        "my pain is so bad I looked up how many pills it would take",
        "I keep thinking my husband would be free of me if I was gone | nobody needs me here, I'd rather not be",
    ),
    "diabetes_neuropathy": ("diabetis y mi pie is numb, with a open sore",),
    "implanted_electronic_device": (
        "there's a box under my collarbone that shocks my heart if it stops",
        "I have a stimulator in my spine for the pain, the battery is in my butt | traigo marcapasos desde 2020",
        "me pusieron un aparato en el pecho por si se me para el corazón | tengo un pacemaker desde last year",
        "they put one of those loop recorders under my skin in May | my ICD went off twice last year",
    ),
    "pregnancy": (
        "12 weeks along and I've been spotting since last night | I'm expecting and my water broke I think?",
        "two lines on the stick this morning! | estoy esperando bebé, de cuatro meses, y estoy manchando",
        "la prueba de embarazo salió positiva | im prego 20 weeks and bleeding a lil",
        "I'm 30 weeks and the little one has barely moved today | salí positiva en la prueba casera",
        "nine weeks in and cramping with pink spotting",
        "the doctor saw a heartbeat on the ultrasound yesterday, so happy",
    ),
    "recent_vascular_event": ("tuve un stroke en enero",),
    "rft_aneurysm": (
        "I have an aneurysm. It hurts. | tengo un aneurisma. Ahora me duele",
        "They found an aneurysm in my belly two years ago. This week it started to hurt.",
        "I have a 5 cm AAA and since Sunday there's a deep ache right behind it, going to my back",
        "Tengo un aneurisma en la barriga. Desde ayer me duele mucho.",
        "hace dos años me encontraron la aorta abombada y ahora me duele la espalda bien feo",
        "the vascular doctor checks my aorta every 6 months. Now my belly and back ache at the same time.",
    ),
    "rft_bladder": (
        "I have to pee all the time. I can't hold it. | me cuesta llegar al baño, se me sale sola",
        "sitting on the toilet I can't tell if I'm done",
        "I have to strain forever to pee. It just started this week.",
        "haven't peed since last night even though I've been drinking all day",
        "no control when I pass gas or poop anymore | Llevo todo el día sin poder hacer pipí. Tengo la panza dura.",
        "se me sale la orina sin que yo quiera desde que me caí | cant pee sense yesterday nite",
        "I dribble all day and never feel empty | tengo que pujar para orinar y apenas me salen gotas",
        "I sit and sit and the pee won't start | I've wet the bed three times this week",
        "me ando orinando sin darme cuenta, hace tres días empezó",
        "I get to the toilet and have to push on my stomach to get pee out",
        "se me olvida la sensación de ir al baño, ya no me avisa",
    ),
    "rft_bleeding": (
        "My gums are bleeding. It won't stop. | Me sangra la nariz. No para.",
        "I had a nosebleed. It has not stopped. | I cut my lip, still dripping",
        "I cut my gum flossing. It won't stop bleeding since yesterday.",
        "Had a tooth out Monday and the socket is still oozing blood, I've gone through a whole box of gauze",
        "my nose started at breakfast. it's been running red ever since and pinching does nothing",
        "nicked myself shaving this morning, still dripping six hours later",
        "there's blood every time I go number two, the dark kind, like ink | pee looks like cherry koolaid today",
        "my period hasn't let up in 3 weeks, soaking a pad an hour",
        "Me corté la encía. No deja de sangrar desde ayer. | me sacaron una muela el lunes y sigue saliendo sangre",
        "la nariz me sangra y no se me para con nada | cuando hago popó sale negro, como chapopote",
        "bloody stol two days | the gums bleeding, no para",
        "took a fall on the treadmill, scraped my shin. Two days and the blood just keeps coming",
        "gums have been bleeding on and off since Friday and I can't get them to quit",
        "throwing up dark stuff that looks like old coffee | toilet water turned red after I went this morning",
        "me mordí la lengua y lleva dos días sangrando | orino color coca cola desde ayer",
        "had my wisdom tooth pulled and I keep swallowing blood",
        "passed a big clot of blood in the toilet last night | me corté rasurándome y sigue saliendo",
        "blood keeps pooling where I lost my tooth | poop has had streaks of red since the weekend",
        "a nosebleed that has lasted since breakfast | my bandage is red again ten minutes after I change it",
        "me sale sangre cuando me limpio",
    ),
    "rft_both_legs": (
        "me caí down the stairs ayer y now both legs numb",
        "a car clipped me on my bike on Sunday and now my legs tingle",
        "tingling in both thighs since I lifted the couch",
        "now it is both feet that buzz, before it was only the right",
    ),
    "rft_breath": (
        "stabbing under my ribs whenever I take a breath in",
        "My heart goes like crazy when I'm just sitting there. Started a few days ago.",
        "al respirar hondo me da una punzada en el costado | el corazón se me acelera estando acostada",
        "pain on my right side gets sharp when I breathe deep or laugh",
        "my pulse is all over the place at night, skips and then gallops",
    ),
    "rft_chest": (
        "My chest feels odd. It is tight. | coughing up pinkish stuff w/ blood streaks since Saturday",
        "tightness across my chest when I walk up the hill, goes into my jaw",
        "feels like an elephant is sitting on me, sweaty too | I get winded just tying my shoes since last week",
        "escupo sangre al toser desde el domingo | siento una opresión en el pecho que me corre al brazo izquierdo",
        "me falta el aire con caminar a la esquina | me duele el chest and left arm, anoche",
        "i cant breth good laying down | something heavy on my chest when I carry groceries",
        "I get so out of breath I have to stop halfway up my stairs, new this month",
        "anoche me despertó un dolor en el pecho que me subía a la quijada",
        "there's a band around my ribs that squeezes and I break out in a sweat",
        "coughing and there's blood on the tissue | siento un ladrillo en el pecho y sudo frío",
        "chest feels like it's in a fist whenever I hurry | I wake up at night fighting for air",
        "me aprieta aquí en el pecho cuando subo las escaleras",
    ),
    "rft_fever": (
        "shivering under three blankets last night, 102.4 on the thermometer",
        "I had a steroid shot in my back three weeks ago and now I run a temp every evening",
        "night sweats so bad I change the sheets, back hurts worse",
        "he tenido calentura de 39 y escalofríos tres noches",
        "me sudan las noches, amanezco empapado y con dolor de espalda | I have feber and chils since sunday",
        "been freezing and burning up by turns since the weekend, 101.8",
        "tengo temperatura alta y temblores, me duele mucho la espalda",
        "I've had the shakes and a temp since they took out my gallbladder",
        "hot and cold all night, soaked two t-shirts | he andado con calenturas y me tiembla el cuerpo",
        "thermometer said 39.2 twice yesterday | I'm shaking with cold at night and sweating by morning",
        "amanecí ardiendo y con escalofríos",
    ),
    "rft_infection": (
        "I just finished six weeks of IV antibiotics for my spine",
        "they said the bacteria got in my blood stream, I was admitted two weeks ago",
        "two months ago they treated me for an infected disc",
    ),
    "rft_leg_swelling": (
        "My calf hurts. It's swollen. | my left calf is hot, tight and twice the size of the other one",
        "flew back from Manila Tuesday and now one leg is swollen up like a balloon",
        "tengo una pantorrilla hinchada y caliente, la otra no",
        "back of my knee down to the ankle is puffed up and sore, just the left one",
        "one leg is bigger than its twin since the long flight | mi left leg se puso bien hinchada after the viaje",
    ),
    "rft_pregnancy": (
        "haven't felt the baby kick since yesterday | desde ayer no siento que se mueva mi bebé",
        "due in November and my belly is hard and leaking water",
    ),
    "rft_pulse": ("pulsating in my stomack, hurts to the back",),
    "rft_saddle": (
        "Tengo raras las nalgas. No las siento. | something is off with my groin, it's numb",
        "It feels like I'm sitting on a cushion that isn't there. Started two days ago.",
        "my privates have gone numb since the weekend",
        "can't get an erection since the back went out last week and it's all tingly down there",
        "no siento cuando me limpio después del baño | tengo anestesiada la parte de abajo, ahí donde uno se sienta",
        "no siento my butt when I sit down since ayer | numbness in my grion area 3 days",
        "can't feel the seat under me since yesterday",
        "I have no idea when I need to go anymore, and it's dead down there",
        "al sentarme no siento la silla, como si tuviera corcho",
        "everything from my waist to my thighs in the back feels like it's been frozen at the dentist",
        "se me adormeció todo ahí abajo y no siento ni al hacer del baño",
        "riding in the car I noticed my seat is numb, like it isn't mine",
        "no siento el asiento, como si estuviera dormido de las nalgas",
    ),
    "rft_stroke": (
        "My face looks funny. It droops. | my wife says the left half of my mouth hangs since this morning",
        "I keep mixing up my words since last night and my right arm feels like jelly",
        "woke up yesterday and could not see out of one eye for ten minutes",
        "worst headache I ever had, came on like a clap of thunder Friday",
        "the room spins, I see double and swallowing is hard since I got my neck cracked last week",
        "se me fue la boca de lado esta mañana | amanecí con medio cuerpo que no me responde",
        "se me traba la lengua y no me salen las palabras desde anoche",
        "el dolor de cabeza más fuerte de mi vida, me pegó de golpe",
        "my speech came out all wrong at breakfast, my daughter thought I was drinking",
        "one side of my body went to sleep for an hour last night | de repente se me durmió la mitad de la cara",
        "my left hand suddenly won't do what I tell it and half of my lip is numb",
        "woke up and the right side of everything looked missing",
        "my mouth feels crooked when I drink, coffee runs out one corner",
        "no puedo levantar el brazo derecho y hablo como borracho desde la mañana",
        "the left half of my face tingles and won't move right | suddenly couldn't read, letters made no sense",
        "se me entumió la cara y el brazo del mismo lado",
    ),
    "rft_trauma": (
        "Got rear-ended on the 405 two days ago and my neck is killing me",
        "slid on wet leaves and landed square on my tailbone last Thursday",
        "went over my handlebars on Saturday, back has been locked since",
    ),
    "rft_weak": (
        "My right foot is odd. I can't lift it. | tengo rara la mano, no me responde",
        "both my legs went weak on the stairs yesterday | fell off a ladder Saturday. Now both legs feel weak.",
        "las dos piernas se me doblan, no me sostienen",
        "me caí de la azotea el sábado y ahora no puedo mover bien las piernas",
        "my leg dont work rite, i drag the foot, since teusday",
        "my toes keep catching on the carpet, since about a week | keys fall out of my hand, I just can't grip them",
        "arrastro el pie derecho y me tropiezo con todo desde el lunes",
        "my ankle just flops and I have to swing my leg around | I can't hold a pencil since last week",
        "mi pierna no me hace caso when I walk",
    ),
    "seizure_disorder": (
        "had a fit in the grocery store last spring | me dio una convulsión hace un mes",
        "tomo carbamazepina porque me dan ataques | me dio un seisure la semana pasada",
        "I shake and black out sometimes, doctor says epilepsy but I never took pills",
        "I zone out and my arm jerks, neurologist is testing for epilepsy",
        "had two seizures in February and one last week",
    ),
    "skin_infection": (
        "there's a red hot boil on my lower back, size of a golf ball | me salió un absceso en la espalda que supura",
    ),
}

AT_NIGHT: Mapping[str, Value] = {
    "rf_night_pain": "yes",
    "rf_iv_drugs": "no",
    "anything_else": "osteomyelitis last month",
}


def _told(code: str, said: str) -> Case:
    change = {"anything_else": said, "pregnancy": "no"} if "pregnancy" in code else {"anything_else": said}
    if not code.startswith(("rft_", "crisis")):
        return fires(code, **change)
    return fires("red_flag_in_text" if code.startswith("rft_") else code, **change)


CASES: tuple[Case, ...] = (
    *(
        case
        for code, lines in TOLD.items()
        for case in named(f"over_two:{code}", [_told(code, said) for said in sayings(*lines)])
    ),
    *named(
        "over_two:rft_infection",
        [
            # Where the answer says it, or may, the answer speaks: as a hold of its own.
            quiet("red_flag_in_text", rf_infection_recent=answer, **AT_NIGHT)
            for answer in ("yes", "not_sure")
        ]
        + [fires("red_flag_in_text", rf_infection_recent="no", **AT_NIGHT)],
    ),
    *named(
        "over_two:quiet",
        [
            quiet("red_flag_in_text", "crisis_words", "crisis_words_check", anything_else=said)
            for said in sayings(*QUIET)
        ],
    ),
)
