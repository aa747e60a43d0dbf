"""The letters about visits. What to send is decided again when it is sent; none carries a clinical word.

A confirmation, a change or a cancellation is written in the transaction of the deed. Reminders are written when
their time has come (`remind`, done by the clock): nothing is to be taken back when a visit is moved or cancelled, and
a visit booked inside the lead time never gets that reminder. Keys are unique, so each kind goes once a visit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from clinic import formatting
from clinic.accounts.models import Patient, User
from clinic.audit.services import name_of
from clinic.booking import calendar, schedule
from clinic.booking.models import Appointment, Offer, State
from clinic.booking.querysets import AHEAD
from clinic.booking.stranding import is_stranded, stranded
from clinic.outbox import letters
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings
from intake.review import standing

# So long the desk can take back what it did, before anybody is told.
UNDO_FOR = timedelta(minutes=3)


@dataclass(frozen=True)
class Reminder:
    """One kind of reminder: how long before the visit, and how late it still makes sense."""

    name: str
    before: timedelta
    # Sent late (the clock stood still), it must not meet the next one.
    until: timedelta
    # Whether it asks for the update before needles too; that is not open yet when the first ones go out.
    asks_update: bool = False


REMINDERS = (
    Reminder("reminder-3d", timedelta(days=3), timedelta(days=1)),
    Reminder("reminder-1d", timedelta(days=1), timedelta(hours=1)),
)
# The form is asked for again at these times before the visit, until it is done.
FORM_REMINDERS = (
    Reminder("form-5d", timedelta(days=5), timedelta(days=2)),
    Reminder("form-2d", timedelta(days=2), timedelta(hours=2), asks_update=True),
)


def address_of(visit: Appointment) -> str:
    """Return where letters about a visit go: the confirmed mailbox, else what the desk wrote down; may be empty."""
    return visit.patient.email_for_messages


def visits_url() -> str:
    """The patient's own visits, behind the sign-in."""
    return f"{settings.SITE_URL}/visits/"


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
    keys = [_deed_key(visit, what) for visit in booked for what in ("confirmation", "changed")]
    keys += [_deed_key(visit, "cancelled") for visit in canceled]
    letters.withdraw(keys)
    return not Letter.objects.filter(key__in=keys).exists()


def _deed_key(visit: Appointment, what: str) -> str:
    return f"visit:{visit.ref}:{what}"


def offered(offer: Offer, *, at: datetime) -> None:
    if to := offer.entry.patient.email_for_messages:
        key = f"offer:{offer.ref}"
        letters.enqueue("booking.offer", key=key, to=to, about=offer, at=at, expires=offer.expires_at)


def moved_to_another_address(patient: Patient, *, at: datetime) -> None:
    """Somebody has an address now, or another: what still waits goes there, and what is booked is confirmed there."""
    to = patient.email_for_messages
    visits = list(Appointment.objects.filter(patient=patient, state__in=AHEAD, starts_at__gt=at).with_people())
    letters.readdress(visits, to=to)
    due = Letter.objects.filter(kind="booking.confirmation", state=Letter.State.DUE)
    waiting = set(due.filter(about__in=[name_of(visit) for visit in visits]).values_list("about", flat=True))
    for visit in visits:
        if to and name_of(visit) not in waiting:
            key = f"visit:{visit.ref}:confirmation:{at:%Y%m%dT%H%M%S}"
            letters.enqueue("booking.confirmation", key=key, to=to, about=visit, at=at)


def _write(
    kind: str,
    key: str,
    visit: Appointment,
    *,
    at: datetime,
    due: datetime | None = None,
    expires: datetime | None = None,
) -> None:
    if to := address_of(visit):
        letters.enqueue(kind, key=key, to=to, about=visit, at=at, due=due, expires=expires)


def remind(*, at: datetime) -> int:
    """Write every reminder whose time has come and that was not written; return how many. Done by the clock."""
    count = 0
    for kind, reminder in _reminders():
        due = {_key(visit, reminder): visit for visit in _due(reminder, at=at) if address_of(visit)}
        if kind == "booking.form":
            due = _without_form(due, at=at, asks_update=reminder.asks_update)
        written = set(Letter.objects.filter(key__in=due).values_list("key", flat=True))
        for key, visit in due.items():
            if key not in written:
                _write(kind, key, visit, at=at, expires=visit.starts_at - reminder.until)
                count += 1
    return count


def _key(visit: Appointment, reminder: Reminder) -> str:
    return f"visit:{visit.ref}:{reminder.name}:{visit.starts_at:%Y%m%dT%H%MZ}"


def _reminders() -> Iterator[tuple[str, Reminder]]:
    yield from (("booking.reminder", reminder) for reminder in REMINDERS)
    yield from (("booking.form", reminder) for reminder in FORM_REMINDERS)


