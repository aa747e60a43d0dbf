"""Each emergency told in words is heard as the sign that it is, and ordinary words as none."""

import pytest

from tests.intake.screening.text.reading import read
from tests.intake.screening.truth import text_fresh, text_fresh_lists
from tests.intake.screening.truth.case import sayings
from tests.intake.screening.truth.ordinary_words import ORDINARY
from tests.intake.screening.truth.text_emergencies import SIGNS

TABLES = (*SIGNS.items(), *text_fresh.SIGNS.items())


@pytest.mark.parametrize(("sign", "lines"), TABLES)
def test_each_sentence_is_heard_as_its_sign(sign: str, lines: tuple[str, ...]) -> None:
    assert [said for said in sayings(*lines) if not read(said).words(sign)] == []


@pytest.mark.parametrize("lines", [ORDINARY, text_fresh_lists.ORDINARY], ids=["near", "fresh"])
def test_ordinary_words_are_no_sign(lines: tuple[str, ...]) -> None:
    signs = {sign for sign, _ in TABLES}
    heard = {said: {sign for sign in signs if scan.words(sign)} for said in sayings(*lines) for scan in [read(said)]}
    assert {said: told for said, told in heard.items() if told} == {}


def test_a_fall_without_a_time_is_undated() -> None:
    told = [read(said) for said in sayings(*text_fresh.UNDATED)]
    assert [scan.words("rft_trauma", "undated") and not scan.words("rft_trauma") for scan in told] == [True] * len(told)
