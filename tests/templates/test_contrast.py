"""Every text can be read on its ground, in light, dark and print: computed, not judged by eye (WCAG 2.2, 1.4.3)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from clinic.profile.colours import contrast

STATIC = Path(settings.BASE_DIR) / "static"

TEXT_ON_GROUND = [
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "tint"),
    ("ink", "emergency-ground"),
    ("quiet", "ground"),
    ("quiet", "surface"),
    ("quiet", "emergency-ground"),
    ("green", "ground"),
    ("green", "surface"),
    ("green-deep", "ground"),
    ("green-deep", "tint"),
    ("on-green", "green"),
    ("on-green", "green-deep"),
    ("on-tint", "tint"),
    ("caution", "caution-ground"),
    ("caution", "ground"),
    ("caution", "surface"),
    ("emergency", "emergency-ground"),
    ("emergency", "ground"),
    ("on-emergency", "emergency"),
    ("ground", "ink"),
]
SHAPE_ON_GROUND = [
    ("edge", "ground"),
    ("edge", "surface"),
    ("green", "tint"),
    ("focus", "ground"),
    ("focus", "surface"),
    ("focus", "tint"),
    ("focus", "emergency-ground"),
    ("focus", "caution-ground"),
]


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", css))


def schemes() -> dict[str, dict[str, str]]:
    css = (STATIC / "site.css").read_text()
    css = css[css.index("@layer tokens {") : css.index("@layer base {")]
    light, rest = css.split("@media (prefers-color-scheme: dark)")
    dark, rest = rest.split("@media (prefers-contrast: more)")
    printed = rest.split("@media print")[1]
    return {
        "light": tokens(light),
        "dark": tokens(light) | tokens(dark),
        "print": tokens(light) | tokens(printed),
    }


SCHEMES = schemes()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_is_readable_on_its_ground(scheme: str, text: str, ground: str) -> None:
    found = SCHEMES[scheme]

    assert contrast(found[text], found[ground]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_ON_GROUND)
def test_borders_and_the_focus_ring_stand_out(scheme: str, shape: str, ground: str) -> None:
    found = SCHEMES[scheme]

    assert contrast(found[shape], found[ground]) >= 3


def test_dark_answers_every_colour_of_light() -> None:
    css = (STATIC / "site.css").read_text()
    dark = css.split("@media (prefers-color-scheme: dark)")[1].split("@media")[0]

    assert set(tokens(dark)) == set(SCHEMES["light"])


def test_the_admin_wears_the_same_tokens() -> None:
    css = (STATIC / "admin.css").read_text()
    blocks = [tokens(block) for block in re.findall(r"\{([^{}]*--ground:[^{}]*)\}", css)]

    light = {name: SCHEMES["light"][name] for name in blocks[0]}
    dark = {name: SCHEMES["dark"][name] for name in blocks[0]}

    assert blocks == [light, dark, dark]


def test_no_colour_is_written_outside_the_tokens() -> None:
    css = (STATIC / "site.css").read_text()
    after_tokens = css[css.index("@layer base {") :]

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", after_tokens) == []
