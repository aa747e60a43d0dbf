"""A form on the clinic's tablet: what the tablet's browser remembers, from the code to "please give it back".

The session names the hand-over (intake.models.HandOver) and nothing else; nobody is signed in. When it is over, all
of it is forgotten but how it ended, sealed, so that the last page can be shown again and the form cannot.
"""

import base64
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from clinic.encryption import UnsealError, seal, unseal

if TYPE_CHECKING:
    from intake.pages.tablet.models import HandOver

ON_TABLET, OVER, BEFORE = "tablet", "tablet_over", "tablet_before"


def take(request: HttpRequest, handed: "HandOver") -> None:
    """Open a hand-over in this browser. Whatever the browser knew before is forgotten: other drafts too."""
    request.session.flush()
    rotate_token(request)
    request.session[ON_TABLET] = handed.pk


def key(request: HttpRequest) -> int:
    """Return which hand-over this browser has open; 0 for none, and for anybody who is signed in."""
    stored_key = request.session.get(ON_TABLET, 0)
    return int(stored_key) if stored_key and not request.user.is_authenticated else 0


def leave(request: HttpRequest, **told: Any) -> None:
    """Forget the form; keep how it ended, for one page."""
    # The key stays: a second press on Send finds the same last page.
    request.session.clear()
    request.session[OVER] = base64.b64encode(seal(told)).decode()


def is_over(request: HttpRequest) -> bool:
    """Whether a form was closed in this browser and nothing else was begun since."""
    return OVER in request.session and not request.user.is_authenticated


def how_it_ended(request: HttpRequest) -> dict[str, Any]:
    """Return what `leave` kept; nothing where nothing ended here."""
    sealed = request.session.get(OVER) if is_over(request) else None
    try:
        ending: dict[str, Any] = unseal(base64.b64decode(sealed)) if sealed else {}
    except UnsealError:
        return {}
    return ending


def closed_here(request: HttpRequest) -> tuple[int, bool]:
    """Return which hand-over was closed in this browser, 0 for none, and whether one more page of it may be kept."""
    if request.user.is_authenticated:
        return int(request.session.get(BEFORE, 0)), True
    told = how_it_ended(request)
    return int(told.get("form", 0)), bool(told.get("keeps"))


def sign_in(request: HttpRequest) -> int:
    """Somebody signs in: this is no tablet in a patient's hands any more. Return which hand-over was open."""
    request.session.pop(OVER, None)
    if handed := int(request.session.pop(ON_TABLET, 0)):
        request.session[BEFORE] = handed
    return handed


def forget(request: HttpRequest) -> None:
    """The last page of what was open before the sign-in has come."""
    request.session.pop(BEFORE, None)
