"""manage.py first_run: the first administrator of a new clinic, and its name and phone.

It asks for what is not said by option or environment. Nobody's password passes through it: the administrator gets a
one-time link, printed once, and chooses. Interrupted or repeated before the link was used, it prints a new link;
once an administrator can sign in, it refuses.
"""

import os
import re
import sys
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from clinic.accounts import services
from clinic.accounts.errors import AccountError
from clinic.site_settings import services as site_settings

ASKED = {
    "clinic_name": ("FIRST_RUN_CLINIC_NAME", "Name of the clinic"),
    "phone": ("FIRST_RUN_PHONE", "Phone of the clinic, as people read it"),
    "name": ("FIRST_RUN_NAME", "Name of the administrator"),
    "email": ("FIRST_RUN_EMAIL", "E-mail of the administrator"),
}


class Command(BaseCommand):
    help = "Set up a new clinic: its name and phone, and the first administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        for option, (variable, question) in ASKED.items():
            parser.add_argument(f"--{option.replace('_', '-')}", dest=option, help=f"{question} (or {variable})")

    def handle(self, *args: Any, **options: Any) -> None:
        answers = {option: self._answer(option, options[option]) for option in ASKED}
        now = timezone.now()
        try:
            with transaction.atomic():
                user, link = services.first_administrator(email=answers["email"], name=answers["name"], at=now)
                self._name_the_clinic(answers["clinic_name"], answers["phone"])
        except AccountError as wrong:
            raise CommandError(str(wrong)) from wrong
        except ValidationError as wrong:
            raise CommandError(" ".join(wrong.messages)) from wrong
        site_settings.forget()
        self.stdout.write(f"{user.name} is the administrator. This link works once, for 7 days, to choose a password:")
        self.stdout.write(f"\n    {link}\n")
        self.stdout.write("Then sign in, set up a second factor, and invite the others under Users.")

    def _answer(self, option: str, said: str | None) -> str:
        variable, question = ASKED[option]
        answer = (said or os.environ.get(variable, "")).strip()
        while not answer:
            if not sys.stdin.isatty():
                raise CommandError(f"{question}: say it with --{option.replace('_', '-')} or {variable}.")
            answer = input(f"{question}: ").strip()
        return answer

    def _name_the_clinic(self, name: str, phone: str) -> None:
        now = timezone.now()
        clinic = site_settings.current()
        clinic.name, clinic.phone = name, phone
        clinic.phone_tel = ("+" if phone.startswith("+") else "") + re.sub(r"\D", "", phone)
        if not clinic.phone_tel:
            raise ValidationError("A phone number has digits in it.")
        clinic.full_clean()
        clinic.save()
        site_settings.tell_of_change(clinic, fields=["name", "phone", "phone_tel"], by=None, at=now)
