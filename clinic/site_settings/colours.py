"""Colours a clinic may choose: #rrggbb, and readable (WCAG 2.2, success criterion 1.4.3: 4.5 to 1)."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

ENOUGH = 4.5
# The worst that an accent stands on: the paper of a light page (its own text is white), a card of a dark one.
LIGHT_GROUND, DARK_GROUND = "#FBFAF6", "#1B2320"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_on_white(colour: str) -> None:
    """Refuse an accent that cannot be read on paper, nor white text on it."""
    if contrast(_colour(colour), LIGHT_GROUND) < ENOUGH:
        raise ValidationError(_("White text is hard to read on this color. Choose a darker one."), code="contrast")


def readable_on_dark(colour: str) -> None:
    """Refuse an accent that cannot be read on a dark card, nor dark text on it."""
    if contrast(_colour(colour), DARK_GROUND) < ENOUGH:
        raise ValidationError(_("This color is hard to read on a dark page. Choose a lighter one."), code="contrast")


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise ValidationError(_("Enter the color as # and six digits, for example #1F6B4F."), code="colour")
    return value


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    shares = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
