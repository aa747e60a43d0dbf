"""The optional extras: a few questions after the form is sent."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.redirects import see_other
from intake.pages import (
    readings,
    sending,
)
from intake.pages.forms import StepForm
from intake.pages.viewer import FormViewer
from intake.pages.views.doors import form_context, own_form
from intake.questionnaire import Questionnaire, Screen
from intake.record.models import Answers


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def extras(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """A few optional questions after sending. Each one may stay empty."""
    intake, questionnaire = viewer.intake, viewer.questionnaire
    if not questionnaire.extra_screens:
        raise Http404
    if intake.submitted_at is None:
        return redirect("intake:tasks", intake.ref)
    answers = intake.current()
    if answers.frozen_at is None:
        messages.info(request, _("Finish the change you started first. These questions come after that."))
        return see_other("intake:check", intake.ref)
    form = StepForm(_extra_screen(questionnaire), data=request.POST if request.method == "POST" else None)
    if request.method == "POST":
        return _keep_extras(request, viewer, form)
    form.fill(answers.raw, readings.reading_of(intake, answers, on=timezone.localdate()), version=answers.revision)
    return _extras_page(request, viewer, form)


def _keep_extras(request: HttpRequest, viewer: FormViewer, form: StepForm) -> HttpResponse:
    intake, at = viewer.intake, timezone.now()
    reading = sending.save_extras(intake, raw=form.raw, by=viewer.user, at=at)
    emergencies = readings.emergencies_in(intake, intake.current(), reading, on=readings.day_of(at))
    if any(set(finding.because) & set(form.codes) for finding in emergencies):
        return see_other("intake:stop_at", intake.ref, len(viewer.questionnaire.screens))
    form.fill(form.raw, reading, version=0)
    form.judge(reading)
    if form.is_whole:
        messages.success(request, _("Thank you. We have added this to your form."))
        return see_other("intake:sent", intake.ref)
    return _extras_page(request, viewer, form)


def _extras_page(request: HttpRequest, viewer: FormViewer, form: StepForm) -> HttpResponse:
    context = {"intake": viewer.intake, "form": form, "has_errors": bool(form.problems)}
    return render(request, "intake/extras.html", context | form_context(request, viewer))


def _extra_screen(questionnaire: Questionnaire) -> Screen:
    """All optional screens as one page: they are few and short."""
    screens = questionnaire.extra_screens
    return Screen(code="extras", title=screens[0].title, questions=tuple(q for s in screens for q in s.questions))


def has_extras(answers: Answers) -> bool:
    extra = {q.code for s in answers.intake.definition.extra_screens for q in s.questions}
    return bool(extra & set(answers.valid))
