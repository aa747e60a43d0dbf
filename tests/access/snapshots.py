"""What stands in the database, to be compared with what stood there before, without what chance chose."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from cryptography.fernet import InvalidToken
from django.contrib.sessions.models import Session
from django.db import connection

from clinic.encryption import UnsealError, unseal

# What looking may write: that somebody looked, that the sign-in is awake, and how often somebody asked.
OF_LOOKING = frozenset({"audit_entry", "audit_head", "django_session", "cache"})
# References, hashes and moments of writing are different each time.
BY_CHANCE = frozenset(
    {"id", "ref", "reference", "key", "on", "about", "hash", "previous", "number", "claim", "password", "uid", "token"}
)

type_rows = dict[str, Counter[tuple[str, ...]]]


def snapshot(
    *,
    without: Collection[str] = OF_LOOKING,
    masked: Collection[str] = (),
    known: Mapping[str, Collection[Any]] | None = None,
    only: Collection[str] = (),
) -> type_rows:
    """Return every row of every table as text, or of `only` some tables.

    `masked` columns are left out of it; in a column of `known` every other key than those is called new: PostgreSQL
    gives no number twice, not even when nothing came of the first.
    """
    old = known or {}
    found: type_rows = {}
    with connection.cursor() as cursor:
        for table in sorted(only or set(connection.introspection.table_names(cursor)) - set(without)):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608  (names come from the database itself)
            columns = [column[0] for column in cursor.description]
            found[table] = Counter(
                tuple(
                    f"{c}={'new' if c in old and cell not in {*old[c], None} else _plain(cell)}"
                    for c, cell in zip(columns, row, strict=True)
                    if c not in masked
                )
                for row in cursor.fetchall()
            )
    return found


def differences(before: type_rows, after: type_rows) -> list[str]:
    """Return every row that came or went."""
    said = []
    for table in sorted(before.keys() | after.keys()):
        was, now = before.get(table, Counter()), after.get(table, Counter())
        said += [f"{table}: gone {row}" for row in was - now] + [f"{table}: new {row}" for row in now - was]
    return said


def what_sessions_know() -> Counter[str]:
    """What the sessions hold, by name."""
    return Counter(",".join(sorted(row.get_decoded())) for row in Session.objects.all())


def _plain(cell: Any) -> str:
    """A sealed cell as what is inside: sealed twice, the same words look different."""
    if isinstance(cell, bytes | memoryview):
        try:
            return str(unseal(bytes(cell)))
        except (UnsealError, InvalidToken):
            return str(bytes(cell))
    return str(cell)
