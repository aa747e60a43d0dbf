"""manage.py open_export FILE FOLDER: the readable side of an export, opened to read."""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from clinic.transfer.archive.archive_command import ArchiveCommand
from clinic.transfer.archive.extracting import open_export


class Command(ArchiveCommand):
    help = "Opens an export into a new folder. What lies there is not encrypted any more: remove it when it was read."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("folder", type=Path, help="a new or empty folder")

    def work(self, options: dict[str, Any], passphrase: str) -> None:
        count = open_export(options["file"], options["folder"], passphrase=passphrase)
        self.stdout.write(f"{count} files lie open in {options['folder']}. Remove them when they were read.")
