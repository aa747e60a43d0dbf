"""Differences that a person can read: the words that went and came, and nothing of what stayed elsewhere."""

import copy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from education.differences import GONE, MOST_WORDS, NEW, SAME, DifferencePiece, differences, words
from education.documents import normal
from tests.education.shelf import REFERENCES, WHOLE


def document() -> dict[str, Any]:
    return normal(copy.deepcopy(dict(WHOLE)), REFERENCES)


def test_the_same_words_are_no_difference() -> None:
    assert differences(document(), document()) == []


def test_a_changed_word_is_shown_in_its_paragraph_alone() -> None:
    before, now = document(), document()
    now["sections"][1]["body"] = "Some signs are very urgent.\n\n{{emergency}}"
    (change,) = differences(before, now)
    assert (change.kind, change.name) == ("Section", "When not to wait")
    assert change.paragraphs == (
        (DifferencePiece(SAME, "Some signs are "), DifferencePiece(NEW, "very "), DifferencePiece(SAME, "urgent.")),
    )


def test_a_section_that_moved_says_nothing_new() -> None:
    before, now = document(), document()
    now["sections"].reverse()
    assert differences(before, now) == []


def test_a_renamed_section_is_the_same_section() -> None:
    before, now = document(), document()
    now["sections"][1]["heading"] = "Signs that cannot wait"
    (change,) = differences(before, now)
    assert change.name == "Signs that cannot wait"
    assert [piece.text for piece in change.paragraphs[0] if piece.kind == GONE] != []


def test_what_was_taken_out_is_shown_and_so_is_what_was_put_in() -> None:
    before, now = document(), document()
    del now["questions"][0]
    now["sections"].append({"heading": "Completely else", "body": "Xylophone zebra."})
    told = {(change.kind, change.name): change.paragraphs for change in differences(before, now)}
    assert set(told) == {("Question", "Does it hurt?"), ("Section", "Completely else")}
    assert {piece.kind for line in told[("Question", "Does it hurt?")] for piece in line} == {GONE}
    assert {piece.kind for line in told[("Section", "Completely else")] for piece in line} == {NEW}


def test_every_part_of_an_article_is_compared() -> None:
    before, now = document(), document()
    now |= {"title": "T", "summary": "S", "position": 9, "topics": [], "rule_codes": [], "related": [], "takeaways": []}
    now["claims"][0]["certainty"] = "high"
    now["side_effects"][0]["count"] = 8
    now["guidelines"][0]["stance"] = "against"
    now["questions"][0]["answer"] = "No."
    now["references"]["sample-2001"]["year"] = 2000
    assert [change.kind for change in differences(before, now)] == [
        "Title", "Summary", "Key takeaways", "Topics", "Rule codes", "Related articles", "Order", "Question",
        "Claim", "Side effect", "Guideline", "Reference",
    ]  # fmt: skip


def test_a_first_edition_is_new_altogether() -> None:
    found = differences(None, document())
    assert {piece.kind for change in found for line in change.paragraphs for piece in line} == {NEW}


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_give_both_lines_again(before: str, now: str) -> None:
    pieces = words(before, now)
    assert "".join(piece.text for piece in pieces if piece.kind != NEW) == before
    assert "".join(piece.text for piece in pieces if piece.kind != GONE) == now


def test_a_paragraph_made_to_be_slow_is_shown_whole() -> None:
    before, now = "a b " * MOST_WORDS, "b a " * MOST_WORDS
    assert words(before, now) == (DifferencePiece(GONE, before), DifferencePiece(NEW, now))
