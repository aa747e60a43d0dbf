"""Staff with a browser: signing in with both factors, and looking at every page."""

import re

import pytest
from playwright.sync_api import Page

from tests.accounts.helpers import digits
from tests.journeys import ways
from tests.support.browser import DESKTOP, PHONE, assert_accessible, assert_fits, follow
from tests.support.cast import PASSWORD

# Each width and each way once: a desk with scripts, and in the battery a phone without them.
either_end = ways(
    ("width", "scripts"),
    first=[pytest.param("desktop", True, id="desktop")],
    rest=[pytest.param("phone", False, id="phone, scripts off")],
    indirect=["scripts"],
)


def fine(page: Page) -> None:
    """Nothing is wrong for a reader of screens, and nothing is wider than the screen."""
    page.wait_for_load_state()
    assert_accessible(page)
    assert_fits(page)


def fine_at_both_widths(page: Page, *, desk_in_the_dark: bool = False) -> None:
    """One visit of a page: it is fine on a desk screen, in the dark if asked for, and on a phone in the light."""
    for size, scheme in ((DESKTOP, "dark" if desk_in_the_dark else "light"), (PHONE, "light")):
        page.set_viewport_size(size)  # type: ignore[arg-type]  # a plain dict of two sizes
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its words
        fine(page)


def type_password(page: Page, email: str, password: str = PASSWORD) -> None:
    """Fill in the staff's half of the sign-in page, opened before."""
    page.get_by_label("Work email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    follow(page.get_by_role("button", name="Sign in with password"))


def secret_of(page: Page) -> str:
    """Return the key that the enrolment page shows for typing into the app."""
    found = re.search(r"<code>([A-Z2-7]+)</code>", page.content())
    assert found is not None
    return found[1]


def enrol(page: Page) -> None:
    """Set up the app for the first time, and keep the recovery codes."""
    page.get_by_label("Six digits").fill(digits(secret_of(page)))
    follow(page.get_by_role("button", name="Set up"))
    follow(page.get_by_role("link", name="I have saved them. Continue"))
