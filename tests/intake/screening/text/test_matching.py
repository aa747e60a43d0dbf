"""Words, phrases, hyphens, doses and slips of the pen."""

from dataclasses import replace

import pytest

from intake.screening.text import LEXICON, Recogniser
from tests.intake.screening.text.reading import TODAY, names, read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # normalised
        ("FENITOÍNA", ["fenitoina"]),
        ("ＥＬＩＱＵＩＳ", ["eliquis"]),
        ("fenitoi\u0301na", ["fenitoina"]),
        ("thuoc loang mau", ["thuốc loãng máu"]),
        ("thuốc chống đông", ["thuốc chống đông"]),
        ("Addison’s", ["addison's"]),
        ("Eli\u00adquis", ["eliquis"]),
        ("Eliquis's price", ["eliquis"]),
        # taken out first
        ("insulin resistance", []),
        ("insulin resistant", []),
        ("insulin", ["insulin"]),
        ("Shingrix, 华法林", ["华法林"]),
        ("shingles vaccine, shingles shot, Shingrix, flu shot", []),
        ("roofing shingles", []),
        ("I repair roof shingles", []),
        ("seizure-free for years", []),
        ("seizure free", []),
        ("pain free on Eliquis", ["eliquis"]),
        ("latex-free gloves", []),
        ("a Eliquis-free life", []),
        ("I get Eliquis free", ["eliquis"]),
        ("trying to get pregnant", []),
        ("I would like to become pregnant", []),
        ("planning to be pregnant", []),
        ("I got pregnant", ["pregnant"]),
        # signs separate
        ("Eliquis/Plavix+aspirin", ["eliquis", "plavix", "aspirin"]),
        ("•Eliquis 🙂Plavix (aspirin)", ["eliquis", "plavix", "aspirin"]),
        ("Eliquis_Plavix", ["eliquis", "plavix"]),
        # doses stuck to a name
        ("eliquis5mg", ["eliquis"]),
        ("keppra500", ["keppra"]),
        ("Coumadin2.5mg", ["coumadin"]),
        ("asa81", []),
        ("5fu", ["5fu"]),
        ("hydrocortisone5mg", ["hydrocortisone 5 mg"]),
        # hyphens
        ("eliquis-plavix", ["eliquis", "plavix"]),
        ("humate-p", ["humate-p"]),
        ("humate p", ["humate p"]),
        ("r-chop", ["r-chop"]),
        ("r chop", []),
        ("anti-coagulant", ["anticoagulant"]),
        ("blood-thinner", ["blood thinner"]),
        ("fish-oil", ["fish oil"]),
        # missing spaces, from nine letters
        ("bloodthinner", ["blood thinner"]),
        ("spinalcord stimulator", ["spinal cord stimulator"]),
        ("fishoil", []),
        ("krilloil", []),
        ("garlicpill", ["garlic pill"]),
        # one word never over two
        ("eli quis", ["eliquis"]),
        ("blood thinner", ["blood thinner"]),
        ("blood. thinner", []),
        # the longest phrase uses up its words
        ("insulin pump", ["insulin", "insulin pump"]),
        ("hemophilia carrier", ["hemophilia carrier"]),
        ("hemophilia", ["hemophilia"]),
        ("brain aneurysm", ["brain aneurysm"]),
        ("factor viii deficiency", ["factor viii", "factor viii deficiency"]),
        ("factor viii", ["factor viii"]),
        ("chemo port a cath", ["chemo", "port a cath"]),
        ("baby aspirin", ["baby aspirin"]),
        # no spaces between words
        ("我在吃华法林和阿司匹林", ["华法林", "阿司匹林"]),
        ("매일Eliquis를 먹어요", ["eliquis"]),
        ("와파린을 먹어요", ["와파린"]),
        ("\u110b\u116a\u1111\u1161\u1105\u1175\u11ab", ["와파린"]),
        ("우울해서 죽고싶어요", ["죽고 싶"]),
        ("그 여자 살던 집", []),
    ],
)
def test_names_are_found_where_they_stand(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("warfarim", ["warfarin"]),  # 8 letters forgive one slip
        ("warfarinexx", []),
        ("warafrin", ["warfarin"]),  # neighbours swapped count as one
        ("xarfarin", ["warfarin"]),  # the first letter of a name of 8 letters or more
        ("xarferin", []),  # and then nothing else
        ("zeparin", []),  # not of a shorter name
        ("humir", ["humira"]),  # 6 letters, one slip
        ("humi", []),
        ("aray", []),
        ("aravas", []),  # 5 letters forgive none
        ("rivaroxabann", ["rivaroxaban", "rivaroxabana"]),
        ("rivaruxobann", []),  # three slips
        ("rivaruxoban", ["rivaroxaban"]),  # two slips from 10 letters
        ("edoxabon", ["edoxaban"]),
        ("desirudn", ["desirudin"]),
        ("anticoagulent", ["anticoagulant"]),
        ("warfa1in", []),  # a digit
        ("siezurrre", ["seizure"]),  # it sounds the same
        ("siezuer", []),
        ("seizuer", ["seizure"]),
        ("seizuree", ["seizure", "seizures", "seizured"]),
        ("epilepsi", ["epilepsi"]),
        ("abscess", ["abscess"]),
        ("absces", ["abscess", "absceso"]),
        ("impetgo", ["impetigo"]),
        ("imptgo", []),
        ("zostr", []),  # 6 letters: not forgiven in a condition
        ("thrombocitopenea", ["thrombocytopenia", "trombocitopenia"]),  # two slips from 12 letters
        ("endocardites", ["endocarditis"]),
        ("suicde", []),  # crisis phrases are exact
    ],
)
def test_slips_are_forgiven_by_the_length_of_the_listed_name(typed: str, found: list[str]) -> None:
    assert names(typed) == found


def test_a_close_word_is_marked_possible_and_shown_as_typed() -> None:
    (hit,) = read("I take Warfarim").hits
    assert (hit.name, hit.text, hit.possible) == ("warfarin", "Warfarim", True)
    (sure,) = read("I take Warfarin").hits
    assert sure.possible is False


def test_all_names_count_when_they_are_equally_close() -> None:
    (group,) = (group for group in LEXICON.groups if group.code == "ANTICOAG")
    twins = replace(group, fuzzy={"moonabex": (), "moonabax": ()}, exact=(), foreign=(), phrases=(), world=())
    recogniser = Recogniser(replace(LEXICON, groups=(twins,), sublists=(), misspellings={}))
    found = recogniser.scan({"meds_list": "moonabix"}, on=TODAY).hits
    assert sorted(hit.name for hit in found) == ["moonabax", "moonabex"]


def test_the_closest_name_wins() -> None:
    (group,) = (group for group in LEXICON.groups if group.code == "ANTICOAG")
    near = replace(group, fuzzy={"moonabexolin": (), "moonabexalix": ()}, exact=(), foreign=(), phrases=(), world=())
    recogniser = Recogniser(replace(LEXICON, groups=(near,), sublists=(), misspellings={}))
    found = recogniser.scan({"meds_list": "moonabexolix"}, on=TODAY).hits
    assert sorted(hit.name for hit in found) == ["moonabexalix", "moonabexolin"]
    closer = recogniser.scan({"meds_list": "moonabexoli"}, on=TODAY).hits
    assert [hit.name for hit in closer] == ["moonabexolin"]


def test_a_name_of_two_groups_counts_in_both() -> None:
    found = read("aggrenox")
    assert (found.med("ANTIPLATELET"), found.med("ASPIRIN_NSAID")) == (True, True)
