"""Staff with a browser: signing in with both factors, and looking at every page."""

import re

import pytest
from playwright.sync_api import Page

from tests.accounts.helpers import digits
from tests.support.browser import assert_accessible, assert_fits, follow
from tests.support.cast import PASSWORD

both_widths = pytest.mark.parametrize("width", ["phone", "desktop"])
# Each width and each way once: a phone without scripts, a desk with them.
either_end = pytest.mark.parametrize(
    ("width", "scripts"),
    [("phone", False), ("desktop", True)],
    ids=["phone, scripts off", "desktop"],
    indirect=["scripts"],
)


def fine(page: Page) -> None:
    """Nothing is wrong for a reader of screens, and nothing is wider than the screen."""
    page.wait_for_load_state()
    assert_accessible(page)
    assert_fits(page)


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


def sign_in(page: Page, email: str) -> None:
    """Sign in for the first time: password, app, work."""
    page.goto("/account/sign-in/")
    type_password(page, email)
    enrol(page)
