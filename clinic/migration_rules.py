"""What a migration may do, so that a release can be taken back and the old code goes on working beside the new tables.

While a release is rolled out the old code runs on the new tables for a while: a new column must fill itself
(`db_default` or null), and nothing that the old code reads or writes may go. What went wrong is undone by going back:
every step of Python has its reverse. What a room begins with makes its tables and is not judged.
"""

from collections.abc import Iterator

from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation

# What each room begins with: everything from before the first release, in one migration.
BEFORE = {
    "accounts": "0001_squashed_0012_language_chosen",
    "audit": "0001_squashed_0003_doors",
    "booking": "0001_squashed_0010_rules_in_words",
    "education": "0001_squashed_0002_espanol",
    "outbox": "0001_squashed_0004_ops",
    "pages": "0001_squashed_0003_sent_elsewhere",
    "record": "0001_squashed_0010_language_chosen",
    "review": "0001_squashed_0013_alarmed_cases",
    "site_settings": "0001_squashed_0008_rules_in_words",
    "transfer": "0001_squashed_0002_vault",
    "treatment": "0001_squashed_0002_action_not_said",
}
_OURS = ("clinic.", "intake.", "education.")
_TAKES_AWAY = (
    migrations.RemoveField,
    migrations.DeleteModel,
    migrations.RenameField,
    migrations.RenameModel,
    migrations.AlterModelTable,
)


def problems() -> list[str]:
    """Return a sentence for everything in our migrations that a release could not live with."""
    loader = MigrationLoader(None)
    own_migrations = sorted(
        (key, step) for key, step in loader.disk_migrations.items() if step.__module__.startswith(_OURS)
    )
    return [
        f"{app}.{name}: {problem}"
        for (app, name), migration in own_migrations
        if name > BEFORE.get(app, "")
        for operation in migration.operations
        for problem in problems_of(operation)
    ]


def problems_of(operation: Operation) -> Iterator[str]:
    """Yield what is wrong with one step."""
    if isinstance(operation, migrations.SeparateDatabaseAndState):
        for step in operation.database_operations:
            yield from problems_of(step)
    elif isinstance(operation, _TAKES_AWAY):
        yield f"{operation.describe()}: the code before this release still needs it; take it away one release later."
    elif isinstance(operation, migrations.AddField) and not fills_itself(operation.field):
        yield f"{operation.describe()}: the code before this release does not fill it; give it db_default or null."
    elif isinstance(operation, migrations.RunPython | migrations.RunSQL) and not operation.reversible:
        yield f"{operation.describe()}: it cannot be undone; say how (reverse_code, or noop)."


def fills_itself(field: models.Field[object, object]) -> bool:
    """Whether a row written without this column is a good row."""
    return bool(
        field.null
        or field.many_to_many
        or field.generated
        or field.has_db_default()
        or isinstance(field, models.AutoField)
    )
