"""Every listed name is found, every misspelling too, and what must stay silent does."""

import pytest

from intake.screening.text import LEXICON
from intake.screening.text.lexicon import GROUPS
from tests.intake.screening.text.reading import names, read

NAMES = [(group.code, name) for group in GROUPS for name in group.names]
WHERE = "meds_list"  # short forms count nowhere else
SPELLINGS = [(name, spelling) for name, spellings in LEXICON.misspellings.items() for spelling in spellings]


def _loud(text: str) -> list[str]:
    """The names found that raise something by themselves."""
    groups = {group.code for group in GROUPS}
    return [hit.name for hit in read(text).hits if groups & set(hit.groups)]


@pytest.mark.parametrize("group", [group.code for group in GROUPS])
def test_every_name_of_a_group_is_found_as_typed(group: str) -> None:
    missed = [
        name
        for code, name in NAMES
        if code == group
        and (name not in names(name.upper(), WHERE) or not read(f"I take {name} daily", WHERE).med(group))
    ]
    assert missed == []


def test_a_name_alone_raises_its_own_groups_only() -> None:
    expected = {name: {code for code, other in NAMES if other == name} for _, name in NAMES}
    groups = {group.code for group in GROUPS}
    found = {name: {group for hit in read(name, WHERE).hits for group in hit.groups} & groups for name in expected}
    assert found == expected


def test_every_name_alone_is_certain_and_current() -> None:
    unsure = [name for _, name in NAMES for hit in read(name, WHERE).hits if hit.possible or hit.status != "current"]
    assert unsure == []


@pytest.mark.parametrize(("name", "spelling"), SPELLINGS)
def test_every_misspelling_stands_for_its_name(name: str, spelling: str) -> None:
    found = read(spelling.capitalize()).hits
    assert [(hit.name, hit.possible, str(hit.status)) for hit in found] == [(name, False, "current")]


@pytest.mark.parametrize("code", [sublist.code for sublist in LEXICON.sublists])
def test_every_sublist_holds_its_members_and_no_other_name(code: str) -> None:
    sublist = next(sublist for sublist in LEXICON.sublists if sublist.code == code)
    found = {name for _, name in NAMES if read(name, WHERE).med(code)}
    assert found == set(LEXICON.members(sublist))


@pytest.mark.parametrize("word", sorted(LEXICON.lookalikes | LEXICON.stop_words))
def test_look_alikes_and_stop_words_stay_silent(word: str) -> None:
    assert _loud(f"I take {word} daily") == []


def test_other_medicines_stay_silent() -> None:
    assert [name for name in sorted(LEXICON.other_medicines) if _loud(name)] == []


def test_condition_words_are_found() -> None:
    missed = [
        word
        for condition in LEXICON.conditions
        for word in condition.words
        if not read(
            f"{word.upper() if condition.capitals else word} {' '.join(condition.near[:1])}",
            *condition.only_in,
        ).cond(condition.stands_for)
        and condition.past != "event"
    ]
    assert missed == []


def test_crisis_phrases_are_found() -> None:
    crisis = next(words for words in LEXICON.word_lists if words.code == "crisis")
    assert [phrase for phrase in crisis.phrases if not read(f"i {phrase} now").words("crisis")] == []
