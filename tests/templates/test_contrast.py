"""Every text can be read on its ground, in light, dark and print: computed, not judged by eye (WCAG 2.2, 1.4.3)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from clinic.website.design import tokens
from clinic.website.design.tokens import SHAPE_ON_GROUND, TEXT_ON_GROUND, Pair

STATIC = Path(settings.BASE_DIR) / "static"
CSS = (STATIC / "site.css").read_text()
SCHEMES = tokens.schemes(CSS)


def said(pair: Pair) -> str:
    return f"{pair.front} on {pair.ground}"


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("pair", tokens.pairs(CSS), ids=said)
def test_every_pair_reaches_its_contrast(pair: Pair, scheme: str) -> None:
    least = 4.5 if (pair.front, pair.ground) in TEXT_ON_GROUND else 3

    assert pair.least == least
    assert pair.ratios[scheme] >= least


def test_every_color_is_judged_that_says_something_by_itself() -> None:
    judged = {name for pair in (*TEXT_ON_GROUND, *SHAPE_ON_GROUND) for name in pair}

    assert judged | {"line"} == set(SCHEMES["light"])


def test_a_pair_that_fails_in_one_scheme_does_not_hold() -> None:
    dim = CSS.replace("--quiet: #a9b5ae;", "--quiet: #4a544e;")

    failing = [said(pair) for pair in tokens.pairs(dim) if not pair.holds]

    assert failing == ["quiet on ground", "quiet on surface", "quiet on emergency-ground"]
    assert [pair for pair in tokens.pairs(CSS) if not pair.holds] == []


def test_the_parser_reads_each_scheme_from_its_own_block() -> None:
    css = """@layer tokens, base;
@layer tokens {
  :root { --ink: #111111; --ground: #ffffff; --round: 10px; }
  @media (prefers-color-scheme: dark) { :root { --ink: #eeeeee; } }
  @media (prefers-contrast: more) { :root { --ink: #000000; } }
  @media print { :root { --ground: #fefefe; } }
}
@layer base { a { --ink: #777777; } }
"""
    assert tokens.schemes(css) == {
        "light": {"ink": "#111111", "ground": "#ffffff"},
        "dark": {"ink": "#eeeeee", "ground": "#ffffff"},
        "print": {"ink": "#111111", "ground": "#fefefe"},
    }


def test_a_stylesheet_without_tokens_is_refused() -> None:
    with pytest.raises(ValueError, match="no layer of tokens"):
        tokens.schemes("a { color: red }")


def test_dark_answers_every_colour_of_light() -> None:
    dark = CSS.split("@media (prefers-color-scheme: dark)")[1].split("@media")[0]

    assert set(re.findall(r"--([a-z-]+): #", dark)) == set(SCHEMES["light"])


def test_the_admin_wears_the_same_tokens() -> None:
    css = (STATIC / "admin.css").read_text()
    blocks = [
        dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", block))
        for block in re.findall(r"\{([^{}]*--ground:[^{}]*)\}", css)
    ]

    light = {name: SCHEMES["light"][name] for name in blocks[0]}
    dark = {name: SCHEMES["dark"][name] for name in blocks[0]}

    assert blocks == [light, dark, dark]


@pytest.mark.parametrize("name", ["site.css", "own.css", "desk.css", "design.css"])
def test_no_colour_is_written_outside_the_tokens(name: str) -> None:
    css = (STATIC / name).read_text()
    after_tokens = css[css.index("@layer base {") :] if name == "site.css" else css

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", after_tokens) == []


@pytest.mark.parametrize("name", ["site.css", "own.css", "desk.css", "design.css"])
def test_a_page_that_is_read_from_the_right_is_the_same_page(name: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", (STATIC / name).read_text(), flags=re.DOTALL)
    sides = (
        r"^\s*(?:(?:margin|padding|border)-(?:left|right|top|bottom)\S*|left|right|float|text-align: (?:left|right))\b"
    )

    assert re.findall(sides, css, flags=re.MULTILINE) == []
