"""Two doors with one address for everybody: the update before a visit, and how somebody is since the last one.

They come from emails, so nothing in the address tells whose they are. What an emergency is, and that nobody reads at
night, is said before anybody is asked to sign in.
"""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clinic import formatting
from clinic.accounts import acting, codes
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient
from clinic.form_fields import NO_ADDRESS, NO_ADDRESS_OR_PHONE
from clinic.one_commit import with_the_session
from clinic.outbox.texts import is_enabled
from clinic.redirects import see_other
from intake.pages import drafts
from intake.pages.viewer import Viewer, viewer_of
from intake.pages.views.doors import form_context
from intake.record import later
from intake.record.errors import IntakeError
from intake.record.models import Intake
from intake.review.follow_up import check_ins, updates


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_the_session
def update(request: HttpRequest) -> HttpResponse:
    """Before a visit with needles: what has changed? POST begins it, or goes on with the one that is begun."""
    turned = _turned(request, viewer := viewer_of(request), "intake:update")
    if turned is not None:
        return turned
    patient, at = acting.patient_for(request), timezone.now()
    if patient is not None and request.method == "POST":
        if (full := updates.form_to_repeat(patient, at=at)) is not None:
            return _into(request, lambda: _begin_again(patient, full, viewer, at=at))
        if not updates.may_begin(patient, at=at):
            return see_other("intake:update")
        return _into(request, lambda: updates.begin(patient, by=viewer.user, at=at))
    return _door(request, viewer, patient, "intake/update.html", _update_context(patient))


def _begin_again(patient: Patient, full: Intake, viewer: Viewer, *, at: datetime) -> Intake:
    """A full form once more, with the last answers beside the questions; or the one that is begun."""
    begun = Intake.objects.full().unsent().filter(meant_for=patient, user=viewer.user).order_by("-pk").first()
    before = later.answers_to_confirm(full, on=timezone.localtime(at).date())
    return begun or drafts.start(at=at, by=viewer.user, patient=patient, before=before)


def _update_context(patient: Patient | None) -> dict[str, Any]:
    if patient is None:
        return {}
    at = timezone.now()
    opens = updates.opens_at(patient)
    return {
        "is_open": updates.may_begin(patient, at=at),
        "needs_full_form": updates.full_form_of(patient, at=at) is None,
        "may_repeat": updates.form_to_repeat(patient, at=at) is not None,
        "is_due": updates.is_due(patient, at=at),
        "opens": formatting.moment(opens) if opens and opens > at else "",
    }


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_the_session
def how_are_you(request: HttpRequest) -> HttpResponse:
    """After a visit with needles, at any time: how are you? POST begins the form, or goes on with it."""
    turned = _turned(request, viewer := viewer_of(request), "intake:how_are_you")
    if turned is not None:
        return turned
    patient, at = acting.patient_for(request), timezone.now()
    check_in = check_ins.to_answer(patient) if patient else None
    if check_in is not None and request.method == "POST":
        return _into(request, lambda: check_ins.begin(check_in, by=viewer.user, at=at))
    are_stopped = patient is not None and check_ins.are_stopped(patient)
    context: dict[str, Any] = {"check_in": check_in, "are_stopped": are_stopped}
    if check_in is not None:
        context["when"] = formatting.day(timezone.localtime(check_in.needled_at).date())
    return _door(request, viewer, patient, "intake/how_are_you.html", context)


@require_POST
def check_ins_stop(request: HttpRequest) -> HttpResponse:
    """The patient does not want to be asked after visits, or wants it again."""
    patient, user = acting.patient_for(request), acting.user_at_work(request)
    if patient is None or user.is_staff:
        raise PermissionDenied
    at = timezone.now()
    if request.POST.get("again"):
        check_ins.resume(patient, by=user, at=at)
        messages.success(request, _("We will ask how you are after your visits."))
    else:
        check_ins.stop(patient, by=user, at=at)
        messages.success(request, _("We will not ask you after visits. You can still tell us here at any time."))
    return see_other("intake:how_are_you")


def _turned(request: HttpRequest, viewer: Viewer, here: str) -> HttpResponse | None:
    """Lead away whoever has no business here; send a code to whoever typed an address."""
    if viewer.is_staff:
        if request.method == "POST":
            raise PermissionDenied
        return redirect("accounts:landing")
    if viewer.is_on_tablet:
        return redirect("tablet:start")
    if viewer.user is None and request.method == "POST":
        try:
            return codes.start(request, email=request.POST.get("email", ""), next_url=reverse(here))
        except AccountError:
            return None
    if viewer.user is not None and acting.patient_for(request) is None and acting.patients_of(request):
        return redirect(f"{reverse('accounts:patients')}?next={reverse(here)}")
    return None


def _door(
    request: HttpRequest, viewer: Viewer, patient: Patient | None, template: str, context: dict[str, Any]
) -> HttpResponse:
    is_sent = viewer.user is None and request.method == "POST"
    typed = {
        "patient": patient,
        "email": request.POST.get("email", "") if is_sent else "",
        "problem": (NO_ADDRESS_OR_PHONE if is_enabled() else NO_ADDRESS) if is_sent else "",
        "has_errors": is_sent,
    }
    page_facts = form_context(request, viewer) | acting.page_context(request, patient)
    return render(request, template, context | typed | page_facts | {"red_line": None})


def _into(request: HttpRequest, begin: Any) -> HttpResponse:
    """Go to the first screen, or to where the form stands if some of it is answered."""
    try:
        form: Intake = begin()
    except IntakeError as refused:
        messages.warning(request, str(refused))
        return see_other(request.resolver_match.view_name)  # type: ignore[union-attr]  # a page of ours
    if form.current().document.get("screens"):
        return see_other("intake:tasks", form.ref)
    return see_other("intake:screen", form.ref, 1)
