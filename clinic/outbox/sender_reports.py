"""What carriers report of a message that left: it arrived, or it did not. Late, repeated and reordered reports change
nothing that is true already.
"""

from datetime import datetime

from clinic import audit
from clinic.audit.transaction import audited_transaction
from clinic.outbox import reachable
from clinic.outbox.models import Letter

# The carrier's code for "this person has stopped our messages".
STOPPED_CODE = "21610"


def delivered(ref: str, *, at: datetime) -> None:
    """The phone has it."""
    Letter.objects.filter(ref=ref, delivered_at=None).update(delivered_at=at)


@audited_transaction()
def failed(ref: str, *, code: str, provider_ref: str = "", at: datetime) -> bool:
    """A message did not arrive: its address is marked, and the letter becomes a call of the desk. Return whether that
    is news.

    No news: the letter is unknown or arrived, was reported or given up already, or the report is of an earlier try
    (`provider_ref` is not the one the letter left under last).
    """
    letter = Letter.objects.select_for_update().defer("sealed", "rendered").filter(ref=ref).first()
    if letter is None or letter.delivered_at or letter.state not in (Letter.State.SENT, Letter.State.DUE):
        return False
    if letter.provider_ref and provider_ref and letter.provider_ref != provider_ref:
        return False
    refused(letter, stopped=code == STOPPED_CODE, at=at)
    trouble = f"Reported {code}".strip()[:120]
    Letter.objects.filter(pk=letter.pk).update(
        state=Letter.State.DEAD, trouble=trouble, finished_at=at, claimed_until=None
    )
    audit.record("letter.not_delivered", on=letter, by=None, at=at, kind=letter.kind)
    return True


@audited_transaction()
def refused(letter: Letter, *, stopped: bool, at: datetime) -> None:
    """Remember of an address what a carrier said for good: messages do not arrive there, or were stopped."""
    if stopped:
        reachable.stop(letter.to, at=at)
    else:
        reachable.mark(letter.to, at=at)
