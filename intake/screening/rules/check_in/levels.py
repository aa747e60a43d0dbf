"""What the patient is told at each level, and what the rules of a level share."""

from intake.questionnaire.wording import _
from intake.screening.rule import Advice

EMERGENCY_ROOM = Advice(
    _("Call 911 or go to an emergency room now. Tell them you had acupuncture and where the needles went."),
)
DOCTOR_TODAY = Advice(_("Please be seen by a doctor today. We are also being told."))
CALLED_TODAY = Advice(_("We will call you today."))
CALLED_NEXT_DAY = Advice(_("We will call you by the next working day."))
CALL_PRESCRIBER = Advice(_("Call the doctor who prescribed it today; do not stop it for acupuncture."))

SERIOUS = "16 CCR 1399.451(e) [V]; CNT 7th ed.; clinical teaching"
BROKEN_NEEDLE = "16 CCR 1399.451(d) [V]"
POLICY = "Clinical teaching; clinic policy"
