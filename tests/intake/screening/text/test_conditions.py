"""What the words around a condition say about it, and the company a word must keep."""

import pytest

from tests.intake.screening.text.reading import read, status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # for life: past cues never cancel
        ("hemophilia", "current"),
        ("I had hemophilia in 2019", "current"),
        ("no hemophilia", "negated"),
        ("my brother has hemophilia", "family"),
        ("paraplegia 10 years ago", "current"),
        ("my spleen removed", "current"),
        ("tia in 2019", "current"),
        # seizures
        ("seizure last week", "current"),
        ("seizures in 1990", "current"),
        ("seizure as a child", "remote"),
        ("seizures as a kid", "remote"),
        ("childhood epilepsy", "remote"),
        ("seizures when I was 17", "remote"),
        ("seizures when I was 18", "current"),
        ("seizures when I was a baby", "remote"),
        ("seizures when I was tired", "current"),
        ("seizure 10 years ago", "remote"),
        ("seizure 9 years ago", "current"),
        ("seizure ten years ago", "remote"),
        ("seizure 5-15 years ago", "current"),
        ("seizure years ago", "current"),
        ("childhood epilepsy and still have it", "current"),
        ("never had a seizure as a child", "negated"),
        # passing: past verbs and bare times cancel, unless within 14 days
        ("shingles", "current"),
        ("I had shingles", "past"),
        ("was pregnant", "past"),
        ("I was pregnant last week", "current"),
        ("pregnant in 2019", "past"),
        ("pregnant since 2 months ago", "current"),
        ("shingles 2 weeks ago", "current"),
        ("shingles 3 weeks ago", "past"),
        ("used to have boils", "past"),
        ("pregnant until May", "past"),
        ("neutropenia last year", "past"),
        ("I am pregnant", "current"),
        ("pregnant, stopped smoking", "current"),
        ("my pregnant sister", "family"),
        # only being taken out cancels
        ("I had a pacemaker", "current"),
        ("pacemaker in 2019", "current"),
        ("pacemaker removed in 2019", "past"),
        ("removed my pacemaker", "past"),
        ("my pacemaker was taken out", "past"),
        ("pacemaker explanted", "past"),
        ("they ruled out an aneurysm", "negated"),
        ("aneurysm repaired", "past"),
        ("pacemaker repaired", "current"),
        ("pacemaker and gallbladder removed", "current"),
        ("pacemaker not removed", "current"),
        ("mechanical valve removed", "past"),
        ("lymphedema in 2010", "current"),
        ("no pacemaker", "negated"),
        # company
        ("port in my chest", "current"),
        ("port for infusion", "current"),
        ("port wine", "silent"),
        ("port wine. my chest", "silent"),
        ("expecting in May", "current"),
        ("expecting a delivery", "silent"),
        ("shingles from the roof", "silent"),
        ("hair transplant", "silent"),
        ("kidney transplant", "current"),
        # allergy is read for medicines only
        ("allergic to my pacemaker", "current"),
    ],
)
def test_the_words_around_a_condition_give_its_status(text: str, expected: str) -> None:
    assert status(text) == expected


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("port in my chest", "vascular_access"),
        ("expecting in May", "pregnancy"),
        ("chemo port", "vascular_access"),
    ],
)
def test_a_word_can_count_as_another_condition(text: str, condition: str) -> None:
    assert read(text).cond(condition) is True


@pytest.mark.parametrize(
    "text",
    ["factor V Leiden", "protein C deficiency", "antiphospholipid", "stomach ulcer", "mouth ulcers"],
)
def test_what_only_sounds_like_a_condition_is_none(text: str) -> None:
    found = read(text)
    assert (found.cond("bleeding_disorder"), found.cond("skin_infection")) == (False, False)


def test_past_harm_is_looked_for_in_the_reaction_only() -> None:
    assert read("my lung collapsed", "reaction_detail").cond("past_harm") is True
    assert read("my lung collapsed", "anything_else").cond("past_harm") is False
    assert read("my lung collapsed", "reaction_detail").cond("lung_disease") is False


def test_a_seizure_after_acupuncture_counts_twice() -> None:
    found = read("I had a seizure", "reaction_detail")
    assert (found.cond("past_harm"), found.cond("seizure")) == (True, True)
