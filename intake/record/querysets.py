"""Questions someone at work would ask of intakes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Value
from django.db.models.functions import Left, Lower

if TYPE_CHECKING:
    from intake.record.models import Intake  # noqa: F401  (the name in the generic base)

# A full new intake is asked for when the last one is older (fail-safe 6 of the screening).
GOOD_FOR = timedelta(days=183)
# Letters by which a name is looked up; shorter words find too many.
NAME_START = 3


class IntakeQuerySet(models.QuerySet["Intake"]):
    def full(self) -> IntakeQuerySet:
        """Full forms: no update and no check-in."""
        return self.filter(over=None)

    def named(self, words: str) -> IntakeQuerySet:
        """Forms of a name that begins with these words, of three letters or more."""
        return self.filter(name_start=Left(Lower(Value(words)), NAME_START), full_name__istartswith=words)

    def unsent(self) -> IntakeQuerySet:
        return self.filter(submitted_at=None, expired_at=None)

    def lapsing(self, *, at: datetime) -> IntakeQuerySet:
        """Drafts whose time is over and that no open emergency keeps."""
        alerted = self.model.objects.filter(alerts__isnull=False, alerts__closed_at=None)
        return self.unsent().filter(expires_at__lte=at).exclude(pk__in=alerted.values("pk"))
