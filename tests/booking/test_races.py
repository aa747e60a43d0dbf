"""Nobody is ever booked twice: many at once at the doors of the services (over HTTP: test_races_online.py).

The positive control takes lock and constraint away and must see double bookings: a race test that cannot fail proves
nothing. SQLite has one writer at a time, so the control runs on PostgreSQL.
"""

from collections import Counter
from datetime import datetime
from typing import Any

import pytest
from django.db import connection

from clinic.accounts.models import Patient, Practitioner, User
from clinic.booking import services
from clinic.booking.models import Appointment, Cell, VisitType
from clinic.booking.querysets import STANDING
from tests.booking.builders import (
    TEN,
    make_patient,
    make_practitioner,
    make_room,
    make_rules,
    make_type,
    minutes,
)
from tests.booking.checker import double_bookings, wrong_cells
from tests.booking.races import at_once, promise_dropped, unlocked

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
        assert double_bookings(Appointment.objects.all()) == []
        assert wrong_cells() == []
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
        assert double_bookings(Appointment.objects.all()) == []
        assert wrong_cells() == []
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
    """The positive control: the same rounds without lock and constraint, and somebody is booked twice."""
    if on_sqlite:
        # One writer at a time: what is looked up inside the transaction is still true when it writes.
        assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
        return
    with unlocked(), promise_dropped():
        for _round in range(20):
            one_round(crowd, size(12, 50), practitioner=noors.pk, rui=rui, now=now)
            if double_bookings(Appointment.objects.all()):
                return
            empty_the_diary()
    pytest.fail("Twenty rounds unguarded, and nobody was booked twice: this test would notice nothing.")
