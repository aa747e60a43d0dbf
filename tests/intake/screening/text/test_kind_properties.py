"""What holds for every name and every family: what nobody read is said, and what is denied raises no alarm."""

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from intake.screening import Tier, screen
from intake.screening.text import LEXICON
from tests.intake.screening.text.reading import read
from tests.intake.screening.truth.case import HEALTHY

ON = date(2026, 3, 16)
SYLLABLES = ["va", "zo", "mir", "tek", "lun", "pra", "xi", "bro", "nel", "quo", "dra", "fen"]
WORDS = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=5).map("".join)
NAMES = [name for group in LEXICON.groups for name in group.names if name.isascii() and name not in LEXICON.list_only]
ILLNESSES = [
    "epilepsy", "hemophilia", "cancer", "diabetes", "a stroke", "cirrhosis", "heart failure", "COPD", "HIV", "seizures",
    "a pacemaker", "lymphedema", "an aneurysm", "shingles", "kidney failure", "osteoporosis", "neuropathy", "dialysis",
    "marcapasos", "convulsiones", "cáncer", "derrame cerebral", "insuficiencia cardiaca", "epilepsia",
    "chest pain", "double vision", "black stools", "foot drop", "night sweats", "fiebre", "slurred speech",
]  # fmt: skip
DENIALS = [
    "I have never had {}", "no {}", "I don't have {}", "denies {}", "without {}", "no history of {}",
    "nunca he tenido {}", "no tengo {}", "sin {}", "niego {}", "I was told I do not have {}", "{}: no", "{}: never",
]  # fmt: skip
OTHERS = [
    "my mother has {}", "my late father had {}", "my 80 year old grandmother has {}", "my sister was diagnosed with {}",
    "brother has {}", "mi mamá tiene {}", "mi abuelo tuvo {}", "mi hermana padece {}", "family history of {}",
    "my best friend has {}", "my mother-in-law has {}", "{} runs in the family", "en mi familia hay {}",
]  # fmt: skip
DENIED_MEDICINES = [
    "I don't take {}", "no {}", "never took {}", "I am not on {}", "no tomo {}", "nunca he tomado {}", "without {}",
    "I have never been prescribed {}", "not taking any {}", "jamás tomé {}",
]  # fmt: skip
MEDICINES_OF_OTHERS = [
    "my husband takes {}", "my dad is on {}", "mi esposo toma {}", "mi hermana usa {}", "wife takes {}",
    "my 70 year old neighbor takes {}", "my dog takes {}", "my son was prescribed {}", "mi abuelita toma {}",
]  # fmt: skip
CLEAR_OR_NOTE = {Tier.CLEAR, Tier.NOTE}


def tier_with(sentence: str) -> Tier:
    """The tier of a healthy person who adds this sentence."""
    return screen({**HEALTHY, "anything_else": sentence}, on=ON).tier


@given(word=WORDS)
@example(word="zyvotrex")
def test_a_medicine_that_nobody_read_never_ends_in_clear(word: str) -> None:
    ordinary = word in LEXICON.ordinary | LEXICON.stop_words | LEXICON.other_medicines | LEXICON.lookalikes
    silent = screen({**HEALTHY, "meds_list": f"amlodipine 5 mg, {word} 2 mg"}, on=ON).tier is Tier.CLEAR
    assert not silent or ordinary or read(word, "meds_list").hits or len(word) < 4 or _is_near_a_known(word)


def _is_near_a_known(word: str) -> bool:
    return not read(f"amlodipine, {word} 2 mg", "meds_list").unread_part("meds_list")


@given(illness=st.sampled_from(ILLNESSES), says=st.sampled_from(DENIALS + OTHERS))
def test_an_illness_denied_or_of_somebody_else_is_a_note_at_most(illness: str, says: str) -> None:
    assert tier_with(says.format(illness)) in CLEAR_OR_NOTE


@given(name=st.sampled_from(NAMES), says=st.sampled_from(DENIED_MEDICINES + MEDICINES_OF_OTHERS))
def test_a_medicine_denied_or_of_somebody_else_is_a_note_at_most(name: str, says: str) -> None:
    assert tier_with(says.format(name)) in CLEAR_OR_NOTE


@given(name=st.sampled_from(NAMES))
def test_a_bare_time_ends_no_medicine(name: str) -> None:
    for when in ("in 2015", "2 years ago", "last year", "hace dos años"):
        found = {str(hit.status) for hit in read(f"{name} {when}", "meds_list").hits if name == hit.name}
        assert found <= {"current"}
