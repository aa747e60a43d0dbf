"""Pages that are the same for everybody go out packed; pages that hold a token or an answer never do."""

import gzip

import brotli
import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db

UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}


@pytest.mark.parametrize(
    ("taken", "how"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=1.0, gzip;q=0.5", "br"),
        ("deflate, br", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip", "gzip"),
        ("deflate", ""),
        ("", ""),
    ],
)
def test_a_page_comes_as_the_browser_takes_it(client: Client, taken: str, how: str) -> None:
    plain = client.get("/").content

    response = client.get("/", headers={"accept-encoding": taken})

    assert response.headers.get("Content-Encoding", "") == how
    assert UNPACK.get(how, bytes)(response.content) == plain
    assert "Accept-Encoding" in response.headers["Vary"]
    assert not how or len(response.content) < len(plain) / 2


@pytest.mark.parametrize("how", ["gzip", "br"])
def test_a_packed_page_has_a_tag_of_its_own_and_is_kept_all_the_same(client: Client, how: str) -> None:
    plain = client.get("/").headers["ETag"]
    packed = client.get("/", headers={"accept-encoding": how}).headers["ETag"]

    assert packed == f"W/{plain}"
    for tag in (plain, packed):
        for taken in ("", how):
            again = client.get("/", headers={"if-none-match": tag, "accept-encoding": taken})
            assert (again.status_code, again.content) == (304, b"")


def test_a_question_about_a_page_says_how_long_the_packed_page_is(client: Client) -> None:
    body = client.get("/", headers={"accept-encoding": "gzip"}).content

    head = client.head("/", headers={"accept-encoding": "gzip"})

    # Django adds up to a hundred random bytes to each packed page, so that its size tells nothing.
    assert (head.content, head.headers["Content-Encoding"]) == (b"", "gzip")
    assert abs(int(head.headers["Content-Length"]) - len(body)) <= 100


@pytest.mark.parametrize("name", ["intake:start", "account_login", "admin:login"])
def test_what_holds_a_token_is_never_packed(client: Client, name: str) -> None:
    response = client.get(reverse(name), headers={"accept-encoding": "gzip, br"}, follow=True)

    assert "csrfmiddlewaretoken" in response.text
    assert "Content-Encoding" not in response.headers


def test_a_page_that_is_not_there_goes_out_as_it_was_made(client: Client) -> None:
    response = client.get("/articles/no-such-article/", headers={"accept-encoding": "gzip"})

    assert (response.status_code, "Content-Encoding" in response.headers) == (404, False)
