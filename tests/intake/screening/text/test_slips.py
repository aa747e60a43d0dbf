"""Slips of pen, ear and thumb: names that are still known, and ordinary words that are none."""

import pytest

from tests.intake.screening.text.reading import names, read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("xar elto 20", "xarelto"),
        ("war farin 5", "warfarin"),
        ("eli quis", "eliquis"),
        ("zarfarin 5 mg", "warfarin"),
        ("barfarin", "warfarin"),
        ("arfarin", "warfarin"),
        ("awrfarin", "warfarin"),
        ("Plavicks 75", "plavix"),
        ("kumadin 5", "coumadin"),
        ("Xarlto 20", "xarelto"),
        ("clopidogral", "clopidogrel"),
        ("rivaroxiban", "rivaroxaban"),
        ("eliquis5mgBID", "eliquis"),
        ("plavix75mg", "plavix"),
        ("Eliquis5mg", "eliquis"),
        ("asprin81", "aspirin"),
        ("gabbapentin", "gabapentin"),
        ("levetirasetam", "levetiracetam"),
        ("methotrexat", "methotrexate"),
        ("prednizone", "prednisone"),
        ("anticoagulent", "anticoagulant"),
        ("tacrolimas", "tacrolimus"),
        ("enoxaparina", "enoxaparina"),
        ("danaparoyd", "danaparoid"),
        ("azathioprin", "azathioprine"),
    ],
)
def test_a_name_is_known_behind_its_slip(text: str, name: str) -> None:
    assert name in names(text, "meds_list")


@pytest.mark.parametrize(
    "word",
    [
        "cancels",
        "horizonte",
        "sizing",
        "modifican",
        "medicos",
        "warrant",
        "thinner",
        "stroked",
        "forte",
        "several",
        "mental",
        "brilliant",
        "efficient",
        "confusion",
        "program",
    ],
)
def test_an_ordinary_word_is_no_slip(word: str) -> None:
    assert names(f"I have {word} here") == []


@pytest.mark.parametrize("name", ["mtx", "warf", "aza", "mmf", "kirsty", "ivor", "apix", "pred"])
def test_short_forms_count_in_a_list_of_medicines_only(name: str) -> None:
    assert (names(name, "meds_list"), names(name, "anything_else")) == ([name], [])


@pytest.mark.parametrize("typed", ["antalgyn", "firoc", "carbatal"])
def test_names_like_ordinary_words_count_as_written_only(typed: str) -> None:
    assert names(typed, "meds_list") == []


@pytest.mark.parametrize(
    ("text", "group"),
    [("turmeric tea", "SUPP_BLEED"), ("methylprednisolone aceponate", "IMMUNO")],
)
def test_a_known_phrase_uses_up_its_words(text: str, group: str) -> None:
    assert read(text, "meds_list").med(group) is False
