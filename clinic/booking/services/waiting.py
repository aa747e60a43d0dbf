"""The waiting list: joining, who fits a time that came free, and offers that stand for a while."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from django.db import transaction
from django.db.models import DateTimeField, Value
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import Patient, User
from clinic.audit.transaction import audited_transaction
from clinic.booking import availability, letters, occupancy, schedule
from clinic.booking.cells import lock_schedule
from clinic.booking.errors import BookingError, NotAllowed, SlotTaken
from clinic.booking.models import Appointment, Offer, PartOfDay, VisitType, WaitingEntry
from clinic.booking.models.waiting import EVERY_DAY
from clinic.booking.services import holding, policies
from clinic.booking.services.booking import book
from clinic.booking.services.slot_search import Candidate
from clinic.booking.services.waits import end_offer, leave_list
from intake.review import standing
from intake.review.needles_ended import perhaps_ended
from intake.review.standing import Word

LONGEST_WAIT = timedelta(days=180)


@dataclass(frozen=True)
class Match:
    """Somebody who waits and whom a free time fits; the desk sees them in this order."""

    entry: WaitingEntry
    start: datetime
    practitioner: int
    room: int | None
    practitioner_name: str


@audited_transaction()
def join(
    *,
    patient: Patient,
    visit_type: VisitType,
    until: date,
    practitioner: int | None = None,
    weekdays: Sequence[int] = (),
    parts: Sequence[str] = (),
    places: Sequence[int] = (),
    urgent: bool = False,
    by: User,
    at: datetime,
) -> WaitingEntry:
    """Put a patient on the list for one kind of visit; without days, parts of the day or places (their keys), any.
    Only staff say urgent.

    Somebody who waits for that kind already keeps their place and gets the new wishes.
    Raises BookingError, PermissionDenied.
    """
    staff = policies.staff_or_own(by, patient)
    policies.require_patient(patient, staff=staff)
    policies.require_type(visit_type, staff=staff)
    today = policies.day_of(at)
    if not today <= until <= today + LONGEST_WAIT:
        raise BookingError(_("Choose a last day within six months."))
    days = sorted(set(weekdays) or EVERY_DAY)
    wanted = [part for part in PartOfDay.values if part in set(parts)] or list(PartOfDay.values)
    if not set(days) <= set(EVERY_DAY):
        raise BookingError(_("Choose at least one day of the week."))
    if practitioner is not None and practitioner not in schedule.current().people:
        raise BookingError(_("Choose a practitioner, or any."))
    if not set(places) <= {schedule.OWN, *schedule.current().locations}:
        raise BookingError(_("Choose a location, or any."))
    Patient.objects.select_for_update(no_key=True).get(pk=patient.pk)
    entry = WaitingEntry.objects.filter(patient=patient, visit_type=visit_type, left_at=None).first()
    was_waiting = entry is not None
    entry = entry or WaitingEntry(patient=patient, visit_type=visit_type, joined_at=at, joined_by=by)
    entry.practitioner_id, entry.weekdays, entry.parts, entry.until = practitioner, days, wanted, until
    entry.places = sorted(set(places))
    entry.urgent = urgent if staff else entry.urgent
    entry.save()
    audit.record("waiting.changed" if was_waiting else "waiting.joined", on=entry, by=by, at=at)
    return entry


@audited_transaction()
def leave(entry: WaitingEntry, *, by: User, at: datetime) -> WaitingEntry:
    """Take somebody off the list, and back whatever is offered to them. Doing it twice changes nothing."""
    policies.staff_or_own(by, entry.patient)
    lock_schedule()
    locked_entry = WaitingEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if locked_entry.left_at is None:
        for open_offer in Offer.objects.filter(entry=locked_entry, state=Offer.State.OPEN):
            end_offer(open_offer, Offer.State.DECLINED, at=at)
        leave_list(locked_entry, WaitingEntry.Left.ASKED, by=by, at=at)
    return locked_entry


def part_of(at: datetime, zone: tzinfo | None = None) -> str:
    """Return the part of the day a moment lies in, by the clinic's clock or that of a place."""
    hour = timezone.localtime(at, zone).hour
    return PartOfDay.MORNING if hour < 12 else PartOfDay.AFTERNOON if hour < 17 else PartOfDay.EVENING


