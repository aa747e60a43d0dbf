"""A command that says in one sentence what is wrong with its arguments."""

import re
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

_NOT_ENOUGH = re.compile(r"the following arguments are required: (?P<names>.+)")
_NO_CHOICE = re.compile(r"argument (?P<name>\S+): invalid choice: (?P<given>.+?) \(choose from (?P<choices>.+)\)")
_TOO_MUCH = re.compile(r"unrecognized arguments: (?P<given>.+)")
_NO_VALUE = re.compile(r"argument (?P<name>\S+): (?P<why>.+)")


class PlainCommand(BaseCommand):
    """Wrong arguments end with one sentence on standard error and exit code 2, without a screen of usage."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.called_from_command_line = False  # Django then raises what is wrong instead of printing the usage
        return parser

    def run_from_argv(self, argv: list[str]) -> None:
        """Run it as from the command line."""
        try:
            super().run_from_argv(argv)
        except CommandError as wrong:  # of the arguments alone: Django itself ends on all others
            self.stderr.write(sentence(argv[1], str(wrong)))
            sys.exit(2)


def sentence(command: str, wrong: str) -> str:
    """Return one sentence for what argparse says of the arguments of a command."""
    wrong = wrong.removeprefix("Error: ").rstrip(".")
    if match := _NOT_ENOUGH.fullmatch(wrong):
        complaint = f"needs {match['names']}"
    elif match := _NO_CHOICE.fullmatch(wrong):
        complaint = f"knows no {match['name']} {match['given']}, only {match['choices'].replace(chr(39), '')}"
    elif match := _TOO_MUCH.fullmatch(wrong):
        complaint = f"knows no argument {match['given']}"
    elif match := _NO_VALUE.fullmatch(wrong):
        complaint = f"cannot use {match['name']}: {match['why']}"
    else:
        complaint = f"cannot use these arguments: {wrong}"
    return f"manage.py {command} {complaint} (manage.py {command} --help tells more)."
