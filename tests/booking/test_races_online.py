"""Nobody is booked twice, over HTTP: through the server of production, at the patient's page and at the desk at once.

The positive control takes lock and constraint away, and the same rounds must find somebody booked twice. SQLite lets
one transaction write at a time, so the control runs on PostgreSQL.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from clinic.booking.models import Appointment
from tests.benchmarks.servers import free_port, server
from tests.booking.checker import double_bookings, wrong_histories
from tests.booking.crowds import Crowd, gather, play
from tests.booking.races import promise_dropped
from tests.outbox.processes import database_url
from tests.support.environment import clean
from tests.support.progress import Say

UNLOCKED = "tests.booking.unlocked"
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.heavy]


@contextmanager
def crowd_of(count: int, root: Path, *, workers: int, application: str = "clinic.wsgi") -> Iterator[Crowd]:
    """Gather a crowd and serve the clinic to it, until the block ends.

    More workers than processors: deeds are broken off in the middle more often than in life.
    """
    port = free_port()
    crowd = gather(count, port)
    environment = clean(DATABASE_URL=database_url(), DJANGO_SETTINGS_MODULE="clinic.settings", LOG_LEVEL="ERROR")
    with server(application, environment, root, port=port, workers=workers):
        yield crowd


def test_of_a_crowd_at_both_doors_one_set_without_overlaps_is_booked(root: Path, size: Any, say: Say) -> None:
    count, rounds, workers = size((12, 3, 2), (200, 100, 4))
    booked = lost = 0
    with crowd_of(count, root, workers=workers) as crowd:
        for number in range(rounds):
            came = play(crowd, number)
            assert came.problems == []
            assert came.booked >= 1
            assert came.booked + came.lost == count
            booked, lost = booked + came.booked, lost + came.lost
            say(f"round {number + 1} of {rounds}: {booked} booked, {lost} lost")
    assert Appointment.objects.count() == booked
    assert double_bookings(Appointment.objects.all()) == []
    assert wrong_histories() == []


def test_without_the_promise_the_same_crowd_is_booked_twice(root: Path, on_sqlite: bool, size: Any) -> None:
    """The positive control: the same rounds, the same checks, without lock and constraint."""
    if on_sqlite:
        return
    with crowd_of(size(12, 40), root, workers=4, application=UNLOCKED) as crowd, promise_dropped():
        for number in range(20):
            problems = play(crowd, number).problems
            if any(problem.startswith("double booking") for problem in problems):
                return
    pytest.fail("Twenty rounds unguarded, and nobody was booked twice: this test would notice nothing.")
