"""The exact edges of the reading of free text: where one word more or less changes what a practitioner is told."""

import pytest

from intake.screening.text import clauses, terms, times
from intake.screening.text.hits import HitKind
from intake.screening.text.lexicon import LEXICON, Scope, WordList
from intake.screening.text.normalise import normalise
from intake.screening.text.speller import Speller
from intake.screening.text.terms import Term
from tests.intake.screening.text.reading import TODAY


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("for a couple of weeks", 14),
        ("for couple of weeks", 14),
        ("for a few days", 3),
        ("the last few days", 3),
        ("couple of weeks ago", 14),
        ("had it couple of weeks ago", 14),
        ("only a few days ago", 3),
        ("for the few days", 3),
        ("weeks ago 3", 14),
        ("of weeks ago", 14),
        ("some days or 3 weeks ago", 21),
        ("for 5 days", 5),
        ("for about 3 days", 3),
        ("for about over 3 days", 3),
        ("for about over almost 3 days", 3),
        ("nearly 3 days with pain for", None),
        ("2 or 3 days ago", 2),
        ("to 3 days ago", 3),
        ("2 to 3 days ago", 2),
        ("it was 5 to 10 years ago", 1825),
        ("a 3 days ago", 3),
        ("for a 3 days", 3),
        ("on tue", 1),
        ("last tue", 1),
        ("tue was bad since", None),
        ("for my visit", 0),
        ("my visit for", None),
    ],
)
def test_the_time_is_this_many_days_ago(said: str, days: int | None) -> None:
    assert times.days_ago(said.split(), TODAY) == days


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("when i was 12", 12),
        ("when i was about 12", 12),
        ("when i was only 12", 12),
        ("when i was an infant", 0),
        ("when i was a baby", 0),
        ("when i was a an about 12", None),
        ("when i was", None),
        ("when i was sick", None),
    ],
)
def test_an_age_of_long_ago(said: str, age: int | None) -> None:
    assert times.age_then(said.split()) == age


@pytest.mark.parametrize(
    ("said", "has"),
    [("mg", False), ("5 mg", True), ("5mg", True), ("5", False), ("take mg 5", False), ("mg mg", False)],
)
def test_a_dose_is_a_figure_with_its_unit(said: str, has: bool) -> None:
    assert times.has_dose(said.split()) is has


@pytest.mark.parametrize(
    ("said", "past"),
    [
        ("moons ago", False),
        ("days ago", False),
        ("weeks ago", True),
        ("years ago", True),
        ("until 2019", True),
        ("in 2019", True),
        ("in 1850", False),
        ("last year", True),
        ("as a child", True),
        ("years ago 5 mg", False),
    ],
)
def test_a_time_that_lies_in_the_past_by_itself(said: str, past: bool) -> None:
    assert times.has_bare_time(said.split()) is past


@pytest.mark.parametrize(
    ("name", "one"), [("aspirin", True), ("blood thinner", False), ("죽고싶", False), ("死", False)]
)
def test_the_spelling_rule_is_for_single_words_in_letters(name: str, one: bool) -> None:
    assert terms.is_one_word(name) is one


def test_a_word_list_is_looked_for_only_where_its_field_says_so() -> None:
    term = Term(name="help", kind=HitKind.WORDS, groups=("other",), word_list=WordList(code="other", phrases=("help",)))
    assert terms.in_scope(term, Scope(word_lists=("other",)), "meds_list") is True
    assert terms.in_scope(term, Scope(), "meds_list") is False


def test_a_name_in_another_script_does_not_hide_its_misspellings() -> None:
    drug = Term(name="死", kind=HitKind.DRUG, groups=("ONE",))
    written = terms.writings([drug], {"死": ("deth",)})
    assert [writing.words for writing in written] == [("deth",)]


def test_a_condition_of_several_words_forgives_no_slip() -> None:
    several = [term for term in terms.all_terms(LEXICON) if term.kind is HitKind.CONDITION and " " in term.name]
    assert several
    assert {term.slips for term in several} == {0}


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("abcd efgh", {("abcd", "efgh")}),
        ("abcd efghi", {("abcd", "efghi"), ("abcdefghi",)}),
    ],
)
def test_a_phrase_of_nine_letters_may_be_typed_without_its_space(name: str, ways: set[tuple[str, ...]]) -> None:
    term = Term(name=name, kind=HitKind.WORDS, groups=("x",))
    assert {writing.words for writing in terms.writings([term], {})} == ways


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("i am latex-free now", "i am now"),
        ("latex-free", ""),
        ("i am free now", "i am free now"),
        ("sugar-free and latex-free diet", "diet"),
    ],
)
def test_a_word_that_is_free_of_something_is_taken_out_and_no_other(said: str, left: str) -> None:
    found = [clause for sentence in clauses.sentences(normalise(said)) for clause in sentence]
    for clause in found:
        clauses.remove_first(clause)
    words = [word for clause in found for word in clause.words if word != "and"]
    assert " ".join(words) == left


@pytest.mark.parametrize(
    ("typed", "close"),
    [
        ("abcdefgh", ("abcdefgh",)),
        ("abcdefg", ("abcdefgh",)),
        ("abcdefghx", ("abcdefgh",)),
        ("abcdef", ()),
        ("abcdefghxy", ()),
        ("xbcdefgh", ("abcdefgh",)),
        ("abxdexgh", ()),
    ],
)
def test_a_name_forgives_as_many_slips_as_it_is_given(typed: str, close: tuple[str, ...]) -> None:
    assert Speller({"abcdefgh": 1}).nearest(typed) == close


def test_without_names_nothing_is_close() -> None:
    assert Speller({}).nearest("abcdefgh") == ()


def test_each_name_forgives_its_own_slips() -> None:
    speller = Speller({"abcdefghij": 2, "abcdefgxyz": 1})
    assert speller.nearest("abcdefghxx") == ("abcdefghij",)
    assert speller.nearest("abcdefgxxx") == ()
