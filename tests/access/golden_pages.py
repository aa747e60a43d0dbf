"""Golden pages: every address of the access table as every person, kept once and compared after a move of code.

Not part of the suite, for a change of a page is no fault. Before files are moved, and after:

    GOLDEN=before pytest tests/access/golden_pages.py
    GOLDEN=after  pytest tests/access/golden_pages.py && diff -r var/golden/before var/golden/after

References, tokens and digests differ each time and are masked.
"""

import os
import re
from pathlib import Path

import pytest
from django.http import HttpResponseBase

from tests.access.addresses import Address, addresses, made
from tests.access.house import PRINCIPALS, House, undone

pytestmark = [pytest.mark.usefixtures("quiet"), pytest.mark.either_database]

FOLDER = Path("var/golden")
MASKED = (
    (re.compile(r"[BCDFGHJKLMNPQRSTVWXZ0-9]{16}", re.IGNORECASE), "REF"),
    (re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ0-9]{4}-[BCDFGHJKLMNPQRSTVWXZ0-9]{4}\b"), "REFERENCE"),
    (re.compile(r'(csrfmiddlewaretoken" value=")[^"]+'), r"\1TOKEN"),
    (re.compile(r"nonce-[^' ;]+|[0-9a-f]{32,64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}"), "DIGEST"),
    (re.compile(r"(sessionid|csrftoken)=[^;]+"), r"\1=SECRET"),
    (re.compile(r"(<strong>)[0-9a-f]{12}(</strong>)"), r"\1REQUEST\2"),
    (re.compile(r'("(?:id|challenge)": ")[\w-]{22,}'), r"\1CHANCE"),
    # A room may get another name: what it is called in the admin's addresses is not the page.
    (re.compile(r"(?<=admin[/:])(intake|review|profile|site_settings|post|outbox)(?=[/_])"), "ROOM"),
)


@pytest.mark.parametrize("who", PRINCIPALS)
def test_every_page_is_kept(who: str, house: House) -> None:
    folder = FOLDER / os.environ["GOLDEN"]
    folder.mkdir(parents=True, exist_ok=True)
    pages = sorted(page(house, address, who) for address in addresses())
    (folder / f"{who}.txt").write_text("\n\n".join(pages))
    assert pages


def page(house: House, address: Address, who: str) -> str:
    """Return one answer as text: address, status, headers and words, masked."""
    with undone():
        response = house.client(who).get(made(address, house))
        text = f"{address.route}\n{response.status_code}\n{_headers(response)}\n{_body(response)}"
    for pattern, word in MASKED:
        text = pattern.sub(word, text)
    return text


def _headers(response: HttpResponseBase) -> str:
    left_out = {"content-length", "etag", "x-request-id", "set-cookie"}
    # Directives of one header stand in any order.
    rows = [(name, "; ".join(sorted(value.split("; ")))) for name, value in sorted(response.items())]
    return "\n".join(f"{name}: {value}" for name, value in rows if name.lower() not in left_out)


def _body(response: HttpResponseBase) -> str:
    content = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    return str(content.decode(errors="replace"))
