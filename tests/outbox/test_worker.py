"""The clock's passes: letters first, then what recurs, each done by one clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from clinic import audit
from clinic.outbox import delivery, jobs, letters, worker
from clinic.outbox.models import JobRun, Letter
from clinic.site_settings import services as site_settings
from tests.audit.books import recorded
from tests.outbox.conftest import Write
from tests.support.queries import Queries
from tests.support.times import NOW

HOUR = timedelta(hours=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """When the one registered job, each hour, was done."""
    monkeypatch.setattr(worker, "JOBS", {})
    times: list[datetime] = []

    @worker.periodic(HOUR)
    def recurs(at: datetime) -> None:
        times.append(at)

    return times


def _tick(at: datetime, **said: Any) -> int:
    return worker.run_once(now=lambda: at, **said)


def test_a_pass_sends_every_letter_that_is_due(write: Write, done: list[datetime]) -> None:
    for n in range(3):
        write(f"greeting:{n}")
    assert _tick(NOW) == 4
    assert len(mail.outbox) == 3
    assert _tick(NOW) == 0


def test_a_pass_sends_no_more_than_its_share_and_still_does_the_jobs(write: Write, done: list[datetime]) -> None:
    for n in range(5):
        write(f"greeting:{n}")
    _tick(NOW, most=2)
    assert (len(mail.outbox), done) == (2, [NOW])


def test_a_job_that_was_just_done_is_not_done_again_by_who_looked_at_the_clock_before(done: list[datetime]) -> None:
    _tick(NOW)
    _tick(NOW - timedelta(seconds=3))
    assert done == [NOW]
    # What a clock that was a day ahead has written is due.
    JobRun.objects.update(due=NOW + 24 * HOUR)
    _tick(NOW + timedelta(seconds=3))
    assert done == [NOW, NOW + timedelta(seconds=3)]


def test_the_time_is_asked_before_every_deed(write: Write, done: list[datetime]) -> None:
    """A slow mail server makes a pass long: a claim counted from its beginning would run out too early."""
    for n in range(2):
        write(f"greeting:{n}")
    asked: Iterator[datetime] = (NOW + n * timedelta(minutes=1) for n in range(100))
    worker.run_once(now=lambda: next(asked))
    first, second = (letter.finished_at for letter in Letter.objects.order_by("pk"))
    assert first
    assert second
    assert done[0] < first < second


def test_a_clock_that_is_stopped_begins_nothing(write: Write, done: list[datetime]) -> None:
    write()
    assert _tick(NOW, stopped=lambda: True) == 0
    assert (mail.outbox, done) == ([], [])


def test_a_job_recurs_at_its_interval(done: list[datetime]) -> None:
    for minutes in (0, 1, 59, 60, 61, 200):
        _tick(NOW + timedelta(minutes=minutes))
    assert done == [NOW, NOW + HOUR, NOW + timedelta(minutes=200)]
    run = JobRun.objects.get()
    assert (run.name, run.last_run, run.ok) == (f"{__name__}.recurs", done[-1], True)


def test_a_job_is_named_after_its_room() -> None:
    assert "clinic.outbox.throw_old_letters_away" in worker.JOBS


def test_two_jobs_of_one_name_are_a_mistake(done: list[datetime]) -> None:
    def recurs(at: datetime) -> None: ...

    with pytest.raises(ImproperlyConfigured, match="recurs"):
        worker.periodic(HOUR)(recurs)


def test_a_failing_job_is_tried_again_soon_and_holds_up_nothing(done: list[datetime], write: Write) -> None:
    @worker.periodic(HOUR)
    def fails(at: datetime) -> None:
        done.append(at)
        raise ValueError("words of a patient")

    write()
    _tick(NOW)
    assert len(done) == 2
    assert len(mail.outbox) == 1
    assert JobRun.objects.get(name__endswith="fails").ok is False
    _tick(NOW + timedelta(minutes=5))
    assert done[2:] == [NOW + timedelta(minutes=5)]


def test_a_job_another_clock_is_at_is_left_alone(done: list[datetime]) -> None:
    _tick(NOW)
    JobRun.objects.update(claimed_until=NOW + HOUR + worker.CLAIMED_FOR)
    _tick(NOW + HOUR)
    assert done == [NOW]
    _tick(NOW + HOUR + worker.CLAIMED_FOR)
    assert done == [NOW, NOW + HOUR + worker.CLAIMED_FOR]


def test_a_job_cannot_be_taken_by_two_clocks(done: list[datetime]) -> None:
    @worker.periodic(HOUR)
    def begins_another_pass(at: datetime) -> None:
        done.append(at)
        _tick(NOW)

    _tick(NOW)
    assert len(done) == 2


def test_a_lost_database_ends_the_pass(done: list[datetime]) -> None:
    @worker.periodic(HOUR)
    def loses_it(at: datetime) -> None:
        raise OperationalError

    with pytest.raises(OperationalError):
        _tick(NOW)


@pytest.mark.parametrize("others", [1, 30])
def test_an_idle_pass_costs_two_queries(others: int, write: Write, done: list[datetime], queries: Queries) -> None:
    for n in range(others):
        write(f"later:{n}", due=NOW + HOUR)
    _tick(NOW)
    with queries(2):
        _tick(NOW)


@pytest.mark.parametrize(
    ("state", "sealed", "age", "stays"),
    [
        ("sent", True, timedelta(hours=23), True),
        ("sent", True, timedelta(days=1), False),
        ("expired", True, timedelta(days=1), False),
        ("dead", True, timedelta(days=1), False),
        ("due", True, timedelta(days=3), True),
        ("sent", False, timedelta(days=179), True),
        ("sent", False, timedelta(days=180), False),
        ("skipped", False, timedelta(days=180), False),
        ("expired", False, timedelta(days=180), False),
        ("dead", False, timedelta(days=900), True),
        ("due", False, timedelta(days=900), True),
    ],
)
def test_old_letters_are_thrown_away(state: str, sealed: bool, age: timedelta, stays: bool, write: Write) -> None:
    write(kind="account.code", sealed=letters.Message("s", "b")) if sealed else write()
    Letter.objects.update(state=state, finished_at=None if state == "due" else NOW)
    jobs.throw_old_letters_away(NOW + age)
    assert Letter.objects.exists() is stays


def test_the_end_of_the_book_is_logged_once_a_day(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    row = recorded("x.done", at=NOW)
    jobs.note_the_end_of_the_book(NOW)
    assert row.hash in caplog.text
    assert worker.JOBS["clinic.outbox.note_the_end_of_the_book"].each == timedelta(days=1)


def test_the_end_of_the_book_leaves_the_machine_once_a_day(mailoutbox: list[Any]) -> None:
    recorded("x.done", at=NOW)
    jobs.note_the_end_of_the_book(NOW)
    assert not Letter.objects.exists()  # nobody said where to
    profile = site_settings.current()
    profile.audit_to = "keeper@elsewhere.example"
    profile.save()
    caches["process"].clear()
    for hours in (0, 1, 24):
        jobs.note_the_end_of_the_book(NOW + timedelta(hours=hours))
    while delivery.send_next(at=NOW + timedelta(hours=25)):
        pass
    end = audit.head()
    assert [mail.to for mail in mailoutbox] == [["keeper@elsewhere.example"]] * 2
    assert all(f"\n{end.number}\n{end.hash}\n" in mail.body for mail in mailoutbox)
    assert f"verify_audit --whole --head {end.hash}" in mailoutbox[0].body
