"""Sending the form, and dropping a change that was begun."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.redirects import see_other
from intake.pages import (
    changing,
    navigation,
    proxy_entry,
    resume,
    sending,
)
from intake.pages.tablet import handed
from intake.pages.viewer import FormViewer
from intake.pages.views.doors import own_form
from intake.record.errors import IntakeError


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Send the form. Sending twice makes one intake. Whoever comes by a link is shown what would be sent."""
    if request.method != "POST":
        return redirect("intake:check", viewer.intake.ref)
    return send_now(request, viewer, at=timezone.now())


def send_now(request: HttpRequest, viewer: FormViewer, *, at: datetime) -> HttpResponse:
    """Send a form whose last screen is whole; where something is open, go there and say so."""
    intake, questionnaire, tablet = viewer.intake, viewer.questionnaire, viewer.hand_over
    try:
        sending.submit(intake, by=viewer.user, handed=tablet, at=at)
    except IntakeError as not_yet:
        last = navigation.signing(questionnaire)
        if not not_yet.missing and intake.email and not intake.is_confirmed:
            resume.press_send(request, intake)
            return see_other("intake:confirm", intake.ref)
        messages.warning(request, str(not_yet))
        if not_yet.missing and all(questionnaire.number_of(code) == last for code in not_yet.missing):
            return see_other("intake:screen", intake.ref, last)
        return see_other("intake:check", intake.ref)
    if tablet is not None:
        return handed.sent(request, tablet, at=at)
    if intake.entered_by_id and viewer.leave_to:
        proxy_entry.leave(request)
        messages.success(request, _("The form is sent and closed. A practitioner will read it."))
        return redirect(viewer.leave_to)
    return see_other("intake:sent", intake.ref)


@own_form
@require_http_methods(["GET", "HEAD", "POST"])
def drop_change(request: HttpRequest, viewer: FormViewer) -> HttpResponse:
    """Drop the change that was begun: what was sent stands."""
    intake = viewer.intake
    if request.method == "POST":
        try:
            changing.drop(intake, by=viewer.user, at=timezone.now())
        except IntakeError as kept:
            messages.warning(request, str(kept))
    return see_other("intake:sent", intake.ref)
