"""How long a page is on a phone, and how much of it is fetched before somebody can read."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.test import override_settings
from django.urls import clear_url_caches
from playwright.sync_api import Browser, Page

from clinic.accounts import portraits
from clinic.accounts import services as accounts
from clinic.accounts.models import User
from clinic.demo.faces import FACES, draw
from clinic.site_settings import services as site_settings
from education import files, services
from education.models import Article
from tests.clinic.demo.test_seeded import DemoUrls
from tests.education.shelf import publish
from tests.journeys.conftest import OpenPage
from tests.support.cast import make_staff

PHONE_SCREEN, DESK_SCREEN = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
HOMES = ("/", "/es/")
MOST_SCREENS_OF_HOME, MOST_SCREENS_OF_AN_ARTICLE, MOST_REQUESTS = 4, 12, 4


@pytest.fixture(autouse=True)
def furnished(transactional_db: None, noor: User, ada: User, now: datetime) -> Iterator[None]:
    """A demo clinic as its visitors see it: the banner, an address, three faces, all articles."""
    about = site_settings.current()
    about.name, about.address = "Lantern Street Acupuncture", "12 Lantern Street\nInventedtown, CA 90000"
    about.phone, about.phone_tel, about.email = "213-555-0100", "+12135550100", "hello@clinic.example"
    about.form_minutes, about.form_minutes_most = 18, 24
    about.save()
    site_settings.forget()
    others = [
        make_staff(f"{name}@clinic.example", f"{name.title()} Ejemplo", "practitioner") for name in ("mei", "tomas")
    ]
    for user, face in zip((noor, *others), FACES.values(), strict=True):
        user.practitioner.languages = "English, Spanish, Mandarin"
        user.practitioner.title = "Licensed acupuncturist (L.Ac.)"
        user.practitioner.save()
        picture = portraits.read(draw(face))
        accounts.show_portrait(user.practitioner, picture=picture, alt="A drawn face", by=ada, at=now)
    services.load_library(files.read(), at=now)
    for article in Article.objects.all():
        publish(article, by=noor, at=now)
    with override_settings(DEMO=True, ROOT_URLCONF=DemoUrls):
        clear_url_caches()
        yield
    clear_url_caches()


def screens(page: Page) -> float:
    """How many phone screens the page is high."""
    height = page.evaluate("document.documentElement.scrollHeight")
    return round(float(height) / PHONE_SCREEN["height"], 1)


def test_home_and_every_article_are_no_longer_than_they_should_be(open_page: OpenPage) -> None:
    page = open_page(width="phone")
    page.set_viewport_size(PHONE_SCREEN)  # type: ignore[arg-type]  # a plain dict of two sizes
    homes = {}
    for path in HOMES:
        page.goto(path)
        assert page.locator(".demo-people button").count() == 5
        assert page.locator("img.monogram").count() == 3
        homes[path] = screens(page)
    assert {path: high for path, high in homes.items() if high > MOST_SCREENS_OF_HOME} == {}

    lengths = {}
    for edition in services.all_editions():
        page.goto(edition.path)
        lengths[edition.path] = screens(page)
    assert len(lengths) == 20
    assert {path: high for path, high in lengths.items() if high > MOST_SCREENS_OF_AN_ARTICLE} == {}


@pytest.mark.parametrize("size", [PHONE_SCREEN, DESK_SCREEN], ids=["phone", "desk"])
@pytest.mark.parametrize("path", HOMES)
def test_the_first_view_of_home_is_four_requests_with_its_faces(
    browser: Browser, live_server: Any, path: str, size: dict[str, int]
) -> None:
    context = browser.new_context(base_url=live_server.url, viewport=size)  # type: ignore[arg-type]  # two sizes
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(live_server.url)))
    page.goto(path, wait_until="networkidle")
    # The icon is fetched by a whole browser; this one has no tab to show it on.
    icons = page.locator('head link[rel=icon]:not([href^="data:"])').count()
    fetched = [url for url in asked if not url.startswith("data:")]
    shown = page.evaluate("[...document.images].every(picture => picture.complete && picture.naturalWidth > 0)")
    context.close()
    assert (len(fetched) + icons <= MOST_REQUESTS, shown) == (True, True), fetched
