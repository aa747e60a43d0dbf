"""Somebody who has signed in before, on this very device: where signing in is not what is walked."""

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page

from clinic.accounts.models import User
from tests.support.cast import sign_in


def known(page: Page, who: User | str) -> None:
    """Give the browser the session of somebody, or of whoever has that address; it opens no page."""
    user = User.objects.get(email=who) if isinstance(who, str) else who
    key = sign_in(user).session.session_key or ""
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": key, "url": settings.SITE_URL}
    page.context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict of three words


def at_work(page: Page, who: User | str) -> None:
    """Come in as somebody of the staff, to the page where their work begins."""
    known(page, who)
    page.goto(reverse("accounts:landing"))
