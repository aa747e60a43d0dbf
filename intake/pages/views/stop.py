"""The stop page: an emergency answer is met at once, and never blocks the form."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from clinic import formatting, languages
from clinic.redirects import see_other
from intake.pages import cards, chosen, drafts, navigation, readings, red_line, sending
from intake.pages.viewer import FormViewer
from intake.pages.views.doors import form_context, own_form
from intake.questionnaire.visit_record import VISIT_AREAS
from intake.record.answer_words import said
from intake.record.errors import IntakeError
from intake.record.later import last_needles
from intake.record.models import Answers
from intake.screening import Finding, Reading


@languages.partly_for_emergencies
@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, viewer: FormViewer, number: int = 0) -> HttpResponse:
    """Say what to do now. `number` is the screen whose save led here."""
    intake, on = viewer.intake, timezone.localdate()
    if number > len(viewer.questionnaire.screens):
        raise Http404
    answers = intake.current()
    reading = readings.reading_of(intake, answers, on=on)
    emergencies = readings.emergencies_in(intake, answers, reading, on=on)
    if request.method == "POST":
        shown_emergencies = viewer.sees(answers, reading.answers).in_sight(emergencies)
        return _mistake(request, viewer, _screen_to_change(viewer, shown_emergencies, number))
    if not emergencies:
        return redirect("intake:tasks", intake.ref)
    if (elsewhere := chosen.elsewhere(request, intake, viewer, is_urgent=True)) is not None:
        return elsewhere
    with languages.reading(request) as language:
        response = _page(request, viewer, answers, reading, emergencies, number)
    response.headers["Content-Language"] = language.code
    return response


def _page(
    request: HttpRequest,
    viewer: FormViewer,
    answers: Answers,
    reading: Reading,
    emergencies: list[Finding],
    number: int,
) -> HttpResponse:
    # An emergency told before this tablet was handed over still stops, but in no words of its own.
    visibility = viewer.sees(answers, reading.answers)
    emergencies = visibility.in_sight(emergencies)
    bodily = [finding for finding in emergencies if cards.kind_of(finding) == "emergency"]
    despair = [finding for finding in emergencies if cards.kind_of(finding) == "crisis"]
    context: dict[str, Any] = {
        "intake": viewer.intake,
        "kind": "emergency" if bodily or not despair else "crisis",
        "advice": cards.advice_of(bodily or despair),
        "also_crisis": cards.advice_of(despair) if bodily else [],
        "quotes": red_line.quotes(viewer.intake, answers, bodily, visibility, on=timezone.localdate()),
        "needles": "" if viewer.is_on_tablet else _needles(answers),
        "go_on": _go_on(request, viewer, answers, reading, number),
        "here": request.get_full_path(),
    }
    return render(
        request,
        "intake/stop.html",
        context | form_context(request, viewer) | {"red_line": None, "chosen_language": None},
    )


def _needles(answers: Answers) -> str:
    """When and where the last needles were: what an emergency room asks after a visit. Nothing in a first form."""
    needles = last_needles(answers)
    if needles is None:
        return ""
    when = formatting.day(timezone.localtime(needles.at).date())
    where = ", ".join(said(VISIT_AREAS, sorted(needles.areas or ())))
    return f"{when}: {where}" if where else when


def _go_on(request: HttpRequest, viewer: FormViewer, answers: Answers, reading: Reading, number: int) -> str:
    """Where the form goes on after reading: the same screen while something on it is open, else the next one."""
    intake, questionnaire = viewer.intake, viewer.questionnaire
    if answers.frozen_at is not None:
        return reverse("intake:sent", args=[intake.ref])
    if not 1 <= number <= len(questionnaire.main_screens):
        return reverse("intake:tasks", args=[intake.ref])
    checking = request.GET.get("then") == "check"
    if navigation.open_codes(questionnaire, reading, number):
        address = reverse("intake:screen", args=[intake.ref, number])
        return f"{address}?then=check" if checking else address
    way = viewer.in_sight(answers, reading)
    following = None if checking else navigation.after(questionnaire, way.shown, number)
    if following is None:
        return reverse("intake:check", args=[intake.ref])
    return reverse("intake:screen", args=[intake.ref, following])


def _mistake(request: HttpRequest, viewer: FormViewer, number: int) -> HttpResponse:
    """'Tapped by mistake': written down, then back to the question. The alert stays for the clinic."""
    intake, at = viewer.intake, timezone.now()
    if number > len(viewer.questionnaire.main_screens):
        return see_other("intake:extras", intake.ref)
    try:
        drafts.keep_mistake(intake, by=viewer.user, at=at)
    except IntakeError:
        sending.change(intake, by=viewer.user, at=at)
        drafts.keep_mistake(intake, by=viewer.user, at=at)
    return see_other("intake:screen", intake.ref, number, query=request.GET.urlencode())


def _screen_to_change(viewer: FormViewer, emergencies: list[Finding], number: int) -> int:
    """The screen that was just saved; without it the first one whose answer is an emergency."""
    questionnaire = viewer.questionnaire
    named = (code for finding in emergencies for code in finding.because if code in questionnaire)
    return number or next((questionnaire.number_of(code) for code in named), 1)
