"""Django's PostgreSQL backend, and an end to every wait for a server that has gone silent.

A statement's own timeout is kept by the server: a frozen one keeps nothing. So the client counts too, in OPTIONS as
`silence`: seconds without a byte from the server after which the connection is closed and an OperationalError raised.
"""

from collections.abc import Generator
from time import monotonic
from types import MethodType
from typing import Any

import psycopg
from django.db.backends.postgresql import base

# The question whether a kept connection still answers; there is a second way, a new connection.
SECONDS_FOR_A_SIGN_OF_LIFE = 1.0


class DatabaseWrapper(base.DatabaseWrapper):
    """The same database under the same name."""

    silence: float | None = None
    # What is asked of the moment: a public page waits for less (clinic.database_waits.at_most).
    patience: float | None = None

    def get_connection_params(self) -> dict[str, Any]:
        params: dict[str, Any] = super().get_connection_params()
        self.silence = params.pop("silence", None)
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)

        def wait(waits: psycopg.Connection[Any], gen: Generator[Any, Any, Any], *args: Any, **kwargs: Any) -> Any:
            seconds = min((limit for limit in (self.silence, self.patience) if limit), default=None)
            if seconds is None:
                return psycopg.Connection.wait(waits, gen, *args, **kwargs)
            try:
                return psycopg.Connection.wait(waits, until_silent(gen, seconds), *args, **kwargs)
            except SilentError:
                waits.close()  # nothing can be asked on it any more, not even to forget what was asked
                raise

        connection.wait = MethodType(wait, connection)
        return connection

    def is_usable(self) -> bool:
        before, self.patience = self.patience, SECONDS_FOR_A_SIGN_OF_LIFE
        try:
            return bool(super().is_usable())
        finally:
            self.patience = before


class SilentError(psycopg.OperationalError):
    """The server has said nothing for as long as it is waited for."""


def until_silent(gen: Generator[Any, Any, Any], seconds: float) -> Generator[Any, Any, Any]:
    """Hand a conversation of psycopg through; raise SilentError once nothing was heard for these seconds.

    psycopg sends 0 into it whenever it has waited for its interval in vain.
    """
    heard = monotonic()
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if ready:
                heard = monotonic()
            elif monotonic() - heard > seconds:
                raise SilentError(f"The database has said nothing for {seconds:g} seconds.")
            wanted = gen.send(ready)
    except StopIteration as done:
        return done.value
