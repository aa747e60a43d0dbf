"""Many writers at once: the book never forks and nobody's row is lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, transaction

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.models import Entry, Head
from clinic.audit.transaction import audited_transaction
from clinic.audit.verification import verify
from tests.audit.books import recorded
from tests.support.times import NOW

pytestmark = [pytest.mark.heavy, pytest.mark.django_db(transaction=True)]


def _at_once(writers: int, deed: Callable[[int], Any]) -> list[Any]:
    """Run a deed in that many threads, each with a connection of its own, begun at one moment."""
    start = Barrier(writers)

    def write(number: int) -> Any:
        try:
            start.wait()
            return deed(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(writers) as pool:
        return list(pool.map(write, range(writers)))


def test_fifty_writers_make_one_chain(noor: User, size: Any) -> None:
    writers, each = size(12, 50), size(5, 20)

    def deed(writer: int) -> None:
        for n in range(each):
            with audited_transaction():
                audit.record("intake.read", by=noor, at=NOW, writer=writer, n=n)

    _at_once(writers, deed)
    verdict = verify()
    assert (verdict.broken, verdict.rows) == (None, writers * each)
    written = {(row.facts["writer"], row.facts["n"]) for row in Entry.objects.all()}
    assert len(written) == writers * each


def test_writers_who_fail_leave_no_gap(size: Any) -> None:
    writers = size(12, 50)

    def deed(writer: int) -> None:
        with audited_transaction():
            audit.record("intake.read", at=NOW, writer=writer)
            if writer % 2:
                transaction.set_rollback(True)

    _at_once(writers, deed)
    assert (verify().broken, verify().rows) == (None, writers // 2)


def test_writers_who_find_the_end_missing_write_it_once(size: Any) -> None:
    Head.objects.all().delete()
    writers = size(8, 30)
    _at_once(writers, lambda writer: recorded("intake.read", at=NOW, writer=writer))
    assert (verify().broken, verify().rows, Head.objects.count()) == (None, writers, 1)


def test_a_book_being_written_verifies_as_whole(size: Any) -> None:
    def deed(writer: int) -> list[int | None]:
        if writer == 0:
            return [verify(batch=7).broken for _n in range(size(10, 50))]
        for n in range(size(10, 50)):
            recorded("intake.read", at=NOW, writer=writer, n=n)
        return []

    assert set(_at_once(5, deed)[0]) == {None}
