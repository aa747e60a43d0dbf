"""TODAY: the front desk's first page. It loads no answer and no flag's name."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from clinic import moments
from clinic.accounts import services as people
from clinic.accounts.models import Difference, User
from clinic.accounts.roles import DESK, PRACTITIONER, role_required
from clinic.desk import board
from intake import services as intakes
from intake.models import Intake


@require_GET
@role_required(DESK, PRACTITIONER)
def today(request: HttpRequest) -> HttpResponse:
    """Who has a form with us, how far it is, what to say, and what waits for the desk."""
    now = timezone.now()
    lines = board.lines(on=timezone.localdate(now), at=now)
    context = {
        "day": moments.day(timezone.localdate(now)),
        "lines": lines,
        "calls": [line for line in lines if line.is_call],
        "to_accept": [line for line in lines if line.waits_for_a_word],
        "differences": list(Difference.objects.open()),
    }
    return render(request, "desk/today.html", context)


@require_POST
@role_required(DESK, PRACTITIONER)
def accept(request: HttpRequest, ref: str) -> HttpResponse:
    """The desk has spoken to the person: the form becomes part of their record."""
    form = get_object_or_404(Intake, ref=ref)
    try:
        intakes.accept(form, by=_who(request), at=timezone.now())
    except intakes.IntakeError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _("The form of %(name)s is accepted.") % {"name": form.full_name})
    return redirect("desk:today")


@require_POST
@role_required(DESK, PRACTITIONER)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk has asked the person which of the two is right."""
    difference = get_object_or_404(Difference, pk=pk)
    people.settle(difference, take=request.POST.get("take") == "new", by=_who(request), at=timezone.now())
    messages.success(request, _("Settled."))
    return redirect("desk:today")


def _who(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
