"""A list of medicines is read item by item, and what was not read is said."""

import pytest

from intake.screening.text import scan
from tests.intake.screening.text.reading import TODAY, read


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("amlodipine, Zyvotrex 2 mg", "zyvotrex"),
        ("lisinopril; qudra forte; Tylenol", "qudra"),
        ("metformin and xeltan", "xeltan"),
        ("Tylenol Mabrox 5 mg", "mabrox"),
        ("aspirin, El1quis", "el1quis"),
        ("Blopress, Plavix", "blopress"),
        ("Cardura, Lasix, K-dur", "k-dur"),
        ("losartan 50mg zuprexol 10 mg", "zuprexol"),
        ("metformina y brumexol", "brumexol"),
        ("omeprazol e hidrozanol", "hidrozanol"),
        ("aspirin / vonquira", "vonquira"),
        ("aspirin + vonquira", "vonquira"),
        ("1. aspirin 2. vonquira 3. Tylenol", "vonquira"),
        ("阿司匹林, 络活喜", "络活喜"),
        ("플라빅스, 노바스크", "노바스크"),
        ("aspirin (vonquira)", "vonquira"),
        ("vonquira for my heart, Tylenol", "vonquira"),
        ("my doctor gave me vonquira, and aspirin", "vonquira"),
    ],
)
def test_a_name_that_no_list_holds_is_said(text: str, word: str) -> None:
    found = read(text, "meds_list")
    assert found.unread_part("meds_list") is True
    assert [item.words for item in found.not_read("meds_list")] == [(word,)]


@pytest.mark.parametrize(
    "text",
    [
        "amlodipine 5 mg every morning for blood pressure",
        "birth control pill, vitamin D",
        "fish oil, coffee, protein shake",
        "Tylenol when my knee hurts",
        "None",
        "none really, just vitamins",
        "Acitrom 2 mg, Ecosprin 75, Telma 40, Thyronorm 50 mcg",
        "Sintrom 4mg, enalapril 20, omeprazol, adiro 100",
        "losartan 50mg, biogesic, neozep, clopidogrel 75",
        "metformina 850 cada 12 horas y glibenclamida en la mañana",
        "zolpidem 10 qhs prn, trazadone 50 mg qhs, gabapentin 300 TID",
        "Lantus 20 units at bedtime",
        "albuterol inhaler as needed, symbicort 2 puffs twice daily",
        "levotiroxina 100, sertralina 50, clonazepam gotas",
        "Tramadol/paracetamol, Buscapina, complejo B",
        "aspirina para el dolor de cabeza",
        "insulina NPH 20 unidades, metformina",
        "nothing but Advil for headaches",
        "Xarlto 20, amlodopine 5, atorvastain 40",
        "lisinoprl, metoprlol, simvastatine, hidroclorotiazida",
    ],
)
def test_a_list_that_was_read_whole_says_nothing(text: str) -> None:
    assert read(text, "meds_list").not_read("meds_list") == ()


def test_the_item_is_told_as_it_was_typed() -> None:
    text = "Norvasc 5,  Vonquira 2 mg daily; aspirin"
    (item,) = read(text, "meds_list").not_read("meds_list")
    assert item.text == text[item.start : item.end] == "Vonquira 2 mg"


def test_a_medicine_in_the_item_stands_for_its_other_words() -> None:
    assert read("aspirin vonquira", "meds_list").unread_part("meds_list") is False


def test_only_the_answer_that_was_asked_about_is_read() -> None:
    assert scan({"meds_list": "aspirin, vonquira"}, on=TODAY).unread_part("anything_else") is False


def test_a_hit_keeps_its_sentence() -> None:
    (hit,) = read("I feel fine. My doctor stopped Eliquis on Monday! Thanks").hits
    assert hit.near == "My doctor stopped Eliquis on Monday"
