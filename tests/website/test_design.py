"""The living page of the design system: real components, colours of the real stylesheet, never in production."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse

from clinic.drawing import people
from clinic.website.design import samples, tokens

TEMPLATES = Path(django_settings.BASE_DIR) / "templates"
# What the page itself wears, what other components are made of, and what stands on one page only.
WORN = {
    "demo_banner",
    "drawing_spine",
    "footer",
    "footer_quiet",
    "messages",
    "meta",
    "own_icon",
    "request_line",
    "send_again",
    "site_nav",
    "whom",
}


@pytest.fixture
def page(client: Client, db: None) -> str:
    response = client.get(reverse("design:page"))
    assert response.status_code == 200
    return response.text


def test_it_exists_nowhere_but_outside_production(client: Client, settings: Any, db: None) -> None:
    settings.PRODUCTION = True
    settings.SECURE_SSL_REDIRECT = False

    assert [client.get(reverse(f"design:{name}")).status_code for name in ("page", "states")] == [404, 404]


def test_it_says_the_contrast_of_every_pair_as_the_stylesheet_has_it(page: str) -> None:
    pairs = tokens.pairs((Path(django_settings.BASE_DIR) / "static" / "site.css").read_text())
    rows = re.findall(
        r'<th scope="row">([a-z-]+)</th>\s*<td>([a-z-]+)</td>\s*'
        r'<td class="figure">[\d.]+</td>\s*<td class="figure">([\d.]+)</td><td class="figure">([\d.]+)</td>',
        page,
    )

    assert rows == [(p.front, p.ground, f"{p.ratios['light']:.1f}", f"{p.ratios['dark']:.1f}") for p in pairs]


def test_every_component_stands_on_it() -> None:
    """A component that is added is shown here too, or named above with a reason."""
    sources = "".join(path.read_text() for path in (TEMPLATES / "design").glob("*.html"))
    drawn_elsewhere = {"icon_array": "icon_array", "body_map": "filled_questions", "error_summary": "error_box"}
    missing = {
        path.stem
        for path in (TEMPLATES / "components").glob("*.html")
        if f"components/{path.name}" not in sources and drawn_elsewhere.get(path.stem, "-") not in sources
    }

    assert missing - WORN == set()


def test_every_icon_stands_on_it() -> None:
    source = (TEMPLATES / "components" / "icon.html").read_text()

    assert re.findall(r'name == "([a-z]+)"', source) == list(samples.ICONS)


def test_every_kind_of_field_and_of_question_stands_on_it_with_its_error(page: str) -> None:
    kinds = ("text", "email", "password", "number", "date", "radio", "checkbox", "file", "tel", "search")

    assert [kind for kind in kinds if f'type="{kind}"' not in page] == []
    assert page.count("<select") == 2
    assert page.count("Fill in “") == 2 * 10  # beside the field, and in the summary
    assert "Tell us the year, for example 2019" in page
    assert len(re.findall(r"<h1\b", page)) == 1


def test_its_ids_are_its_own_and_its_anchors_lead_somewhere(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_states_that_cannot_be_held_still_are_shown_as_classes(client: Client) -> None:
    css = client.get(reverse("design:states"))

    assert css.headers["Content-Type"].startswith("text/css")
    assert ".button.as-hover" in css.text
    assert ":hover" not in css.text


def test_so_many_of_so_many_people_are_drawn() -> None:
    drawn = people(9, 100)

    assert (drawn.width, drawn.height) == (100, 140)
    assert (drawn.heads_on.count("M"), drawn.heads_off.count("M")) == (9, 91)
    assert (drawn.bodies_on.count("M"), drawn.bodies_off.count("M")) == (9, 91)
    assert drawn.heads_on.startswith("M5 3h0M15 3h0")


@pytest.mark.parametrize(("count", "of"), [(0, 1), (1, 1), (3, 7), (1, 400), (1000, 1000)])
def test_a_drawing_holds_everybody_inside_its_frame(count: int, of: int) -> None:
    drawn = people(count, of)
    places = [tuple(map(int, place)) for place in re.findall(r"M(\d+) (\d+)h0", drawn.heads_on + drawn.heads_off)]

    assert len(set(places)) == of
    assert all(x < drawn.width and y < drawn.height for x, y in places)


@pytest.mark.parametrize(("count", "of"), [(2, 1), (-1, 10), (0, 0), (1, 1001)])
def test_what_is_no_share_of_people_is_refused(count: int, of: int) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        people(count, of)
