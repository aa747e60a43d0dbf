"""Words: references, names that fold together, and lines that stay one line."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from clinic.text import collapse, fold, new_reference, new_short_reference, one_line


def test_references_are_random_and_can_be_read_out() -> None:
    made = {new_reference() for _n in range(1000)}
    assert len(made) == 1000
    assert {len(reference) for reference in made} == {16}
    assert not set("".join(made)) & set("01OIAEUY")


def test_short_references_are_said_in_two_breaths() -> None:
    first, dash, second = new_short_reference().partition("-")
    assert (len(first), dash, len(second)) == (4, "-", 4)


@pytest.mark.parametrize("name", ["Ana Costa", "José Núñez", "李小龙", "O’Neill-Smith 3rd"])
def test_a_name_is_one_line(name: str) -> None:
    one_line(name)


@pytest.mark.parametrize("letter", ["\r", "\n", "\t", "\0", "\x1b", "\u2028", "\u2029", "\x85", "\ud800"])
def test_a_line_break_or_control_character_is_not(letter: str) -> None:
    with pytest.raises(ValidationError) as refused:
        one_line(f"Bob{letter}Bcc: x@example.com")
    assert refused.value.messages == ["Use letters, numbers and spaces on one line."]


@given(st.text())
def test_whatever_is_collapsed_is_one_line(text: str) -> None:
    one_line(collapse(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [("José  NÚÑEZ", "jose nunez"), (" Ana Costa ", "ana costa"), ("Straße", "STRASSE"), ("ﬁna", "fina")],
)
def test_two_spellings_of_a_name_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)
