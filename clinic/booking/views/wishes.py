"""What a patient decides for themselves beside their visits: no more needles, no more questions about pain, and by what
they are reached.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clinic.accounts import acting
from clinic.accounts.models import Patient
from clinic.accounts.texting import services as texting
from clinic.accounts.texting.forms import MessagesForm
from clinic.accounts.texting.reached import TextConsent
from clinic.booking.views.access import for_whom, mailbox, patient_required
from clinic.redirects import see_other
from intake.record.errors import ReviewError
from intake.review import one_person, outcomes, withdrawal


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def no_needles(request: HttpRequest, patient: Patient) -> HttpResponse:
    """Say what withdrawing consent means; a POST withdraws it. It needs no reason."""
    patient = for_whom(request, patient)
    if request.method == "POST":
        try:
            withdrawal.withdraw_consent(patient, by=mailbox(request), at=timezone.now())
        except ReviewError as refused:
            messages.info(request, str(refused))
        else:
            messages.success(request, _("You have withdrawn your consent. We will not use needles."))
        return see_other("booking:mine")
    change = withdrawal.last_change_on(one_person.own_records_of(patient))
    context = {"for_whom": patient.ref, "is_withdrawn": change is not None and not change.is_given}
    return render(request, "booking/no_needles.html", context | acting.page_context(request, patient))


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def messages_by(request: HttpRequest, patient: Patient) -> HttpResponse:
    """By email or by text message, and how a family's messages say for whom they are; a POST keeps it."""
    patient = for_whom(request, patient)
    form = MessagesForm(request.POST if request.method == "POST" else None, patient=patient)
    if request.method == "POST" and form.is_valid():
        how, by = TextConsent.How.PAGE, mailbox(request)
        if form.choose(how=how, by=by, at=timezone.now()):
            messages.success(request, _("Saved."))
            return see_other("booking:mine")
    context = {"form": form, "for_whom": patient.ref, "patient": patient, "stopped": texting.has_stopped(patient)}
    return render(
        request,
        "booking/messages.html",
        context | acting.page_context(request, patient) | {"has_errors": bool(form.errors)},
    )


@patient_required
@require_POST
def numbers(request: HttpRequest, patient: Patient) -> HttpResponse:
    """Stop asking for numbers at visits 4, 8 and 12, or ask again."""
    patient, is_asked = for_whom(request, patient), request.POST.get("ask") == "yes"
    outcomes.choose_outcomes(patient, is_asked=is_asked, by=mailbox(request), at=timezone.now())
    messages.success(
        request, _("We will ask you about your pain again.") if is_asked else _("We will not ask for numbers again.")
    )
    return see_other("booking:mine")
