"""Many at once on one diary: threads with connections of their own; and lock and constraint taken away."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from typing import Any
from unittest import mock

from django.db import connection

from clinic.booking import cells
from clinic.booking.models import BookingRules, Cell

# PostgreSQL lets a hundred in, and two tests run at once; the others of a crowd come as soon as somebody leaves.
MOST_CONNECTIONS = 40


def at_once(count: int, deed: Callable[[int], Any], *, stopped: Event | None = None) -> list[Any]:
    """Do the same thing in several threads at once, each with a connection of its own; return what came of each.

    `stopped` is set when this is broken off (Ctrl-C): a long deed looks at it.
    """

    def one(number: int) -> Any:
        try:
            return deed(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(min(count, MOST_CONNECTIONS)) as pool:
        try:
            return list(pool.map(one, range(count)))
        except BaseException:
            if stopped:
                stopped.set()
            raise


@contextmanager
def unlocked() -> Iterator[None]:
    """Let deeds of the diary run beside each other while the block runs, in this process."""
    with mock.patch.object(cells, "the_rules", return_value=BookingRules.objects.filter(pk=1)):
        yield


@contextmanager
def promise_dropped() -> Iterator[None]:
    """Take the database's promise away while the block runs (PostgreSQL)."""
    promise = next(c for c in Cell._meta.constraints if c.name == "one_taker_a_cell")
    with connection.schema_editor() as editor:
        editor.remove_constraint(Cell, promise)
    try:
        yield
    finally:
        Cell.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Cell, promise)
