"""P1: what a phone loads before somebody can read: bytes, requests, and nothing from elsewhere. Exact counts."""

import gzip
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import brotli
import pytest
from django.conf import settings
from django.test import Client

from clinic.accounts.models import User
from clinic.site_settings import services as site_settings
from education import files, services
from education.models import Article
from tests.education.shelf import publish

MOST_BYTES, MOST_REQUESTS = 30_000, 4
PATHS = (
    *("/", "/articles/", "/articles/acupuncture-for-back-pain/", "/intake/", "/emergency/"),
    *("/es/", "/es/articles/", "/es/articles/acupuntura-para-el-dolor-de-espalda/", "/es/intake/", "/es/emergency/"),
    "/ko/emergency/",
)
# What a browser fetches by itself: links and anchors wait for somebody's tap.
FETCHED = re.compile(r'<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\ssrc="([^"]+)"|<link\b([^>]*)>')


@dataclass
class View:
    """The first view of a page: what is fetched, each with its weight on the wire."""

    weights: dict[str, int]
    foreign: list[str]


def first_view(client: Client, path: str) -> View:
    """Fetch a page and everything that it makes a browser fetch, packed as a phone gets it."""
    page = client.get(path)
    assert page.status_code == 200, path
    view = View({path: weight_of(client, path)}, [])
    for address in fetched(page.text):
        if address.startswith("data:"):
            continue
        if re.match(r"(?:[a-z]+:)?//", address):
            view.foreign.append(address)
        else:
            view.weights[address] = weight_of(client, address)
    return view


def fetched(text: str) -> list[str]:
    """The addresses that a page names for fetching, each once."""
    found = []
    for source, link in FETCHED.findall(text):
        rel, href = (re.search(rf'{name}="([^"]*)"', link) for name in ("rel", "href"))
        if source:
            found.append(source)
        elif rel and href and {"stylesheet", "icon", "preload", "modulepreload", "manifest"} & set(rel[1].split()):
            found.append(href[1])
    return list(dict.fromkeys(found))


def weight_of(client: Client, address: str) -> int:
    """What goes over the wire; a page of somebody's own is not packed by us, but by a server in front if at all."""
    if address.startswith("/static/"):
        path = Path(settings.BASE_DIR) / "static" / unquote(address.removeprefix("/static/"))
        return len(brotli.compress(path.read_bytes()))
    response = client.get(address, headers={"accept-encoding": "gzip, br"})
    packed = "Content-Encoding" in response.headers
    return len(response.content if packed else gzip.compress(response.content, 6))


@pytest.fixture
def library(noor: User, now: datetime) -> None:
    """The articles that ship with the house, published."""
    services.load_library(files.read(), at=now)
    for article in Article.objects.all():
        publish(article, by=noor, at=now)


@pytest.mark.parametrize("own_colours", [False, True])
def test_the_first_view_is_light_and_comes_from_here(own_colours: bool, client: Client, library: None) -> None:
    if own_colours:
        clinic = site_settings.current()
        clinic.accent, clinic.accent_dark = "#123456", "#ABCDEF"
        clinic.save()
    for path in PATHS:
        view = first_view(client, path)
        assert view.foreign == [], path
        assert len(view.weights) <= MOST_REQUESTS, view
        assert sum(view.weights.values()) <= MOST_BYTES, view


def test_every_article_is_light(client: Client, library: None) -> None:
    heavy = {one.path: sum(first_view(client, one.path).weights.values()) for one in services.all_editions()}

    assert len(heavy) >= 18
    assert {path: weight for path, weight in heavy.items() if weight > MOST_BYTES} == {}


def test_what_a_page_fetches_is_seen() -> None:
    text = (
        '<link rel="stylesheet" href="/a.css"><link rel="canonical" href="https://x.example/">'
        '<script src="/b.js" defer>'
        '<link href="//cdn.example/c.css" rel="stylesheet"><img alt="" src="data:,"><link rel="icon" href="/d.svg">'
    )

    assert fetched(text) == ["/a.css", "/b.js", "//cdn.example/c.css", "data:,", "/d.svg"]
