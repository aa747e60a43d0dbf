"""What this room answers when another one asks: from which day the law lets a record go."""

from datetime import date
from typing import Any

from django.dispatch import receiver

from clinic.accounts.erasure.due import due_day_asked
from clinic.accounts.models import Patient
from clinic.transfer.retention import due_records


@receiver(due_day_asked)
def due_day(patient: Patient, **_: Any) -> date:
    return due_records.due_day_of(patient)
