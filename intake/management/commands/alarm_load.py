"""Screens many forms and says how often the rules speak: shares per tier and code, with their intervals."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from intake.management.input_files import text_of
from intake.management.quiet import ending_quietly
from intake.record.answer_words import rule_name
from intake.screening.batch import InputError, sittings
from intake.screening.load import as_text, fired, load


class Command(BaseCommand):
    help = (
        "Screen answers given as JSON lines, one form on each (as screen --lines takes them), and print the share of "
        "each tier and rule, which rules stand alone at the top, and the findings a form, with 95 % intervals. A share "
        "of invented forms compares two rule sets; only forms of real patients tell a rate. Exit code 2, and nothing "
        "printed, if anything in the input is wrong."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a file of JSON lines, or - for standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            forms = sittings(text_of(options["file"]), lines=True, today=timezone.localdate())
        except InputError as bad:
            self.stderr.write("\n".join(bad.sentences))
            sys.exit(2)
        with ending_quietly(self.stdout):
            self.stdout.write(as_text(load(fired(form.screen()) for form in forms), rule_name))
