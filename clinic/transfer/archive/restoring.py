"""Bringing a whole clinic back, into an empty one: everything, or nothing of it."""

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management.color import no_style
from django.db import Error, connection

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.models import Head
from clinic.audit.transaction import audited_transaction
from clinic.booking.models import BookingRules, VisitType
from clinic.encryption import key_fingerprints, opens
from clinic.outbox import delivery
from clinic.site_settings.models import ClinicProfile
from clinic.transfer.archive.exporting import ABOUT, MANIFEST, TABLES, applied, type_manifest, type_progress
from clinic.transfer.archive.packing import unpacked
from clinic.transfer.archive.sealed_file import FORMAT, DamagedFileError
from clinic.transfer.archive.stored_tables import Digest, StoredTable, digest_of, stored_tables
from clinic.transfer.errors import TransferError, first_line

# What a clinic has on its first day, before anybody did anything; the export brings its own.
_FIRST_DAY = (
    *(Group.permissions.through, Group, Permission, ContentType),
    *(Head, ClinicProfile, VisitType, BookingRules),
)


@dataclass(frozen=True)
class CheckedFile:
    """What a file holds, after every byte of it was read and found right."""

    about: dict[str, Any]
    manifest: type_manifest

    @property
    def rows(self) -> int:
        return sum(table["rows"] for table in self.manifest.values())


@dataclass
class _Check:
    """The rows of a file as they come by."""

    tables: dict[str, StoredTable]
    digests: dict[str, Digest] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    manifest: dict[str, Any] = field(default_factory=dict)
    locked: int = 0

    def take(self, name: str, content: bytes) -> None:
        if name == ABOUT:
            self.about = json.loads(content)
            _require_same_clinic(self.about)
        elif name == MANIFEST:
            self.manifest = json.loads(content)["tables"]
        elif name.startswith(f"{TABLES}/"):
            _folder, table, piece = name.split("/")
            self._take_part(table, piece, content)

    def _take_part(self, table: str, piece: str, content: bytes) -> None:
        stored = self.tables.get(table)
        if stored is None:
            raise TransferError(f"The file holds a table that this release does not know: {table}.")
        if piece == "columns.json":
            if json.loads(content) != stored.columns:
                raise TransferError(f"The table {table} has other columns here. Restore with the release that made it.")
            self.digests[table] = Digest()
            return
        for line in content.splitlines(keepends=True):
            self.digests[table].add(line)
            if stored.sealed:
                cells = json.loads(line)
                self.locked += sum(
                    cells[place] is not None and not opens(b64decode(cells[place])) for place in stored.sealed
                )


def check_file(path: Path, *, passphrase: str, progress: type_progress) -> CheckedFile:
    """Read a file to its end and write nothing. Raises TransferError with what is wrong.

    Right means: every byte authentic, the same migrations as here, every row counted and hashed as the file says,
    and every sealed value opened by a key in ANSWER_KEYS.
    """
    check = _Check({table.name: table for table in stored_tables(sessions=True)})
    with unpacked(path, passphrase) as pieces:
        for number, (name, content) in enumerate(pieces, 1):
            check.take(name, content)
            progress("Pieces checked", number, number + 1)
    if not check.about or {name: digest.told() for name, digest in check.digests.items()} != check.manifest:
        raise DamagedFileError("The file does not hold what it says it holds. Use another copy.")
    if check.locked:
        raise TransferError(
            f"{check.locked} sealed rows cannot be opened with ANSWER_KEYS. The file was sealed with the keys "
            f"{', '.join(check.about['answer_keys'])}, this clinic has {', '.join(key_fingerprints())}. "
            "Add the missing key to ANSWER_KEYS, then try again."
        )
    return CheckedFile(check.about, check.manifest)


def restore_clinic(
    path: Path, *, passphrase: str, at: datetime, progress: type_progress, holds_due: bool = True
) -> CheckedFile:
    """Bring a clinic back into this empty database. Raises TransferError; then nothing was changed.

    With `holds_due` the messages that were due are held until a person has looked at each: the clinic may have sent
    them after the file was made. A clinic that moves has sent nothing since.

    The file is checked whole before the first row is written. All rows come in one transaction, are read again and
    must have the counts and hashes of the file; the line in the audit log is written last.
    """
    if not applied():
        raise TransferError("This database has no tables yet. Add --migrate, which makes them first.")
    _require_empty()
    checked = check_file(path, passphrase=passphrase, progress=progress)
    tables = {table.name: table for table in stored_tables(sessions=True)}
    try:
        with audited_transaction():
            _require_empty()
            for model in _FIRST_DAY:
                StoredTable(model).empty()
            _insert(path, passphrase, tables, checked, progress)
            connection.check_constraints()
            _set_counters(tables)
            _compare(tables, checked, progress)
            letters_held = delivery.hold_what_was_due(at=at) if holds_due else 0
            audit.record(
                "clinic.restored", at=at, rows=checked.rows, made_at=checked.about["made_at"], held=letters_held
            )
    except Error as wrong:
        raise TransferError(f"The database refused a row, and nothing was restored: {first_line(wrong)}.") from wrong
    finally:
        ContentType.objects.clear_cache()
        caches["process"].clear()
    return checked


def _require_same_clinic(about: dict[str, Any]) -> None:
    if about["format"] != FORMAT:
        raise TransferError(f"This file has the format {about['format']}, we read {FORMAT}.")
    file_migrations, own_migrations = set(about["migrations"]), set(applied())
    if file_migrations != own_migrations:
        some = ", ".join(sorted(file_migrations ^ own_migrations)[:5])
        raise TransferError(
            f"The file and this database differ in their migrations: {some}. "
            "Install the release that made the file, migrate, restore, and then go on to a newer one."
        )


def _require_empty() -> None:
    first_tables = {model._meta.db_table for model in _FIRST_DAY}
    full = [table.name for table in stored_tables(sessions=True) if table.name not in first_tables and table.count()]
    if full or VisitType.practitioners.through.objects.exists() or User.objects.exists():
        raise TransferError(
            f"This database is not empty ({', '.join(full[:5])}). Restore into a new one: createdb, migrate, restore."
        )


def _insert(
    path: Path, passphrase: str, tables: dict[str, StoredTable], checked: CheckedFile, progress: type_progress
) -> None:
    rows_restored = 0
    with unpacked(path, passphrase) as pieces:
        for table, content in _parts_of_tables(pieces):
            rows = [tables[table].values(line) for line in content.splitlines()]
            tables[table].insert(rows)
            rows_restored += len(rows)
            progress("Rows restored", rows_restored, checked.rows)


def _parts_of_tables(pieces: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    for name, content in pieces:
        if name.startswith(f"{TABLES}/") and name.endswith(".jsonl"):
            yield name.split("/")[1], content


def _set_counters(tables: dict[str, StoredTable]) -> None:
    """Let the next key follow the highest one; SQLite does so by itself."""
    models = [table.model for table in tables.values()]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)


def _compare(tables: dict[str, StoredTable], checked: CheckedFile, progress: type_progress) -> None:
    for number, (name, entry) in enumerate(checked.manifest.items(), 1):
        if digest_of(tables[name]) != entry:
            raise TransferError(f"The table {name} did not come back as it was. Nothing was restored.")
        progress("Tables compared", number, len(checked.manifest))
