"""What recurs in this room, done by the clock."""

from datetime import datetime, timedelta

from clinic.outbox import worker
from education import letters, services


@worker.periodic(timedelta(minutes=1))
def publish_due(at: datetime) -> None:
    """Publish approved articles whose hour has come."""
    services.publish_due(at=at)


@worker.periodic(timedelta(hours=6))
def remind(at: datetime) -> None:
    """Tell editors which articles are to be read again."""
    letters.remind(at=at)
