"""Say whether the clinic may start: exit code 0, or 1 with one sentence for each reason.

gunicorn asks before it forks and before a reload (clinic/server.py, docs/operations.md).
"""

import sys
from typing import Any

from django.core.management import BaseCommand

from clinic import start


class Command(BaseCommand):
    help = "Says whether the clinic may start: its settings can be read, and the database has every migration."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if problems := start.problems():
            self.stderr.write("\n".join(problems))
            sys.exit(1)
