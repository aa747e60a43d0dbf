"""What must hold before the clinic opens its doors, asked once, before gunicorn forks and before the worker begins."""

from django.db import InterfaceError, OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from clinic import key_check


def problems() -> list[str]:
    """Return one sentence for each reason not to start; empty: start.

    A database that does not answer is none: pages say so themselves, and go on when it is back.
    """
    try:
        missing = unapplied_migrations()
    except (OperationalError, InterfaceError):
        return []
    if not missing:
        return key_check.problems()
    return [
        f"The database is older than this release: {len(missing)} migrations are not applied, the first is "
        f"{missing[0]}. Run `manage.py migrate`, then start again."
    ]


def unapplied_migrations() -> list[str]:
    """Return the names of this release's migrations that the database does not have, in order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]
