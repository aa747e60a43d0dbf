"""The waiting list: joining, leaving, who fits a time that came free, and what ends by itself."""

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
from clinic.booking import availability, occupancy, schedule
from clinic.booking.cells import lock_schedule
from clinic.booking.errors import BookingError
from clinic.booking.models import Offer, PartOfDay, VisitType, WaitingEntry
from clinic.booking.models.waiting import EVERY_DAY
from clinic.booking.services import policies
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
            matches.append(Match(entry, start, practitioner, free.room))
    return matches


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