def matches_for(*, start: datetime, practitioner: int, by: User, at: datetime, most: int = 10) -> list[Match]:
    """Return who fits a time that is free again, urgent first, then the longest wait. A time that is over fits nobody.

    Their kind of visit must fit into what is free, be offered by this practitioner, on a day and part of the day they
    named; their standing must allow it; who has an open offer or another visit then is left out.
    """
    policies.staff_only(by)
    table = schedule.current()
    person = table.people.get(practitioner)
    if person is None or start <= at:
        return []
    day, part, place = policies.day_of(start), part_of(start), person.place_at(start)
    waiting = (
        WaitingEntry.objects.waiting(on=policies.day_of(at))
        .filter(until__gte=day)
        .exclude(offers__state=Offer.State.OPEN, offers__expires_at__gt=at)
        .with_people()
    )
    fitting = [
        entry
        for entry in waiting
        if day.weekday() in entry.weekdays
        and part in entry.parts
        and (not entry.places or place in entry.places or not entry.visit_type.room_minutes)
        and entry.practitioner_id in (None, practitioner)
        and person in table.offering(entry.visit_type)
        and availability.fits(person.spans(day, day), start, entry.visit_type.length)
    ]
    standings = standing.of([entry.patient_id for entry in fitting], on=policies.day_of(at), at=at)
    end = start + timedelta(minutes=max((entry.visit_type.length for entry in fitting), default=0))
    loaded = occupancy.load(
        [person], table, start=start, end=end, at=at, patients=[entry.patient_id for entry in fitting]
    )
    matches: list[Match] = []
    for entry in fitting:
        patient_standing = standings[entry.patient_id]
        allowed = (
            patient_standing.allows_needles(day) if entry.visit_type.needling else patient_standing.allows_consultation
        )
        free = availability.at(start, person.need(entry.visit_type), loaded.of(person, table, entry.patient, place))
        if allowed and free and len(matches) < most:
            matches.append(Match(entry, start, practitioner, free.room, person.name))
    return matches


@audited_transaction()
def offer(
    *,
    entry: WaitingEntry,
    start: datetime,
    practitioner: int,
    by: User,
    at: datetime,
    minutes: int | None = None,
) -> Offer:
    """Offer a free time to somebody who waits: it is held for them, and a letter goes out. `minutes` it stands.

    Where no message can reach them, the desk calls: until it is answered, the offer is one of the desk's tasks.
    Raises SlotTaken when the time is taken meanwhile, NotReady, NotAllowed for somebody who has left or has an offer,
    or whom neither a message nor a call can reach.
    """
    policies.staff_only(by)
    rules = lock_schedule()
    locked_entry = WaitingEntry.objects.select_for_update(of=("self",)).with_people().get(pk=entry.pk)
    if locked_entry.left_at is not None:
        raise NotAllowed(_("This person is no longer on the list."))
    if not locked_entry.patient.message_ways and not locked_entry.patient.phone:
        raise NotAllowed(_("We have no phone number and no email for this person. Ask for one first."))
    for old in Offer.objects.filter(entry=locked_entry, state=Offer.State.OPEN):
        if old.stands(at=at):
            raise NotAllowed(_("This person already has an offer."))
        end_offer(old, Offer.State.LAPSED, at=at)
    policies.require_time(start, at=at)
    policies.require_ready(locked_entry.patient, locked_entry.visit_type, policies.day_of(start), staff=True, at=at)
    place = _place(locked_entry, start, practitioner, at=at)
    until = min(at + timedelta(minutes=minutes or rules.offer_minutes), start)
    hold = holding.write(place, at=at, until=until)
    new_offer = Offer.objects.create(
        entry=locked_entry,
        hold=hold,
        practitioner=place.who.practitioner,
        room_id=place.room,
        starts_at=start,
        expires_at=until,
        offered_at=at,
        offered_by=by,
    )
    letters.offered(new_offer, at=at)
    audit.record("waiting.offered", on=new_offer, by=by, at=at)
    return new_offer


def _place(entry: WaitingEntry, start: datetime, practitioner: int, *, at: datetime) -> Candidate:
    table = schedule.current()
    visit_type = table.as_it_is(entry.visit_type)
    person = next((person for person in table.offering(visit_type) if person.key == practitioner), None)
    if person is None:
        raise BookingError(_("This practitioner does not offer that visit type."))
    end = start + timedelta(minutes=visit_type.length)
    day = occupancy.load([person], table, start=start, end=end, at=at, patient=entry.patient)
    need = person.need(visit_type)
    free = availability.at(start, need, day.of(person, table, entry.patient, person.place_at(start)))
    if free is None:
        raise SlotTaken
    return Candidate(person, visit_type, need, start, free.room, day.lapsed)


