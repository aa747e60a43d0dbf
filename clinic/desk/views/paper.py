"""The day on paper: a sheet for the wall, and a copy to keep for the hour in which the computers are down."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_GET

from clinic import audit, formatting
from clinic.accounts.roles import is_practitioner
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import Appointment
from clinic.booking.querysets import STANDING
from clinic.desk.views.common import at_the_desk, day_asked, page, who
from clinic.desk.visit_row import visit_rows

COPIED_DAYS = 2


@require_GET
@at_the_desk
def sheet(request: HttpRequest) -> HttpResponse:
    """One day for the printer. For a practitioner it carries the limits of each clearance; for the desk never."""
    by, at = who(request), timezone.now()
    on = timezone.localdate(at)
    day = day_asked(request, on=on)
    lines = visit_rows(Appointment.objects.on_day(day).filter(state__in=STANDING), on=on, at=at)
    shows_limits = is_practitioner(by)
    context = {"lines": lines, "title": formatting.day(day), "day": day, "shows_limits": shows_limits}
    context["printed"] = formatting.moment(at)
    with audited_transaction():
        whom = [line.visit.patient.ref for line in lines]
        audit.record("day.printed", by=by, at=at, day=day.isoformat(), limits=shows_limits, whom=whom)
    return page(request, "sheet", context)


@require_GET
@at_the_desk
def copy(request: HttpRequest) -> HttpResponse:
    """Today and tomorrow as one file that needs nothing else: no style sheet, no script, no network. For a practitioner
    it carries the limits of each clearance; for the desk never.
    """
    by, at = who(request), timezone.now()
    on, shows_limits = timezone.localdate(at), is_practitioner(who(request))
    days: list[dict[str, Any]] = []
    for number in range(COPIED_DAYS):
        day = on + timedelta(days=number)
        visits = Appointment.objects.on_day(day).filter(state__in=STANDING)
        days.append({"title": formatting.day(day), "lines": visit_rows(visits, on=on, at=at)})
    context = {"days": days, "made": formatting.moment(at), "shows_limits": shows_limits}
    text = render_to_string("desk/paper.html", context, request=request)
    with audited_transaction():
        whom = sorted({line.visit.patient.ref for day in days for line in day["lines"]})
        audit.record("days.copied", by=by, at=at, days=COPIED_DAYS, limits=shows_limits, whom=whom)
    response = HttpResponse(text)
    response.headers["Content-Disposition"] = f'attachment; filename="visits-{on.isoformat()}.html"'
    response.headers["Cache-Control"] = "no-store"
    return response
