"""Remove rows of the visitors' book that are older than a date, and chain what went."""

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from clinic.audit.pruning import PruneError, prune


class Command(BaseCommand):
    help = "Remove rows older than a date (at least six years ago) from the visitors' book."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--before", required=True, type=date.fromisoformat, metavar="YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            gone = prune(before=options["before"], by=None, at=timezone.now())
        except PruneError as why:
            raise CommandError(str(why)) from why
        if gone is None:
            self.stdout.write("Nothing is that old.")
        else:
            self.stdout.write(f"{gone.rows} rows removed, up to number {gone.through}.")
