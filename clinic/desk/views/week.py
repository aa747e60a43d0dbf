"""Seven days at a glance, one practitioner or all."""

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from clinic import formatting
from clinic.accounts.roles import is_practitioner
from clinic.booking import schedule
from clinic.booking.models import Appointment
from clinic.booking.querysets import STANDING
from clinic.desk.day import closed_words, kept_times
from clinic.desk.views.common import at_the_desk, day_asked, page, who
from clinic.desk.visit_row import VisitRow, visit_rows

DAYS = 7


@require_GET
@at_the_desk
def week(request: HttpRequest) -> HttpResponse:
    """The week of a day, Monday first. Three queries, however many visits."""
    at = timezone.now()
    on = timezone.localdate(at)
    chosen_date = day_asked(request, on=on)
    first = chosen_date - timedelta(days=chosen_date.weekday())
    last = first + timedelta(days=DAYS - 1)
    lines = visit_rows(Appointment.objects.on_day(first, last).filter(state__in=STANDING), on=on, at=at)
    blocks_and_holds = kept_times(first, last, at=at)
    days = [first + timedelta(days=number) for number in range(DAYS)]
    by_day: dict[date, list[VisitRow]] = {day: [] for day in days}
    for line in lines:
        by_day[line.day].append(line)
    table = schedule.current()
    columns = []
    for day in days:
        mine = by_day[day]
        names = [who.name for who in table.people.values() if who.spans(day, day)]
        blocks = [
            entry for entry in blocks_and_holds if entry.is_block and timezone.localtime(entry.begins).date() == day
        ]
        columns.append(
            {
                "day": day,
                "title": formatting.short_day(day),
                "is_today": day == on,
                "there": ", ".join(names),
                "closed": closed_words(day),
                "lines": mine,
                "blocks": blocks,
                "not_ready": sum(line.is_ahead and not line.is_ready for line in mine),
            }
        )
    context = {
        "days": [entry for entry in columns if entry["lines"] or entry["there"] or entry["day"].weekday() < 5],  # type: ignore[attr-defined]  # a date
        "first": first,
        "before": _iso(first - timedelta(days=DAYS)),
        "after": _iso(first + timedelta(days=DAYS)),
        "this": _iso(on),
        "shows_limits": is_practitioner(who(request)),
        "part": "week",
    }
    return page(request, "week", context)


def _iso(day: date) -> str:
    return day.isoformat()
