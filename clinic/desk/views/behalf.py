"""Filling in the form on a patient's behalf: by phone or from paper. Afterwards it is closed to the desk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from clinic import languages
from clinic.accounts.models import Patient
from clinic.desk.views.common import at_the_desk, looked_at_or_sent, page, who
from intake.pages import drafts
from intake.pages import proxy_entry as sittings
from intake.pages.paper import steps_on_paper
from intake.questionnaire import NEW_PATIENT
from intake.record.models import Source

WAYS = (Source.PHONE, Source.PAPER)


@looked_at_or_sent
@at_the_desk
def behalf(request: HttpRequest, ref: str) -> HttpResponse:
    """Say how the answers come; then walk the same screens, under the same rules."""
    patient = get_object_or_404(Patient.objects.select_related("user"), ref=ref)
    if request.method == "POST" and request.POST.get("source") in WAYS and not patient.ended_why:
        at = timezone.now()
        source = request.POST["source"]
        sitting = drafts.start(at=at, source=source, entered_by=who(request), patient=patient)
        sittings.open_on_behalf(request, sitting, back=reverse("desk:patient", args=[ref]))
        return redirect("intake:screen", sitting.ref, 1)
    return page(request, "behalf", {"patient": patient})


@require_GET
@at_the_desk
def blank(request: HttpRequest) -> HttpResponse:
    """The form on paper, made from the questionnaire itself: whatever is asked there is asked here, in any language."""
    language = next((each for each in languages.whole() if each.code == request.GET.get("in")), languages.now())
    with translation.override(language.code):
        context = {"steps": steps_on_paper(NEW_PATIENT), "version": NEW_PATIENT.version}
        other_languages = [each for each in languages.whole() if each is not language]
        return page(request, "blank", context | {"others": other_languages})
