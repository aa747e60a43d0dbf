"""By what somebody is reached, told at the desk; and the messages that did not arrive."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic.accounts.models import Patient
from clinic.accounts.texting import services as texting
from clinic.accounts.texting.forms import MessagesForm
from clinic.accounts.texting.reached import TextConsent
from clinic.desk import tasks
from clinic.desk.views.common import at_the_desk, looked_at_or_sent, page, who
from clinic.outbox import delivery
from clinic.outbox.models import Letter


@looked_at_or_sent
@at_the_desk
def messages_by(request: HttpRequest, ref: str) -> HttpResponse:
    """Email, text messages or both, and the consent, as the person says it at the desk or on the phone."""
    patient = get_object_or_404(Patient.objects.select_related("user"), ref=ref)
    form = MessagesForm(request.POST if request.method == "POST" else None, patient=patient)
    if request.method == "POST" and form.is_valid():
        how, by = TextConsent.How.DESK, who(request)
        if form.choose(how=how, by=by, at=timezone.now()):
            messages.success(request, _("Saved."))
            return redirect("desk:patient", ref)
    context = {
        "patient": patient,
        "form": form,
        "stopped": texting.has_stopped(patient),
        "consents": texting.history_of(patient),
        "has_errors": bool(form.errors),
    }
    return page(request, "messages", context)


@require_POST
@at_the_desk
def undelivered(request: HttpRequest, ref: str) -> HttpResponse:
    """The desk has called about a message that did not arrive; or the address is right after all: it is tried again."""
    letter = get_object_or_404(Letter.objects.given_up().defer("sealed", "rendered"), ref=ref)
    patient = tasks.patients_of([letter]).get(letter.about)
    if request.POST.get("do") == "again" and patient and patient.ended_why:
        messages.error(request, patient.ended_words)
    elif request.POST.get("do") == "again":
        if delivery.send_again(letter, by=who(request), at=timezone.now()):
            messages.success(request, _("We are sending it again."))
        else:
            messages.info(request, _("There is no address to send this to."))
    elif delivery.settle(letter, by=who(request), at=timezone.now()):
        messages.success(request, _("Logged."))
    return redirect("desk:tasks")
