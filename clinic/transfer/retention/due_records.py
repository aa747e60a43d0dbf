"""Which records are due. A person is one, however many records stand linked: the last contact of any of them counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import DateTimeField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from clinic.accounts.models import Patient
from clinic.booking.models import Appointment, State
from clinic.site_settings import services as site_settings
from clinic.transfer.models import ErasureOrder
from clinic.transfer.retention.periods import LEAST_YEARS, due_on, years_after
from intake.record.models import Intake
from intake.review import person_records

# So many stand on the page; who erases them sees the next ones.
MOST = 100


@dataclass(frozen=True)
class DueRecord:
    """One person whose record may be erased."""

    patient: Patient
    keys: frozenset[int]
    last: date
    due: date


def years_kept() -> int:
    """Return how many years after the last contact the clinic keeps a record."""
    return site_settings.current().records_years or LEAST_YEARS


def due_records(*, on: date) -> list[DueRecord]:
    """Return whose record is due on a day, the longest ago first, without those that somebody proposed already."""
    before = years_after(on, -years_kept())
    latest = timezone.make_aware(datetime.combine(before, datetime.min.time()))
    ordered = ErasureOrder.objects.filter(withdrawn_at=None).values("patient")
    patients = _with_contact().filter(last_contact__lt=latest).exclude(pk__in=ordered)
    candidates = list(patients.order_by("last_contact", "pk")[: 2 * MOST])
    records = _records([patient.pk for patient in candidates], on=on)
    due = {record.keys: record for patient in reversed(candidates) if (record := records[patient.pk]) is not None}
    return sorted(due.values(), key=lambda record: (record.last, record.patient.pk))[:MOST]


def due_record_of(patient: Patient, *, on: date) -> DueRecord | None:
    """Return the record of one person if it is due on a day, else None."""
    return _records([patient.pk], on=on)[patient.pk]


def due_day_of(patient: Patient) -> date:
    """Return the day from which the record of a person may be erased, be it over or ahead."""
    persons, _known = person_records.persons_of([patient.pk])
    rows = list(_with_contact().filter(pk__in=persons[patient.pk].records))
    return _last_and_due(rows)[1]


def _records(keys: Collection[int], *, on: date) -> dict[int, DueRecord | None]:
    persons, _known = person_records.persons_of(keys)
    every = {key for person in persons.values() for key in person.records}
    rows = {patient.pk: patient for patient in _with_contact().filter(pk__in=every)}
    return {key: _record([rows[record] for record in sorted(persons[key].records)], on=on) for key in keys}


def _record(patients: list[Any], *, on: date) -> DueRecord | None:
    last, due = _last_and_due(patients)
    return DueRecord(patients[0], frozenset(p.pk for p in patients), last, due) if due <= on else None


def _last_and_due(patients: list[Any]) -> tuple[date, date]:
    last = max(timezone.localdate(patient.last_contact) for patient in patients)
    return last, max(due_on(last=last, born=patient.date_of_birth, years=years_kept()) for patient in patients)


def _with_contact() -> Any:
    """Patients with the last moment in which they had to do with the clinic: a visit, a form, or their registration."""
    visits = Appointment.objects.exclude(state=State.IN_ERROR).filter(patient=OuterRef("pk")).order_by("-starts_at")
    forms = Intake.objects.filter(patient=OuterRef("pk")).order_by("-saved_at")
    none = F("created_at")
    return Patient.objects.annotate(
        last_contact=Greatest(
            Coalesce(Subquery(visits.values("starts_at")[:1]), none),
            Coalesce(Subquery(forms.values("saved_at")[:1]), none),
            none,
            output_field=DateTimeField(),
        )
    )


def orders_waiting() -> QuerySet[ErasureOrder]:
    """Return the erasures that a second person has not confirmed yet, the oldest first."""
    waiting = ErasureOrder.objects.filter(confirmed_at=None, withdrawn_at=None)
    return waiting.select_related("patient", "proposed_by").order_by("proposed_at", "pk")
