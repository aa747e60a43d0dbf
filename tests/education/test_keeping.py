"""What a browser may keep of an article, how it asks again, and what ties a reader to nobody."""

import gzip
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.test import Client
from django.utils import translation

from clinic import public
from clinic.accounts.models import User
from clinic.site_settings import services as site_settings
from education import services
from education.models import Article
from tests.support.cast import SignedIn
from tests.support.queries import Queries

PATH = "/articles/needles-and-the-back/"
KEPT = (
    "/articles/",
    "/articles/topics/back-pain/",
    PATH,
    f"{PATH}print/",
    "/articles/feed/",
    "/sitemap.xml",
    "/robots.txt",
)

type_library = dict[str, Article]


@pytest.mark.parametrize("path", KEPT)
def test_a_copy_that_still_holds_is_not_sent_again(path: str, client: Client, library: type_library) -> None:
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": first.headers["ETag"]})

    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert first.headers["Cache-Control"] == again.headers["Cache-Control"] == "no-cache"


def test_a_proxys_weak_tag_holds_too_and_another_one_does_not(client: Client, library: type_library) -> None:
    tag = client.get(PATH).headers["ETag"]

    assert client.get(PATH, headers={"if-none-match": f'"x", W/{tag}'}).status_code == 304
    assert client.get(PATH, headers={"if-none-match": '"x"'}).status_code == 200


def test_head_is_answered_as_get_without_a_page(client: Client, library: type_library) -> None:
    got, head = client.get(PATH), client.head(PATH)

    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", got.headers["ETag"])
    assert head.headers["Content-Length"] == got.headers["Content-Length"]
    assert client.head(PATH, headers={"if-none-match": got.headers["ETag"]}).status_code == 304


def test_304_costs_no_query(client: Client, library: type_library, queries: Queries) -> None:
    tag = client.get(PATH).headers["ETag"]
    with queries(0):
        assert client.get(PATH, headers={"if-none-match": tag}).status_code == 304


def rename(client: Client, edda: User, now: datetime, library: type_library) -> None:
    clinic = site_settings.current()
    clinic.name = "Another name"
    clinic.save()


def recolour(client: Client, edda: User, now: datetime, library: type_library) -> None:
    clinic = site_settings.current()
    clinic.accent = "#123456"
    clinic.save()


def take_a_neighbour_away(client: Client, edda: User, now: datetime, library: type_library) -> None:
    services.archive(library["second-article"], by=edda, at=now)


@pytest.mark.parametrize("change", [rename, recolour, take_a_neighbour_away])
@pytest.mark.parametrize("path", [PATH, "/articles/feed/", "/articles/"])
def test_the_tag_changes_with_all_that_a_page_shows(
    path: str,
    change: Callable[[Client, User, datetime, type_library], None],
    client: Client,
    library: type_library,
    edda: User,
    now: datetime,
) -> None:
    tag = client.get(path).headers["ETag"]
    change(client, edda, now, library)

    assert client.get(path, headers={"if-none-match": tag}).status_code == 200


def test_the_tag_changes_with_language_and_release(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = public.tag_of("x")
    with translation.override("es"):
        in_spanish = public.tag_of("x")
    monkeypatch.setattr(public, "release", lambda: "tomorrow's")

    assert len({before, in_spanish, public.tag_of("x"), public.tag_of("y")}) == 4


def test_a_change_in_any_file_of_which_pages_are_made_is_another_release(tmp_path: Path, settings: Any) -> None:
    settings.BASE_DIR = tmp_path
    seen = []
    for made_of in (*public.MADE_OF, "templates/deep/down", "elsewhere"):
        path = tmp_path / made_of
        path = path if path.suffix else path / "file.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made_of)
        public.release.cache_clear()
        seen.append(public.release())
    public.release.cache_clear()

    assert len(set(seen)) == len(seen) - 1
    assert seen[-1] == seen[-2]


@pytest.mark.parametrize("path", KEPT)
def test_nobody_is_asked_who_they_are(
    path: str, client: Client, library: type_library, ana: User, signed_in: SignedIn, queries: Queries
) -> None:
    reader = signed_in(ana)
    reader.get(path)
    with queries(at_most=1) as seen:
        response = reader.get(path)

    assert [statement for statement in seen if "session" in statement or "accounts_user" in statement] == []
    assert response.cookies == {}
    assert client.get(path).cookies == {}
    assert response.headers["Vary"] == "Accept-Encoding"  # the language is the address


@pytest.mark.parametrize("path", ["/articles/no-such-article/", "/articles/topics/no-such-topic/"])
def test_a_page_that_is_not_there_is_not_kept(path: str, client: Client, library: type_library) -> None:
    response = client.get(path)

    assert (response.status_code, response.headers["Cache-Control"]) == (404, "no-store")


def test_the_tag_of_one_article_is_not_the_tag_of_another(client: Client, library: type_library) -> None:
    assert len({client.get(path).headers["ETag"] for path in KEPT}) == len(KEPT)


@pytest.mark.parametrize(
    ("takes", "packed"),
    [("gzip, br", "br"), ("gzip", "gzip"), ("", ""), ("deflate, br;q=0", ""), ("deflate, br", "br")],
)
def test_a_page_is_packed_as_the_browser_takes_it(
    takes: str, packed: str, client: Client, library: type_library
) -> None:
    plain = client.get(PATH)
    response = client.get(PATH, headers={"accept-encoding": takes})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
    unpacked = unpack[packed](response.content)

    assert response.headers.get("Content-Encoding", "") == packed
    assert unpacked == plain.content
    assert client.get(PATH, headers={"if-none-match": response.headers["ETag"]}).status_code == 304
