"""What recurs in this room, done by the clock."""

from datetime import datetime, timedelta

from clinic.booking import reminders, services
from clinic.outbox import worker


@worker.periodic(timedelta(minutes=5))
def remind(at: datetime) -> None:
    """Write the reminders whose time has come."""
    reminders.remind(at=at)


@worker.periodic(timedelta(minutes=5))
def lapse(at: datetime) -> None:
    """Give back held times and end offers that are over."""
    services.lapse_waiting(at=at)
    services.lapse_holds(at=at)
