"""The reports, on the page and as a file."""

from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from clinic import audit, formatting
from clinic.audit.transaction import audited_transaction
from clinic.booking.querysets import day_bounds
from clinic.desk import reports as made_of
from clinic.desk.views.common import at_the_desk, day_asked, page, who
from clinic.desk.weeks import picture_of
from intake.review import flag_counts

USUAL = timedelta(days=27)
LONGEST = timedelta(days=366)
FLAG_WEEKS = 12
EXPORT = "booking.export_reports"


@require_GET
@at_the_desk
def reports(request: HttpRequest) -> HttpResponse:
    """How full the diary was, who did not come, why visits were cancelled, how long reviews took."""
    first, last = _days(request)
    found = made_of.report(first, last)
    context = {
        "report": found,
        "picture": picture_of(found.weeks),
        "kinds": flag_counts.by_kind(*_flag_window()),
        "fewest": flag_counts.FEWEST,
        "flag_weeks": FLAG_WEEKS,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "title": formatting.date_span(first, last),
        "may_export": who(request).has_perm(EXPORT),
        "part": "reports",
    }
    return page(request, "reports", context)


@require_POST
@at_the_desk
def export(request: HttpRequest) -> HttpResponse:
    """The same numbers as a file; who took it stands in the book."""
    by = who(request)
    if not by.has_perm(EXPORT):
        raise PermissionDenied
    first, last = _days(request)
    text = made_of.as_csv(made_of.report(first, last))
    with audited_transaction():
        audit.record("reports.exported", by=by, at=timezone.now(), first=first.isoformat(), last=last.isoformat())
    response = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="report-{first}-{last}.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _flag_window() -> tuple[datetime, datetime]:
    """The last whole weeks, no choice of the reader: two ranges that differ by a day would point at somebody."""
    on = timezone.localdate()
    monday = on - timedelta(days=on.weekday())
    return day_bounds(monday - timedelta(weeks=FLAG_WEEKS), monday - timedelta(days=1))


def _days(request: HttpRequest) -> tuple[date, date]:
    on = timezone.localdate()
    last = day_asked(request, on=on, name="last")
    first = day_asked(request, on=last - USUAL, name="first")
    first, last = min(first, last), max(first, last)
    return max(first, last - LONGEST), last
