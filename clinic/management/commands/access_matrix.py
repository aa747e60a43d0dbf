"""Print who gets what: every address of the site, for each kind of person, on GET and POST.

The data are those that the tests hold the site to (clinic/management/access_matrix.json): no cell says anything that
was not asked as that person. ASVS 5.0, 8.1.1 wants them written down.
"""

import json
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand, CommandParser

from intake.management.quiet import ending_quietly

MATRIX = Path(__file__).parent.parent / "access_matrix.json"


class Command(BaseCommand):
    help = "Prints who gets what: every address, for each kind of person, on GET and POST."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the whole matrix as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        matrix = MATRIX.read_text(encoding="utf-8")
        with ending_quietly(self.stdout):
            if options["json"]:
                self.stdout.write(matrix.rstrip())
            else:
                self._in_words(json.loads(matrix))

    def _in_words(self, read: dict[str, Any]) -> None:
        for person, words in read["people"].items():
            self.stdout.write(f"{person:<10} {words}")
        for row in read["addresses"]:
            self.stdout.write(f"\n{row['route']}  ({row['about']})")
            for method in ("GET", "POST"):
                cells = ", ".join(f"{person} {answer}" for person, answer in row[method].items())
                self.stdout.write(f"  {method:<4} {cells}")
