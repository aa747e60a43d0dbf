"""The calendar file of a visit: one UID through all moves, SEQUENCE raised on each change, and no clinical word.

Times stand in UTC, so that no reader's own table of zones can shift them. In an email it is an invitation (RFC 5546:
REQUEST, and CANCEL for a visit that is gone) from the clinic to the address it goes to, so that mail programs put it
into the calendar, move it and take it out by themselves; behind "Add to calendar" it is the visit alone (PUBLISH).
"""

from datetime import UTC, datetime
from email.utils import parseaddr
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from clinic.booking import places
from clinic.booking.models import Appointment, AppointmentEvent, State
from clinic.links import page_url
from clinic.outbox.letters import Attachment
from clinic.site_settings import services as site_settings
from clinic.text import collapse

if TYPE_CHECKING:
    from icalendar import vCalAddress

GONE = {State.CANCELLED, State.IN_ERROR}


def of(visit: Appointment, *, invites: str = "") -> bytes:
    """Return the calendar file of one visit (RFC 5545), for an email as an invitation of the address it goes to
    (`invites`). Name of the type, name of the patient and everything medical stay out of it.
    """
    from icalendar import Calendar, Event  # a tenth of the whole start, and few requests want it

    clinic, host = site_settings.current(), urlsplit(settings.SITE_URL).hostname or "localhost"
    event = Event()
    event.add("uid", f"{visit.uid}@{host}")
    event.add("sequence", visit.sequence)
    event.add("dtstamp", _changed_at(visit))
    event.add("dtstart", visit.starts_at.astimezone(UTC))
    event.add("dtend", visit.ends_at.astimezone(UTC))
    # RFC 5545 forbids control characters in a text, and some readers take one for the end of a line.
    event.add("summary", _("Appointment with %(name)s") % {"name": collapse(visit.practitioner.user.name)})
    if (place := places.of_room(visit.room)) and place.address:
        event.add("location", place.on_one_line)
    event.add("url", page_url("booking:mine"))
    event.add("status", "CANCELLED" if visit.state in GONE else "CONFIRMED")
    if invites:
        event.add("organizer", _organizer(clinic.name))
        event.add("attendee", _attendee(invites))
    calendar = Calendar()
    calendar.add("prodid", "-//Clinic//Visits//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method_of(visit) if invites else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def method_of(visit: Appointment) -> str:
    """Return what an invitation asks for: the visit, at this time, or that it is taken out."""
    return "CANCEL" if visit.state in GONE else "REQUEST"


def _organizer(name: str) -> "vCalAddress":
    from icalendar import vCalAddress, vText

    clinic = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    clinic.params["CN"] = vText(collapse(name))
    return clinic


def _attendee(address: str) -> "vCalAddress":
    """Whoever reads the mailbox: nobody is asked to answer, and no name is told to a calendar."""
    from icalendar import vCalAddress, vText

    reader = vCalAddress(f"mailto:{address}")
    reader.params |= {"ROLE": vText("REQ-PARTICIPANT"), "PARTSTAT": vText("ACCEPTED"), "RSVP": vText("FALSE")}
    return reader


def file_of(visit: Appointment, *, to: str) -> Attachment:
    """Return the file as an email to this address carries it."""
    return Attachment("visit.ics", of(visit, invites=to), "text/calendar", method=method_of(visit))


def _changed_at(visit: Appointment) -> datetime:
    """When the visit was changed last, from its history: the file is the same however often it is asked for."""
    changes = AppointmentEvent.objects.filter(visit=visit, deed__in=("booked", "cancelled", "in_error"))
    last = changes.order_by("-id").values_list("at", flat=True).first()
    return (last or visit.created_at).astimezone(UTC)
