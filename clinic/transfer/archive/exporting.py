"""Taking the whole clinic out: every row of one moment, and beside them what people can read."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from clinic import audit
from clinic.accounts.models import User
from clinic.audit.transaction import audited_transaction
from clinic.encryption import key_fingerprints
from clinic.transfer.archive import readable
from clinic.transfer.archive.packing import Packer, packed
from clinic.transfer.archive.sealed_file import COST, FORMAT
from clinic.transfer.archive.snapshot import snapshot
from clinic.transfer.archive.stored_tables import Digest, StoredTable, parts, stored_tables

ABOUT, MANIFEST, TABLES = "about.json", "manifest.json", "tables"
type_progress = Callable[[str, int, int], None]
type_manifest = dict[str, dict[str, Any]]


def export_clinic(
    path: Path,
    *,
    passphrase: str,
    by: User | None,
    at: datetime,
    is_readable: bool = True,
    sessions: bool = False,
    cost: int = COST,
    progress: type_progress = lambda _what, _done, _total: None,
) -> type_manifest:
    """Write everything into one sealed file; return count and SHA-256 of each table. Raises TransferError.

    The line in the audit log comes first: no line, no file. `is_readable` adds what people and other systems read.
    `sessions` takes along who is signed in, for a move; a copy to keep holds none. The clinic goes on meanwhile.
    """
    with packed(path, passphrase, cost=cost) as packer:
        with audited_transaction():
            audit.record("clinic.exported", by=by, at=at, readable=is_readable)
        with snapshot():
            packer.add_json(ABOUT, about(at))
            manifest = _tables(packer, sessions=sessions, progress=progress)
            if is_readable:
                readable.write(packer, at=at, progress=progress)
        packer.add_json(MANIFEST, {"tables": manifest, "pieces": packer.pieces})
    return manifest


def about(at: datetime) -> dict[str, Any]:
    """Return what a file says of where it comes from; nothing of anybody."""
    return {
        "format": FORMAT,
        "made_at": at.isoformat(timespec="seconds"),
        "database": connection.vendor,
        "answer_keys": key_fingerprints(),
        "migrations": applied(),
    }


def applied() -> list[str]:
    """Return the migrations of this database, by name."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def _tables(packer: Packer, *, sessions: bool, progress: type_progress) -> type_manifest:
    tables = stored_tables(sessions=sessions)
    total = sum(table.count() for table in tables)
    rows_written, manifest = 0, {}
    for table in tables:
        manifest[table.name] = _table(packer, table)
        rows_written += manifest[table.name]["rows"]
        progress("Rows written", rows_written, total)
    return manifest


def _table(packer: Packer, table: StoredTable) -> dict[str, Any]:
    digest = Digest()
    packer.add(f"{TABLES}/{table.name}/columns.json", json.dumps(table.columns).encode())
    for number, part in enumerate(parts(table.lines()), 1):
        for line in part:
            digest.add(line)
        packer.add(f"{TABLES}/{table.name}/{number:05}.jsonl", b"".join(part))
    return digest.told()
