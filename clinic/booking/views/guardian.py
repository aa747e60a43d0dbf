"""A parent or guardian signs after signing in: for whom the session acts, without filling in the form anew."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from clinic import languages
from clinic.accounts import acting
from clinic.accounts.models import Patient
from clinic.booking.views.access import for_whom, mailbox, patient_required
from clinic.redirects import see_other
from intake.record.consent_words import risk_sheet_in
from intake.record.errors import ReviewError
from intake.review import guardian as guardians


@sensitive_post_parameters("name")
@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def guardian(request: HttpRequest, patient: Patient) -> HttpResponse:
    """Show what they sign, in the language of the page; a POST keeps the signature."""
    patient = for_whom(request, patient)
    at, language, sentence, about = timezone.now(), languages.now().code, "", ""
    if request.method == "POST":
        name, has_agreed = request.POST.get("name", ""), bool(request.POST.get("agreed"))
        try:
            guardians.sign(patient, name=name, has_agreed=has_agreed, language=language, by=mailbox(request), at=at)
        except ReviewError as wrong:
            sentence, about = str(wrong), wrong.about
        else:
            messages.success(request, _("Thank you. Your signature is saved."))
            return see_other("booking:mine")
    why_not = guardians.why_not(patient, on=timezone.localdate(at))
    context = {
        "for_whom": patient.ref,
        "patient": patient,
        "why_not": why_not,
        "language": language,
        "risk_sheet": () if why_not else risk_sheet_in(language),
        "typed": request.POST.get("name", ""),
        "agreed": bool(request.POST.get("agreed")),
        "sentence": "" if sentence == why_not else sentence,
        "about": about,
        "has_errors": bool(sentence),
    }
    return render(request, "booking/guardian.html", context | acting.page_context(request, patient))
