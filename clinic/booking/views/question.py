"""A practitioner's question, with its answer box, on a page of the patient's own: whichever form it is about."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic import languages
from clinic.accounts import acting
from clinic.accounts.models import Patient
from clinic.booking.views.access import mailbox, patient_required
from clinic.redirects import see_other
from intake.pages import advice_card, answering, cards, changing, readings
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review import one_person, reply
from intake.screening import Finding, Tier


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, patient: Patient) -> HttpResponse:
    """Show what a practitioner asks; a POST answers. An emergency in the answer is met on this page, and so is what
    holds: what to do meanwhile stands there at once.
    """
    records = one_person.own_records_of(patient)
    asked = reply.question_for(records)
    if asked is None and request.method == "POST":
        asked = reply.answered_for(records)
    form = answering.form_of(asked) if asked else None
    context: dict[str, Any] = {
        "question": asked.question if asked else "",
        "form": form,
        "changing": form is not None and changing.is_begun(form),
        "for_whom": patient.ref,
        "typed": request.POST.get("answer", ""),
    }
    if request.method != "POST" or languages.asked(request):
        return _page(request, patient, context)
    if request.POST.get("for") != patient.ref:
        return _page(request, patient, context | {"problem": _("This page was about someone else. Please check it.")})
    if form is None:
        problem = _("Your practitioner has no open question any more, so we did not send this.")
        return _page(request, patient, context | {"problem": problem})
    problem, findings = _answer(request, form)
    emergencies = [finding for finding in findings if finding.tier is Tier.EMERGENCY]
    if emergencies:
        urgent = {"kind": cards.kind_of_all(emergencies), "advice": cards.advice_of(emergencies)}
        return _page(request, patient, context | urgent | {"question": "", "typed": "", "is_met": True})
    if problem:
        return _page(request, patient, context | {"problem": problem})
    if topics := advice_card.topics(form.definition, findings):
        return _page(request, patient, context | {"question": "", "typed": "", "topics": topics})
    messages.success(request, _("Thank you. Your practitioner will read your answer."))
    return see_other("booking:mine")


def _answer(request: HttpRequest, form: Intake) -> tuple[str, list[Finding]]:
    """Answer; return what kept it from being sent, and what in it holds or is an emergency."""
    at, by, text = timezone.now(), mailbox(request), request.POST.get("answer", "")
    try:
        reading = answering.answer(form, text=text, by=by, at=at)
    except IntakeError as not_kept:
        return str(not_kept), list(answering.alarm(form, text=text, by=by, at=at))
    sent = form.answers.exclude(frozen_at=None).order_by("-revision").first()
    if reading is None or sent is None:
        return "", []
    findings = readings.screening_of(form, sent, reading, on=readings.day_of(at)).findings
    return "", [finding for finding in findings if finding.tier >= Tier.HOLD and answering.JOINS in finding.because]


def _page(request: HttpRequest, patient: Patient, context: dict[str, Any]) -> HttpResponse:
    return render(request, "booking/question.html", context | acting.page_context(request, patient))
