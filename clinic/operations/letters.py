"""The test message, by which a new clinic sees that its messages arrive; every day the end of the audit log, and how
many reads of the day before were unusual.
"""

from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from clinic import audit, formatting
from clinic.operations.reads.unusual import reading_day
from clinic.outbox import letters
from clinic.outbox.letters import Message
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency

TEST = "operations.test"
AUDIT_END = "operations.audit_end"  # written by clinic.outbox.jobs
UNUSUAL_READS = "operations.unusual_reads"


@letters.kind(TEST)
def _(letter: Letter, at: datetime) -> Message:
    return letters.render("operations/test", {})


@letters.kind(AUDIT_END, urgency=Urgency.REMINDER)
def _(letter: Letter, at: datetime) -> Message:
    end = audit.head()
    return letters.render(
        "operations/audit_end", {"number": end.number, "hash": end.hash, "day": formatting.day(timezone.localdate(at))}
    )


@letters.kind(UNUSUAL_READS, urgency=Urgency.REMINDER)
def _(letter: Letter, at: datetime) -> Message:
    report = reading_day(date.fromisoformat(letter.about_ref))
    counts = [(rule.label, len(reads)) for rule, reads in report.by_rule]
    url = f"{settings.SITE_URL}{reverse('operations:unusual_reads')}?day={report.on.isoformat()}"
    return letters.render(
        "operations/unusual_reads", {"day": report.day, "reads": report.reads, "counts": counts, "url": url}
    )
