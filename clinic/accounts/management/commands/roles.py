"""manage.py roles: write the four roles and their permissions, exactly as clinic/accounts/roles.py says."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from clinic.accounts import roles


class Command(BaseCommand):
    help = "Write the roles and their permissions. Running it again changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            roles.write()
        except roles.UnknownPermissionError as wrong:
            raise CommandError(str(wrong)) from wrong
        if options["verbosity"]:
            for role, names in roles.PERMISSIONS.items():
                self.stdout.write(f"{role}: {', '.join(names) or 'nothing in the admin'}")
