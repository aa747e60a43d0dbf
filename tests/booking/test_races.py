"""Nobody is ever booked twice: many clients on one time, and ten thousand random deeds, on both databases.

The positive control takes the constraint away and must see double bookings: a race test that cannot fail proves
nothing. SQLite has one writer at a time, so the control runs on PostgreSQL.
"""

import random
from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import diary, services
from clinic.booking.models import Appointment, Block, Cell, VisitType
from clinic.booking.querysets import STANDING
from tests.booking.builders import (
    TEN,
    THURSDAY,
    make_patient,
    make_practitioner,
    make_room,
    make_rules,
    make_type,
    minutes,
)
from tests.booking.races import at_once, cells_disagree, overlaps, promise_dropped

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]


@pytest.fixture
def crowd(noors: Practitioner, room: Any, rui: User) -> list[Patient]:
    """Twelve patients of two practitioners in two rooms."""
    tomas = make_practitioner("tomas@clinic.example", "Tomás Ejemplo")
    make_room("Room 2", 2)
    make_rules(future_visits=50)
    make_type("consultation", noors, tomas, minutes=45, room_minutes=45)
    make_type("treatment", noors, tomas, minutes=30, room_minutes=50, needling=True)
    make_type("phone-review", noors, tomas, minutes=15, room_minutes=0)
    return [make_patient(f"p{n}@example.com", f"Pat {n}") for n in range(12)]


def one_round(
    crowd: list[Patient], clients: int, *, practitioner: int | None, rui: User, now: datetime
) -> Counter[str]:
    """Everybody wants Thursday at ten or shortly after, half online and half through the desk, lengths that overlap."""
    types = list(VisitType.objects.filter(code__in=("consultation", "treatment", "phone-review")).order_by("code"))

    def book(number: int) -> str:
        patient = crowd[number % len(crowd)]
        assert patient.user
        desk = number % 2 == 1
        # The desk books on five minutes, patients on the quarter hours they are shown: all of these overlap.
        start = TEN + minutes(5 * (number % 3)) if desk else TEN
        try:
            services.book(
                patient=patient,
                visit_type=types[number % len(types)],
                start=start,
                practitioner=practitioner,
                by=rui if desk else patient.user,
                at=now,
            )
        except services.SlotTaken:
            return "taken"
        return "booked"

    return Counter(at_once(clients, book))


def empty_the_diary() -> None:
    Cell.objects.all().delete()
    Appointment.objects.update(state="in_error")


def test_of_many_on_one_time_a_set_without_overlaps_is_booked(
    crowd: list[Patient], noors: Practitioner, rui: User, now: datetime, size: Any
) -> None:
    for _round in range(size(3, 100)):
        outcome = one_round(crowd, size(12, 200), practitioner=noors.pk, rui=rui, now=now)
        standing = Appointment.objects.filter(state__in=STANDING)
        assert outcome["booked"] == standing.count() >= 1
        assert overlaps() == []
        assert cells_disagree() == []
        empty_the_diary()


def test_exactly_one_gets_exactly_one_time(crowd: list[Patient], noors: Practitioner, now: datetime, size: Any) -> None:
    consultation = VisitType.objects.get(code="consultation")

    def book(number: int) -> str:
        patient = crowd[number % len(crowd)]
        assert patient.user
        try:
            services.book(
                patient=patient, visit_type=consultation, start=TEN, practitioner=noors.pk, by=patient.user, at=now
            )
        except services.SlotTaken as lost:
            return "taken" if lost.times else "taken, and nothing else offered"
        return "booked"

    clients = size(10, 200)
    for _round in range(size(3, 25)):
        assert Counter(at_once(clients, book)) == {"booked": 1, "taken": clients - 1}
        empty_the_diary()


def test_any_practitioner_goes_through_the_same_promise(
    crowd: list[Patient], rui: User, now: datetime, size: Any
) -> None:
    for _round in range(size(2, 50)):
        one_round(crowd, size(12, 100), practitioner=None, rui=rui, now=now)
        assert overlaps() == []
        assert cells_disagree() == []
        assert Appointment.objects.filter(state__in=STANDING).count() >= 2
        empty_the_diary()


def test_of_many_who_hold_or_book_one_time_one_has_it(
    crowd: list[Patient], noors: Practitioner, now: datetime, size: Any
) -> None:
    consultation = VisitType.objects.get(code="consultation")
    services.hold(visit_type=consultation, start=TEN, practitioner=noors.pk, at=now - minutes(30))  # lapsed

    def want(number: int) -> str:
        patient = crowd[number % len(crowd)]
        assert patient.user
        try:
            if number % 2:
                services.hold(visit_type=consultation, start=TEN, practitioner=noors.pk, at=now)
            else:
                services.book(
                    patient=patient, visit_type=consultation, start=TEN, practitioner=noors.pk, by=patient.user, at=now
                )
        except services.SlotTaken:
            return "taken"
        return "mine"

    clients = size(10, 100)
    assert Counter(at_once(clients, want)) == {"mine": 1, "taken": clients - 1}
    assert Cell.objects.filter(kind=1, of=noors.pk).count() == 9


