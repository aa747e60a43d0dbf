"""Warning signs and a cry for help told in words: which are heard, and which stay quiet."""

import pytest

from tests.intake.screening.text.reading import read


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("my privates are numb", "rft_saddle"),
        ("numb down below", "rft_saddle"),
        ("I feel nothing down there", "rft_saddle"),
        ("I can't feel the toilet paper", "rft_saddle"),
        ("no siento cuando me limpio", "rft_saddle"),
        ("se me duermen las nalgas", "rft_saddle"),
        ("tengo dormidas las partes íntimas", "rft_saddle"),
        ("I can't pee since yesterday", "rft_bladder"),
        ("have to push to pee", "rft_bladder"),
        ("me cuesta orinar", "rft_bladder"),
        ("me hago pipí encima", "rft_bladder"),
        ("can't control my bowels", "rft_bladder"),
        ("my right foot slaps when I walk", "rft_weak"),
        ("my foot won't lift", "rft_weak"),
        ("se me cae todo de las manos", "rft_weak"),
        ("arrastro la pierna", "rft_weak"),
        ("my leg gave out", "rft_weak"),
        ("temp of 38.9 on Sunday", "rft_fever"),
        ("temperatura de 38,5", "rft_fever"),
        ("temp 101.5F", "rft_fever"),
        ("tuve escalofríos anoche", "rft_fever"),
        ("waking up soaked in sweat", "rft_fever"),
        ("pressure in my chest", "rft_chest"),
        ("me falta el aire", "rft_chest"),
        ("cannot catch my breath", "rft_chest"),
        ("it stabs when I inhale", "rft_breath"),
        ("me duele al respirar", "rft_breath"),
        ("my heart is racing", "rft_breath"),
        ("my face is drooping", "rft_stroke"),
        ("se me torció la boca", "rft_stroke"),
        ("vi doble ayer", "rft_stroke"),
        ("one leg is bigger than the other", "rft_leg_swelling"),
        ("pierna hinchada y roja", "rft_leg_swelling"),
        ("latidos en la barriga", "rft_pulse"),
        ("ripping pain in my back", "rft_pulse"),
        ("siento pulsaciones en el estómago", "rft_pulse"),
        ("black stools this week", "rft_bleeding"),
        ("sangre en la orina", "rft_bleeding"),
        ("vomité sangre", "rft_bleeding"),
        ("my period is two weeks late", "rft_period"),
        ("no me ha bajado la regla", "rft_period"),
    ],
)
def test_a_sign_is_heard_in_words(text: str, sign: str) -> None:
    assert read(text).words(sign) is True


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("no fever, no chills", "rft_fever"),
        ("no tengo fiebre", "rft_fever"),
        ("foot drop in 2010", "rft_weak"),
        ("had chest pain in 2018", "rft_chest"),
        ("my dog has a fever", "rft_fever"),
        ("mi hijo tiene fiebre", "rft_fever"),
        ("my knee is weak", "rft_weak"),
        ("hot tub at 102", "rft_fever"),
        ("temp 36.6", "rft_fever"),
        ("no chest pain", "rft_chest"),
        ("no trouble breathing", "rft_chest"),
        ("no weakness in my leg", "rft_weak"),
        ("no numbness when wiping", "rft_saddle"),
        ("este año no he dormido bien", "rft_saddle"),
        ("chest pain 2 months ago", "rft_chest"),
        ("fever 43 days ago", "rft_fever"),
        ("my calf muscle is fine", "rft_leg_swelling"),
        ("sin sangre en la orina", "rft_bleeding"),
        ("never had double vision", "rft_stroke"),
        ("my mother has swollen legs", "rft_leg_swelling"),
    ],
)
def test_a_sign_denied_old_or_somebody_else_s_is_quiet(text: str, sign: str) -> None:
    assert read(text).words(sign) is False


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("I want to kill myself", "crisis"),
        ("ya no quiero vivir", "crisis"),
        ("no quiero seguir viviendo", "crisis"),
        ("I plan to end it all", "crisis"),
        ("mejor muerta", "crisis"),
        ("there is nothing to live for", "crisis"),
        ("I would be better off dead", "crisis"),
        ("my family would be better off without me", "crisis"),
        ("me quiero morir", "crisis"),
        ("a veces pienso en matarme", "crisis"),
        ("thinking about suicide", "crisis"),
        ("life is not worth living", "crisis"),
        ("no vale la pena vivir", "crisis"),
        ("acabar con mi vida", "crisis"),
        ("killmyself", "crisis"),
        ("can't keep living this way", "crisis_soft"),
        ("tired of living like this", "crisis_soft"),
        ("no puedo seguir así", "crisis_soft"),
        ("I can't go on with this pain", "crisis_soft"),
        ("I can't do this anymore", "crisis_soft"),
        ("I don't want to be here anymore", "crisis_soft"),
        ("estoy cansada de vivir", "crisis_soft"),
        ("quisiera no despertar", "crisis_soft"),
        ("soy una carga", "crisis_soft"),
        ("no aguanto más", "crisis_soft"),
    ],
)
def test_a_cry_for_help_is_heard(text: str, family: str) -> None:
    assert read(text).words(family) is True


@pytest.mark.parametrize(
    "text",
    [
        "I can't go on long walks",
        "my deadline is killing me",
        "this pain is killing me",
        "cut my finger",
        "end of life insurance",
        "dying to see you",
        "I want to end this pain",
        "I never thought of suicide",
        "my uncle committed suicide",
        "no quiero matarme",
        "mi hermano se quiso suicidar",
    ],
)
def test_ordinary_words_are_no_cry_for_help(text: str) -> None:
    found = read(text)
    assert (found.words("crisis"), found.words("crisis_soft")) == (False, False)


@pytest.mark.parametrize("text", ["no puedo seguir así con mi madre", "I never said I can't go on"])
def test_nothing_cancels_the_softer_words(text: str) -> None:
    assert read(text).words("crisis_soft") is True
