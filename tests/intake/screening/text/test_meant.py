"""Which word of a shape a slip was meant to be, and which words are left alone."""

import pytest

from intake.screening.text.meant import Meant
from tests.intake.screening.text.reading import read

MEANT = Meant(["kidney failure", "no ..2 orinar", "transplant* ..1"], never_close=frozenset({"attach"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kidny", "kidney"),
        ("kindey", "kidney"),
        ("kidnee", "kidney"),
        ("orinnar", "orinar"),
        ("begiga", "vejiga"),
        ("blader", "bladder"),
        ("igado", "igado"),  # two letters of it are too few to be heard
        ("kidney", "kidney"),
        ("attach", "attach"),
        ("transplantation", "transplantation"),
        ("writing", "writing"),
        ("injection", "injection"),
        ("kid5ny", "kid5ny"),
        ("knee", "knee"),
    ],
)
def test_a_slip_is_read_as_the_word_of_the_shape(typed: str, meant: str) -> None:
    assert MEANT.words([typed]) == [meant]


def test_words_without_a_slip_are_the_very_same_list() -> None:
    words = ["kidney", "failure"]
    assert MEANT.words(words) is words


def test_a_guess_says_that_it_is_one() -> None:
    guesses = {text: [hit.possible for hit in read(text).hits] for text in ("kidny failure", "kidney failure")}
    assert guesses == {"kidny failure": [True], "kidney failure": [False]}


def test_a_word_alone_is_guessed_by_the_rule_for_names_only() -> None:
    assert [hit.name for hit in read("ganglos").hits] == []
