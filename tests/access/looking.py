"""What is looked for in every answer, whoever gets it: its headers and cookies, and the order of its headings."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.urls import resolve, reverse

from clinic.public import MARK
from tests.access.score import problems, problems_of_cookie

# What a browser may keep, because nobody's data is in it.
KEPT = ("/colours.css", "/static/")
# What a practitioner works with.
STAFF = ("/desk/", "/treatment/", "/transfer/", "/admin/", "/account/")
# The copy for a day without the site, where no link leads anywhere, and an article as its readers see it.
ALONE = re.compile(r"/desk/paper/|/admin/education/article/[^/]+/preview/")
HEADING = re.compile(r"<h([1-6])\b")


def may_be_kept(path: str, status: int) -> bool:
    """Files, and pages that are the same for everybody: nobody is asked who they are, so nobody's data is in them."""
    return status in (200, 304) and (path.startswith(KEPT) or getattr(resolve(path).func, MARK, False))


def wrong_headers(path: str, response: Any) -> list[str]:
    """Return a sentence for every header and cookie that leaves a door open."""
    said = problems(response.headers, kept=may_be_kept(path, response.status_code))
    said += [line for cookie in response.cookies.values() if cookie.value for line in problems_of_cookie(cookie)]
    return [f"{response.status_code} {path}: {line}" for line in said]


def is_page(response: Any) -> bool:
    """Whether this is a page that somebody reads."""
    return bool(response.status_code == 200 and response.headers.get("Content-Type", "").startswith("text/html"))


def lost_ways(path: str, text: str) -> Iterator[str]:
    """Say which page of the staff leads a practitioner nowhere near their own day."""
    if path.startswith(STAFF) and not ALONE.fullmatch(path) and reverse("desk:my_day") not in text:
        yield f"{path} has no way to my day"


def without_samples(text: str) -> str:
    """Comments and scripts hold no headings."""
    return re.sub(r"<!--.*?-->|<script\b.*?</script>", "", text, flags=re.DOTALL)


def wrong_headings(text: str) -> Iterator[str]:
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
