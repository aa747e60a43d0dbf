"""A blind reader's walk: the accessibility tree of six pages, as a screen reader meets it, kept as text.

The pages are those of the furnished house (tests/access) at its one moment, handed to the browser by Django's own
client: no server, no clock, the same tree each time. After a change that is meant, write them anew and read what
differs before it is kept:

    TREES=new .venv/bin/python -m pytest tests/journeys/test_trees.py
"""

import difflib
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from playwright.sync_api import Browser, Route

from tests.access.conftest import _one_house_for_the_module, furnished, house, quiet  # noqa: F401  (fixtures)
from tests.access.house import House

pytestmark = pytest.mark.either_database  # what a page says is the matter of other tests; here it is only read out

TREES = Path(__file__).parent / "trees"
# What chance chose, references and their short forms, and the version of the questions.
MASKED = (
    (re.compile(r"[BCDFGHJKLMNPQRSTVWXZ0-9]{16}"), "REF"),
    (re.compile(r"\bversion \d+(?:\.\d+)+"), "version N.N"),
    (re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ0-9]{4}-[BCDFGHJKLMNPQRSTVWXZ0-9]{4}\b"), "REFERENCE"),
)
# Page → who opens it.
WALK = {
    "home": "anonymous",
    "question": "ana",
    "stop": "ana",
    "booking": "anonymous",
    "case": "noor",
    "desk": "rui",
}


def address_of(name: str, it: House) -> str:
    """Return where a page of the walk stands in the house."""
    return {
        "home": "/",
        "question": f"/intake/{it.draft.ref}/2/",
        "stop": f"/intake/{it.draft.ref}/stop/",
        "booking": next(path for address, path in it.paths.items() if address.name == "booking:times"),
        "case": reverse("admin:review_case_change", args=[it.case.ref]),
        "desk": "/desk/",
    }[name]


def tree_of(browser: Browser, page: Any) -> str:
    """Return the accessibility tree of a page on a desk screen, without what chance chose."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            route.fulfill(path=str(finders.find(path.removeprefix("/static/"))))
        elif path == "/":
            route.fulfill(headers=dict(page.headers), body=page.content)
        else:
            route.abort()

    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        opened = context.new_page()
        opened.route("**/*", answer)
        opened.goto("http://localhost/")
        tree = opened.locator("body").aria_snapshot()
    for pattern, word in MASKED:
        tree = pattern.sub(word, tree)
    return f"{tree}\n"


@pytest.mark.usefixtures("quiet")
def test_six_pages_are_read_out_as_they_were(browser: Browser, house: House) -> None:  # noqa: F811  (the fixture)
    pages = {name: house.client(who).get(address_of(name, house)) for name, who in WALK.items()}
    assert {name: page.status_code for name, page in pages.items()} == dict.fromkeys(WALK, 200)
    read = {name: tree_of(browser, page) for name, page in pages.items()}
    if os.environ.get("TREES") == "new":
        for name, tree in read.items():
            (TREES / f"{name}.txt").write_text(tree, encoding="utf-8")
    kept = {name: (TREES / f"{name}.txt").read_text(encoding="utf-8") for name in WALK}
    differs = [
        line
        for name, tree in read.items()
        for line in difflib.unified_diff(kept[name].splitlines(), tree.splitlines(), f"kept/{name}", name, n=1)
    ]
    assert differs == [], "\n".join(differs)
