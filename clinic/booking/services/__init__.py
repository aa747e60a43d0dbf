"""The verbs of the diary, one function each: keyword-only, `by=` who does it and `at=` when, one transaction a deed.

Raises BookingError (or a kind of it) with a sentence for the person, and PermissionDenied for whoever may not.
"""

from clinic.booking.errors import BookingError, CallUs, FormNotRead, NotAllowed, NotReady, NotSeen, SlotTaken, TooMany
from clinic.booking.services.blocking import block, unblock
from clinic.booking.services.booking import book, squeeze_in
from clinic.booking.services.bringing_in import bring_in, take_back
from clinic.booking.services.changing import cancel, confirm, may_change_online, move, swap
from clinic.booking.services.holding import hold, lapse_holds, release
from clinic.booking.services.illness import IllLine, ill_lines, ill_today, note_call
from clinic.booking.services.needles import what_is_missing
from clinic.booking.services.offers import decline_offer, offer, take_offer
from clinic.booking.services.photographing import remove_photograph, show_photograph
from clinic.booking.services.reminding import set_reminders
from clinic.booking.services.rooms import change_room, change_rooms
from clinic.booking.services.running import (
    arrive,
    close_the_list,
    complete,
    enter_in_error,
    no_show,
    start,
    undo_arrival,
    undo_no_show,
)
from clinic.booking.services.series import SeriesConflict, SeriesLine, book_series, preview_series
from clinic.booking.services.undoing import undo
from clinic.booking.services.waiting import Match, join, lapse_waiting, leave, matches_for

__all__ = [
    "BookingError",
    "CallUs",
    "FormNotRead",
    "IllLine",
    "Match",
    "NotAllowed",
    "NotReady",
    "NotSeen",
    "SeriesConflict",
    "SeriesLine",
    "SlotTaken",
    "TooMany",
    "arrive",
    "block",
    "book",
    "book_series",
    "bring_in",
    "cancel",
    "change_room",
    "change_rooms",
    "close_the_list",
    "complete",
    "confirm",
    "decline_offer",
    "enter_in_error",
    "hold",
    "ill_lines",
    "ill_today",
    "join",
    "lapse_holds",
    "lapse_waiting",
    "leave",
    "matches_for",
    "may_change_online",
    "move",
    "no_show",
    "note_call",
    "offer",
    "preview_series",
    "release",
    "remove_photograph",
    "set_reminders",
    "show_photograph",
    "squeeze_in",
    "start",
    "swap",
    "take_back",
    "take_offer",
    "unblock",
    "undo",
    "undo_arrival",
    "undo_no_show",
    "what_is_missing",
]
