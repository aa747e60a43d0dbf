"""What recurs in this room."""

from datetime import datetime, timedelta

import structlog
from django.utils import timezone

from clinic import audit
from clinic.audit.verification import verify_what_is_new
from clinic.outbox import letters, worker
from clinic.outbox.models import Letter
from clinic.site_settings import services as site_settings

log = structlog.get_logger(__name__)


@worker.periodic(timedelta(hours=1))
def throw_old_letters_away(at: datetime) -> None:
    """Yesterday's sign-in codes go, and letters that left the house half a year ago."""
    Letter.objects.to_throw_away(at).delete()


@worker.periodic(timedelta(days=1), in_doubt=True)
def note_the_end_of_the_book(at: datetime) -> None:
    """Log the book's end once a day, and send it to the clinic's address for it: what has left the machine proves that
    a tail was cut off later.

    Done here because the book's own room stands below the clock.
    """
    end = audit.head()
    log.info("audit.head", number=end.number, hash=end.hash)
    if to := site_settings.current().audit_to:
        letters.enqueue("operations.audit_end", key=f"audit_end:{timezone.localdate(at)}", to=to, at=at)


@worker.periodic(timedelta(days=1))
def verify_the_new_part_of_the_book(at: datetime) -> None:
    """Read what was written since yesterday and keep how far the book is whole; a broken one is an error in the log."""
    verdict = verify_what_is_new(at=at)
    if verdict.broken is not None:
        log.error("audit.broken", number=verdict.broken, reason=verdict.reason)
