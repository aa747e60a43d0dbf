"""Measures in two units: what is right counts once, what is missing or wrong is told."""

import pytest

from education import measures


@pytest.mark.parametrize(
    ("text", "converted", "alone"),
    [
        ("fiebre (38 °C o 100.4 °F)", ["38"], []),
        ("fiebre (100.4 °F)", [], ["100.4 °F"]),
        ("fiebre (39 °C o 100.4 °F)", [], ["100.4 °F"]),
        ("sốt (từ 38°C, tức 100,4°F)", ["38"], []),
        ("10 libras (4.5 kg)", ["4.5"], []),
        ("10 libras", [], ["10 libras"]),
        ("10 pound (4,5 kg)", ["4,5"], []),
        ("36 pulgadas (91 cm)", ["91"], []),
        ("50 pies", [], ["50 pies"]),
        ("3 piernas, 2 personas y 5 millones", [], []),
    ],
)
def test_a_measure_is_told_in_both_units_and_rightly(text: str, converted: list[str], alone: list[str]) -> None:
    assert (measures.conversions(text), measures.unconverted(text)) == (converted, alone)
