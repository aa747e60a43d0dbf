"""The visit update: before every visit, what has changed since the last form, and how today is.

Its rules run over the last full form with these answers laid over it: an answer here replaces the old one, and what
is called unchanged stays. Needles of the last four weeks are not asked about: the record knows when this clinic used
them.
"""

from intake.questionnaire.model import Questionnaire
from intake.questionnaire.new_patient import NEW_PATIENT
from intake.questionnaire.visit_record import HOURS_SINCE_VISIT, NUMBERS_DUE
from intake.questionnaire.visit_update.changes import CHANGES
from intake.questionnaire.visit_update.numbers import NUMBERS
from intake.questionnaire.visit_update.today import TODAY
from intake.questionnaire.wording import _

VISIT_UPDATE = Questionnaire(
    code="visit_update",
    title=_("Visit update"),
    version="3.0",
    steps=(CHANGES, TODAY, NUMBERS),
    from_intake=NEW_PATIENT.questions,
    from_visit=(HOURS_SINCE_VISIT, NUMBERS_DUE),
)
