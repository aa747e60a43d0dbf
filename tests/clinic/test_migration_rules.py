"""The old code goes on working beside the tables of a new release, and every release can be taken back."""

from typing import Any

import pytest
from django.db import migrations, models

from clinic import checks, migration_rules


def _noop(_apps: Any, _editor: Any) -> None: ...


@pytest.mark.parametrize(
    ("operation", "fault"),
    [
        (migrations.AddField("letter", "x", models.CharField(max_length=3, default="")), "give it db_default or null"),
        (migrations.AddField("letter", "x", models.CharField(max_length=3, default="", db_default="")), ""),
        (migrations.AddField("letter", "x", models.CharField(max_length=3, null=True)), ""),
        (migrations.AddField("letter", "x", models.ManyToManyField("auth.Group")), ""),
        (migrations.RemoveField("letter", "x"), "one release later"),
        (migrations.RenameField("letter", "x", "y"), "one release later"),
        (migrations.DeleteModel("Letter"), "one release later"),
        (migrations.RunPython(_noop), "it cannot be undone"),
        (migrations.RunPython(_noop, migrations.RunPython.noop), ""),
        (migrations.RunSQL("SELECT 1"), "it cannot be undone"),
        (migrations.SeparateDatabaseAndState([migrations.RemoveField("letter", "x")]), "one release later"),
        (migrations.AddField("letter", "x", models.BooleanField()), "give it db_default or null"),
    ],
)
def test_what_a_migration_may_do(operation: Any, fault: str) -> None:
    said = list(migration_rules.problems_of(operation))
    assert (len(said), fault in "".join(said)) == (1 if fault else 0, True)


def test_ours_keep_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.old_code_lives_with_every_migration() == []
    # The rule finds what went before it: the tables of the first day have columns that nothing fills by itself.
    monkeypatch.setattr(migration_rules, "BEFORE", dict.fromkeys(migration_rules.BEFORE, ""))
    assert checks.old_code_lives_with_every_migration()
