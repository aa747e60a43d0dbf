"""Handing a tablet to a patient: a code that opens their form, once and for ten minutes; then only how far it is."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.desk import tablet_code as shown
from clinic.desk.views.common import at_the_desk, looked_at_or_sent, page, who
from intake.pages.tablet import services as tablets
from intake.pages.tablet.models import HandOver
from intake.record.errors import IntakeError

CLOSE = "close"


@looked_at_or_sent
@at_the_desk
def tablet(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the code, and where the form on the tablet stands. A POST makes a new code, or closes what is open."""
    patient = get_object_or_404(Patient, ref=ref)
    at = timezone.now()
    if request.method == "POST":
        _close(request, patient) if request.POST.get("do") == CLOSE else _hand_over(request, patient)
        return redirect("desk:tablet", ref)
    state = shown.state_of(patient, at=at)
    context = {
        "patient": patient,
        "state": state,
        "code": shown.code_of(request, state),
        "until": formatting.clock(state.handed.expires_at) if state else "",
        "address": settings.SITE_URL.partition("://")[2] + reverse("tablet:start"),
        "born": formatting.calendar_date(patient.date_of_birth),
    }
    return page(request, "tablet", context)


def _hand_over(request: HttpRequest, found: Patient) -> None:
    try:
        handed, code = tablets.hand_over(found, by=who(request), at=timezone.now())
    except IntakeError as refused:
        messages.error(request, str(refused))
    else:
        shown.keep_code(request, handed, code)


def _close(request: HttpRequest, found: Patient) -> None:
    at = timezone.now()
    for handed in HandOver.objects.not_ended().filter(patient=found):
        tablets.end(handed, how=handed.end_by_now(at) or HandOver.Ended.WITHDRAWN, by=who(request), at=at)
    messages.success(request, _("The form is closed on the tablet. The answers are saved."))
