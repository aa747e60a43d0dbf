"""What the clinic keeps of an intake: the sitting, its sealed answers, and the review they lead to."""

from intake.models.case import NO_VISIT, Alert, CallLog, Case, Decision, Flag, VisitAhead
from intake.models.handing import HandOver
from intake.models.naming import FormIdentity
from intake.models.sitting import Answers, Consent, Intake

__all__ = [
    "NO_VISIT",
    "Alert",
    "Answers",
    "CallLog",
    "Case",
    "Consent",
    "Decision",
    "Flag",
    "FormIdentity",
    "HandOver",
    "Intake",
    "VisitAhead",
]
