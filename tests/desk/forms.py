"""People with real forms for the desk's tests: sent, read, decided on by the services."""

from datetime import datetime
from typing import Any

from clinic.accounts.models import Patient, User
from intake.record.models import Intake
from intake.review import services as review
from intake.review.models import Case, Decision
from intake.review.services import case_version
from tests.intake.forms import sent
from tests.support.answers import Answers
from tests.support.cast import make_mailbox


def make_sent(answers: Answers, *, at: datetime, email: str = "una@example.com", **said: Any) -> Patient:
    """Return a patient who has sent a form that nobody has read."""
    mailbox = User.objects.filter(email=email).first() or make_mailbox(email)
    form = sent(answers(**({"full_name": "Una Unread"} | said)), by=mailbox, at=at)
    patient = Intake.objects.get(pk=form.pk).patient
    assert patient is not None
    return patient


def case_of(patient: Patient) -> Case:
    """Return the newest case of a patient."""
    return Case.objects.filter(patient=patient).order_by("-opened_at", "-id")[0]


def open_form(patient: Patient, *, by: User, at: datetime) -> None:
    """Let a practitioner open the form."""
    review.open_case(case_of(patient), by=by, at=at)


def decide(patient: Patient, outcome: str, *, by: User, at: datetime, **said: Any) -> Decision:
    """Let a practitioner decide on the newest answers."""
    case = case_of(patient)
    seen = case_version(case)
    return review.decide(case, by=by, at=at, seen=seen, outcome=outcome, reason="Read with care.", **said)
