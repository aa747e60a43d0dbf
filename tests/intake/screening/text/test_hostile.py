"""Whatever is typed, the recogniser answers, and its work grows no faster than the text."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.screening.text import LEXICON, scan
from tests.intake.screening.text.reading import TODAY

PIECES = [
    "aspirin", "no", "my", "mother", "or", ",", ".", " ", "stopped", "seizure", "pacemaker", "removed", "3 days ago",
    "-", "free", "when i was", "5mg", "want to die", "华法林", "\u0301", "\ud800", "port", "chest", "and i", "but",
    "'s", "family history", "\u1161", "for", "1", "ago",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(alphabet=st.characters(), max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
)


@given(text=TEXTS, field=st.sampled_from(sorted(LEXICON.fields)))
def test_any_text_is_scanned_and_every_mark_fits(text: str, field: str) -> None:
    found = scan({field: text}, on=TODAY)
    found.unread(field)
    found.says_none(field)
    assert [hit for hit in found.hits if text[hit.start : hit.end] != hit.text or not hit.text] == []


@given(text=TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert scan({"meds_list": text}, on=TODAY).hits == scan({"meds_list": text}, on=TODAY).hits


@given(before=st.lists(st.sampled_from(["fine", "thanks", "aspirin", "no", "my mother"]), max_size=5).map(" ".join))
def test_a_new_sentence_is_read_by_itself(before: str) -> None:
    found = scan({"meds_list": f"{before}. Eliquis 5 mg"}, on=TODAY)
    assert found.med("ANTICOAG") is True


@pytest.mark.parametrize("field", ["meds_list", "fu_text"])
@pytest.mark.parametrize(
    "piece",
    [
        "a", "a ", "a,", "a-", "a'", "1 ", "1.", ". ", "\n", "but ", "\u0301", "e\u0301\u0334", "\ud800", "😀", "자살 ",
        "자살", "华,", "\u1161", "\u1100\u1161", "ﷺ", "aspirin ", "aspirin,", "no aspirin, ", "eliqui ",
        "levetirasetem ", "my mother ", "3 days ago ", "1 10 days ago ", "trying to get pregnant ", "a-free ", "free-",
        "port chest ", "pacemaker removed ", "seizure as a child ", "had shingles ", "aspirin, stopped, ",
        "when i was ", "omega-3-",
        "no problem chest ", "kill myself ", "abcd1", "in 2019 ", "she tia. ", "she tia, ", "bleed, no para, ",
        "my gums bleed. it won't stop. ", "my sister cut her hand. it bleeds. ",
    ],
)  # fmt: skip
def test_four_times_the_text_is_about_four_times_the_work(piece: str, field: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (500, 2000))
    scan({field: long}, on=TODAY).unread(field)  # what is read from files once is no work of the text
    # Counted, not timed: calls of functions, Python's and C's. What grows with the square would be sixteen times.
    assert _calls(long, field) < 6 * _calls(short, field)


def _calls(text: str, field: str) -> int:
    count = 0

    def one_more(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(one_more)
    try:
        found = scan({field: text}, on=TODAY)
        found.unread(field)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "text",
    [
        "he. " * 990 + "he has a TIA",  # nobody was named, however far back one looks
        "a" + "!" * 3_998 + "a",
        "a:" + " " * 3_998,
    ],
    ids=["he after he", "marks within", "spaces behind a label"],
)
def test_a_row_of_the_same_is_walked_once(text: str) -> None:
    assert scan({"meds_list": text}, on=TODAY).says_none("meds_list") is False
