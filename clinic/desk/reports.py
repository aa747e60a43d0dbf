"""The schedule in numbers: how full it was, who did not come, why visits were canceled, how long reviews took.

What happened is counted with whom it happened, whether they still work here or not, and against the hours as they were
then (booking.open_days).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Any

from django.db.models import Case as DbCase
from django.db.models import Count, F, Min, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import spreadsheet
from clinic.booking import schedule
from clinic.booking.models import Appointment, Reason, StartedBy, State
from clinic.booking.open_days import open_minutes
from clinic.booking.querysets import STANDING, day_bounds
from clinic.desk.weeks import Happened, ReportWeek, weeks_of
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
    weeks: Sequence[ReportWeek]
    reviews: int
    review_hours: float | None

    @property
    def total(self) -> Filling:
        """All practitioners together."""
        columns = ("visits", "booked", "open", "no_shows", "cancelled")
        sums = {column: sum(getattr(row, column) for row in self.filling) for column in columns}
        return Filling(name=_("All"), **sums)

    @property
    def new_patients(self) -> int:
        return sum(week.new_patients for week in self.weeks)


def report(first: date, last: date) -> Report:
    """Return the numbers of a run of days. Five queries beside the timetable."""
    begin, end = day_bounds(first, last)
    visits = Appointment.objects.on_day(first, last).order_by()
    rows = visits.filter(state__in=(*STANDING, State.CANCELLED)).values_list(
        "practitioner_id", "starts_at", "minutes", "state"
    )
    happened = [Happened(key, timezone.localtime(at).date(), minutes, state) for key, at, minutes, state in rows]
    minutes_open = open_minutes(first, last)
    reviews = review_hours(begin, end)
    newcomers = [timezone.localtime(at).date() for at in visits.first_ones()]
    hours = [waited for _day, waited in reviews]
    return Report(
        first=first,
        last=last,
        filling=_filling(happened, minutes_open),
        reasons=_reasons(visits.filter(state=State.CANCELLED)),
        weeks=weeks_of(first, last, happened=happened, there=minutes_open, reviews=reviews, newcomers=newcomers),
        reviews=len(hours),
        review_hours=round(median(hours), 1) if hours else None,
    )


def _filling(happened: Iterable[Happened], there: dict[tuple[int, date], int]) -> list[Filling]:
    """One row for everybody who was there or had a visit, by name."""
    visits, booked, no_shows, cancelled, open_ = (Counter[int]() for _number in range(5))
    for visit in happened:
        if visit.is_cancelled:
            cancelled[visit.practitioner] += 1
            continue
        visits[visit.practitioner] += 1
        booked[visit.practitioner] += visit.minutes
        no_shows[visit.practitioner] += visit.is_no_show
    for (key, _day), minutes in there.items():
        open_[key] += minutes
    table = schedule.current()
    # Everybody of the timetable by name, those who have left after those who are here.
    keys = [key for key in (*table.people, *table.former) if visits[key] or open_[key] or cancelled[key]]
    return [
        Filling(
            name=person.name,
            visits=visits[key],
            booked=booked[key],
            open=open_[key],
            no_shows=no_shows[key],
            cancelled=cancelled[key],
        )
        for key in keys
        if (person := table.who(key))
    ]


def _reasons(cancelled: Any) -> list[Reasons]:
    rows = cancelled.values_list("ended_reason", "ended_by").annotate(count=Count("pk")).order_by("-count")
    words, parties = dict(Reason.choices), dict(StartedBy.choices)
    return [Reasons(str(words.get(why, why)), str(parties.get(party, party)), count) for why, party, count in rows]


def review_hours(begin: datetime, end: datetime) -> list[tuple[date, float]]:
    """Return of each case opened then: the day, and how many hours it waited for its first decision, or until a
    practitioner who read it closed it because none was needed.
    """
    read = When(closed_by__isnull=False, then=F("closed_at"))
    rows = (
        Case.objects.filter(opened_at__gte=begin, opened_at__lt=end)
        .annotate(reviewed=Coalesce(Min("decisions__at"), DbCase(read)))
        .exclude(reviewed=None)
        .order_by()
        .values_list("opened_at", F("reviewed") - F("opened_at"))
    )
    return [(timezone.localtime(opened).date(), waited.total_seconds() / 3600) for opened, waited in rows]


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
    columns = (
        _("Week of"),
        _("Visits"),
        _("Fill rate, percent"),
        _("No-shows"),
        _("Canceled"),
        _("New patients"),
    )
    rows += [(), (*columns, _("Median hours to review"))]
    rows += [
        (
            *(week.first, week.visits, week.rate, week.no_shows, week.cancelled, week.new_patients),
            "" if week.review_hours is None else week.review_hours,
        )
        for week in found.weeks
    ]
    return spreadsheet.table(rows)
