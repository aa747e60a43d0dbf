"""The diary in numbers: how full it was, who did not come, why visits were cancelled, how long reviews took."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any

from django.db.models import Count, F, Min, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.booking import schedule
from clinic.booking.availability import Exceptional, Hours, spans
from clinic.booking.models import Appointment, DayException, Reason, StartedBy, State
from clinic.booking.querysets import STANDING, day_bounds
from clinic.spreadsheet import safe
from intake.review.models import Case


@dataclass(frozen=True)
class Filling:
    """How full one practitioner's hours were."""

    name: str
    visits: int
    booked: int
    open: int
    no_shows: int
    cancelled: int

    @property
    def rate(self) -> int:
        """Booked minutes of a hundred open ones."""
        return round(100 * self.booked / self.open) if self.open else 0

    @property
    def no_show_rate(self) -> int:
        return round(100 * self.no_shows / self.visits) if self.visits else 0


@dataclass(frozen=True)
class Reasons:
    """Why visits were cancelled, and who started it."""

    reason: str
    by: str
    count: int


@dataclass(frozen=True)
class Report:
    first: date
    last: date
    filling: Sequence[Filling]
    reasons: Sequence[Reasons]
    reviews: int
    review_hours: float | None

    @property
    def total(self) -> Filling:
        """All practitioners together."""
        columns = ("visits", "booked", "open", "no_shows", "cancelled")
        sums = {column: sum(getattr(row, column) for row in self.filling) for column in columns}
        return Filling(name=_("All"), **sums)


def report(first: date, last: date) -> Report:
    """Return the numbers of a run of days. Five queries beside the timetable."""
    begin, end = day_bounds(first, last)
    visits = Appointment.objects.on_day(first, last).order_by()
    standing = {
        key: (count, minutes or 0)
        for key, count, minutes in visits.filter(state__in=STANDING)
        .values_list("practitioner_id")
        .annotate(count=Count("pk"), minutes=Sum("minutes"))
    }
    states = {
        (key, state): count
        for key, state, count in visits.filter(state__in=(State.NO_SHOW, State.CANCELLED))
        .values_list("practitioner_id", "state")
        .annotate(count=Count("pk"))
    }
    changes = list(DayException.objects.filter(day__gte=first, day__lte=last))
    filling = [
        Filling(
            name=who.name,
            visits=standing.get(key, (0, 0))[0],
            booked=standing.get(key, (0, 0))[1],
            open=_open_minutes(key, who.hours.week, changes, first, last),
            no_shows=states.get((key, State.NO_SHOW), 0),
            cancelled=states.get((key, State.CANCELLED), 0),
        )
        for key, who in schedule.current().people.items()
    ]
    hours = review_hours(begin, end)
    return Report(
        first=first,
        last=last,
        filling=[row for row in filling if row.visits or row.open],
        reasons=_reasons(visits.filter(state=State.CANCELLED)),
        reviews=len(hours),
        review_hours=round(median(hours), 1) if hours else None,
    )


def _open_minutes(
    key: int, week: tuple[tuple[int, time, time], ...], changes: list[DayException], first: date, last: date
) -> int:
    """Return how long somebody was there. The timetable forgets exceptions of the past; here they are read anew."""
    mine = tuple(
        Exceptional(change.day, change.what != DayException.What.EXTRA, change.opens, change.closes)
        for change in changes
        if change.practitioner_id in (None, key)
    )
    there = spans(Hours(week, mine), first, last, timezone.get_default_timezone())
    return sum(int((ends - begins) / timedelta(minutes=1)) for begins, ends in there)


def _reasons(cancelled: Any) -> list[Reasons]:
    rows = cancelled.values_list("ended_reason", "ended_by").annotate(count=Count("pk")).order_by("-count")
    words, parties = dict(Reason.choices), dict(StartedBy.choices)
    return [Reasons(str(words.get(why, why)), str(parties.get(who, who)), count) for why, who, count in rows]


def review_hours(begin: datetime, end: datetime) -> list[float]:
    """Return how many hours each case that was opened then waited for its first decision."""
    rows = (
        Case.objects.filter(opened_at__gte=begin, opened_at__lt=end)
        .annotate(decided=Min("decisions__at"))
        .exclude(decided=None)
        .order_by()
        .values_list(F("decided") - F("opened_at"))
    )
    return [waited.total_seconds() / 3600 for (waited,) in rows]


def as_csv(found: Report) -> str:
    """Return the report as one CSV file: what, for whom, how many."""
    rows: list[Iterable[object]] = [(_("Report"), found.first, found.last), ()]
    rows.append(
        (
            _("Practitioner"),
            _("Visits"),
            _("Booked minutes"),
            _("Open minutes"),
            _("Fill rate, percent"),
            _("No-shows"),
            _("Canceled"),
        )
    )
    rows += [
        (row.name, row.visits, row.booked, row.open, row.rate, row.no_shows, row.cancelled)
        for row in (*found.filling, found.total)
    ]
    rows += [(), (_("Cancellation reason"), _("Requested by"), _("Visits"))]
    rows += [(row.reason, row.by, row.count) for row in found.reasons]
    hours = "" if found.review_hours is None else found.review_hours
    rows += [(), (_("Forms reviewed"), found.reviews), (_("Median hours to review"), hours)]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()
