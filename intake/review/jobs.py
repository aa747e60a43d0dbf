"""What recurs in this room, done by the clock."""

from datetime import datetime, timedelta

from django.utils import timezone

from clinic.outbox import worker
from intake.review import duty, letters
from intake.review import services as review
from intake.review.follow_up import check_ins


@worker.periodic(timedelta(minutes=10))
def reopen_due(at: datetime) -> None:
    """Bring back cases whose delay, or whose decision, has run out."""
    review.reopen_due(on=timezone.localtime(at).date(), at=at)


@worker.periodic(timedelta(minutes=1), in_doubt=True)
def escalate(at: datetime) -> None:
    """Tell the next person about alerts that nobody has taken."""
    letters.escalate(at=at)


@worker.periodic(timedelta(minutes=10))
def tell_of_unread(at: datetime) -> None:
    """Tell the practitioner on duty of forms with a visit today that nobody has opened."""
    duty.tell_of_unread(at=at)


@worker.periodic(timedelta(minutes=10))
def check_in(at: datetime) -> None:
    """Ask how people are 48 hours after needles, once more at 72, and put the silent on the list of calls."""
    check_ins.ask(at=at)
    check_ins.remind(at=at)
    check_ins.call_the_silent(at=at)
