"""Conditions named in the text: who has them, when, and what cancels them."""

from tests.intake.screening.truth.case import Case, Value, clear, fires, instead, named, only, sayings

OPEN: dict[str, Value] = {
    "bleeding": None,
    "seizure": None,
    "skin": None,
    "devices": None,
    "conditions": None,
    "spine_dx": None,
    "pregnancy": None,
}


def _says(code: str, *lines: str) -> list[Case]:
    return [only(code, **OPEN, anything_else=text) for text in sayings(*lines)]


def _silent(code: str, *lines: str) -> list[Case]:
    return [clear(code, **OPEN, anything_else=text) for text in sayings(*lines)]


CASES: list[Case] = [
    *named(
        "cond:bleeding_disorder",
        [
            *_says(
                "bleeding_disorder",
                "I have hemophilia | haemophilia A | von Willebrand type 1 | VWD | had ITP as a child",
            ),
            *_says(
                "bleeding_disorder",
                "low platelets in 2010 | low-platelets | plaquetas bajas | used to have low platelets",
            ),
            *_says(
                "bleeding_disorder",
                "thrombocytopena | hemophillia | hemophelia | previously ITP | factor 11 deficiency",
            ),
            *_says("bleeding_disorder", "ITP as a child, since gone"),
            *_silent("bleeding_disorder", "no bleeding disorder | never had a bleeding disorder | denies hemophilia"),
            *_silent(
                "bleeding_disorder",
                "no known bleeding disorder | my brother has hemophilia",
                "family history of hemophilia",
            ),
            *_silent("bleeding_disorder", "hemophilia runs in my family | factor V Leiden | protein S deficiency"),
            *_silent(
                "bleeding_disorder", "antiphospholipid syndrome | hemoglobin is fine | I do not have von Willebrand"
            ),
        ],
    ),
    *named(
        "cond:bleeding_carrier",
        [
            *_says(
                "bleeding_carrier",
                "hemophilia carrier | I am a carrier of hemophilia | haemophilia carrier since birth",
            ),
            *_says("bleeding_carrier", "was a hemophilia carrier | hemophilia carrier as a child"),
            *_silent("bleeding_carrier", "hemophilia carrier ruled out"),
            *_silent("bleeding_carrier", "not a hemophilia carrier | my sister is a hemophilia carrier | mail carrier"),
        ],
    ),
    *named(
        "cond:seizure",
        [
            *_says(
                "seizure_disorder",
                "epilepsy | I had a seizure last year | seizure 9 years ago",
                "had a seizure 5 years ago",
            ),
            *_says(
                "seizure_disorder", "seizures when I was 18 | seizures in 1990 | a convulsion in my sleep | epileptic"
            ),
            *_says(
                "seizure_disorder", "used to have seizures | epilepsy for 20 years | siezures | epilipsy | epilespy"
            ),
            *_says("seizure_disorder", "tengo epilepsia | a seizure 6 months ago | no problem, just epilepsy"),
            *_says(
                "seizure_remote",
                "seizure as a child | seizures as a kid",
                "seizure as an infant",
            ),
            *_says(
                "seizure_remote",
                "childhood epilepsy | epilepsy in childhood | seizures when I was 17",
                "seizures when I was 5",
            ),
            *_says("seizure_remote", "seizure 10 years ago | one seizure 25 years ago | last seizure 11 years ago"),
            *_says("seizure_remote", "seizures when I was a child | when I was a kid I had seizures"),
            *_says("seizure_remote", "a seizure when I was a baby | seizure when I was an infant"),
            *_says("seizure_remote", "seizures when I was little | a seizure when I was a toddler"),
            *_says("seizure_disorder", "a seizure 3649 days ago | seizures when I was 20"),
            *_silent(
                "seizure_disorder", "no epilepsy | never had a seizure | no history of seizures | I have no seizures"
            ),
            *_silent("seizure_disorder", "my son has epilepsy | my mother has seizures | family history of epilepsy"),
            *_silent("seizure_disorder", "my dog has seizures | epilepsy runs in my family | seizure free for years"),
            *_silent("seizure_disorder", "no epilepsy, seizures or convulsions | no tengo epilepsia"),
        ],
    ),
    *named(
        "cond:skin_infection",
        [
            *_says(
                "skin_infection", "cellulitis | I have MRSA | shingles on my chest | staph infection | a foot ulcer"
            ),
            *_says(
                "skin_infection", "had cellulitis last week | had shingles 10 days ago | boils 14 days ago | bed-sores"
            ),
            *_says("skin_infection", "infected toenail | abcess on my neck | shingels | cellulitus | culebrilla"),
            *_silent("skin_infection", "zostar | abses"),
            *_silent("skin_infection", "had cellulitis last year | had shingles | shingles 3 years ago | MRSA in 2015"),
            *_silent("skin_infection", "had shingles 15 days ago | had boils 20 days ago"),
            *_silent(
                "skin_infection",
                "no cellulitis | my wife has shingles | stomach ulcer | ulcerative colitis",
                "mouth ulcer",
            ),
            *_silent(
                "skin_infection",
                "I put shingles on the roof | I am a roofer and carry shingles",
                "cellulitis 2 months ago",
            ),
            *_silent("skin_infection", "cellulitis as a child | it was cellulitis last winter"),
        ],
    ),
    *named(
        "cond:implanted_electronic_device",
        [
            *_says(
                "implanted_electronic_device",
                "pacemaker | had a pacemaker put in 5 years ago | ICD since 2015 | marcapasos",
            ),
            *_says(
                "implanted_electronic_device", "spinal cord stimulator | deep-brain stimulator | pain pump | pacemakr"
            ),
            *_says(
                "implanted_electronic_device",
                "vagus nerve stimulator | nerve stimulator in my back | defibrilator | pacemeker",
            ),
            *_says("implanted_electronic_device", "pacemaker years ago | previously a pacemaker"),
            *_silent("implanted_electronic_device", "pacemaker which was removed | pacemaker that was removed"),
            *_silent("implanted_electronic_device", "pacemaker got removed | pacemaker being removed"),
            *_silent("implanted_electronic_device", "pacemaker getting removed | pacemaker surgically removed"),
            *_silent("implanted_electronic_device", "pacemaker later removed | pacemaker and it was recently removed"),
            *_silent("implanted_electronic_device", "pacemaker were removed"),
            *_silent(
                "implanted_electronic_device", "no pacemaker | pacemaker removed | pacemaker was taken out in 2015"
            ),
            *_silent(
                "implanted_electronic_device", "ICD explanted | my dad has a pacemaker | pacmakr | pacemaker ruled out"
            ),
        ],
    ),
    *named(
        "cond:heart_valve",
        [
            *_says(
                "heart_valve",
                "mechanical valve | valve replacement in 2001 | my valve replaced",
                "endocarditis 20 years ago",
            ),
            *_says("heart_valve", "artificial heart valve | endocardytus | tissue valve | prosthetic valve"),
            *_silent("heart_valve", "endokardytus"),
            *_silent(
                "heart_valve",
                "endocarditis ruled out | no valve replacement | my father had a valve replaced",
            ),
        ],
    ),
    *named(
        "cond:vascular_access",
        [
            *_says(
                "vascular_access",
                "PICC line in my arm | chest port | mediport",
                "port-a-cath",
            ),
            *_says("vascular_access", "a port in my chest | port for infusion | port with a catheter"),
            *_says("vascular_access", "had a PICC line last year"),
            *[
                only("vascular_access", "cardio_renal_liver", **OPEN, anything_else=text)
                for text in sayings("fistula for dialysis | diálisis | dialisis | dialysis three times a week")
            ],
            *_says("vascular_access", "a port in my chest as a child | had a port in my chest 5 years ago"),
            fires("vascular_access", **OPEN, anything_else="port for chemo"),
            *_silent("vascular_access", "infusion port removed"),
            *_silent(
                "vascular_access", "PICC line removed | chest port taken out | no dialysis | my husband is on dialysis"
            ),
            *_silent("vascular_access", "I live near the port | a glass of port wine | USB port"),
        ],
    ),
    *named(
        "cond:neutropenia",
        [
            *_says(
                "neutropenia_risk",
                "neutropenia | I am neutropenic | low white cells | low white count last week",
                "neutropinia",
            ),
            *_silent(
                "neutropenia_risk",
                "neutropenia last year | had low white cells | no neutropenia",
                "neutropenia 2 months ago",
            ),
        ],
    ),
    *named(
        "cond:pregnancy",
        [
            *_says(
                "pregnancy",
                "I am pregnant | pregnant | 12 weeks pregnant | estoy embarazada | expecting twins",
                "pregnat",
            ),
            *_says(
                "pregnancy",
                "my due date is in June | my baby is due in May | expecting in October",
                "expecting my first baby",
            ),
            *_says(
                "pregnancy",
                "I was told I am pregnant | I may be pregnant | pregnent | expecting a baby",
                "was pregnant 10 days ago",
            ),
            *_silent("pregnancy", "expecting in May 10 years ago | was expecting in May"),
            *_silent(
                "pregnancy",
                "not pregnant | I am not pregnant | I'm not pregnant | my sister is pregnant",
                "my pregnant sister",
            ),
            *_silent(
                "pregnancy",
                "my pregnant wife helps me | was pregnant last year | pregnant 3 years ago",
                "pregnant in 2015",
            ),
            *_silent(
                "pregnancy", "I was pregnant | expecting a parcel | never pregnant", "my daughter is expecting a baby"
            ),
        ],
    ),
    *named(
        "cond:lymphedema",
        [
            *_says("lymphedema", "lymphedema in my arm | lymphoedema | had lymphedema for years | lymphadema"),
            *_silent(
                "lymphedema", "no lymphedema | lymphedema ruled out | my mother has lymphedema", "swollen lymph nodes"
            ),
        ],
    ),
    *named(
        "cond:immune_weak",
        [
            *_says("immunosuppressed", "sickle cell | splenectomy in 1999 | no spleen | spleen removed"),
            *_says("immunosuppressed", "I have no spleen | organ transplant years ago | trasplante | asplenia"),
            *_says("immunosuppressed", "transplant as a child"),
            *_says("immunosuppressed", "splenectomie"),
            *[
                only("immunosuppressed", "cardio_renal_liver", **OPEN, anything_else=text)
                for text in sayings("kidney transplant | kidney transplant removed in 2015")
            ],
            *_silent(
                "immunosuppressed", "hair transplant | transplant of hair | no transplant | my uncle had a transplant"
            ),
        ],
    ),
    *named(
        "cond:aneurysm",
        [
            *_says(
                "aneurysm_known",
                "aortic aneurysm | AAA | aortic dissection in 2010 | an aneurysm they watch",
                "aneurism",
            ),
            *_says("aneurysm_known", "triple A | aneurisma | had an aneurysm years ago"),
            *_silent("aneurysm_known", "aneurysm repaired | AAA repaired in 2012 | aneurysm ruled out | no aneurysm"),
            *_silent("aneurysm_known", "my father had an aneurysm | family history of aneurysm"),
            *[
                instead("aneurysm_known", "text_hit_review", **OPEN, anything_else=text)
                for text in ("brain aneurysm", "Brain-aneurysm 2010")
            ],
        ],
    ),
    *named(
        "cond:cord_injury",
        [
            *_says(
                "spine_cord_or_instability",
                "spinal cord injury | cord injury in 1999 | paraplegic | quadraplegia | tetraplegia",
            ),
            *_says("spine_cord_or_instability", "cord injury as a child"),
            *_silent("spine_cord_or_instability", "no spinal cord injury | my cousin is paraplegic | spinal tap"),
        ],
    ),
    *named(
        "cond:tia",
        [
            *_says("text_hit_review", "cerebral aneurysm clipped"),
            *[
                only("text_hit_review", "cardio_renal_liver", **OPEN, anything_else=text)
                for text in sayings("TIA | TIA in 2019 | mini stroke | mini-stroke years ago | TIA as a child")
            ],
            *_silent("text_hit_review", "TIA ruled out"),
            *_silent("text_hit_review", "no TIA | never had a mini stroke | my mother had a TIA"),
        ],
    ),
]

