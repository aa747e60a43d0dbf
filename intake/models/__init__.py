"""What the clinic keeps of an intake: the sitting, its sealed answers, and the review they lead to."""

from intake.models.case import Alert, CallLog, Case, Decision, Flag
from intake.models.sitting import Answers, Consent, Intake

__all__ = ["Alert", "Answers", "CallLog", "Case", "Consent", "Decision", "Flag", "Intake"]
