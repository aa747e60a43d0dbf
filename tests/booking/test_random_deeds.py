"""Ten thousand things done in the diary at random by twenty clients, then a checker that trusts nothing.

Every booking that was acknowledged exists, nothing else does; nobody and no room is taken twice; every history can be
told from its first event to its last; each deed left one letter and one line in the book.
"""

from collections import Counter
from datetime import datetime
from threading import Event
from typing import Any

import pytest

from clinic.accounts import roles
from clinic.accounts.models import Patient, Practitioner, User
from clinic.audit.models import Entry
from clinic.audit.verification import verify
from clinic.booking import occupancy, services
from clinic.booking.models import Appointment, AppointmentEvent, VisitType
from clinic.outbox.models import Letter
from tests.booking.builders import (
    THURSDAY,
    make_patient,
    make_practitioner,
    make_room,
    make_rules,
    make_type,
)
from tests.booking.checker import double_bookings, wrong_cells, wrong_histories
from tests.booking.deeds import LARGEST_BUFFER, OFTEN, Doer
from tests.booking.races import at_once
from tests.support.cast import make_staff, sign_in
from tests.support.progress import Say

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]


@pytest.fixture
def crowd(noors: Practitioner, room: Any) -> list[Patient]:
    """Thirty patients of three practitioners in three rooms."""
    others = [make_practitioner(f"n{n}@clinic.example", f"Noor {n}") for n in range(2)]
    for n in range(2):
        make_room(f"Room {n + 2}", n + 2)
    make_rules(future_visits=50)
    make_type("consultation", noors, *others, minutes=45, room_minutes=45)
    make_type("treatment", noors, *others, minutes=30, room_minutes=50, needling=True)
    make_type("phone-review", noors, *others, minutes=15, room_minutes=0)
    return [make_patient(f"p{n}@example.com", f"Pat {n}") for n in range(30)]


def test_random_deeds_of_many_leave_a_diary_that_is_right(
    crowd: list[Patient], ada: User, now: datetime, size: Any, say: Say
) -> None:
    clients, each, parts = size((6, 60, 2), (20, 500, 10))
    desks = [make_staff(f"desk{n}@clinic.example", f"Rui {n}", roles.DESK) for n in range(3)]
    doers = [Doer(20260303 + n, crowd, desks[n % 3], sign_in(ada), now) for n in range(clients)]
    stopped = Event()
    for part in range(parts):
        at_once(clients, lambda n: doers[n].run(each // parts, stopped=stopped), stopped=stopped)
        assert double_bookings(Appointment.objects.all()) == []
        say(f"{(part + 1) * clients * each // parts:,} deeds tried, {Appointment.objects.count():,} visits booked")
    done = sum((doer.done for doer in doers), Counter[str]())
    refused = sum((doer.refused for doer in doers), Counter[str]())
    print(f"done: {dict(done)}, refused: {dict(refused)}")
    assert [failure for doer in doers for failure in doer.failures] == []
    assert done.total() + refused.total() == clients * each
    assert set(done) == set(OFTEN)
    everything = Appointment.objects.all()
    assert double_bookings(everything) == []
    assert wrong_cells(buffers=LARGEST_BUFFER) == []
    assert wrong_histories() == []
    assert happened() == sum((doer.told for doer in doers), Counter[tuple[str, str]]())
    assert set(Letter.objects.values_list("key", flat=True)) == letters_of(everything)
    assert Entry.objects.filter(deed__startswith="visit.").count() == AppointmentEvent.objects.count()
    assert verify().broken is None
    book_what_is_shown(now, desks[0])


def happened() -> Counter[tuple[str, str]]:
    """Return what the histories say happened to each visit, as the clients were told it."""
    events = AppointmentEvent.objects.exclude(deed="confirmed").values_list("visit__ref", "deed")
    return Counter((ref, deed) for ref, deed in events)


def letters_of(visits: Any) -> set[str]:
    """Return the keys of the letters that deeds on these visits write: each kind once a visit."""
    keys = set()
    for visit in visits:
        keys.add(f"visit:{visit.ref}:{'changed' if visit.moved_from_id else 'confirmation'}")
        if visit.state == "cancelled":
            keys.add(f"visit:{visit.ref}:cancelled")
    return keys


def book_what_is_shown(now: datetime, desk: User) -> None:
    """A time that is shown afterwards can be booked."""
    kind = VisitType.objects.get(code="phone-review")
    slot = occupancy.slots(kind, first=THURSDAY, last=THURSDAY.replace(day=20), at=now)[0]
    late = make_patient("late@example.com", "Lia Late")
    services.book(patient=late, visit_type=kind, start=slot.start, practitioner=slot.practitioner, by=desk, at=now)
    assert double_bookings(Appointment.objects.all()) == []
