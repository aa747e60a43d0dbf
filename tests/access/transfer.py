"""What stands in the addresses of what comes in and goes out: a file that waits, a record that is due."""

from datetime import date, datetime, timedelta
from typing import Any

from clinic.accounts.models import Patient, User
from clinic.transfer.importing import services
from clinic.transfer.models import ErasureOrder, ImportRun
from clinic.transfer.retention import services as retention

FILE = b"Full name,Date of birth\nUna Imported,1980-02-01\n"


def furnish(ada: User, *, at: datetime) -> None:
    """A file that Ada uploaded, and a record of long ago that she proposed to erase."""
    services.upload(data=FILE, name="patients.csv", by=ada, at=at)
    long_ago = at - timedelta(days=9 * 366)
    due = Patient.objects.create(full_name="Olga Old", date_of_birth=date(1950, 1, 1), created_at=long_ago)
    retention.propose(due, by=ada, at=at)


def place(name: str) -> Any:
    """Return what stands in an address of this room."""
    if name in {"transfer:confirm", "transfer:withdraw"}:
        return ErasureOrder.objects.get().ref
    if name == "transfer:propose":
        return ErasureOrder.objects.get().patient.ref
    return ImportRun.objects.order_by("pk").values_list("ref", flat=True)[0]
