"""A browser whose every page is watched: an error, a CSP violation or a foreign request fails the journey."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.support import chromium
from tests.support.browser import ARGUMENTS, DESKTOP, PHONE, Watch, without_scripts

# Playwright's own loop makes Django think it runs in an asynchronous view; it does not.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

HERE = Path(__file__).parent
PATIENCE = 20_000  # milliseconds; a busy machine is no mistake of ours, and waiting costs nothing where all is well
expect.set_options(timeout=PATIENCE)
OpenPage = Callable[..., Page]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], playwright: Playwright) -> dict[str, Any]:
    path = chromium.installed() or chromium.lightest(playwright.chromium.executable_path)
    if not Path(path).exists():
        pytest.skip("there is no Chromium on this machine: install it, or run `python -m playwright install chromium`")
    return {**browser_type_launch_args, "executable_path": path, "args": [*ARGUMENTS]}


@pytest.fixture
def scripts(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs scripts; `@both_ways` of tests.journeys walks with and without."""
    return bool(getattr(request, "param", True))


@pytest.fixture
def watch() -> Iterator[Watch]:
    """The watch over every page of the journey; what it saw fails the test at the end."""
    watch = Watch()
    yield watch
    assert not watch.unforgiven(), "\n".join(watch.unforgiven())


@pytest.fixture
def open_page(browser: Browser, live_server: Any, watch: Watch, settings: Any, scripts: bool) -> Iterator[OpenPage]:
    """Open a page in a browser of its own (another person, another device): `open_page(width="phone")`."""
    settings.SITE_URL = live_server.url
    contexts: list[BrowserContext] = []

    def opened(*, width: str = "phone", with_scripts: bool = scripts, dark: bool = False) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport=PHONE if width == "phone" else DESKTOP,  # type: ignore[arg-type]  # a plain dict of two sizes
            is_mobile=width == "phone",
            has_touch=width == "phone",
            java_script_enabled=with_scripts,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="en-US",
            timezone_id="America/Los_Angeles",
        )
        context.set_default_timeout(PATIENCE)
        if not with_scripts:
            without_scripts(context)
        contexts.append(context)
        context.on("page", watch.over)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A phone, 375 pixels wide."""
    return open_page(width="phone")


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    """A desk screen, 1280 pixels wide."""
    return open_page(width="desktop")
