"""The 48-hour check-in: how somebody is after a visit with needles, and who must hear of it today.

The link works from the end of the visit and does not expire, because a lung leak or an infection does not wait. It is
judged by the levels emergency, urgent, call the clinic and routine, over what the last full form found.
"""

from dataclasses import replace

from intake.questionnaire.check_in.after import AFTER
from intake.questionnaire.model import Questionnaire
from intake.questionnaire.new_patient import NEW_PATIENT
from intake.questionnaire.visit_record import HOURS_SINCE_VISIT, VISIT_AREAS
from intake.questionnaire.wording import _

# They stand as they were answered: whether the full form would show them today is no matter here.
_FROM_INTAKE = tuple(
    replace(NEW_PATIENT.question(code), show_if="always") for code in ("date_of_birth", "pain_now", "pregnancy")
)

CHECK_IN = Questionnaire(
    code="check_in",
    title=_("48-hour check-in"),
    version="3.0",
    steps=(AFTER,),
    from_intake=_FROM_INTAKE,
    from_visit=(VISIT_AREAS, HOURS_SINCE_VISIT),
    has_levels=True,
)
