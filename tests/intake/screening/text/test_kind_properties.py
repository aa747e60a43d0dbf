"""What holds for every name and every family: what nobody read is said, and what is denied raises no alarm.

The lists are finite and are gone through in order: a run never depends on luck.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

import pytest

from intake.screening import Tier, screen
from intake.screening.text import LEXICON
from tests.intake.screening.text.reading import read
from tests.intake.screening.truth.case import HEALTHY

ON = date(2026, 3, 16)
SYLLABLES = ["va", "zo", "mir", "tek", "lun", "pra", "xi", "bro", "nel", "quo", "dra", "fen"]
NAMES = [name for group in LEXICON.groups for name in group.names if name.isascii() and name not in LEXICON.list_only]
ILLNESSES = [
    "epilepsy", "hemophilia", "cancer", "diabetes", "a stroke", "cirrhosis", "heart failure", "COPD", "HIV", "seizures",
    "a pacemaker", "lymphedema", "an aneurysm", "shingles", "kidney failure", "osteoporosis", "neuropathy", "dialysis",
    "von Willebrand disease", "low platelets", "cellulitis", "an insulin pump", "endocarditis", "neutropenia",
    "sickle cell", "paraplegia", "ankylosing spondylitis", "emphysema", "lymphoma", "metastasis", "afib", "a DVT",
    "marcapasos", "convulsiones", "cáncer", "derrame cerebral", "insuficiencia cardiaca", "epilepsia", "hemofilia",
    "diabetes tipo 2", "cirrosis", "enfisema", "osteoporosis", "un aneurisma", "diálisis", "culebrilla",
]  # fmt: skip
SIGNS = [
    "chest pain", "double vision", "black stools", "foot drop", "night sweats", "fiebre", "slurred speech", "fever",
    "chills", "incontinence", "saddle numbness", "shortness of breath", "coughing blood", "palpitations",
    "blood in urine", "swollen calf", "visión doble", "dolor de pecho", "escalofríos", "incontinencia",
]  # fmt: skip
DENIALS = [
    "I have never had {}", "no {}", "I don't have {}", "denies {}", "without {}", "no history of {}",
    "nunca he tenido {}", "no tengo {}", "sin {}", "niego {}", "I was told I do not have {}", "never any {}",
]  # fmt: skip
ANSWERS = [
    "{}: no", "{}: never", "{}: None", "{} - no", "{} – none", "{} = no", "{} (no)", "({}: no)", "{}? No", "{}?  no.",
    "{}: N/A", "{}: n/a", "{}: negative", "{}: neg.", "{}: denied", "{}: denies", "{}: nope", "{}: never had it",
    "{}: none that I know of", "{}: I do not have it", "{}: not to my knowledge", "{}.... no", "{}:no", "{}-no",
    "{} : no, thanks", "{}: no tengo", "{}: ninguno", "{}: ninguna", "{}: nunca", "{}: no, gracias", "{}: negativo",
    "{}: nunca he tenido", "{} - nada", "¿{}? No", "{}: que yo sepa no", "{}: no aplica", "{}: 없음", "{}: 没有",
    "allergies: none\n{}: no\nsmoker: no", "smoker: no {}: no alcohol: no", "yes: migraine, {}: no", "{}:\nno",
    "any {}: no", "history of {}: none", "{}: absent", "{}: not present", "{}\tno", "[{}] [no]", "{} -> no",
    "[ ] {}", "☐ {}", "{} ☐", "{} ( )", "[ ] {} [x] migraine", "{} [ ] yes [x] no", "{}: ☐ Yes ☒ No", "No: {}",
    "(-) {}", "gout Y {} N", "{}? No that was my brother", "NO: {}. YES: gout", "✓ gout ✗ {}", "NO:\n{}\n\nYES: gout",
]  # fmt: skip
NO_ANSWERS = [
    "{}: yes", "{}: no change", "{}: no improvement", "{}: no relief", "{}: no better", "{}: no worse", "{}: no idea",
    "{}: none since Tuesday", "{}: yes/no", "{}: no/yes", "{}: not sure", "{}: not controlled", "{} - no cure",
    "{}: sí", "{}: no sé", "{}: no mejora", "{}: sin cambios", "{}: no me ayuda nada la crema", "{}: no more info",
    "{}? no clue", "{}: no se me quita", "smoker: no {}: yes", "{}: never goes away", "{}: not ruled out",
]  # fmt: skip
OTHERS = [
    "my mother has {}", "my late father had {}", "my 80 year old grandmother has {}", "my sister was diagnosed with {}",
    "brother has {}", "mi mamá tiene {}", "mi abuelo tuvo {}", "mi hermana padece {}", "family history of {}",
    "my best friend has {}", "my mother-in-law has {}", "{} runs in the family", "en mi familia hay {}",
    "he has {}", "she has {}", "grandmother with {}", "my husband ({}) drives me", "{}, my dad",
    "My father, 82, has {}",
]  # fmt: skip
DENIED_MEDICINES = [
    "I don't take {}", "no {}", "never took {}", "I am not on {}", "no tomo {}", "nunca he tomado {}", "without {}",
    "I have never been prescribed {}", "not taking any {}", "jamás tomé {}", "{}: no", "{}: never", "{} - none",
    "{} (no)", "{}? No", "{}: N/A", "{}: nunca", "{}: no, never took it", "{} = no",
]  # fmt: skip
MEDICINES_OF_OTHERS = [
    "my husband takes {}", "my dad is on {}", "mi esposo toma {}", "mi hermana usa {}", "wife takes {}",
    "my 70 year old neighbor takes {}", "my dog takes {}", "my son was prescribed {}", "mi abuelita toma {}",
]  # fmt: skip
TICKED = [
    "[x] {}", "{} [x] yes [ ] no", "☑ {}", "{}: ☒ Yes ☐ No", "Yes: {}", "(+) {}", "gout N {} Y", "✗ {}", "• {}", "□ {}",
    "{} [ ] yes [ ] no", "No: gout. Yes: {}", "[ ] gout [x] {}",
]  # fmt: skip
CRISES = [
    "suicidal thoughts", "thoughts of suicide", "wanting to die", "self-harm", "killing myself", "ganas de morir",
    "pensamientos suicidas",
]  # fmt: skip
CLEAR_OR_NOTE = {Tier.CLEAR, Tier.NOTE}


def tier_with(sentence: str) -> Tier:
    """The tier of a healthy person who adds this sentence."""
    return screen({**HEALTHY, "anything_else": sentence}, on=ON).tier


def loud(things: Sequence[str], sayings: Sequence[str]) -> list[str]:
    """The sentences that raise more than a note, of every thing said in every way."""
    sentences = [says.format(thing) for thing, says in product(things, sayings)]
    return [sentence for sentence in sentences if tier_with(sentence) not in CLEAR_OR_NOTE]


def each_name_once_and_every_way(sayings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every listed name in one of the ways by turns, and every way with one name of each group."""
    for number, name in enumerate(NAMES):
        yield name, sayings[number % len(sayings)]
    for group in LEXICON.groups:
        name = next(name for name in group.names if name in NAMES)
        for says in sayings:
            yield name, says


