"""Where a visit takes place, as people read it: the clinic's own address, or one of its other locations (decision 38).

While a clinic has one place nobody is asked and nothing is named: pages and messages show the address, as ever.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.booking import schedule
from clinic.booking.models import Location, Room, VisitType
from clinic.booking.schedule import OWN
from clinic.site_settings import services as site_settings
from clinic.text import collapse


@dataclass(frozen=True)
class VisitPlace:
    """One place. `name` is empty where the clinic has no other; `zone` is None where it is the clinic's own."""

    key: int
    name: str
    address: str
    directions: str
    directions_url: str
    getting_in: str
    zone: tzinfo | None = None

    @property
    def on_one_line(self) -> str:
        """Name and address for a narrow place: Westside, 500 Ocean Avenue, Santa Monica, CA 90401."""
        lines = [collapse(line) for line in (self.name, *self.address.splitlines())]
        return ", ".join(line for line in lines if line)


def are_several() -> bool:
    """Say whether the clinic sees people at more than its own address."""
    return bool(schedule.current().locations)


def own() -> VisitPlace:
    """Return the clinic's own address as a place."""
    profile = site_settings.current()
    return VisitPlace(
        key=OWN,
        name=(profile.location_name or profile.name) if are_several() else "",
        address=profile.address,
        directions=profile.directions,
        directions_url=profile.directions_url,
        getting_in=profile.getting_in,
    )


def of_location(location: Location) -> VisitPlace:
    return VisitPlace(
        key=location.pk,
        name=location.name,
        address=location.address,
        directions=location.directions,
        directions_url=location.directions_url,
        getting_in=location.getting_in,
        zone=ZoneInfo(location.zone) if location.zone else None,
    )


def of_room(room: Room | None) -> VisitPlace | None:
    """Return where a room is, also one that is out of use; None without a room, for then we call."""
    if room is None:
        return None
    return of_location(room.location) if room.location else own()


def name_at(key: int | None) -> str:
    """Return the name of a place by its key; empty where the clinic has one place, and for a visit by phone."""
    place = numbered(key) if are_several() else None
    return place.name if place else ""


def name_and_clock_at(key: int | None, start: datetime) -> str:
    """Return the name of a place as staff read it beside a time of the clinic's, with the time there where that is
    another: Westside (2:00 pm there). What is said on the phone is what the patient's message says.
    """
    place = numbered(key) if are_several() else None
    return _with_clock(place.name, start, place.zone) if place else ""


def room_and_clock(room: Room | None, start: datetime) -> str:
    """Return a room and its place the same way: Room 1, Westside (2:00 pm there)."""
    return _with_clock(room_in_words(room), start, zone_of(room))


def _with_clock(words: str, start: datetime, zone: tzinfo | None) -> str:
    if not words or zone is None or start.astimezone(zone).utcoffset() == timezone.localtime(start).utcoffset():
        return words
    return _("%(place)s (%(time)s there)") % {"place": words, "time": formatting.clock(start, zone=zone)}


def room_in_words(room: Room | None) -> str:
    """Return a room as staff read it: Room 1; where there are several places, Room 1, Westside."""
    place = of_room(room)
    if room is None or place is None:
        return ""
    return f"{room.name}, {place.name}" if place.name else room.name


def zone_of(room: Room | None) -> tzinfo | None:
    """Return the zone in which a patient reads the time of a visit; None for the clinic's own."""
    return ZoneInfo(room.location.zone) if room and room.location and room.location.zone else None


def numbered(key: int | None) -> VisitPlace | None:
    """Return the place of this key that is in use; None for none."""
    if key == OWN:
        return own()
    location = schedule.current().locations.get(key) if key else None
    return of_location(location) if location else None


def to_choose_from(visit_type: VisitType | None = None) -> list[VisitPlace]:
    """Return the places a patient chooses among, for one kind of visit or any; none where there is nothing to choose.

    A visit by phone is nowhere.
    """
    table = schedule.current()
    if not table.locations or (visit_type and not visit_type.room_minutes):
        return []
    keys = [key for key in table.places() if visit_type is None or table.offering(visit_type, key)]
    visit_places = [place for key in keys if (place := numbered(key))]
    return visit_places if len(visit_places) > 1 else []
