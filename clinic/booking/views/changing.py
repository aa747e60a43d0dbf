"""Confirming, moving and cancelling one's own visit."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic import languages
from clinic.accounts import acting
from clinic.accounts import services as accounts
from clinic.booking import occupancy, places, schedule, services, slot_list, spoken
from clinic.booking.forms import CancelForm
from clinic.booking.models import Appointment, Reason
from clinic.booking.places import VisitPlace
from clinic.booking.services import BookingError, SlotTaken
from clinic.booking.views.access import mailbox, own_visit
from clinic.booking.views.choosing import call_first, language_for, place_asked, standing_of, with_whom
from clinic.booking.views.mine import in_words
from clinic.booking.views.times import until
from clinic.redirects import see_other
from intake.questionnaire.dates import day_from


@own_visit
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, visit: Appointment) -> HttpResponse:
    """Say that one will come. Whoever opens the address from a letter or by Back is shown the visit."""
    if request.method != "POST":
        return redirect("booking:visit", visit.ref)
    try:
        services.confirm(visit, by=mailbox(request), at=timezone.now())
    except BookingError as refused:
        return _refused(request, visit, refused)
    return see_other("booking:visit", visit.ref)


@own_visit
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, visit: Appointment) -> HttpResponse:
    """Ask once more, and why; a POST cancels. Cancelling twice shows the cancelled visit."""
    at = timezone.now()
    if visit.state == "cancelled":
        return see_other("booking:visit", visit.ref)
    # In another language what was chosen is shown and not done.
    chosen = languages.asked(request)
    if chosen:
        accounts.choose_language(visit.patient, chosen, by=mailbox(request), at=at)
    is_sent = request.method == "POST" and not chosen
    form = CancelForm(request.POST if is_sent else None, initial={"reason": request.POST.get("reason", "")})
    if is_sent and form.is_valid():
        try:
            reason = form.cleaned_data["reason"] or Reason.OTHER
            services.cancel(visit, reason=reason, by=mailbox(request), at=at)
        except BookingError as refused:
            return _refused(request, visit, refused)
        return see_other("booking:visit", visit.ref)
    if not services.may_change_online(visit, at=at):
        return redirect("booking:visit", visit.ref)
    context = {"visit": visit, "form": form} | in_words(visit)
    return render(request, "booking/cancel.html", context | acting.page_context(request, visit.patient))


@own_visit
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, visit: Appointment) -> HttpResponse:
    """Choose another time for a visit; a POST moves it."""
    at = timezone.now()
    if request.method == "POST":
        return _move(request, visit, at=at)
    if not services.may_change_online(visit, at=at):
        return redirect("booking:visit", visit.ref)
    return _page(request, visit, at=at)


def _move(request: HttpRequest, visit: Appointment, *, at: datetime) -> HttpResponse:
    picked = occupancy.read_code(request.POST.get("slot", ""))
    if visit.state == "moved":  # sent twice
        return see_other("booking:visit", visit.moved_to.ref)
    if picked is None:
        if not services.may_change_online(visit, at=at):
            return redirect("booking:visit", visit.ref)
        return _page(request, visit, at=at, problem=_("Choose a time, then continue."))
    try:
        moved = services.move(
            visit,
            start=picked.start,
            practitioner=picked.practitioner,
            place=picked.place,
            by=mailbox(request),
            at=at,
        )
    except SlotTaken as lost:
        context = {"times": slot_list.of(lost.times), "lost": str(lost)}
        return _drawn(request, visit, context, status=409)
    except BookingError as refused:
        return _refused(request, visit, refused)
    return see_other("booking:visit", moved.ref)


def _page(request: HttpRequest, visit: Appointment, *, at: datetime, problem: str = "") -> HttpResponse:
    standing = standing_of(visit.patient, at=at)
    if standing and not standing.allows_consultation:
        return call_first(request, visit.patient)
    if standing and not standing.may_move(needling=visit.visit_type.needling):
        return redirect("booking:visit", visit.ref)
    several, place = places.to_choose_from(visit.visit_type), _place(request, visit)
    key = place.key if place else None
    search = slot_list.SlotQuery(
        visit.visit_type,
        at,
        practitioner=with_whom(request, visit.visit_type, place=key),
        patient=visit.patient,
        until=until(visit.visit_type, standing),
        without_visit=visit.pk,
        language=language_for(request, visit.patient),
        place=key,
    )
    free_times = slot_list.times(search, wanted=day_from(request.GET.get("from")), chosen=request.POST.get("slot", ""))
    context = {
        "times": free_times,
        "practitioner": search.practitioner,
        "people": spoken.speakers_first(schedule.current().offering(visit.visit_type, key), search.language),
        "places": several,
        "place": place,
        "query": f"&where={key}" if several else "",
        "problem": problem,
        "has_errors": bool(problem),
    }
    return _drawn(request, visit, context)


def _place(request: HttpRequest, visit: Appointment) -> VisitPlace | None:
    """Return the place whose times are shown: the one that was asked for, else where the visit is now."""
    several = places.to_choose_from(visit.visit_type)
    now = places.of_room(visit.room)
    current_place = next((place for place in several if now and place.key == now.key), several[0] if several else None)
    return place_asked(request, visit.visit_type) or current_place


def _drawn(request: HttpRequest, visit: Appointment, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    about = {
        "moving": visit,
        "kind": visit.visit_type,
        "here": reverse("booking:move", args=[visit.ref]),
        "for_whom": visit.patient.ref,
        **in_words(visit),
    }
    return render(
        request, "booking/times.html", about | context | acting.page_context(request, visit.patient), status=status
    )


def _refused(request: HttpRequest, visit: Appointment, refused: BookingError) -> HttpResponse:
    context = {"sentence": str(refused), "visit": visit}
    return render(request, "booking/refused.html", context | acting.page_context(request, visit.patient), status=409)
