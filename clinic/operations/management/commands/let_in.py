"""Let the last administrator in who has lost the second factor: on the machine, audited, and announced to everybody.

The authenticator app, passkeys and recovery codes are forgotten, and a link to choose a new password is printed, once.
Where another administrator can do it, they do it (Users, the person, "Forget second factor").
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from clinic.accounts import services
from clinic.accounts.errors import AccountError


class Command(BaseCommand):
    help = "Gives the last administrator who lost the second factor a new way in. It is audited, and staff are told."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the address with which they sign in")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            user, link = services.let_in(email=options["email"], at=timezone.now())
        except AccountError as wrong:
            raise CommandError(str(wrong)) from wrong
        self.stdout.write(f"This link works once, for 7 days. {user.name} chooses a password with it:")
        self.stdout.write(f"\n    {link}\n")
        self.stdout.write("Then sign in, and set up a second factor. Everybody who works here was told by email.")
