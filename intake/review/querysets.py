"""Questions someone at work would ask of cases, flags and alerts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import BooleanField, Count, DateField, Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.functions import TruncDate, TruncWeek
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

    def perhaps_lapsed(self, *, on: date) -> DecisionQuerySet:
        """Those with limits until a day that is over, of people or forms without a case that is not closed, but for
        those that a later decision to treat ended: it lifted them on purpose, or was made after they had run out.

        No fewer than all whose limits have run out (`standing` says which); few more: limits that were said again.
        """
        from intake.review.models import Case

        after = Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), pk__gt=OuterRef("pk"))
        treated = self.model.objects.filter(after, outcome__in=("clear", "limits")).order_by()
        ending = treated.annotate(day=TruncDate("at")).exclude(keeps=True, day__lte=OuterRef("until"))
        asked = Case.objects.not_closed().order_by()
        return self.filter(outcome="limits", until__lt=on, case__state="closed").filter(
            ~Exists(asked.filter(patient=OuterRef("case__patient"))),
            ~Exists(asked.filter(intake=OuterRef("case__intake"))),
            ~Exists(ending.filter(case__patient=OuterRef("case__patient"))),
            ~Exists(ending.filter(case__patient=None, case__intake=OuterRef("case__intake"))),
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
