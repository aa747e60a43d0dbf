"""Booking for the first time: a held time, a name, a code by mail, and the visit."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import activate
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from clinic import formatting, languages
from clinic.accounts import acting, codes
from clinic.accounts import services as accounts
from clinic.accounts.errors import AccountError
from clinic.accounts.models import Patient, User
from clinic.accounts.texting import services as texting
from clinic.accounts.texting.reached import ChosenChannel, TextConsent
from clinic.booking import newcomer, places, schedule, services
from clinic.booking.forms import EMAIL, PHONE, TEXTS, YouForm, answers_of
from clinic.booking.newcomer import Newcomer
from clinic.booking.services import BookingError
from clinic.booking.views.access import for_everybody, mailbox
from clinic.booking.views.choosing import NEW, kind_numbered
from clinic.booking.views.times import refusal
from clinic.choices import Option
from clinic.contact import text_number
from clinic.one_commit import with_the_session
from clinic.redirects import see_other

# A family is served by one mailbox; a crowd behind one is somebody else's business, and books by phone.
MOST_ON_A_MAILBOX = 8


@sensitive_post_parameters()
@for_everybody
@require_http_methods(["GET", "HEAD", "POST"])
@with_the_session
def you(request: HttpRequest) -> HttpResponse:
    """Ask who comes. A POST keeps what was typed and sends a code to the address; or opens the page in
    another language."""
    at, visitor = timezone.now(), newcomer.of(request)
    if visitor is None:
        return _nothing_kept(request)
    asks_email = not request.user.is_authenticated
    if request.method != "POST":
        return _you_page(request, visitor, YouForm(typed=visitor.typed, asks_email=asks_email), at=at)
    form = YouForm(request.POST, asks_email=asks_email)
    visitor.typed = dict(form.raw)
    newcomer.keep(request, visitor)
    if language := languages.asked(request):
        activate(language)
        return see_other("booking:you")
    if not form.check(on=timezone.localtime(at).date()):
        return _you_page(request, visitor, form, at=at)
    try:
        _hold_again(request, visitor, at=at)
    except BookingError as refused:
        return refusal(request, refused, kind_numbered(visitor.kind), None, visitor.picked, at=at)
    if not asks_email:
        return see_other("booking:confirm_booking")
    try:
        return codes.start(request, email=form.address, next_url=reverse("booking:confirm_booking"))
    except AccountError as wrong:
        form.problems = {(EMAIL if form.raw.get(EMAIL.code) else PHONE).code: str(wrong)}
        return _you_page(request, visitor, form, at=at)


def _hold_again(request: HttpRequest, found: Newcomer, *, at: datetime) -> None:
    """Keep the time once more when the first hold has lapsed. Raises SlotTaken when somebody else has it."""
    hold = found.hold()
    if hold is not None and hold.stands(at=at):
        return
    new_hold = services.hold(
        visit_type=kind_numbered(found.kind),
        start=found.start,
        practitioner=found.practitioner,
        place=found.place,
        at=at,
        instead_of=found.token,
    )
    found.token = new_hold.token
    newcomer.keep(request, found)


def _you_page(request: HttpRequest, found: Newcomer, form: YouForm, *, at: datetime) -> HttpResponse:
    context = {"form": form, "has_errors": bool(form.problems), "asks_email": not request.user.is_authenticated}
    return render(request, "booking/you.html", context | _kept(found, at=at) | acting.page_context(request))


def _kept(found: Newcomer, *, at: datetime) -> dict[str, Any]:
    """Say in words what is kept for this browser, and until when."""
    visit_type, hold = kind_numbered(found.kind), found.hold()
    person = schedule.current().people.get(found.practitioner)
    place = places.numbered(found.place) if visit_type.room_minutes else None
    zone = place.zone if place else None
    return {
        "kind": visit_type,
        "when": formatting.moment(found.start, zone=zone),
        "zone": formatting.zone_name(found.start, zone=zone),
        "place": place,
        "length": formatting.length(visit_type.length),
        "with_name": person.name if person else "",
        "stands": hold is not None and hold.stands(at=at),
        "until": formatting.clock(hold.expires_at) if hold else "",
        "other_times": reverse("booking:times", args=[visit_type.pk]),
    }


def _nothing_kept(request: HttpRequest) -> HttpResponse:
    return render(request, "booking/nothing_kept.html", acting.page_context(request))


@require_http_methods(["GET", "HEAD", "POST"])
def confirm_booking(request: HttpRequest) -> HttpResponse:
    """Show what will be booked and for whom, once the mailbox is confirmed; a POST books it."""
    at, user, visitor = timezone.now(), mailbox(request), newcomer.of(request)
    if visitor is None:
        return _nothing_kept(request)
    answers = answers_of(visitor.typed, on=timezone.localtime(at).date())
    if not {"full_name", "date_of_birth", "phone"} <= answers.keys():
        return redirect("booking:you")
    patients = acting.patients_of(request)
    same_patient = _same_person(patients, answers["full_name"], answers["date_of_birth"])
    if request.method == "POST":
        return _book(request, user, visitor, answers, at=at)
    context = {
        "told": answers,
        "known": same_patient,
        "rows": [] if same_patient or not patients else _for_whom(answers["full_name"], patients),
        "full": not same_patient and len(patients) >= MOST_ON_A_MAILBOX,
    }
    return render(request, "booking/confirm.html", context | _kept(visitor, at=at) | acting.page_context(request))


def _for_whom(name: str, patients: list[Patient]) -> list[Option]:
    """The person who was just described, and those who are on the mailbox already."""
    new = Option(NEW, _("%(name)s (new here)") % {"name": name}, checked=True)
    return [new, *(Option(patient.ref, patient.full_name) for patient in patients)]


def _same_person(patients: list[Patient], name: str, born: date) -> Patient | None:
    """Return the patient of this mailbox whom accounts will take for the same person."""
    return accounts.on_mailbox(patients[0].user, name, born=born) if patients and patients[0].user else None


def _book(request: HttpRequest, user: User, found: Newcomer, told: dict[str, Any], *, at: datetime) -> HttpResponse:
    patients = acting.patients_of(request)
    ref = request.POST.get("for", NEW)
    chosen = next((patient for patient in patients if patient.ref == ref), None)
    if chosen is None and ref != NEW:
        raise Http404  # somebody who is not on this mailbox: nobody else takes their place
    chosen = chosen or _same_person(patients, told["full_name"], told["date_of_birth"])
    visit_type, hold = kind_numbered(found.kind), found.hold()
    if chosen is None and len(patients) >= MOST_ON_A_MAILBOX:
        return redirect("booking:confirm_booking")
    try:
        with transaction.atomic():
            patient = chosen or _take_in(user, found, told, at=at)
            visit = services.book(
                patient=patient,
                visit_type=visit_type,
                start=found.start,
                practitioner=found.practitioner,
                place=found.place,
                by=user,
                at=at,
                hold=hold,
            )
    except BookingError as refused:
        # A record made a moment ago is gone again: nobody stays on file for a visit that was not booked.
        return refusal(request, refused, visit_type, chosen, found.picked, at=at)
    newcomer.forget(request)
    acting.act_for(request, patient)
    return see_other("booking:visit", visit.ref)


def _take_in(user: User, found: Newcomer, told: dict[str, Any], *, at: datetime) -> Patient:
    """Put somebody on file as they described themselves, with the consent to text messages if they gave it."""
    email = "" if user.is_phone else user.email
    patient = accounts.take_in(identity=told | {"email": email}, user=user, by=user, at=at)
    accounts.read_in(patient, languages.kept(patient.language, read=languages.now().code), at=at)
    number = text_number(told["phone"])
    wanted = bool(found.typed.get(TEXTS.code)) and not texting.has_stopped(patient)
    if wanted and number and number == text_number(patient.phone):
        how, channel = TextConsent.How.BOOKING, ChosenChannel.BOTH if patient.email_for_messages else ChosenChannel.TEXT
        texting.choose(patient, channel=channel, texts=True, named_as=patient.named_as, how=how, by=user, at=at)
        patient.refresh_from_db()
    return patient


@for_everybody
@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Give the held time back and forget what was typed."""
    if visitor := newcomer.of(request):
        services.release(token=visitor.token)
        newcomer.forget(request)
    return see_other("booking:book")
