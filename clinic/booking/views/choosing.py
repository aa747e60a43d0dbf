"""Choosing a kind of visit, then a time: one form for patients who have been here and for people who are new."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode

from allauth.core import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from clinic.accounts import acting
from clinic.accounts.limits import seconds_to_wait
from clinic.accounts.models import Patient
from clinic.booking import catalog, newcomer, occupancy, places, schedule, services, slot_list, spoken
from clinic.booking.models import Appointment, VisitType
from clinic.booking.occupancy import PickedTime
from clinic.booking.places import VisitPlace
from clinic.booking.querysets import AHEAD
from clinic.booking.schedule import ScheduledPractitioner
from clinic.booking.services import BookingError, NotReady, SlotTaken
from clinic.booking.views.access import choose_for_whom, for_everybody, mailbox, named
from clinic.redirects import see_other
from intake.pages import red_line
from intake.questionnaire.dates import day_from
from intake.review import standing as standings
from intake.review.follow_up.asked import WaitingForms, has_question
from intake.review.standing import Standing, Word

NEW = "new"


class BookingWay(StrEnum):
    """What somebody may do with a kind of visit now."""

    BOOK = "book"
    CALL = "call"  # patients contact us
    FIRST = "first"  # newcomers begin with a consultation
    FORM = "form"  # their health form comes first
    WAITING = "waiting"  # a practitioner has not answered yet
    CONSULTATION = "consultation"  # a practitioner has decided against needles


@dataclass(frozen=True)
class OfferedType:
    """A kind of visit on the first page: what may be done with it now."""

    visit_type: VisitType
    people: list[ScheduledPractitioner]
    way: BookingWay
    price: str = ""

    @property
    def url(self) -> str:
        return reverse("booking:times", args=[self.visit_type.pk])


@for_everybody
@require_safe
def book(request: HttpRequest) -> HttpResponse:
    """Choose the kind of visit and with whom."""
    if preselected := _preselected(request):
        return preselected
    if _must_choose(request):
        return choose_for_whom(request)
    patient = _patient(request)
    standing = standing_of(patient, at=timezone.now())
    if patient and standing and not standing.allows_consultation:
        return call_first(request, patient)
    several, place = places.to_choose_from(), place_asked(request)
    if several and place is None:
        return _choose_place(request, several, patient)
    table = schedule.current()
    language = language_for(request, patient)
    types = table.online_types()
    prices = catalog.prices_of(types)
    kinds = [
        OfferedType(
            visit_type,
            spoken.speakers_first(people, language),
            way(visit_type, standing),
            prices.get(visit_type.pk, ""),
        )
        for visit_type in types
        if (people := table.offering(visit_type, place.key if place else None))
    ]
    context = {
        "languages": sorted(spoken.choices(table.people.values()), key=lambda each: each != language),  # theirs first
        "wanted_language": language,
        "kinds": [kind for kind in kinds if kind.way is BookingWay.BOOK],
        "others": [kind for kind in kinds if kind.way not in (BookingWay.BOOK, BookingWay.CONSULTATION)],
        "query": _query(request),
        "place": place,
        "someone_new": _is_new(request),
        "word": standing.word if standing else "",
        "is_withdrawn": standing is not None and standing.says_no_needles,
        "asked": WaitingForms(
            question=patient is not None
            and standing is not None
            and standing.word is Word.WAITING
            and has_question(patient)
        ),
    }
    return render(request, "booking/book.html", context | acting.page_context(request, patient))


def _choose_place(request: HttpRequest, several: list[VisitPlace], patient: Patient | None) -> HttpResponse:
    """Ask where somebody would like to come; the same address goes on with the place in it."""
    context = {"places": several, "here": request.path, "query": _query(request), "asked": request.GET.get("with", "")}
    return render(request, "booking/places.html", context | acting.page_context(request, patient))


def place_asked(request: HttpRequest, visit_type: VisitType | None = None) -> VisitPlace | None:
    """Return the place that was chosen, if there is a choice and it is one of them."""
    key = request.GET.get("where", "")
    return next((place for place in places.to_choose_from(visit_type) if str(place.key) == key), None)


def _preselected(request: HttpRequest) -> HttpResponse | None:
    """Lead a link from elsewhere to the times of its visit type and practitioner, as far as they are offered."""
    code = request.GET.get("type", "")
    kind = next((kind for kind in schedule.current().online_types() if kind.code == code), None)
    if kind is None:
        return None
    practitioner = with_whom(request, kind)
    return see_other("booking:times", kind.pk, query=f"with={practitioner}" if practitioner else "")


def way(visit_type: VisitType, standing: Standing | None) -> BookingWay:
    """Say what somebody may do with a kind of visit (house rule "Standing"); without a standing they are new."""
    if visit_type.booking != VisitType.Booking.ONLINE:
        return BookingWay.CALL
    if not visit_type.needling:
        return BookingWay.BOOK
    if standing is None:
        return BookingWay.FIRST
    if standing.word is Word.READY:
        return BookingWay.BOOK
    if standing.waits_for_guardian:
        return BookingWay.FORM
    ways = {Word.FORM_MISSING: BookingWay.FORM, Word.CONSULTATION_ONLY: BookingWay.CONSULTATION}
    return ways.get(standing.word, BookingWay.WAITING)


@for_everybody
@require_http_methods(["GET", "HEAD", "POST"])
def times(request: HttpRequest, kind: int) -> HttpResponse:
    """Choose day and time; a POST books it, or keeps it for somebody who is new."""
    at, visit_type = timezone.now(), kind_numbered(kind)
    if request.method == "POST":
        return _take(request, visit_type, at=at)
    return choose_for_whom(request) if _must_choose(request) else _show(request, visit_type, _patient(request), at=at)


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
        return _choose_place(request, several, patient)
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


def kind_numbered(number: int) -> VisitType:
    """Return a kind of visit that patients see. Raises Http404."""
    visit_type = next((visit_type for visit_type in schedule.current().online_types() if visit_type.pk == number), None)
    if visit_type is None:
        raise Http404
    return visit_type


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
        "query": _query(request),
        "places": places.to_choose_from(visit_type),
        "place": place_asked(request, visit_type),
        "for_whom": patient.ref if patient else NEW if request.user.is_authenticated else "",
        "has_errors": bool(context.get("problem")),
    }
    return render(request, "booking/times.html", about | context | acting.page_context(request, patient), status=status)


def with_whom(request: HttpRequest, visit_type: VisitType, *, place: int | None = None) -> int | None:
    """Return the practitioner that was asked for, if they offer this kind of visit (there); None for any."""
    key = request.GET.get("with", "")
    return next(
        (person.key for person in schedule.current().offering(visit_type, place) if str(person.key) == key), None
    )


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


def standing_of(patient: Patient | None, *, at: datetime) -> Standing | None:
    """Return where a patient stands; nothing for somebody new."""
    if patient is None:
        return None
    return standings.of_one(patient, on=timezone.localtime(at).date(), at=at)


def _patient(request: HttpRequest) -> Patient | None:
    """Return the patient the page is for; nobody when it is for somebody new."""
    return None if _is_new(request) else acting.patient_for(request)


def _must_choose(request: HttpRequest) -> bool:
    """Say whether a family has to name a person first."""
    return _patient(request) is None and not _is_new(request) and bool(acting.patients_of(request))


def _is_new(request: HttpRequest) -> bool:
    return request.GET.get("for") == NEW and request.user.is_authenticated


def language_for(request: HttpRequest, patient: Patient | None) -> str:
    """Return the language by which the practitioners stand in order."""
    people = schedule.current().people.values()
    return spoken.wanted(request.GET.get("speaks", ""), patient, people, read=request.LANGUAGE_CODE)


def _query(request: HttpRequest) -> str:
    """What links to the next page carry on."""
    carried: dict[str, str | int] = {"for": NEW} if _is_new(request) else {}
    carried |= {"speaks": speaks} if (speaks := _asked_for(request)) else {}
    carried |= {"where": place.key} if (place := place_asked(request)) else {}
    return f"&{urlencode(carried)}" if carried else ""


def _asked_for(request: HttpRequest) -> str:
    """Return the language that was chosen on the page, which its links carry on; empty where none was."""
    return spoken.wanted(request.GET.get("speaks", ""), None, schedule.current().people.values())


def call_first(request: HttpRequest, patient: Patient, *, status: int = 200) -> HttpResponse:
    """Somebody would like to speak to the patient first. Why stands nowhere."""
    context = {"red_line": red_line.of_patient(patient)} | acting.page_context(request, patient)
    return render(request, "booking/call_first.html", context, status=status)
