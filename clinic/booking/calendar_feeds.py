"""A practitioner's own calendar, read by the calendar on their phone: times and types of visits, nobody's name."""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Practitioner, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import places
from clinic.booking.models import Appointment, CalendarFeed, State
from clinic.text import collapse

BEFORE, AHEAD = timedelta(days=30), timedelta(days=180)
GONE = (State.CANCELLED, State.MOVED, State.IN_ERROR, State.NO_SHOW)
MOST = 1000


@audited_transaction()
def renew(practitioner: Practitioner, *, shows_initials: bool, by: User, at: datetime) -> str:
    """Make a new secret for a practitioner's link, shown once and kept nowhere; the link before it opens nothing."""
    secret = secrets.token_urlsafe(32)
    changed = {"digest": _digest(secret), "shows_initials": shows_initials, "made_at": at, "read_on": None}
    CalendarFeed.objects.update_or_create(practitioner=practitioner, defaults=changed)
    audit.record("calendar.renewed", on=practitioner, by=by, at=at, initials=shows_initials)
    return secret


@audited_transaction()
def stop(practitioner: Practitioner, *, by: User, at: datetime) -> None:
    """Let the link open nothing any more."""
    if CalendarFeed.objects.filter(practitioner=practitioner).delete()[0]:
        audit.record("calendar.stopped", on=practitioner, by=by, at=at)


def feed_of(secret: str) -> CalendarFeed | None:
    """Return the feed that this secret opens; None for a stranger's, an old one, or one of somebody who has left."""
    feeds = CalendarFeed.objects.select_related("practitioner__user").filter(digest=_digest(secret))
    return feeds.filter(practitioner__in=Practitioner.objects.working()).first()


def note_reading(feed: CalendarFeed, *, at: datetime) -> None:
    """Write the first reading of a day in the audit log; a calendar asks many times a day, and nobody signs in."""
    on = timezone.localtime(at).date()
    if feed.read_on == on:
        return
    with audited_transaction():
        first = Q(read_on=None) | ~Q(read_on=on)
        if CalendarFeed.objects.filter(first, pk=feed.pk).update(read_on=on):
            audit.record("calendar.read", on=feed.practitioner, by=None, at=at, initials=feed.shows_initials)


def calendar_of(feed: CalendarFeed, *, at: datetime) -> bytes:
    """Return the visits of a month ago to half a year ahead (RFC 5545), in UTC; names stay out of it."""
    from icalendar import Calendar, Event  # a tenth of the whole start, and few requests want it

    host = urlsplit(settings.SITE_URL).hostname or "localhost"
    calendar = Calendar()
    calendar.add("prodid", "-//Clinic//Practitioner//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Visits"))
    for visit in _visits(feed, at=at):
        event = Event()
        event.add("uid", f"{visit.uid}@{host}")
        event.add("sequence", visit.sequence)
        event.add("dtstamp", visit.created_at.astimezone(UTC))
        event.add("dtstart", visit.starts_at.astimezone(UTC))
        event.add("dtend", visit.ends_at.astimezone(UTC))
        event.add("summary", _summary(visit, with_initials=feed.shows_initials))
        if (place := places.of_room(visit.room)) and place.name:
            event.add("location", collapse(place.name))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _visits(feed: CalendarFeed, *, at: datetime) -> list[Appointment]:
    near = Appointment.objects.filter(starts_at__gte=at - BEFORE, starts_at__lt=at + AHEAD)
    mine = near.filter(practitioner=feed.practitioner).exclude(state__in=GONE)
    return list(mine.select_related("visit_type", "patient", "room__location").order_by("starts_at", "id")[:MOST])


def _summary(visit: Appointment, *, with_initials: bool) -> str:
    """On one line: RFC 5545 forbids control characters, and some readers take one for the end of a line."""
    kind = collapse(visit.visit_type.name)
    if not with_initials:
        return kind
    initials = "".join(word[0] for word in collapse(visit.patient.full_name).split())[:4]
    return f"{kind}, {initials}"


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
