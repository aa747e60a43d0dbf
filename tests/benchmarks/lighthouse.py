"""`make lighthouse`: python -m tests.benchmarks.lighthouse [--runs 3] [--keep]

Serves the clinic as in production (its own headers, compressed files, robots.txt), with the demo's people and articles
on a database of its own, and lets Lighthouse look at it as a phone on a slow network. What it finds is printed, and
written with date and commit to docs/lighthouse.md. Needs Node (npx fetches Lighthouse) and Chromium.
"""

import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.servers import free_port, server
from tests.support import chromium
from tests.support.environment import PRODUCTION, clean

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "docs" / "lighthouse.md"
RELEASE = "lighthouse@13"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ARTICLE, ARTICULO = "acupuncture-for-back-pain", "acupuntura-para-el-dolor-de-espalda"
SCREEN = 3
TRIES = 3


@dataclass(frozen=True)
class Seen:
    """What Lighthouse says of one page: scores of 100, figures in milliseconds, bytes and requests on the wire."""

    page: str
    scores: tuple[int, ...]
    first_paint: float
    largest_paint: float
    blocked: float
    shift: float
    weight: int
    requests: int
    below: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """All four categories are 100."""
        return set(self.scores) == {100}


@dataclass(frozen=True)
class Site:
    """Where the clinic is served, the pages to look at, and the cookies that open the one that is not for everybody."""

    address: str
    pages: Mapping[str, str]
    cookies: str

    def has(self, page: str) -> bool:
        """Whether the page is there for who has the cookies."""
        asked = urllib.request.Request(self.address + self.pages[page], headers={"Cookie": self.cookies})  # noqa: S310  (our own http address)
        try:
            with urllib.request.urlopen(asked, timeout=30) as response:  # noqa: S310  (as above)
                return bool(response.status == 200)
        except urllib.error.HTTPError:
            return False


class NotHereError(Exception):
    """Something that Lighthouse needs is not on this machine."""


