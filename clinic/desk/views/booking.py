"""Booking at the desk: a time and a person, in whichever order they come, then the kind of visit."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.accounts.roles import is_practitioner
from clinic.booking import occupancy, places, schedule, services, spoken
from clinic.booking.errors import BookingError, NobodyThere, SlotTaken
from clinic.booking.models import Appointment, VisitType
from clinic.booking.querysets import STANDING, day_bounds
from clinic.booking.schedule import ScheduledPractitioner
from clinic.choices import Option
from clinic.desk import undo_offer
from clinic.desk.person_facts import facts_of
from clinic.desk.standing_words import badge_of, say_of
from clinic.desk.views.common import (
    at_the_desk,
    code_of,
    day_asked,
    looked_at_or_sent,
    page,
    patient_asked,
    slot_asked,
    status_of,
    to_the_day,
    type_called,
    who,
)
from clinic.desk.views.moving import MOST_TIMES, by_day, key_asked
from intake.review import standing
from intake.review.standing import Standing, Word


@dataclass
class Asked:
    """What is known so far: any of the time, the person and the kind of visit."""

    start: datetime | None
    practitioner: int | None
    patient: Patient | None
    visit_type: VisitType | None
    first: date
    # Of a time that is not chosen yet: with whom, None for anybody.
    only: int | None = None

    @property
    def code(self) -> str:
        return code_of(self.start, self.practitioner) if self.start and self.practitioner else ""


def asked_of(request: HttpRequest) -> Asked:
    """Read what is known from the address or the form."""
    slot = slot_asked(request)
    types = [kind for kind in schedule.current().types if kind.active]
    kind = type_called(request.POST.get("type") or request.GET.get("type") or "", types)
    on = timezone.localdate()
    return Asked(
        start=slot[0] if slot else None,
        practitioner=slot[1] if slot else None,
        patient=patient_asked(request),
        visit_type=kind,
        first=max(on, day_asked(request, on=on, name="from")),
        only=key_asked(request, usual=None),
    )


@looked_at_or_sent
@at_the_desk
def book(request: HttpRequest) -> HttpResponse:
    """Book; what is still missing is asked for. Losing a time shows the next free ones, the rest kept."""
    asked_visit = asked_of(request)
    sentence, status, times, could_squeeze = "", 200, None, False
    if request.method == "POST":
        try:
            visit = _booked(request, asked_visit)
        except BookingError as wrong:
            sentence, status = str(wrong), status_of(wrong)
            times = list(wrong.times) if isinstance(wrong, SlotTaken) else None
            could_squeeze = isinstance(wrong, SlotTaken | NobodyThere)
        else:
            words = {"name": visit.patient.full_name, "when": formatting.moment(visit.starts_at)}
            messages.success(request, _("%(name)s is booked: %(when)s.") % words)
            undo_offer.offer(request, visit.ref, undo_offer.BOOKED, at=visit.created_at)
            return to_the_day(timezone.localtime(visit.starts_at).date(), anchor=f"visit-{visit.ref}")
    context = _context(request, asked_visit, times)
    squeezes = could_squeeze and bool(asked_visit.start) and who(request).has_perm("booking.squeeze_in")
    state = {
        "sentence": sentence,
        "has_errors": bool(sentence),
        "squeezes": squeezes,
        "squeeze_reason": request.POST.get("reason", ""),
        "lost": status == 409,
    }
    return page(request, "book", context | state, status=status)


def _booked(request: HttpRequest, asked: Asked) -> Appointment:
    if asked.patient is None:
        raise BookingError(_("Choose the patient."))
    if asked.visit_type is None:
        raise BookingError(_("Choose the visit type."))
    if asked.start is None or asked.practitioner is None:
        raise BookingError(_("Choose a time."))
    by, at = who(request), timezone.now()
    arguments: dict[str, Any] = {"patient": asked.patient, "visit_type": asked.visit_type, "start": asked.start}
    arguments |= {"practitioner": asked.practitioner, "by": by, "at": at}
    if request.POST.get("squeeze"):
        return services.squeeze_in(reason=request.POST.get("reason", ""), **arguments)
    return services.book(**arguments)


def _context(request: HttpRequest, asked: Asked, times: list[occupancy.Slot] | None) -> dict[str, Any]:
    table = schedule.current()
    context: dict[str, Any] = {"asked": asked, "code": asked.code, "first": asked.first.isoformat()}
    if asked.start and asked.practitioner:
        person = table.people.get(asked.practitioner)
        context["when"] = formatting.moment(asked.start)
        context["with_name"] = person.name if person else ""
        context["where"] = places.name_and_clock_at(person.place_at(asked.start), asked.start) if person else ""
    if asked.patient is None:
        return context
    context["beside"] = bool(asked.code) and who(request).has_perm("booking.squeeze_in") and _is_taken(asked)
    at = timezone.now()
    stands = standing.of_one(asked.patient, on=timezone.localdate(at), at=at)
    language = spoken.wanted("", asked.patient, table.people.values())
    context |= {
        "languages": facts_of(asked.patient),
        "wanted_language": language,
        "speakers": [
            person.name for person in table.people.values() if language and language in spoken.spoken_by(person)
        ],
        "standing": stands,
        "badge": badge_of(stands),
        "say": say_of(stands),
        "is_call": stands.word is Word.CALL,
        "shows_limits": is_practitioner(who(request)),
        "types": _types(asked, stands),
    }
    context["people"] = spoken.speakers_first(_offering(asked), language)
    if asked.visit_type is not None and (asked.start is None or times is not None):
        slots = times if times is not None else _times(asked, language)
        context["times"] = by_day([slot for slot in slots if _is_allowed(slot, asked.visit_type, stands)][:MOST_TIMES])
    return context


def _is_taken(asked: Asked) -> bool:
    """Whether a visit begins at the time that is asked for: another one can only be squeezed in beside it."""
    if asked.start is None:
        return False
    visits = Appointment.objects.filter(practitioner=asked.practitioner, starts_at=asked.start, lane=0)
    return visits.filter(state__in=STANDING).exists()


def _offering(asked: Asked) -> list[ScheduledPractitioner]:
    """Return whom a visit can be booked with: of a kind that is not chosen yet, everybody who treats."""
    table = schedule.current()
    return table.offering(asked.visit_type) if asked.visit_type else list(table.people.values())


def _types(asked: Asked, stands: Standing) -> list[Option]:
    """The kinds of visit, each with why it cannot be booked, if it cannot."""
    table = schedule.current()
    day = timezone.localtime(asked.start).date() if asked.start else timezone.localdate()
    options = []
    for kind in table.types:
        offering = table.offering(kind)
        if not kind.active or not offering:
            continue
        if asked.practitioner and asked.practitioner not in {person.key for person in offering}:
            continue
        allowed = stands.allows_needles(day) if kind.needling else stands.allows_consultation
        options.append(_option(kind, why_not="" if allowed else stands.label, checked=kind == asked.visit_type))
    return options


def _is_allowed(slot: occupancy.Slot, visit_type: VisitType, stands: Standing) -> bool:
    """Whether the person may have this kind of visit then, as they stand today."""
    if not visit_type.needling:
        return stands.allows_consultation
    return stands.allows_needles(timezone.localtime(slot.start).date())


def _option(kind: VisitType, *, why_not: str, checked: bool) -> Option:
    label = f"{kind.name}, {formatting.length(kind.length)}"
    return Option(kind.code, f"{label} – {why_not}" if why_not else label, checked=checked, disabled=bool(why_not))


def _times(asked: Asked, language: str) -> list[occupancy.Slot]:
    """Return the next free times; where several are free at one, whoever speaks the patient's language."""
    if asked.visit_type is None:
        return []
    start = day_bounds(asked.first)[0]
    return occupancy.next_slots(
        asked.visit_type,
        after=start,
        at=timezone.now(),
        practitioner=asked.practitioner or asked.only,
        patient=asked.patient,
        by_staff=True,
        preferred=[person.key for person in _offering(asked) if language in spoken.spoken_by(person)],
        most=MOST_TIMES,
    )
