"""What does not work turns red at once, with what to do, on the pages of staff and for whoever watches the machine."""

import shutil
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.operations import health
from clinic.operations.health import HealthLevel
from clinic.outbox import machine_clock
from clinic.outbox.models import JobRun, Letter, WorkerState
from clinic.outbox.urgency import Urgency
from clinic.site_settings.models import ClinicProfile
from clinic.website import context
from tests.audit.books import recorded
from tests.outbox.conftest import kinds, write  # noqa: F401  (fixtures)
from tests.support.cast import SignedIn
from tests.support.queries import Queries
from tests.support.times import NOW

SECOND, MINUTE, HOUR = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def well() -> None:
    """A clinic in which everything works."""
    WorkerState.objects.create(at=NOW, believed_at=NOW)
    recorded(health.BACKUP_DEED, at=NOW)


def _levels(at: datetime = NOW) -> dict[str, HealthLevel]:
    return {finding.name: finding.level for finding in health.look(at=at)}


def _all_good_but(**others: HealthLevel) -> dict[str, HealthLevel]:
    messages = {f"messages_{urgency.name.lower()}": HealthLevel.GOOD for urgency in Urgency}
    parts = ("database", "worker", "tasks", "clock", "backup", "disk")
    return messages | dict.fromkeys(parts, HealthLevel.GOOD) | others


def test_a_clinic_in_which_everything_works_is_green(well: None, queries: Queries) -> None:
    with queries(5):  # one of them reads the quiet hours, which a process remembers for some seconds
        assert _levels() == _all_good_but()


@pytest.mark.parametrize(
    ("age", "busy", "level"),
    [
        (8 * SECOND, False, HealthLevel.GOOD),
        (9 * SECOND, False, HealthLevel.BAD),
        (9 * SECOND, True, HealthLevel.GOOD),
        (6 * MINUTE, True, HealthLevel.BAD),
        (-9 * SECOND, False, HealthLevel.BAD),
    ],
)
def test_a_worker_that_is_gone(age: timedelta, busy: bool, level: HealthLevel, well: None) -> None:
    WorkerState.objects.update(at=NOW - age)
    if busy:
        JobRun.objects.create(name="x", due=NOW, claimed_until=NOW + HOUR)
    assert _levels() == _all_good_but(worker=level)


def test_a_worker_that_never_ran_and_a_backup_that_nobody_knows_of() -> None:
    assert _levels() == _all_good_but(worker=HealthLevel.BAD, backup=HealthLevel.WATCH)


@pytest.mark.parametrize(
    ("urgency", "waits", "tries", "level"),
    [
        (Urgency.ALERT, MINUTE, 0, HealthLevel.GOOD),
        (Urgency.ALERT, MINUTE + SECOND, 0, HealthLevel.BAD),
        (Urgency.CODE, 2 * MINUTE + SECOND, 0, HealthLevel.BAD),
        (Urgency.CONFIRMATION, 30 * MINUTE, 0, HealthLevel.GOOD),
        (Urgency.CONFIRMATION, 30 * MINUTE + SECOND, 0, HealthLevel.BAD),
        (Urgency.REMINDER, 5 * HOUR, 0, HealthLevel.GOOD),
        (Urgency.REMINDER, 7 * HOUR, 0, HealthLevel.BAD),
        # Put off after a try in vain: it still waits since it was written.
        (Urgency.ALERT, 2 * MINUTE, 3, HealthLevel.BAD),
    ],
)
def test_a_message_that_waits_too_long_for_what_it_is(
    urgency: Urgency,
    waits: timedelta,
    tries: int,
    level: HealthLevel,
    well: None,
    write: Any,  # noqa: F811  (the fixture)
) -> None:
    write(at=NOW - waits, urgency=urgency)
    Letter.objects.update(tries=tries, due=NOW + HOUR if tries else NOW - waits)
    assert _levels() == _all_good_but(**{f"messages_{urgency.name.lower()}": level})


