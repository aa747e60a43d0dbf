"""How long a process waits for the database: each wait has an end, and the web's is shorter than its worker's.

A page answers 503 with what was typed (clinic.website.errors) long before gunicorn ends a worker that stands still.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

CONNECT_SECONDS = 2


@dataclass(frozen=True)
class Waits:
    """Seconds; 0: as long as it takes. `silence` is counted by this side, the others by the server.

    On SQLite there is one kind of wait, for the lock.
    """

    lock: float
    statement: float
    silence: float


# A page: 503 in five seconds, whatever is wrong with the database (docs/operations.md).
WEB = Waits(lock=4, statement=4, silence=4.5)
# The worker's longest jobs read a day's work; its claims on a job last fifteen minutes.
WORKER = Waits(lock=20, statement=60, silence=70)
# Migrations, backups and proofs read everything; but nobody waits behind them for a lock for long.
COMMAND = Waits(lock=20, statement=0, silence=0)


def options(engine: str, waits: Waits, given: dict[str, Any]) -> dict[str, Any]:
    """Return the connection's OPTIONS with these waits; what DATABASE_URL gave comes first."""
    if engine.endswith("sqlite3"):
        return {**given, "timeout": waits.lock}
    timeouts = f"-c lock_timeout={waits.lock * 1000:.0f} -c statement_timeout={waits.statement * 1000:.0f}"
    patience = {"silence": waits.silence} if waits.silence else {}
    return {
        # A cut line: what was sent and not acknowledged, and a line on which nothing is said.
        "tcp_user_timeout": 4000,
        "keepalives_idle": 5,
        "keepalives_interval": 2,
        "keepalives_count": 2,
        "connect_timeout": CONNECT_SECONDS,
        **given,
        "options": f"{timeouts} {given['options']}" if given.get("options") else timeouts,
        **patience,
    }


def wait_as(waits: Waits) -> None:
    """Give this process its waits: once, before it asks the database anything."""
    from django.conf import settings
    from django.db import connections

    for connection in connections.settings.values():
        connection["OPTIONS"] = options(connection["ENGINE"], waits, settings.DATABASE_GIVEN)
    connections.close_all()


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Wait no longer than this for each word of a PostgreSQL server. On SQLite nobody who reads waits."""
    from django.db import connection

    before = getattr(connection, "patience", None)
    connection.patience = seconds  # type: ignore[attr-defined]  # read by clinic.postgresql
    try:
        yield
    finally:
        connection.patience = before  # type: ignore[attr-defined]  # the same
