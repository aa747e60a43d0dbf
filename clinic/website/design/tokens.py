"""Reads the colour tokens out of static/site.css, and judges them: which colour stands on which, and how well.

A pure parser for one file of our own: the `tokens` layer holds `--name: #rrggbb;` in :root, for light, then inside
media blocks for dark, for more contrast (names only) and for print.
"""

import re
from dataclasses import dataclass
from itertools import product

from clinic.site_settings.colours import contrast

TEXT, SHAPE = 4.5, 3.0
"""WCAG 2.2: 1.4.3 for text, 1.4.11 for borders, marks and the focus ring."""

TEXT_ON_GROUND = (
    ("ink", "ground"),
    ("ink", "surface"),
    ("ink", "tint"),
    ("ink", "caution-ground"),
    ("ink", "emergency-ground"),
    ("quiet", "ground"),
    ("quiet", "surface"),
    ("quiet", "emergency-ground"),
    ("green", "ground"),
    ("green", "surface"),
    ("green-deep", "ground"),
    ("green-deep", "surface"),
    ("green-deep", "tint"),
    ("on-green", "green"),
    ("on-green", "green-deep"),
    ("on-tint", "tint"),
    ("caution", "caution-ground"),
    ("caution", "ground"),
    ("caution", "surface"),
    ("emergency", "emergency-ground"),
    ("emergency", "ground"),
    ("emergency", "surface"),
    ("on-emergency", "emergency"),
    ("on-emergency", "emergency-deep"),
    ("ground", "ink"),
)
SHAPE_ON_GROUND = (
    ("edge", "ground"),
    ("edge", "surface"),
    ("green", "tint"),
    ("focus", "ground"),
    ("focus", "surface"),
    ("focus", "tint"),
    ("focus", "emergency-ground"),
    ("focus", "caution-ground"),
)

_COLOUR = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6});")
_MEDIA = re.compile(r"@media \((prefers-color-scheme: dark)\)|@media (print)|@media \(prefers-contrast: more\)")


@dataclass(frozen=True)
class Pair:
    """A colour on another: what it must reach, and what it reaches in each scheme."""

    front: str
    ground: str
    least: float
    ratios: dict[str, float]
    colours: dict[str, tuple[str, str]]

    @property
    def holds(self) -> bool:
        """Every scheme reaches what it must."""
        return all(ratio >= self.least for ratio in self.ratios.values())


def schemes(css: str) -> dict[str, dict[str, str]]:
    """Return the colours of "light", "dark" and "print": name → #rrggbb. Raises ValueError where there are none."""
    layer = re.search(r"@layer tokens \{(.*?)\n@layer ", css, flags=re.DOTALL)
    if layer is None:
        raise ValueError("This stylesheet has no layer of tokens.")
    blocks: dict[str, dict[str, str]] = {"light": {}, "dark": {}, "print": {}}
    names = {"prefers-color-scheme: dark": "dark", "print": "print"}
    current: str | None = "light"
    begin = 0
    for match in [*_MEDIA.finditer(layer[1]), None]:
        end = match.start() if match else len(layer[1])
        if current:
            blocks[current] |= dict(_COLOUR.findall(layer[1][begin:end]))
        current = names.get(match[1] or match[2]) if match else None
        begin = end
    return {name: blocks["light"] | own for name, own in blocks.items()}


def pairs(css: str) -> list[Pair]:
    """Return every pair that stands somewhere, text first, with its contrast in each scheme."""
    names_of = schemes(css)
    wanted = [*product(TEXT_ON_GROUND, (TEXT,)), *product(SHAPE_ON_GROUND, (SHAPE,))]
    return [
        Pair(
            front,
            ground,
            least,
            ratios={name: contrast(colours[front], colours[ground]) for name, colours in names_of.items()},
            colours={name: (colours[front], colours[ground]) for name, colours in names_of.items()},
        )
        for (front, ground), least in wanted
    ]


def as_classes(css: str) -> str:
    """Return the stylesheet once more with the states of a pointer and of the keyboard as classes, to be shown."""
    return css.replace(":hover", ".as-hover").replace(":focus-visible", ".as-focus")
