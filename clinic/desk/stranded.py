"""Booked visits that no longer fit the timetable, as the desk settles them: whom to call, why, what can be done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from clinic import formatting
from clinic.booking.models import Appointment, AppointmentEvent
from clinic.booking.services.illness import CALLS
from clinic.booking.stranding import Why, count_ahead, stranded_ahead

# What the desk does about each reason, beyond a call.
ADVICE: dict[Why, Any] = {
    Why.LEFT: gettext_lazy("Call and offer a time with someone else."),
    Why.CLOSED: gettext_lazy("Call and offer another day."),
    Why.HOURS: gettext_lazy("Call and offer another time."),
    Why.TYPE: gettext_lazy("Call and cancel this visit. Then book another visit type."),
    Why.NOT_OFFERED: gettext_lazy("Call and offer a time with someone else."),
    Why.ROOM: gettext_lazy("Use another room, or call and offer another time."),
    Why.LOCATION: gettext_lazy("Call and offer a time at another location."),
}


@dataclass(frozen=True)
class StrandedRow:
    """One visit to move or cancel."""

    visit: Appointment
    why: Why
    calls: list[tuple[str, str]]

    @property
    def when(self) -> str:
        return formatting.moment(self.visit.starts_at)

    @property
    def words(self) -> str:
        """Why it cannot take place, and what to do; nobody calls for somebody who is no longer a patient."""
        if self.is_ended:
            return self.visit.patient.ended_words
        return f"{self.why.label} {ADVICE[self.why]}"

    @property
    def is_ended(self) -> bool:
        return bool(self.visit.patient.ended_why)

    @property
    def may_change_room(self) -> bool:
        return self.why is Why.ROOM and not self.is_ended

    @property
    def may_move(self) -> bool:
        return self.why is not Why.TYPE and not self.is_ended


def count(*, at: datetime) -> int:
    """Return how many visits ahead do not fit; most of the time without a query."""
    return count_ahead(at=at)


def rows(*, at: datetime, most: int) -> list[StrandedRow]:
    """Return those visits with names, phones and the calls about them, the next first. Three queries."""
    why = {row.visit.pk: row.why for row in stranded_ahead(at=at)[:most]}
    if not why:
        return []
    visits = Appointment.objects.filter(pk__in=why).with_people().with_history().order_by("starts_at", "id")
    return [StrandedRow(visit, why[visit.pk], _calls(visit)) for visit in visits]


def _calls(visit: Appointment) -> list[tuple[str, str]]:
    return [
        (event.get_deed_display(), formatting.short_moment(event.at))
        for event in visit.events.all()
        if event.deed in CALLS
    ]


CALL_WORDS = [
    (AppointmentEvent.Deed.REACHED, gettext_lazy("Reached")),
    (AppointmentEvent.Deed.VOICEMAIL, gettext_lazy("Voicemail")),
    (AppointmentEvent.Deed.NOT_REACHED, gettext_lazy("Not reached")),
]
