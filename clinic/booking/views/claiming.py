"""Seeing the visits that the clinic booked by phone: the address is proven by a code, name and birth date say who."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from clinic.accounts import acting
from clinic.accounts import services as accounts
from clinic.booking.forms import NAME, WhoForm, answers_of
from clinic.booking.views.access import mailbox, staff_away
from clinic.redirects import see_other


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request: HttpRequest) -> HttpResponse:
    """Ask for name and birth date; a record that the clinic made with this address is theirs then.

    The answer is the same for a stranger and for a wrong birth date, and five tries an hour are all there are.
    """
    if turned := staff_away(request):
        return turned
    user, at = mailbox(request), timezone.now()
    on = timezone.localdate(at)
    form = WhoForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.check(on=on):
        answers = answers_of(form.raw, on=on)
        counted = ratelimit.consume(request, action="claim", key=user.pk)
        patient = accounts.claim(user, answers["full_name"], born=answers["date_of_birth"], at=at) if counted else None
        if patient is not None:
            acting.act_for(request, patient)
            return see_other("booking:mine")
        form.problems = {NAME.code: _("We did not find this. Check the spelling and the date of birth, or call us.")}
    context = {"form": form, "has_errors": bool(form.problems)}
    return render(request, "booking/claim.html", context | acting.page_context(request))
