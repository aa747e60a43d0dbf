"""What a browser remembers of somebody who books for the first time: the held time, and who they said they are.

Identity is sealed in the session: it may hold nothing of a person in the clear. It is gone when the visit is booked,
and with the session otherwise.
"""

import base64
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from clinic.booking import occupancy
from clinic.booking.models import Hold
from clinic.encryption import UnsealError, seal, unseal

NEWCOMER = "newcomer"
# More than anybody writes into four fields: longer than that it is no name, and no session keeps it.
MOST_TYPED = 2_000


@dataclass
class Newcomer:
    """Somebody who chose a time and has no visit yet. `typed` is what they wrote about themselves, as typed."""

    kind: int
    slot: str
    token: str = ""
    typed: dict[str, Any] = field(default_factory=dict)

    @property
    def start(self) -> datetime:
        return self.picked.start

    @property
    def practitioner(self) -> int:
        return self.picked.practitioner

    @property
    def place(self) -> int:
        return self.picked.place

    @property
    def picked(self) -> occupancy.PickedTime:
        picked_time = occupancy.read_code(self.slot)
        assert picked_time is not None, "Only a code that was read is kept."  # noqa: S101  (an invariant)
        return picked_time

    def hold(self) -> Hold | None:
        """Return the hold of this browser, lapsed or not; None when it was swept away. One query."""
        return Hold.objects.filter(token=self.token, offer=None).first() if self.token else None


def of(request: HttpRequest) -> Newcomer | None:
    """Return what this browser has begun, if anything."""
    stored: Any = request.session.get(NEWCOMER)
    if not stored:
        return None
    try:
        typed: dict[str, Any] = unseal(base64.b64decode(stored["typed"])) if stored["typed"] else {}
    except UnsealError:
        typed = {}
    return Newcomer(kind=stored["kind"], slot=stored["slot"], token=stored["token"], typed=typed)


def keep(request: HttpRequest, found: Newcomer) -> None:
    """Remember it for this browser."""
    typed = found.typed if len(str(found.typed)) <= MOST_TYPED else {}
    request.session[NEWCOMER] = {
        "kind": found.kind,
        "slot": found.slot,
        "token": found.token,
        "typed": base64.b64encode(seal(typed)).decode() if typed else "",
    }


def forget(request: HttpRequest) -> None:
    request.session.pop(NEWCOMER, None)
