"""From which day the law lets a record go: asked of the room above that knows visits and forms.

A signal, because the doors open one way; who hears it stands in clinic.transfer.
"""

from datetime import date, datetime
from typing import Any

from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _

from clinic import formatting
from clinic.accounts.models import Patient
from clinic.site_settings import services as site_settings

# Sent with `patient`; a receiver returns the day from which the record may be erased.
due_day_asked = Signal()


def due_day(patient: Patient) -> date | None:
    """Return the day from which this record may be erased; None where no room knows."""
    answers: list[tuple[Any, Any]] = due_day_asked.send(sender=Patient, patient=patient)
    days: list[date] = [day for _receiver, day in answers if day]
    return max(days, default=None)


def law_for_staff(patient: Patient, *, at: datetime) -> str:
    """Return what the law asks of this very record, for whoever answers a request."""
    day, law = due_day(patient), site_settings.records_sentence()
    if day is None:
        return law
    if day <= timezone.localtime(at).date():
        sentence = _("This record may be erased since %(day)s: two people do it under “Records that are due”.")
    else:
        sentence = _("This record is kept until %(day)s, as the law asks.")
    return f"{law} {sentence % {'day': formatting.calendar_date(day)}}"


def law_for_patient(patient: Patient, *, at: datetime) -> str:
    """Return what the law asks of this very record, for the patient."""
    day, law = due_day(patient), site_settings.records_sentence()
    if day is None:
        return law
    if day <= timezone.localtime(at).date():
        sentence = _("That time is over for your record: we may erase it.")
    else:
        sentence = _("For your record, that is until %(day)s or later, if you come again.")
    return f"{law} {sentence % {'day': formatting.calendar_date(day)}}"
