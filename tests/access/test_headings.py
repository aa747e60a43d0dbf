"""Every page that anybody can open: one h1, no level of heading skipped, a title of its own, a way to its main part.

The walk is over the resolver's own addresses, for each person, so that no page is forgotten.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from tests.access.addresses import Address, addresses, made
from tests.access.house import House, undone

# The statuses of these pages are asked on both databases in test_matrix; headings come from the templates.
pytestmark = [pytest.mark.usefixtures("quiet"), pytest.mark.either_database]

EVERYBODY = ("anonymous", "ana", "noor", "rui", "edda", "ada")
HEADING = re.compile(r"<h([1-6])\b")


def is_page(response: HttpResponseBase) -> bool:
    return response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html")


def without_samples(text: str) -> str:
    """Comments and scripts hold no headings."""
    return re.sub(r"<!--.*?-->|<script\b.*?</script>", "", text, flags=re.DOTALL)


def wrong(text: str) -> Iterator[str]:
    """Say what is wrong with the headings and the title of a page."""
    levels = [int(level) for level in HEADING.findall(without_samples(text))]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    # What stands before the h1 is the frame; from there on every step down is one level.
    after = levels[levels.index(1) :] if 1 in levels else levels
    for above, below in pairwise(after):
        if below > above + 1:
            yield f"h{below} right under h{above}"
    title = re.search(r"<title>(.*?)</title>", text, flags=re.DOTALL)
    if title is None or not title[1].split("–")[0].strip():
        yield "no title of its own"


def pages(house: House) -> Iterator[tuple[str, Address, str]]:
    for who in EVERYBODY:
        for address in addresses():
            with undone():
                response = house.client(who).get(made(address, house))
            if is_page(response):
                yield who, address, response.text


def test_every_page_has_one_heading_of_its_own_and_skips_no_level(house: House) -> None:
    found, walked = set(), set()
    for _who, address, text in pages(house):
        walked.add(address.name)
        found |= {f"{address.name}: {said}" for said in wrong(text)}

    assert sorted(found) == []
    assert len(walked) > 50


def test_a_page_without_order_is_found(client: Client, db: None) -> None:
    text = client.get(reverse("website:privacy")).text

    assert list(wrong(text)) == []
    assert next(wrong(text.replace("<h1", "<h3", 1))) == "0 h1"
    assert list(wrong(text.replace("<h2", "<h4", 1))) == ["h4 right under h1"]
    assert list(wrong(re.sub("<title>.*?</title>", "<title> – The clinic</title>", text))) == ["no title of its own"]
