"""Holding a time for a newcomer who gives a name and types a code. A hold that is not confirmed lapses by itself."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from clinic.booking.cells import hold_the_diary, take
from clinic.booking.errors import SlotTaken
from clinic.booking.models import BookingRules, Hold, VisitType
from clinic.booking.services import asking
from clinic.booking.services.booking import next_times
from clinic.booking.services.placing import Ask, Place, look, take_place


def hold(
    *,
    visit_type: VisitType,
    start: datetime,
    practitioner: int | None = None,
    at: datetime,
    instead_of: str = "",
) -> Hold:
    """Keep a time for the minutes of the rules, for somebody we do not know yet; with one practitioner or any.

    It takes real cells: nobody else can have the time. `instead_of` is the token of the hold this browser had
    before, given back in the same deed. Only visits without needles: a newcomer has no form.
    Raises SlotTaken with the next free times, and BookingError.
    """
    asking.require_type(visit_type, staff=False)
    asking.require_time(start, at=at)
    if visit_type.needling:
        raise asking.first_visit_error()
    minutes: list[int] = []

    def allowed(rules: BookingRules, visit_type: VisitType) -> None:
        if visit_type.needling:
            raise asking.first_visit_error()
        minutes.append(rules.hold_minutes)
        if instead_of:
            Hold.objects.filter(token=instead_of, offer=None).delete()

    def make(place: Place, lapsed: Collection[int]) -> Hold:
        with transaction.atomic():
            return write(place, lapsed=lapsed, at=at, until=at + timedelta(minutes=minutes[0]))

    before = Hold.objects.filter(token=instead_of).values_list("pk", flat=True).first() if instead_of else None
    ask = Ask(
        visit_type=visit_type,
        start=start,
        practitioner=practitioner,
        patient=None,
        staff=False,
        at=at,
        without_hold=before,
    )
    try:
        found = look(ask)
        with transaction.atomic():
            return take_place(ask, make, allowed=allowed, found=found)
    except SlotTaken as lost:
        times = next_times(visit_type, start, practitioner=practitioner, patient=None, staff=False, at=at)
        raise SlotTaken(lost, times=times) from lost


def write(place: Place, *, lapsed: Collection[int], at: datetime, until: datetime) -> Hold:
    """Write a hold with its cells; raises SlotTaken when they are taken."""
    held = Hold.objects.create(
        practitioner=place.who.practitioner,
        room_id=place.room,
        visit_type=place.visit_type,
        starts_at=place.start,
        minutes=place.need.minutes,
        room_minutes=place.need.room_minutes,
        created_at=at,
        expires_at=until,
    )
    take(place.keys(None), taker=held, lapsed=lapsed)
    return held


@transaction.atomic
def release(*, token: str) -> None:
    """Give a held time back; nothing happens when it has lapsed or belongs to an offer."""
    hold_the_diary()
    Hold.objects.filter(token=token, offer=None).delete()


@transaction.atomic
def lapse_holds(*, at: datetime) -> int:
    """Sweep holds that lapsed; only tidiness, since whoever books takes their cells. Returns how many."""
    hold_the_diary()
    lapsed = Hold.objects.lapsed(at=at).filter(offer=None)
    return lapsed.delete()[1].get("booking.Hold", 0)
