"""Questions someone at work would ask of notes and of the register."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db.models import QuerySet

from intake.treatment.vocabulary import Severity

if TYPE_CHECKING:
    from intake.treatment.models import AdverseEvent, TreatmentNote  # noqa: F401  (names in the generic bases)


class NoteQuerySet(QuerySet["TreatmentNote"]):
    def of_person(self, records: Collection[int]) -> Self:
        """Return the notes of these records, the newest visit first."""
        return self.filter(patient__in=records).order_by("-visit_at", "-id")

    def with_needles(self) -> Self:
        """Return the notes of visits with needles: before the first one the patient agreed."""
        return self.exclude(agreed_at=None)

    def between(self, begin: datetime, end: datetime) -> Self:
        """Return the notes of the visits of a span of time, its end not included."""
        return self.filter(visit_at__gte=begin, visit_at__lt=end)

    def with_people(self) -> Self:
        return self.select_related("patient", "practitioner__user")


class AdverseEventQuerySet(QuerySet["AdverseEvent"]):
    def counting(self) -> Self:
        """Return what was not refuted."""
        return self.filter(refuted_at=None)

    def between(self, begin: datetime, end: datetime) -> Self:
        return self.filter(happened_at__gte=begin, happened_at__lt=end)

    def serious(self) -> Self:
        return self.filter(severity=Severity.SERIOUS)

    def to_assess(self) -> Self:
        """Return what nobody has looked at, the gravest first and then the longest waiting."""
        return self.counting().filter(assessed_at=None).order_by("-severity", "registered_at")

    def of_person(self, records: Collection[int]) -> Self:
        return self.filter(patient__in=records)

    def with_people(self) -> Self:
        return self.select_related("patient", "assessed_by", "registered_by")
