"""The test message, by which a new clinic sees that its messages arrive, and the end of the audit log, every day."""

from datetime import datetime

from django.utils import timezone

from clinic import audit, formatting
from clinic.outbox import letters
from clinic.outbox.letters import Message
from clinic.outbox.models import Letter
from clinic.outbox.urgency import Urgency

TEST = "operations.test"
AUDIT_END = "operations.audit_end"  # written by clinic.outbox.jobs


@letters.kind(TEST)
def _(letter: Letter, at: datetime) -> Message:
    return letters.render("operations/test", {})


@letters.kind(AUDIT_END, urgency=Urgency.REMINDER)
def _(letter: Letter, at: datetime) -> Message:
    end = audit.head()
    return letters.render(
        "operations/audit_end", {"number": end.number, "hash": end.hash, "day": formatting.day(timezone.localdate(at))}
    )
