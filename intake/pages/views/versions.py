"""When a page cannot be saved as it is: it was saved elsewhere meanwhile, or the form was sent. Nothing is lost."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting, languages
from clinic.redirects import see_other
from intake.pages import navigation, too_late
from intake.pages.forms import StepForm, typed_fields
from intake.pages.saved_screen import Kept
from intake.pages.viewer import FormViewer, Visibility
from intake.pages.views.doors import alarm, form_context
from intake.questionnaire import Question
from intake.record.answer_words import said


def conflict(request: HttpRequest, viewer: FormViewer, kept: Kept, form: StepForm, number: int) -> HttpResponse:
    """Somebody else saved this screen meanwhile: show both, let the person choose; nothing is written yet."""
    clash, visibility = kept.conflict, viewer.sees(kept.answers, kept.reading.answers)
    assert clash is not None  # noqa: S101  (the caller has looked)
    differs = [question for question in form.questions if question.code in clash.differing]
    rows = [
        {
            "question": _(question.wording),
            "yours": said(question, clash.yours.get(question.code)),
            "theirs": _theirs(question, clash.theirs.get(question.code), visibility),
        }
        for question in differs
    ]
    saved_at = kept.answers.screen_saved_at(form.screen.code)
    # What was typed just now is met like any answer; what only hidden answers say is not told.
    hidden = replace(visibility, kept_back=visibility.kept_back.difference(clash.yours))
    urgent = hidden.in_sight(kept.emergencies)
    screen_url = reverse("intake:screen", args=[kept.intake.ref, number])
    context = {
        "intake": kept.intake,
        "rows": rows,
        "same": len(differs) < len(form.asked),
        "fields": typed_fields(request.POST, "seen"),
        "seen": clash.version,
        "here": f"{screen_url}?{request.GET.urlencode()}" if request.GET else screen_url,
        "saved_at": formatting.clock(saved_at) if saved_at else "",
    }
    context |= form_context(request, viewer) | alarm(request, viewer, urgent)
    return render(request, "intake/conflict.html", context)


def _theirs(question: Question, raw: Any, visibility: Visibility) -> list[str]:
    instead = visibility.instead_of(question) if raw else ""
    return [instead] if instead else said(question, raw)


def closed(request: HttpRequest, viewer: FormViewer, form: StepForm, number: int, sentence: str) -> HttpResponse:
    """The form was sent meanwhile: nothing typed is lost, it can go on as a change. An emergency does so at once."""
    intake = viewer.intake
    if number != navigation.signing(viewer.questionnaire) and too_late.alarm(
        intake,
        screen_=form.screen,
        raw=form.raw,
        asked=form.asked,
        language=languages.read_in(request).code,
        by=viewer.user,
        at=timezone.now(),
    ):
        return see_other("intake:stop_at", intake.ref, number)
    answers = intake.current()
    hidden, sent = viewer.unreadable(answers), answers.raw
    differs = [
        q
        for q in form.questions
        if q.code in form.asked and (q.code in hidden or (form.raw[q.code] or "") != (sent.get(q.code) or ""))
    ]
    if not differs or number == navigation.signing(viewer.questionnaire):
        return see_other("intake:sent", intake.ref)
    context = {
        "intake": intake,
        "sentence": sentence,
        "rows": [
            {"question": _(question.wording), "yours": said(question, form.raw[question.code])} for question in differs
        ],
        "fields": typed_fields(request.POST, "seen"),
        "number": number,
    }
    return render(request, "intake/closed.html", context | form_context(request, viewer))
