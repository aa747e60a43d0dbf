"""The old code goes on working beside the tables of a new release, and every release can be taken back."""

from typing import Any

import pytest
from django.db import connection, migrations, models
from django.db.migrations.state import ProjectState

from clinic import checks, migration_rules
from clinic.migration_steps import CreateModels


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
    # The rule reads what is on the disk: Django's own second migration of content types takes a column away.
    monkeypatch.setattr(migration_rules, "_OURS", ("django.contrib.contenttypes",))
    assert checks.old_code_lives_with_every_migration()


def test_models_are_created_as_one_step_even_in_a_circle() -> None:
    """Each points at the other; whoever asks afterwards finds both, drawn once."""
    step = CreateModels([_model("Hen", "Egg"), _model("Egg", "Hen")])
    state = ProjectState()
    state.apps  # noqa: B018  (drawn, as in the middle of a migrate)
    before = state.clone()
    step.state_forwards("yard", state)
    assert "apps" not in state.__dict__
    hen, egg = state.apps.get_model("yard", "Hen"), state.apps.get_model("yard", "Egg")
    assert (hen._meta.get_field("other").related_model, egg._meta.get_field("other").related_model) == (egg, hen)
    assert "apps" in before.__dict__  # what was before is as it was
    assert (step.describe(), step.references_model("egg", "yard")) == ("Create the models Hen, Egg", True)


def _model(name: str, other: str) -> migrations.CreateModel:
    fields: list[tuple[str, Any]] = [
        ("id", models.AutoField(primary_key=True)),
        ("other", models.ForeignKey(f"yard.{other}", models.CASCADE, related_name="+")),
    ]
    return migrations.CreateModel(name, fields)


@pytest.mark.django_db(transaction=True)
def test_tables_made_as_one_step_are_there_and_go_again() -> None:
    step = CreateModels([_model("Hen", "Egg"), _model("Egg", "Hen")])
    before, after = ProjectState(), ProjectState()
    step.state_forwards("yard", after)
    with connection.schema_editor(atomic=True) as editor:
        step.database_forwards("yard", editor, before, after)
    try:
        assert {"yard_hen", "yard_egg"} <= set(connection.introspection.table_names())
    finally:
        with connection.schema_editor(atomic=True) as editor:
            step.database_backwards("yard", editor, after, before)
    assert not {"yard_hen", "yard_egg"} & set(connection.introspection.table_names())
