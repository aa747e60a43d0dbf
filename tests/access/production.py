"""The settings of production, read from the settings file itself, for tests that look at headers and cookies."""

import os
import runpy
from http.cookies import Morsel
from typing import Any

from django.conf import settings
from django.test import Client

from tests.support.environment import OURS, PRODUCTION

HOST = "clinic.example"
# What production is told here from its own file; database, keys and the files' storage stay those of the tests.
TAKEN = (
    "ALLOWED_HOSTS",
    "CONTENT_SECURITY_POLICY",
    "CSRF_COOKIE_HTTPONLY",
    "CSRF_COOKIE_NAME",
    "CSRF_COOKIE_SAMESITE",
    "CSRF_COOKIE_SECURE",
    "DEMO",
    "MIDDLEWARE",
    "PERMISSIONS_POLICY",
    "PRODUCTION",
    "SECURE_CROSS_ORIGIN_OPENER_POLICY",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_HSTS_PRELOAD",
    "SECURE_HSTS_SECONDS",
    "SECURE_REFERRER_POLICY",
    "SECURE_SSL_REDIRECT",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_NAME",
    "SESSION_COOKIE_SAMESITE",
    "SESSION_COOKIE_SECURE",
    "SESSION_EXPIRE_AT_BROWSER_CLOSE",
    "SITE_URL",
    "X_FRAME_OPTIONS",
)


def of_production() -> dict[str, Any]:
    """Read clinic/settings.py as a production would, and return what it says of headers and cookies."""
    before = dict(os.environ)
    try:
        for name in OURS:
            os.environ.pop(name, None)
        os.environ.update(PRODUCTION)
        said = runpy.run_path(str(settings.BASE_DIR / "clinic" / "settings.py"))
    finally:
        os.environ.clear()
        os.environ.update(before)
    return {name: said[name] for name in TAKEN}


class OverHttps(Client):
    """A browser on the clinic's site, over https."""

    def request(self, **request: Any) -> Any:
        return super().request(**request | {"wsgi.url_scheme": "https", "SERVER_PORT": "443"})


def browser(*, csrf: bool = False, https: bool = True) -> Client:
    """A browser on the clinic's site, that has never been there."""
    kind = OverHttps if https else Client
    return kind(raise_request_exception=False, headers={"host": HOST}, enforce_csrf_checks=csrf)


def renamed(cookies: dict[str, Morsel[str]]) -> dict[str, str]:
    """The same session under the name that production gives it."""
    return {"__Host-session": cookies["session"].value} if "session" in cookies else {}
