"""The hours as they were then: a day that is over keeps its open minutes, and no later change of the hours moves them.

Days before the first row was written are reckoned by the hours as they are now; nothing better is known of them.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db.models import Max, Min
from django.utils import timezone

from clinic.booking import schedule
from clinic.booking.models import Appointment, OpenDay
from clinic.booking.schedule import Schedule

# How far back days are kept when nothing was kept before.
BACK = timedelta(days=366)
_DAY = timedelta(days=1)


def keep(*, at: datetime) -> int:
    """Keep the open minutes of every day that is over and not kept yet; return how many rows. Done by the clock.

    Whoever changes the hours keeps first, so that yesterday is known as it was. Who came later was not there before.
    """
    today = timezone.localtime(at).date()
    last = OpenDay.objects.aggregate(last=Max("day"))["last"]
    first = last + _DAY if last else today - BACK
    table = schedule.load() if first < today else schedule.current()
    began = _began(table) if first < today else {}
    rows = [
        OpenDay(practitioner=person.practitioner, day=day, minutes=_minutes(table, person.key, day))
        for day in days(first, today - _DAY)
        for person in table.people.values()
        if began[person.key] <= day
    ]
    OpenDay.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _began(table: Schedule) -> dict[int, date]:
    """Return since when each practitioner is here: made as a user, or seen in the diary before that. One query."""
    rows = Appointment.objects.order_by().values_list("practitioner").annotate(first=Min("starts_at"))
    seen = dict(rows)
    joined = {key: who.practitioner.user.date_joined for key, who in table.people.items()}
    return {key: timezone.localtime(min(at, seen.get(key, at))).date() for key, at in joined.items()}


def open_minutes(first: date, last: date) -> dict[tuple[int, date], int]:
    """Return how long each practitioner was or will be there: (practitioner's key, day) → minutes. One query."""
    minutes_by_day = {
        (key, day): minutes
        for key, day, minutes in OpenDay.objects.filter(day__gte=first, day__lte=last).values_list(
            "practitioner_id", "day", "minutes"
        )
    }
    kept_days = {day for _key, day in minutes_by_day}
    table = schedule.current()
    for day in days(first, last):
        if day not in kept_days:
            minutes_by_day |= {(key, day): _minutes(table, key, day) for key in table.people}
    return minutes_by_day


def days(first: date, last: date) -> Iterator[date]:
    """Give every day from one to another, both included."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def _minutes(table: Schedule, key: int, day: date) -> int:
    spans = table.people[key].spans(day, day)
    return sum(int((ends - begins) / timedelta(minutes=1)) for begins, ends in spans)