@pytest.mark.parametrize(
    ("hour", "minute", "level"),
    [
        (20, 59, HealthLevel.BAD),
        (21, 0, HealthLevel.GOOD),
        (23, 0, HealthLevel.GOOD),
        (7, 59, HealthLevel.GOOD),
        # The wait begins anew when the quiet hours end.
        (8, 0, HealthLevel.GOOD),
        (8, 31, HealthLevel.BAD),
    ],
)
@pytest.mark.parametrize("tries", [0, 1])
def test_a_text_is_not_late_for_the_hours_in_which_none_may_leave(
    hour: int,
    minute: int,
    level: HealthLevel,
    tries: int,
    well: None,
    write: Any,  # noqa: F811  (the fixture)
) -> None:
    evening = timezone.localtime(NOW).replace(hour=20, minute=0)
    at = evening.replace(hour=hour, minute=minute) + timedelta(days=hour < 20)
    write(at=evening, urgency=Urgency.CONFIRMATION)
    Letter.objects.update(channel="text", to="+12135550142")
    # Tried in vain and then put off to the morning, or never tried at all.
    Letter.objects.update(tries=tries, due=evening + 12 * HOUR if tries else evening)
    WorkerState.objects.update(at=at)
    assert _levels(at) == _all_good_but(messages_confirmation=level)
    # What is urgent knows no quiet hours, and a clinic may have none.
    Letter.objects.update(urgent=True)
    assert _levels(at)["messages_confirmation"] is HealthLevel.BAD
    Letter.objects.update(urgent=False)
    ClinicProfile.objects.update(quiet_from="08:00", quiet_until="08:00")
    caches["process"].clear()
    assert _levels(at)["messages_confirmation"] is HealthLevel.BAD


def test_tasks_clock_backup_and_disk(well: None, monkeypatch: pytest.MonkeyPatch) -> None:
    JobRun.objects.create(name="clinic.booking.remind", due=NOW, ok=False)
    WorkerState.objects.update(doubt=WorkerState.Doubt.AHEAD)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=health.LEAST_FREE_BYTES - 1))
    monkeypatch.setattr(health, "BACKUP_OLD", -SECOND)
    bad = dict.fromkeys(("tasks", "clock", "backup", "disk"), HealthLevel.BAD)
    assert _levels() == _all_good_but(**bad)
    assert all(finding.do for finding in health.look(at=NOW) if finding.level is HealthLevel.BAD)


def test_a_lost_database_is_the_one_thing_found_of_all_that_lies_in_it(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_at: datetime) -> None:
        raise OperationalError("secret words")

    monkeypatch.setattr(health, "_in_database", lost)
    answer = client.get("/healthz", headers={"Host": "10.0.0.7"})
    assert (answer.status_code, answer.text) == (503, "database bad\ndisk good\n")
    caches["process"].clear()
    with pytest.raises(SystemExit) as ended:
        call_command("health")
    assert ended.value.code == 1


def test_machines_are_answered_without_a_session_or_a_known_host(client: Client) -> None:
    WorkerState.objects.create(at=timezone.now())
    answers = {path: client.get(path, headers={"Host": "10.0.0.7"}) for path in ("/healthz", "/readyz", "/metrics")}
    assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(answers, 200)
    assert 'clinic_ok{part="worker"} 1\n' in answers["/metrics"].text
    assert not client.cookies
    assert client.get("/metrics", headers={"X-Forwarded-For": "203.0.113.7"}).status_code == 404
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.7").status_code == 404


def test_what_does_not_work_stands_in_red_on_the_pages_of_staff(
    rui: User, noor: User, ana: User, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = health.HealthCheck("worker", HealthLevel.BAD, "The worker is gone.", "Call somebody.")
    monkeypatch.setattr(context, "trouble", lambda: trouble)
    line = "<strong>The worker is gone.</strong> Call somebody."
    for who, path in ((rui, "desk:day"), (noor, "admin:review_case_changelist"), (noor, "treatment:register")):
        assert line in signed_in(who).get(reverse(path)).text
    assert line not in signed_in(ana).get("/visits/").text


def test_an_administrator_confirms_the_clock_on_the_page(ada: User, signed_in: SignedIn) -> None:
    client, page = signed_in(ada), reverse("operations:health")
    WorkerState.objects.create(at=timezone.now(), doubt=WorkerState.Doubt.AHEAD, believed_at=NOW)
    assert "Is this the right time?" in client.get(page).text
    assert client.post(page).status_code == 302
    assert Entry.objects.get(deed="clock.confirmed").by == ada
    assert WorkerState.objects.get().doubt == ""
    assert "Is this the right time?" not in client.get(page).text
    call_command("confirm_clock")
    assert not machine_clock.confirm(by=None, at=NOW)
