"""What every page knows without asking: the clinic, whether this is a demo, whether somebody is reading now.

Everything is lazy: a page that shows none of it makes no query. Error pages ask for `without_database`, which is what
this process last saw of the clinic, so that a page about a lost database still carries the phone number.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from clinic import languages
from clinic.operations import health
from clinic.outbox.texts import is_enabled
from clinic.site_settings import services as site_settings
from clinic.site_settings.models import ACCENT, ACCENT_DARK, ClinicProfile
from clinic.website import pages


@dataclass(frozen=True)
class PlainClinic:
    """Enough of a clinic for an error page, when nothing can be read."""

    name: Any = field(default_factory=lambda: _("The clinic"))
    phone: str = ""
    phone_tel: str = ""
    address: str = ""
    email: str = ""
    emergency_number: str = "911"
    crisis_number: str = "988"


_last_seen: list[ClinicProfile] = []


def clinic(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `clinic`, `own_look`, `demo`, `request_id`, `menu`, `footer_menu`,
    `trouble`.

    `own_look` is the address of the clinic's own stylesheet, or nothing where it chose no colours and no logo.
    """
    return {
        "clinic": SimpleLazyObject(_current),
        "own_look": SimpleLazyObject(_own_look),
        "menu": SimpleLazyObject(lambda: pages.header(request.path)),
        # For pages of staff alone: they include components/trouble.html.
        "trouble": SimpleLazyObject(lambda: trouble()),
        **_for_every_page(request),
    }


def without_database(request: HttpRequest) -> dict[str, Any]:
    """The same without a single query, for pages that must come when the database does not."""
    return {
        "clinic": _last_seen[0] if _last_seen else PlainClinic(),
        "own_look": _stylesheet_of(_last_seen[0]) if _last_seen else "",
        **_for_every_page(request),
    }


def _for_every_page(request: HttpRequest) -> dict[str, Any]:
    return {
        "footer_menu": SimpleLazyObject(lambda: pages.footer(request.path)),
        "demo": settings.DEMO,
        "texts": is_enabled(),
        # The page is in a language that only an emergency speaks: it shows nothing that has no words in it.
        "urgent_only": not languages.now().whole,
        "request_id": request.META.get("CLINIC_REQUEST_ID", ""),
    }


def look_mark(profile: ClinicProfile) -> str:
    """Return a short mark of the colours and the logo that the clinic chose; nothing where it chose none."""
    colours = (profile.accent.upper(), profile.accent_dark.upper())
    if colours == (ACCENT, ACCENT_DARK) and not profile.logo:
        return ""
    return hashlib.sha256("|".join((*colours, profile.logo)).encode()).hexdigest()[:12]


def trouble() -> health.HealthCheck | None:
    """Return what does not work now, for whoever works here."""
    return health.first_trouble(at=timezone.now())


def learn() -> None:
    """Read the clinic's profile for pages that come when the database does not; it may be away now."""
    with suppress(DatabaseError, InterfaceError):
        _current()


def _current() -> ClinicProfile:
    profile = site_settings.current()
    _last_seen[:] = [profile]
    return profile


def _own_look() -> str:
    return _stylesheet_of(_current())


def _stylesheet_of(profile: ClinicProfile) -> str:
    mark = look_mark(profile)
    return f"{reverse('website:colours')}?v={mark}" if mark else ""
