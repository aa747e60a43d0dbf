"""The verbs of the intake: start, save, send, accept, raise, decide. One function a deed, one transaction each."""

from intake.services.accepting import accept, confirm_email
from intake.services.ahead import visit_ahead
from intake.services.drafts import Conflict, Kept, expire_drafts, keep_mistake, reading_of, save_screen, start
from intake.services.errors import IntakeError, ReviewError, StaleAnswersError
from intake.services.review import claim, compare, decide, log_call, mark_read, open_case, release, reopen_due
from intake.services.sending import change, save_extras, submit

__all__ = [
    "Conflict",
    "IntakeError",
    "Kept",
    "ReviewError",
    "StaleAnswersError",
    "accept",
    "change",
    "claim",
    "compare",
    "confirm_email",
    "decide",
    "expire_drafts",
    "keep_mistake",
    "log_call",
    "mark_read",
    "open_case",
    "reading_of",
    "release",
    "reopen_due",
    "save_extras",
    "save_screen",
    "start",
    "submit",
    "visit_ahead",
]
