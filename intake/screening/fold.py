"""Which finding says nothing that a stronger one does not say already."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from intake.screening.finding import Finding

Implied = Mapping[str, Collection[str]]
"""The weaker rules by the stronger one that implies them."""


def folded(findings: tuple[Finding, ...], implied: Implied) -> tuple[Finding, ...]:
    """Return the findings, most serious first as they came, each with the one it is folded under.

    A weaker one is folded only where its answers and words are all among those of the stronger: what it tells beyond
    that would be hidden. Where one is folded under one that is folded itself, both go under the outermost.
    """
    under: dict[str, str] = {}
    for place, weaker in enumerate(findings):
        for stronger in findings[:place]:
            if weaker.code in implied[stronger.code] and _says_all_of(stronger, weaker):
                under[weaker.code] = under.get(stronger.code, stronger.code)
                break
    return tuple(replace(each, under=under[each.code]) if each.code in under else each for each in findings)


def _says_all_of(stronger: Finding, weaker: Finding) -> bool:
    return set(weaker.matched) <= set(stronger.matched) and all(
        _holds(stronger.because.get(code), answer) for code, answer in weaker.because.items()
    )


def _holds(stronger: object, weaker: object) -> bool:
    if isinstance(stronger, list) and isinstance(weaker, list):
        return set(weaker) <= set(stronger)
    return stronger == weaker
