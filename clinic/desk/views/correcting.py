"""Correcting who somebody is, and saying that they are no longer a patient."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from clinic import formatting
from clinic.accounts import services as people
from clinic.accounts.models import Patient
from clinic.accounts.patient_search import alike, is_swapped
from clinic.desk.forms import IdentityForm
from clinic.desk.views.common import at_the_desk, looked_at_or_sent, page, who
from intake.review.one_person import records_of

BACK = "back"


@looked_at_or_sent
@sensitive_post_parameters("full_name", "preferred_name", "date_of_birth")
@at_the_desk
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    """Name, preferred name and birth date, each with a reason. The forms somebody sent keep what was said in them."""
    patient = get_object_or_404(Patient.objects.select_related("user"), ref=ref)
    form = IdentityForm(request.POST if request.method == "POST" else None, patient=patient)
    doubts: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid() and not request.POST.get("sure"):
        doubts = _doubts(patient, form.cleaned_data)
    if request.method == "POST" and form.is_valid() and not doubts:
        identity = dict(form.cleaned_data)
        reason = identity.pop("reason")
        try:
            people.correct(patient, identity=identity, reason=reason, by=who(request), at=timezone.now())
        except people.AccountError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("Saved."))
            return redirect("desk:patient", ref)
    context = {"patient": patient, "form": form, "has_errors": bool(form.errors)}
    return page(request, "correct", context | doubts)


def _doubts(patient: Patient, told: dict[str, Any]) -> dict[str, Any]:
    """Return what the desk is asked before it saves: a birth date turned round, and others whom it makes alike."""
    before, born = patient.date_of_birth, told["date_of_birth"]
    found: dict[str, Any] = {}
    if is_swapped(before, born):
        found |= {"before": formatting.calendar_date(before), "after": formatting.calendar_date(born)}
    if born != before or told["full_name"] != patient.full_name:
        known = set(records_of(patient))
        twins = [match.patient for match in alike(full_name=told["full_name"], date_of_birth=born, without=patient)]
        # Two of one name on one mailbox are refused when it is saved.
        twins = [twin for twin in twins if twin.user_id is None or twin.user_id != patient.user_id]
        others = [(twin, formatting.calendar_date(twin.date_of_birth)) for twin in twins if twin.pk not in known]
        found |= {"twins": others} if others else {}
    return found


@require_POST
@at_the_desk
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Moved away, died, asked to stop: nothing is sent any more. Or a patient again after all."""
    patient = get_object_or_404(Patient, ref=ref)
    why = request.POST.get("why", "")
    try:
        if why == BACK:
            people.come_back(patient, by=who(request), at=timezone.now())
            messages.success(request, _("This person is a patient again."))
        else:
            people.end(patient, why=why, by=who(request), at=timezone.now())
            messages.success(request, _("We send no more messages and reminders. The history stays."))
    except people.AccountError as wrong:
        messages.error(request, str(wrong))
    return redirect("desk:patient", ref)
