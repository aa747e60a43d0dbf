"""A clinic that cannot work does not start: it ends with a sentence, before anything is forked."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from clinic import start
from tests.support import environment

GUNICORN = ("-m", "gunicorn", "-c", "python:clinic.server", "clinic.wsgi")


def test_a_bad_setting_ends_the_web_server_with_one_sentence(root: Path) -> None:
    bad = environment.clean(**environment.PRODUCTION | {"SECRET_KEY": "short", "BIND": "127.0.0.1:0"})
    done = subprocess.run([sys.executable, *GUNICORN], cwd=root, env=bad, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert (done.stdout, done.stderr) == (
        "",
        "SECRET_KEY is a default or too short: set a random text of at least 50 characters.\n",
    )


@pytest.mark.django_db
def test_nothing_stands_in_the_way_of_a_migrated_clinic() -> None:
    assert start.problems() == []


@pytest.mark.django_db
def test_unapplied_migrations_keep_web_and_worker_from_starting(capsys: pytest.CaptureFixture[str]) -> None:
    ((_app, newest),) = MigrationLoader(connection).graph.leaf_nodes("booking")
    MigrationRecorder.Migration.objects.get(app="booking", name=newest).delete()
    (sentence,) = start.problems()
    assert sentence.startswith("The database is older than this release: 1 migrations are not applied")
    with pytest.raises(SystemExit) as ended:
        call_command("start_check")
    assert (ended.value.code, capsys.readouterr().err) == (1, f"{sentence}\n")
    with pytest.raises(CommandError, match=r"Run `manage\.py migrate`"):
        call_command("worker", "--once")
