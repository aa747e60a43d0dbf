"""The button that takes back what was just done at the desk: which visit, which deed, and until when."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.booking.letters import UNDO_FOR

_KEPT = "undo"
BOOKED, MOVED, CANCELLED = "booked", "moved", "cancelled"
WORDS = {
    BOOKED: _("Undo the booking"),
    MOVED: _("Undo the new time"),
    CANCELLED: _("Undo the cancellation"),
}


def offer(request: HttpRequest, ref: str, deed: str, *, at: datetime) -> None:
    """Remember in the session of whoever did it, by reference alone, that this can be undone."""
    request.session[_KEPT] = [ref, deed, (at + UNDO_FOR).timestamp()]


def forget(request: HttpRequest) -> None:
    request.session.pop(_KEPT, None)


def offered(request: HttpRequest, *, at: datetime) -> dict[str, object] | None:
    """Return what the page shows; None where nothing can be undone. Asks no database beside the session."""
    ref, deed, until = request.session.get(_KEPT, ("", "", 0.0))
    if deed not in WORDS or at.timestamp() >= until:
        return None
    clock = formatting.clock(datetime.fromtimestamp(until, timezone.get_current_timezone()))
    return {"ref": ref, "words": WORDS[deed], "until": clock}
