"""manage.py restore_clinic FILE: a whole clinic back into an empty database, of either kind."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandParser
from django.utils import timezone

from clinic.transfer.archive.archive_command import ArchiveCommand
from clinic.transfer.archive.restoring import check_file, restore_clinic


class Command(ArchiveCommand):
    help = "Restores an export into an empty database; --check only reads the file and says if it would come."
    left_behind = "Nothing was restored."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--check", action="store_true", help="read the whole file and change nothing: the drill")
        parser.add_argument("--migrate", action="store_true", help="make the tables first")
        parser.add_argument(
            "--send-due",
            action="store_true",
            help="let messages leave that were due: only if the clinic sent nothing after the file was made",
        )

    def work(self, options: dict[str, Any], passphrase: str) -> None:
        if options["check"]:
            checked = check_file(options["file"], passphrase=passphrase, progress=self.progress())
            self.stdout.write(
                f"The file is whole: {checked.rows} rows, made {checked.about['made_at']}. Every sealed row opens."
            )
            return
        if options["migrate"]:
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)
        restored = restore_clinic(
            options["file"],
            passphrase=passphrase,
            at=timezone.now(),
            progress=self.progress(),
            holds_due=not options["send_due"],
        )
        self.stdout.write(
            f"Restored: {restored.rows} rows of {len(restored.manifest)} tables, made {restored.about['made_at']}. "
            "Counts and hashes are those of the file. Now run manage.py verify_audit."
            + ("" if options["send_due"] else " Messages that were due are held: see Messages in the admin.")
        )