HURT: dict[str, Value] = {"treatments_tried": ["acupuncture"], "acupuncture_reaction": "moderate"}
TWO = ("prior_reaction_severe", "prior_reaction_moderate")

CASES += named(
    "cond:past_harm",
    [
        *[
            only(*TWO, **HURT, reaction_detail=text)
            for text in (
                "a pneumothorax",
                "collapsed lung",
                "my lung collapsed",
                "lung collapse",
                "they said punctured lung",
                "I got a chest tube",
                "two days in hospital",
                "was hospitalized in 2015",
                "hospital years ago",
                "pneumathorex",
                "chest tube as a child",
                "chest tube removed",
            )
        ],
        only(*TWO, "seizure_disorder", **HURT, seizure=None, reaction_detail="I had a seizure on the table"),
        instead(*TWO[:1], TWO[1], **HURT, reaction_detail="no hospital"),
        instead(TWO[0], TWO[1], "fainting", "answers_conflict", **HURT, reaction_detail="I fainted"),
        instead(*TWO[:1], TWO[1], **HURT, anything_else="hospital"),
        instead(TWO[0], "lung_disease", "answers_conflict", anything_else="hospital, pneumothorax, chest tube"),
        clear(TWO[0], meds_list="lisinopril from the hospital"),
    ],
)
