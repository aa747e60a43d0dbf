"""What the front pages offer to read: published articles in the order of the page, and nothing that is not public."""

import tomllib
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from clinic.accounts.models import User
from clinic.website import pages, related
from education import services
from education.services import forget_shelf
from tests.education.shelf import SHORT, THIRD, WHOLE, shelve

LIBRARY = Path(settings.BASE_DIR) / "education" / "library"
FIRST, SECOND, HIDDEN = pages.page("home").reads


@pytest.fixture(autouse=True)
def shelf(db: None) -> None:
    forget_shelf()


def test_cards_stand_in_the_order_of_the_page_without_what_is_not_public(
    client: Client, noor: User, now: datetime
) -> None:
    put = shelve({SECOND: WHOLE, FIRST: SHORT, HIDDEN: THIRD}, by=noor, at=now)
    services.archive(put[HIDDEN], by=noor, at=now)
    forget_shelf()

    cards = related.articles(pages.page("home").reads)
    text = client.get("/").text

    assert [card.title for card in cards] == ["A second article", "Needles and the back"]
    assert [f'href="/articles/{slug}/"' in text for slug in (FIRST, SECOND, HIDDEN)] == [True, True, False]


def test_a_publication_is_a_new_page_to_a_browser(client: Client, noor: User, now: datetime) -> None:
    tag = client.get("/").headers["ETag"]
    shelve({FIRST: SHORT}, by=noor, at=now)
    forget_shelf()

    assert client.get("/", headers={"if-none-match": tag}).status_code == 200


def test_nothing_is_offered_while_nothing_is_published(client: Client) -> None:
    assert related.articles(pages.page("home").reads) == []
    assert "/articles/acupuncture-for-back-pain/" not in client.get("/").text


@pytest.mark.parametrize("page", [page for page in pages.PAGES if page.reads], ids=lambda page: str(page.name))
def test_every_article_that_a_page_offers_ships_with_the_house(page: pages.PublicPage) -> None:
    shipped = {tomllib.loads(path.read_text())["slug"] for path in LIBRARY.glob("*.toml") if path.stem != "references"}

    assert set(page.reads) <= shipped
