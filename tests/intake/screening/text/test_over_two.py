"""Signs over two clauses, sentences that come again, slips of short words, months to come."""

import pytest

from tests.intake.screening.text.reading import read, status

AGAIN = 20
SENTENCES = [
    "she TIA. ", "my mother TIA. ", "I have a stroke. ", "no warfarin. ", "stopped my Eliquis yesterday. ",
    "my sister cut her hand. It won't stop bleeding. ", "My gums bleed. It won't stop. ", "He has a pacemaker. ",
    "allergic to aspirin. I take Plavix. It was stopped. ", "my dad is ill. She takes warfarin. It helps. ",
]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code", "found"),
    [
        ("My gums are bleeding. It won't stop.", "rft_bleeding", True),
        ("My gums are bleeding, and now it does not stop", "rft_bleeding", True),
        ("Me sangra la nariz. No para.", "rft_bleeding", True),
        ("Me corté la encía. No para desde ayer.", "rft_bleeding", True),
        ("No bleeding gums. It hasn't stopped.", "rft_bleeding", False),
        ("My faucet drips. It won't stop.", "rft_bleeding", False),
        ("My nose runs. It won't stop.", "rft_bleeding", False),
        ("No bleeding. It won't stop me from working.", "rft_bleeding", False),
        ("My son has a nosebleed. It won't stop.", "rft_bleeding", False),
        ("I cut my gum. I sleep well. I work a lot. It won't stop.", "rft_bleeding", False),
        ("I have an aneurysm since 2019. This week it hurts.", "rft_aneurysm", True),
        ("I have an aneurysm. My knee hurts.", "rft_aneurysm", False),
        ("My right foot is odd. I can't lift it.", "rft_weak", True),
        ("I carry boxes. I can't lift it.", "rft_weak", False),
        ("My sister cut her hand. It won't stop bleeding.", "rft_bleeding", False),
        ("My sister cut her hand and it won't stop bleeding.", "rft_bleeding", False),
        ("My sister saw my hand. It won't stop bleeding.", "rft_bleeding", True),
        ("my mother's gums bled for days", "rft_bleeding", False),
        ("I see blood when I spit", "rft_bleeding", True),
        ("I pass out when I see blood", "rft_bleeding", False),
        ("there is blood coming from my ear", "rft_bleeding", True),
        ("blood thinners and blood pressure pills", "rft_bleeding", False),
        ("blood", "rft_bleeding", False),
        ("my smile is crooked since I was born", "rft_stroke", False),
        ("born with a bad valve and my smile is crooked", "rft_stroke", True),
        ("I have feber and chils", "rft_fever", True),
        ("numb grion", "rft_saddle", True),
        ("osteomyelitis last month", "rft_infection", True),
        ("osteomyelitis in 2015", "rft_infection", False),
        ("no sepsis", "rft_infection", False),
        ("my septic tank is full", "rft_infection", False),
    ],
)
def test_what_is_told_is_heard(said: str, code: str, *, found: bool) -> None:
    assert read(said).words(code) is found


def test_a_month_to_come_is_no_time_of_long_ago() -> None:
    assert status("due in November and my belly is hard and leaking water") == "current"
    assert status("in November I was leaking water") == "past"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_that_comes_again_is_read_as_it_was(sentence: str) -> None:
    once = [(hit.name, hit.status) for hit in read(sentence * 3).hits]
    again = [(hit.name, hit.status) for hit in read(sentence * AGAIN).hits]
    first, last = len(once) // 3, len(once) - len(once) // 3
    assert again[: 2 * first] == once[: 2 * first]
    assert again[-first:] == once[last:]
    assert len(set(again[first:-first])) <= len(set(once))


BEFORE_AND_BEHIND = (
    "[ ] diabetes [ ] stroke.",
    "☑ diabetes ☐ stroke ☐ seizures.",
    "diabetes ☐ stroke ☐.",
    "✓ gout ✗ diabetes ✗ stroke.",
    "(-) fever (-) chills.",
    "Walking and the stairs hurt.",
    "I sit at a computer all day.",
    "My dad drives me to work.",
    "¿Atienden hoy?",
)


@pytest.mark.parametrize("other", BEFORE_AND_BEHIND)
@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("I want to die.", "crisis"),
        ("I just can't do this anymore.", "crisis_soft"),
        ("He pensado en matarme.", "crisis"),
        ("He tenido calentura de 39.", "rft_fever"),
        ("No tengo fuerza en la pierna.", "rft_weak"),
        ("No he podido orinar.", "rft_bladder"),
        ("No he podido mover el pie.", "rft_weak"),
        ("I can't pee since yesterday.", "rft_bladder"),
    ],
)
def test_no_sentence_takes_away_what_another_one_tells(sentence: str, code: str, other: str) -> None:
    for text in (f"{other} {sentence}", f"{sentence} {other}", f"{other} {sentence} {other}"):
        assert read(text).words(code), text


def test_a_phrase_of_despair_is_still_none_in_the_sentence_of_a_walk() -> None:
    assert not read("I just can't do this anymore, these long walks.").words("crisis_soft")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("no diabetes, no cancer, hemophilia", {"hemophilia"}),
        ("no fever, no chills, chest pain", {"chest pain"}),
        ("no fever, chills, chest pain", set()),
        ("no fever, chills, no chest pain", set()),
        ("no fever, no chills, no chest pain", set()),
    ],
)
def test_each_no_of_a_row_denies_its_own(text: str, held: set[str]) -> None:
    assert {hit.name for hit in read(text).hits if hit.status != "negated"} == held


def test_what_they_took_out_of_me_is_mine_after_a_sentence_about_a_relative() -> None:
    assert read("My sister is here. They took out my spleen.").hits[0].status == "current"
