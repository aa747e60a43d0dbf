"""Before the first needle: what a practitioner still has to read, on one page, and then the visit begins."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from clinic.accounts.roles import PRACTITIONER, role_required
from clinic.booking import services
from clinic.booking.errors import BookingError, ConsentWithdrawn, FormNotRead, NotSeen, RisksNotSigned, UpdateMissing
from clinic.booking.models import Appointment, State
from clinic.desk.views.common import looked_at_or_sent, page, to_the_day, who
from clinic.desk.views.visits import line_of, visit_of
from intake.record import errors
from intake.record.consent_words import risk_sheet_in
from intake.review import cautions, risk_sheet
from intake.review.admin.flag_cards import card
from intake.review.need_to_know import door
from intake.treatment import services as treatment
from intake.treatment.models import TreatmentNote

# What is missing before needles and is not to be found by opening the form.
NOT_IN_CASE = (ConsentWithdrawn, NotSeen, RisksNotSigned, UpdateMissing)


@looked_at_or_sent
@role_required(PRACTITIONER)
def needles(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what keeps this visit from its needles. A POST keeps that the risk sheet is signed, or ticks the cautions as
    seen, and begins the visit once nothing is missing.
    """
    visit = visit_of(ref)
    door.ask(request, patient=visit.patient)
    sentence = ""
    if request.method == "POST":
        try:
            _sign(request, visit) if request.POST.get("go") == "sign" else _begin(request, visit)
        except (BookingError, errors.ReviewError) as wrong:
            sentence = str(wrong)
        else:
            visit.refresh_from_db()
            if visit.state != State.WITH:
                return redirect("desk:needles", ref)
            return to_the_day(timezone.localtime(visit.starts_at).date(), anchor=f"visit-{ref}")
    at = timezone.now()
    missing = services.what_is_missing(visit, by=who(request), at=at)
    if missing is None and not sentence:
        return redirect("desk:visit", ref)
    waits, unsigned = isinstance(missing, NotSeen), isinstance(missing, RisksNotSigned)
    unseen = cautions.read_cautions(visit.patient, by=who(request), at=at) if waits else []
    context = {
        "line": line_of(visit),
        "missing": missing,
        "is_unread": isinstance(missing, FormNotRead),
        "is_withdrawn": isinstance(missing, ConsentWithdrawn),
        "wants_update": isinstance(missing, UpdateMissing),
        "risk_sheet": risk_sheet_in(risk_sheet.language_of(visit.patient)) if unsigned else (),
        "cautions": [card(flag, flag.answers.intake.questionnaire) for flag in unseen],
        "case": None if isinstance(missing, NOT_IN_CASE) else cautions.case_to_read(visit.patient),
        "sentence": sentence,
        "has_errors": bool(sentence),
    }
    return page(request, "needles", context)


@require_POST
@role_required(PRACTITIONER)
def note(request: HttpRequest, ref: str) -> HttpResponse:
    """Open the treatment note of a visit that has begun: the signed one, or a draft."""
    visit = visit_of(ref)
    door.ask(request, patient=visit.patient)
    if visit.state not in (State.WITH, State.COMPLETED):
        messages.error(request, _("Start the visit first. Then write the note."))
        return redirect("desk:visit", ref)
    opened = treatment.open_note(
        patient=visit.patient,
        practitioner=visit.practitioner,
        visit_ref=visit.ref,
        visit_at=visit.starts_at,
        by=who(request),
        at=timezone.now(),
    )
    return redirect("treatment:note" if isinstance(opened, TreatmentNote) else "treatment:draft", opened.ref)


def _sign(request: HttpRequest, visit: Appointment) -> None:
    """The patient agreed to today's risk sheet; where that was the last thing missing, the visit begins."""
    by, at = who(request), timezone.now()
    risk_sheet.sign_in_person(visit.patient, signed_name=request.POST.get("signed_name", "")[:200], by=by, at=at)
    if visit.state == State.ARRIVED and services.what_is_missing(visit, at=at) is None:
        services.start(visit, by=by, at=at)


def _begin(request: HttpRequest, visit: Appointment) -> None:
    by, at = who(request), timezone.now()
    caution_keys = {
        int(key) for key in request.POST.getlist("shown") if key.isascii() and key.isdecimal() and len(key) < 15
    }
    if visit.state != State.ARRIVED:
        raise BookingError(_("Mark the patient as arrived first."))
    cautions.see_cautions(visit.patient, shown=caution_keys, by=by, at=at)
    services.start(visit, by=by, at=at)
