"""The plain spelling of what was typed, and the way back to the typed letters."""

import unicodedata

import pytest

from intake.screening.text.normalise import normalise


@pytest.mark.parametrize(
    ("raw", "start", "end", "marked"),
    [
        ("5㎎ now", 0, 2, "5㎎"),  # one sign, two plain letters: half of it is all of it
        ("5㎎ now", 1, 2, "㎎"),
        ("5㎎ now", 2, 3, "㎎"),
        ("fenitoína", 0, 9, "fenitoína"),
        ("fenitoi\u0301na", 0, 7, "fenitoi\u0301"),
        ("a b", 0, 1, "a"),
    ],
)
def test_a_hit_is_marked_in_the_typed_letters(raw: str, start: int, end: int, marked: str) -> None:
    first, last = normalise(raw).raw_span(start, end)
    assert raw[first:last] == marked


@pytest.mark.parametrize("raw", ["\u1161", "\u1161x", "a\u1161b", "\u1112\u1161\u11ab", "\ud800\u1161", "한\u11a8"])
def test_korean_letters_join_a_syllable_or_stand_alone(raw: str) -> None:
    plain = normalise(raw)
    assert len(plain.text) == len(plain.origin)
    assert plain.text == unicodedata.normalize("NFC", raw)
