"""Timetable, visits, the cells they take, and who waits for one."""

from clinic.booking.models.booking_rules import BookingRules, PractitionerSettings
from clinic.booking.models.calendar_feed import CalendarFeed
from clinic.booking.models.cells import Block, Cell, Hold, ResourceKind
from clinic.booking.models.hours import DayException, WeeklyHours
from clinic.booking.models.location import Location
from clinic.booking.models.open_days import OpenDay
from clinic.booking.models.photograph import PlacePhotograph
from clinic.booking.models.reminder_plan import ReminderPlan
from clinic.booking.models.room import Room
from clinic.booking.models.visit import Appointment, AppointmentEvent, BookingSource, Reason, StartedBy, State
from clinic.booking.models.visit_type import VisitType
from clinic.booking.models.waiting import Offer, PartOfDay, WaitingEntry

__all__ = [
    "Appointment",
    "AppointmentEvent",
    "Block",
    "BookingRules",
    "BookingSource",
    "CalendarFeed",
    "Cell",
    "DayException",
    "Hold",
    "Location",
    "Offer",
    "OpenDay",
    "PartOfDay",
    "PlacePhotograph",
    "PractitionerSettings",
    "Reason",
    "ReminderPlan",
    "ResourceKind",
    "Room",
    "StartedBy",
    "State",
    "VisitType",
    "WaitingEntry",
    "WeeklyHours",
]
