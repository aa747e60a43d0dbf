"""What someone at work would ask of the diary. No answer and no flag is ever joined here."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from clinic.booking.grid import numbers
from clinic.outbox.models import Letter

if TYPE_CHECKING:
    from clinic.accounts.models import Patient, Practitioner
    from clinic.booking.models import (  # noqa: F401  (names in the generic bases)
        Appointment,
        Block,
        Cell,
        Hold,
        Offer,
        WaitingEntry,
    )

# States in which a visit takes its time.
STANDING = ("booked", "confirmed", "arrived", "with", "completed", "no_show")
AHEAD = ("booked", "confirmed")
HERE = ("arrived", "with")
# No visit takes longer.
LONGEST = timedelta(days=1)


def day_bounds(first: date, last: date | None = None) -> tuple[datetime, datetime]:
    """Return when the clinic's day (or run of days) begins and when the day after it begins."""
    after = (last or first) + timedelta(days=1)
    zone = timezone.get_default_timezone()
    return datetime.combine(first, time.min, zone), datetime.combine(after, time.min, zone)


class AppointmentQuerySet(QuerySet["Appointment"]):
    def standing(self) -> Self:
        """Visits that take time: neither cancelled, moved nor entered in error."""
        return self.filter(state__in=STANDING)

    def ahead(self, *, at: datetime) -> Self:
        """Visits still to come, the next first."""
        return self.filter(state__in=AHEAD, starts_at__gt=at).order_by("starts_at", "id")

    def not_over(self, *, at: datetime) -> "list[Appointment]":
        """Visits still to come, those that are on now (whoever comes a little late reads them too), and those of the
        day whose patient is here: the next first.
        """
        begin, end = day_bounds(timezone.localdate(at))
        here = Q(state__in=HERE, starts_at__gte=begin, starts_at__lt=end)
        begun = self.filter(here | Q(state__in=AHEAD, starts_at__gt=at - LONGEST)).order_by("starts_at", "id")
        return [visit for visit in begun if visit.state in HERE or visit.ends_at > at]

    def of_patient(self, patient: "Patient") -> Self:
        """Everything of one patient, the newest first, ready to be shown."""
        return self.filter(patient=patient).with_people().order_by("-starts_at", "-id")

    def of_person(self, records: "Collection[Patient | int]") -> Self:
        """Everything of one person, whichever of their linked records it was booked on, the newest first."""
        return self.filter(patient__in=records).with_people().order_by("-starts_at", "-id")

    def on_day(self, day: date, until: date | None = None) -> Self:
        """Visits that begin on a day of the clinic (or from it to another), in order."""
        begin, end = day_bounds(day, until)
        return self.filter(starts_at__gte=begin, starts_at__lt=end).order_by("starts_at", "practitioner_id", "id")

    def of_practitioner(self, practitioner: "Practitioner") -> Self:
        return self.filter(practitioner=practitioner)

    def unclosed(self, *, before: datetime) -> Self:
        """Visits whose time is over and that nobody has closed."""
        return self.filter(state__in=(*AHEAD, *HERE), starts_at__lt=before).order_by("starts_at", "id")

    def with_people(self) -> Self:
        """With the names a page shows: patient, practitioner, type, room and its place, in one query."""
        return self.select_related("patient", "practitioner__user", "visit_type", "room__location")

    def with_history(self) -> Self:
        """With every event and who did it, in one more query."""
        from clinic.booking.models import AppointmentEvent

        return self.prefetch_related(Prefetch("events", AppointmentEvent.objects.select_related("by")))

    def first_ones(self) -> list[datetime]:
        """Return when those of these visits began that were the patient's very first one that took place."""
        came = ("arrived", "with", "completed")
        before = self.model.objects.filter(
            patient=OuterRef("patient"), state__in=came, starts_at__lt=OuterRef("starts_at")
        )
        first = self.filter(~Exists(before.order_by()), state__in=came)
        return list(first.order_by("starts_at").values_list("starts_at", flat=True))


class CellQuerySet(QuerySet["Cell"]):
    def between(self, start: datetime, end: datetime) -> Self:
        """Cells that [start, end) touches."""
        touched = numbers(start, end)
        return self.filter(start__gte=touched.start, start__lt=touched.stop)

    def of_resources(self, wanted: Mapping[int, Collection[Any]]) -> Self:
        """Cells of these practitioners, rooms or patients: kind → keys."""
        return self.filter(reduce(or_, (Q(kind=kind, of__in=list(keys)) for kind, keys in wanted.items())))


class HoldQuerySet(QuerySet["Hold"]):
    def standing(self, *, at: datetime) -> Self:
        return self.filter(expires_at__gt=at)

    def lapsed(self, *, at: datetime) -> Self:
        return self.filter(expires_at__lte=at)


class BlockQuerySet(QuerySet["Block"]):
    def standing(self) -> Self:
        return self.filter(lifted_at=None)

    def on_day(self, day: date, until: date | None = None) -> Self:
        """Blocks that touch a day of the clinic (or a run of days)."""
        begin, end = day_bounds(day, until)
        return self.standing().filter(starts_at__lt=end, ends_at__gt=begin).order_by("starts_at", "id")


class WaitingQuerySet(QuerySet["WaitingEntry"]):
    def waiting(self, *, on: date) -> Self:
        """Who waits today, urgent first, then the longest wait."""
        return self.filter(left_at=None, until__gte=on).order_by("-urgent", "joined_at", "id")

    def lapsed(self, *, on: date) -> Self:
        """Entries whose last day is over."""
        return self.filter(left_at=None, until__lt=on)

    def with_people(self) -> Self:
        return self.select_related("patient", "visit_type", "practitioner__user")


class OfferQuerySet(QuerySet["Offer"]):
    def standing(self, *, at: datetime) -> Self:
        """Offers that can still be taken."""
        return self.filter(state="open", expires_at__gt=at)

    def to_tell_by_phone(self, *, at: datetime) -> Self:
        """Offers that stand and that no message has told of: the person can only be called."""
        about = Concat(Value("booking.offer:"), OuterRef("ref"))
        calls = Letter.objects.filter(kind="booking.offer", channel=Letter.Channel.CALL, about=about)
        return self.standing(at=at).filter(Exists(calls))

    def over(self, *, at: datetime) -> Self:
        """Open offers whose time is over."""
        return self.filter(state="open", expires_at__lte=at)

    def with_people(self) -> Self:
        return self.select_related("entry__patient", "entry__visit_type", "practitioner__user", "room__location")
