"""The look in a real browser: light, dark, forced colours, small screens, large text, read from the right, on paper."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.journeys import both_ways
from tests.journeys.conftest import OpenPage
from tests.journeys.patient import begin, walk
from tests.support.browser import assert_accessible, assert_fits

SMALL = ViewportSize(width=320, height=640)
# The one place that may be wider than a phone, inside a holder of its own.
PAGES = ("/design/", "/", "/intake/", "/account/sign-in/", "/emergency/", "/contact/", "/privacy/")
# The others are looked at in both lights with every page for everyone (test_front).
NOT_FOR_EVERYONE = ("/design/", "/intake/", "/account/sign-in/")
# What has the focus: the section it stands in, and whether that is the end of the page.
WHERE = """() => {
  const now = document.activeElement;
  return [now.closest("section")?.getAttribute("aria-labelledby"), Boolean(now.closest(".site-footer"))];
}"""
MAPPED = 3  # a screen of questions with a body map, choices and a scale


@pytest.fixture
def browser_like(browser: Browser, live_server: Any, watch: Any) -> Any:
    """Open a page in a browser with wishes of its own: `browser_like(forced_colors="active")`."""
    contexts = []

    def opened(**wishes: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, **{"reduced_motion": "reduce", **wishes})
        contexts.append(context)
        context.on("page", watch.over)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


def larger(page: Page) -> None:
    """Text at twice its size, as somebody sets it in the browser."""
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")


def from_the_right(page: Page) -> None:
    page.evaluate("() => { document.documentElement.dir = 'rtl' }")


def assert_fits_however(page: Page) -> None:
    """As it is, with large text, read from the right, and both: nothing is wider than the screen."""
    assert_fits(page)
    from_the_right(page)
    assert_fits(page)
    larger(page)
    assert_fits(page)
    page.evaluate("() => { document.documentElement.dir = 'ltr' }")
    assert_fits(page)


@pytest.mark.parametrize("path", NOT_FOR_EVERYONE)
def test_a_page_is_accessible_in_light_and_dark(open_page: OpenPage, path: str) -> None:
    page = open_page(width="desktop")
    page.goto(path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert_accessible(page)
        assert_fits(page)


def test_no_page_scrolls_sideways_on_the_smallest_phone(open_page: OpenPage) -> None:
    page = open_page()
    page.set_viewport_size(SMALL)
    for path in PAGES:
        page.goto(path)
        assert_fits_however(page)


def test_no_screen_of_questions_scrolls_sideways_on_the_smallest_phone(open_page: OpenPage) -> None:
    page = open_page()
    page.set_viewport_size(SMALL)
    begin(page)
    for _screen in range(MAPPED):
        assert_fits_however(page)
        walk(page, until=int(page.url.rstrip("/").rpartition("/")[2]) + 1)


def test_a_page_that_would_scroll_sideways_is_seen(open_page: OpenPage) -> None:
    page = open_page()
    page.set_viewport_size(SMALL)
    page.goto("/design/")
    page.evaluate("() => { document.querySelector('.scroll').classList.remove('scroll') }")

    with pytest.raises(AssertionError, match="wider than the screen"):
        assert_fits(page)


@pytest.mark.parametrize(
    "style",
    ["width: 15rem; height: 9px", "position: absolute; left: -90px; width: 9px; height: 9px"],
    ids=["with large text", "from the right"],
)
def test_a_page_that_would_scroll_sideways_only_then_is_seen(open_page: OpenPage, style: str) -> None:
    page = open_page()
    page.set_viewport_size(SMALL)
    page.goto("/emergency/")
    page.evaluate("() => document.body.append(Object.assign(document.createElement('div'), { id: 'planted' }))")
    page.evaluate("(style) => { document.getElementById('planted').style.cssText = style }", style)
    assert_fits(page)

    with pytest.raises(AssertionError, match="wider than the screen"):
        assert_fits_however(page)


def test_what_is_chosen_can_be_told_in_forced_colours(browser_like: Any) -> None:
    page = browser_like(forced_colors="active")
    page.goto("/design/")

    for chosen, other in (
        ("#id_d_one_0", "#id_d_one_1"),
        ("#id_d_scale_4", "#id_d_scale_5"),
    ):
        outline = "(e) => getComputedStyle(e.closest('label')).outlineStyle"
        assert page.locator(chosen).evaluate(outline) == "solid"
        assert page.locator(other).evaluate(outline) == "none"


def test_nothing_moves_for_who_asked_for_stillness(browser_like: Any) -> None:
    takes = "() => getComputedStyle(document.querySelector('.button')).transitionDuration"
    still, moving = browser_like(reduced_motion="reduce"), browser_like(reduced_motion="no-preference")
    for page in (still, moving):
        page.goto("/intake/")

    assert (still.evaluate(takes), moving.evaluate(takes) != "0s") == ("0s", True)


def test_more_contrast_makes_quiet_words_as_dark_as_the_others(browser_like: Any) -> None:
    colour = "() => getComputedStyle(document.querySelector('.quiet-text')).color"
    usual, strong = browser_like(), browser_like(contrast="more")
    for page in (usual, strong):
        page.goto("/design/")

    ink = strong.evaluate("() => getComputedStyle(document.body).color")
    assert (strong.evaluate(colour), usual.evaluate(colour) == ink) == (ink, False)


def test_on_paper_the_furniture_is_gone_and_the_ground_is_white(browser_like: Any) -> None:
    page = browser_like(color_scheme="dark")
    page.goto("/emergency/")
    page.emulate_media(media="print")

    expect(page.locator(".site-nav")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("() => getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@both_ways
def test_everything_on_the_design_page_can_be_reached_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(width="desktop")
    page.goto("/design/")
    seen, at_the_end = set(), False
    for _press in range(400):
        page.keyboard.press("Tab")
        section, at_the_end = page.evaluate(WHERE)
        seen.add(section)
        if at_the_end:
            break

    assert {"colours", "ways", "fields", "questions", "finding", "board"} <= seen
    assert at_the_end


def test_a_first_view_is_four_requests_and_thirty_kilobytes(browser_like: Any, live_server: Any) -> None:
    page = browser_like(viewport=SMALL)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(live_server.url)))
    page.goto("/", wait_until="networkidle")

    assert len([url for url in asked if not url.startswith("data:")]) <= 4, asked