@contextmanager
def served() -> Iterator[Site]:
    """Serve the clinic as in production, with the demo's contents, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="clinic-lighthouse-") as folder:
        port = free_port()
        kept = {"SECRET_KEY": PRODUCTION["SECRET_KEY"], "ANSWER_KEYS": PRODUCTION["ANSWER_KEYS"]}
        kept |= {"DATABASE_URL": f"sqlite:///{folder}/clinic.sqlite3", "DJANGO_SETTINGS_MODULE": "clinic.settings"}
        demo = clean(CLINIC_MODE="demo", LOG_LEVEL="ERROR", **kept)
        subprocess.run(
            [sys.executable, "manage.py", "demo", "--prepare-only"], env=demo, cwd=ROOT, check=True, stdout=sys.stderr
        )
        production = clean(
            **(PRODUCTION | kept),
        ) | {
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": f"https://localhost:{port}",
            "LOG_LEVEL": "ERROR",
            "TRUSTED_PROXIES": "1",
            # The proxy keeps a browser's connection; gunicorn's own workers of production do not need to.
            "GUNICORN_CMD_ARGS": "--worker-class gthread --threads 4 --keep-alive 15",
        }
        with server("tests.benchmarks.behind_tls", production, ROOT, port=port):
            first, cookies = begun(port)
            pages = {
                "Home": "/",
                "List of articles": "/articles/",
                "An article": f"/articles/{ARTICLE}/",
                "Start of the intake": "/intake/",
                "A screen of the intake": f"{first.rstrip('/').rpartition('/')[0]}/{SCREEN}/",
            }
            spanish = {f"{name}, in Spanish": f"/es{path.replace(ARTICLE, ARTICULO)}" for name, path in pages.items()}
            yield Site(f"http://localhost:{port}", pages | spanish, cookies)


def begun(port: int) -> tuple[str, str]:
    """Begin a form as a stranger does; return its first page and the cookies that open it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    asked = {"Host": f"localhost:{port}", "Origin": f"https://localhost:{port}"}
    connection.request("GET", "/intake/", headers=asked)
    page = connection.getresponse()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.read().decode())
    cookies = _cookies(page)
    asked |= {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", "/intake/start/", urlencode({"csrfmiddlewaretoken": token and token[1]}), asked)
    done = connection.getresponse()
    if done.status not in (302, 303):
        raise RuntimeError(f"A form could not be begun: {done.status}.")
    return str(done.headers["Location"]), "; ".join(filter(None, (cookies, _cookies(done))))


def _cookies(response: http.client.HTTPResponse) -> str:
    return "; ".join(said.partition(";")[0] for said in response.headers.get_all("Set-Cookie", []))


def look(site: Site, page: str, *, browser: str, runs: int) -> Seen:
    """Return what Lighthouse says of a page: the run in the middle by performance, the worst of the others' scores."""
    found = [_run(site, page, browser) for _time in range(runs)]
    scores = [min(result["categories"][name]["score"] or 0 for result in found) for name in CATEGORIES[1:]]
    middle = statistics.median_low([result["categories"]["performance"]["score"] or 0 for result in found])
    chosen = next(result for result in found if (result["categories"]["performance"]["score"] or 0) == middle)
    audits = chosen["audits"]
    wire = audits["network-requests"]["details"]["items"]
    return Seen(
        page=page,
        scores=tuple(round(score * 100) for score in (middle, *scores)),
        first_paint=audits["first-contentful-paint"]["numericValue"],
        largest_paint=audits["largest-contentful-paint"]["numericValue"],
        blocked=audits["total-blocking-time"]["numericValue"],
        shift=audits["cumulative-layout-shift"]["numericValue"],
        weight=sum(item.get("transferSize", 0) for item in wire),
        requests=len([item for item in wire if not item["url"].startswith("data:")]),
        below=tuple(_below(result) for result in found if _below(result)),
    )


def _run(site: Site, page: str, browser: str) -> dict[str, Any]:
    command = [
        *_lighthouse(),
        site.address + site.pages[page],
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--extra-headers={json.dumps({'Cookie': site.cookies})}",
        "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage --disable-background-networking",
    ]
    kept = {
        "npm_config_cache": str(ROOT / "var" / "npm"),
        "CHROME_PATH": browser,
        "npm_config_update_notifier": "false",
    }
    for _try in range(TRIES):
        done = subprocess.run(command, env=clean() | kept, cwd=ROOT / "var", stdout=subprocess.PIPE)
        # On a busy machine Chromium now and then loses its own trace: that says nothing about the page.
        if done.returncode == 0 and not (result := json.loads(done.stdout)).get("runtimeError"):
            seen: dict[str, Any] = result
            return seen
    raise RuntimeError(f"Lighthouse could not look at {site.pages[page]}: its own words stand above.")


def _lighthouse() -> list[str]:
    """The command: what LIGHTHOUSE names, or the release above through npx."""
    if named := os.environ.get("LIGHTHOUSE"):
        return [named]
    return ["npx", "--yes", f"--package={RELEASE}", "lighthouse"]


def _below(result: dict[str, Any]) -> str:
    """Name the audits that keep a page from 100."""
    wanted = {ref["id"] for name in CATEGORIES for ref in result["categories"][name]["auditRefs"] if ref["weight"]}
    scored = {name: result["audits"][name] for name in sorted(wanted)}
    missed = [
        f"{name} ({audit['score']})"
        for name, audit in scored.items()
        if (audit["score"] or 0) < 0.9 and audit["scoreDisplayMode"] != "notApplicable"
    ]
    return ", ".join(missed)


def report(found: list[Seen], *, at: datetime, commit: str, release: str, runs: int) -> str:
    """Return the page of figures."""
    lines = [
        "# Lighthouse",
        "",
        f"{at:%b %-d, %Y}, commit {commit}, {release}, mobile (a phone on slow 4G, as Lighthouse simulates it), "
        f"{runs} {'run' if runs == 1 else 'runs'} a page: performance is the run in the middle, the others are the "
        "worst of all.",
        "Made by `make lighthouse`, on the clinic served as in production with the demo's contents. Aims: 100 in all "
        "four categories; first view at most 30 KB and 4 requests; largest paint at most 1.0 s; no shift.",
        "",
        "| Page | Performance | Accessibility | Best practices | SEO | First paint | Largest paint | Blocked | Shift "
        "| Weight | Requests |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {seen.page} | {' | '.join(map(str, seen.scores))} | {seen.first_paint / 1000:.2f} s "
        f"| {seen.largest_paint / 1000:.2f} s | {seen.blocked:.0f} ms | {seen.shift:.2f} "
        f"| {seen.weight / 1024:.1f} KB | {seen.requests} |"
        for seen in found
    ]
    counted = (
        "A request that Lighthouse lists includes the icon where the browser asks for it, and on the home page the "
        "portraits, which are below the first view and loaded late."
    )
    lines += ["", counted, ""]
    return "\n".join(lines)


def commit() -> str:
    """Return the commit that is looked at; a tree with changes says so."""
    said = subprocess.run(["git", "describe", "--always", "--dirty=, with changes"], cwd=ROOT, stdout=subprocess.PIPE)
    return said.stdout.decode().strip() or "unknown"


def needed() -> str:
    """Return the path of Chromium. Raises NotHereError where it or Node is missing."""
    if shutil.which("npx") is None and not os.environ.get("LIGHTHOUSE"):
        raise NotHereError("Lighthouse runs on Node, which is not here: install Node 22 or newer, then try again.")
    if browser := chromium.installed(windows=True) or chromium.downloaded():
        return browser
    raise NotHereError("There is no Chromium on this machine: install it, then try again.")


def main(arguments: list[str]) -> int:
    runs = int(arguments[arguments.index("--runs") + 1]) if "--runs" in arguments else 3
    try:
        browser = needed()
    except NotHereError as why:
        print(why, file=sys.stderr)
        return 1
    (ROOT / "var").mkdir(exist_ok=True)
    found = []
    with served() as site:
        for page in site.pages:
            if not site.has(page):
                print(f"{page:<35} is not there.", flush=True)
                continue
            seen = look(site, page, browser=browser, runs=runs)
            found.append(seen)
            print(
                f"{page:<35} {seen.scores}  {seen.weight / 1024:.1f} KB, {seen.requests} requests, "
                f"largest paint {seen.largest_paint / 1000:.2f} s, shift {seen.shift:.3f}",
                flush=True,
            )
            for missed in sorted(set(seen.below)):
                print(f"    below 100: {missed}", flush=True)
    REPORT.write_text(
        report(found, at=datetime.now(UTC), commit=commit(), release=RELEASE.replace("@", " "), runs=runs)
    )
    print(f"Written to {REPORT.relative_to(ROOT)}.")
    return 0 if len(found) == len(site.pages) and all(seen.is_whole for seen in found) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        print("\nStopped. Nothing was left behind.")
        sys.exit(130)
