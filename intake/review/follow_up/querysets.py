"""Questions someone at work would ask of check-ins and of tasks with a clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

if TYPE_CHECKING:
    from intake.review.follow_up.models import CheckIn, FollowUpTask  # noqa: F401  (names in the generic bases)

ASK_AFTER = timedelta(hours=48)
# Where the clock stood still, one does not follow on the heels of the other.
A_DAY = timedelta(hours=24)
ASK_UNTIL = timedelta(days=14)
REMIND_AFTER = timedelta(hours=72)
CALL_AFTER = timedelta(hours=96)


# Ended so, nobody was needled in that visit: it is no visit with needles, whatever was booked.
NOT_NEEDLED = ("in_error", "no_needles")


class CheckInQuerySet(models.QuerySet["CheckIn"]):
    def with_needles(self) -> CheckInQuerySet:
        """Those of visits in which somebody was needled, as far as anybody knows."""
        return self.exclude(ended_how__in=NOT_NEEDLED)

    def open(self) -> CheckInQuerySet:
        """Those that nobody has answered and that somebody still waits for."""
        return self.filter(ended_at=None)

    def _asked(self) -> CheckInQuerySet:
        """Those of them that are asked: nobody asks who moved away, has died or asked us to stop."""
        return self.open().filter(patient__ended_why="")

    def to_ask(self, *, at: datetime) -> CheckInQuerySet:
        """Whose 48 hours are over and who were not asked; a visit that was closed weeks late is not asked about."""
        due = self._asked().filter(asked_at=None, needled_at__lte=at - ASK_AFTER)
        return due.filter(needled_at__gte=at - ASK_UNTIL)

    def to_remind(self, *, at: datetime) -> CheckInQuerySet:
        """Who were asked a day ago, and 72 hours are over."""
        due = self._asked().filter(asked_at__lte=at - A_DAY, reminded_at=None, called_for_at=None)
        return due.filter(needled_at__lte=at - REMIND_AFTER)

    def to_call(self, *, at: datetime) -> CheckInQuerySet:
        """Whom somebody calls, because no answer is never fine: a day after the reminder, and at once whoever could
        not be asked. Whether a call is wanted, the row says (`CheckIn.wants_call`).
        """
        silent = Q(reminded_at__lte=at - A_DAY, needled_at__lte=at - CALL_AFTER)
        return self._asked().filter(silent, called_for_at=None)


class TaskQuerySet(models.QuerySet["FollowUpTask"]):
    def open(self) -> TaskQuerySet:
        """What is still to be done, the most pressing first."""
        return self.filter(closed_at=None).order_by("due_at", "id")

    def with_answers(self) -> TaskQuerySet:
        """Each with the newest answers of its patient to a check-in, sent or not, and when they were saved: what a call
        rests on (`calls.version_of`). A form that was only opened tells nothing.
        """
        from intake.questionnaire import CHECK_IN
        from intake.record.models import Answers

        told = Q(frozen_at__isnull=False) | Q(saved_at__gt=F("intake__started_at"))
        theirs = Answers.objects.filter(told, intake__patient=OuterRef("patient"))
        newest = theirs.filter(intake__questionnaire=CHECK_IN.code).order_by("-saved_at", "-pk")
        return self.annotate(
            answers_key=Subquery(newest.values("pk")[:1]), answers_saved_at=Subquery(newest.values("saved_at")[:1])
        )

    def for_the_desk(self) -> TaskQuerySet:
        """Calls that are the front desk's to make: whoever has not answered. Nothing in them is an answer."""
        return self.open().filter(kind="no_answer", patient__ended_why="")
