"""`manage.py worker` as a process: it begins with a line, works, survives, and stops when told."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections
from django.utils import timezone

from clinic.outbox import letters
from clinic.outbox import worker as clock_module
from clinic.outbox.models import JobRun, Letter
from tests.outbox.mail_server import MailServer, mail_server
from tests.outbox.processes import clock

LINE = "The worker runs: messages and "
# Only so that a test that hangs ends: how long it takes says nothing of what is tested.
WAITS = 120


def _write(key: str, **said: Any) -> Letter:
    """A sealed letter: a process of its own knows no kinds that a test invents."""
    sealed = letters.Message("Good morning", "Good morning.\n")
    letters.enqueue("test.sealed", key=key, to="ana@example.com", at=timezone.now(), sealed=sealed, **said)
    return Letter.objects.defer("sealed", "rendered").get(key=key)


def _until(happens: Callable[[], bool], seconds: float = WAITS) -> None:
    end = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.02)


@pytest.fixture
def running() -> Iterator[tuple[MailServer, dict[str, str]]]:
    """A mail server, and the environment of a clock that uses it."""
    with mail_server() as server:
        yield server, {"EMAIL_URL": f"smtp://127.0.0.1:{server.port}", "SITE_URL": "http://localhost:8000"}


@pytest.mark.either_database  # how a process stops
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT])
def test_the_clock_sends_what_is_written_while_it_runs_and_stops_when_told(
    told: signal.Signals, running: tuple[MailServer, dict[str, str]]
) -> None:
    server, environment = running
    with clock(**environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(LINE)
        letter = _write("1")
        _until(lambda: Letter.objects.get().state == "sent")
        assert server.ids == [letter.message_id]
        process.send_signal(told)
        assert process.wait(WAITS) == 0
        assert process.stdout.read() == ""


@pytest.mark.django_db(transaction=True)
def test_once_does_everything_due_and_ends(running: tuple[MailServer, dict[str, str]]) -> None:
    server, environment = running
    for n in range(3):
        _write(str(n))
    _write("later", due=timezone.now() + timedelta(hours=1))
    with clock("--once", **environment) as process:
        assert process.wait(WAITS) == 0
    assert len(server.taken) == 3
    assert set(clock_module.JOBS) <= set(JobRun.objects.exclude(last_run=None).values_list("name", flat=True))


@pytest.mark.django_db
def test_once_sends_more_than_a_pass_does(mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock_module, "JOBS", {})
    for n in range(clock_module.MOST_LETTERS + 5):
        _write(str(n))
    call_command("worker", "--once")
    assert len(mailoutbox) == clock_module.MOST_LETTERS + 5


@pytest.mark.django_db
def test_once_says_when_there_is_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(**_said: Any) -> int:
        raise OperationalError

    monkeypatch.setattr(clock_module, "run_once", lost)
    with pytest.raises(CommandError, match="database cannot be reached"):
        call_command("worker", "--once")


@pytest.mark.heavy
@pytest.mark.django_db(transaction=True)
def test_the_clock_goes_on_when_a_lost_database_comes_back(running: tuple[MailServer, dict[str, str]]) -> None:
    server, environment = running
    with clock(**environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(LINE)
        _until(lambda: JobRun.objects.exclude(last_run=None).count() == len(clock_module.JOBS))
        with _database_away():
            line = ""
            while "worker.database_away" not in line:
                line = process.stderr.readline()
                assert line, "The clock ended."
        _write("1")
        _until(lambda: len(server.taken) == 1)
        process.terminate()
        assert process.wait(WAITS) == 0


@contextmanager
def _database_away() -> Iterator[None]:
    """Take the database away from everybody, and give it back."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE outbox_letter RENAME TO outbox_letter_away")
        yield
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE outbox_letter_away RENAME TO outbox_letter")
        return
    name = connection.settings_dict["NAME"]
    connection.close()
    outside = connections.create_connection("default")
    outside.settings_dict = outside.settings_dict | {"NAME": "postgres"}
    with outside.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
    try:
        yield
    finally:
        with outside.cursor() as cursor:
            cursor.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        outside.close()


@pytest.mark.battery  # its small size stands in tests/booking/test_letters_killed.py, with every kind of message
@pytest.mark.django_db(transaction=True)
def test_clocks_that_are_killed_lose_no_letter_and_send_none_twice_more_often_than_they_were_killed(
    running: tuple[MailServer, dict[str, str]], size: Any, settings: Any
) -> None:
    """Kill a clock in the middle, again and again, and count what arrived."""
    server, environment = running
    count, kills = size(60, 2000), size(2, 50)
    written = {_write(str(n)).message_id for n in range(count)}
    for kill in range(1, kills + 1):
        with clock(**environment) as process:
            _until(lambda goal=count * kill // (kills + 1): len(server.taken) >= goal)  # type: ignore[misc]  # bound now
            process.kill()
    _send_the_rest(server, settings)
    assert set(server.ids) == written
    assert len(server.ids) - count <= kills
    assert set(Letter.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.heavy
@pytest.mark.django_db(transaction=True)
def test_several_clocks_send_each_letter_once(running: tuple[MailServer, dict[str, str]], size: Any) -> None:
    server, environment = running
    count = size(60, 1000)
    written = {_write(str(n)).message_id for n in range(count)}
    with clock(**environment), clock(**environment):
        _until(lambda: Letter.objects.filter(state="sent").count() == count, seconds=size(30, 300))
    assert len(server.ids) == count
    assert set(server.ids) == written


def _send_the_rest(server: MailServer, settings: Any) -> None:
    """Send what the killed clocks left, when their claims have run out."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    later = timezone.now() + timedelta(minutes=10)
    while clock_module.run_once(now=lambda: later):
        pass
