"""What recurs in this room, done by the clock."""

from datetime import datetime, timedelta

from clinic.booking import open_days, reminders, services
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


@worker.periodic(timedelta(hours=1))
def keep_open_days(at: datetime) -> None:
    """Keep the open minutes of the days that are over."""
    open_days.keep(at=at)
