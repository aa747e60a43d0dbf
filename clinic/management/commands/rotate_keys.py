"""Reseal every sealed row with the first key of ANSWER_KEYS, so that an old key can be thrown away.

It goes through every sealed column of every room, in the order of the primary key, a batch a transaction, and then
through the secrets of the second factors. It can be interrupted and started again: a row that is already under the
first key is only read. Append-only tables step aside for one batch inside its transaction: the words stay the same,
only their seal is new, and the book says that it happened. Rows that no key opens are named and counted, and the
exit code is then 1.
"""

import sys
from collections.abc import Iterator
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection, models, transaction
from django.utils import timezone

from clinic import audit
from clinic.accounts import services as accounts
from clinic.accounts.errors import AccountError
from clinic.audit import triggers
from clinic.audit.transaction import audited_transaction
from clinic.encryption import SealedJSONField, resealed, sealed_columns

BATCH = 200


class Command(BaseCommand):
    help = "Reseals every sealed row with the first key of ANSWER_KEYS. May be interrupted and started again."

    def handle(self, *args: Any, **options: Any) -> None:
        moved = unreadable = 0
        try:
            for model, field in sealed_columns():
                resealed_here, lost = self._rotate(model, field)
                moved, unreadable = moved + resealed_here, unreadable + lost
            with audited_transaction():
                moved += accounts.refresh_second_factors()
                audit.record("keys.rotated", on=None, by=None, at=timezone.now(), rows=moved)
        except AccountError as lost_factor:
            raise CommandError(str(lost_factor)) from lost_factor
        except KeyboardInterrupt:
            self.stderr.write("\nStopped. What was resealed stays so; start it again to go on.")
            sys.exit(130)
        if unreadable:
            self.stderr.write(f"{unreadable} rows cannot be opened with any key in ANSWER_KEYS: do not drop a key.")
            sys.exit(1)
        self.stdout.write("Every sealed row is under the first key. The older keys may be removed from ANSWER_KEYS.")

    def _rotate(self, model: type[models.Model], field: SealedJSONField) -> tuple[int, int]:
        """Reseal one column; return how many of its rows were moved, and how many no key opens."""
        label = f"{model._meta.label}.{field.name}"
        total = model._base_manager.exclude(**{f"{field.name}__isnull": True}).count()
        read_count = moved = unreadable = 0
        for batch in batches(model, field):
            with transaction.atomic(), triggers.standing_aside(connection, model._meta.db_table):
                for key, sealed in batch:
                    try:
                        moved += reseal(model, field, key, sealed)
                    except InvalidToken:
                        unreadable += 1
                        self.stderr.write(f"{label}: row {key} cannot be opened.")
            read_count += len(batch)
            self.stdout.write(f"{label}: {read_count} of {total} read, {moved} resealed")
        return moved, unreadable


def batches(model: type[models.Model], field: SealedJSONField) -> Iterator[list[tuple[Any, bytes]]]:
    """Yield primary keys with the bytes as they are stored, in order; the next page starts after the last key.

    The column is read as it lies: unsealing thousands of documents to seal them again would be twice the work,
    and a document nobody asked for should not be opened.
    """
    table, column, primary = (connection.ops.quote_name(name) for name in names(model, field))
    start = f"SELECT {primary}, {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608  (quoted names of ours)
    last: Any = None
    while True:
        after, values = (f" AND {primary} > %s", [last]) if last is not None else ("", [])
        with connection.cursor() as cursor:
            cursor.execute(f"{start}{after} ORDER BY {primary} LIMIT {BATCH}", values)
            rows = [(key, bytes(sealed)) for key, sealed in cursor.fetchall()]
        if not rows:
            return
        yield rows
        last = rows[-1][0]


def reseal(model: type[models.Model], field: SealedJSONField, key: Any, sealed: bytes) -> int:
    """Move one row to the first key unless it is there; 0 too when somebody has written it since it was read."""
    if is_under_first_key(sealed):
        return 0
    table, column, primary = (connection.ops.quote_name(name) for name in names(model, field))
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {column} = %s WHERE {primary} = %s AND {column} = %s",  # noqa: S608  (quoted names)
            [resealed(sealed), key, sealed],
        )
        return int(cursor.rowcount)


def is_under_first_key(sealed: bytes) -> bool:
    try:
        Fernet(settings.ANSWER_KEYS[0]).decrypt(sealed)
    except InvalidToken:
        return False
    return True


def names(model: type[models.Model], field: SealedJSONField) -> tuple[str, str, str]:
    primary = model._meta.pk
    assert primary.column  # noqa: S101  (an invariant of every model; told to the type checker)
    assert field.column  # noqa: S101  (the same)
    return model._meta.db_table, field.column, primary.column
