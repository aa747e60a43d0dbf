"""What recurs in this room, done by the clock. Nothing here erases a record: two people do."""

from datetime import datetime, timedelta

from clinic.outbox import worker
from clinic.transfer.importing import services


@worker.periodic(timedelta(hours=1))
def forget_old_files(at: datetime) -> None:
    """Drop the uploaded files that nobody imported."""
    services.forget_old(at=at)
