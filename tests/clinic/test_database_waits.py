"""No wait for the database is without an end, and the web's end comes before its worker's."""

import subprocess
import sys
from collections.abc import Generator
from pathlib import Path
from time import monotonic
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client

from clinic import database_waits, public, server
from clinic.database_waits import COMMAND, WEB, WORKER, Waits, options
from clinic.postgresql import base
from tests.support.environment import clean

POSTGRES = "clinic.postgresql"


def test_a_page_gives_up_long_before_its_worker_is_ended() -> None:
    assert all(0 < wait < 5 < server.timeout for wait in (WEB.lock, WEB.statement, WEB.silence))
    assert database_waits.CONNECT_SECONDS + base.SECONDS_FOR_A_SIGN_OF_LIFE < 5


def test_each_kind_of_process_has_its_waits() -> None:
    web = options(POSTGRES, WEB, {"sslmode": "verify-full", "options": "-c search_path=clinic"})
    assert web == {
        "connect_timeout": 2,
        "tcp_user_timeout": 4000,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 2,
        "sslmode": "verify-full",
        "options": "-c lock_timeout=4000 -c statement_timeout=4000 -c search_path=clinic",
        "silence": 4.5,
    }
    assert options(POSTGRES, WORKER, {})["options"] == "-c lock_timeout=20000 -c statement_timeout=60000"
    command = options(POSTGRES, COMMAND, {})
    assert (command["options"], "silence" in command) == ("-c lock_timeout=20000 -c statement_timeout=0", False)
    assert [options("django.db.backends.sqlite3", waits, {})["timeout"] for waits in (WEB, COMMAND)] == [4, 20]


def test_a_silent_server_is_given_up_and_a_slow_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """psycopg sends 0 when it has waited for its interval in vain, else what the socket is ready for."""
    now = [0.0]
    monkeypatch.setattr(base, "monotonic", lambda: now[0])

    def conversation() -> Generator[int, int, str]:
        while (yield 1) != 2:
            pass
        return "rows"

    slow: Generator[Any, Any, Any] = base.until_silent(conversation(), 4)
    next(slow)
    for now[0], ready in ((3.0, 0), (3.5, 1), (7.0, 0), (7.4, 1)):
        slow.send(ready)
    with pytest.raises(StopIteration) as done:
        slow.send(2)
    assert done.value.value == "rows"
    silent = base.until_silent(conversation(), 4)
    next(silent)
    now[0] += 4
    silent.send(0)
    now[0] += 0.1
    with pytest.raises(psycopg.OperationalError, match="nothing for 4 seconds"):
        silent.send(0)


def test_the_site_waits_as_a_page_does(root: Path, tmp_path: Path) -> None:
    asks = (
        "import clinic.wsgi; from django.db import connections as c; print(c.settings['default']['OPTIONS']['timeout'])"
    )
    told = clean(DATABASE_URL=f"sqlite:///{tmp_path / 'none.sqlite3'}")
    done = subprocess.run([sys.executable, "-c", asks], cwd=root, env=told, capture_output=True, text=True, timeout=120)
    assert done.stdout == f"{WEB.lock}\n", done.stderr


@pytest.mark.django_db
def test_every_connection_to_the_server_counts_its_silence(on_sqlite: bool) -> None:
    if on_sqlite:
        return
    own = connection.copy()
    own.settings_dict["OPTIONS"] = options(POSTGRES, Waits(lock=4, statement=60, silence=0.5), settings.DATABASE_GIVEN)
    began = monotonic()
    try:
        with pytest.raises(OperationalError, match=r"said nothing for 0\.5 seconds"), own.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(20)")
        assert monotonic() - began < 10
        assert own.connection.closed
    finally:
        own.close()


@pytest.mark.django_db
@pytest.mark.either_database  # the failure is made here, and meets a view alike
def test_a_public_page_does_not_wait_for_a_lost_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes as it was last shown, and the next one at once; one that nobody has seen yet says what is wrong."""
    client, now, asked = Client(raise_request_exception=False), [0.0], []
    monkeypatch.setattr(public, "monotonic", lambda: now[0])
    monkeypatch.setattr(public, "_lost", [])
    monkeypatch.setattr(public, "_last_shown", {})
    shown = client.get("/").content

    def lost() -> None:
        asked.append(now[0])
        raise OperationalError

    monkeypatch.setattr("clinic.site_settings.services.current", lost)
    for now[0] in (0.0, 1.0, 4.9, 5.1):
        again = client.get("/")
        assert (again.status_code, again.content) == (200, shown)
    assert asked == [0.0, 5.1]
    assert client.get("/prices/").status_code == 503
