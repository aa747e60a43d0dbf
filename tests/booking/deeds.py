"""Somebody who does things in the diary at random, and remembers everything that was acknowledged."""

import random
from collections import Counter
from datetime import datetime, timedelta
from threading import Event

from django.test import Client as AdminClient
from django.urls import reverse

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, Block, PractitionerSettings, Room, VisitType, WeeklyHours
from tests.booking.builders import TEN, minutes

LARGEST_BUFFER = 10
DAYS = (0, 1, 4, 5, 6, 7)  # Thursday and Friday, and most of the week after
# How often each deed is tried.
OFTEN = {
    "book": 30,
    "move": 14,
    "swap": 14,
    "cancel": 12,
    "rebook": 8,
    "confirm": 6,
    "squeeze": 5,
    "hold": 5,
    "block": 4,
    "edit": 4,
    "unblock": 3,
}


class EditRefusedError(Exception):
    """The admin's page did not take an edit that is right."""


class Doer:
    """One client: at the desk, on the patient's page, or the administrator at the timetable."""

    def __init__(self, seed: int, crowd: list[Patient], desk: User, admin: AdminClient, now: datetime) -> None:
        self.dice, self.crowd, self.desk, self.admin, self.now = random.Random(seed), crowd, desk, admin, now
        self.types = list(VisitType.objects.filter(code__in=("consultation", "treatment", "phone-review")))
        self.people = list(Practitioner.objects.order_by("pk"))
        self.told: Counter[tuple[str, str]] = Counter()  # (reference of a visit, what was acknowledged)
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.failures: list[str] = []

    def run(self, count: int, *, stopped: Event) -> None:
        """Do so many things; whatever is neither done nor refused in a sentence is a failure: a page would say 5xx."""
        for _number in range(count):
            if stopped.is_set():
                return
            name = self.dice.choices(list(OFTEN), list(OFTEN.values()))[0]
            try:
                getattr(self, name)()
            except services.BookingError:
                self.refused[name] += 1
            except Exception as wrong:
                self.failures.append(f"{name}: {wrong!r}")
            else:
                self.done[name] += 1

    def _tell(self, deed: str, *visits: Appointment) -> None:
        self.told.update((visit.ref, deed) for visit in visits)

    def _time(self) -> datetime:
        start = TEN - minutes(60) + minutes(15 * self.dice.randrange(28))
        # The desk books on five minutes too.
        return start + timedelta(days=self.dice.choice(DAYS)) + minutes(self.dice.choice((0, 0, 0, 5, 10)))

    def _who(self) -> int | None:
        return self.dice.choice((None, *(person.pk for person in self.people)))

    def _visit(self) -> Appointment:
        found = list(Appointment.objects.filter(state__in=("booked", "confirmed")).values_list("pk", flat=True)[:500])
        if not found:
            raise services.BookingError("Nothing to change yet.")
        return Appointment.objects.with_people().get(pk=self.dice.choice(found))

    def _book(self, patient: Patient, kind: VisitType, start: datetime, practitioner: int | None) -> None:
        online = self.dice.random() < 0.4 and patient.user
        by = online or self.desk
        made = services.book(
            patient=patient, visit_type=kind, start=start, practitioner=practitioner, by=by, at=self.now
        )
        self._tell("booked", made)

    def book(self) -> None:
        self._book(self.dice.choice(self.crowd), self.dice.choice(self.types), self._time(), self._who())

    def move(self) -> None:
        visit = self._visit()
        start = visit.starts_at + minutes(15) if self.dice.random() < 0.5 else self._time()
        new = services.move(visit, start=start, practitioner=self._who(), by=self.desk, at=self.now)
        self._tell("moved", visit)
        self._tell("booked", new)

    def swap(self) -> None:
        """Mostly two visits of one kind: a long one seldom fits where a short one was."""
        one = self._visit()
        alike = Appointment.objects.filter(state__in=("booked", "confirmed"), visit_type=one.visit_type, lane=0)
        found = list(alike.exclude(pk=one.pk).values_list("pk", flat=True)[:200])
        other = Appointment.objects.get(pk=self.dice.choice(found)) if found else self._visit()
        made = services.swap(one, other, by=self.desk, at=self.now)
        self._tell("moved", one, other)
        self._tell("booked", *made)

    def cancel(self) -> None:
        visit = self._visit()
        services.cancel(visit, reason="cannot_come", by=self.desk, at=self.now)
        self._tell("cancelled", visit)

    def rebook(self) -> None:
        gone = services.cancel(self._visit(), reason="better_time", by=self.desk, at=self.now)
        self._tell("cancelled", gone)
        self._book(gone.patient, gone.visit_type, gone.starts_at, None)

    def confirm(self) -> None:
        visit = self._visit()
        if visit.state == "confirmed":
            raise services.BookingError("Said already.")
        found = services.confirm(visit, by=self.desk, at=self.now)
        assert found.state == "confirmed"

    def hold(self) -> None:
        """Somebody new held a time and went away: it has lapsed by now, and whoever takes the time takes it away."""
        kind = self.dice.choice([kind for kind in self.types if not kind.needling])
        services.hold(visit_type=kind, start=self._time(), practitioner=self._who(), at=self.now - minutes(30))

    def squeeze(self) -> None:
        made = services.squeeze_in(
            patient=self.dice.choice(self.crowd),
            visit_type=self.dice.choice(self.types),
            start=self._time(),
            practitioner=self.dice.choice(self.people).pk,
            reason="Came a long way",
            by=self.desk,
            at=self.now,
        )
        self._tell("booked", made)

    def block(self) -> None:
        start = self._time()
        whose = self.dice.choice(self.people).pk
        services.block(start=start, end=start + minutes(30), practitioner=whose, by=self.desk, at=self.now)

    def unblock(self) -> None:
        if not (block := Block.objects.standing().first()):
            raise services.BookingError("Nothing is blocked.")
        services.unblock(block, by=self.desk, at=self.now)

    def edit(self) -> None:
        """The administrator changes the timetable in the admin: lengths, buffers, hours, rooms."""
        row, fields = self.dice.choice((self._length, self._buffers, self._hours, self._room))()
        page = reverse(f"admin:booking_{row._meta.model_name}_change", args=[row.pk])
        answer = self.admin.post(page, fields)
        if answer.status_code != 302:
            raise EditRefusedError(f"{answer.status_code} for {row._meta.model_name}")

    def _length(self) -> tuple[VisitType, dict[str, object]]:
        kind = VisitType.objects.get(code="phone-review")
        long = self.dice.choice((10, 15, 20))
        told = {"name": kind.name, "minutes": long, "room_minutes": 0, "booking": "online", "active": "on"}
        return kind, told | {"position": 1, "practitioners": [person.pk for person in self.people]}

    def _buffers(self) -> tuple[PractitionerSettings, dict[str, object]]:
        row = self.dice.choice(list(PractitionerSettings.objects.all()))
        told: dict[str, object] = {"practitioner": row.practitioner_id, "notice_hours": 2, "horizon_days": 60}
        before, after = (self.dice.choice((0, 5, LARGEST_BUFFER)) for _side in range(2))
        return row, told | {"buffer_before": before, "buffer_after": after}

    def _hours(self) -> tuple[WeeklyHours, dict[str, object]]:
        row = self.dice.choice(list(WeeklyHours.objects.all()))
        closes = self.dice.choice(("16:00", "17:00", "17:30"))
        return row, {"practitioner": row.practitioner_id, "weekday": row.weekday, "opens": "09:00", "closes": closes}

    def _room(self) -> tuple[Room, dict[str, object]]:
        """The last room is taken out of use, and back."""
        room = Room.objects.order_by("pk").last()
        assert room is not None
        used = {"active": "on"} if self.dice.random() < 0.6 else {}
        return room, {"name": room.name, "position": room.position} | used
