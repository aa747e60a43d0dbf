"""Offers to people who wait: a free time is held for them for a while, and they take it or do not."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.booking import availability, letters, occupancy, schedule
from clinic.booking.cells import lock_schedule
from clinic.booking.errors import BookingError, NotAllowed, SlotTaken
from clinic.booking.models import Appointment, Offer, WaitingEntry
from clinic.booking.services import holding, policies
from clinic.booking.services.booking import book
from clinic.booking.services.slot_search import Candidate
from clinic.booking.services.waits import end_offer


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
