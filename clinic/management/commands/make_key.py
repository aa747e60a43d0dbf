"""Print a new key for ANSWER_KEYS, or with --secret a text for SECRET_KEY, BOUNCE_SECRET and database passwords.

Both are letters, digits, "-", "_" and "=" alone: systemd, a shell and an address read them alike, without quotes.
(Django's own generator of secret keys uses "#", "$", "&" and brackets, which they do not.)
"""

import secrets
from typing import Any

from cryptography.fernet import Fernet
from django.core.management import BaseCommand, CommandParser

SECRET_BYTES = 48  # 64 characters


class Command(BaseCommand):
    help = "Prints a new key for ANSWER_KEYS. Keep a copy where the backups are not: without it no answer can be read."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        words = "print a random text for SECRET_KEY, BOUNCE_SECRET or a database password instead"
        parser.add_argument("--secret", action="store_true", help=words)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["secret"]:
            self.stdout.write(secrets.token_urlsafe(SECRET_BYTES))
            return
        self.stderr.write(
            "Write it on paper, twice, before anything is sealed with it: docs/operations.md, If a key is lost."
        )
        self.stdout.write(Fernet.generate_key().decode())
