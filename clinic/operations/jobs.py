"""What recurs in this room."""

from datetime import datetime, timedelta

from django.utils import timezone

from clinic.operations.letters import UNUSUAL_READS
from clinic.outbox import letters, worker
from clinic.site_settings import services as site_settings


@worker.periodic(timedelta(hours=1))
def report_unusual_reads(at: datetime) -> None:
    """Once a day is over, tell whoever keeps the end of the audit log how many of its reads were unusual, in counts.

    A day without any is told too: silence would prove nothing.
    """
    on = timezone.localdate(at) - timedelta(days=1)
    if to := site_settings.current().audit_to:
        letters.enqueue(UNUSUAL_READS, key=f"unusual_reads:{on}", to=to, about=f"day:{on}", at=at)
