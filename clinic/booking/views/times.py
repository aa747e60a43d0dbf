"""Choosing a time, for a kind of visit that is chosen: patients book it, and it is held for people who are new."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts import acting
from clinic.accounts.limits import seconds_to_wait
from clinic.accounts.models import Patient
from clinic.booking import catalog, newcomer, occupancy, places, schedule, services, slot_list, spoken
from clinic.booking.models import Appointment, VisitType
from clinic.booking.occupancy import PickedTime
from clinic.booking.querysets import AHEAD
from clinic.booking.services import BookingError, NotReady, SlotTaken
from clinic.booking.views.access import choose_for_whom, for_everybody, mailbox, named
from clinic.booking.views.choosing import (
    NEW,
    BookingWay,
    OfferedType,
    call_first,
    choose_place,
    kind_numbered,
    language_for,
    must_choose,
    patient_of_page,
    place_asked,
    query_carried,
    standing_of,
    way,
    with_whom,
)
from clinic.one_commit import with_the_session
from clinic.redirects import see_other
from intake.questionnaire.dates import day_from
from intake.review.standing import Standing


@for_everybody
@require_http_methods(["GET", "HEAD", "POST"])
def times(request: HttpRequest, kind: int) -> HttpResponse:
    """Choose day and time; a POST books it, or keeps it for somebody who is new."""
    at, visit_type = timezone.now(), kind_numbered(kind)
    if request.method == "POST":
        return _take(request, visit_type, at=at)
    return (
        choose_for_whom(request)
        if must_choose(request)
        else _show(request, visit_type, patient_of_page(request), at=at)
    )


def _show(
    request: HttpRequest, visit_type: VisitType, patient: Patient | None, *, at: datetime, problem: str = ""
) -> HttpResponse:
    """Show the free times, or kindly what has to come first."""
    standing = standing_of(patient, at=at)
    if patient and standing and not standing.allows_consultation:
        return call_first(request, patient)
    if (which := way(visit_type, standing)) is not BookingWay.BOOK:
        first = {"kind": OfferedType(visit_type, [], which)} | acting.page_context(request, patient)
        return render(request, "booking/not_this.html", first)
    several, place = places.to_choose_from(visit_type), place_asked(request, visit_type)
    if several and place is None:
        return choose_place(request, several, patient)
    key = place.key if place else None
    search = slot_list.SlotQuery(
        visit_type,
        at,
        practitioner=with_whom(request, visit_type, place=key),
        patient=patient,
        until=until(visit_type, standing),
        language=language_for(request, patient),
        place=key,
    )
    context = {
        "times": slot_list.times(search, wanted=day_from(request.GET.get("from")), chosen=request.POST.get("slot", "")),
        "practitioner": search.practitioner,
        "people": spoken.speakers_first(schedule.current().offering(visit_type, key), search.language),
        "price": catalog.prices_of([visit_type]).get(visit_type.pk, ""),
        "problem": problem,
    }
    return _drawn(request, visit_type, patient, context)


def _drawn(
    request: HttpRequest,
    visit_type: VisitType,
    patient: Patient | None,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    about = {
        "kind": visit_type,
        "here": reverse("booking:times", args=[visit_type.pk]),
        "query": query_carried(request),
        "places": places.to_choose_from(visit_type),
        "place": place_asked(request, visit_type),
        "for_whom": patient.ref if patient else NEW if request.user.is_authenticated else "",
        "has_errors": bool(context.get("problem")),
    }
    return render(request, "booking/times.html", about | context | acting.page_context(request, patient), status=status)


def until(visit_type: VisitType, standing: Standing | None) -> date | None:
    """Return the last day of a practitioner's word, where it matters for this kind of visit."""
    return standing.until if standing and visit_type.needling else None


def _take(request: HttpRequest, visit_type: VisitType, *, at: datetime) -> HttpResponse:
    """Book the chosen time for a patient; keep it for somebody new."""
    patient = named(request)
    if patient is None and acting.patients_of(request) and request.POST.get("for") != NEW:
        return choose_for_whom(request)
    picked = occupancy.read_code(request.POST.get("slot", ""))
    if picked is None:
        return _show(request, visit_type, patient, at=at, problem=_("Choose a time, then continue."))
    if patient is None:
        return _keep(request, visit_type, picked, at=at)
    try:
        visit = services.book(
            patient=patient,
            visit_type=visit_type,
            start=picked.start,
            practitioner=picked.practitioner,
            place=picked.place,
            by=mailbox(request),
            at=at,
        )
    except BookingError as refused:
        return refusal(request, refused, visit_type, patient, picked, at=at)
    return see_other("booking:visit", visit.ref)


def refusal(
    request: HttpRequest,
    refused: BookingError,
    visit_type: VisitType,
    patient: Patient | None,
    picked: PickedTime,
    *,
    at: datetime,
) -> HttpResponse:
    """Answer a booking that could not be made: the visit itself if it was sent twice, else what can be done now."""
    if patient and (twin := _twin(patient, visit_type, picked)):
        return see_other("booking:visit", twin)
    if isinstance(refused, SlotTaken):
        return _lost(request, refused, visit_type, patient, at=at)
    standing = standing_of(patient, at=at)
    if patient and standing and not standing.allows_consultation:
        return call_first(request, patient, status=409)
    context = {"sentence": str(refused), "is_form": isinstance(refused, NotReady)}
    return render(request, "booking/refused.html", context | acting.page_context(request, patient), status=409)


def _twin(patient: Patient, visit_type: VisitType, picked: PickedTime) -> str:
    """Return the reference of the visit that the same form has made already."""
    same = Appointment.objects.filter(patient=patient, visit_type=visit_type, state__in=AHEAD)
    same = same.filter(practitioner=picked.practitioner, starts_at=picked.start)
    return same.order_by("id").values_list("ref", flat=True).first() or ""


def _lost(
    request: HttpRequest, refused: SlotTaken, visit_type: VisitType, patient: Patient | None, *, at: datetime
) -> HttpResponse:
    """409: somebody was faster. The next free times stand on the page; one more press books one of them.

    Whoever has to speak to a practitioner first reads that instead: no other time would be theirs either.
    """
    standing = standing_of(patient, at=at)
    if patient and standing and not standing.allows_consultation:
        return call_first(request, patient, status=409)
    last = until(visit_type, standing)
    context = {
        "times": slot_list.of(slot for slot in refused.times if last is None or slot.day <= last),
        "lost": str(refused),
        "practitioner": None,
        "people": [],
    }
    return _drawn(request, visit_type, patient, context, status=409)


@with_the_session
def _keep(request: HttpRequest, visit_type: VisitType, picked: PickedTime, *, at: datetime) -> HttpResponse:
    """Hold the time for somebody new, in the place of what this browser held before."""
    if not ratelimit.consume(request, action="hold"):
        seconds = seconds_to_wait(request, now=at.timestamp(), action="hold")
        return HttpResponse(status=429, headers={"Retry-After": str(seconds)})
    before = newcomer.of(request)
    typed = before.typed if before else {}
    now = newcomer.Newcomer(kind=visit_type.pk, slot=request.POST["slot"], typed=typed)
    try:
        hold = services.hold(
            visit_type=visit_type,
            start=picked.start,
            practitioner=picked.practitioner,
            place=picked.place,
            at=at,
            instead_of=before.token if before else "",
        )
    except BookingError as refused:
        return refusal(request, refused, visit_type, None, picked, at=at)
    newcomer.keep(request, replace(now, token=hold.token))
    return see_other("booking:confirm_booking" if typed and request.user.is_authenticated else "booking:you")
