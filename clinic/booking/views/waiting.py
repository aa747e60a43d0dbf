"""The waiting list as the patient sees it: joining, leaving, and answering an offer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from clinic import formatting
from clinic.accounts import acting
from clinic.accounts.models import Patient
from clinic.booking import places, schedule, services
from clinic.booking.forms import WaitForm
from clinic.booking.models import Offer, VisitType
from clinic.booking.services import BookingError
from clinic.booking.views.access import for_whom, mailbox, own_entry, own_offer, patient_required
from clinic.booking.views.choosing import BookingWay, call_first, kind_numbered, way
from clinic.redirects import see_other
from clinic.site_settings.own_texts import in_language
from intake.pages import red_line
from intake.review import standing


@patient_required
@require_http_methods(["GET", "HEAD", "POST"])
def wait(request: HttpRequest, patient: Patient, kind: int) -> HttpResponse:
    """Ask for which days, times and practitioner somebody would come at short notice; a POST puts them on the list."""
    at, visit_type = timezone.now(), kind_numbered(kind)
    today = timezone.localtime(at).date()
    patient = for_whom(request, patient)
    if visit_type.booking != VisitType.Booking.ONLINE:
        return redirect("booking:times", kind)
    patient_standing = standing.of_one(patient, on=today, at=at)
    if not patient_standing.allows_consultation:
        return call_first(request, patient)
    if way(visit_type, patient_standing) is BookingWay.CONSULTATION:
        return redirect("booking:times", kind)
    data = request.POST if request.method == "POST" else None
    where = places.to_choose_from(visit_type)
    form = WaitForm(data, people=schedule.current().offering(visit_type), places=where, on=today)
    if request.method == "POST" and form.is_valid():
        try:
            services.join(patient=patient, visit_type=visit_type, by=mailbox(request), at=at, **form.wishes())
        except BookingError as refused:
            form.add_error("until", str(refused))
        else:
            return see_other("booking:mine")
    context = {"form": form, "kind": visit_type, "for_whom": patient.ref, "told_by": patient.told_by}
    return render(request, "booking/wait.html", context | acting.page_context(request, patient))


@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """Leave the waiting list. Leaving twice changes nothing."""
    entry = own_entry(request, ref)
    if request.method == "POST":
        services.leave(entry, by=mailbox(request), at=timezone.now())
    return see_other("booking:mine")


@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a time that came free; a POST takes it, or leaves it to somebody else."""
    at, offered = timezone.now(), own_offer(request, ref)
    if request.method == "POST":
        return _answer(request, offered)
    if offered.visit:
        return redirect("booking:visit", offered.visit.ref)
    return _page(request, offered, open_=offered.stands(at=at))


def _answer(request: HttpRequest, offered: Offer) -> HttpResponse:
    at, by = timezone.now(), mailbox(request)
    try:
        if request.POST.get("answer") == "decline":
            services.decline_offer(offered, by=by, at=at)
            return see_other("booking:mine")
        if request.POST.get("answer") != "take":
            return see_other("booking:offer", offered.ref)
        return see_other("booking:visit", services.take_offer(offered, by=by, at=at).ref)
    except BookingError as refused:
        return _page(request, offered, open_=False, sentence=str(refused), status=409)


def _page(request: HttpRequest, offered: Offer, *, open_: bool, sentence: str = "", status: int = 200) -> HttpResponse:
    at, patient = timezone.now(), offered.entry.patient
    zone = places.zone_of(offered.room)
    patient_standing = standing.of_one(patient, on=timezone.localtime(at).date(), at=at)
    if patient_standing.word is standing.Word.CALL and not sentence:
        return call_first(request, patient)
    context = {
        "stands": offered.stands(at=at),
        "red_line": red_line.of_patient(patient) if patient_standing.word is standing.Word.CALL else None,
        "offer": offered,
        "open": open_,
        "sentence": sentence,
        "type": in_language(offered.entry.visit_type.name),
        "kind": offered.entry.visit_type,
        "when": formatting.moment(offered.starts_at, zone=zone),
        "zone": formatting.zone_name(offered.starts_at, zone=zone),
        "place": places.of_room(offered.room),
        "length": formatting.length(offered.entry.visit_type.length),
        "with_name": offered.practitioner.user.name,
        "until": formatting.clock(offered.expires_at),
    }
    return render(request, "booking/offer.html", context | acting.page_context(request, patient), status=status)
