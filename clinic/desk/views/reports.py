"""The reports, on the page and as a file."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from clinic import audit, formatting
from clinic.audit.transaction import audited_transaction
from clinic.desk import reports as made_of
from clinic.desk.views.common import at_the_desk, day_asked, page, who
from clinic.desk.weeks import counts_picture, picture_of
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
    report = made_of.report(first, last)
    context = {
        "report": report,
        "picture": picture_of(report.weeks),
        **_flags(),
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


def _flags() -> dict[str, object]:
    """The last whole weeks, no choice of the reader: two ranges that differ by a day would point at somebody."""
    on = timezone.localdate()
    first = on - timedelta(days=on.weekday()) - timedelta(weeks=FLAG_WEEKS)
    kinds = flag_counts.by_kind(first, FLAG_WEEKS)
    labels = [formatting.month_day(first + timedelta(weeks=number)) for number in range(FLAG_WEEKS)]
    sums = [sum(kind.weeks[number] or 0 for kind in kinds) for number in range(FLAG_WEEKS)]
    return {"kinds": kinds, "flag_labels": labels, "flag_picture": counts_picture(labels, sums) if any(sums) else None}


def _days(request: HttpRequest) -> tuple[date, date]:
    on = timezone.localdate()
    last = day_asked(request, on=on, name="last")
    first = day_asked(request, on=last - USUAL, name="first")
    first, last = min(first, last), max(first, last)
    return max(first, last - LONGEST), last
