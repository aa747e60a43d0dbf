"""Every page, of patients and of the staff, read from the right, from the smallest phone to a desk: nothing is wider
than the screen, and what points somewhere points the other way.
"""

from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.urls import reverse
from playwright.sync_api import Browser, Page, Route

from tests.access.conftest import _one_house_for_the_module, furnished, house, quiet  # noqa: F401
from tests.access.house import House, undone
from tests.journeys import WHOLE
from tests.languages.test_crawl import STAFF

WIDTHS = (320, 768, 1280)
# Every page in `make battery`; every seventh of them in `make test`.
STEP = 1 if WHOLE else 7
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Arrows are turned around; every other icon stands as it is drawn.
ARROWS = """() => [...document.querySelectorAll(".icon.back, .icon.forward")]
  .filter((icon) => getComputedStyle(icon).transform !== "matrix(-1, 0, 0, 1, 0, 0)").length"""
# A sheet for a printer, kept on a disk without a style of ours.
FOR_PAPER = ("/desk/paper/",)


def shown(page: Page, response: Any) -> None:
    """Show a page that was asked for, with our own styles and scripts and nothing else."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/") and (found := finders.find(path.removeprefix("/static/"))):
            route.fulfill(path=str(found))
        elif path == "/":
            route.fulfill(headers={"Content-Type": "text/html; charset=utf-8"}, body=response.content)
        else:
            route.abort()

    page.unroute_all()
    page.route("**/*", answer)
    page.goto("http://localhost/")


def paths_of(house: House, who: str) -> list[str]:  # noqa: F811  (the fixture)
    if who == "ana":
        screens = len(house.draft.definition.main_screens)
        own = {f"/intake/{house.draft.ref}/{number}/" for number in range(1, screens + 1)}
        return sorted(own | {path for path in house.paths.values() if not path.startswith(STAFF)})
    return sorted(path for path in house.paths.values() if path.startswith((*STAFF, "/system/", "/account/")))


@pytest.mark.heavy
@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("who", ["ana", "rui", "noor", "edda", "ada"])
def test_every_page_can_be_read_from_the_right(
    browser: Browser,
    house: House,  # noqa: F811  (the fixture)
    who: str,
    settings: LazySettings,
) -> None:
    settings.LANGUAGES_BIDI = ["en"]  # the language of every page, as if it were Arabic
    wide: dict[str, list[int]] = {}
    unturned: dict[str, int] = {}
    seen = 0
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        for path in paths_of(house, who)[::STEP]:
            with undone():
                response = house.client(who).get(path)
            if response.status_code != 200 or not response.headers["Content-Type"].startswith("text/html"):
                continue
            seen += 1
            assert 'dir="rtl"' in response.text[:800], path
            shown(page, response)
            for width in () if path in FOR_PAPER else WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                if page.evaluate(WIDER) > 0:
                    wide.setdefault(path, []).append(width)
            if count := page.evaluate(ARROWS):
                unturned[path] = count
    assert seen > (60 if who in ("ana", "ada") else 10) // STEP
    assert (wide, unturned) == ({}, {})


@pytest.mark.usefixtures("quiet")
def test_a_page_that_is_too_wide_and_an_arrow_that_is_not_turned_are_seen(
    browser: Browser,
    house: House,  # noqa: F811  (the fixture)
) -> None:
    with browser.new_context(viewport={"width": 320, "height": 900}) as context:
        page = context.new_page()
        shown(page, house.client("ana").get(reverse("education:article", args=[house.article.slug])))
        assert page.evaluate(ARROWS) > 0  # read from the left
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('div'), {style: 'width: 999px; height: 1px'}))"
        )
        assert page.evaluate(WIDER) > 0
