"""Measures as people outside the United States read them: 38 °C beside 100.4 °F, 4.5 kg beside 10 pounds. Pure.

A translation for people who grew up with metric measures gives both, and what it gives must be right.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_NUMBER = r"(\d+(?:[.,]\d+)?)"
# Rounding to what people say ("91 cm" for 36 inches) moves a measure by less.
_TOLERANCE = 0.02


@dataclass(frozen=True)
class Unit:
    """A measure of the United States, the metric one, and how one becomes the other."""

    american: re.Pattern[str]
    metric: re.Pattern[str]
    convert: Callable[[float], float]


def _unit(american: str, metric: str, convert: Callable[[float], float]) -> Unit:
    return Unit(
        re.compile(rf"{_NUMBER}[ \u00a0-]?(?:{american})(?!\w)", re.IGNORECASE),
        re.compile(rf"{_NUMBER}[ \u00a0-]?(?:{metric})(?!\w)", re.IGNORECASE),
        convert,
    )


UNITS = (
    _unit(r"° ?F|(?<= )F", r"° ?C|(?<= )C", lambda degrees: (degrees - 32) * 5 / 9),
    _unit(r"pounds?|libras?|lbs?", r"kg|кг|կգ|公斤", lambda pounds: pounds * 0.4536),
    _unit(r"ounces?|onzas?|oz", r"g|ml", lambda ounces: ounces * 28.35),
    _unit(r"inch(?:es)?|pulgadas?", r"cm|mm", lambda inches: inches * 2.54),
    _unit(r"feet|foot|pies?", r"m|cm", lambda feet: feet * 0.3048),
    _unit(r"miles?|millas?", r"km", lambda miles: miles * 1.609),
)


def conversions(text: str) -> list[str]:
    """Return the numbers of a text that say a measure of the United States once more, in metric and rightly."""
    return [metric for unit in UNITS for metric, _american in _pairs(unit, text)]


def unconverted(text: str) -> list[str]:
    """Return the measures of the United States that a text does not give in metric too: "10 libras"."""
    alone: list[str] = []
    for unit in UNITS:
        said = {american for _metric, american in _pairs(unit, text)}
        alone += [match[0] for match in unit.american.finditer(text) if match[1] not in said]
    return alone


def _pairs(unit: Unit, text: str) -> Iterator[tuple[str, str]]:
    """Each metric number with the number of the United States that it converts."""
    metrics = [match[1] for match in unit.metric.finditer(text)]
    for american in (match[1] for match in unit.american.finditer(text)):
        wanted = unit.convert(_value(american))
        for metric in metrics:
            if abs(_value(metric) - wanted) <= abs(wanted) * _TOLERANCE:
                yield metric, american


def _value(number: str) -> float:
    return float(number.replace(",", "."))
