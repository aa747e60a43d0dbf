"""Prints a questionnaire, for people or as JSON."""

import json
from argparse import ArgumentParser
from typing import Any

from intake.management.plain_command import PlainCommand
from intake.management.quiet import ending_quietly
from intake.questionnaire import QUESTIONNAIRES
from intake.questionnaire.export import as_json, as_text


class Command(PlainCommand):
    help = "Print a questionnaire: codes, wording, types, choices, what is required, and when each question is shown."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", choices=sorted(QUESTIONNAIRES))
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        questionnaire = QUESTIONNAIRES[options["code"]]
        with ending_quietly(self.stdout):
            if options["json"]:
                self.stdout.write(json.dumps(as_json(questionnaire), indent=2))
            else:
                self.stdout.write(as_text(questionnaire))
