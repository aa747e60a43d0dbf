"""Make anew what people and forms are found by: names folded, their words, and the digits of their numbers."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from clinic.accounts.models import NameWord, Patient, PhoneRun
from clinic.accounts.refolding import refold_people
from intake.record.models import FormIdentity
from intake.record.refold_names import refold_forms


class Command(BaseCommand):
    help = "Fold every name again and rebuild what people are found by. Safe to run at any time."

    @transaction.atomic
    def handle(self, *_args: Any, **_options: Any) -> None:
        people = refold_people(Patient.objects, NameWord.objects, PhoneRun.objects)
        forms = refold_forms(FormIdentity.objects)
        self.stdout.write(f"{people} patients, {forms} names on forms.")
