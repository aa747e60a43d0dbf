"""Choosing a kind of visit, where and with whom: for patients who have been here, and for people who are new."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from clinic.accounts import acting
from clinic.accounts.models import Patient
from clinic.booking import catalog, places, schedule, spoken
from clinic.booking.models import VisitType
from clinic.booking.places import VisitPlace
from clinic.booking.schedule import ScheduledPractitioner
from clinic.booking.views.access import choose_for_whom, for_everybody
from clinic.redirects import see_other
from intake.pages import red_line
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
    GUARDIAN = "guardian"  # the form is here, a parent or guardian has not signed it
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
    if must_choose(request):
        return choose_for_whom(request)
    patient = patient_of_page(request)
    standing = standing_of(patient, at=timezone.now())
    if patient and standing and not standing.allows_consultation:
        return call_first(request, patient)
    several, place = places.to_choose_from(), place_asked(request)
    if several and place is None:
        return choose_place(request, several, patient)
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
        "query": query_carried(request),
        "place": place,
        "someone_new": is_new(request),
        "word": standing.word if standing else "",
        "is_withdrawn": standing is not None and standing.says_no_needles,
        "waits_for_guardian": standing is not None and standing.waits_for_guardian,
        "asked": WaitingForms(
            question=patient is not None
            and standing is not None
            and standing.word is Word.WAITING
            and has_question(patient)
        ),
    }
    return render(request, "booking/book.html", context | acting.page_context(request, patient))


def choose_place(request: HttpRequest, several: list[VisitPlace], patient: Patient | None) -> HttpResponse:
    """Ask where somebody would like to come; the same address goes on with the place in it."""
    context = {
        "places": several,
        "here": request.path,
        "query": query_carried(request),
        "asked": request.GET.get("with", ""),
    }
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
        return BookingWay.GUARDIAN
    ways = {Word.FORM_MISSING: BookingWay.FORM, Word.CONSULTATION_ONLY: BookingWay.CONSULTATION}
    return ways.get(standing.word, BookingWay.WAITING)


def kind_numbered(number: int) -> VisitType:
    """Return a kind of visit that patients see. Raises Http404."""
    visit_type = next((visit_type for visit_type in schedule.current().online_types() if visit_type.pk == number), None)
    if visit_type is None:
        raise Http404
    return visit_type


def with_whom(request: HttpRequest, visit_type: VisitType, *, place: int | None = None) -> int | None:
    """Return the practitioner that was asked for, if they offer this kind of visit (there); None for any."""
    key = request.GET.get("with", "")
    return next(
        (person.key for person in schedule.current().offering(visit_type, place) if str(person.key) == key), None
    )


def standing_of(patient: Patient | None, *, at: datetime) -> Standing | None:
    """Return where a patient stands; nothing for somebody new."""
    if patient is None:
        return None
    return standings.of_one(patient, on=timezone.localtime(at).date(), at=at)


def patient_of_page(request: HttpRequest) -> Patient | None:
    """Return the patient the page is for; nobody when it is for somebody new."""
    return None if is_new(request) else acting.patient_for(request)


def must_choose(request: HttpRequest) -> bool:
    """Say whether a family has to name a person first."""
    return patient_of_page(request) is None and not is_new(request) and bool(acting.patients_of(request))


def is_new(request: HttpRequest) -> bool:
    return request.GET.get("for") == NEW and request.user.is_authenticated


def language_for(request: HttpRequest, patient: Patient | None) -> str:
    """Return the language by which the practitioners stand in order."""
    people = schedule.current().people.values()
    return spoken.wanted(request.GET.get("speaks", ""), patient, people, read=request.LANGUAGE_CODE)


def query_carried(request: HttpRequest) -> str:
    """What links to the next page carry on."""
    carried: dict[str, str | int] = {"for": NEW} if is_new(request) else {}
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
