"""The buttons that take back what was just done at the desk: whose visit, which deed, and until when."""

from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.booking.letters import UNDO_FOR
from clinic.booking.models import Appointment

_KEPT = "undoable"
BOOKED, MOVED, SWAPPED, CANCELLED = "booked", "moved", "swapped", "cancelled"
WORDS = {
    BOOKED: _("Undo the booking"),
    MOVED: _("Undo the new time"),
    # One deed for both: each gets the time back.
    SWAPPED: _("Undo the swap"),
    CANCELLED: _("Undo the cancellation"),
}


def offer(request: HttpRequest, ref: str, deed: str, *, at: datetime) -> None:
    """Remember in the session of whoever did it, by reference alone, that this can be undone."""
    others = [row for row in _standing(request, at=at) if row[0] != ref]
    request.session[_KEPT] = [*others, [ref, deed, (at + UNDO_FOR).timestamp()]]


def forget(request: HttpRequest, ref: str) -> None:
    request.session[_KEPT] = [row for row in request.session.get(_KEPT, []) if row[0] != ref]


def offered(request: HttpRequest, *, at: datetime) -> list[dict[str, object]]:
    """Return what the page shows, the newest first. One query, and none where nothing can be undone."""
    rows = _standing(request, at=at)
    if not rows:
        return []
    visits = Appointment.objects.filter(ref__in=[ref for ref, _deed, _until in rows]).order_by()
    names = dict(visits.values_list("ref", "patient__full_name"))
    return [
        {"ref": ref, "words": WORDS[deed], "name": names[ref], "until": _clock(until)}
        for ref, deed, until in reversed(rows)
        if ref in names
    ]


def _standing(request: HttpRequest, *, at: datetime) -> list[tuple[str, str, float]]:
    kept: list[tuple[str, str, float]] = request.session.get(_KEPT, [])
    return [row for row in kept if row[1] in WORDS and at.timestamp() < row[2]]


def _clock(until: float) -> str:
    return formatting.clock(datetime.fromtimestamp(until, timezone.get_current_timezone()))
