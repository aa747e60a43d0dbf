"""The calendar file of a visit: one UID through all moves, SEQUENCE raised on each change, and no clinical word.

Times stand in UTC, so that no reader's own table of zones can shift them.
"""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from clinic.booking.models import Appointment, AppointmentEvent, State
from clinic.outbox.letters import Attachment
from clinic.site_settings import services as site_settings

GONE = {State.CANCELLED, State.IN_ERROR}


def of(visit: Appointment) -> bytes:
    """Return the calendar file of one visit (RFC 5545). Name of the type and everything medical stay out of it."""
    from icalendar import Calendar, Event  # a tenth of the whole start, and few requests want it

    clinic, host = site_settings.current(), urlsplit(settings.SITE_URL).hostname or "localhost"
    event = Event()
    event.add("uid", f"{visit.uid}@{host}")
    event.add("sequence", visit.sequence)
    event.add("dtstamp", _changed_at(visit))
    event.add("dtstart", visit.starts_at.astimezone(UTC))
    event.add("dtend", visit.ends_at.astimezone(UTC))
    event.add("summary", _("Appointment with %(name)s") % {"name": visit.practitioner.user.name})
    if visit.room_id and clinic.address:
        event.add("location", ", ".join(line.strip() for line in clinic.address.splitlines() if line.strip()))
    event.add("url", f"{settings.SITE_URL}/visits/")
    event.add("status", "CANCELLED" if visit.state in GONE else "CONFIRMED")
    calendar = Calendar()
    calendar.add("prodid", "-//Clinic//Visits//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if visit.state in GONE else "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def file_of(visit: Appointment) -> Attachment:
    """Return the file as a letter carries it."""
    return Attachment("visit.ics", of(visit), "text/calendar")


def _changed_at(visit: Appointment) -> datetime:
    """When the visit was changed last, from its history: the file is the same however often it is asked for."""
    changes = AppointmentEvent.objects.filter(visit=visit, deed__in=("booked", "cancelled", "in_error"))
    last = changes.order_by("-id").values_list("at", flat=True).first()
    return (last or visit.created_at).astimezone(UTC)
