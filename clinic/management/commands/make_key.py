"""Print a new key for ANSWER_KEYS."""

from typing import Any

from cryptography.fernet import Fernet
from django.core.management import BaseCommand


class Command(BaseCommand):
    help = "Prints a new key for ANSWER_KEYS. Keep a copy where the backups are not: without it no answer can be read."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        self.stderr.write(
            "Write it on paper, twice, before anything is sealed with it: docs/deploy.md, If a key is lost."
        )
        self.stdout.write(Fernet.generate_key().decode())
