"""For whoever reads the audit log: a day's unusual reads, and who read whom. Looking at either is a line in the log."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from clinic import audit, formatting
from clinic.accounts import acting
from clinic.accounts.roles import ADMINISTRATOR, role_required
from clinic.audit.transaction import audited_transaction
from clinic.operations.reads import unusual, who_read
from clinic.operations.reads.forms import FURTHEST, ReadsForm

A_DAY = timedelta(days=1)


@require_GET
@role_required(ADMINISTRATOR)
def unusual_page(request: HttpRequest) -> HttpResponse:
    """The unusual reads of a day; of yesterday if none is named."""
    at = timezone.now()
    on = _day_asked(request, today=timezone.localdate(at))
    with audited_transaction():
        report = unusual.reading_day(on)
        whom = list(dict.fromkeys(read.ref for read in report.unusual if read.ref))[:1000]
        by, day = acting.user_at_work(request), on.isoformat()
        audit.record("reads.reported", by=by, at=at, day=day, shown=len(report.unusual), whom=whom)
    return _page(request, "unusual_reads", {"report": report, "on": on})


@require_GET
@role_required(ADMINISTRATOR)
def reads_page(request: HttpRequest) -> HttpResponse:
    """Who read one person, or whom somebody read, a page at a time."""
    at = timezone.now()
    form = ReadsForm(request.GET or None, on=timezone.localdate(at))
    if not form.is_valid():
        return _page(request, "reads", {"form": form, "has_errors": bool(form.errors)})
    cleaned, after = form.cleaned_data, _number(request.GET.get("after", ""))
    patient, reader, first, last = cleaned["patient"], cleaned["reader"], cleaned["first"], cleaned["last"]
    with audited_transaction():
        lines, next_number = who_read.page_of_reads(patient=patient, reader=reader, first=first, last=last, after=after)
        about = {"patient": patient.ref if patient else "", "reader": reader.pk if reader else ""}
        by, count = acting.user_at_work(request), len(lines)
        audit.record("reads.listed", by=by, at=at, shown=count, patient=about["patient"], reader=about["reader"])
    query = about | {"first": first.isoformat(), "last": last.isoformat()}
    address = reverse("operations:reads")
    context = {
        "form": form,
        "patient": patient,
        "reader": reader,
        "span": formatting.date_span(first, last),
        "lines": lines,
        "has_asked": True,
        "newest_url": f"{address}?{urlencode(query)}" if after else "",
        "older_url": f"{address}?{urlencode(query | {'after': next_number})}" if next_number else "",
    }
    return _page(request, "reads", context)


def _day_asked(request: HttpRequest, *, today: date) -> date:
    text = request.GET.get("day", "")
    on = formatting.read_date(text) if text else today - A_DAY
    if on is None or not today - FURTHEST <= on <= today:
        raise Http404
    return on


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def _page(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    response = render(request, f"operations/{template}.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response
