"""The databases of the tests: a real file for SQLite, as in life, and the way past the book's triggers.

Tests that commit (`transaction=True`, `live_server`) end with a flush, which empties every table: what
migrations wrote is written again before the next of them, and the triggers of append-only tables stand aside
(decision 9).
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.test import TransactionTestCase
from django.urls import get_resolver

from clinic import public
from clinic.audit import triggers
from tests.support import migrated

Once = Callable[[Callable[[], Any]], Any]
FLUSH = "_fixture_teardown"  # what Django calls the emptying of the tables
# What migrations wrote and no deed of anybody changes. Emptied with the rest, all of it would be written anew after
# every committed test, which costs more than most of these tests; `furnish` sets the roles right again.
KEPT = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "auth_group",
    "auth_group_permissions",
}


ASKING = {"db", "transactional_db", "live_server", "django_db_setup"}
# Who asks for one of these looks at pages.
BROWSERS = {"browser", "client", "desk", "house", "practitioner", "signed_in", "walker"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that asks no database comes out alike on any: it need not be run once for each.

    Nor need a page, whose services and queries are tried on both by tests of their own: every page is asked on both as
    everybody by tests/access/test_matrix.py, and all else about pages on PostgreSQL in `make battery`.
    """
    for item in items:
        if not asks_the_database(item):
            item.add_marker("either_database")
        elif BROWSERS & {*getattr(item, "fixturenames", ())} and not (
            _commits(item) or item.get_closest_marker("both_databases")
        ):
            item.add_marker("page")


def asks_the_database(item: Any) -> bool:
    """Whether a test names a database, or may ask for one while it runs."""
    own = getattr(item, "_fixtureinfo", None)
    return bool(
        ASKING & {*getattr(item, "fixturenames", ())}
        or item.get_closest_marker("django_db")
        or (own and "request" in own.argnames)
    )


def pytest_fixture_setup(fixturedef: Any, request: Any) -> None:
    """Whoever asks the database says so beforehand: what `asks_the_database` overlooks would miss PostgreSQL."""
    if fixturedef.argname == "_django_db_helper" and not asks_the_database(request.node):
        pytest.fail(f"{request.node.nodeid} asks the database without a mark: give it @pytest.mark.django_db.")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    tmp_path_factory: pytest.TempPathFactory, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    """A copy of the migrated database of this run's own (tests.support.migrated).

    On SQLite a file: threads and live servers meet the locks they meet in life.
    """
    connection = connections["default"]
    if connection.vendor != "sqlite":
        connection.settings_dict["TEST"]["TEMPLATE"] = migrated.template(os.environ["DATABASE_URL"])
    else:
        own = tmp_path_factory.getbasetemp() / "clinic.sqlite3"
        shutil.copyfile(migrated.file(), own)
        connection.settings_dict["TEST"]["NAME"] = str(own)
        # Nobody pulls the plug of a test: nothing needs to be on the disk before an answer goes out.
        hurried = connection.settings_dict["OPTIONS"]["init_command"].replace("synchronous=FULL", "synchronous=OFF")
        connection.settings_dict["OPTIONS"] |= {"init_command": hurried}


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Let Django begin with the copied file; where it copies a template itself, it throws away what stands there."""
    return connections["default"].vendor == "sqlite"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """The tables, the cache table, and what a clinic has on its first day."""
    assert get_resolver().url_patterns  # read before any test plays the demo: its pages are no part of the clinic's
    with django_db_blocker.unblock():
        furnish()


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: Any) -> Iterator[Once]:
    """Return a maker of what a whole module needs: `once(build)` builds it before the first test that asks.

    Every test works in a savepoint of it; after the last test of the module all of it is undone. For modules without
    tests that commit. What tests change in its objects, and not in the database, is theirs to undo: hand out copies.
    """
    with contextlib.ExitStack() as stack:
        with django_db_blocker.unblock():
            stack.enter_context(transaction.atomic())

        def made(build: Callable[[], Any]) -> Any:
            caches["process"].clear()  # what the module before remembered is not of this house
            with django_db_blocker.unblock():
                return build()

        yield made
        with django_db_blocker.unblock():
            transaction.set_rollback(True)
            stack.close()


def furnish() -> None:
    """Write what every clinic has from the start: roles, and its own one-row profile."""
    from clinic.site_settings import services as site_settings

    call_command("roles", verbosity=0)
    site_settings.current()


@pytest.fixture(autouse=True)
def _a_clean_start(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing remembered from the test before; a committed test begins in a furnished house.

    All is well in it: the pages of staff show no red line, and ask nothing to know that (clinic.operations.health).
    """
    caches["process"].clear()
    public._lost.clear()  # a database that another test took away is back
    public._last_shown.clear()
    monkeypatch.setattr("clinic.website.context.trouble", lambda: None)
    if "live_server" in request.fixturenames or _commits(request.node):
        request.getfixturevalue("transactional_db")
        caches["default"].clear()  # sign-in limits are counted there, and its table is no model's: no flush empties it
        furnish()


def _commits(node: Any) -> bool:
    marker = node.get_closest_marker("django_db")
    return "transactional_db" in node.fixturenames or bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(autouse=True, scope="session")
def _tables_are_emptied() -> Iterator[None]:
    """Let the flush after a committed test pass the triggers that refuse DELETE."""

    def flush(_case: TransactionTestCase) -> None:
        empty_the_tables()

    with mock.patch.object(TransactionTestCase, FLUSH, flush):
        yield


def empty_the_tables() -> None:
    """What Django's flush does, but for the tables that are the same in every clinic."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    statements = connection.ops.sql_flush(no_style(), sorted({*tables} - KEPT))
    with transaction.atomic(), contextlib.ExitStack() as stack:
        for table in _append_only():
            stack.enter_context(triggers.standing_aside(connection, table))
        connection.ops.execute_sql_flush(statements)


@cache
def _append_only() -> list[str]:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    return [table for table in tables if not triggers.missing(connection, table)]


@pytest.fixture
def size() -> Any:
    """Return a chooser of sizes: `size(20, 200)` is 20 in `make test` and 200 in `make battery`."""
    whole = os.environ.get("CLINIC_BATTERY") == "full"
    return lambda small, full: full if whole else small


@pytest.fixture
def on_sqlite() -> bool:
    return connections["default"].vendor == "sqlite"


@pytest.fixture
def root() -> Path:
    """The project's folder."""
    return Path(__file__).resolve().parent.parent.parent
