"""What recurs in this room, done by the clock. Nothing here erases a record: two people do. A form that never became
part of one is erased here.
"""

from datetime import datetime, timedelta

from clinic.outbox import worker
from clinic.transfer.importing import services
from clinic.transfer.retention import unclaimed_forms


@worker.periodic(timedelta(hours=1))
def forget_old_files(at: datetime) -> None:
    """Drop the uploaded files that nobody imported."""
    services.forget_old(at=at)


@worker.periodic(timedelta(days=1))
def erase_unclaimed_forms(at: datetime) -> None:
    """Erase sent forms that never became anybody's record."""
    unclaimed_forms.erase_unclaimed(at=at)
