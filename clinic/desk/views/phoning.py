"""Practitioners alone: the update or the check-in asked on the phone, typed into the patient's own screens."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from clinic.accounts.models import Patient
from clinic.accounts.roles import PRACTITIONER, role_required
from clinic.desk.views.common import who
from intake.pages import by_phone, proxy_entry
from intake.record.errors import IntakeError
from intake.review.need_to_know import door

# Where the call was begun, and where it leads back to.
CALLS = "calls"


@require_POST
@role_required(PRACTITIONER)
def phone(request: HttpRequest, ref: str, asked: str) -> HttpResponse:
    """Begin what is asked; on a refusal come back to where it was asked from."""
    if asked not in list(by_phone.PhoneForm):
        raise Http404
    patient = get_object_or_404(Patient.objects.select_related("user"), ref=ref)
    door.ask(request, patient=patient)
    is_from_calls = request.POST.get("from") == CALLS
    back = reverse("admin:review_followuptask_changelist") if is_from_calls else reverse("desk:patient", args=[ref])
    try:
        form = by_phone.begin(patient, by_phone.PhoneForm(asked), by=who(request), at=timezone.now())
    except IntakeError as refused:
        messages.error(request, str(refused))
        return redirect(back)
    proxy_entry.open_on_behalf(request, form, back=back)
    return redirect("intake:screen", form.ref, 1)
