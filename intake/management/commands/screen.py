"""Screens answers from a file: one JSON object, or one on every line."""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.utils import timezone

from intake.management.input_files import text_of
from intake.management.plain_command import PlainCommand
from intake.management.quiet import ending_quietly
from intake.screening.batch import InputError, as_json, sittings


class Command(PlainCommand):
    help = (
        "Screen answers given as JSON: one object, or with --lines one on every line. Prints what the rules find. "
        "Exit code 0 for any tier; 2, and nothing printed, if anything in the input is wrong."
    )
    requires_system_checks = ()  # reads no database and serves nobody: it must answer on any machine

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="a JSON file, or - for standard input")
        parser.add_argument("--lines", action="store_true", help="one object on every line, one result on every line")

    def handle(self, *args: Any, **options: Any) -> None:
        with ending_quietly(self.stdout):
            self._screen(options["file"], lines=options["lines"])

    def _screen(self, file: str, *, lines: bool) -> None:
        try:
            input_sittings = sittings(text_of(file), lines=lines, today=timezone.localdate())
        except InputError as bad:
            self.stderr.write("\n".join(bad.sentences))
            sys.exit(2)
        for sitting in input_sittings:
            self.stdout.write(json.dumps(as_json(sitting.screen(), sitting.questionnaire), indent=None if lines else 2))
