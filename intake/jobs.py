"""What recurs in this room, done by the clock."""

from datetime import datetime, timedelta

from django.utils import timezone

from clinic.post import clock
from intake import duty, letters, services
from intake.services import tablets


@clock.every(timedelta(hours=6))
def expire_drafts(at: datetime) -> None:
    """Empty drafts whose 30 days are over."""
    services.expire_drafts(at=at)


@clock.every(timedelta(minutes=10))
def reopen_due(at: datetime) -> None:
    """Bring back cases whose delay, or whose decision, has run out."""
    services.reopen_due(on=timezone.localtime(at).date(), at=at)


@clock.every(timedelta(minutes=1))
def escalate(at: datetime) -> None:
    """Tell the next person about alerts that nobody has taken."""
    letters.escalate(at=at)


@clock.every(timedelta(minutes=10))
def tell_of_unread(at: datetime) -> None:
    """Tell the practitioner on duty of forms with a visit today that nobody has opened."""
    duty.tell_of_unread(at=at)


@clock.every(timedelta(minutes=1))
def end_rested_tablets(at: datetime) -> None:
    """Close forms on tablets that nobody has touched for five minutes, and codes that nobody used."""
    tablets.end_rested(at=at)
