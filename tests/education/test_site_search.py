"""Looking for words: pure, so tried without a page."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from education import search_words
from education.site_search import MOST_HITS, SearchPage, find, fold, pieces, terms_of

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
    assert [term.typed for term in terms_of("is it safe to be pregnant")] == ["safe", "pregnant."]
    assert [term.typed for term in terms_of("what is it")] == ["what", "is", "it"]


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


# ——— other words for the same

IN_ENGLISH = SearchPage("Other care", "/other/", ("Keep taking your medicines.", "See a physician about numbness."))
IN_SPANISH = SearchPage("Otra atención", "/otra/", ("Siga tomando sus medicinas.", "Un médico revisa su espalda baja."))


@pytest.mark.parametrize(
    ("language", "words", "marked"),
    [
        ("en", "medication", ["medicines"]),
        ("en", "Meds", ["medicines"]),
        ("en", "doctor", ["physician"]),
        ("en", "tingling", ["numbness"]),
        ("es", "medicación", ["medicinas"]),
        ("es", "MEDICAMENTOS", ["medicinas"]),
        ("es", "pastillas", ["medicinas"]),
        # A doctor is no medicine, though one word begins like the other.
        ("es", "médica", ["médico"]),
        ("es", "cintura", ["espalda"]),
        ("es", "revisar", ["revisa"]),
        ("es", "espalditas", ["espalda"]),
    ],
)
def test_a_page_is_found_by_other_words_for_the_same(language: str, words: str, marked: list[str]) -> None:
    page = {"en": IN_ENGLISH, "es": IN_SPANISH}[language]
    [hit] = find(words, [page], language=language)
    assert [piece.text for piece in hit.excerpt if piece.is_hit] == marked


def test_what_was_typed_comes_before_other_words_for_it() -> None:
    other = SearchPage("A", "/a/", ("The pills. The pills.",))
    typed = SearchPage("B", "/b/", ("The medication.",))
    assert [hit.page.path for hit in find("medication", [other, typed])] == ["/b/", "/a/"]


def test_other_words_lead_one_way_and_into_no_other_language() -> None:
    waist = SearchPage("Ropa", "/ropa/", ("Afloje la cintura.",))
    assert find("espalda", [waist], language="es") == []
    assert find("cintura", [IN_SPANISH], language="en") == []
    assert find("medication", [IN_SPANISH], language="es") == []


@pytest.mark.parametrize("language", search_words.LANGUAGES)
def test_the_words_are_written_as_they_are_compared(language: str) -> None:
    meanings = search_words.of(language).meanings
    words = {*meanings, *(beginning.removesuffix(".") for others in meanings.values() for beginning in others)}
    assert [word for word in sorted(words) if fold(word) != word or not word.isalnum()] == []
    # A short beginning begins half the dictionary.
    assert [b for others in meanings.values() for b in others if b.isalpha() and len(b) < 4] == []


def test_no_word_finds_every_page() -> None:
    """Of unlike pages each known word finds few: other words for the same do not flood."""
    shelf = [SearchPage(word, f"/{word}/", (word,)) for word in search_words.of("es").meanings]
    flood = {page.title: hits for page in shelf if (hits := len(find(page.title, shelf, language="es"))) > 15}
    assert flood == {}


# Words that we do not write and that mean something else too, so that no page is sought by them.
AMBIGUOUS = frozenset(
    (
        *("aclaracion", "ataque", "bitacora", "check", "clear", "despejado", "doctor", "estado", "iniciar", "libre"),
        *("loguearse", "mail", "marque", "molestia", "montar", "retenido", "rinones", "silla", "texto", "update"),
    )
)


def test_what_the_glossary_does_not_write_leads_to_what_it_writes() -> None:
    """A word that patients say and we do not ("medicamento") finds the page that says it as we do ("medicina")."""
    glossary = (Path(settings.BASE_DIR) / "locale/es/glossary.md").read_text()
    lost = []
    for row in re.findall(r"^\|(.+)\|$", glossary, re.M)[2:]:
        _term, ours, _why, not_ours = (re.sub(r"\([^)]*\)", "", cell).strip() for cell in row.split("|"))
        page = SearchPage(ours, "/", (ours,))
        words = [fold(word).strip() for word in not_ours.split(",")]
        lost += [
            f"{word} → {ours}"
            for word in words
            if word and " " not in word and not set(re.findall(r"\w+", word)) & AMBIGUOUS
            if not find(word, [page], language="es")
        ]
    assert lost == []
