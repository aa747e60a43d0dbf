"""Every table as lines of JSON, one a row, the same on both databases: what is stored, no more and no less.

Sealed columns stay as they are stored, under the clinic's own keys. Columns that the database computes are left out.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.db.models import BinaryField, ExpressionWrapper, F
from django.db.models.functions import Collate

from clinic.encryption import SealedJSONField

PART = 1024 * 1024
_AT_ONCE = 500
# Whose rows are no records: who is signed in signs in again.
SESSIONS = frozenset({"django_session", "accounts_signinrecord"})


class StoredTable:
    """One table: its rows as lines, and lines as rows again."""

    def __init__(self, model: type[models.Model]) -> None:
        self.model, self.name = model, model._meta.db_table
        self.fields = [field for field in model._meta.local_concrete_fields if not field.generated]
        self.sealed = [place for place, field in enumerate(self.fields) if isinstance(field, SealedJSONField)]

    @cached_property
    def columns(self) -> list[str]:
        return [str(field.column) for field in self.fields]

    def count(self) -> int:
        return self.model._base_manager.count()

    def lines(self) -> Iterator[bytes]:
        """Yield every row as one line of JSON, in the order of the primary key by its bytes."""
        for row in self._rows().iterator(chunk_size=_AT_ONCE):
            cells = [_cell(value) for value in row]
            yield json.dumps(cells, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"

    def values(self, line: bytes) -> list[Any]:
        """Return what a line says, as the columns of this database take it."""
        cells = json.loads(line)
        return [_value(field, cell) for field, cell in zip(self.fields, cells, strict=True)]

    def insert(self, rows: list[list[Any]]) -> None:
        """Write rows as they are: nothing is computed, sealed or checked on the way."""
        quote = connection.ops.quote_name
        names = ", ".join(quote(column) for column in self.columns)
        marks = ", ".join(["%s"] * len(self.columns))
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {quote(self.name)} ({names}) VALUES ({marks})",  # noqa: S608  (quoted names of ours)
                rows,
            )

    def empty(self) -> None:
        self.model._base_manager.all()._raw_delete(connection.alias)

    def _rows(self) -> Any:
        stored = {
            f"stored_{field.name}": ExpressionWrapper(F(field.name), output_field=BinaryField())
            for field in self.fields
            if isinstance(field, SealedJSONField)
        }
        names = [
            f"stored_{field.name}" if isinstance(field, SealedJSONField) else field.attname for field in self.fields
        ]
        return self.model._base_manager.annotate(**stored).order_by(self._by_key()).values_list(*names)

    def _by_key(self) -> Any:
        key = self.model._meta.pk
        if isinstance(key, models.CharField):
            return Collate(F(key.attname), "C" if connection.vendor == "postgresql" else "BINARY")
        return F(key.attname)


class Digest:
    """The rows of a table counted and hashed, line by line."""

    def __init__(self) -> None:
        self.rows, self._hash = 0, hashlib.sha256()

    def add(self, line: bytes) -> None:
        self.rows += 1
        self._hash.update(line)

    def told(self) -> dict[str, Any]:
        return {"rows": self.rows, "sha256": self._hash.hexdigest()}


def stored_tables(*, sessions: bool) -> list[StoredTable]:
    """Return every table of the clinic, in one order; sessions only where they are asked for."""
    tables = {
        model._meta.db_table: StoredTable(model)
        for model in apps.get_models(include_auto_created=True)
        if not model._meta.proxy and model._meta.managed
    }
    return [table for name, table in sorted(tables.items()) if sessions or name not in SESSIONS]


def parts(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield lines in groups of about 1 MiB."""
    part: list[bytes] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line)
        if size >= PART:
            yield part
            part, size = [], 0
    if part:
        yield part


def digest_of(table: StoredTable) -> dict[str, Any]:
    """Return count and SHA-256 of a table as it is stored now."""
    digest = Digest()
    for line in table.lines():
        digest.add(line)
    return digest.told()


def _cell(value: Any) -> Any:
    """Return a stored value in JSON types: times in UTC, bytes in base64, amounts as text."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return b64encode(bytes(value)).decode()
    return value


def _value(field: Any, cell: Any) -> Any:
    if cell is None:
        return None
    if isinstance(field, BinaryField):
        return b64decode(cell)
    return field.get_db_prep_save(field.to_python(cell), connection)
