"""Prove the visitors' book: exit code 0 when it is whole and guarded, 1 with the number of the first broken row.

It goes on where it was last found whole; `--whole` reads it from the beginning, and so does an end from outside.
"""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.utils import timezone

from clinic.audit.models import Entry
from clinic.audit.triggers import missing, own_table
from clinic.audit.verification import keep_checkpoint, verified_before, verify


class Command(BaseCommand):
    help = "Check every row of the visitors' book; exit 1 naming the first broken one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--whole", action="store_true", help="read every row, not only those since the last time")
        parser.add_argument("--head", default="", metavar="HASH", help="the hash of an end noted outside the house")

    def handle(self, *args: Any, **options: Any) -> None:
        outside = options["head"].strip().lower()
        since = None if options["whole"] or outside else verified_before()
        verdict = verify(outside=outside, since=since, progress=self._progress())
        keep_checkpoint(verdict, at=timezone.now())
        is_guarded = not missing(connection, Entry._meta.db_table)
        if not is_guarded:
            self.stderr.write("The triggers that refuse changes to the book are missing: run its migrations again.")
        if verdict.broken is not None:
            self.stdout.write(f"Row {verdict.broken} is broken: {verdict.reason}.")
            sys.exit(1)
        since_words = f" since number {since.number}, where it was whole before" if since else ""
        summary = f"{verdict.rows} rows{since_words}, the last is number {verdict.last.number}, {verdict.last.hash}"
        self.stdout.write(f"The book is whole: {summary}.")
        if not is_guarded:
            sys.exit(1)
        if own_table(connection, Entry._meta.db_table):
            self.stderr.write("The clinic's own database user could take the triggers away (docs/operations.md).")

    def _progress(self) -> Any:
        if not self.stdout.isatty():
            return None
        return lambda rows: self.stderr.write(f"\r{rows} rows", ending="")
