"""What is read by machines: feed, sitemap, robots.txt, and the data in the head of a page."""

import json
import re
from dataclasses import replace
from datetime import datetime
from html import unescape
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.cache import caches
from django.test import Client

from clinic.site_settings import services as site_settings
from education import services
from education.article_page import reading_of
from education.models import Article
from education.structured import json_ld
from tests.education.vocabulary import mistakes

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PATH = "/articles/needles-and-the-back/"
SITE = "https://clinic.example"

type_library = dict[str, Article]


@pytest.fixture(autouse=True)
def site(settings: Any) -> None:
    settings.SITE_URL = SITE


def tree(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  (our own answer)


def in_head(text: str, pattern: str) -> list[str]:
    """Return what stands in the head, as a browser reads it."""
    return [unescape(found) for found in re.findall(pattern, text[: text.index("</head>")])]


def data_of(text: str) -> Any:
    [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, flags=re.DOTALL)
    return json.loads(found)


# ——— the feed


def test_the_feed_is_atom_with_every_article(client: Client, library: type_library) -> None:
    response = client.get("/articles/feed/")
    feed = tree(response.text)
    entries = feed.findall(f"{ATOM}entry")

    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.tag == f"{ATOM}feed"
    # RFC 4287: what a feed and an entry must have.
    for element in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}"), name
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    assert feed.find(f"{ATOM}author/{ATOM}name") is not None
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "alternate": f"{SITE}/articles/",
        "self": f"{SITE}/articles/feed/",
    }
    assert [link.get("href") for entry in entries for link in entry.findall(f"{ATOM}link")] == [
        one.slug and f"{SITE}/articles/{one.slug}/" for one in library.values()
    ]
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 3


def test_an_odd_letter_in_a_title_takes_no_feed_away(client: Client, library: type_library) -> None:
    odd = "Odd \x01 and <b>bold</b> &amp;"
    # Editions are never changed: the shelf is remembered as if one were odd.
    shelf = services.shelf()
    caches["process"].set("education.shelf", (replace(shelf[0], title=odd, summary=odd), *shelf[1:]), 5)
    entries = tree(client.get("/articles/feed/").text).findall(f"{ATOM}entry")

    assert entries[0].findtext(f"{ATOM}title") == "Odd and <b>bold</b> &amp;"
    # A reader of feeds takes the summary for HTML: there it has to be the text.
    assert unescape(entries[0].findtext(f"{ATOM}summary") or "") == "Odd and <b>bold</b> &amp;"
    assert "<b>" not in (entries[0].findtext(f"{ATOM}summary") or "<b>")


