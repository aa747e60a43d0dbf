"""What recurs in this room, done by the clock."""

from datetime import datetime, timedelta

from clinic.outbox import worker
from intake.pages import expiry, sitting_times
from intake.pages.tablet import services as tablets


@worker.periodic(timedelta(hours=6))
def expire_drafts(at: datetime) -> None:
    """Empty drafts whose 30 days are over."""
    expiry.expire_drafts(at=at)


@worker.periodic(timedelta(days=1))
def measure_sittings(at: datetime) -> None:
    """Work out anew how long the form takes: the pages where it begins say it."""
    sitting_times.measure()


@worker.periodic(timedelta(minutes=1))
def end_rested_tablets(at: datetime) -> None:
    """Close forms on tablets that nobody has touched for five minutes, and codes that nobody used."""
    tablets.end_rested(at=at)
