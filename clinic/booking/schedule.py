"""The timetable as one value: who offers what, when, and by which rules. Remembered by a process.

It changes a few times a month and is read with every page of the diary. It is read anew every five seconds, and in
every deed that holds another version (`require`): pages may be seconds behind another process, bookings never are.
What is taken is never remembered.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.cache import caches
from django.utils import timezone

from clinic.accounts.models import Practitioner
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
    """Read it anew: seven queries. Its version comes first: what is changed meanwhile is a newer one."""
    the_rules = rules()
    # From the few who treat to their own users: asked the other way round, every patient's mailbox is read.
    team = Practitioner.objects.select_related("user", "booking", "portrait").order_by()
    team = team.defer("portrait__small", "portrait__large")
    active = sorted((who for who in team if who.user.is_active), key=lambda who: (who.user.name, who.pk))
    weeks: dict[int, list[tuple[int, time, time]]] = {}
    for row in WeeklyHours.objects.all():
        weeks.setdefault(row.practitioner_id, []).append((row.weekday, row.opens, row.closes))
    days: dict[int | None, list[Exceptional]] = {}
    for change in DayException.objects.all():
        off = change.what != DayException.What.EXTRA
        days.setdefault(change.practitioner_id, []).append(Exceptional(change.day, off, change.opens, change.closes))
    holidays = days.get(None, [])
    people = {
        practitioner.pk: ScheduledPractitioner(
            key=practitioner.pk,
            name=practitioner.user.name,
            practitioner=practitioner,
            settings=getattr(practitioner, "booking", None) or PractitionerSettings(practitioner=practitioner),
            hours=Hours(
                week=tuple(weeks.get(practitioner.pk, ())),
                exceptions=(*days.get(practitioner.pk, ()), *holidays),
            ),
        )
        for practitioner in active
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
    )
