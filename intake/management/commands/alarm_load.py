"""Screens many forms and says how often the rules speak: shares per tier and code, with their intervals."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils import timezone

from intake.management.input_files import text_of
from intake.management.plain_command import PlainCommand
from intake.management.quiet import ending_quietly
from intake.questionnaire import NEW_PATIENT, QUESTIONNAIRES
from intake.record.answer_words import rule_name
from intake.screening.batch import InputError, Sitting, sittings
from intake.screening.load import AIMS, as_text, fired, load


class Command(PlainCommand):
    help = (
        "Screen answers given as JSON lines, one form on each (as screen --lines takes them), and print for each "
        "questionnaire among them the share of each tier and rule, which rules stand alone at the top, and the "
        "findings a form, with 95 % intervals. A share "
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
        if not forms:
            self.stderr.write(f"There is no form in {_name(options['file'])}.")
            sys.exit(2)
        with ending_quietly(self.stdout):
            self.stdout.write("\n\n".join(_figures(forms)))


def _figures(forms: Sequence[Sitting]) -> Iterator[str]:
    """The figures of each questionnaire by itself: an intake and a check-in have nothing to do with each other."""
    for questionnaire in QUESTIONNAIRES.values():
        counts = [fired(form.screen()) for form in forms if form.questionnaire.code == questionnaire.code]
        if counts:
            aims = AIMS if questionnaire.code == NEW_PATIENT.code else {}
            yield f"{questionnaire.code}\n{as_text(load(counts), rule_name, aims=aims)}"


def _name(file: str) -> str:
    return "standard input" if file == "-" else f"the file {file}"
