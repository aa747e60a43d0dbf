"""A worried reader: from the list to an article, its sources and its neighbours, the search, the page for paper."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from clinic.accounts.models import User
from education.models import Article
from tests.education.shelf import SHORT, THIRD, WHOLE, shelve
from tests.journeys.conftest import OpenPage
from tests.journeys.staff import either_end, fine, fine_at_both_widths
from tests.support.browser import assert_fits, follow, has_focus, press_on, tab_to
from tests.support.cast import sign_in

PATH = "/articles/needles-and-the-back/"


@pytest.fixture(autouse=True)
def library(noor: User, live_server: object) -> None:
    told = {"needles-and-the-back": WHOLE, "second-article": SHORT, "third-article": THIRD}
    shelve(told, by=noor, at=timezone.now())


def search(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    follow(page.get_by_role("main").get_by_role("button", name="Search"))


@either_end
def test_reading_from_the_list_to_the_sources_and_on(open_page: OpenPage, width: str, scripts: bool) -> None:
    page = open_page(width=width)
    page.goto("/articles/")
    follow(page.get_by_role("link", name="Safety"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Safety")
    follow(page.get_by_role("link", name="Needles and the back"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Needles and the back")
    # The contents stand beside the text where there is room, and fold on a phone.
    beside = page.get_by_role("navigation", name="On this page")
    if width == "phone":
        expect(beside).to_be_hidden()
        page.get_by_text("On this page").locator("visible=true").click()
        follow(page.locator("details.contents").get_by_role("link", name="Questions"))
    else:
        expect(page.locator("details.contents")).to_be_hidden()
        follow(beside.get_by_role("link", name="Questions"))
    assert page.url.endswith("#questions")
    # To a source and back to the very place.
    follow(page.locator("#cite-1-2"))
    assert page.url.endswith("#reference-1")
    follow(page.get_by_role("link", name="Back to where source 1 is cited, place 2"))
    assert page.url.endswith("#cite-1-2")
    follow(page.get_by_role("link", name="Next").last)
    expect(page.get_by_role("heading", level=1)).to_have_text("A second article")
    follow(page.get_by_role("link", name="Previous").last)
    follow(page.get_by_role("link", name="Printable page"))
    follow(page.get_by_role("link", name="Back to the article"))
    follow(page.get_by_role("link", name="All articles").first)
    assert page.url.endswith("/articles/")


@either_end
def test_searching(open_page: OpenPage, width: str, scripts: bool) -> None:
    page = open_page(width=width)
    page.goto("/search/")
    search(page, "needling")
    expect(page.locator("mark").first).to_have_text("Needles")
    assert page.url.endswith("/search/")
    fine(page)
    search(page, "zebra")
    expect(page.get_by_text("We found nothing with these words")).to_be_visible()
    fine(page)
    search(page, "café")
    follow(page.get_by_role("link", name="A second article"))
    expect(page.get_by_role("heading", level=1)).to_have_text("A second article")


@either_end
def test_an_editor_writes_beside_how_a_patient_will_read_it(
    open_page: OpenPage, width: str, scripts: bool, edda: User, live_server: Any
) -> None:
    page, article = open_page(width=width), Article.objects.get(key="needles-and-the-back")
    cookies = sign_in(edda).cookies
    page.context.add_cookies([{"name": name, "value": c.value, "url": live_server.url} for name, c in cookies.items()])
    page.goto(reverse("admin:education_article_change", args=[article.ref]))
    if scripts:
        shown = page.frame_locator(".live-preview iframe")
        expect(shown.get_by_role("heading", level=1)).to_have_text("Needles and the back")
        page.get_by_label("Title").fill("Written just now")
        expect(shown.get_by_role("heading", level=1)).to_have_text("Written just now")
    else:
        expect(page.locator(".live-preview")).to_be_hidden()
        page.get_by_label("Title").fill("Written just now")
    fine(page)
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Preview what is written here").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Written just now")
    follow(page.get_by_role("button", name="Save", exact=True))
    article.refresh_from_db()
    assert article.title == "Written just now"


def test_by_keyboard_alone(desktop: Page) -> None:
    desktop.goto("/articles/")
    press_on(desktop.get_by_role("link", name="Needles and the back"))
    desktop.wait_for_url(f"**{PATH}")
    press_on(desktop.get_by_role("navigation", name="On this page").get_by_role("link", name="When not to wait"))
    assert desktop.url.endswith("#section-when-not-to-wait")
    # From there the keyboard goes on with the section, not with the top of the page.
    desktop.keyboard.press("Tab")
    assert has_focus(desktop.get_by_role("link", name="Call 911"))
    summary = desktop.locator("summary", has_text="What the four dots mean")
    press_on(summary)
    expect(desktop.get_by_text("We do not know. Take it as a guess.")).to_be_visible()
    tab_to(desktop.get_by_role("button", name="Share or copy the link"))


def test_the_link_is_copied_where_the_device_cannot_share(open_page: OpenPage) -> None:
    page = open_page(width="desktop")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'share', { value: undefined });")
    page.goto(PATH)
    button = page.locator("[data-share] button")
    button.click()
    expect(button).to_have_text("Copied")
    assert page.evaluate("() => navigator.clipboard.readText()").endswith(PATH)


def test_the_link_is_shared_where_the_device_can(open_page: OpenPage) -> None:
    page = open_page(width="phone")
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'share', { value: async (told) => { window.told = told; } });"
    )
    page.goto(PATH)
    page.locator("[data-share] button").click()
    told = page.wait_for_function("() => window.told").json_value()
    assert (told["url"].endswith(PATH), told["title"].startswith("Needles and the back")) == (True, True)


def test_without_scripts_the_link_stands_there_to_be_copied(open_page: OpenPage) -> None:
    page = open_page(width="phone", with_scripts=False)
    page.goto(PATH)
    expect(page.locator("[data-share] button")).to_be_hidden()
    expect(page.locator("[data-share] a.share-link")).to_be_visible()


def test_a_narrow_table_is_a_stack_of_cards_and_still_a_table(open_page: OpenPage) -> None:
    page = open_page(width="phone")
    page.goto(PATH)
    page.evaluate("() => document.querySelectorAll('details').forEach((part) => { part.open = true })")
    table = page.get_by_role("table", name="Side effects")
    assert table.get_by_role("row").count() == 3
    assert table.get_by_role("rowheader").all_inner_texts() == ["A bruise", "A faint"]
    boxes = [cell.bounding_box() for cell in table.get_by_role("cell").all()]
    assert len(boxes) == 4
    assert len({round(box["x"]) for box in boxes if box}) == 1


def test_every_page_is_fine_in_the_dark_on_a_small_phone_and_in_twice_the_letters(open_page: OpenPage) -> None:
    page = open_page(width="desktop")
    for path in ("/articles/", PATH, "/search/", f"{PATH}print/"):
        page.goto(path)
        fine_at_both_widths(page, desk_in_the_dark=True)
        page.set_viewport_size({"width": 320, "height": 640})
        assert_fits(page)
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        assert_fits(page)
