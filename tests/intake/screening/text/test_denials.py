"""The status of what is denied, and of what only looks so: the sentences of the truth table."""

import pytest

from tests.intake.screening.text.reading import status
from tests.intake.screening.truth.text_denials import DENIED, NOT_DENIED


@pytest.mark.parametrize("text", DENIED)
def test_what_was_looked_for_and_not_found_is_denied(text: str) -> None:
    assert status(text) == "negated"


@pytest.mark.parametrize("text", NOT_DENIED)
def test_what_did_not_change_or_is_still_open_is_not_denied(text: str) -> None:
    assert status(text) == "current"
