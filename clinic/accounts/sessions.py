"""How long a sign-in lasts, counted on the server, and what was typed when it ended.

Staff: 15 minutes without activity, patients: 30; nobody longer than 8 hours. Only sending something keeps a patient
signed in; opening pages keeps staff signed in as well, what a page fetches by itself keeps nobody.
"""

import base64
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY, logout
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from clinic.accounts.models import User
from clinic.encryption import UnsealError, seal, unseal

BEGAN, ACTIVE, ENDED, HELD = "began", "active", "ended", "held"
ABSOLUTE = timedelta(hours=8)
IDLE_STAFF = timedelta(minutes=15)
IDLE_PATIENT = timedelta(minutes=30)
# A sign of life is written at most this often: not every page of a practitioner is a write.
GRAIN = timedelta(seconds=30)


@dataclass(frozen=True)
class Held:
    """What was typed into a page whose session had just ended."""

    path: str
    fields: list[tuple[str, str]]


def begin(request: HttpRequest, *, at: datetime) -> None:
    """A sign-in begins now."""
    request.session[BEGAN] = request.session[ACTIVE] = at.timestamp()


def is_over(request: HttpRequest, user: User, *, at: datetime) -> bool:
    """Say whether this sign-in has lasted, or rested, too long. One without times is over."""
    return times_are_over(request.session, user, at=at)


def times_are_over(session: SessionBase | dict[str, Any], user: User, *, at: datetime) -> bool:
    """Say the same of what any session of this person holds."""
    began, active = session.get(BEGAN, 0), session.get(ACTIVE, 0)
    idle = IDLE_STAFF if user.is_staff else IDLE_PATIENT
    now = at.timestamp()
    return bool(now - began >= ABSOLUTE.total_seconds() or now - active >= idle.total_seconds())


def note_activity(request: HttpRequest, user: User, *, at: datetime) -> None:
    """Keep the sign-in awake if this request is a sign of life."""
    if _is_sign_of_life(request, user) and at.timestamp() - request.session.get(ACTIVE, 0) >= GRAIN.total_seconds():
        request.session[ACTIVE] = at.timestamp()


def _is_sign_of_life(request: HttpRequest, user: User) -> bool:
    if request.method == "POST":
        return True
    # Browsers say whether a person opened the page or a script fetched it.
    opened = request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
    return user.is_staff and request.method == "GET" and opened


def end(request: HttpRequest, user: User, *, hold: bool) -> None:
    """Sign out; keep what was typed, sealed, for the same person to save after signing in again."""
    sealed = _held(request, user) if hold else None
    idle = IDLE_STAFF if user.is_staff else IDLE_PATIENT
    began, active = request.session.get(BEGAN, 0), request.session.get(ACTIVE, 0)
    rested = began + ABSOLUTE.total_seconds() > active + idle.total_seconds()
    logout(request)
    request.session[ENDED] = {"staff": user.is_staff, "rested": rested, "next": _way_back(request)}
    if sealed:
        request.session[HELD] = sealed


def hold(request: HttpRequest, user: User) -> bool:
    """Keep what was typed, sealed, for the same person to save in a moment; False where nothing was typed."""
    held = _held(request, user)
    if held:
        request.session[HELD] = held
    return bool(held)


def forget(request: HttpRequest) -> None:
    """Drop a session whose user has left, or whose password was changed elsewhere."""
    if SESSION_KEY in request.session:
        logout(request)


def _way_back(request: HttpRequest) -> str:
    return request.get_full_path() if request.method == "GET" else request.path


def _held(request: HttpRequest, user: User) -> str | None:
    fields = [(name, text) for name, texts in request.POST.lists() for text in texts if name != "csrfmiddlewaretoken"]
    if not fields:
        return None
    return base64.b64encode(seal({"user": user.pk, "path": request.path, "fields": fields})).decode()


def held_for(request: HttpRequest, user: User) -> Held | None:
    """Return what this person typed when their session ended, if anything is kept; nothing of somebody else's."""
    sealed: Any = request.session.get(HELD)
    if not sealed:
        return None
    try:
        value = unseal(base64.b64decode(sealed))
    except UnsealError:
        return None
    if value["user"] != user.pk:
        return None
    return Held(path=value["path"], fields=[(name, text) for name, text in value["fields"]])


def drop_held(request: HttpRequest) -> None:
    request.session.pop(HELD, None)
