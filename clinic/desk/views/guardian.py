"""The signature of a parent or guardian alone, at the desk: they read the sheet on this screen and type their name."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from clinic.accounts.models import Patient
from clinic.desk.views.common import at_the_desk, looked_at_or_sent, page, who
from intake.record.consent_words import risk_sheet_in
from intake.record.errors import ReviewError
from intake.review import guardian as guardians
from intake.review.risk_sheet import language_of


@looked_at_or_sent
@sensitive_post_parameters("name")
@at_the_desk
def guardian(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what they sign, in the language they read; a POST keeps the signature."""
    patient = get_object_or_404(Patient.objects.select_related("user"), ref=ref)
    at, language, sentence, about = timezone.now(), language_of(patient), "", ""
    if request.method == "POST":
        name, has_agreed = request.POST.get("name", ""), bool(request.POST.get("agreed"))
        try:
            guardians.sign(patient, name=name, has_agreed=has_agreed, language=language, by=who(request), at=at)
        except ReviewError as wrong:
            sentence, about = str(wrong), wrong.about
        else:
            messages.success(request, _("The signature of the parent or guardian is saved."))
            return redirect("desk:patient", ref)
    why_not = guardians.why_not(patient, on=timezone.localdate(at))
    context = {
        "patient": patient,
        "why_not": why_not,
        "language": language,
        "risk_sheet": () if why_not else risk_sheet_in(language),
        "typed": request.POST.get("name", "") or patient.guardian_name,
        "agreed": bool(request.POST.get("agreed")),
        "sentence": "" if sentence == why_not else sentence,
        "about": about,
        "has_errors": bool(sentence),
    }
    return page(request, "guardian", context)
