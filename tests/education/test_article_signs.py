"""Every sign that the articles on red flags name is seen when a patient writes it on the form in plain words."""

import re

import pytest

from education import files
from education.rendering import plain_of
from intake.screening import screen
from tests.education.test_article_promises import FLAGS, MORE_FLAGS, ORIGINALS
from tests.intake.screening.text.reading import read
from tests.intake.screening.truth.case import HEALTHY, ON, sayings

# What the article says | how patients say it. Each stands beside the list of words that must hear it.
SIGNS: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {
    (FLAGS, "new numbness between your legs, or around your private parts or bottom"): {
        "rft_saddle": (
            "I am numb between my legs | I cannot feel between my legs | no siento entre las piernas",
            "my bottom is numb | tengo dormidas mis partes | no siento nada entre las piernas desde ayer",
            "my private parts are numb",
        ),
    },
    (FLAGS, "you cannot start or feel your pee, or you cannot hold pee or bowels, and this is new"): {
        "rft_bladder": (
            "I cannot start my pee | I don't feel my pee coming out | I can't hold my pee | I cannot hold my bowels",
            "no puedo empezar a orinar | no siento la orina | se me sale el pipí | no aguanto el popó",
        ),
    },
    (FLAGS, "you have lost feeling during sex"): {
        "rft_saddle": ("I lost feeling during sex | no siento nada en las relaciones",),
    },
    (
        FLAGS,
        "a drooping face, sudden weakness on one side, trouble talking, sudden loss of sight or double vision, or the "
        "worst headache of your life.",
    ): {
        "rft_stroke": (
            "my face droops | se me cayó la cara de un lado | se me chueco la boca | one side suddenly went weak",
            "se me durmió medio cuerpo | I have trouble talking | no puedo hablar bien | I suddenly lost my sight",
            "se me fue la vista de un ojo | I see double | veo doble | the worst headache of my life",
            "el peor dolor de cabeza de mi vida",
        ),
    },
    (
        FLAGS,
        "a foot drags, a knee gives way, or you drop things, and this is new or getting worse in the last 2 weeks.",
    ): {
        "rft_weak": (
            "my foot drags | arrastro el pie | my knee gives way | se me dobla la rodilla | I keep dropping things",
            "se me caen las cosas | no tengo fuerza en la pierna desde ayer",
        ),
    },
    (FLAGS, "Call the emergency number now for a droopy eyelid, uneven pupils, double vision or loss of sight."): {
        "rft_stroke": ("my eyelid is droopy | se me cayó el párpado | my pupils are uneven | perdí la vista",),
    },
    (FLAGS, "new chest pain or pressure, trouble breathing at rest, coughing blood, or passing out"): {
        "rft_chest": (
            "chest pain | pressure on my chest | me aprieta el pecho | I cannot breathe | me falta el aire",
            "coughing up blood | toso sangre | I passed out yesterday | me desmayé ayer",
        ),
    },
    (
        FLAGS,
        "pain in your chest, back or belly that came on within seconds and felt like tearing, or was the worst of your "
        "life",
    ): {
        "rft_pulse": ("a tearing pain in my back | el peor dolor de mi vida | un dolor que me desgarra por dentro",),
    },
    (FLAGS, "a fever (100.4 °F or feeling very hot), shaking chills or night sweats, together with back pain."): {
        "rft_fever": (
            "I have a fever | I feel very hot | shaking chills | tengo escalofríos | night sweats | sudo de noche",
        ),
    },
    (MORE_FLAGS, "in the last 2 weeks, one calf or leg became swollen compared with the other."): {
        "rft_leg_swelling": (
            "one leg is swollen | my calf is swollen | se me hinchó una pierna | una pantorrilla hinchada",
        ),
    },
    (MORE_FLAGS, "black or bloody stools, blood in your urine, vomiting blood, or bleeding that will not stop."): {
        "rft_bleeding": (
            "my stools are black | hago popó con sangre | blood in my urine | orino sangre | I vomited blood",
            "vomito sangre | it won't stop bleeding | no para de sangrar",
        ),
    },
    (MORE_FLAGS, "If you think of hurting yourself or of ending your life, you matter more than any form or visit."): {
        "crisis": (
            "I think of hurting myself | I think of ending my life | pienso en quitarme la vida | mejor estaría muerta",
            "I want to die | quisiera estar muerto | quiero hacerme daño | no quiero vivir",
        ),
    },
    (MORE_FLAGS, "or thoughts of hurting yourself or the baby."): {
        "crisis": (
            "I have thoughts of hurting the baby | I have thoughts of hurting myself | pienso en lastimar a mi bebé",
        ),
    },
}
# Signs that the form asks for and that no list of words hears: no flag is promised for these.
ASKED_ONLY = {
    (FLAGS, "new pain, tingling or numbness going down both legs."),
    (
        FLAGS,
        "a known aneurysm (a widened main artery) or a torn aorta in the past, with pain that is new, sudden or "
        "getting worse",
    ),
    (
        MORE_FLAGS,
        "in the last 6 weeks you had a car or bike crash, a fall from higher than standing or down stairs, or "
        "something heavy hit you, and no doctor has checked you.",
    ),
    (
        MORE_FLAGS,
        "bleeding, leaking fluid, strong belly pain, a bad headache that stays, changes in your sight, one swollen "
        "leg, a fever, or a baby that moves less.",
    ),
}
RULES = {"crisis": "crisis_words"}


def told_as_signs(key: str) -> list[str]:
    """What an article lists behind "Signs …:", up to the next sentence that begins anew."""
    (article,) = [one for one in files.read().articles if one.key == key and not one.original]
    parts = [part.strip() for part in re.split(r"(?<=[.!?:])\s|\n", plain_of(article.document)) if part.strip()]
    listed, is_open = [], False
    for part in parts:
        if part[0].isupper():
            is_open = part.startswith("Sign")
        elif is_open and not part.endswith(":"):
            listed.append(part)
    return listed


def stands(key: str, sign: str) -> bool:
    return any(sign in one for one in ORIGINALS[key])


def test_the_articles_name_these_signs() -> None:
    assert [sign for sign in [*SIGNS, *ASKED_ONLY] if not stands(*sign)] == []


@pytest.mark.parametrize("key", [FLAGS, MORE_FLAGS])
def test_no_article_lists_a_sign_that_is_not_tried_here(key: str) -> None:
    listed = told_as_signs(key)
    known = [sign for of, sign in [*SIGNS, *ASKED_ONLY] if of == key]
    assert [one for one in listed if not any(sign in one for sign in known)] == []
    assert len(listed) > 2, "the articles no longer say where their signs begin"


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: re.sub(r"\W+", " ", sign[1])[:40])
def test_a_sign_in_a_patient_s_words_is_seen_and_called_about(sign: tuple[str, str]) -> None:
    for code, lines in SIGNS[sign].items():
        said = sayings(*lines)
        assert [one for one in said if not read(one).words(code)] == []
        fired = {
            one: {found.code for found in screen({**HEALTHY, "anything_else": one}, on=ON).findings} for one in said
        }
        assert [one for one in said if RULES.get(code, "red_flag_in_text") not in fired[one]] == []
