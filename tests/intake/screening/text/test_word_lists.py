"""A cry for help is heard, and so are the few words of the check-in."""

import pytest

from tests.intake.screening.text.reading import read, status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I want to kill myself", "current"),
        ("I don't want to live in pain", "current"),
        ("I do not want to live", "current"),
        ("no reason to live", "current"),
        ("killmyself", "current"),
        ("I do not want to die", "negated"),
        ("no thoughts of suicide", "negated"),
        ("I have never thought about suicide", "negated"),
        ("never thinking about suicide", "negated"),
        ("I never attempted suicide", "negated"),
        ("my brother died by suicide", "family"),
        ("my brother's suicide", "family"),
        ("family history of suicide", "family"),
        ("never mind, suicide", "current"),
        ("not that I want to die", "current"),
        ("I used to be suicidal", "current"),
        ("suicidal 10 years ago", "current"),
        ("allergic to suicide", "current"),
        ("没有自杀", "current"),
        ("no 자살", "current"),
        ("tự tử", "current"),
        ("Không tự tử, no tự tử", "two"),
    ],
)
def test_crisis_phrases_are_cancelled_only_by_denial_and_family(text: str, expected: str) -> None:
    if expected == "two":
        assert [str(hit.status) for hit in read(text).hits] == ["current", "negated"]
    else:
        assert status(text) == expected


def test_one_uncancelled_phrase_is_enough() -> None:
    found = read("My brother died by suicide. I want to die.")
    assert (found.words("crisis"), found.words("crisis", "cancelled")) == (True, False)
    assert [hit.name for hit in found.word_hits("crisis")] == ["want to die"]


def test_only_cancelled_phrases_ask_for_a_check() -> None:
    found = read("My brother died by suicide. I do not want to die.")
    assert (found.words("crisis"), found.words("crisis", "cancelled")) == (False, True)
    assert [hit.name for hit in found.word_hits("crisis", "cancelled")] == ["suicide", "want to die"]


def test_without_a_phrase_there_is_nothing_to_check() -> None:
    found = read("I feel fine")
    assert (found.words("crisis"), found.words("crisis", "cancelled")) == (False, False)


def test_a_phrase_with_its_own_denial_does_not_deny_the_next() -> None:
    found = read("no reason to live and want to die")
    assert [str(hit.status) for hit in found.hits] == ["current", "current"]


@pytest.mark.parametrize(
    ("text", "today", "next_day"),
    [
        ("chest pain", True, False),
        ("I am short of breath", True, False),
        ("a rash", False, True),
        ("No fever, rash or chills", False, False),
        ("no trouble breathing", False, False),
        ("no problem breathing", False, False),
        ("it isn't swollen", False, False),
        ("no signs of redness, swollen or fever", False, False),
        ("no pain, my chest is fine", True, False),
        ("my sister has a fever", False, False),
        ("numbness and chills", True, True),
        ("earache and a drash", False, False),
        ("me duele el pecho", True, False),
        ("no puedo respirar bien", True, False),
        ("me falta el aire", True, False),
        ("cada respiro duele", True, False),
        ("tengo la mano dormida", True, False),
        ("pie entumecido", True, False),
        ("tengo fiebre", False, True),
        ("calentura anoche", False, True),
        ("escalofríos", False, True),
        ("me sangra la espalda", False, True),
        ("un poco de sangrado", False, True),
        ("creo que estoy embarazada", False, True),
        ("me salieron ronchas", False, True),
        ("sarpullido en el brazo", False, True),
        ("está hinchado", False, True),
        ("la mano hinchada", False, True),
        ("no tengo fiebre", False, False),
        ("sin sangrado", False, False),
        ("mi hijo tiene calentura", False, False),
    ],
)
def test_the_check_in_text_has_words_of_its_own(text: str, today: bool, next_day: bool) -> None:
    found = read(text, "fu_text")
    assert (found.words("followup_today"), found.words("followup_next_day")) == (today, next_day)


def test_the_words_of_the_check_in_are_not_looked_for_elsewhere() -> None:
    found = read("chest pain and fever", "anything_else")
    assert (found.words("followup_today"), found.words("followup_next_day")) == (False, False)


def test_no_problem_is_no_denial_outside_the_check_in() -> None:
    assert status("no problem with Eliquis") == "current"