@pytest.mark.parametrize("first", SYLLABLES)
def test_a_medicine_that_nobody_read_never_ends_in_clear(first: str) -> None:
    for word in [first + second + third for second, third in product(SYLLABLES, ["", *SYLLABLES])]:
        ordinary = word in LEXICON.ordinary | LEXICON.stop_words | LEXICON.other_medicines | LEXICON.lookalikes
        scan = read(f"amlodipine 5 mg, {word} 2 mg", "meds_list")
        if ordinary or scan.hits or len(word) < 4 or not scan.unread_part("meds_list"):
            continue
        assert screen({**HEALTHY, "meds_list": f"amlodipine 5 mg, {word} 2 mg"}, on=ON).tier is not Tier.CLEAR


@pytest.mark.parametrize("says", [*DENIALS, *OTHERS, *ANSWERS])
def test_an_illness_denied_or_of_somebody_else_is_a_note_at_most(says: str) -> None:
    assert loud([*ILLNESSES, *SIGNS], [says]) == []


@pytest.mark.parametrize("says", NO_ANSWERS)
def test_an_answer_that_tells_of_more_than_no_denies_nothing(says: str) -> None:
    sentences = [says.format(thing) for thing in ("epilepsy", "hemophilia", "a pacemaker", "marcapasos", "foot drop")]
    assert [sentence for sentence in sentences if tier_with(sentence) in CLEAR_OR_NOTE] == []


@pytest.mark.parametrize("says", TICKED)
def test_a_box_that_is_ticked_or_left_open_denies_nothing(says: str) -> None:
    sentences = [says.format(thing) for thing in (*ILLNESSES, *SIGNS) if thing != "a DVT"]  # which fires nothing alone
    assert [sentence for sentence in sentences if tier_with(sentence) in CLEAR_OR_NOTE] == []


@pytest.mark.parametrize("crisis", CRISES)
def test_a_cry_for_help_that_is_denied_is_asked_about_and_raises_no_emergency(crisis: str) -> None:
    for says in ("{}: no", "{}: never", "{} - none", "{} (no)", "{}? No", "{}: nunca", "{}: N/A"):
        assert tier_with(says.format(crisis)) is Tier.HOLD


def test_a_medicine_denied_or_of_somebody_else_is_a_note_at_most() -> None:
    said = [says.format(name) for name, says in each_name_once_and_every_way(DENIED_MEDICINES + MEDICINES_OF_OTHERS)]
    # A label that holds its own denial leaves open what is meant, and counts: 'no se coagule la sangre: N/A'.
    said = [sentence for sentence in said if not sentence.startswith("no se ")]
    assert [sentence for sentence in said if tier_with(sentence) not in CLEAR_OR_NOTE] == []


@pytest.mark.parametrize("when", ["in 2015", "2 years ago", "last year", "hace dos años"])
def test_a_bare_time_ends_no_medicine(when: str) -> None:
    for name in NAMES:
        found = {str(hit.status) for hit in read(f"{name} {when}", "meds_list").hits if name == hit.name}
        assert found <= {"current"}