def _due(reminder: Reminder, *, at: datetime) -> list[Appointment]:
    """Visits whose reminder is due: not too late, and booked before the reminder's own time."""
    ahead = Appointment.objects.filter(
        state__in=(State.BOOKED, State.CONFIRMED),
        starts_at__gt=at + reminder.until,
        starts_at__lte=at + reminder.before,
        created_at__lt=F("starts_at") - reminder.before,
    )
    visits = list(ahead.select_related("patient__user", "visit_type").order_by("starts_at", "id"))
    # Nobody is reminded of a closed door: the desk calls. It is asked again when the reminder is sent.
    closed = {row.visit.pk for row in stranded(visits, schedule.current())}
    return [visit for visit in visits if visit.pk not in closed]


def _without_form(due: dict[str, Appointment], *, at: datetime, asks_update: bool = True) -> dict[str, Appointment]:
    """Those whose form, or (`asks_update`) whose update before needles, is still missing."""
    standings = standing.of({visit.patient_id for visit in due.values()}, on=timezone.localtime(at).date(), at=at)
    missing = {key: visit for key, visit in due.items() if _is_missing(visit, standings[visit.patient_id], at=at)}
    if asks_update:
        return missing
    updates = {key for key, v in missing.items() if standings[v.patient_id].asks_for_update(v.starts_at, at=at)}
    return {key: visit for key, visit in missing.items() if key not in updates}


def _is_missing(visit: Appointment, theirs: standing.Standing, *, at: datetime) -> bool:
    word = theirs.word_for(visit.starts_at, needling=visit.visit_type.needling, at=at)
    return word is standing.Word.FORM_MISSING


@letters.kind("booking.confirmation")
def _confirmation(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    return _message("booking/confirmation", visit, at=at, file=True) if visit else None


@letters.kind("booking.changed")
def _changed(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    return _message("booking/changed", visit, at=at, file=True) if visit else None


@letters.kind("booking.reminder")
def _reminder(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    return _message("booking/reminder", visit, at=at) if visit and not is_stranded(visit) else None


@letters.kind("booking.form")
def _form(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _standing(letter, at)
    if visit is None or is_stranded(visit) or not _is_missing(visit, _standing_of(visit, at=at), at=at):
        return None
    return _message("booking/form", visit, at=at)


@letters.kind("booking.cancelled")
def _cancelled(letter: Letter, at: datetime) -> letters.Message | None:
    visit = _visit(letter)
    if visit is None or visit.state not in (State.CANCELLED, State.IN_ERROR) or not address_of(visit):
        return None
    return _message("booking/cancelled", visit, at=at, file=True)


@letters.kind("booking.offer")
def _offer(letter: Letter, at: datetime) -> letters.Message | None:
    offer = Offer.objects.with_people().filter(ref=letter.about_ref).first()
    if offer is None or not offer.stands(at=at) or not offer.entry.patient.email_for_messages:
        return None
    kind = offer.entry.visit_type
    context = {
        "emergency": site_settings.current().emergency_number,
        "when": formatting.visit(offer.starts_at, minutes=kind.length, with_name=offer.practitioner.user.name),
        "zone": formatting.zone_name(offer.starts_at),
        "until": formatting.moment(offer.expires_at),
        "url": f"{visits_url()}offers/{offer.ref}/",
    }
    return letters.render("booking/offer", context)


def _visit(letter: Letter) -> Appointment | None:
    return Appointment.objects.with_people().filter(ref=letter.about_ref).first()


def _standing(letter: Letter, at: datetime) -> Appointment | None:
    """The visit a letter is about while it still lies ahead; moved, cancelled and past ones need no letter, and nobody
    gets one who is no longer a patient or has no address any more.
    """
    visit = _visit(letter)
    return visit if visit and visit.is_ahead and visit.starts_at > at and address_of(visit) else None


def _standing_of(visit: Appointment, *, at: datetime) -> standing.Standing:
    return standing.of_one(visit.patient_id, on=timezone.localtime(at).date(), at=at)


def _message(template: str, visit: Appointment, *, at: datetime, file: bool = False) -> letters.Message:
    clinic = site_settings.current()
    theirs = _standing_of(visit, at=at)
    missing = visit.is_ahead and _is_missing(visit, theirs, at=at)
    is_update = theirs.asks_for_update(visit.starts_at, at=at)
    context = {
        "emergency": clinic.emergency_number,
        "when": formatting.visit(visit.starts_at, minutes=visit.length, with_name=visit.practitioner.user.name),
        "zone": formatting.zone_name(visit.starts_at),
        "by_phone": visit.room_id is None,
        "phone": visit.patient.phone,
        "address": " ".join(clinic.address.split("\n")),
        "directions": clinic.directions,
        "bring": visit.visit_type.bring,
        "form_missing": missing,
        "is_unsure": theirs.is_unsure(visit.starts_at, needling=visit.visit_type.needling, at=at),
        "is_update": is_update,
        "url": visits_url(),
        "form_url": f"{settings.SITE_URL}/intake/update/" if is_update else f"{settings.SITE_URL}/intake/",
    }
    said = letters.render(template, context)
    return said.with_file(calendar.file_of(visit)) if file else said
