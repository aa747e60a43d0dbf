"""A sitting (one person filling in one questionnaire), its sealed answers, and what somebody agreed to.

Who the person is stands in the clear on the sitting; everything they told us stands in `Answers`, one encrypted
document a revision, in a table of its own, so that no list, filter or search can reach it (decision 2).
"""

from intake.record.models.answers import Answers
from intake.record.models.consent import Consent, ConsentChange, OutcomeChoice, OwnConsent
from intake.record.models.form_identity import FormIdentity
from intake.record.models.intake import FULL, LATER_FORM, Intake, Source

__all__ = [
    "FULL",
    "LATER_FORM",
    "Answers",
    "Consent",
    "ConsentChange",
    "FormIdentity",
    "Intake",
    "OutcomeChoice",
    "OwnConsent",
    "Source",
]
