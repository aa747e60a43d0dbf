"""The timetable as one value: who offers what, when, and by which rules. Remembered by a process.

It changes a few times a month and is read with every page of the diary. It is read anew every five seconds, and in
every deed that holds another version (`require`): pages may be seconds behind another process, bookings never are.
What is taken is never remembered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.core.cache import caches
from django.utils import timezone

from clinic.accounts.models import Practitioner
from clinic.booking import availability
from clinic.booking.availability import Exceptional, Hours, Need, Span, Window, spans
from clinic.booking.models import (
    BookingRules,
    DayException,
    PractitionerSettings,
    Room,
    VisitType,
    WeeklyHours,
)
from clinic.booking.models.schedule import TIMETABLE_KEY
from clinic.site_settings.models import ClosedDay

_SECONDS = 5
# A visit that begins now has begun.
SOONEST = timedelta(microseconds=1)


@dataclass(frozen=True)
class ScheduledPractitioner:
    """A practitioner as the diary knows one."""

    key: int
    name: str
    practitioner: Practitioner
    settings: PractitionerSettings
    hours: Hours

    def spans(self, first: date, last: date) -> list[Span]:
        """When they are there, in UTC."""
        return spans(self.hours, first, last, timezone.get_default_timezone())

    def is_off(self, start: datetime, end: datetime) -> bool:
        """Say whether time off touches a stretch of one day, whatever the weekly hours are."""
        zone = timezone.get_default_timezone()
        day = start.astimezone(zone).date()
        whole = Hours(week=((day.weekday(), time.min, time.max),), exceptions=self.hours.exceptions)
        return not availability.fits(spans(whole, day, day, zone), start, int((end - start) / timedelta(minutes=1)))

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


@dataclass(frozen=True)
class Schedule:
    """Everything about the diary that is not a visit."""

    rules: BookingRules
    types: tuple[VisitType, ...]
    offers: Mapping[int, frozenset[int]]
    people: Mapping[int, ScheduledPractitioner]
    rooms: Mapping[int, Room]
    # Days on which the whole clinic is closed.
    closed: frozenset[date] = frozenset()
    # Who no longer works here: without hours, offering nothing, but their visits stand until each is settled.
    former: Mapping[int, ScheduledPractitioner] = field(default_factory=dict)

    def who(self, key: int) -> ScheduledPractitioner | None:
        """Return a practitioner, whether they still work here or not."""
        return self.people.get(key) or self.former.get(key)

    def next_open(self, day: date) -> date | None:
        """Return the first day after this one on which somebody is there; None when nobody is for two months."""
        ahead = (day + timedelta(days=number) for number in range(1, 62))
        return next((day for day in ahead if any(who.spans(day, day) for who in self.people.values())), None)

    def as_it_is(self, visit_type: VisitType) -> VisitType:
        """Return a type as this timetable has it; whoever asks may have read it a while ago."""
        return next((found for found in self.types if found.pk == visit_type.pk), visit_type)

    def type_called(self, code: str) -> VisitType | None:
        """Return the active visit type of this code."""
        return next((found for found in self.types if found.code == code and found.active), None)

    def online_types(self) -> list[VisitType]:
        """What patients see: types they may book and types for which they contact us, offered by somebody."""
        return [
            found
            for found in self.types
            if found.active and found.booking != VisitType.Booking.STAFF and self.offering(found)
        ]

    def offering(self, visit_type: VisitType) -> list[ScheduledPractitioner]:
        """Who offers this type, by name."""
        keys = self.offers.get(visit_type.pk, frozenset())
        return [who for key, who in self.people.items() if key in keys]


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
    """Read it anew: eight queries. Its version comes first: what is changed meanwhile is a newer one."""
    the_rules = rules()
    # From the few who treat to their own users: asked the other way round, every patient's mailbox is read.
    team = Practitioner.objects.select_related("user", "booking", "portrait").order_by()
    team = team.defer("portrait__small", "portrait__large")
    by_name = sorted(team, key=lambda who: (who.user.name, who.pk))
    weeks: dict[int, list[tuple[int, time, time]]] = {}
    for row in WeeklyHours.objects.all():
        weeks.setdefault(row.practitioner_id, []).append((row.weekday, row.opens, row.closes))
    days: dict[int | None, list[Exceptional]] = {}
    for change in DayException.objects.all():
        off = change.what != DayException.What.EXTRA
        days.setdefault(change.practitioner_id, []).append(Exceptional(change.day, off, change.opens, change.closes))
    # The days that the clinic's own page says are closed, and those of a time when the schedule had a list of its own.
    closed = {*ClosedDay.objects.values_list("day", flat=True), *(change.day for change in days.get(None, []))}
    holidays = [Exceptional(day, off=True) for day in sorted(closed)]
    people = {
        who.pk: _scheduled(who, Hours(tuple(weeks.get(who.pk, ())), (*days.get(who.pk, ()), *holidays)))
        for who in by_name
        if who.user.is_active
    }
    offers: dict[int, set[int]] = {}
    for type_key, key in VisitType.practitioners.through.objects.values_list("visittype_id", "practitioner_id"):
        offers.setdefault(type_key, set()).add(key)
    return Schedule(
        rules=the_rules,
        types=tuple(VisitType.objects.all()),
        offers={key: frozenset(found) for key, found in offers.items()},
        people=people,
        rooms={room.pk: room for room in Room.objects.filter(active=True)},
        closed=frozenset(closed),
        former={who.pk: _scheduled(who, Hours()) for who in by_name if not who.user.is_active},
    )


def _scheduled(who: Practitioner, hours: Hours) -> ScheduledPractitioner:
    return ScheduledPractitioner(
        key=who.pk,
        name=who.user.name,
        practitioner=who,
        settings=getattr(who, "booking", None) or PractitionerSettings(practitioner=who),
        hours=hours,
    )
