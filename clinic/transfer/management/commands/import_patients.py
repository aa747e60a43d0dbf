"""manage.py import_patients FILE: patients and future visits from another system's CSV file.

Without --import it only says what would happen: every problem with its line, every duplicate. With --import the whole
file comes in, or nothing of it. --undo takes an import back.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from clinic.accounts.models import Practitioner, User
from clinic.characters import fold
from clinic.transfer.at_the_terminal import ProgressLine, administrator, pairs, stopped
from clinic.transfer.errors import TransferError
from clinic.transfer.importing import columns, csv_table, dry_run, services, undoing, written_times
from clinic.transfer.importing.csv_table import CsvTable
from clinic.transfer.importing.dry_run import Choices, DryRun
from clinic.transfer.importing.incoming_visits import Meaning
from clinic.transfer.models import ImportRun
from intake.management.plain_command import PlainCommand

PROBLEMS = 2


class Command(PlainCommand):
    help = "Looks through a CSV file of patients and future visits, and imports it whole with --import."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", help="the CSV file, from Jane App, Cliniko or anything else")
        parser.add_argument("--import", action="store_true", dest="do_import", help="import it, if nothing is wrong")
        parser.add_argument("--undo", metavar="REFERENCE", help="take an import back")
        parser.add_argument("--by", default="", metavar="EMAIL", help="which administrator does this")
        parser.add_argument(
            "--map", action="append", default=[], metavar="HEADER=COLUMN", help=f"columns: {', '.join(columns.CODES)}"
        )
        parser.add_argument("--dates", choices=[written_times.MONTH_FIRST, written_times.DAY_FIRST], help="comes first")
        parser.add_argument("--type", action="append", default=[], metavar="WORDS=CODE", help="a visit type of ours")
        parser.add_argument("--practitioner", action="append", default=[], metavar="WORDS=EMAIL")

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["file"]) == bool(options["undo"]):
            raise CommandError("Name the file to import, or the import to take back with --undo.")
        by = administrator(options["by"])
        try:
            if options["undo"]:
                self._undo(options["undo"], by)
            else:
                self._import(options, by)
        except TransferError as wrong:
            raise CommandError(str(wrong)) from wrong
        except KeyboardInterrupt:
            stopped("Stopped. Nothing was imported or taken back.")

    def _import(self, options: dict[str, Any], by: User) -> None:
        data = self._bytes_of(options["file"])
        table = csv_table.read(data)
        choices = self._choices(table, options)
        trial = dry_run.look(table, choices, by=by, at=timezone.now(), progress=ProgressLine(self.stderr))
        self._tell(table, trial)
        if trial.problems:
            raise CommandError("Nothing was imported: correct these lines first.", returncode=PROBLEMS)
        if not options["do_import"]:
            self.stdout.write("Nothing is wrong. Run it again with --import to import the file.")
            return
        now = timezone.now()
        run = services.upload(data=data, name=Path(options["file"]).name, by=by, at=now)
        services.choose(run, choices=choices, by=by, at=now)
        imported_run = services.bring_in(run, by=by, at=now, progress=ProgressLine(self.stderr))
        self.stdout.write(f"Imported: {imported_run.patients} patients, {imported_run.visits} visits.")
        self.stdout.write(f"To take it back: manage.py import_patients --undo {imported_run.ref}")

    def _undo(self, ref: str, by: User) -> None:
        run = ImportRun.objects.filter(ref=ref[:16]).first()
        if run is None:
            raise CommandError(f"There is no import {ref}.")
        undone = undoing.undo(run, by=by, at=timezone.now())
        for line, sentence in undone.stays:
            self.stdout.write(f"Line {line}: {sentence}")
        self.stdout.write(f"Taken back: {undone.patients} patients, {undone.visits} visits. {len(undone.stays)} stay.")

    def _bytes_of(self, file: str) -> bytes:
        path = Path(file)
        try:
            if path.stat().st_size > csv_table.MOST_BYTES:
                raise CommandError("This file is larger than 4 MB. Split it into smaller files.")
            return path.read_bytes()
        except OSError as wrong:
            raise CommandError(f"Cannot read the file {file}.") from wrong

    def _choices(self, table: CsvTable, options: dict[str, Any]) -> Choices:
        guessed = dry_run.guess(table)
        mapping = dict(guessed.mapping)
        places = {fold(header): place for place, header in enumerate(table.headers)}
        for header, code in pairs(options["map"], "--map").items():
            if code not in columns.CODES or fold(header) not in places:
                raise CommandError(f"There is no header “{header}” in the file, or no column {code}.")
            mapping = {other_code: place for other_code, place in mapping.items() if place != places[fold(header)]}
            mapping[code] = places[fold(header)]
        people = {}
        for words, email in pairs(options["practitioner"], "--practitioner").items():
            key = Practitioner.objects.working().filter(user__email=email.lower()).values_list("pk", flat=True).first()
            if key is None:
                raise CommandError(f"{email} is no practitioner of this clinic.")
            people[words] = key
        meaning = Meaning(pairs(options["type"], "--type"), people)
        return Choices(mapping, options["dates"] or guessed.order, meaning)

    def _tell(self, table: CsvTable, found: DryRun) -> None:
        for line, sentence in found.problems:
            self.stdout.write(f"Line {line}: {sentence}")
        for line, sentence in found.doubts:
            self.stdout.write(f"Line {line}, to look at: {sentence}")
        for line, sentence in found.duplicates:
            self.stdout.write(f"Line {line}, to know: {sentence}")
        system = columns.system_of(table.headers) or "plain"
        self.stdout.write(
            f"{found.rows} rows ({system}, {table.encoding}): {len(found.people.new)} new patients, "
            f"{len(found.visits)} visits, {found.left_out} past or canceled visits left out, "
            f"{len(found.duplicates)} duplicates, {len(found.problems)} problems."
        )
