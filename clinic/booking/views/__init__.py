"""The patient's pages of the diary. Looking changes nothing; every change is a POST."""

from clinic.booking.views.changing import cancel, confirm, move
from clinic.booking.views.choosing import book
from clinic.booking.views.claiming import claim
from clinic.booking.views.feed import feed
from clinic.booking.views.guardian import guardian
from clinic.booking.views.mine import calendar_file, mine, visit
from clinic.booking.views.newcomers import confirm_booking, drop, you
from clinic.booking.views.question import question
from clinic.booking.views.times import times
from clinic.booking.views.waiting import leave, offer, wait
from clinic.booking.views.wishes import messages_by, no_needles, numbers

__all__ = [
    "book",
    "calendar_file",
    "cancel",
    "claim",
    "confirm",
    "confirm_booking",
    "drop",
    "feed",
    "guardian",
    "leave",
    "messages_by",
    "mine",
    "move",
    "no_needles",
    "numbers",
    "offer",
    "question",
    "times",
    "visit",
    "wait",
    "you",
]
