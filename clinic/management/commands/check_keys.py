"""Say whether ANSWER_KEYS opens what is stored: exit code 0, or 1 with a sentence. gunicorn asks before it forks."""

import sys
from typing import Any

from django.core.management import BaseCommand

from clinic import key_check
from clinic.encryption import key_fingerprints


class Command(BaseCommand):
    help = "Says whether the keys open the newest sealed rows, and the fingerprint by which each key is called."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        if problems := key_check.problems():
            self.stderr.write("\n".join(problems))
            sys.exit(1)
        self.stdout.write(f"The keys open the newest sealed rows: {', '.join(key_fingerprints())}.")
