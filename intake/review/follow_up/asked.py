"""What a patient is asked right now: a practitioner's question, the update before the next needles, and how they are
since the last.
"""

from dataclasses import dataclass
from datetime import datetime

from clinic.accounts.models import Patient
from intake.review import one_person, reply
from intake.review.follow_up import check_ins, updates


@dataclass(frozen=True)
class WaitingForms:
    """Which of the two short forms waits for a patient, and whether a practitioner's question does."""

    update: bool = False
    check_in: bool = False
    question: bool = False


def asked_of(patient: Patient | None, *, at: datetime) -> WaitingForms:
    """Return what waits for this patient; nothing for nobody, and no query. Somebody without needles costs one."""
    if patient is None:
        return WaitingForms()
    question, check_in = has_question(patient), check_ins.to_answer(patient)
    if check_in is None:
        return WaitingForms(question=question)
    return WaitingForms(updates.may_begin(patient, at=at), check_in.ended_at is None, question)


def has_question(patient: Patient) -> bool:
    """Whether a practitioner waits for this person's answer."""
    return reply.question_for(one_person.own_records_of(patient)) is not None
