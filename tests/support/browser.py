"""What a journey needs of a browser: pages that are watched, axe, and a walk by keyboard."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Request, Response

PHONE = {"width": 375, "height": 740}
DESKTOP = {"width": 1280, "height": 900}

# No sandbox: the tests may run as root. No network beyond this machine, not even for the browser's own errands.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)
# Every rule, those of WCAG 2.2 too, which axe leaves off. No preload: it would put style sheets that import others
# into the page, and our policy forbids them, rightly, with an error on the console.
AXE_OPTIONS = "{resultTypes: ['violations'], preload: false, rules: {'target-size': {enabled: true}}}"
HERE = {"localhost", "127.0.0.1", "::1", "[::1]"}


# The policy of every page, whoever reads it: nothing inline, nothing from elsewhere.
STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "report-uri": "/csp-report",
    "report-to": "csp",
}


@dataclass
class Watch:
    """Everything a page must not do: console errors, CSP violations, script errors, foreign requests, 5xx answers,
    and coming without the strict policy.
    """

    problems: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def allow(self, pattern: str) -> None:
        """Let problems whose text matches pass, for a journey that provokes them on purpose."""
        self.allowed.append(pattern)

    def over(self, page: Page) -> None:
        """Watch a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith("Autofocus processing was blocked"):
            self.problems.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.hostname not in HERE:
            self.problems.append(f"foreign request: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500:
            self.problems.append(f"{response.status} from {urlsplit(response.url).path}")
        policy = response.headers.get("content-security-policy", "")
        if response.headers.get("content-type", "").startswith("text/html") and directives(policy) != STRICT:
            self.problems.append(f"policy of {urlsplit(response.url).path}: {policy or 'none'}")

    def unforgiven(self) -> list[str]:
        """Return the problems no journey allowed."""
        return [said for said in self.problems if not any(re.search(pattern, said) for pattern in self.allowed)]


def directives(policy: str) -> dict[str, str]:
    """Return a Content-Security-Policy as its directives: name → sources."""
    parts = [part.strip().partition(" ") for part in policy.split(";") if part.strip()]
    return {name: sources.strip() for name, _space, sources in parts}


def assert_accessible(page: Page) -> None:
    """Run every rule of axe-core on the page as it stands: no violation is small enough to pass."""
    if runs_scripts(page.context):
        _assert_no_violation(page, urlsplit(page.url).path)
        return
    # axe is a script: without scripts, the page as it stands is shown to a browser that runs axe and nothing else.
    browser = page.context.browser
    assert browser is not None
    with browser.new_context(viewport=page.viewport_size, storage_state=page.context.storage_state()) as context:
        twin = context.new_page()
        content = page.content()
        twin.route("**/*.js", lambda route: route.abort())
        twin.route(page.url.split("#")[0], lambda route: route.fulfill(body=content, content_type="text/html"))
        twin.goto(page.url)
        _assert_no_violation(twin, urlsplit(page.url).path)


def _assert_no_violation(page: Page, path: str) -> None:
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    # Only what is wrong comes back: all that is right is a hundred times as much to carry.
    found = page.evaluate(
        f"async () => {{ const {{ violations, testEngine }} = await axe.run(document, {AXE_OPTIONS});"
        " return { violations, testEngine }; }"
    )
    lines = [
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n    " + _where(violation)
        for violation in found["violations"]
    ]
    assert not lines, f"axe on {path}:\n" + "\n".join(lines)
    assert found["testEngine"]["name"] == "axe-core"


def without_scripts(context: BrowserContext) -> None:
    """Remember that this browser runs no scripts; Playwright does not tell."""
    context.clinic_scripts_off = True  # type: ignore[attr-defined]  # our own note on their object


def runs_scripts(context: BrowserContext) -> bool:
    return not getattr(context, "clinic_scripts_off", False)


def _where(violation: dict[str, list[dict[str, list[str] | str]]]) -> str:
    return "\n    ".join(f"{node['target']} {str(node['html'])[:160]}" for node in violation["nodes"][:8])


def assert_fits(page: Page) -> None:
    """Nothing is wider than the screen: a phone never scrolls sideways."""
    wide = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{urlsplit(page.url).path} is {wide} px wider than the screen"


@contextmanager
def led_on(page: Page) -> Iterator[None]:
    """Do something that leads to another page, and wait until that page is there whole.

    What is typed before then may be typed into the page that is going away, and what is looked for may not have come.
    """
    with page.expect_navigation():
        yield


def follow(locator: Locator) -> None:
    """Click on a link, or on a button that sends, and wait until the page it leads to is there whole."""
    with led_on(locator.page):
        locator.click()


def has_focus(locator: Locator) -> bool:
    """Whether this very element has the focus."""
    return bool(locator.evaluate("element => element === document.activeElement"))


def tab_to(locator: Locator, *, most: int = 150) -> None:
    """Press Tab until the element has the focus; a page where that never happens fails."""
    for _press in range(most):
        if has_focus(locator):
            return
        locator.page.keyboard.press("Tab")
    raise AssertionError(f"{locator} cannot be reached with the Tab key.")


def press_on(locator: Locator, key: str = "Enter") -> None:
    """Walk to the element by keyboard and press a key on it."""
    tab_to(locator)
    locator.page.keyboard.press(key)


def choose(radio: Locator) -> None:
    """Choose a radio button by keyboard: Tab into its group, then the arrows, then Space if it is the first."""
    for _press in range(150):
        if radio.evaluate("e => document.activeElement.type === 'radio' && document.activeElement.name === e.name"):
            break
        radio.page.keyboard.press("Tab")
    else:
        raise AssertionError(f"The group of {radio} cannot be reached with the Tab key.")
    for _press in range(60):
        if has_focus(radio):
            radio.page.keyboard.press("Space")
            return
        radio.page.keyboard.press("ArrowDown")
    raise AssertionError(f"{radio} cannot be chosen with the arrow keys.")
