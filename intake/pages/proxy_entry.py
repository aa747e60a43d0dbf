"""A member of staff fills a form in for somebody: which one is open in this session, and how it is left.

One form at a time, begun by this very person. It opens from its first screen until it is sent or left; left means any
page of the desk is looked at. After that it is closed to the desk for ever: what stands in it is the practitioners'.
"""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

if TYPE_CHECKING:
    from intake.record.models import Intake

ON_BEHALF = "on_behalf"


def open_on_behalf(request: HttpRequest, intake: "Intake", *, back: str) -> None:
    """Remember the form that this session fills in, and where the desk goes afterwards."""
    request.session[ON_BEHALF] = {"ref": intake.ref, "back": back}


def open_ref(request: HttpRequest) -> str:
    """Return the reference of the form this session fills in for somebody; empty for none."""
    return str(_kept(request).get("ref", ""))


def way_back(request: HttpRequest) -> str:
    """Return where the desk goes when it leaves the form."""
    return str(_kept(request).get("back", ""))


def leave(request: HttpRequest) -> None:
    """Close the form to this session."""
    request.session.pop(ON_BEHALF, None)


def _kept(request: HttpRequest) -> dict[str, Any]:
    stored: dict[str, Any] = request.session.get(ON_BEHALF) or {}
    return stored
