"""Attacks in every field of an article, opened in a real browser by everybody, with the policy switched off: none runs.

The policy would hide a mistake, so it is off where the pages are judged; and where a mistake is planted, it is on, and
must stop what the mistake lets through. That the planted mistake does let something through is seen with both off.
The whole corpus runs in `make battery`; `make test` takes a part of it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import caches
from django.template import base as template_base
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page

from clinic.accounts.models import User
from education import services
from education.models import Article
from education.services import reviewing
from tests.education.corpus import vectors
from tests.education.shelf import SHORT, WHOLE, shelve
from tests.support.browser import follow
from tests.support.cast import sign_in

pytestmark = pytest.mark.heavy

CHUNK = 30
LISTENING = "window.ran = []; window.z = (number) => { window.top.ran.push(number); };"
# What a reader does with an element that waits for something: point at it, press it, type in it, follow it.
TOUCH = """() => {
  document.addEventListener("submit", (event) => event.preventDefault(), true);
  for (const element of document.querySelectorAll("*")) {
    for (const { name } of Array.from(element.attributes)) {
      if (name.startsWith("on")) element.dispatchEvent(new Event(name.slice(2), { bubbles: true, cancelable: true }));
    }
    if (element.protocol === "javascript:") element.click();
  }
}"""
# Addresses that are programs, wherever one may stand; no page of ours has one.
PROGRAMS = """() => {
  const names = ["href", "src", "action", "formaction", "data", "srcdoc", "xlink:href"];
  const program = /^[\\u0000-\\u0020]*(javascript|vbscript|data:text|data:image.svg.xml,<)/i;
  return Array.from(document.querySelectorAll("*"))
    .flatMap((element) => names.map((name) => element.getAttribute(name)))
    .filter((value) => value && program.test(value));
}"""


@dataclass
class Attacked:
    """The articles that carry the vectors: `whole` many in every part, `short` one each, in title and summary too."""

    vectors: Sequence[str]
    whole: list[Article]
    short: list[Article]
    site: str


@pytest.fixture
def attacked(
    noor: User,
    edda: User,
    live_server: Any,
    settings: Any,
    size: Callable[[Any, Any], Any],
    monkeypatch: pytest.MonkeyPatch,
) -> Attacked:
    settings.SITE_URL = live_server.url
    # What keeps such an article out of the review in life; here it has been passed.
    monkeypatch.setattr(reviewing, "problems", lambda document: [])
    chosen = vectors()[:: size(113, 1)]
    at = timezone.now()
    chunks = [chosen[start : start + CHUNK] for start in range(0, len(chosen), CHUNK)]
    whole = shelve({f"whole-{number}": whole_of(chunk) for number, chunk in enumerate(chunks)}, by=noor, at=at)
    short = shelve({f"short-{number}": short_of(one) for number, one in enumerate(chosen)}, by=noor, at=at)
    for article, chunk in zip(whole.values(), chunks, strict=True):
        rewrite(article, chunk[::-1], by=edda)
    return Attacked(chosen, list(whole.values()), list(short.values()), live_server.url)


def short_of(vector: str) -> dict[str, Any]:
    """An article whose every line is the vector, as far as it fits."""
    line = " ".join(vector.split("\n"))
    title = line if len(line) <= 80 else "Too long for a title"
    return {**SHORT, "title": title, "summary": line, "takeaways": [line], "sections": [section(line, vector)]}


def section(heading: str, body: str) -> dict[str, str]:
    return {"heading": heading[:120], "body": body}


def whole_of(chunk: Sequence[str]) -> dict[str, Any]:
    """An article with a row for every vector in each of its parts, the vector in each field of the row."""
    lines = [" ".join(vector.split("\n")) for vector in chunk]
    row: dict[str, dict[str, Any]] = {
        "claims": {"certainty": "low", "references": ["sample-2001"]},
        "side_effects": {"count": 1, "out_of": 100, "unit": "patients", "references": ["sample-2002"]},
        "guidelines": {"year": 2001, "stance": "for", "references": []},
        "questions": {},
    }
    texts = {
        "claims": ("statement", "compared_with", "figures"),
        "side_effects": ("effect", "how_often", "what_to_do"),
        "guidelines": ("body", "says"),
        "questions": ("question", "answer"),
    }
    parts = {name: [{**row[name], **dict.fromkeys(fields, line)} for line in lines] for name, fields in texts.items()}
    for number, claim in enumerate(parts["claims"]):
        claim["id"] = f"claim-{number}"
    return {
        **WHOLE,
        **parts,
        "title": lines[0][:80],
        "summary": lines[0][:200],
        "takeaways": lines,
        "topics": ["fear", lines[0]],
        "rule_codes": lines[:3],
        "related": [],
        "sections": [section(line, vector) for line, vector in zip(lines, chunk, strict=True)]
        + [section("All of them", "\n\n".join(chunk)), section("As captions", captions(lines))],
    }


def captions(lines: Sequence[str]) -> str:
    return "\n\n".join(f"{{{{icons:9/100|{line}}}}}" for line in lines)


def rewrite(article: Article, chunk: Sequence[str], *, by: User) -> None:
    """Write other vectors over it, unpublished: what previews and differences show."""
    for part, vector in zip(article.sections.all(), chunk, strict=False):
        part.heading, part.body = vector[:120], vector
        part.save()
    article.title, article.summary = chunk[0][:80], chunk[0]
    article.save(update_fields=["title", "summary"])
    services.save(article, by=by, at=timezone.now())


@dataclass
class Reader:
    """Somebody with a browser, who opens pages and says what ran."""

    page: Page
    ran: set[int]
    programs: set[str]
    shown: int = 0

    def open(self, path: str) -> None:
        response = self.page.goto(path, wait_until="load")
        assert response, path
        assert response.status == 200, path
        self.shown += "z(" in response.text()
        self.look()

    def look(self) -> None:
        """Touch everything, and remember what ran and what would run."""
        self.programs |= set(self.page.evaluate(PROGRAMS))
        self.page.evaluate(TOUCH)
        self.ran |= set(self.page.evaluate("() => window.ran"))


@pytest.fixture
def read_as(browser: Browser, attacked: Attacked) -> Iterator[Callable[..., Reader]]:
    """Open a browser for somebody (nobody: a stranger); `policy=False` switches the Content-Security-Policy off."""
    contexts = []

    def reader(user: User | None, *, policy: bool) -> Reader:
        context = browser.new_context(base_url=attacked.site, bypass_csp=not policy, reduced_motion="reduce")
        context.add_init_script(LISTENING)
        context.set_default_timeout(20_000)
        if user is not None:
            cookie = sign_in(user, client=Client()).cookies["session"].value
            context.add_cookies([{"name": "session", "value": cookie, "url": attacked.site}])
        contexts.append(context)
        return Reader(context.new_page(), set(), set())

    yield reader
    for context in contexts:
        context.close()


def public_pages(attacked: Attacked) -> list[str]:
    pages = ["/articles/", "/articles/topics/fear/", "/articles/feed/", "/sitemap.xml"]
    return pages + [f"/articles/{one.slug}/{rest}" for one in attacked.whole for rest in ("", "print/")]


def staff_pages(attacked: Attacked) -> list[str]:
    """The list of articles, and for each the review with its differences, its versions, its preview, and its form."""
    found = ["/admin/education/article/", "/admin/education/reference/"]
    for one in attacked.whole:
        found += [f"/admin/education/article/{one.ref}/{page}/" for page in ("review", "preview", "history", "change")]
        last = one.editions.order_by("-number").values_list("number", flat=True)[0]
        found.append(f"/admin/education/article/{one.ref}/history/?edition={last}")
    return found


def search_for(reader: Reader, words: str) -> None:
    reader.page.goto("/search/")
    reader.page.get_by_role("searchbox").fill(words)
    follow(reader.page.get_by_role("main").get_by_role("button", name="Search"))
    reader.look()


def test_nothing_that_an_editor_wrote_runs_for_anybody(
    attacked: Attacked, ana: User, rui: User, noor: User, edda: User, ada: User, read_as: Callable[..., Reader]
) -> None:
    said, shown = {}, {}
    for who, user in {"a stranger": None, "ana": ana, "rui": rui, "noor": noor, "edda": edda, "ada": ada}.items():
        reader = read_as(user, policy=False)
        # Whoever reads gets the same bytes (test_pages says so): one reader opens all of these, the others two.
        alone = attacked.short[:2] if user else attacked.short
        in_admin = staff_pages(attacked) if user in (noor, edda, ada) else []
        for path in [*public_pages(attacked), *(f"/articles/{one.slug}/" for one in alone), *in_admin]:
            reader.open(path)
        for words in ("onerror", "javascript", attacked.vectors[0]):
            search_for(reader, words)
        said[who], shown[who] = (reader.ran, reader.programs), reader.shown

    assert said == dict.fromkeys(said, (set(), set()))
    # Pages without a vector on them would prove nothing.
    least = len(public_pages(attacked))
    assert {who: count for who, count in shown.items() if count < least - 1} == {}
    assert min(shown["noor"], shown["edda"]) >= least + 4 * len(attacked.whole)


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mistake: no template escapes anything any more."""
    monkeypatch.setattr(template_base, "conditional_escape", lambda value: value)
    caches["process"].clear()


def test_with_a_planted_mistake_the_policy_lets_nothing_run(
    attacked: Attacked, planted: None, read_as: Callable[..., Reader]
) -> None:
    guarded, bare = read_as(None, policy=True), read_as(None, policy=False)
    for article in attacked.short:
        guarded.open(f"/articles/{article.slug}/")
        bare.open(f"/articles/{article.slug}/")

    assert guarded.ran == set()
    # Without the policy the mistake is a hole: had nothing run here, nothing above would mean anything.
    assert len(bare.ran) >= len(attacked.vectors) // 3


def test_the_corpus_is_large() -> None:
    found = vectors()

    assert len(found) == len(set(found)) >= 1200
