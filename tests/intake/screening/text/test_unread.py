"""A medicine list that cannot be read is told from one that says 'none'."""

import pytest

from intake.screening.text import LEXICON, scan
from tests.intake.screening.text.reading import TODAY


def judged(text: str) -> tuple[bool, bool]:
    found = scan({"meds_list": text}, on=TODAY)
    return found.unread("meds_list"), found.says_none("meds_list")


UNREAD, READ, NONE = (True, False), (False, False), (False, True)


@pytest.mark.parametrize("phrase", LEXICON.unread_phrases)
def test_every_phrase_asks_for_a_call_even_beside_a_medicine(phrase: str) -> None:
    assert judged(f"Eliquis, {phrase}.") == UNREAD


@pytest.mark.parametrize("phrase", [*LEXICON.none_words, *LEXICON.none_phrases])
def test_every_none_is_none_alone_and_readable_in_company(phrase: str) -> None:
    assert judged(phrase) == NONE
    assert judged(f"{phrase.upper()}.") == NONE
    assert judged(f"well {phrase} I think") == READ


def test_every_other_medicine_can_be_read() -> None:
    assert [name for name in sorted(LEXICON.other_medicines | LEXICON.lookalikes) if judged(name) != READ] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", READ),
        ("   \n", READ),
        ("Eliquis", READ),
        ("no Eliquis", READ),
        ("华法林", READ),
        ("lisinoprill", READ),  # one slip from 6 letters
        ("lisinoprilled", UNREAD),
        ("atorvastatinnn", READ),  # two slips from 10 letters
        ("ironn", UNREAD),  # 4 letters forgive none
        ("the blue one", UNREAD),
        ("!!!", UNREAD),
        ("insulin resistance", UNREAD),
        ("Shingrix", READ),
        ("no idea", READ),
        ("known to my doctor", UNREAD),  # 'no' only as a whole word
        ("None!!", NONE),
        (" n/a ", NONE),
        ("No  medicines", NONE),
        ("no medicines, but Eliquis", READ),
        ("I don’t take any", READ),
        ("don’t take any", NONE),
        ("unattached", UNREAD),
        ("see-attached", UNREAD),
        ("seed list of Eliquis", READ),
    ],
)
def test_a_list_is_read_when_it_names_something_known(text: str, expected: tuple[bool, bool]) -> None:
    assert judged(text) == expected


def test_an_answer_that_was_not_given_is_neither() -> None:
    found = scan({"goal_text": "walk"}, on=TODAY)
    assert (found.unread("meds_list"), found.says_none("meds_list")) == (False, False)
