"""Whatever is typed, the recogniser answers, and soon."""

from time import process_time

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
        "no problem chest ", "kill myself ", "abcd1", "in 2019 ",
    ],
)  # fmt: skip
def test_four_thousand_characters_of_anything_take_no_time(piece: str, field: str) -> None:
    text = (piece * 4000)[:4000]
    quickest = min(_seconds(text, field) for _ in range(3))
    assert quickest < 0.1  # about 0.03 at worst; processor time, so a busy machine changes little


def _seconds(text: str, field: str) -> float:
    start = process_time()
    found = scan({field: text}, on=TODAY)
    found.unread(field)
    return process_time() - start
