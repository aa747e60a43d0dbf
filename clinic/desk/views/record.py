"""Practitioners alone: a person's whole record on one line of time, all of it or one kind."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_GET

from clinic.accounts.models import Patient
from clinic.accounts.roles import PRACTITIONER, role_required
from clinic.desk import record_timeline
from clinic.desk.record_timeline import RecordKind
from clinic.desk.views.common import page, who
from intake.review.need_to_know import door

PAGE = 60


@require_GET
@role_required(PRACTITIONER)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the line, the latest first; `show` names a kind, `page` says how far back."""
    patient = get_object_or_404(Patient, ref=ref)
    door.ask(request, patient=patient)
    entries = record_timeline.read(patient, by=who(request), at=timezone.now())
    show = request.GET.get("show", "")
    kind = RecordKind(show) if show in list(RecordKind) else None
    chosen_entries = [entry for entry in entries if kind in (None, entry.kind)]
    number = min(_number(request.GET.get("page", "")), max(0, len(chosen_entries) - 1) // PAGE)
    context = {
        "patient": patient,
        "days": record_timeline.days(chosen_entries[number * PAGE : (number + 1) * PAGE]),
        "kinds": [(each, sum(entry.kind is each for entry in entries)) for each in RecordKind],
        "kind": kind,
        "all": len(entries),
        "newer": _url(kind, number - 1) if number else "",
        "older": _url(kind, number + 1) if len(chosen_entries) > (number + 1) * PAGE else "",
    }
    return page(request, "record", context)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


def _url(kind: RecordKind | None, number: int) -> str:
    query = {"show": str(kind)} if kind else {}
    return "?" + urlencode(query | ({"page": str(number)} if number else {}))
