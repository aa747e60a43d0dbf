"""Lay words that mean one thing here and another there: expecting, an aunt, waking up, the waterworks."""

import pytest

from tests.intake.screening.text.reading import read

EXPECTING = """
I'm expecting
I am expecting!
im expecting
We're expecting
I am also expecting
I'm expecting, so no needles in the belly
I'm expecting and my back hurts
Im expecting again
I'm expecting soon
We're expecting in June
expecting our second
I'm expecting my first
expecting a baby
expecting twins
I am expecting a little girl
expectant mother
estoy en mi segundo trimestre
estoy en el tercer trimestre
en mi último trimestre
estoy en mi primer trimestre
my second trimester
I am in my last trimester
soy mamá primeriza
espero un bebé
pregnant with my 2nd
""".strip().splitlines()
NOT_EXPECTING = """
I'm expecting a package
I'm expecting relief
I'm expecting to get better
I'm expecting a call from the insurance
that is what I'm expecting
better results than I'm expecting
I was expecting more from therapy
we are expecting guests
expecting the best
I'm expecting you to ask
expecting a delivery on Monday
not expecting
I am not expecting
my sister is expecting
my wife is expecting a baby
expecting less pain
I'm expecting a lot from this
not what I'm expecting
no espero bebé
en mi trimestre de clases
el último trimestre fiscal
second trimester of college
expecting an answer
I'm expecting improvement
espero mejorar
""".strip().splitlines()
AUNTS = ["my tia lives with me", "my tia has cancer", "mi tía me trajo", "mi tia maria", "my tia is a nurse"]
STROKES = ["my TIA was in 2019", "tia in 2019", "I had a TIA", "TIA last year", "had a tia"]
CRIES = """
I want to not wake up
I wish I would not wake up tomorrow
I want to go to sleep and not wake up
I don't want to wake up
I don't want to wake up in the morning
I'd rather not wake up
never want to wake up again
hope I never wake up
no quiero despertar
ya no quiero despertarme
quisiera dormirme y no despertar
ojalá no despertara
reason to live: none
ganas de vivir: ninguna
""".strip().splitlines()
GOALS = """
I want to not wake up with stiffness
my goal is to not wake up in pain
I want to not wake up stiff
I don't want to wake up sore
never wake up with numb hands again
I want to never wake up at 3 am from pain
I don't want to wake up every hour
I want to not wake up tired
I hope to not wake up aching
not wake up during the night
I don't want to wake my husband
no quiero despertar con dolor
no quiero despertarme adolorida
I want to not wake up several times
reason for visit: none
""".strip().splitlines()
WATERWORKS = """
waterworks stopped working
my waterworks have stopped working
my bladder isn't working
my bladder stopped working
my bowels quit working
my bladder won't empty
trouble with my waterworks
waterworks trouble
waterworks gone
my bladder does not work
la vejiga no me funciona
mi vejiga dejó de funcionar
la vejiga no responde
bladder control: none
feeling in my saddle: none, can't feel my saddle
""".strip().splitlines()
DRY = """
waterworks fine
my bladder is working fine
waterworks normal
no trouble with my waterworks
plumbing job, bladder fine
my bladder works
loss of bladder control: none
bladder problems: no
mi vejiga funciona bien
sin problemas de vejiga
""".strip().splitlines()


def hits_of(text: str, *codes: str) -> set[str]:
    """Which of these a text counts."""
    return {code for hit in read(text).hits for code in hit.groups if code in codes and str(hit.status) == "current"}


@pytest.mark.parametrize("text", EXPECTING)
def test_who_is_expecting_is_pregnant(text: str) -> None:
    assert hits_of(text, "pregnancy") == {"pregnancy"}


@pytest.mark.parametrize("text", NOT_EXPECTING)
def test_who_is_expecting_something_is_not(text: str) -> None:
    assert hits_of(text, "pregnancy") == set()


@pytest.mark.parametrize("text", AUNTS)
def test_an_aunt_is_no_stroke(text: str) -> None:
    assert hits_of(text, "stroke", "tia") == set()


@pytest.mark.parametrize("text", STROKES)
def test_a_tia_is_a_stroke(text: str) -> None:
    assert hits_of(text, "stroke") == {"stroke"}


@pytest.mark.parametrize("text", CRIES)
def test_not_to_wake_up_is_a_cry_for_help(text: str) -> None:
    assert hits_of(text, "crisis", "crisis_soft") != set()


@pytest.mark.parametrize("text", GOALS)
def test_not_to_wake_up_with_pain_is_a_goal(text: str) -> None:
    assert hits_of(text, "crisis", "crisis_soft") == set()


@pytest.mark.parametrize("text", WATERWORKS)
def test_a_bladder_that_stopped_working_is_a_warning_sign(text: str) -> None:
    assert hits_of(text, "rft_bladder", "rft_saddle") != set()


@pytest.mark.parametrize("text", DRY)
def test_a_bladder_that_works_is_none(text: str) -> None:
    assert hits_of(text, "rft_bladder") == set()
