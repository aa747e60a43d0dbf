"""Books for the tests: a few deeds written by the cast, and the walls taken down as a thief of the database would."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection, transaction

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.audit.transaction import audited_transaction
from tests.support.times import NOW


def recorded(deed: str, **line: Any) -> Entry:
    """Write one deed in a transaction of its own and return its row."""
    with audited_transaction():
        audit.record(deed, **line)
    return Entry.objects.order_by("-number")[0]


def write_rows(count: int, *people: User) -> list[Entry]:
    """Write that many deeds, by these people in turn."""
    return [
        recorded(
            ("intake.read", "intake.submitted", "visit.booked")[n % 3],
            on=f"record.intake:REF{n}",
            by=people[n % len(people)] if people else None,
            at=NOW + timedelta(minutes=n),
            screen=n,
            phone=n % 2 == 0,
        )
        for n in range(count)
    ]


@contextmanager
def without_triggers() -> Iterator[None]:
    """Take the triggers away as somebody with the database's password could; everything is undone at the end."""
    with transaction.atomic():
        connection.check_constraints()
        names = ["no_update", "no_delete", *(["no_truncate"] if connection.vendor == "postgresql" else [])]
        for name in names:
            on = " ON audit_entry" if connection.vendor == "postgresql" else ""
            sql(f"DROP TRIGGER audit_entry_{name}{on}")
        yield
        transaction.set_rollback(True)


def sql(statement: str, *values: Any) -> int:
    """Run one statement past everything of ours; return how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)
