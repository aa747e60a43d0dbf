"""Colours a clinic may choose."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError

from clinic.site_settings.colours import DARK_GROUND, LIGHT_GROUND, contrast, readable_on_dark, readable_on_white
from clinic.site_settings.models import ACCENT, ACCENT_DARK
from clinic.website.design import tokens


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # As WebAIM's contrast checker gives them.
    [("#000000", "#FFFFFF", 21), ("#FFFFFF", "#FFFFFF", 1), ("#777777", "#FFFFFF", 4.48), ("#767676", "#FFFFFF", 4.54)],
)
def test_the_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("colour", [ACCENT, "#737373", "#000000", "#1f6b4f"])
def test_a_readable_accent_is_taken(colour: str) -> None:
    readable_on_white(colour)


@pytest.mark.parametrize("colour", ["#747474", "#FFFFFF", ACCENT_DARK])
def test_a_pale_accent_is_refused_with_a_sentence(colour: str) -> None:
    with pytest.raises(ValidationError, match="Choose a darker one"):
        readable_on_white(colour)


@pytest.mark.parametrize("colour", ["#888888", ACCENT_DARK, "#FFFFFF"])
def test_an_accent_readable_on_dark_is_taken(colour: str) -> None:
    readable_on_dark(colour)


@pytest.mark.parametrize("colour", ["#878787", ACCENT, "#000000"])
def test_one_that_is_not_is_refused(colour: str) -> None:
    with pytest.raises(ValidationError, match="Choose a lighter one"):
        readable_on_dark(colour)


def test_the_grounds_are_the_worst_that_an_accent_stands_on() -> None:
    found = tokens.schemes((Path(settings.BASE_DIR) / "static" / "site.css").read_text())
    stands_on = ("ground", "surface", "on-green")

    for scheme, accent, worst in (("light", ACCENT, LIGHT_GROUND), ("dark", ACCENT_DARK, DARK_GROUND)):
        least = min(contrast(accent, found[scheme][name]) for name in stands_on)
        assert contrast(accent, worst) == pytest.approx(least)


@pytest.mark.parametrize("said", ["", "green", "#1F6", "1F6B4F", "#1F6B4G", "#1F6B4F;", "#1F6B4F\n", "#1F6B4F80"])
def test_anything_but_six_digits_is_refused(said: str) -> None:
    for readable in (readable_on_white, readable_on_dark):
        with pytest.raises(ValidationError, match="six digits"):
            readable(said)
