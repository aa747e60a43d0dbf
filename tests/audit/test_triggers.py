"""The database refuses to change the book, whoever asks."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from clinic.accounts.models import User
from clinic.audit.models import Entry
from clinic.audit.triggers import append_only, missing
from tests.audit.books import sql, without_triggers, write_rows

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
