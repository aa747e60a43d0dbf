"""The patient's pages of the diary. Looking changes nothing; every change is a POST."""

from clinic.booking.views.changing import cancel, confirm, move
from clinic.booking.views.choosing import book, times
from clinic.booking.views.claiming import claim
from clinic.booking.views.mine import calendar_file, mine, visit
from clinic.booking.views.newcomers import confirm_booking, drop, you
from clinic.booking.views.waiting import leave, offer, wait

__all__ = [
    "book",
    "calendar_file",
    "cancel",
    "claim",
    "confirm",
    "confirm_booking",
    "drop",
    "leave",
    "mine",
    "move",
    "offer",
    "times",
    "visit",
    "wait",
    "you",
]
