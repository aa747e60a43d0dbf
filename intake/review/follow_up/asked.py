"""What a patient is asked right now: the update before the next needles, and how they are since the last."""

from dataclasses import dataclass
from datetime import datetime

from clinic.accounts.models import Patient
from intake.review.follow_up import check_ins, updates


@dataclass(frozen=True)
class WaitingForms:
    """Which of the two short forms waits for a patient."""

    update: bool = False
    check_in: bool = False


def asked_of(patient: Patient | None, *, at: datetime) -> WaitingForms:
    """Return what waits for this patient; nothing for nobody, and no query. Somebody without needles costs one."""
    if patient is None:
        return WaitingForms()
    check_in = check_ins.to_answer(patient)
    if check_in is None:
        return WaitingForms()
    return WaitingForms(update=updates.may_begin(patient, at=at), check_in=check_in.ended_at is None)
