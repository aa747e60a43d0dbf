"""The database refuses to change the book, whoever asks."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from clinic.accounts.models import User
from clinic.audit.models import Entry, Pruning
from clinic.audit.testing import door_open
from clinic.audit.triggers import append_only, missing
from tests.audit.books import sql, without_triggers, write_rows
from tests.support.times import NOW

pytestmark = pytest.mark.django_db


def _refused(do: Callable[[], Any]) -> bool:
    try:
        with transaction.atomic():
            do()
    except DatabaseError as refusal:
        return "append-only" in str(refusal)
    return False


@pytest.mark.parametrize("column", [field.column for field in Entry._meta.concrete_fields])
def test_no_column_can_be_updated(column: str) -> None:
    write_rows(1)
    statement = f'UPDATE audit_entry SET "{column}" = "{column}"'  # noqa: S608  (a column of ours)
    assert _refused(lambda: sql(statement))


def test_no_row_can_be_deleted_by_sql_or_by_django(noor: User) -> None:
    row = write_rows(1, noor)[0]
    assert _refused(lambda: sql("DELETE FROM audit_entry"))
    assert _refused(lambda: Entry.objects.all().delete())
    assert _refused(row.delete)
    assert _refused(row.save)
    assert Entry.objects.count() == 1


def test_the_table_cannot_be_truncated(on_sqlite: bool) -> None:
    write_rows(1)
    connection.check_constraints()
    # SQLite knows no TRUNCATE: its word for it is a DELETE without a condition.
    assert _refused(lambda: sql("DELETE FROM audit_entry" if on_sqlite else "TRUNCATE audit_entry"))


def test_the_door_lets_rows_go_and_never_lets_them_change() -> None:
    write_rows(3)
    with door_open():
        assert _refused(lambda: sql("UPDATE audit_entry SET deed = 'x.y'"))
        assert sql("DELETE FROM audit_entry WHERE number = 2") == 1
    assert _refused(lambda: sql("DELETE FROM audit_entry"))
    assert not Pruning.objects.exists()


def test_the_door_is_shut_when_what_used_it_fails() -> None:
    write_rows(1)
    with suppress(RuntimeError), door_open():
        raise RuntimeError
    assert _refused(lambda: sql("DELETE FROM audit_entry"))


def test_the_door_of_the_tests_does_not_open_in_production(settings: Any) -> None:
    settings.PRODUCTION = True
    door = door_open()
    with pytest.raises(RuntimeError, match="prune_audit"):
        door.__enter__()


def test_somebody_the_book_names_cannot_be_deleted(noor: User) -> None:
    write_rows(1, noor)

    @transaction.atomic
    def delete() -> None:
        sql("DELETE FROM accounts_user WHERE id = %s", noor.pk)
        connection.check_constraints()

    with pytest.raises(IntegrityError):
        delete()


def test_missing_triggers_are_noticed() -> None:
    assert not missing(connection, "audit_entry")
    with without_triggers():
        assert missing(connection, "audit_entry")
    assert missing(connection, "audit_head")


@pytest.mark.django_db(transaction=True)
def test_other_rooms_make_their_tables_append_only_and_back() -> None:
    operation: Any = append_only("audit_notes_of_a_test")[0]
    with connection.schema_editor() as editor:
        editor.execute("CREATE TABLE audit_notes_of_a_test (said varchar(20))")
        operation.code(apps, editor)
        operation.code(apps, editor)  # a migration that alters the table hangs them again
    try:
        sql("INSERT INTO audit_notes_of_a_test VALUES ('kept')")
        assert _refused(lambda: sql("UPDATE audit_notes_of_a_test SET said = 'changed'"))
        assert _refused(lambda: sql("DELETE FROM audit_notes_of_a_test"))
        with connection.schema_editor() as editor:
            operation.reverse_code(apps, editor)
        assert sql("UPDATE audit_notes_of_a_test SET said = 'changed'") == 1
    finally:
        with connection.schema_editor() as editor:
            editor.execute("DROP TABLE audit_notes_of_a_test")


def test_the_pruning_table_outlives_a_flush() -> None:
    """Django's flush empties tables in no fixed order: were this one among them, the door could shut halfway."""
    assert Pruning._meta.db_table not in connection.introspection.django_table_names(only_existing=True)
    Pruning.objects.create(opened_at=NOW)
    assert Pruning.objects.get().opened_at == NOW
