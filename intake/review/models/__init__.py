"""The review: one open case a patient, its frozen flags, the decisions and the calls.

Only a practitioner's deed changes what a patient may have; no code path writes a Decision by itself (decision 4).
"""

from intake.review.models.alert import Alert, AlertTold, CallLog
from intake.review.models.case import NO_VISIT, NOBODYS, Case, NextVisit
from intake.review.models.decision import Decision
from intake.review.models.flag import Flag

# The rest of the room's tables, each beside its services; they stand on the ones above.
from intake.review.doctor_letter import DoctorLetter  # isort: skip
from intake.review.follow_up.models import CheckIn, FollowUpTask, NoCheckIns  # isort: skip
from intake.review.need_to_know.models import ReadingReason  # isort: skip
from intake.review.opinion import Opinion  # isort: skip
from intake.review.reply import Reply  # isort: skip
from intake.review.resolution import Resolution  # isort: skip
from intake.review.rule_trial.models import RuleSignature, RuleTrial  # isort: skip

__all__ = [
    "NOBODYS",
    "NO_VISIT",
    "Alert",
    "AlertTold",
    "CallLog",
    "Case",
    "CheckIn",
    "Decision",
    "DoctorLetter",
    "Flag",
    "FollowUpTask",
    "NextVisit",
    "NoCheckIns",
    "Opinion",
    "ReadingReason",
    "Reply",
    "Resolution",
    "RuleSignature",
    "RuleTrial",
]
