"""Where a text is cut: what stands in which clause decides what a denial or a time reaches."""

import pytest

from intake.screening.text.clauses import Clause, remove_first, sentences
from intake.screening.text.normalise import normalise


def cut(text: str, whole: frozenset[str] = frozenset()) -> list[list[list[str]]]:
    """Sentences of clauses of words."""
    return [[clause.words for clause in sentence] for sentence in sentences(normalise(text), whole=whole)]


def clauses_of(text: str) -> list[Clause]:
    return [clause for sentence in sentences(normalise(text)) for clause in sentence]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no aspirin. i take warfarin", [[["no", "aspirin"]], [["i", "take", "warfarin"]]]),
        ("no aspirin but warfarin", [[["no", "aspirin"], ["warfarin"]]]),
        ("aspirin, warfarin", [[["aspirin"], ["warfarin"]]]),
        ("no rash and i take warfarin", [[["no", "rash"], ["and", "i", "take", "warfarin"]]]),
        ("no rash and on warfarin", [[["no", "rash"], ["and", "on", "warfarin"]]]),
        ("rash and fever", [[["rash", "and", "fever"]]]),
        ("rash i take", [[["rash", "i", "take"]]]),
        ("and i take warfarin", [[["and", "i", "take", "warfarin"]]]),
        # Tied by a hyphen it is part of a word, and parts nothing.
        ("a so-called rash", [[["a", "so", "called", "rash"]]]),
        ("a not-so rash", [[["a", "not", "so", "rash"]]]),
        ("a not- so rash", [[["a", "not"], ["rash"]]]),
        ("it is so rash", [[["it", "is"], ["rash"]]]),
        ("it is so", [[["it", "is"]]]),
        ("eliquis5mg", [[["eliquis", "5mg"]]]),
        ("", []),
        (" ,. but ;", []),
    ],
)
def test_a_text_is_cut_where_one_would_breathe(text: str, found: list[list[list[str]]]) -> None:
    assert cut(text) == found


def test_a_listed_name_that_holds_figures_stays_whole() -> None:
    assert cut("vitamin coenzyme10") == [[["vitamin", "coenzyme", "10"]]]
    assert cut("vitamin coenzyme10", whole=frozenset({"coenzyme10"})) == [[["vitamin", "coenzyme10"]]]


def test_every_word_knows_where_it_stands() -> None:
    text = "no eliquis5mg and i take st-john's wort"
    first, second = clauses_of(text)
    for clause in (first, second):
        places = zip(clause.starts, clause.ends, strict=True)
        assert [text[start:end] for start, end in places] == clause.words
    assert (first.words, second.words[0]) == (["no", "eliquis", "5mg"], "and")
    assert first.hyphen == [False, False, False]
    assert second.hyphen == [False, False, False, False, True, False]


@pytest.mark.parametrize(
    ("text", "after_comma"),
    [
        ("rash", [False]),
        ("rash, fever", [False, True]),
        ("rash,, fever", [False, True]),
        (", rash", [False]),
        ("rash but fever", [False, False]),
        ("rash, but fever", [False, False]),
        ("rash and i take", [False, False]),
        ("rash, and i take", [False, True]),
        ("rash, fever and i take", [False, True, False]),
        ("and i take", [False]),
        ("rash. fever", [False, False]),
        ("rash, fever. cough", [False, True, False]),
    ],
)
def test_only_a_comma_alone_keeps_a_list_together(text: str, after_comma: list[bool]) -> None:
    assert [clause.after_comma for clause in clauses_of(text)] == after_comma


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("rash from insulin resistance since may", ["rash", "from", "since", "may"]),
        ("insulin resistance", []),
        ("insulin resistant and insulin resistance too", ["and", "too"]),
        ("a latex-free glove", ["a", "glove"]),
        ("latex-free", []),
        ("a salt-and-sugar-free meal", ["a", "meal"]),
        ("free tea", ["free", "tea"]),
        ("free-range", ["free", "range"]),
    ],
)
def test_what_only_looks_like_a_name_is_taken_out_and_nothing_beside_it(text: str, left: list[str]) -> None:
    (clause,) = clauses_of(text)
    remove_first(clause)
    assert clause.words == left
    assert len(clause.starts) == len(clause.ends) == len(clause.hyphen) == len(left)
