"""The waiting list: who waits, who fits a time that came free, and offering it with one click."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from clinic import formatting
from clinic.booking import places, schedule, services
from clinic.booking.errors import BookingError
from clinic.booking.models import Offer, PartOfDay, WaitingEntry
from clinic.choices import Option
from clinic.desk.views.common import (
    at_the_desk,
    code_of,
    looked_at_or_sent,
    page,
    patient_asked,
    slot_asked,
    to_the_day,
    try_it,
    type_called,
    who,
)
from clinic.weekdays import Weekday
from intake.review import standing
from intake.review.standing import Standing, Word

WAITS_FOR = timedelta(days=30)


@looked_at_or_sent
@at_the_desk
def waiting(request: HttpRequest) -> HttpResponse:
    """Who waits, urgent first, then the longest wait; with a patient named, put them on the list."""
    at = timezone.now()
    on = timezone.localdate(at)
    patient = patient_asked(request)
    sentence = ""
    if request.method == "POST" and patient is not None:
        try:
            _join(request)
        except BookingError as wrong:
            sentence = str(wrong)
        else:
            messages.success(request, _("%(name)s is on the waiting list.") % {"name": patient.full_name})
            return redirect("desk:waiting")
    entries = list(WaitingEntry.objects.waiting(on=on).with_people())
    standings = standing.of({entry.patient_id for entry in entries}, on=on, at=at)
    offers = {offer.entry_id: offer for offer in Offer.objects.standing(at=at).with_people()}
    table = schedule.current()
    context = {
        "rows": [_row(entry, standings[entry.patient_id], offers.get(entry.pk), at=at) for entry in entries],
        "patient": patient,
        "types": [kind for kind in table.types if kind.active],
        "people": list(table.people.values()),
        "weekdays": _options(Weekday.choices, request.POST.getlist("weekdays")),
        "parts": _options(PartOfDay.choices, request.POST.getlist("parts")),
        "places": _options(
            ((place.key, place.name) for place in places.to_choose_from()), request.POST.getlist("places")
        ),
        "urgent": [Option("1", _("Urgent: goes first"), checked=bool(request.POST.get("urgent")))],
        "until": request.POST.get("until") or (on + WAITS_FOR).isoformat(),
        "chosen_type": request.POST.get("type", ""),
        "chosen_with": request.POST.get("practitioner", ""),
        "sentence": sentence,
        "has_errors": bool(sentence),
        "part": "waiting",
    }
    return page(request, "waiting", context)


def _options(choices: Iterable[tuple[Any, Any]], chosen: Sequence[str]) -> list[Option]:
    return [Option(str(value), str(label), checked=str(value) in chosen) for value, label in choices]


def _join(request: HttpRequest) -> WaitingEntry:
    patient = patient_asked(request)
    kind = type_called(
        request.POST.get("type", ""), [visit_type for visit_type in schedule.current().types if visit_type.active]
    )
    if patient is None or kind is None:
        raise BookingError(_("Choose the visit type."))
    key = request.POST.get("practitioner", "")
    on = timezone.localdate()
    return services.join(
        patient=patient,
        visit_type=kind,
        until=_until(request, on=on),
        practitioner=int(key) if key.isascii() and key.isdecimal() and len(key) < 10 else None,
        weekdays=[int(day) for day in request.POST.getlist("weekdays") if day in {str(n) for n in range(7)}],
        parts=[part for part in request.POST.getlist("parts") if part in PartOfDay.values],
        places=[place.key for place in places.to_choose_from() if str(place.key) in request.POST.getlist("places")],
        urgent=bool(request.POST.get("urgent")),
        by=who(request),
        at=timezone.now(),
    )


def _until(request: HttpRequest, *, on: date) -> date:
    """Return the last day of the wait. Raises BookingError for what is no day."""
    text = request.POST.get("until", "")
    until = formatting.read_date(text) if text else on + WAITS_FOR
    if until is None:
        raise BookingError(_("Choose a last day within six months."))
    return until


def _row(entry: WaitingEntry, stands: Standing, offer: Offer | None, *, at: Any) -> dict[str, Any]:
    names = dict(Weekday.choices)
    days = [str(names[day]) for day in entry.weekdays]
    return {
        "entry": entry,
        "since": formatting.waited(at - entry.joined_at),
        "until": formatting.day(entry.until),
        "days": _("any day") if len(days) == 7 else ", ".join(days),
        "parts": _("any time")
        if len(entry.parts) == len(PartOfDay.values)
        else ", ".join(map(str, entry.part_labels())),
        "with_name": entry.practitioner.user.name if entry.practitioner else _("any practitioner"),
        "places": ", ".join(name for key in entry.places if (name := places.name_at(key))),
        "standing": stands,
        "is_unread": stands.word is Word.READY and stands.unread,
        "offer": offer,
        "offered": formatting.moment(offer.starts_at) if offer else "",
        "stands": formatting.clock(offer.expires_at) if offer else "",
    }


@require_GET
@at_the_desk
def matches(request: HttpRequest) -> HttpResponse:
    """Who fits a free time, in order; each can be offered it with one click."""
    slot = slot_asked(request)
    if slot is None:
        return redirect("desk:waiting")
    start, practitioner = slot
    waiting_matches = services.matches_for(start=start, practitioner=practitioner, by=who(request), at=timezone.now())
    person = schedule.current().people.get(practitioner)
    context = {
        "when": formatting.moment(start),
        "with_name": person.name if person else "",
        "code": code_of(start, practitioner),
        "day": timezone.localtime(start).date().isoformat(),
        "rows": [
            {"match": match, "since": formatting.waited(timezone.now() - match.entry.joined_at)}
            for match in waiting_matches
        ],
        "part": "waiting",
    }
    return page(request, "matches", context)


@require_POST
@at_the_desk
def offer(request: HttpRequest, ref: str) -> HttpResponse:
    """Offer a time: it is held, and a letter goes out."""
    entry = get_object_or_404(WaitingEntry.objects.with_people(), ref=ref)
    slot = slot_asked(request)
    if slot is None:
        return redirect("desk:waiting")
    start, practitioner = slot
    at = timezone.now()
    words = {"name": entry.patient.full_name, "when": formatting.moment(start)}
    message = _("%(when)s is offered to %(name)s and held for them.") % words
    if not entry.patient.message_ways:
        message = (
            _("%(when)s is held for %(name)s. No message can reach them: call now. It is on the to-do list.") % words
        )
    if try_it(
        request,
        lambda: services.offer(entry=entry, start=start, practitioner=practitioner, by=who(request), at=at),
        done=message,
    ):
        return to_the_day(timezone.localtime(start).date())
    return redirect(f"{reverse('desk:matches')}?at={code_of(start, practitioner)}")


@require_POST
@at_the_desk
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """The patient says yes or no on the phone."""
    offered = get_object_or_404(Offer.objects.with_people(), ref=ref)
    at, by = timezone.now(), who(request)
    if request.POST.get("answer") == "yes":
        words = {"name": offered.entry.patient.full_name, "when": formatting.moment(offered.starts_at)}
        message = _("%(name)s is booked: %(when)s.") % words
        if try_it(request, lambda: services.take_offer(offered, by=by, at=at), done=message):
            return to_the_day(timezone.localtime(offered.starts_at).date())
    else:
        try_it(request, lambda: services.decline_offer(offered, by=by, at=at), done=_("The time is open again."))
    return redirect("desk:waiting")


@require_POST
@at_the_desk
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    """Take somebody off the list."""
    entry = get_object_or_404(WaitingEntry.objects.with_people(), ref=ref)
    at = timezone.now()
    message = _("%(name)s is removed from the waiting list.") % {"name": entry.patient.full_name}
    try_it(request, lambda: services.leave(entry, by=who(request), at=at), done=message)
    return redirect("desk:waiting")
