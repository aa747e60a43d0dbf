"""What every row of the timetable is: saving or deleting it is a new version."""

from typing import Any

from django.apps import apps
from django.core.cache import caches
from django.db import models, transaction

from clinic.text import new_reference

TIMETABLE_KEY = "clinic.booking.schedule"


def timetable_changed() -> None:
    """Say that something of the timetable was changed, part of the deed that does it.

    The version stands in the row that every deed of the diary holds: a booking that began before waits for neither
    more nor less than this, and one that comes after sees what was changed.
    """
    rules: Any = apps.get_model("booking", "BookingRules")
    rules.objects.filter(pk=1).update(version=new_reference())
    caches["process"].delete(TIMETABLE_KEY)


class PartOfTimetable(models.Model):
    """A row of the timetable: saving or deleting it is a new version."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().save(*args, **kwargs)
            timetable_changed()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            deleted = super().delete(*args, **kwargs)
            timetable_changed()
        return deleted
