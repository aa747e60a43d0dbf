"""manage.py move_database: the clinic into another database, SQLite to PostgreSQL or back.

Where to stands in NEW_DATABASE_URL: everybody on the machine can read the arguments of a command, and a password in
them. An export and a restore in one, by a sealed file whose passphrase nobody learns. The old database stays as it is.
"""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import CommandError, CommandParser
from django.db import Error
from django.utils import timezone

from clinic import audit
from clinic.transfer.archive.exporting import export_clinic
from clinic.transfer.at_the_terminal import ProgressLine, stopped
from clinic.transfer.errors import TransferError, first_line
from intake.management.plain_command import PlainCommand

NEW_URL = "NEW_DATABASE_URL"


class Command(PlainCommand):
    requires_system_checks = ()
    help = "Moves the clinic into an empty database, with equal counts and hashes. Stop the site and the worker first."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "url", nargs="?", help="the new DATABASE_URL, if it holds no password; else put it into NEW_DATABASE_URL"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        url = options["url"] or os.environ.get(NEW_URL, "")
        if not url:
            raise CommandError(f"Say where the new database is: {NEW_URL}=… manage.py move_database")
        if options["url"] and urlsplit(url).password:
            raise CommandError(
                "Everybody on this machine can read a password in a command. "
                f"Put the URL into the environment instead: {NEW_URL}=… manage.py move_database"
            )
        try:
            self._move(url)
        except TransferError as wrong:
            raise CommandError(str(wrong)) from wrong
        except Error as wrong:
            raise CommandError(f"The old database said: {first_line(wrong)}. Nothing was moved.") from wrong
        except KeyboardInterrupt:
            stopped("Stopped. The old database is as it was; throw the new one away.")

    def _move(self, url: str) -> None:
        passphrase = secrets.token_urlsafe(32)
        with tempfile.TemporaryDirectory(prefix="clinic-move-") as folder:
            path = Path(folder) / "clinic.export"
            progress = ProgressLine(self.stderr)
            manifest = export_clinic(
                path,
                passphrase=passphrase,
                by=None,
                at=timezone.now(),
                is_readable=False,
                sessions=True,
                progress=progress,
            )
            end = audit.head()
            self._restore(url, path, passphrase)
        if audit.head() != end:
            raise CommandError(
                "Somebody worked in the old database meanwhile. Stop the site and the worker, empty the new database, "
                "and move again."
            )
        rows = sum(table["rows"] for table in manifest.values())
        self.stdout.write(
            f"Moved: {rows} rows of {len(manifest)} tables, with equal counts and hashes. "
            "Set DATABASE_URL to the new database and start the site and the worker."
        )

    def _restore(self, url: str, path: Path, passphrase: str) -> None:
        """Restore the file into the new database. Raises CommandError with what was wrong there."""
        command = ("restore_clinic", str(path), "--migrate", "--send-due", "--passphrase-file", "-")
        process = subprocess.run(  # noqa: S603  (our own command)
            [sys.executable, str(settings.BASE_DIR / "manage.py"), *command],
            env=os.environ | {"DATABASE_URL": url},
            input=f"{passphrase}\n",
            capture_output=True,
            text=True,
        )
        if process.returncode:
            lines = process.stderr.strip().splitlines() or ["no reason was given"]
            raise CommandError(f"The new database did not take it: {lines[-1]}")
