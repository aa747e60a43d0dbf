"""A clock that jumped deletes nothing, until it is right again or somebody has looked at it."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.core.cache import caches

from clinic.accounts.models import User
from clinic.outbox import letters, machine_clock, worker
from clinic.outbox.models import JobRun, Letter, WorkerState
from clinic.outbox.urgency import Urgency
from tests.audit.books import recorded
from tests.outbox.conftest import Write
from tests.support.times import NOW

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
Times = dict[str, list[datetime]]
pytestmark = pytest.mark.django_db


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> Times:
    """When each of two jobs ran: one that deletes, and one that may run while the clock is in doubt."""
    monkeypatch.setattr(worker, "JOBS", {})
    times: Times = {"deletes": [], "escalates": []}

    @worker.periodic(HOUR)
    def deletes(at: datetime) -> None:
        times["deletes"].append(at)

    @worker.periodic(HOUR, in_doubt=True)
    def escalates(at: datetime) -> None:
        times["escalates"].append(at)

    return times


def _pass(at: datetime, database: datetime | None = None) -> None:
    caches["process"].clear()
    worker.run_once(now=lambda: at, database=lambda: database)


def _doubt() -> str:
    return WorkerState.objects.get().doubt


@pytest.mark.parametrize(
    ("jump", "database", "doubt"),
    [
        (11 * HOUR, None, ""),
        (13 * HOUR, None, "ahead"),
        (31 * DAY, None, "ahead"),
        (-HOUR, None, ""),
        (-2 * HOUR, None, "behind"),
        (-31 * DAY, None, "behind"),
        (HOUR, NOW + HOUR + timedelta(minutes=59), ""),
        (HOUR, NOW + 3 * HOUR, "database"),
        (HOUR, NOW - 3 * HOUR, "database"),
    ],
)
def test_a_jump_of_hours_stops_every_deletion(
    jump: timedelta, database: datetime | None, doubt: str, ran: Times
) -> None:
    _pass(NOW)
    JobRun.objects.update(due=NOW - 60 * DAY)
    _pass(NOW + jump, database)
    assert _doubt() == doubt
    assert ran == {"deletes": [NOW] if doubt else [NOW, NOW + jump], "escalates": [NOW, NOW + jump]}


def test_the_audit_log_is_asked_where_no_worker_was_before(ran: Times) -> None:
    recorded("x.done", at=NOW)
    _pass(NOW + 31 * DAY)
    assert (_doubt(), ran["deletes"]) == ("ahead", [])


def test_a_line_written_under_the_wrong_clock_does_not_make_it_right(ran: Times) -> None:
    _pass(NOW)
    recorded("x.done", at=NOW + 31 * DAY)
    _pass(NOW + 31 * DAY)
    assert (_doubt(), ran["deletes"]) == ("ahead", [NOW])


def test_a_worker_that_stood_still_while_the_clinic_worked_is_believed(ran: Times) -> None:
    _pass(NOW)
    recorded("x.done", at=NOW + 2 * DAY)
    recorded("x.done", at=NOW + 3 * DAY)
    _pass(NOW + 3 * DAY)
    assert (_doubt(), ran["deletes"]) == ("", [NOW, NOW + 3 * DAY])


def test_the_doubt_is_over_when_the_clock_is_right_again_or_somebody_confirms_it(ran: Times, ada: User) -> None:
    _pass(NOW)
    _pass(NOW + 31 * DAY)
    recorded("x.done", at=NOW + 31 * DAY)
    _pass(NOW + HOUR)
    _pass(NOW + HOUR)
    assert (_doubt(), ran["deletes"]) == ("", [NOW, NOW + HOUR])
    _pass(NOW + 31 * DAY)
    assert machine_clock.confirm(by=ada, at=NOW + 31 * DAY)
    assert not machine_clock.confirm(by=ada, at=NOW + 31 * DAY)
    _pass(NOW + 31 * DAY)
    assert ran["deletes"] == [NOW, NOW + HOUR, NOW + 31 * DAY]


def test_while_it_is_in_doubt_only_what_cannot_wait_leaves(ran: Times, write: Write) -> None:
    _pass(NOW)
    write("later", expires=NOW + DAY)
    write("code", kind="account.code", sealed=letters.Message("Code", "b"), urgency=Urgency.CODE)
    _pass(NOW + 31 * DAY)
    assert [sent.subject for sent in mail.outbox] == ["Code"]
    assert Letter.objects.get(key="later").state == "due"


def test_a_job_due_later_than_its_interval_from_now_is_due(ran: Times) -> None:
    _pass(NOW)
    JobRun.objects.update(due=NOW + 31 * DAY, claimed_until=NOW + 31 * DAY)
    _pass(NOW + HOUR / 2)
    assert ran == {name: [NOW, NOW + HOUR / 2] for name in ran}
