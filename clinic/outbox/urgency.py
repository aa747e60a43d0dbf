"""Which message leaves first, and how soon it is tried again.

A patient in danger before a person who waits at the sign-in page, before what somebody has just done, before what can
wait an hour. Each kind of message says what it is where it is registered (clinic.outbox.letters.kind).
"""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class Urgency(models.IntegerChoices):
    """The smallest number leaves first."""

    ALERT = 0, _("alert")
    CODE = 1, _("code")
    CONFIRMATION = 2, _("confirmation")
    REMINDER = 3, _("reminder")


def _pauses(*seconds: int) -> tuple[timedelta, ...]:
    return tuple(timedelta(seconds=each) for each in seconds)


_DAY_OF_TRIES = _pauses(60, 300, 1800, 7200, 28_800, 28_800, 28_800)
# After each failed try; when they are used up the message is given up, and a person calls.
PAUSES = {
    # The next recipient is told by the clock anyway (intake.review.letters.escalate): an hour of tries.
    Urgency.ALERT: _pauses(10, 20, 30, 60, 120, 300, 600, 1200, 1200),
    # It lives fifteen minutes, and somebody sits before the page.
    Urgency.CODE: _pauses(10, 20, 30, 60, 120, 240, 240),
    Urgency.CONFIRMATION: _DAY_OF_TRIES,
    Urgency.REMINDER: _DAY_OF_TRIES,
}
LONGEST_PAUSE = max(pause for pauses in PAUSES.values() for pause in pauses)
# What leaves even while the clock of this machine is in doubt (clinic.outbox.machine_clock).
AT_ONCE = Urgency.CODE
