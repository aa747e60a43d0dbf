"""Sentences that somebody wrote who knows only what the rules should say: English, Spanish, both mixed, in a hurry.

`strangers.txt` holds them with the tier of an otherwise healthy person; its medicine lists are of five countries.
"""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from intake.screening import Tier, screen
from tests.intake.screening.truth.case import HEALTHY

ON = date(2026, 3, 16)
TIERS = ("emergency", "hold", "caution", "note")


def sentences() -> dict[str, list[tuple[str, str]]]:
    """Field and sentence of each line, tier by tier."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    text = (Path(__file__).parent / "strangers.txt").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        tier, field, said = line.split(" | ", 2)
        found[tier].append((field, said))
    return found


def test_every_line_has_a_tier() -> None:
    assert sorted(sentences()) == sorted(TIERS)


@pytest.mark.parametrize("tier", TIERS)
def test_a_sentence_comes_out_as_a_reader_expects(tier: str) -> None:
    expected = {Tier.NOTE, Tier.CLEAR} if tier == "note" else {Tier(tier)}
    differing = {
        said: found
        for field, said in sentences()[tier]
        if (found := screen({**HEALTHY, field: said}, on=ON).tier) not in expected
    }
    assert differing == {}
