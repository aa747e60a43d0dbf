"""Booked visits that no longer fit the timetable: the one function that says which, and why.

Worked out from the rows that booking itself reads, whenever it is asked, and stored nowhere: a visit that is moved or
canceled, or a change that is taken back, settles it. The pages that change the timetable, the tasks of the desk and
the reminders all ask here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.core.cache import caches
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic.booking import availability, schedule
from clinic.booking.models import Appointment
from clinic.booking.schedule import Schedule, ScheduledPractitioner

_REMEMBERED = "clinic.booking.stranded"
_SECONDS = 30
# When a practitioner is there on a day, at a place or anywhere.
_Spans = dict[tuple[int, date, int | None], list[availability.Span]]


class Why(models.TextChoices):
    """Why a visit cannot take place as it is booked, as the desk reads it."""

    LEFT = "left", _("The practitioner no longer sees patients here.")
    CLOSED = "closed", _("The clinic is closed that day.")
    HOURS = "hours", _("The practitioner is not working then.")
    TYPE = "type", _("We no longer offer this visit type.")
    NOT_OFFERED = "not_offered", _("The practitioner no longer offers this visit type.")
    ROOM = "room", _("The room is out of use.")
    LOCATION = "location", _("We no longer see patients at that location.")


@dataclass(frozen=True)
class Stranded:
    """A booked visit, and why it no longer fits."""

    visit: Appointment
    why: Why
    # Every reason, the first one first: a change may add one to a visit that does not fit already.
    reasons: tuple[Why, ...] = ()


def stranded(visits: Iterable[Appointment], table: Schedule) -> list[Stranded]:
    """Return those of these visits that do not fit the timetable, in the order in which they came. Asks no database.

    A visit that was squeezed in is bound by no weekly hours, but by closed days and days off like any other.
    """
    spans: _Spans = {}
    types = {visit_type.pk: visit_type for visit_type in table.types}
    rows = []
    for visit in visits:
        reasons = tuple(_reasons(visit, table, types[visit.visit_type_id].active, spans))
        if reasons:
            rows.append(Stranded(visit, reasons[0], reasons))
    return rows


def _reasons(visit: Appointment, table: Schedule, is_offered: bool, spans: _Spans) -> Iterator[Why]:
    who = table.people.get(visit.practitioner_id)
    if who is None:
        yield Why.LEFT
    day = timezone.localtime(visit.starts_at).date()
    if day in table.closed:
        yield Why.CLOSED
    if visit.room_id in table.left_rooms:
        yield Why.LOCATION
    if not is_offered:
        yield Why.TYPE
    elif visit.practitioner_id not in table.offers.get(visit.visit_type_id, ()):
        yield Why.NOT_OFFERED
    if who is not None and _is_outside_hours(visit, who, table, spans):
        yield Why.HOURS
    if visit.room_id is not None and visit.room_id not in table.rooms and visit.room_id not in table.left_rooms:
        yield Why.ROOM


def _is_outside_hours(visit: Appointment, who: ScheduledPractitioner, table: Schedule, spans: _Spans) -> bool:
    if visit.is_squeezed_in:
        return who.is_off(visit.starts_at, visit.ends_at)
    day = timezone.localtime(visit.starts_at).date()
    # A visit in a room fits the hours at its place; one whose room is out of use, those anywhere.
    place = table.place_of(visit.room_id)
    if (who.key, day, place) not in spans:
        spans[who.key, day, place] = who.spans(day, day, place)
    return not availability.fits(spans[who.key, day, place], visit.starts_at, visit.length)


def stranded_ahead(*, at: datetime, table: Schedule | None = None) -> list[Stranded]:
    """Return every visit still to come that does not fit, the next first. One query beside the timetable."""
    return stranded(Appointment.objects.ahead(at=at), table or schedule.current())


def count_ahead(*, at: datetime) -> int:
    """Return how many visits still to come do not fit. No query while all of them fit, one while some do not.

    Which ones they are is remembered for as long as the timetable is the same, half a minute at most: so long a visit
    that comes in by a file, or back by an undo, may wait to be counted. Those remembered are looked at anew each time.
    """
    table = schedule.current()
    version, keys = caches["process"].get(_REMEMBERED) or ("", ())
    if version != table.rules.version:
        keys = tuple(row.visit.pk for row in stranded_ahead(at=at, table=table))
        caches["process"].set(_REMEMBERED, (table.rules.version, keys), _SECONDS)
    return len(stranded(Appointment.objects.ahead(at=at).filter(pk__in=keys), table)) if keys else 0


def is_stranded(visit: Appointment) -> bool:
    """Say whether this visit does not fit the timetable as it is now."""
    return bool(stranded([visit], schedule.current()))
