"""The timetable as one value: who offers what, when, and by which rules. Remembered by a process.

It changes a few times a month and is read with every page of the diary. It is read anew every five seconds, and in
every deed that holds another version (`require`): pages may be seconds behind another process, bookings never are.
What is taken is never remembered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from django.core.cache import caches
from django.utils import timezone

from clinic.accounts.models import Practitioner
from clinic.booking import availability
from clinic.booking.availability import Exceptional, Hours, Need, Span, Window
from clinic.booking.models import (
    BookingRules,
    DayException,
    Location,
    PractitionerSettings,
    Room,
    VisitType,
    WeeklyHours,
)
from clinic.booking.models.timetable import TIMETABLE_KEY
from clinic.booking.querysets import day_bounds
from clinic.site_settings.models import ClosedDay

_SECONDS = 5
_DAY = timedelta(days=1)
# A visit that begins now has begun.
SOONEST = timedelta(microseconds=1)
# The key of the clinic's own address among the places; the others have the keys of their locations.
OWN = 0
_NO_HOURS = Hours()


@dataclass(frozen=True)
class ScheduledPractitioner:
    """A practitioner as the diary knows one."""

    key: int
    name: str
    practitioner: Practitioner
    settings: PractitionerSettings
    # By the key of the place, in the order of the places; each in the time of its own place.
    hours: Mapping[int, Hours]
    # The zones of those places that have their own.
    zones: Mapping[int, tzinfo] = field(default_factory=dict)

    def spans(self, first: date, last: date, place: int | None = None) -> list[Span]:
        """When they are there, in UTC, on these days of the clinic: at one place, or at any, place by place."""
        spans_by_place = stays(self.hours, self.zones, first, last)
        return sorted(span for key, spans in spans_by_place.items() for span in spans if place in (None, key))

    def place_at(self, start: datetime) -> int:
        """Return where they are at a moment; outside their hours, where they are that day, else where they work."""
        if len(self.hours) == 1:
            return next(iter(self.hours))
        day = timezone.localtime(start).date()
        that_day = stays(self.hours, self.zones, day, day)
        open_places = (key for key, spans in that_day.items() if any(begins <= start < ends for begins, ends in spans))
        return next(open_places, next((key for key, spans in that_day.items() if spans), next(iter(self.hours), OWN)))

    def is_off(self, start: datetime, end: datetime) -> bool:
        """Say whether time off touches a stretch of one day, whatever the weekly hours are."""
        place = self.place_at(start)
        zone = self.zones.get(place) or timezone.get_default_timezone()
        day, hours = start.astimezone(zone).date(), self.hours.get(place, _NO_HOURS)
        whole = Hours(week=((day.weekday(), time.min, time.max),), exceptions=hours.exceptions)
        open_spans = availability.spans(whole, day, day, zone)
        return not availability.fits(open_spans, start, int((end - start) / timedelta(minutes=1)))

    def need(self, visit_type: VisitType) -> Need:
        return Need(
            minutes=visit_type.minutes,
            room_minutes=visit_type.room_minutes,
            before=self.settings.buffer_before,
            after=self.settings.buffer_after,
        )

    def window(self, *, at: datetime) -> Window:
        """Between which moments a patient may begin a visit with them."""
        return Window(
            earliest=at + max(timedelta(hours=self.settings.notice_hours), SOONEST),
            latest=at + timedelta(days=self.settings.horizon_days),
        )


def stays(hours: Mapping[int, Hours], zones: Mapping[int, tzinfo], first: date, last: date) -> dict[int, list[Span]]:
    """Return when somebody is at each place on these days of the clinic, in UTC. Never at two places at once: where
    hours overlap, the first place has them.
    """
    own = timezone.get_default_timezone()
    begin, end = day_bounds(first, last)
    spans_by_place: dict[int, list[Span]] = {}
    for key, place_hours in hours.items():
        zone = zones.get(key)
        if zone is None:
            spans = availability.spans(place_hours, first, last, own)
        else:
            # Its days begin and end at other moments than the clinic's.
            wider = availability.spans(place_hours, first - _DAY, last + _DAY, zone)
            spans = [(max(begins, begin), min(ends, end)) for begins, ends in wider if begins < end and begin < ends]
        for taken_span in [span for earlier_spans in spans_by_place.values() for span in earlier_spans]:
            spans = availability.without(spans, taken_span)
        spans_by_place[key] = spans
    return spans_by_place


@dataclass(frozen=True)
class Schedule:
    """Everything about the diary that is not a visit."""

    rules: BookingRules
    types: tuple[VisitType, ...]
    offers: Mapping[int, frozenset[int]]
    people: Mapping[int, ScheduledPractitioner]
    rooms: Mapping[int, Room]
    # The places beside the clinic's own address, in their order; most clinics have none.
    locations: Mapping[int, Location] = field(default_factory=dict)
    # The rooms of locations that are no longer in use.
    left_rooms: frozenset[int] = frozenset()
    # Days on which the whole clinic is closed, each with why where somebody wrote it.
    closed: Mapping[date, str] = field(default_factory=dict)
    # Who no longer treats here: without hours, offering nothing, but their visits stand until each is settled.
    former: Mapping[int, ScheduledPractitioner] = field(default_factory=dict)

    def who(self, key: int) -> ScheduledPractitioner | None:
        """Return a practitioner, whether they still work here or not."""
        return self.people.get(key) or self.former.get(key)

    def next_open(self, day: date) -> date | None:
        """Return the first day after this one on which somebody is there; None when nobody is for two months."""
        ahead = (day + timedelta(days=number) for number in range(1, 62))
        return next((day for day in ahead if any(person.spans(day, day) for person in self.people.values())), None)

    def as_it_is(self, visit_type: VisitType) -> VisitType:
        """Return a type as this timetable has it; whoever asks may have read it a while ago."""
        return next((kind for kind in self.types if kind.pk == visit_type.pk), visit_type)

    def type_called(self, code: str) -> VisitType | None:
        """Return the active visit type of this code."""
        return next((visit_type for visit_type in self.types if visit_type.code == code and visit_type.active), None)

    def online_types(self) -> list[VisitType]:
        """What patients see: types they may book and types for which they contact us, offered by somebody."""
        return [
            visit_type
            for visit_type in self.types
            if visit_type.active and visit_type.booking != VisitType.Booking.STAFF and self.offering(visit_type)
        ]

    def offering(self, visit_type: VisitType, place: int | None = None) -> list[ScheduledPractitioner]:
        """Who offers this type, by name; with a place, who works there. A visit by phone is offered at any place."""
        keys = self.offers.get(visit_type.pk, frozenset())
        anywhere = place is None or not visit_type.room_minutes
        return [person for key, person in self.people.items() if key in keys and (anywhere or place in person.hours)]

    def place_of(self, room: int | None) -> int | None:
        """Return the key of the place of a room, by its key; None without a room, and for one that is out of use."""
        active_room = self.rooms.get(room) if room else None
        return (active_room.location_id or OWN) if active_room else None

    def rooms_at(self, place: int) -> list[int]:
        """Return the keys of the rooms of a place, in their order."""
        return [key for key, room in self.rooms.items() if (room.location_id or OWN) == place]

    def places(self) -> list[int]:
        """Return the keys of the places where a patient can book a visit in a room, in their order."""
        place_keys = {
            key
            for visit_type in self.online_types()
            if visit_type.booking == VisitType.Booking.ONLINE and visit_type.room_minutes
            for person in self.offering(visit_type)
            for key in person.hours
        }
        return [key for key in (OWN, *self.locations) if key in place_keys]


def current() -> Schedule:
    """Return the timetable, five seconds old at most; in the process that changes it, never old."""
    table: Schedule | None = caches["process"].get(TIMETABLE_KEY)
    return table or _read_anew()


def require(version: str) -> None:
    """See to it that `current` is of this version, the one of the row that a deed of the diary holds."""
    if current().rules.version != version:
        _read_anew()


def _read_anew() -> Schedule:
    table = load()
    caches["process"].set(TIMETABLE_KEY, table, _SECONDS)
    return table


def rules() -> BookingRules:
    """Return the one row of rules; it is made if somebody emptied the table."""
    return BookingRules.objects.filter(pk=1).first() or BookingRules.objects.get_or_create(pk=1)[0]


def load() -> Schedule:
    """Read it anew: nine queries. Its version comes first: what is changed meanwhile is a newer one."""
    the_rules = rules()
    # From the few who treat to their own users: asked the other way round, every patient's mailbox is read.
    team = Practitioner.objects.with_work().select_related("user", "booking", "portrait").order_by()
    team = team.defer("portrait__small", "portrait__large")
    by_name = sorted(team, key=lambda practitioner: (practitioner.user.name, practitioner.pk))
    locations = {location.pk: location for location in Location.objects.filter(active=True)}
    weeks: dict[tuple[int, int], list[tuple[int, time, time]]] = {}
    for row in WeeklyHours.objects.all():
        weeks.setdefault((row.practitioner_id, row.location_id or OWN), []).append((row.weekday, row.opens, row.closes))
    days: dict[int | None, list[Exceptional]] = {}
    extra: dict[tuple[int | None, int], list[Exceptional]] = {}
    exceptions = list(DayException.objects.all())
    for change in exceptions:
        off = change.what != DayException.What.EXTRA
        changed = Exceptional(change.day, off, change.opens, change.closes)
        if off:
            days.setdefault(change.practitioner_id, []).append(changed)
        else:
            extra.setdefault((change.practitioner_id, change.location_id or OWN), []).append(changed)
    # The days that the clinic's own page says are closed, and those of a time when the schedule had a list of its own.
    own_list = {row.day: row.note for row in exceptions if row.what == DayException.What.HOLIDAY}
    closed = own_list | dict(ClosedDay.objects.values_list("day", "why"))
    holidays = [Exceptional(day, off=True) for day in sorted(closed)]

    def hours_of(key: int) -> dict[int, Hours]:
        """Their hours at each place where they have any; at the clinic's own address if nowhere."""
        off = (*days.get(key, ()), *holidays)
        hours_by_place = {
            place: Hours(tuple(weeks.get((key, place), ())), (*extra.get((key, place), ()), *off))
            for place in (OWN, *locations)
            if (key, place) in weeks or (key, place) in extra
        }
        return hours_by_place or {OWN: Hours((), off)}

    rooms = list(Room.objects.select_related("location"))
    zones = {key: ZoneInfo(location.zone) for key, location in locations.items() if location.zone}
    people = {
        practitioner.pk: _scheduled(practitioner, hours_of(practitioner.pk), zones)
        for practitioner in by_name
        if practitioner.works_here
    }
    offers: dict[int, set[int]] = {}
    for type_key, key in VisitType.practitioners.through.objects.values_list("visittype_id", "practitioner_id"):
        offers.setdefault(type_key, set()).add(key)
    return Schedule(
        rules=the_rules,
        types=tuple(VisitType.objects.all()),
        offers={key: frozenset(keys) for key, keys in offers.items()},
        people=people,
        rooms={room.pk: room for room in rooms if room.active and (room.location is None or room.location.active)},
        left_rooms=frozenset(room.pk for room in rooms if room.location and not room.location.active),
        locations=locations,
        closed=closed,
        former={
            practitioner.pk: _scheduled(practitioner, {OWN: _NO_HOURS})
            for practitioner in by_name
            if not practitioner.works_here
        },
    )


def _scheduled(
    who: Practitioner, hours: Mapping[int, Hours], zones: Mapping[int, tzinfo] | None = None
) -> ScheduledPractitioner:
    return ScheduledPractitioner(
        key=who.pk,
        name=who.user.name,
        practitioner=who,
        settings=getattr(who, "booking", None) or PractitionerSettings(practitioner=who),
        hours=hours,
        zones={key: zone for key, zone in (zones or {}).items() if key in hours},
    )
