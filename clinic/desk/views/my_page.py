"""What the public reads of a practitioner, written by themselves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.accounts.introduction import IntroductionForm
from clinic.accounts.models import Practitioner
from clinic.accounts.roles import PRACTITIONER, role_required
from clinic.desk.views.common import looked_at_or_sent, page, who


@looked_at_or_sent
@role_required(PRACTITIONER)
def my_page(request: HttpRequest) -> HttpResponse:
    """Show and keep languages, introduction and photograph of whoever is signed in, of nobody else."""
    mine = get_object_or_404(Practitioner.objects.select_related("user"), user=who(request))
    sent = request.method == "POST"
    form = IntroductionForm(request.POST if sent else None, request.FILES if sent else None, instance=mine)
    if sent and form.is_valid():
        form.keep(by=who(request), at=timezone.now())
        messages.success(request, _("Saved. Patients read it now."))
        return redirect("desk:my_page")
    context = {"form": form, "portrait": form.portrait, "part": "my_day", "has_errors": bool(form.errors)}
    return page(request, "my_page", context)
