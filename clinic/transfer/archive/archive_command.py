"""What the commands of an export share: the passphrase, and sentences instead of traces."""

import sys
from getpass import getpass
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.db import Error

from clinic.transfer.at_the_terminal import ProgressLine, stopped
from clinic.transfer.errors import TransferError, first_line
from intake.management.plain_command import PlainCommand


class ArchiveCommand(PlainCommand):
    """A command on one sealed file. What goes wrong is one sentence; Ctrl-C leaves nothing behind."""

    # Checks look into a database that may be empty, and what they advise is no matter of a file.
    requires_system_checks = ()
    left_behind = "Nothing was left behind."
    asks_twice = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="the sealed file")
        parser.add_argument(
            "--passphrase-file",
            metavar="FILE",
            help="the passphrase is its first line; - reads it from the pipe",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.work(options, self._passphrase(options["passphrase_file"]))
        except TransferError as wrong:
            raise CommandError(str(wrong)) from wrong
        except Error as wrong:
            raise CommandError(f"The database said: {first_line(wrong)}. {self.left_behind}") from wrong
        except KeyboardInterrupt:
            stopped(f"Stopped. {self.left_behind}")

    def work(self, options: dict[str, Any], passphrase: str) -> None:
        raise NotImplementedError

    def progress(self) -> ProgressLine:
        return ProgressLine(self.stderr)

    def _passphrase(self, file: str | None) -> str:
        if file == "-":
            return sys.stdin.readline().rstrip("\r\n")
        if file:
            try:
                return Path(file).read_text().split("\n", 1)[0].rstrip("\r")
            except (OSError, UnicodeDecodeError) as wrong:
                raise CommandError(f"Cannot read the passphrase in {file}.") from wrong
        if not sys.stdin.isatty():
            raise CommandError("Say where the passphrase stands: --passphrase-file FILE.")
        first = getpass("Passphrase: ")
        if self.asks_twice and getpass("The same again: ") != first:
            raise CommandError("The two passphrases differ.")
        return first
