"""Questions an administrator asks of the book."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Self

from django.db.models import Min, QuerySet
from django.utils import timezone

if TYPE_CHECKING:
    from clinic.audit.models import Entry  # noqa: F401  (the name in the generic base)


class EntryQuerySet(QuerySet["Entry"]):
    def on_day(self, day: date) -> Self:
        """Everything written on one day of the clinic's own calendar."""
        zone = timezone.get_default_timezone()
        begins = datetime.combine(day, time.min, zone)
        ends = datetime.combine(day + timedelta(days=1), time.min, zone)
        return self.filter(at__gte=begins, at__lt=ends)

    def about(self, name: str) -> Self:
        """Everything done to one record, named as the book names it; the newest comes first."""
        return self.filter(on=name).order_by("-number")

    def deeds(self) -> list[str]:
        """The deeds that ever happened, in order; one look into the index for each, never the whole book."""
        deeds: list[str] = []
        while deed := self.filter(deed__gt=deeds[-1] if deeds else "").aggregate(first=Min("deed"))["first"]:
            deeds.append(deed)
        return deeds
