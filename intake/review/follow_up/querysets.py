"""Questions someone at work would ask of check-ins and of tasks with a clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from intake.review.follow_up.models import CheckIn, FollowUpTask  # noqa: F401  (names in the generic bases)

ASK_AFTER = timedelta(hours=48)
REMIND_AFTER = timedelta(hours=72)
CALL_AFTER = timedelta(hours=96)


class CheckInQuerySet(models.QuerySet["CheckIn"]):
    def open(self) -> CheckInQuerySet:
        """Those that nobody has answered and that somebody still waits for."""
        return self.filter(ended_at=None)

    def to_ask(self, *, at: datetime) -> CheckInQuerySet:
        """Whose 48 hours are over and who were not asked."""
        return self.open().filter(asked_at=None, needled_at__lte=at - ASK_AFTER)

    def to_remind(self, *, at: datetime) -> CheckInQuerySet:
        """Who were asked, and 72 hours are over."""
        due = self.open().filter(asked_at__isnull=False, reminded_at=None, called_for_at=None)
        return due.filter(needled_at__lte=at - REMIND_AFTER)

    def to_call(self, *, at: datetime) -> CheckInQuerySet:
        """Whom somebody calls, because no answer is never fine: a day after the reminder, and at once whoever could
        not be asked. Whether a call is wanted, the row says (`CheckIn.wants_call`).
        """
        silent = Q(reminded_at__isnull=False, needled_at__lte=at - CALL_AFTER)
        return self.open().filter(silent, called_for_at=None)


class TaskQuerySet(models.QuerySet["FollowUpTask"]):
    def open(self) -> TaskQuerySet:
        """What is still to be done, the most pressing first."""
        return self.filter(closed_at=None).order_by("due_at", "id")

    def for_the_desk(self) -> TaskQuerySet:
        """Calls that are the front desk's to make: whoever has not answered. Nothing in them is an answer."""
        return self.open().filter(kind="no_answer")
