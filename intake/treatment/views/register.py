"""The register of adverse events: practitioners read and judge it, administrators see the counts."""

from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from clinic import audit
from clinic.accounts.roles import ADMINISTRATOR, PRACTITIONER, is_practitioner, role_required
from clinic.audit.transaction import audited_transaction
from intake.review.need_to_know import door
from intake.treatment import rates
from intake.treatment import register as events
from intake.treatment.errors import TreatmentError
from intake.treatment.forms import AssessForm
from intake.treatment.models import AdverseEvent
from intake.treatment.views.common import add_error, looked_at_or_sent, page, who
from intake.treatment.vocabulary import Outcome

A_YEAR = timedelta(days=365)


@require_GET
@role_required(PRACTITIONER, ADMINISTRATOR)
def register(request: HttpRequest) -> HttpResponse:
    """The rates of the last twelve months beside the published ones; for practitioners the events too."""
    by, at = who(request), timezone.now()
    end = _end_of_day(at)
    with audited_transaction():
        counted = rates.counts(begin=end - A_YEAR, end=end)
        audit.record("events.counted", by=by, at=at)
    context = {
        "few": 0 if is_practitioner(by) else rates.FEW,
        "counted": counted,
        "begin": timezone.localdate(end - A_YEAR),
        "end": timezone.localdate(at),
        "source": rates.SOURCE,
        "events": events.read_events(by=by, at=at) if is_practitioner(by) else None,
    }
    return page(request, "register", context)


def _end_of_day(at: datetime) -> datetime:
    """Midnight after a moment: a visit that began before its time counts today."""
    return timezone.make_aware(datetime.combine(timezone.localdate(at) + timedelta(days=1), time.min))


@looked_at_or_sent
@role_required(PRACTITIONER)
def event(request: HttpRequest, ref: str) -> HttpResponse:
    """One event: what was told, and what a practitioner makes of it."""
    event = get_object_or_404(AdverseEvent.objects.with_people(), ref=ref)
    door.ask(request, patient=event.patient)
    by, at = who(request), timezone.now()
    initial = {
        "severity": event.severity,
        "action": event.action,
        # Nobody has said it yet: nothing is chosen for them.
        "outcome": event.outcome if event.assessed_at or event.outcome != Outcome.UNKNOWN else "",
        "words": event.words.get("assessment", ""),
        "is_refuted": event.refuted_at is not None,
    }
    form = AssessForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            events.assess(event, **form.cleaned_data, by=by, at=at)
        except TreatmentError as wrong:
            add_error(form, wrong.about, str(wrong))
        else:
            messages.success(request, _("Saved."))
            return redirect("treatment:register")
    events.read_event(event, by=by, at=at)
    return page(request, "event", {"event": event, "form": form, "has_errors": bool(form.errors)})
