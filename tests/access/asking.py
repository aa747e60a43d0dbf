"""Asking many odd things in a row, and remembering what was wrong with the answers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DataError, connection
from django.test import Client

from tests.access.house import undone

REFUSED = frozenset({400, 403, 404, 405, 413})


def _refusing(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    values = [value for row in params for value in row] if many else params or ()
    if any(isinstance(value, str) and "\0" in value for value in values):
        raise DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")
    return execute(sql, params, many, context)


@contextmanager
def as_postgresql() -> Iterator[None]:
    """Let either database refuse a NUL as PostgreSQL does: SQLite would look for it, and keep it."""
    with connection.execute_wrapper(_refusing):
        yield


class Asked:
    """Asks one thing after the other, each in its own transaction, and remembers what was wrong with the answer."""

    def __init__(self, client: Client) -> None:
        self.client, self.wrong = client, list[str]()

    def __call__(self, path: str, *, only: frozenset[int] = frozenset(), method: str = "get", **more: Any) -> Any:
        with undone(), as_postgresql():
            response = getattr(self.client, method)(path, **more)
        told = f"{response.status_code} {method} {path[:110]} {str(more)[:160]}"
        if response.status_code >= 500 or (only and response.status_code not in only):
            self.wrong.append(told)
        return response
