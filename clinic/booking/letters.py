"""The letters about visits. What to send is decided again when it is sent; none carries a clinical word.

A confirmation, a change or a cancellation is written in the transaction of the deed; keys are unique, so each kind
goes once a visit. Reminders: reminders.py. Whom no message can reach was told by whoever booked with them.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from clinic import formatting
from clinic.accounts.models import Patient, User
from clinic.audit.services import name_of
from clinic.booking import calendar, places
from clinic.booking.models import Appointment, Offer, State
from clinic.booking.places import VisitPlace
from clinic.booking.querysets import AHEAD
from clinic.booking.reminders import is_missing
from clinic.booking.stranding import is_stranded
from clinic.links import page_url
from clinic.outbox import letters
from clinic.outbox.message_words import BODY, TEXT, Placeholder, editable, needed
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency
from clinic.site_settings import services as site_settings
from clinic.site_settings.own_texts import in_language
from intake.review import standing

# So long the desk can take back what it did, before anybody is told.
UNDO_FOR = timedelta(minutes=3)


def confirmation(visit: Appointment, *, by: User, at: datetime) -> None:
    _write("booking.confirmation", _deed_key(visit, "confirmation"), visit, at=at, due=_leaves(visit, by=by, at=at))


def changed(visit: Appointment, *, by: User, at: datetime) -> None:
    """Tell of the new time; `visit` is the new one."""
    _write("booking.changed", _deed_key(visit, "changed"), visit, at=at, due=_leaves(visit, by=by, at=at))


def cancelled(visit: Appointment, *, by: User, at: datetime) -> None:
    _write("booking.cancelled", _deed_key(visit, "cancelled"), visit, at=at, due=_leaves(visit, by=by, at=at))


def _leaves(visit: Appointment, *, by: User, at: datetime) -> datetime:
    """When a message of a deed may leave: the desk can undo what it did first, unless the visit is about to begin."""
    return at + UNDO_FOR if by.is_staff and visit.starts_at > at + 2 * UNDO_FOR else at


def take_back(*, booked: Iterable[Appointment], canceled: Iterable[Appointment]) -> bool:
    """Take back what still waits to tell that these were booked or canceled; False where a message has left already."""
    deeds = [_deed_key(visit, kind) for visit in booked for kind in ("confirmation", "changed")]
    deeds += [_deed_key(visit, "cancelled") for visit in canceled]
    keys = [key for deed in deeds for key in letters.keys_of(deed)]
    letters.withdraw(keys)
    return not Letter.objects.filter(key__in=keys).exists()


def _deed_key(visit: Appointment, what: str) -> str:
    return f"visit:{visit.ref}:{what}"


def offered(offer: Offer, *, at: datetime) -> None:
    """Offer a time; the desk calls whom no message can reach."""
    ways = offer.entry.patient.ways
    letters.enqueue("booking.offer", key=f"offer:{offer.ref}", to=ways, about=offer, at=at, expires=offer.expires_at)


def moved_to_another_address(patient: Patient, *, new: Sequence[letters.Way], at: datetime) -> None:
    """Somebody is reached in another way now: what still waits goes there, and what is booked is confirmed there."""
    visits = list(Appointment.objects.filter(patient=patient, state__in=AHEAD, starts_at__gt=at).with_people())
    offers = list(Offer.objects.filter(entry__patient=patient, expires_at__gt=at))
    letters.readdress([*visits, *offers], to=patient.ways, at=at)
    to = [way for way in new if way.channel != Letter.Channel.CALL]
    due = Letter.objects.filter(kind="booking.confirmation", state=Letter.State.DUE)
    waiting = set(due.filter(about__in=[name_of(visit) for visit in visits]).values_list("about", flat=True))
    for visit in visits:
        if to and name_of(visit) not in waiting:
            key = f"visit:{visit.ref}:confirmation:{at:%Y%m%dT%H%M%S}"
            letters.enqueue("booking.confirmation", key=key, to=to, about=visit, at=at)


def _write(kind: str, key: str, visit: Appointment, *, at: datetime, due: datetime) -> None:
    letters.enqueue(kind, key=key, to=visit.patient.message_ways, about=visit, at=at, due=due)


@letters.kind("booking.confirmation")
def _confirmation(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    return _message("booking/confirmation", visit, at=at, invited=letter) if visit and not is_stranded(visit) else None


@letters.kind("booking.changed")
def _changed(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    return _message("booking/changed", visit, at=at, invited=letter) if visit and not is_stranded(visit) else None


@letters.kind("booking.reminder", urgency=Urgency.REMINDER)
def _reminder(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    return _message("booking/reminder", visit, at=at) if visit and not is_stranded(visit) else None


@letters.kind("booking.form", urgency=Urgency.REMINDER)
def _form(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    if visit is None or is_stranded(visit) or not is_missing(visit, _standing_of(visit, at=at), at=at):
        return None
    return _message("booking/form", visit, at=at)


@letters.kind("booking.cancelled")
def _cancelled(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _visit(letter)
    if visit is None or visit.state not in (State.CANCELLED, State.IN_ERROR) or not _still_reached(visit, letter):
        return None
    return _message("booking/cancelled", visit, at=at, invited=letter)


@letters.kind("booking.offer")
def _offer(letter: Letter, at: datetime) -> letters.Message | None:
    offer = Offer.objects.with_people().filter(ref=letter.about_ref).first()
    if offer is None or not offer.stands(at=at) or not offer.entry.patient.ways:
        return None
    kind, place = offer.entry.visit_type, places.of_room(offer.room)
    at_place = _at(place)
    with_name = offer.practitioner.user.name
    context = {
        "named": offer.entry.patient.named_in_a_family(),
        "when": formatting.visit(offer.starts_at, minutes=kind.length, with_name=with_name, **at_place),
        "day": formatting.in_a_text(offer.starts_at, **at_place),
        "zone": formatting.zone_name(offer.starts_at, zone=at_place["zone"]),
        "until": formatting.moment(offer.expires_at),
        "until_short": formatting.in_a_text(offer.expires_at),
        "url": page_url("booking:offer", offer.ref),
    }
    return letters.render("booking/offer", context)


def _visit(letter: Letter) -> Appointment | None:
    return Appointment.objects.with_people().filter(ref=letter.about_ref).first()


def _standing(letter: Letter, at: datetime) -> Appointment | None:
    """The visit a letter is about while it still lies ahead; moved, cancelled and past ones need no letter, and nobody
    gets one who is no longer a patient or is not reached in this way any more.
    """
    visit = _visit(letter)
    return visit if visit and visit.is_ahead and visit.starts_at > at and _still_reached(visit, letter) else None


def _still_reached(visit: Appointment, letter: Letter) -> bool:
    return any(way.channel == letter.channel for way in visit.patient.ways)


def _standing_of(visit: Appointment, *, at: datetime) -> standing.Standing:
    return standing.of_one(visit.patient_id, on=timezone.localtime(at).date(), at=at)


def _message(template: str, visit: Appointment, *, at: datetime, invited: Letter | None = None) -> letters.Message:
    """Return a message about a visit; the letter in whose email it goes brings the visit into the calendar."""
    message = letters.render(template, _context(visit, at=at))
    if invited is None or invited.channel != Letter.Channel.EMAIL:
        return message
    return message.with_file(calendar.file_of(visit, to=invited.to))


def _context(visit: Appointment, *, at: datetime) -> dict[str, object]:
    place = places.of_room(visit.room)
    at_place = _at(place)
    with_name = visit.practitioner.user.name
    patient_standing = _standing_of(visit, at=at)
    is_update = patient_standing.asks_for_update(visit.starts_at, at=at)
    context: dict[str, object] = {
        "clinic": site_settings.current(),
        "named": visit.patient.named_in_a_family(),
        "when": formatting.visit(visit.starts_at, minutes=visit.length, with_name=with_name, **at_place),
        "day": formatting.in_a_text(visit.starts_at, **at_place),
        "zone": formatting.zone_name(visit.starts_at, zone=at_place["zone"]),
        "by_phone": visit.room_id is None,
        "phone": visit.patient.phone,
        "address": _address_of(place),
        "directions": in_language(place.directions) if place else "",
        "bring": in_language(visit.visit_type.bring),
        "form_missing": visit.is_ahead and is_missing(visit, patient_standing, at=at),
        "is_unsure": patient_standing.is_unsure(visit.starts_at, needling=visit.visit_type.needling, at=at),
        "is_update": is_update,
        "url": page_url("booking:mine"),
        "calendar_url": page_url("booking:calendar_file", visit.ref),
        "form_url": page_url("intake:update" if is_update else "intake:start"),
    }
    return context | {name: letters.block(template, context) for name, template in _PARTS.items()}


def _at(place: VisitPlace | None) -> dict[str, Any]:
    """How a time is said that is kept at this place: with its name, and by its clock."""
    return {"place": place.name if place else "", "zone": place.zone if place else None}


def _address_of(place: VisitPlace | None) -> str:
    """Name, where the clinic has several places, and address, on one line."""
    return place.on_one_line if place else ""


# What of a message hangs on the visit and on the form, as placeholders of their own.
_PARTS = {
    "where": "emails/booking/_where.txt",
    "bring_note": "emails/booking/_bring.txt",
    "form_note": "emails/booking/_form_note.txt",
    "form_ask": "emails/booking/_form_ask.txt",
    "form_subject": "emails/booking/_form_subject.txt",
    "opening": "emails/booking/_opening.txt",
    "opening_short": "texts/booking/_opening.txt",
}
_WHEN = needed(
    "when", _("day, time, length and practitioner"), _("Thu, Mar 5, 2026, 10:00 am, 45 minutes, with Noor"), BODY
)
_DAY = needed("day", _("day and time, short"), _("Thu, Mar 5, 10:00 am"), TEXT)
_ZONE = Placeholder("zone", _("the clinic’s time zone"), _("Los Angeles time (PST)"))
_URL = needed("url", _("the link to their page"), "https://clinic.example/visits/", BODY, TEXT)
_PLACE = (
    Placeholder("where", _("address, or that we call them"), _("Where: 12 Lantern Street")),
    Placeholder("bring_note", _("what to bring, if anything"), _("What to bring: loose clothes")),
    Placeholder(
        "form_note", _("what is missing of their form, with its link"), _("Your health form is not complete yet.")
    ),
    Placeholder(
        "calendar_url", _("the link that adds it to a calendar"), "https://clinic.example/visits/BCDF/visit.ics"
    ),
)
_OPENINGS = (
    needed(
        "opening",
        _("that we look forward to it, or that it is not certain yet"),
        _("We look forward to seeing you:"),
        BODY,
    ),
    needed("opening_short", _("the same, in a text message"), _("your visit is on"), TEXT),
)
_FORM = (
    needed("form_url", _("the link to the form"), "https://clinic.example/intake/update/", BODY, TEXT),
    Placeholder(
        "form_ask",
        _("what we ask for: the form, or what has changed"),
        _("We need your health form before your visit."),
    ),
    Placeholder("form_subject", _("the same, as a subject"), _("Please fill in your form before your visit")),
)
editable("booking/confirmation", _("Visit booked"), _WHEN, _DAY, _ZONE, _URL, *_PLACE)
editable("booking/changed", _("Visit has a new time"), _WHEN, _DAY, _ZONE, _URL, *_PLACE)
editable("booking/reminder", _("Reminder of a visit"), _WHEN, _DAY, _ZONE, _URL, *_PLACE, *_OPENINGS)
editable("booking/form", _("Form missing"), _WHEN, _DAY, _ZONE, *_FORM)
editable("booking/cancelled", _("Visit canceled"), _WHEN, _DAY, _ZONE, _URL)
editable(
    "booking/offer",
    _("Waiting list: a time is free"),
    *(_WHEN, _DAY, _ZONE, _URL),
    needed("until", _("until when it is kept"), _("Wed, Mar 4, 2026, 6:00 pm"), BODY),
    needed("until_short", _("the same, short"), _("Wed, Mar 4, 6:00 pm"), TEXT),
)
