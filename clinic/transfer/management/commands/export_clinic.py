"""manage.py export_clinic FILE: everything the clinic has in one encrypted file, to keep or to take along."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils import timezone

from clinic.transfer.archive.archive_command import ArchiveCommand
from clinic.transfer.archive.exporting import export_clinic
from clinic.transfer.at_the_terminal import administrator


class Command(ArchiveCommand):
    help = (
        "Writes everything into one encrypted file: rows that restore_clinic brings back, CSV, JSON and HTML to read, "
        "FHIR R4. A folder instead of a file gets a file named by the time."
    )
    asks_twice = True

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--rows-only", action="store_true", help="a backup: nothing to read beside the rows")
        parser.add_argument("--by", default="", metavar="EMAIL", help="which administrator does this; else the clinic")

    def work(self, options: dict[str, Any], passphrase: str) -> None:
        now, path = timezone.now(), options["file"]
        if path.is_dir():
            path = path / f"clinic-{now:%Y%m%dT%H%M%SZ}.export"
        manifest = export_clinic(
            Path(path),
            passphrase=passphrase,
            by=administrator(options["by"]) if options["by"] else None,
            at=now,
            is_readable=not options["rows_only"],
            progress=self.progress(),
        )
        rows = sum(table["rows"] for table in manifest.values())
        self.stdout.write(f"{path}: {rows} rows of {len(manifest)} tables.")