def take_offer(offered: Offer, *, by: User, at: datetime) -> Appointment:
    """Book the time that was offered. Taking it twice gives the same visit.

    Raises NotAllowed for an offer that is over, NotReady, SlotTaken, PermissionDenied.
    """
    with audited_transaction():
        locked_offer = _open_offer(offered, by=by)
        if locked_offer.state == Offer.State.TAKEN and locked_offer.visit:
            return locked_offer.visit
        if not locked_offer.stands(at=at) or locked_offer.hold is None:
            raise NotAllowed(_("This offer is over. You are still on the waiting list."))
        entry = locked_offer.entry
        visit = book(
            patient=entry.patient,
            visit_type=entry.visit_type,
            start=locked_offer.starts_at,
            practitioner=locked_offer.practitioner_id,
            by=by,
            at=at,
            hold=locked_offer.hold,
        )
        locked_offer.hold, locked_offer.visit, locked_offer.state, locked_offer.answered_at = (
            None,
            visit,
            Offer.State.TAKEN,
            at,
        )
        locked_offer.save(update_fields=["hold", "visit", "state", "answered_at"])
        audit.record("waiting.offer_taken", on=locked_offer, by=by, at=at)
        return visit


@audited_transaction()
def decline_offer(offered: Offer, *, by: User, at: datetime) -> Offer:
    """The patient does not want the time, or the desk takes it back: the time is free again, the place stays."""
    locked_offer = _open_offer(offered, by=by)
    if locked_offer.state == Offer.State.OPEN:
        end_offer(locked_offer, Offer.State.DECLINED, at=at)
        audit.record("waiting.offer_declined", on=locked_offer, by=by, at=at)
    return locked_offer


def _open_offer(offered: Offer, *, by: User) -> Offer:
    lock_schedule()
    offers = Offer.objects.select_for_update(of=("self",)).with_people()
    locked_offer = offers.select_related("hold", "visit", "entry__patient").get(pk=offered.pk)
    policies.staff_or_own(by, locked_offer.entry.patient)
    return locked_offer


def lapse_waiting(*, at: datetime) -> int:
    """End offers whose time is over, and take people off the list whose last day has passed, or who wait for needles
    that they do not want or that a practitioner has decided against. Returns how many.
    """
    count = 0
    for over in Offer.objects.over(at=at)[:200]:
        with transaction.atomic():
            lock_schedule()
            locked = Offer.objects.select_for_update(of=("self",)).get(pk=over.pk)
            if locked.state == Offer.State.OPEN:
                end_offer(locked, Offer.State.LAPSED, at=at)
                count += 1
    for entry in WaitingEntry.objects.lapsed(on=policies.day_of(at))[:200]:
        with audited_transaction():
            locked_entry = WaitingEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
            if locked_entry.left_at is None:
                leave_list(locked_entry, WaitingEntry.Left.LAPSED, by=None, at=at)
                count += 1
    return count + _end_without_needles(at=at)


def _end_without_needles(*, at: datetime) -> int:
    """Nobody is offered a time for needles that cannot be; who may have them again joins the list again."""
    on = policies.day_of(at)
    asking = WaitingEntry.objects.waiting(on=on).filter(visit_type__needling=True)
    perhaps = list(perhaps_ended(asking.alias(starts_at=Value(at, output_field=DateTimeField())))[:200])
    standings = standing.of({entry.patient_id for entry in perhaps}, on=on, at=at)
    count = 0
    for entry in perhaps:
        theirs = standings[entry.patient_id]
        if theirs.says_no_needles or theirs.word is Word.CONSULTATION_ONLY:
            _leave_without_needles(entry, at=at)
            count += 1
    return count


@audited_transaction()
def _leave_without_needles(entry: WaitingEntry, *, at: datetime) -> None:
    lock_schedule()
    for open_ in Offer.objects.select_for_update(of=("self",)).filter(entry=entry, state=Offer.State.OPEN):
        end_offer(open_, Offer.State.DECLINED, at=at)
    found = WaitingEntry.objects.select_for_update(of=("self",)).get(pk=entry.pk)
    if found.left_at is None:
        leave_list(found, WaitingEntry.Left.NO_NEEDLES, by=None, at=at)
