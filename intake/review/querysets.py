"""Questions someone at work would ask of cases, flags and alerts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import BooleanField, Count, DateField, Exists, ExpressionWrapper, OuterRef, Q, Subquery
from django.db.models.functions import TruncWeek
from django.utils import timezone

from intake.screening import Tier

if TYPE_CHECKING:
    from intake.review.models import Alert, Case, Decision, Flag  # noqa: F401  (names in the generic bases)

# The order of the review: tier (an emergency that is open before one that was closed), then the time left before the
# visit, then the wait.
QUEUE = ("-tier", "-is_alarmed", "visit_at", "waiting_since", "id")
# By name, not as "all but closed": so that every question of them is a walk along the index by state.
NOT_CLOSED = ("open", "waiting", "delayed")


class CaseQuerySet(models.QuerySet["Case"]):
    def not_closed(self) -> CaseQuerySet:
        return self.filter(state__in=NOT_CLOSED)

    def awaiting_review(self) -> CaseQuerySet:
        """Open cases, the most serious first, then who comes soonest, then the longest wait."""
        return self.filter(state="open").order_by(*QUEUE)

    def needing_decision(self) -> CaseQuerySet:
        """Holds and emergencies (or a case the engine failed on): only these keep a patient from needles."""
        return self.filter(Q(tier__gte=Tier.HOLD) | Q(intake__engine_failed=True))

    def with_person(self) -> CaseQuerySet:
        return self.select_related("patient", "intake", "claimed_by")

    def waking(self, *, on: date) -> CaseQuerySet:
        """Delayed cases whose day has come."""
        return self.filter(state="delayed", delayed_until__lte=on)

    def lapsed(self, *, on: date) -> CaseQuerySet:
        """Closed cases whose latest decision held until a day that is over, and that nothing newer replaced.

        One that cannot come back, because another case of the same person or form is open, is none of them: what is
        found here is what is to be done.
        """
        from intake.review.models import Decision

        last = Decision.objects.filter(case=OuterRef("pk")).order_by("-at", "-id")
        newer = self.model.objects.filter(patient=OuterRef("patient"), opened_at__gt=OuterRef("opened_at"))
        # A newer case that was only read decided nothing: what has run out still waits for a practitioner.
        newer = newer.exclude(state="closed", decisions=None)
        another = self.model.objects.filter(state__in=NOT_CLOSED).order_by()
        ended = Decision.objects.filter(until__lt=on).order_by().values("case")
        return (
            self.filter(state="closed", pk__in=ended)
            .exclude(Exists(another.filter(patient=OuterRef("patient"))))
            .exclude(Exists(another.filter(intake=OuterRef("intake"))))
            .annotate(last_until=Subquery(last.values("until")[:1]))
            .filter(last_until__lt=on)
            .exclude(Exists(newer))
        )


class DecisionQuerySet(models.QuerySet["Decision"]):
    def about(self, case: Case | OuterRef, records: Collection[int]) -> DecisionQuerySet:
        """Those on a case, and on every case of these records of its person."""
        return self.filter(Q(case=case) | Q(case__patient__in=records))

    def not_replaced(self) -> DecisionQuerySet:
        """Those after which nobody decided anything else about the same case, nor about its patient."""
        after = Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk"))
        later = self.model.objects.filter(after).order_by()
        return self.filter(
            ~Exists(later.filter(case=OuterRef("case"))),
            ~Exists(later.filter(case__patient=OuterRef("case__patient"))),
        )


class FlagQuerySet(models.QuerySet["Flag"]):
    def with_repeats(self) -> FlagQuerySet:
        """All of them, each with `is_repeated`: it is not settled, and its rule fired on the same case again since.

        A form changed and sent again, its extras, and a second form of the same person all raise their flags anew.
        What fired again stands for what fired before; the older rows stay as they are, for they are history.
        """
        newer = self.model.objects.filter(case=OuterRef("case"), code=OuterRef("code"), settled_by=None)
        fired_again = Exists(newer.filter(pk__gt=OuterRef("pk")))
        return self.annotate(is_repeated=ExpressionWrapper(Q(settled_by=None) & Q(fired_again), BooleanField()))

    def counted_by_week(self, first: date, end: date) -> list[tuple[str, date, int]]:
        """Return code, Monday and on how many cases the rule fired that week, for the weeks of the clinic's zone from
        one day to another, the last not counted: counts only, no case and no person.
        """
        zone = timezone.get_default_timezone()
        begins, ends = (datetime.combine(day, time.min, zone) for day in (first, end))
        fired = self.filter(provisional=False, raised_at__gte=begins, raised_at__lt=ends).order_by()
        weeks = fired.annotate(week=TruncWeek("raised_at", tzinfo=zone, output_field=DateField()))
        counted = weeks.values("code", "week").annotate(n=Count("case", distinct=True))
        return list(counted.values_list("code", "week", "n"))


class AlertQuerySet(models.QuerySet["Alert"]):
    def open(self) -> AlertQuerySet:
        return self.filter(closed_at=None).order_by("raised_at")

    def unanswered(self) -> AlertQuerySet:
        """Open alerts nobody on the staff has looked at yet."""
        return self.open().filter(acknowledged_at=None)
