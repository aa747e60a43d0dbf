"""Finding a place for a visit, with a named practitioner or any.

Whoever asks locks the schedule first (`cells.lock_schedule`): what is found free is free until the deed ends.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.booking import availability, occupancy, schedule
from clinic.booking.availability import Need
from clinic.booking.cells import Key, keys_of
from clinic.booking.errors import BookingError, NobodyThere, SlotTaken
from clinic.booking.grid import moment, number
from clinic.booking.models import VisitType
from clinic.booking.schedule import Schedule, ScheduledPractitioner
from clinic.booking.services.policies import day_of, require_type


@dataclass(frozen=True)
class SlotRequest:
    """Somebody wants a time."""

    visit_type: VisitType
    start: datetime
    practitioner: int | None
    patient: Patient | None
    staff: bool
    at: datetime
    # The key of the place that was chosen; None for any.
    place: int | None = None
    # What the new place may overlap, because it is given back in the same deed.
    without_hold: int | None = None
    without_visit: int | None = None

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.visit_type.length)


@dataclass(frozen=True)
class Candidate:
    """One practitioner, perhaps a room, at the time that was asked for; `lapsed` are the holds to be given back."""

    who: ScheduledPractitioner
    visit_type: VisitType
    need: Need
    start: datetime
    room: int | None
    lapsed: frozenset[int] = frozenset()

    def keys(self, patient: Patient | None, *, lane: int = 0) -> list[Key]:
        return keys_of(
            self.need,
            self.start,
            practitioner=self.who.key,
            room=self.room,
            patient=patient.pk if patient else None,
            lane=lane,
        )


def find_candidate(ask: SlotRequest) -> Candidate:
    """Return the best free place for an ask. One query; the diary is held, so nobody can take it meanwhile.

    Raises SlotTaken, without times, when there is none, and BookingError for staff where nobody is there.
    """
    table = schedule.current()
    ask = replace(ask, visit_type=table.as_it_is(ask.visit_type))
    require_type(ask.visit_type, staff=ask.staff)
    people = [(person, place) for person in _asked(ask, table) if (place := _where(person, ask, table)) is not None]
    if not people:
        raise _nobody_there(ask, table)
    day_occupancy = _load(ask, [person for person, _place in people], table)
    places = _places(ask, people, table, day_occupancy)
    if not places:
        raise SlotTaken(_why_taken(ask, people[0][0], table, day_occupancy))
    return places[0]


def _nobody_there(ask: SlotRequest, table: Schedule) -> BookingError:
    """Say why: for staff that the visit would end after its practitioner leaves, and when it could begin instead."""
    if not ask.staff:
        return SlotTaken(_("That time is no longer open. Choose another one."))
    day, length = day_of(ask.start), ask.end - ask.start
    for person in _asked(ask, table):
        for begins, ends in person.spans(day, day):
            if begins <= ask.start < ends and begins <= ends - length:
                words = {
                    "name": person.name,
                    "leaves": formatting.clock(ends),
                    "latest": formatting.clock(ends - length),
                }
                words["length"] = formatting.length(ask.visit_type.length)
                return NobodyThere(
                    _(
                        "%(length)s would end after %(name)s leaves at %(leaves)s. "
                        "The latest time to begin is %(latest)s."
                    )
                    % words
                )
    if day in table.closed:
        return NobodyThere(_("The clinic is closed that day. Choose another day."))
    return NobodyThere(_("No one is working then. Add extra hours, or choose another time."))


def _why_taken(ask: SlotRequest, who: ScheduledPractitioner, table: Schedule, taken: occupancy.Occupancy) -> str:
    """Say to staff what is in the way, where the time itself is free and only too short; otherwise nothing."""
    if not ask.staff or ask.practitioner is None:
        return ""
    first, busy = number(ask.start), taken.of(who, table, None, who.place_at(ask.start)).practitioner
    in_the_way = [cell for cell in who.need(ask.visit_type).of_practitioner(first) if cell in busy]
    if not in_the_way or in_the_way[0] <= first:
        return ""
    words = {"length": formatting.length(ask.visit_type.length), "name": who.name}
    words["next"] = formatting.clock(moment(in_the_way[0]))
    return _("%(length)s do not fit before what %(name)s has at %(next)s. Choose another time.") % words


def _asked(ask: SlotRequest, table: Schedule) -> list[ScheduledPractitioner]:
    return [person for person in table.offering(ask.visit_type) if ask.practitioner in (None, person.key)]


def _where(who: ScheduledPractitioner, ask: SlotRequest, table: Schedule) -> int | None:
    """Return the place in whose hours the time lies, None where it lies in none; for patients it is one of those
    shown, inside notice and horizon.
    """
    day = day_of(ask.start)
    for place in occupancy.places_of(who, ask.visit_type, ask.place):
        for begins, ends in who.spans(day, day, place):
            if begins <= ask.start and ask.end <= ends:
                is_shown = who.window(at=ask.at).holds(ask.start) and availability.shown(
                    begins, ask.start, table.rules.step
                )
                return place if ask.staff or is_shown else None
    return None


def _load(ask: SlotRequest, people: Iterable[ScheduledPractitioner], table: Schedule) -> occupancy.Occupancy:
    return occupancy.load(
        people,
        table,
        start=ask.start,
        end=ask.end,
        at=ask.at,
        patient=ask.patient,
        rooms=ask.visit_type.room_minutes > 0,
        without_hold=ask.without_hold,
        without_visit=ask.without_visit,
    )


def _places(
    ask: SlotRequest, people: Iterable[tuple[ScheduledPractitioner, int]], table: Schedule, day: occupancy.Occupancy
) -> list[Candidate]:
    """The places that are free, whoever has the least to do around that time first."""
    lapsed = day.lapsed if ask.without_hold is None else day.lapsed | {ask.without_hold}
    rows = []
    for person, place_key in people:
        need, taken_cells = person.need(ask.visit_type), day.of(person, table, ask.patient, place_key)
        if free := availability.at(ask.start, need, taken_cells):
            place = Candidate(person, ask.visit_type, need, ask.start, free.room, lapsed)
            rows.append((len(taken_cells.practitioner), person.name, person.key, place))
    return [place for *_order, place in sorted(rows, key=lambda row: row[:3])]
