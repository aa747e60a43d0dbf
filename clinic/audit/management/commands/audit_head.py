"""Print number and hash of the book's last row, to be noted outside the house."""

from typing import Any

from django.core.management.base import BaseCommand

from clinic import audit


class Command(BaseCommand):
    help = "Print the number and the hash of the last row of the visitors' book."

    def handle(self, *args: Any, **options: Any) -> None:
        end = audit.head()
        self.stdout.write(f"{end.number} {end.hash}")
