"""Questions the clock and the staff ask about letters."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db.models import Case, Min, Q, QuerySet, When
from django.db.models.functions import Greatest

from clinic.outbox.urgency import LONGEST_PAUSE

if TYPE_CHECKING:
    from clinic.outbox.models import Letter  # noqa: F401  (the name in the generic base)


# Longer than any mail server is waited for, so that a claim is only ever taken from a dead worker.
CLAIMED_FOR = timedelta(minutes=5)
QUIET_AT_MOST = timedelta(days=1)
SENT_ARE_KEPT_FOR = timedelta(days=180)
SEALED_ARE_KEPT_FOR = timedelta(days=1)


class LetterQuerySet(QuerySet["Letter"]):
    def ready(self, at: datetime) -> Self:
        """Due, and no clock is at it; the most urgent comes first, and of those the longest wait.

        What was put off further than any pause, or a text further than quiet hours can last, was put off by a clock
        that was wrong: it is due.
        """
        too_far, too_far_for_quiet = at + LONGEST_PAUSE + CLAIMED_FOR, at + QUIET_AT_MOST
        put_off = Q(due__gt=too_far) & (~Q(channel="text") | Q(due__gt=too_far_for_quiet))
        due = Q(due__lte=at) | (Q(tries__gt=0) & put_off)
        return self.filter(_unclaimed(at), due, state="due").order_by("urgency", "due", "id")

    def oldest_waiting(self, at: datetime, *, texts_since: datetime | None) -> dict[int, datetime]:
        """Return since when the longest waiting message of each urgency has waited: since it was due, or was written
        where it was tried in vain and put off. One query.

        A text that is not urgent does not wait for us in quiet hours: `texts_since` is when they ended, None while they
        last (clinic.outbox.reachable.may_leave_since).
        """
        waiting, in_quiet = self.filter(Q(due__lte=at) | Q(tries__gt=0), state="due"), Q(channel="text", urgent=False)
        since = Case(When(tries=0, then="due"), default="written_at")
        if texts_since is None:
            waiting = waiting.exclude(in_quiet)
        else:
            since = Case(When(in_quiet, then=Greatest(since, texts_since)), default=since)
        oldest = waiting.order_by().values("urgency").annotate(since=Min(since))
        return dict(oldest.values_list("urgency", "since"))

    def given_up(self) -> Self:
        """The dead letters: somebody at the clinic has to reach these people another way, and has not yet."""
        return self.filter(state="dead", settled_at=None).order_by("-id")

    def to_call(self, at: datetime) -> Self:
        """Of those what the desk has to do something about now: a call that would come too late is none any more."""
        return self.given_up().exclude(channel="call", expires__lte=at)

    def to_throw_away(self, at: datetime) -> Self:
        """Sealed letters of yesterday that no longer wait, and others that left the house half a year ago."""
        return self.filter(
            Q(~Q(state="due"), sealed__isnull=False, written_at__lte=at - SEALED_ARE_KEPT_FOR)
            | Q(state__in=("sent", "skipped", "expired"), finished_at__lte=at - SENT_ARE_KEPT_FOR)
            | Q(state="dead", settled_at__isnull=False, finished_at__lte=at - SENT_ARE_KEPT_FOR)
        )

    def readable_in_demo(self) -> Self:
        """The letters a demo clinic would have sent, the newest first, each with `.subject` and `.body`."""
        if not settings.DEMO:
            return self.none()
        return self.filter(state="sent", rendered__isnull=False).order_by("-finished_at", "-id")


def _unclaimed(at: datetime) -> Q:
    """Claimed further ahead than any claim reaches is claimed by a clock that was wrong. Twice as far, because whoever
    asks may have looked at the clock a moment before the other worker claimed it.
    """
    return Q(claimed_until=None) | Q(claimed_until__lte=at) | Q(claimed_until__gt=at + 2 * CLAIMED_FOR)
