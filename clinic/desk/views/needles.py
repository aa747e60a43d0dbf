"""Before the first needle: what a practitioner still has to read, on one page, and then the visit begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic.accounts.roles import PRACTITIONER, role_required
from clinic.booking import services
from clinic.booking.errors import BookingError, FormNotRead, NotSeen, UpdateMissing
from clinic.booking.models import Appointment, State
from clinic.desk.views.common import looked_at_or_sent, page, to_the_day, who
from clinic.desk.views.visits import line_of, visit_of
from intake.record import errors
from intake.review import cautions
from intake.review.admin.case_page import card


@looked_at_or_sent
@role_required(PRACTITIONER)
def needles(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what keeps this visit from its needles; a POST ticks the cautions as seen and begins the visit."""
    visit = visit_of(ref)
    sentence = ""
    if request.method == "POST":
        try:
            _begin(request, visit)
        except (BookingError, errors.ReviewError) as wrong:
            sentence = str(wrong)
        else:
            return to_the_day(timezone.localtime(visit.starts_at).date(), anchor=f"visit-{ref}")
    at = timezone.now()
    missing = services.what_is_missing(visit, at=at)
    if missing is None and not sentence:
        return redirect("desk:visit", ref)
    waits = isinstance(missing, NotSeen)
    unseen = cautions.read_cautions(visit.patient, by=who(request), at=at) if waits else []
    context = {
        "line": line_of(visit),
        "missing": missing,
        "is_unread": isinstance(missing, FormNotRead),
        "wants_update": isinstance(missing, UpdateMissing),
        "cautions": [card(flag, flag.answers.intake.questionnaire) for flag in unseen],
        "case": None if waits or isinstance(missing, UpdateMissing) else cautions.case_to_read(visit.patient),
        "sentence": sentence,
        "has_errors": bool(sentence),
    }
    return page(request, "needles", context)


def _begin(request: HttpRequest, visit: Appointment) -> None:
    by, at = who(request), timezone.now()
    shown = {int(key) for key in request.POST.getlist("shown") if key.isascii() and key.isdecimal() and len(key) < 15}
    if visit.state != State.ARRIVED:
        raise BookingError(_("Mark the patient as arrived first."))
    cautions.see_cautions(visit.patient, shown=shown, by=by, at=at)
    services.start(visit, by=by, at=at)
