"""Each emergency told in words is heard as the sign that it is, and ordinary words as none."""

import pytest

from tests.intake.screening.text.reading import read
from tests.intake.screening.truth.case import sayings
from tests.intake.screening.truth.ordinary_words import ORDINARY
from tests.intake.screening.truth.text_emergencies import SIGNS


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sentence_is_heard_as_its_sign(sign: str) -> None:
    assert [said for said in sayings(*SIGNS[sign]) if not read(said).words(sign)] == []


@pytest.mark.parametrize("sign", SIGNS)
def test_ordinary_words_are_no_sign(sign: str) -> None:
    assert [said for said in sayings(*ORDINARY) if read(said).words(sign)] == []
