"""A release with a migration, and the way back, while people send forms and book: nobody is refused, nothing is lost.

As docs/operations.md tells it: the new code stands beside the old, the old code goes on working on the new tables,
the door stays open while the site is restarted.
"""

import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from clinic.outbox.models import Letter
from tests.outbox.processes import database_url
from tests.support.environment import clean
from tests.support.progress import Say
from tests.worst_day.site import ROOT, Piece, door, ended, port_of, web
from tests.worst_day.visitors import gather, open_clinic, problems_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.battery]
ROOM = "clinic/outbox"
COLUMN = 'models.CharField(max_length=20, default="", db_default="")'
MIGRATION = """
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("outbox", "{before}")]
    operations = [migrations.AddField("letter", "of_next_release", {column})]
"""
AT_ONCE = 4


def next_release(folder: Path) -> tuple[Path, str]:
    """Put the code of a next release beside this one, with a column more; return its folder and the last migration."""
    for part in ("clinic", "intake", "education", "templates", "static", "locale"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "manage.py", folder)
    migrations = folder / ROOM / "migrations"
    before = max(path.stem for path in migrations.glob("[0-9]*.py"))
    (migrations / "9999_next_release.py").write_text(MIGRATION.format(before=before, column=COLUMN))
    with (folder / ROOM / "models.py").open("a") as models:
        models.write(f'\n\nLetter.add_to_class("of_next_release", {COLUMN})\n')
    return folder, before


def manage(folder: Path, *command: str) -> None:
    """Run a command of the code in a folder on the database of the test."""
    environment = clean(DATABASE_URL=database_url(), LOG_LEVEL="ERROR", PYTHONWARNINGS="ignore")
    subprocess.run([sys.executable, "manage.py", *command, "-v0"], cwd=folder, env=environment, check=True)


def test_a_release_with_a_migration_and_the_way_back(tmp_path: Path, size: Any, say: Say) -> None:
    each, (folder, before) = size(4, 40), next_release(tmp_path / "2")
    columns = {field.name for field in Letter._meta.get_fields()}
    assert "of_next_release" not in columns
    with door() as held:
        clinic, visitors = open_clinic(), gather(5 * each, port_of(held))
        batches = [visitors[start : start + each] for start in range(0, 5 * each, each)]
        old, pieces = web(held), list[Piece]()

        def live(batch: int, deed: Any = lambda: None) -> None:
            """Let a batch of people live, and do a deed of the release in the middle of it."""
            with ThreadPoolExecutor(AT_ONCE) as pool:
                lives = [pool.submit(visitor.live, clinic) for visitor in batches[batch]]
                lives[each // 4].result()
                deed()
                assert [life.result().faults for life in lives] == [0] * each
            say(f"{batch + 1} of 5 batches")

        def swap(piece: Piece, folder: Path) -> None:
            """The new one stands behind the door before the old one is told to end."""
            pieces.append(web(held, folder=folder))
            assert piece.stop() == 0

        with ended(old, *pieces):
            try:
                live(0)
                live(1, lambda: manage(folder, "migrate"))
                live(2, lambda: swap(old, folder))
                assert problems_of([v for batch in batches[:3] for v in batch]) == []
                live(3, lambda: swap(pieces[0], ROOT))  # the way back: the old code on the new tables
                live(4)
            finally:
                for piece in pieces:
                    piece.kill()
                manage(folder, "migrate", "outbox", before)
    assert problems_of(visitors) == []
    print(f"{2 * len(visitors)} deeds over one migration, one release and the way back, none refused")
