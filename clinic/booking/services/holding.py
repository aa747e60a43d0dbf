"""Holding a time for a newcomer who gives a name and types a code. A hold that is not confirmed lapses by itself."""

from dataclasses import replace
from datetime import datetime, timedelta

from django.db import transaction

from clinic.booking.cells import lock_schedule, reserve_cells
from clinic.booking.errors import SlotTaken
from clinic.booking.models import Hold, VisitType
from clinic.booking.services import policies
from clinic.booking.services.booking import next_times
from clinic.booking.services.slot_search import Candidate, SlotRequest, find_candidate


def hold(
    *,
    visit_type: VisitType,
    start: datetime,
    practitioner: int | None = None,
    place: int | None = None,
    at: datetime,
    instead_of: str = "",
) -> Hold:
    """Keep a time for the minutes of the rules, for somebody we do not know yet; with one practitioner or any.

    `place` is where, as in `book`. It takes real cells: nobody else can have the time. `instead_of` is the token of
    the hold this browser had before, given back in the same deed. Only visits without needles: a newcomer has no form.
    Raises SlotTaken with the next free times, and BookingError.
    """
    policies.require_type(visit_type, staff=False)
    policies.require_time(start, at=at)
    if visit_type.needling:
        raise policies.first_visit_error()
    ask = SlotRequest(
        visit_type=visit_type,
        start=start,
        practitioner=practitioner,
        patient=None,
        staff=False,
        at=at,
        place=place,
    )
    try:
        with transaction.atomic():
            return _hold(ask, instead_of=instead_of)
    except SlotTaken as lost:
        times = next_times(visit_type, start, practitioner=practitioner, patient=None, staff=False, at=at, place=place)
        raise SlotTaken(lost, times=times) from lost


def _hold(ask: SlotRequest, *, instead_of: str) -> Hold:
    rules = lock_schedule()
    before = _held_before(instead_of) if instead_of else None
    place = find_candidate(replace(ask, without_hold=before))
    if place.visit_type.needling:
        raise policies.first_visit_error()
    return write(place, at=ask.at, until=ask.at + timedelta(minutes=rules.hold_minutes))


def _held_before(token: str) -> int | None:
    return Hold.objects.filter(token=token, offer=None).values_list("pk", flat=True).first()


def write(place: Candidate, *, at: datetime, until: datetime) -> Hold:
    """Write a hold with its cells; raises SlotTaken when they are taken."""
    new_hold = Hold.objects.create(
        practitioner=place.who.practitioner,
        room_id=place.room,
        visit_type=place.visit_type,
        starts_at=place.start,
        minutes=place.need.minutes,
        room_minutes=place.need.room_minutes,
        created_at=at,
        expires_at=until,
    )
    reserve_cells(place.keys(None), taker=new_hold, lapsed=place.lapsed)
    return new_hold


@transaction.atomic
def release(*, token: str) -> None:
    """Give a held time back; nothing happens when it has lapsed or belongs to an offer."""
    lock_schedule()
    Hold.objects.filter(token=token, offer=None).delete()


@transaction.atomic
def lapse_holds(*, at: datetime) -> int:
    """Sweep holds that lapsed; only tidiness, since whoever books takes their cells. Returns how many."""
    lock_schedule()
    lapsed = Hold.objects.lapsed(at=at).filter(offer=None)
    return lapsed.delete()[1].get("booking.Hold", 0)
