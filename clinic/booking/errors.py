"""What cannot be done in the diary, as a sentence the person in front of the screen can act on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from clinic.booking.occupancy import Slot


class BookingError(Exception):
    """Shown as it is."""

    def __init__(self, sentence: Any) -> None:
        super().__init__(str(sentence))


class SlotTaken(BookingError):  # noqa: N818  (what happened is the name people use for it)
    """Somebody else has the time; `times` are the next free ones. A page answers 409."""

    def __init__(self, sentence: Any = "", *, times: Sequence["Slot"] = ()) -> None:
        super().__init__(sentence or _("Someone else just took that time. Choose another one."))
        self.times = tuple(times)


class NobodyThere(BookingError):  # noqa: N818  (what happened is the name people use for it)
    """The time lies outside the hours; staff may squeeze the visit in on purpose."""


class NotReady(BookingError):  # noqa: N818  (what happened is the name people use for it)
    """The patient's form does not allow this kind of visit now; says what can be done."""


class ConsentWithdrawn(NotReady):
    """Needles are to begin, and the patient wants none: only a practitioner takes consent again, in person."""


class UpdateMissing(NotReady):
    """Needles are to begin, and nobody told what has changed since the last ones."""


class FormNotRead(NotReady):
    """Needles are to begin, and no practitioner has opened the form."""


class RisksNotSigned(NotReady):
    """Needles are to begin, and nobody signed the current risk sheet."""


class NotSeen(NotReady):
    """Needles are to begin, and a caution waits to be ticked as seen."""


class CallUs(BookingError):  # noqa: N818  (what happened is the name people use for it)
    """Too late to change a visit online: the button becomes "Call us"."""


class TooMany(BookingError):  # noqa: N818  (what happened is the name people use for it)
    """The patient has as many visits ahead as may be booked online."""


class NotAllowed(BookingError):  # noqa: N818  (what happened is the name people use for it)
    """The visit is in a state that this cannot follow; somebody else was faster, or it is over."""
