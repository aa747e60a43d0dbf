"""The same visit every week: looked at first, with what is in the way, then booked all or not at all."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic import formatting
from clinic.booking import schedule, services
from clinic.booking.errors import BookingError
from clinic.booking.services import series as made_of
from clinic.booking.services.series import SeriesConflict, SeriesLine
from clinic.desk.views.booking import asked_of
from clinic.desk.views.common import at_the_desk, looked_at_or_sent, page, who

COUNTS, WEEKS = (2, 3, 4, 5, 6, 8, 10, 12), (1, 2, 3, 4)
USUAL = 6


@looked_at_or_sent
@at_the_desk
def series(request: HttpRequest) -> HttpResponse:
    """Show the times of a series; `book` in the form books them."""
    asked_visit = asked_of(request)
    if asked_visit.patient is None or asked_visit.visit_type is None:
        return redirect("desk:book")
    if asked_visit.start is None or asked_visit.practitioner is None:
        messages.error(request, _("Choose the first time."))
        return redirect("desk:patient", asked_visit.patient.ref)
    count, every = _number(request, "count", USUAL, COUNTS), _number(request, "every", 1, WEEKS)
    starts = made_of.starts_of(asked_visit.start, count=count, every_weeks=every)
    arguments = {
        "patient": asked_visit.patient,
        "visit_type": asked_visit.visit_type,
        "practitioner": asked_visit.practitioner,
    }
    lines: list[SeriesLine] = []
    sentence, status = "", 200
    try:
        if request.method == "POST" and request.POST.get("book"):
            visits = services.book_series(**arguments, starts=starts, by=who(request), at=timezone.now())  # type: ignore[arg-type]  # as named
            message = ngettext("%(n)d visit is booked.", "%(n)d visits are booked.", len(visits)) % {"n": len(visits)}
            messages.success(request, message)
            return redirect("desk:patient", asked_visit.patient.ref)
        lines = services.preview_series(**arguments, starts=starts, by=who(request), at=timezone.now())  # type: ignore[arg-type]  # as named
    except SeriesConflict as conflict:
        lines, sentence, status = list(conflict.lines), str(conflict), 409
    except BookingError as wrong:
        sentence = str(wrong)
    with_name = schedule.current().people[asked_visit.practitioner].name if lines else ""
    context = {
        "asked": asked_visit,
        "code": asked_visit.code,
        "with_name": with_name,
        "lines": [{"line": line, "when": formatting.moment(line.start)} for line in lines],
        "all_free": bool(lines) and all(line.is_free for line in lines),
        "count": count,
        "every": every,
        "counts": COUNTS,
        "weeks": WEEKS,
        "sentence": sentence,
        "has_errors": bool(sentence),
    }
    return page(request, "series", context, status=status)


def _number(request: HttpRequest, name: str, usual: int, allowed: tuple[int, ...]) -> int:
    text = request.POST.get(name) or request.GET.get(name) or ""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else usual
    return number if number in allowed else usual