def test_the_host_that_was_asked_stands_nowhere(client: Client, library: type_library, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["other.example"]
    for path in ("/articles/feed/", "/sitemap.xml", "/robots.txt", PATH, "/articles/"):
        assert "other.example" not in client.get(path, headers={"host": "other.example"}).text, path


# ——— the sitemap and robots.txt


def test_the_sitemap_names_every_public_page_once(client: Client, library: type_library) -> None:
    response = client.get("/sitemap.xml")
    urls = tree(response.text).findall(f"{MAP}url")
    found = [url.findtext(f"{MAP}loc") or "" for url in urls]

    assert response.headers["Content-Type"] == "application/xml"
    assert len(found) == len(set(found))
    assert all(one.startswith(f"{SITE}/") for one in found)
    for path in (
        "/",
        "/contact/",
        "/es/contact/",
        "/articles/",
        "/articles/topics/fear/",
        *(f"/articles/{slug}/" for slug in library),
    ):
        assert f"{SITE}{path}" in found
    assert not [one for one in found if "/print/" in one or "/intake/" in one or "topics/medicines" in one]
    assert {client.get(one.removeprefix(SITE)).status_code for one in found} == {200}
    assert sum(url.findtext(f"{MAP}lastmod") == "2026-03-03" for url in urls) == 3


@pytest.mark.django_db
def test_robots_txt_leads_to_the_sitemap_and_away_from_what_is_nobodys_business(client: Client) -> None:
    response = client.get("/robots.txt")

    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines()[0] == "User-agent: *"
    assert f"Sitemap: {SITE}/sitemap.xml" in response.text
    for path in ("/admin/", "/desk/", "/account/", "/search/", "/es/account/", "/es/search/"):
        assert f"Disallow: {path}\n" in response.text


@pytest.mark.django_db
def test_a_demo_clinic_does_not_want_to_be_found(client: Client, settings: Any) -> None:
    settings.DEMO = True

    assert client.get("/robots.txt").text == "User-agent: *\nDisallow: /\n"


# ——— the head of a page


@pytest.mark.parametrize("path", [PATH, "/articles/", "/articles/topics/back-pain/"])
def test_a_page_names_its_one_address_and_what_a_shared_link_shows(
    path: str, client: Client, library: type_library
) -> None:
    text = client.get(f"{path}?utm_source=x").text
    shown = dict(re.findall(r'<meta property="(og:[a-z_]+)" content="([^"]*)">', text))

    assert in_head(text, r'<link rel="canonical" href="([^"]*)">') == [f"{SITE}{path}"]
    assert shown["og:url"] == f"{SITE}{path}"
    assert shown["og:type"] == ("article" if path == PATH else "website")
    assert shown["og:site_name"] == site_settings.current().name
    assert min(len(shown["og:title"]), len(shown["og:description"])) > 8
    assert len(in_head(text, r'<meta name="description" content="([^"]+)">')) == 1
    assert in_head(text, r'<link rel="alternate" type="application/atom\+xml" href="([^"]*)"') == ["/articles/feed/"]


def test_the_page_for_paper_names_the_article_as_its_address(client: Client, library: type_library) -> None:
    assert in_head(client.get(f"{PATH}print/").text, r'<link rel="canonical" href="([^"]*)">') == [f"{SITE}{PATH}"]


@pytest.mark.parametrize("slug", ["needles-and-the-back", "second-article"])
def test_the_data_for_search_engines_speaks_schema_org(slug: str, client: Client, library: type_library) -> None:
    assert mistakes(data_of(client.get(f"/articles/{slug}/").text)) == []


def test_the_data_say_what_the_page_says(client: Client, library: type_library) -> None:
    page, questions = data_of(client.get(PATH).text)["@graph"]

    assert (page["@type"], questions["@type"]) == ("MedicalWebPage", "FAQPage")
    assert page["url"] == f"{SITE}{PATH}"
    assert page["lastReviewed"] == "2026-03-03"
    assert page["reviewedBy"]["name"].startswith("Noor Inventada")
    assert [one["url"] for one in page["citation"]] == [
        "https://doi.org/10.1234/invented.1",
        "https://guidelines.example/nobody",
    ]
    assert questions["mainEntity"][0]["name"] == "Does it hurt?"
    assert questions["mainEntity"][0]["acceptedAnswer"]["text"] == "A little. Say so, and we stop."
    assert len(data_of(client.get("/articles/second-article/").text)["@graph"]) == 1


def test_no_word_of_an_article_ends_the_data_early(library: type_library, now: datetime) -> None:
    edition = library["needles-and-the-back"].published
    assert edition is not None
    bad = "</script><script>alert(1)</script>&<!--\u2028"
    told = {**edition.rendered, "title": bad, "questions": [{"id": "q", "question": bad, "html": "", "text": bad}]}
    reading = reading_of(told, slug="x", at=now, on=now.date())
    said = str(json_ld(reading, url=SITE, language="en", clinic=site_settings.current(), site=SITE))

    assert not set("<>&\u2028") & set(said)
    assert json.loads(said)["@graph"][1]["mainEntity"][0]["name"] == bad
    assert mistakes(json.loads(said)) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"@type": "MedicalPage"}, "no type"),
        ({"reviewer": {"@type": "Person", "name": "x"}}, "no property reviewer"),
        ({"reviewedBy": {"@type": "Question", "name": "x"}}, "holds Question"),
        ({"lastReviewed": "last year"}, "is no Date"),
        ({"url": "/articles/"}, "is no URL"),
        ({"name": ""}, "lacks name"),
        ({"timeRequired": "6 minutes"}, "is no Duration"),
        ({"isAccessibleForFree": "yes"}, "is no Boolean"),
    ],
)
def test_a_mistake_in_the_data_is_found(
    change: dict[str, Any], told: str, client: Client, library: type_library
) -> None:
    data = data_of(client.get(PATH).text)
    data["@graph"][0] |= change

    assert told in " ".join(mistakes(data))
