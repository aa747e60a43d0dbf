"""Says whether the version of the screening still is that of its rules, questions and word lists."""

import sys
from typing import Any

from intake.management.plain_command import PlainCommand
from intake.screening.digest import digest, parted
from intake.screening.version import RULESET


class Command(PlainCommand):
    help = (
        "Compare the digest of the rules, facts, questions and word lists with the one beside the version. "
        "Exit code 1, and what to write where, when they have parted."
    )
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        what_to_do = parted()
        if what_to_do:
            self.stderr.write(what_to_do)
            sys.exit(1)
        self.stdout.write(f"{RULESET} {digest()}")
