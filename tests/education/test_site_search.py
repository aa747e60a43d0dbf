"""Looking for words: pure, so tried without a page."""

import pytest

from education.site_search import MOST_HITS, SearchPage, beginnings_of, find, fold, pieces

NEEDLES = SearchPage("Needle fear", "/fear/", ("Many people fear needles.", "Fainting is rare: lie down."))
BABY = SearchPage(
    "Who should be careful", "/careful/", ("If you are pregnant, tell us.", "Blood thinners: tell us too.")
)
PRICES = SearchPage("Prices", "/prices/", ("What a visit costs.",), words="money insurance how much")
PAGES = [NEEDLES, BABY, PRICES]


def found(words: str) -> list[str]:
    return [hit.page.path for hit in find(words, PAGES)]


def shown(words: str) -> list[tuple[str, list[str]]]:
    """The excerpt of each hit, and what is marked in it."""
    return [
        ("".join(piece.text for piece in hit.excerpt), [piece.text for piece in hit.excerpt if piece.is_hit])
        for hit in find(words, PAGES)
    ]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("needles", ["/fear/"]),
        ("NEEDLING", ["/fear/"]),
        ("nèédle", ["/fear/"]),
        ("pregnancy", ["/careful/"]),
        ("pregnant", ["/careful/"]),
        ("bleeding", []),
        ("insurance", ["/prices/"]),
        ("how much", ["/prices/"]),
        ("", []),
        ("   ", []),
        ("?!*", []),
        ("zebra", []),
    ],
)
def test_a_word_is_found_whatever_its_ending_case_or_accents(words: str, wanted: list[str]) -> None:
    assert found(words) == wanted


def test_words_that_stand_everywhere_are_passed_over_unless_there_is_no_other() -> None:
    assert beginnings_of("is it safe to be pregnant") == ("safe", "pregna")
    assert beginnings_of("what is it") == ("what", "is", "it")


def test_more_of_the_words_come_first_and_a_title_counts() -> None:
    both = SearchPage("Fear", "/both/", ("People who faint at needles.",))
    assert [hit.page.path for hit in find("needles faint", [NEEDLES, BABY, both])] == ["/fear/", "/both/"]
    assert [hit.page.path for hit in find("fear needles faint blood", [BABY, both])] == ["/both/"]


def test_the_excerpt_is_the_passage_that_holds_the_words_and_marks_them() -> None:
    assert shown("thinner blood") == [("Blood thinners: tell us too.", ["Blood", "thinners"])]


def test_words_that_are_only_looked_through_are_never_shown() -> None:
    assert shown("insurance") == [("What a visit costs.", [])]


def test_a_long_passage_is_cut_at_words_around_the_first_hit() -> None:
    long = SearchPage("Long", "/long/", ("before " * 60 + "needle " + "after " * 60,))
    [hit] = find("needle", [long])
    text = "".join(piece.text for piece in hit.excerpt)
    assert text.startswith("… before ")
    assert text.endswith("after …")
    assert len(text) < 260
    assert [piece.text for piece in hit.excerpt if piece.is_hit] == ["needle"]


@pytest.mark.parametrize("text", ["", "needle", "a needle", "needle a", "Nädel needle needle-like", "<b>needle</b>"])
def test_pieces_are_the_text_again(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text, ("needl",))) == text


def test_a_word_is_found_at_its_beginning_only() -> None:
    assert [piece.text for piece in pieces("Needles, knitneedle", ("needl",)) if piece.is_hit] == ["Needles"]
    assert find("needle", [SearchPage("x", "/", ("knitneedle",))]) == []


def test_there_are_never_too_many_hits() -> None:
    many = [SearchPage(f"Needle {number}", f"/{number}/", ()) for number in range(MOST_HITS + 5)]
    assert len(find("needle", many)) == MOST_HITS


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("Ñandú STRAẞE ﬁne") == "nandu strasse fine"