def test_without_the_promise_the_race_is_lost(
    crowd: list[Patient], noors: Practitioner, rui: User, now: datetime, on_sqlite: bool, size: Any
) -> None:
    """The positive control: the same rounds, the constraint dropped, and somebody is booked twice."""
    if on_sqlite:
        # One writer at a time: what is looked up inside the transaction is still true when it writes.
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        return
    with promise_dropped():
        for _round in range(20):
            one_round(crowd, size(12, 50), practitioner=noors.pk, rui=rui, now=now)
            if overlaps():
                return
            empty_the_diary()
    pytest.fail("Twenty rounds without the constraint, and nobody was booked twice: this test would notice nothing.")


class Client:
    """Somebody who does things in the diary at random, and remembers what was acknowledged."""

    def __init__(self, seed: int, crowd: list[Patient], by: User, now: datetime) -> None:
        self.dice, self.crowd, self.by, self.now = random.Random(seed), crowd, by, now
        self.types = list(VisitType.objects.filter(code__in=("consultation", "treatment", "phone-review")))
        self.people = list(Practitioner.objects.order_by("pk"))
        self.acknowledged: list[str] = []
        self.failures: list[str] = []

    def run(self, count: int) -> "Client":
        deeds = (self.book, self.book, self.book, self.move, self.swap, self.cancel, self.rebook, self.block)
        for _n in range(count):
            deed = self.dice.choice((*deeds, self.unblock, self.edit, self.squeeze))
            try:
                deed()
            except services.BookingError:
                continue
            except Exception as wrong:  # whatever it is, a page would have answered 5xx
                self.failures.append(f"{deed.__name__}: {wrong!r}")
        return self

    def time(self) -> datetime:
        return (
            TEN - minutes(60) + minutes(15 * self.dice.randrange(28)) + timedelta(days=self.dice.choice((0, 1, 4, 5)))
        )

    def who(self) -> int | None:
        return self.dice.choice((None, *(person.pk for person in self.people)))

    def some_visit(self) -> Appointment:
        found = list(Appointment.objects.filter(state__in=("booked", "confirmed")).values_list("pk", flat=True)[:500])
        if not found:
            raise services.BookingError("Nothing to change yet.")
        return Appointment.objects.with_people().get(pk=self.dice.choice(found))

    def book(self) -> None:
        made = services.book(
            patient=self.dice.choice(self.crowd),
            visit_type=self.dice.choice(self.types),
            start=self.time(),
            practitioner=self.who(),
            by=self.by,
            at=self.now,
        )
        self.acknowledged.append(made.ref)

    def move(self) -> None:
        visit = self.some_visit()
        start = visit.starts_at + minutes(15) if self.dice.random() < 0.5 else self.time()
        self.acknowledged.append(
            services.move(visit, start=start, practitioner=self.who(), by=self.by, at=self.now).ref
        )

    def swap(self) -> None:
        made = services.swap(self.some_visit(), self.some_visit(), by=self.by, at=self.now)
        self.acknowledged += [visit.ref for visit in made]

    def cancel(self) -> None:
        services.cancel(self.some_visit(), reason="cannot_come", by=self.by, at=self.now)

    def rebook(self) -> None:
        gone = services.cancel(self.some_visit(), reason="better_time", by=self.by, at=self.now)
        made = services.book(
            patient=gone.patient, visit_type=gone.visit_type, start=gone.starts_at, by=self.by, at=self.now
        )
        self.acknowledged.append(made.ref)

    def block(self) -> None:
        start = self.time()
        services.block(start=start, end=start + minutes(30), practitioner=self.people[0].pk, by=self.by, at=self.now)

    def unblock(self) -> None:
        if block := Block.objects.standing().first():
            services.unblock(block, by=self.by, at=self.now)

    def squeeze(self) -> None:
        made = services.squeeze_in(
            patient=self.dice.choice(self.crowd),
            visit_type=self.types[0],
            start=self.time(),
            practitioner=self.people[0].pk,
            reason="Came a long way",
            by=self.by,
            at=self.now,
        )
        self.acknowledged.append(made.ref)

    def edit(self) -> None:
        """The administrator changes how long a kind of visit is and who keeps which distance."""
        kind = VisitType.objects.get(code="phone-review")
        kind.minutes = self.dice.choice((10, 15, 20))
        kind.save()


def test_random_deeds_of_many_leave_a_diary_that_is_right(
    crowd: list[Patient], rui: User, now: datetime, size: Any
) -> None:
    clients, each = size((4, 40), (20, 500))
    seed = random.Random(20260303).randrange(10**6)
    done: list[Client] = at_once(clients, lambda n: Client(seed + n, crowd, User.objects.get(pk=rui.pk), now).run(each))
    assert [failure for client in done for failure in client.failures] == []
    assert overlaps() == []
    assert cells_disagree() == []
    acknowledged = {ref for client in done for ref in client.acknowledged}
    assert acknowledged == set(Appointment.objects.values_list("ref", flat=True))
    assert len(acknowledged) > clients
    shown = diary.slots(VisitType.objects.get(code="consultation"), first=THURSDAY, last=THURSDAY, at=now)
    for slot in shown[:3]:
        patient = make_patient(f"late{slot.code.lower()}@example.com", "Lia Late")
        services.book(
            patient=patient,
            visit_type=VisitType.objects.get(code="consultation"),
            start=slot.start,
            practitioner=slot.practitioner,
            by=rui,
            at=now,
        )
        break
    assert overlaps() == []
