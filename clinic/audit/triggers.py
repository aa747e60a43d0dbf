"""Append-only tables: triggers refuse UPDATE and DELETE.

Other rooms use it for their own tables, in the migration that makes the table:

    operations = [migrations.CreateModel("Decision", …), *append_only("review_decision")]

SQLite remakes a table when a later migration alters it, and the triggers are lost with the old table: such a
migration ends with `*append_only("review_decision")` again (it is harmless where the triggers still stand).
`missing(connection, table)` tells, and `manage.py verify_audit` warns.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_Step = Callable[[Any, BaseDatabaseSchemaEditor], None]

_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$body$
"""


def append_only(table: str) -> list[migrations.RunPython]:
    """Return the migration operations that make a table append-only, and undo it backwards."""
    return [migrations.RunPython(_raise(table), _drop(table))]


def missing(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Return whether a table that should be append-only has lost one of its triggers."""
    if connection.vendor == "postgresql":
        query = "SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgenabled = 'O'"
    else:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
    with connection.cursor() as cursor:
        cursor.execute(query, [table])
        trigger_names = {name for (name,) in cursor.fetchall()}
    return not set(_names(connection.vendor, table)) <= trigger_names


def own_table(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether the database user of this process may take the triggers of a table away; SQLite knows no users."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass(%s)", [table])
        row = cursor.fetchone()
    return bool(row and row[0])


def _names(vendor: str, table: str) -> dict[str, str]:
    """The triggers of a table, name to event."""
    events = {f"{table}_no_update": "UPDATE", f"{table}_no_delete": "DELETE"}
    return events | {f"{table}_no_truncate": "TRUNCATE"} if vendor == "postgresql" else events


def _raise(table: str) -> _Step:
    def forwards(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        if vendor == "postgresql":
            editor.execute(_POSTGRESQL_FUNCTION, params=None)
        for name, event in _names(vendor, table).items():
            editor.execute(_sql_to_drop(vendor, table, name), params=None)
            editor.execute(_sql_to_create(vendor, table, name, event), params=None)

    return forwards


def _drop(table: str) -> _Step:
    def backwards(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        for name in _names(vendor, table):
            editor.execute(_sql_to_drop(vendor, table, name), params=None)

    return backwards


def _sql_to_drop(vendor: str, table: str, name: str) -> str:
    return f'DROP TRIGGER IF EXISTS "{name}"' + (f' ON "{table}"' if vendor == "postgresql" else "")


def _sql_to_create(vendor: str, table: str, name: str, event: str) -> str:
    if vendor == "postgresql":
        each = "STATEMENT" if event == "TRUNCATE" else "ROW"
        action = f"FOR EACH {each} EXECUTE FUNCTION audit_refuse()"
        return f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" {action}'
    return (
        f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH ROW '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    )


@contextmanager
def standing_aside(connection: BaseDatabaseWrapper, table: str) -> Iterator[None]:
    """Let changes pass inside the caller's transaction, for three purposes: the same words under a newer key, a record
    that two people agreed to erase, and an import that is undone.

    Triggers are dropped and made again in the one transaction, so that nobody else ever sees the table without them
    and a failure brings them back. A table that is not append-only is left as it is.
    """
    is_guarded = not missing(connection, table)
    names = _names(connection.vendor, table) if is_guarded else {}
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(_sql_to_drop(connection.vendor, table, name))
        yield
        for name, event in names.items():
            cursor.execute(_sql_to_create(connection.vendor, table, name, event))
