"""What every page knows without asking: the clinic, whether this is a demo, whether somebody is reading now.

Everything is lazy: a page that shows none of it makes no query. Error pages ask for `without_database`, which is what
this process last saw of the clinic, so that a page about a lost database still carries the phone number.
"""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from clinic.profile import services
from clinic.profile.models import ACCENT, ACCENT_DARK, ClinicProfile


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
    """Context processor: `clinic`, `own_colours`, `demo`, `staffed_now`, `request_id`."""
    return {
        "clinic": SimpleLazyObject(_current),
        "own_colours": SimpleLazyObject(_own_colours),
        "staffed_now": SimpleLazyObject(_staffed_now),
        "demo": settings.DEMO,
        "request_id": request.META.get("CLINIC_REQUEST_ID", ""),
    }


def without_database(request: HttpRequest) -> dict[str, Any]:
    """The same without a single query, for pages that must come when the database does not."""
    return {
        "clinic": _last_seen[0] if _last_seen else PlainClinic(),
        "demo": settings.DEMO,
        "request_id": request.META.get("CLINIC_REQUEST_ID", ""),
    }


def has_own_colours(profile: ClinicProfile) -> bool:
    """Return whether the clinic chose colours of its own."""
    return (profile.accent.upper(), profile.accent_dark.upper()) != (ACCENT, ACCENT_DARK)


def _current() -> ClinicProfile:
    profile = services.current()
    _last_seen[:] = [profile]
    return profile


def _own_colours() -> bool:
    return has_own_colours(_current())


def _staffed_now() -> bool:
    return services.is_staffed(_current(), at=timezone.now())
