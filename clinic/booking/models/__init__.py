"""Timetable, visits, the cells they take, and who waits for one."""

from clinic.booking.models.cells import Block, Cell, Hold, Kind
from clinic.booking.models.schedule import (
    BookingRules,
    DayException,
    PractitionerSettings,
    Room,
    VisitType,
    WeeklyHours,
)
from clinic.booking.models.visit import Appointment, AppointmentEvent, Reason, Source, StartedBy, State
from clinic.booking.models.waiting import Offer, Part, WaitingEntry

__all__ = [
    "Appointment",
    "AppointmentEvent",
    "Block",
    "BookingRules",
    "Cell",
    "DayException",
    "Hold",
    "Kind",
    "Offer",
    "Part",
    "PractitionerSettings",
    "Reason",
    "Room",
    "Source",
    "StartedBy",
    "State",
    "VisitType",
    "WaitingEntry",
    "WeeklyHours",
]
