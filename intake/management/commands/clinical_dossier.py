"""Prints every rule, question and list as one document to read and sign, or as a table."""

from argparse import ArgumentParser
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from clinic import formatting
from intake.management.plain_command import PlainCommand
from intake.management.quiet import ending_quietly
from intake.screening.dossier import as_csv, dossier


class Command(PlainCommand):
    help = (
        "Print every rule, fact, question and word list, what changed since the version before, and lines to sign: one "
        "HTML page for the printer, or with --csv a table. Made from the data as it stands."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--csv", action="store_true", help="print a table instead of a page")

    def handle(self, *args: Any, **options: Any) -> None:
        whole = dossier()
        if options["csv"]:
            text = as_csv(whole)
        else:
            made_on = formatting.calendar_date(timezone.localdate())
            text = render_to_string("intake/dossier/dossier.html", {"dossier": whole, "made_on": made_on})
        with ending_quietly(self.stdout):
            self.stdout.write(text)
