"""Arabic or Farsi is a catalog and nothing else: pages turn around, and the styles name no left and no right."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from tests.support.pseudo import CODE, marked

# A left and a right of the body are no sides of a page; the map itself is turned by nobody.
ANATOMY = re.compile(
    r"[._](?:leg|arm)_(?:left|right)|[\[\"](?:leg|arm)_(?:left|right)|\.left > section|^\s*\.right \{", re.M
)
SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|left|right)(?![\w-])"
)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PAGES = (
    "/",
    "/contact/",
    "/emergency/",
    "/articles/",
    "/search/",
    "/visits/book/",
    "/intake/",
    "/account/sign-in/",
    "/x/",
)


@pytest.mark.django_db
def test_pages_turn_around_with_the_language_of_their_address(client: Client, settings: object) -> None:
    settings.LANGUAGES_BIDI = [CODE]  # type: ignore[attr-defined]  # the fixture takes any setting
    with marked():
        turned = {path: '<html lang="es" dir="rtl">' in client.get(f"/{CODE}{path}").text for path in PAGES}
    assert turned == dict.fromkeys(PAGES, True)
    assert '<html lang="en" dir="ltr">' in client.get("/").text


def test_no_style_names_a_side() -> None:
    found: dict[str, list[str]] = {}
    for path in sorted(Path(settings.STATICFILES_DIRS[0]).glob("*.css")):
        for line in ANATOMY.sub("", COMMENT.sub("", path.read_text(encoding="utf-8"))).splitlines():
            if SIDES.search(line):
                found.setdefault(path.name, []).append(line.strip())
    assert found == {}
