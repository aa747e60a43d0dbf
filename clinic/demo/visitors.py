"""See the demo as somebody: one press signs a visitor in as one of its people. In demo mode only."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import logout
from django.http import HttpRequest
from django.utils import timezone

from clinic.accounts.adapter import CODE, PASSWORD
from clinic.accounts.models import User
from clinic.demo import opening

# By the word in the address. The patient is the one who has been here six times.
PEOPLE: Mapping[str, str] = MappingProxyType(
    {
        "patient": "greta@demo.example",
        "practitioner": "noor@clinic.example",
        "front-desk": "rui@clinic.example",
        "editor": "edda@clinic.example",
        "administrator": "ada@clinic.example",
    }
)


def comes_from_here(request: HttpRequest) -> bool:
    """Whether a page of this site sent the form. The demo's public pages set no cookie, so they carry no CSRF token."""
    origin = request.headers.get("Origin", "")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    return site == "same-origin" and (not origin or urlsplit(origin).netloc == request.get_host())


def living_day(at: datetime) -> str:
    """Return the day to look at (2026-03-03): today while the clinic is open or still opens, else the next such day."""
    zone = timezone.get_default_timezone()
    assert isinstance(zone, ZoneInfo)  # noqa: S101  (Django makes no other)
    return opening.next_open_moment(at, zone).astimezone(zone).date().isoformat()


def sign_in_as(request: HttpRequest, user: User) -> None:
    """End whatever sign-in there is, and begin one of this person, by the way in that is theirs."""
    logout(request)
    record_authentication(request, user, method=PASSWORD if user.is_staff else CODE, email=user.email)
    get_adapter(request).login(request, user)
