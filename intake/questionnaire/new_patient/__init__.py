"""The new-patient intake, and a few optional questions after it is sent.

The red flags come right after name and phone, before the rest of the first step: an emergency is noticed in
the first minutes, and there is a number to call back. `WALK` says so; the steps themselves stay as they read
on paper.
"""

from intake.questionnaire.model import Questionnaire
from intake.questionnaire.new_patient.about import ABOUT
from intake.questionnaire.new_patient.consent import CONSENT, ELSE
from intake.questionnaire.new_patient.extras import EXTRAS
from intake.questionnaire.new_patient.history import HISTORY
from intake.questionnaire.new_patient.medicines import MEDICINES
from intake.questionnaire.new_patient.needles import NEEDLES
from intake.questionnaire.new_patient.pain import PAIN
from intake.questionnaire.new_patient.pregnancy import PREGNANCY
from intake.questionnaire.new_patient.previous import PREVIOUS
from intake.questionnaire.new_patient.safety import SAFETY
from intake.questionnaire.wording import _

WALK = ("about_you", *(screen.code for screen in SAFETY.screens), "about_help")

NEW_PATIENT = Questionnaire(
    code="new_patient",
    title=_("New patient intake"),
    version="3.0",
    steps=(ABOUT, SAFETY, PAIN, HISTORY, MEDICINES, PREGNANCY, PREVIOUS, NEEDLES, ELSE, CONSENT, EXTRAS),
    walk=WALK,
)
